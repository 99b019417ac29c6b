#ifndef CROSSCHECK_CHECKER_CLAIM_MARKERS_H_
#define CROSSCHECK_CHECKER_CLAIM_MARKERS_H_

#include <cstdint>
#include <optional>

#include "checker/claim/mention.h"
#include "checker/rulebook/rule_table.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What the words of kind sentences mark, by the `role` of their rules: read
// once, since every word of a sentence asks.
struct Marker {
  std::optional<Mention::Kind> kind;  // nullopt: it only separates
  // How much it separates: 2 a clause or a part of what was named, 1 a
  // conjunction.
  uint8_t barrier = 0;
};

// Built once; thread-safe.
class Markers {
 public:
  explicit Markers(const Rulebook& rules)
      : by_rule_(rules, {RuleKind::kSentences}) {
    for (const uint32_t rule : rules.OfKind(RuleKind::kSentences)) {
      const std::string_view role = rules.Attribute(rule, "role");
      Marker& marker = by_rule_[rule];
      if (role == "negation") marker.kind = Mention::kNegation;
      if (role == "hypothetical") marker.kind = Mention::kHypothetical;
      if (role == "planned") marker.kind = Mention::kPlanned;
      if (role == "part") marker.kind = Mention::kPart;
      if (role == "now") marker.kind = Mention::kNow;
      if (role == "compared") marker.kind = Mention::kCompared;
      if (role == "count_of") marker.kind = Mention::kCountOf;
      if (role == "phrase") marker.kind = Mention::kPhrase;
      if (role == "clause" || role == "some_of" || role == "part" ||
          role == "compared") {
        marker.barrier = 2;
      }
      if (role == "conjunction") marker.barrier = 1;
    }
  }
  const Marker& OfRule(uint32_t rule) const { return by_rule_[rule]; }

 private:
  RuleTable<Marker> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_MARKERS_H_
