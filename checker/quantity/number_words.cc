#include "checker/quantity/number_words.h"

namespace crosscheck {
namespace {

constexpr std::pair<std::string_view, NumberRole> kRoles[] = {
    {"unit", NumberRole::kUnit},
    {"ten_unit", NumberRole::kTenUnit},
    {"teen", NumberRole::kTeen},
    {"ten", NumberRole::kTen},
    {"hundred", NumberRole::kHundred},
    {"hundreds", NumberRole::kHundreds},
    {"scale", NumberRole::kScale},
    {"scale_dual", NumberRole::kScaleDual},
    {"scale_dual_start", NumberRole::kScaleDualStart},
    {"vague_scale", NumberRole::kVagueScale},
    {"scale_letter", NumberRole::kScaleLetter},
    {"money_letter", NumberRole::kMoneyLetter},
    {"scale_like", NumberRole::kScaleLike},
    {"vague", NumberRole::kVague},
    {"few", NumberRole::kFew},
    {"join", NumberRole::kJoin},
    {"hyphen", NumberRole::kHyphen},
    {"article", NumberRole::kArticle},
    {"definite", NumberRole::kDefinite},
    {"point", NumberRole::kPoint},
    {"zero_letter", NumberRole::kZeroLetter},
    {"minus", NumberRole::kMinus},
    {"of", NumberRole::kOf},
    {"over", NumberRole::kOver},
    {"part_of", NumberRole::kPartOf},
    {"fraction", NumberRole::kFraction},
    {"joined_fraction", NumberRole::kJoinedFraction},
    {"fraction_noun", NumberRole::kFractionNoun},
    {"multiple", NumberRole::kMultiple},
    {"denominator", NumberRole::kDenominator},
    {"fraction_sign", NumberRole::kFractionSign},
    {"ordinal_unit", NumberRole::kOrdinalUnit},
    {"ordinal_teen", NumberRole::kOrdinalTeen},
    {"ordinal_ten", NumberRole::kOrdinalTen},
    {"ordinal_hundred", NumberRole::kOrdinalHundred},
    {"ordinal_scale", NumberRole::kOrdinalScale},
    {"ordinal_suffix", NumberRole::kOrdinalSuffix},
};

}  // namespace

NumberWords::NumberWords(const Rulebook& rules)
    : rules_(rules), by_rule_(rules, {RuleKind::kNumbers, RuleKind::kScales}) {
  for (RuleKind kind : {RuleKind::kNumbers, RuleKind::kScales}) {
    for (uint32_t rule : rules.OfKind(kind)) {
      const std::string_view role = rules.Attribute(rule, "role");
      Entry& entry = by_rule_[rule];
      for (const auto& [name, value] : kRoles) {
        if (name == role) entry.role = value;
      }
      if (const auto value = Decimal::Parse(rules.Attribute(rule, "value"))) {
        entry.value = *value;
      }
      roles_.Add(rules, rule, entry.role);
    }
  }
}

absl::InlinedVector<NumberWord, 4> NumberWords::At(const Document& document,
                                                   uint32_t token) const {
  absl::InlinedVector<NumberWord, 4> words;
  if (!MayStart(document, token)) return words;
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kKinds)) {
    const Entry& entry = by_rule_[match.rule];
    if (entry.role == NumberRole::kNone) continue;
    words.push_back(Word(match, entry));
  }
  return words;
}

}  // namespace crosscheck
