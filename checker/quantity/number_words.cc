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
    {"vague_scale", NumberRole::kVagueScale},
    {"scale_letter", NumberRole::kScaleLetter},
    {"scale_like", NumberRole::kScaleLike},
    {"vague", NumberRole::kVague},
    {"few", NumberRole::kFew},
    {"join", NumberRole::kJoin},
    {"hyphen", NumberRole::kHyphen},
    {"article", NumberRole::kArticle},
    {"point", NumberRole::kPoint},
    {"minus", NumberRole::kMinus},
    {"of", NumberRole::kOf},
    {"fraction", NumberRole::kFraction},
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

NumberWords::NumberWords(const Rulebook& rules) : rules_(rules) {
  for (RuleKind kind : {RuleKind::kNumbers, RuleKind::kScales}) {
    for (uint32_t rule : rules.OfKind(kind)) {
      const std::string_view role = rules.Attribute(rule, "role");
      Entry entry{NumberRole::kNone, 0};
      for (const auto& [name, value] : kRoles) {
        if (name == role) entry.role = value;
      }
      if (const auto value = Decimal::Parse(rules.Attribute(rule, "value"))) {
        entry.value = *value;
      }
      by_rule_[rule] = entry;
    }
  }
}

absl::InlinedVector<NumberWord, 4> NumberWords::At(const Document& document,
                                                   uint32_t token) const {
  absl::InlinedVector<NumberWord, 4> words;
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token,
                    KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales))) {
    const Entry& entry = by_rule_.at(match.rule);
    if (entry.role == NumberRole::kNone) continue;
    words.push_back({entry.role, entry.value, match.rule, match.limit_token,
                     match.proclitics, match.prefix_bytes});
  }
  return words;
}

}  // namespace crosscheck
