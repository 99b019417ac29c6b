#ifndef CROSSCHECK_CHECKER_CLAIM_METRICS_H_
#define CROSSCHECK_CHECKER_CLAIM_METRICS_H_

#include <cstdint>
#include <optional>
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
    std::vector<uint32_t> stems;  // WordIds, sorted
    uint32_t rule = 0;
    uint8_t language = 0;
    const Limits* limits = nullptr;                    // of limits_of_rule_
    const std::vector<std::string>* except = nullptr;  // of except_
  };
  std::vector<Form> forms_;
  // The forms whose first stem it is: WordId -> index of by_stem_, from 1.
  std::vector<uint16_t> place_of_stem_;
  std::vector<std::vector<uint32_t>> by_stem_;
  static bool Counts(const Limits& limits, const SentenceView& view,
                     const Quantity& figure);
  static bool Measures(const Limits& limits, const Quantity& figure);
  std::unordered_map<uint32_t, Limits> limits_of_rule_;
  // By rule, the folded words that share a stem with its wording and mean
  // something else: "found" is no founding.
  std::unordered_map<uint32_t, std::vector<std::string>> except_;
  const Rulebook& rules_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_METRICS_H_
