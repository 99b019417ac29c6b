#ifndef CROSSCHECK_CHECKER_QUANTITY_RANGE_WORDS_H_
#define CROSSCHECK_CHECKER_QUANTITY_RANGE_WORDS_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <vector>

#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What a word of rules/<language>/ranges.yaml does between or before figures;
// its `role` (for "open" with its `pairs_with`).
enum class RangeRole : uint8_t {
  kNone,
  kBetween,  // pairs with "and"
  kFrom,     // pairs with "to"
  kAnd,
  kTo,
  kOr,
  kBut,  // between two bounds only
  kDash,
  kBy,
  kUp,
  kDown,
  kPer,      // "in", "out of": one figure of another
  kRanged,   // "ranged", تتراوح: what follows is a range, not a change
  kScore,    // "won", "beat": what follows is a score
  kAgainst,  // "to", "against" between the sides of a vote
};

struct RangeWord {
  RangeRole role = RangeRole::kNone;
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  uint32_t rule = 0;
  uint16_t proclitics = 0;
  uint8_t prefix_bytes = 0;
};

// The words of kind ranges, by rule. Built once; thread-safe.
class RangeWords {
 public:
  explicit RangeWords(const Rulebook& rules);

  static bool MayStart(const Document& document, uint32_t token) {
    return token < document.tokens.size() &&
           (document.tokens[token].starts & KindBit(RuleKind::kRanges)) != 0;
  }
  // The first word of one of these roles at `token`, longest first.
  std::optional<RangeWord> At(const Document& document, uint32_t token,
                              std::initializer_list<RangeRole> roles) const;
  // Likewise for a phrase of at most three tokens that ends right before
  // `token`, on its line; the longest.
  std::optional<RangeWord> Before(const Document& document, uint32_t token,
                                  std::initializer_list<RangeRole> roles) const;
  RangeRole RoleOf(uint32_t rule) const { return by_rule_[rule]; }
  const Rulebook& rules() const { return rules_; }

 private:
  const Rulebook& rules_;
  std::vector<RangeRole> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_RANGE_WORDS_H_
