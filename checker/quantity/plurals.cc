#include "checker/quantity/plurals.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr size_t kMinBytes = 4;  // "gas", "yes" are too short to tell

bool EndsWithAny(std::string_view word, const std::vector<std::string>& list) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& ending) {
    return word.ends_with(ending);
  });
}

}  // namespace

Plurals::Plurals(const Rulebook& rules)
    : rules_(rules),
      by_language_(rules.languages().size()),
      is_plural_rule_(rules.size()),
      is_broken_rule_(rules.size()) {
  for (uint32_t rule : rules.OfKind(RuleKind::kNumbers)) {
    const uint8_t language = rules.Language(rule);
    if (language >= by_language_.size()) continue;
    const std::string_view role = rules.Attribute(rule, "role");
    Endings& endings = by_language_[language];
    for (std::string_view form : rules.Forms(rule)) {
      if (role == "plural_ending") {
        endings.plural.push_back(rules.fold().Fold(form));
      } else if (role == "singular_ending") {
        endings.singular.push_back(rules.fold().Fold(form));
      }
    }
    is_plural_rule_[rule] = role == "plural";
    is_broken_rule_[rule] = role == "broken_plural";
  }
}

bool Plurals::KnowsLanguage(const Document& document) const {
  return document.language_index < by_language_.size() &&
         !by_language_[document.language_index].plural.empty();
}

bool Plurals::IsPlural(const Document& document, uint32_t token) const {
  if (token >= document.tokens.size() || !KnowsLanguage(document)) return false;
  if (document.tokens[token].kind != TokenKind::kWord) return false;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kNumbers))) {
    if (is_plural_rule_[match.rule]) return true;
  }
  const Endings& endings = by_language_[document.language_index];
  const std::string_view word = document.Folded(token);
  // "MPs", "EVs"
  const bool acronym = word.size() + 1 == kMinBytes && word.ends_with('s') &&
                       document.tokens[token].capital;
  return (word.size() >= kMinBytes || acronym) &&
         EndsWithAny(word, endings.plural) &&
         !EndsWithAny(word, endings.singular);
}

bool Plurals::IsBroken(const Document& document, uint32_t token) const {
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kNumbers))) {
    if (is_broken_rule_[match.rule]) return true;
  }
  return false;
}

}  // namespace crosscheck
