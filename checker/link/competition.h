#ifndef CROSSCHECK_CHECKER_LINK_COMPETITION_H_
#define CROSSCHECK_CHECKER_LINK_COMPETITION_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "checker/link/candidate.h"

namespace crosscheck {

// Sets the signs of candidates that hang on the other candidates of the same
// two articles: how many partners each claim could have, and whether the other
// article gives its figure too. Cost: n log n for n candidates; no allocation
// once it has grown.
class Competition {
 public:
  // `value_ids`, of each claim: equal for equal values. Keeps a reference.
  explicit Competition(const std::vector<uint32_t>& value_ids)
      : value_ids_(value_ids) {}

  // All candidates of two articles, or of one with itself.
  void SetSigns(absl::Span<Candidate> candidates);

 private:
  // What the candidates come to for a claim.
  struct Standing {
    bool has_equal = false;
    bool has_such = false;       // … of the same thing, as far as is known
    uint32_t partners = 0;       // different values of them
    uint32_t open = 0;           // of them, those that are not given here
    uint32_t of_one_metric = 0;  // of them, those of its own metric
  };

  const std::vector<uint32_t>& value_ids_;
  std::vector<Standing> standings_;  // of each claim; empty between calls
  // Claim, value of a partner of it, and whether that is open, as one number.
  std::vector<uint64_t> partners_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_COMPETITION_H_
