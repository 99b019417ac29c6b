#include "checker/quantity/number_text.h"

namespace crosscheck {
namespace {

using Role = NumberRole;

}  // namespace

NumberTables::NumberTables(const Rulebook& rules)
    : words(rules), signs(rules), plurals(rules, signs) {
  for (uint32_t rule : rules.OfKind(RuleKind::kClitics)) {
    const std::string_view means = rules.Means(rule);
    if (means != "the" && means != "for the") continue;
    for (std::string_view form : rules.Forms(rule)) {
      definite_prefixes.push_back(rules.fold().Fold(form));
    }
  }
}

bool IsDefinite(const NumberTables& tables, const Document& document,
                uint32_t token) {
  if (token >= document.tokens.size() ||
      document.tokens[token].kind != TokenKind::kWord) {
    return false;
  }
  const std::string_view word = document.Folded(token);
  for (const std::string& prefix : tables.definite_prefixes) {
    if (word.starts_with(prefix) && word.size() > prefix.size() + 2) {
      return true;
    }
  }
  return false;
}

bool NumberText::ShowsPlural(uint32_t token) const {
  return !IsDefinite(tables, document, token) &&
         (tables.signs.Show(document, token, WordSign::kSurePlural) ||
          tables.plurals.IsBroken(document, token));
}

bool NumberText::IsAbbreviation(uint32_t token) const {
  const Token& word = document.tokens[token];
  return word.script == Script::kLatin && word.end - word.begin <= 2;
}

bool NumberText::OpensCompound(uint32_t token) const {
  if (!IsText(token, "-") || !document.tokens[token].glued) return false;
  if (!OnLine(token + 1) || !document.tokens[token + 1].glued ||
      document.tokens[token + 1].kind != TokenKind::kWord) {
    return false;
  }
  return !WordAt(token + 1, {Role::kUnit, Role::kOrdinalUnit, Role::kScale,
                             Role::kHundred, Role::kDenominator});
}

bool NumberText::IsJoinedNumber(uint32_t token) const {
  if (OnLine(token + 1) && document.tokens[token + 1].glued &&
      document.tokens[token + 1].kind == TokenKind::kDigits) {
    return true;
  }
  const auto word =
      WordAt(token, {Role::kUnit, Role::kTenUnit, Role::kTeen, Role::kTen,
                     Role::kHundred, Role::kHundreds, Role::kScale,
                     Role::kScaleDual, Role::kFraction, Role::kFractionNoun});
  return word && (word->proclitics & kCliticAnd) != 0;
}

}  // namespace crosscheck
