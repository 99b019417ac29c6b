#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_WORDS_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_WORDS_H_

#include <cstdint>
#include <initializer_list>
#include <optional>

#include "absl/container/inlined_vector.h"
#include "checker/model/decimal.h"
#include "checker/model/document.h"
#include "checker/quantity/word_roles.h"
#include "checker/rulebook/rule_table.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Where a number word may stand; the `role` of rules of kinds numbers and
// scales.
enum class NumberRole : uint8_t {
  kNone,
  kUnit,            // 0–9
  kTenUnit,         // Arabic ten: a number itself, and the "-teen" after 3–9
  kTeen,            // 10–19
  kTen,             // 20, 30 … 90
  kHundred,         // 100: multiplies a unit before it, counts 100 alone
  kHundreds,        // 200, 300 … in one word
  kScale,           // 10^3, 10^6 …
  kScaleDual,       // two of a scale in one word
  kScaleDualStart,  // likewise, where no number stands before (ألفا)
  kVagueScale,      // plural scale: after 3–10 a scale, alone "thousands"
  kScaleLetter,     // "5bn": glued to digits only
  kMoneyLetter,     // "$5T": likewise, and only of money
  kScaleLike,       // dozen
  kVague,           // tens, hundreds, dozens
  kFew,             // several
  kJoin,            // and
  kHyphen,
  kArticle,   // a, an: one, before a hundred or a scale
  kDefinite,  // the
  kPoint,
  kZeroLetter,  // "o" behind the point
  kMinus,
  kOf,
  kOver,            // between numerator and denominator: "one over three"
  kPartOf,          // "a part in" a hundred
  kFraction,        // half, third
  kJoinedFraction,  // a fraction only behind "and" and a whole (ونص)
  kFractionNoun,  // a fraction only before a definite noun (خمس الساعة)
  kDenominator,   // thirds, quarters: after a number
  kFractionSign,  // ½
  kMultiple,      // twice, double: a ratio by itself
  kOrdinalUnit,
  kOrdinalTeen,
  kOrdinalTen,
  kOrdinalHundred,
  kOrdinalScale,
  kOrdinalSuffix,
};

// Some of the roles.
using NumberRoles = RoleSet<NumberRole>;

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
  // several roles comes back in each, in rule order. Cost: one test where no
  // number word starts.
  absl::InlinedVector<NumberWord, 4> At(const Document& document,
                                        uint32_t token) const;
  // The first of At() that plays one of these roles and ends by `limit`.
  std::optional<NumberWord> First(const Document& document, uint32_t token,
                                  NumberRoles roles,
                                  uint32_t limit = UINT32_MAX) const {
    if (!MayPlay(document, token, roles)) return std::nullopt;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, token, kKinds)) {
      const Entry& entry = by_rule_[match.rule];
      if (roles.Has(entry.role) && match.limit_token <= limit) {
        return Word(match, entry);
      }
    }
    return std::nullopt;
  }
  // The first of At() that plays one of these roles with no clitic joined;
  // nullopt past the end, too.
  std::optional<NumberWord> Bare(const Document& document, uint32_t token,
                                 NumberRoles roles) const {
    if (token >= document.tokens.size() || !MayPlay(document, token, roles)) {
      return std::nullopt;
    }
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, token, kKinds)) {
      const Entry& entry = by_rule_[match.rule];
      if (roles.Has(entry.role) && match.proclitics == 0) {
        return Word(match, entry);
      }
    }
    return std::nullopt;
  }
  // Does a number word start at `token`, clitics taken off?
  static bool MayStart(const Document& document, uint32_t token) {
    return (document.tokens[token].starts & kKinds) != 0;
  }
  NumberRole RoleOf(uint32_t rule) const { return by_rule_[rule].role; }
  const Rulebook& rules() const { return rules_; }

 private:
  static constexpr uint64_t kKinds =
      KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales);
  struct Entry {
    NumberRole role = NumberRole::kNone;
    Decimal value;
  };
  bool MayPlay(const Document& document, uint32_t token,
               NumberRoles roles) const {
    return roles_.MayPlay(document.tokens[token], roles);
  }
  static NumberWord Word(const PhraseMatch& match, const Entry& entry) {
    return {entry.role,        entry.value,      match.rule,
            match.limit_token, match.proclitics, match.prefix_bytes};
  }

  const Rulebook& rules_;
  RuleTable<Entry> by_rule_;
  WordRoles<NumberRole> roles_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_WORDS_H_
