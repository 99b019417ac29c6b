#include "checker/quantity/plurals.h"

namespace crosscheck {
namespace {

constexpr size_t kMinBytes = 4;  // "gas", "yes" are too short to tell

}  // namespace

Plurals::Plurals(const Rulebook& rules, const WordSigns& signs)
    : rules_(rules),
      signs_(signs),
      is_plural_rule_(rules.size()),
      is_broken_rule_(rules.size()) {
  for (uint32_t rule : rules.OfKind(RuleKind::kNumbers)) {
    const std::string_view role = rules.Attribute(rule, "role");
    is_plural_rule_[rule] = role == "plural";
    is_broken_rule_[rule] = role == "broken_plural";
  }
}

bool Plurals::KnowsLanguage(const Document& document) const {
  return signs_.Has(document, WordSign::kShownPlural);
}

bool Plurals::IsPlural(const Document& document, uint32_t token) const {
  if (token >= document.tokens.size() || !KnowsLanguage(document)) return false;
  if (document.tokens[token].kind != TokenKind::kWord) return false;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kNumbers))) {
    if (is_plural_rule_[match.rule]) return true;
  }
  const std::string_view word = document.Folded(token);
  // "MPs", "EVs"
  const bool acronym = word.size() + 1 == kMinBytes && word.ends_with('s') &&
                       document.tokens[token].capital;
  return (word.size() >= kMinBytes || acronym) &&
         signs_.Show(document, token, WordSign::kShownPlural) &&
         !signs_.Show(document, token, WordSign::kSingular);
}

bool Plurals::IsBroken(const Document& document, uint32_t token) const {
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kNumbers))) {
    if (is_broken_rule_[match.rule]) return true;
  }
  return false;
}

}  // namespace crosscheck
