#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_WORDS_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_WORDS_H_

#include <cstdint>
#include <unordered_map>

#include "checker/model/decimal.h"
#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Where a number word may stand; the `role` of rules of kinds numbers and
// scales.
enum class NumberRole : uint8_t {
  kNone,
  kUnit,         // 0–9
  kTenUnit,      // Arabic ten: a number itself, and the "-teen" after 3–9
  kTeen,         // 10–19
  kTen,          // 20, 30 … 90
  kHundred,      // 100: multiplies a unit before it, counts 100 alone
  kHundreds,     // 200, 300 … in one word
  kScale,        // 10^3, 10^6 …
  kScaleDual,    // two of a scale in one word
  kVagueScale,   // plural scale: after 3–10 a scale, alone "thousands"
  kScaleLetter,  // "5bn": glued to digits only
  kScaleLike,    // dozen
  kVague,        // tens, hundreds, dozens
  kFew,          // several
  kJoin,         // and
  kHyphen,
  kArticle,  // a, an: one, before a hundred or a scale
  kPoint,
  kMinus,
  kOf,
  kFraction,      // half, third
  kDenominator,   // thirds, quarters: after a number
  kFractionSign,  // ½
  kOrdinalUnit,
  kOrdinalTeen,
  kOrdinalTen,
  kOrdinalHundred,
  kOrdinalScale,
  kOrdinalSuffix,
};

struct NumberWord {
  NumberRole role = NumberRole::kNone;
  Decimal value;
  uint32_t rule = 0;
  uint32_t limit_token = 0;
  uint16_t proclitics = 0;
  uint8_t prefix_bytes = 0;
};

// The number words by rule index.
class NumberWords {
 public:
  explicit NumberWords(const Rulebook& rules);

  // The number word that starts at `token`; longest form first. A word of
  // several roles comes back in each, in rule order.
  absl::InlinedVector<NumberWord, 4> At(const Document& document,
                                        uint32_t token) const;
  const Rulebook& rules() const { return rules_; }

 private:
  const Rulebook& rules_;
  struct Entry {
    NumberRole role;
    Decimal value;
  };
  std::unordered_map<uint32_t, Entry> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_WORDS_H_
