#ifndef CROSSCHECK_CHECKER_CLAIM_METRICS_H_
#define CROSSCHECK_CHECKER_CLAIM_METRICS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checker/claim/sentence_view.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The wordings of known metrics: each form is a set of words that must all
// stand near a figure of a fitting kind. A shared metric may say how near
// (`reach`, as SentenceView::Distance counts) and what its figures count
// (`concepts`, concepts or their classes): "the dead carried 12 rifles" counts
// no dead; and what their units measure (`measures`): a depth is a length.
class MetricTable {
 public:
  explicit MetricTable(const Rulebook& rules);

  // What a shared metric says of its figures.
  struct Limits {
    uint32_t kinds = ~0u;  // bits
    int reach = 0;
    std::vector<std::string_view> concepts;  // or classes; empty: any
    std::vector<std::string_view> measures;  // "length"; empty: any
    bool varies = false;                     // they change from day to day
    bool single = false;  // whoever it is of has one: a founding date
    bool once = false;    // it happened once: built, opened, or single
    std::vector<std::string_view> of;  // types of entities; empty: any
  };
  struct Match {
    std::string_view metric;  // "training_cost"
    std::string_view rule;    // id of the wording's rule
    int cost = 0;             // distance of the farthest word
    const Limits* limits = nullptr;
  };
  // The metric whose wording fits best: most words, then nearest. nullopt
  // when none does. A wording whose words stand behind another figure of the
  // sentence loses to none here; the distance already says so.
  std::optional<Match> Find(const SentenceView& view, const Quantity& figure,
                            uint8_t language) const;

 private:
  struct Form {
    std::span<const uint32_t> stems;  // WordIds, of stems_
    uint64_t mask = 0;                // of its stems, see MaskOf
    uint32_t rule = 0;
    uint8_t language = 0;
    const Limits* limits = nullptr;                    // of limits_
    const std::vector<std::string>* except = nullptr;  // of except_
  };
  // A bit of each stem: forms with a bit that the sentence has not are passed
  // over unread.
  static uint64_t MaskOf(uint32_t stem) { return uint64_t{1} << stem % 64; }
  // The forms that are looked up by a stem: of its stems, the one that the
  // fewest forms have.
  std::span<const Form> FormsOf(uint32_t stem) const;

  std::vector<uint32_t> stems_;
  std::vector<Form> forms_;  // by the stem they are looked up by
  // WordId -> index of first_form_, from 1; 0: no form is looked up by it.
  std::vector<uint16_t> place_of_stem_;
  std::vector<uint32_t> first_form_;  // and one past the last
  static bool Counts(const Limits& limits, const SentenceView& view,
                     const Quantity& figure);
  static bool Measures(const Limits& limits, const Quantity& figure);
  std::unordered_map<std::string_view, Limits> limits_;  // by metric
  // By rule, the folded words that share a stem with its wording and mean
  // something else: "found" is no founding.
  std::unordered_map<uint32_t, std::vector<std::string>> except_;
  const Rulebook& rules_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_METRICS_H_
