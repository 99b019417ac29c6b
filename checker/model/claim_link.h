#ifndef CROSSCHECK_CHECKER_MODEL_CLAIM_LINK_H_
#define CROSSCHECK_CHECKER_MODEL_CLAIM_LINK_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

// Two claims taken to speak of one fact, with how surely (0 to 100 and
// beyond) and why. `a` < `b` index the claims given. `blocked` names the
// stated difference that keeps them from being compared ("scope: plan against
// done"); empty: they are compared.
struct ClaimLink {
  uint32_t a = 0;
  uint32_t b = 0;
  int score = 0;
  // The score less what it owes to the likeness of the values: equal digits
  // about something else are nothing.
  int telling = 0;
  bool one_event = true;  // surely, or of a lasting fact
  // Sure enough for one to contradict the other: figures that meet are linked
  // on laxer terms, though a closer look may tell them apart.
  bool may_clash = true;
  bool same_metric = false;  // both of one known metric
  bool copy = false;         // of articles that share their text
  bool edited = false;       // the sentences are one but for the figure
  // Both sentences give the same figure besides, of the same tally: they speak
  // of one moment.
  bool same_tally = false;
  // Both articles give the same larger figure of that tally: "10 dead", of
  // which one has 8 and the other 9 students. The tally has not moved between.
  bool same_total = false;
  std::string blocked;
  // How the sentence of one adds up to the other: "128 and 12 make 140".
  std::string part;
  std::string why;  // "same_noun +14: death; event +9; …"
};

// Two claims that could be one fact, and the signs for and against it that
// are not nought, by name. What weights are fitted on.
struct LinkCandidate {
  uint32_t a = 0;
  uint32_t b = 0;
  bool meets = false;  // their values do
  std::vector<std::pair<std::string_view, int>> signs;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_CLAIM_LINK_H_
