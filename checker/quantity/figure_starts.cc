#include "checker/quantity/figure_starts.h"

#include <string>

#include "checker/quantity/number_digits.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/tokens.h"
#include "checker/rulebook/token_split.h"

namespace crosscheck {
namespace {

bool MayBegin(NumberRole role) {
  switch (role) {
    case NumberRole::kNone:
    case NumberRole::kJoin:
    case NumberRole::kHyphen:
    case NumberRole::kDefinite:
    case NumberRole::kPoint:
    case NumberRole::kZeroLetter:
    case NumberRole::kOf:
    case NumberRole::kOver:
    case NumberRole::kScaleLetter:
    case NumberRole::kOrdinalSuffix:
      return false;
    default:
      return true;
  }
}

}  // namespace

FigureStarts::FigureStarts(const Rulebook& rules, const UnitReader& units,
                           const NounFinder& nouns)
    : nouns_(nouns) {
  const NumberWords numbers(rules);
  for (RuleKind kind : {RuleKind::kNumbers, RuleKind::kScales}) {
    for (uint32_t rule : rules.OfKind(kind)) {
      if (MayBegin(numbers.RoleOf(rule))) Add(rules, rule);
    }
  }
  for (RuleKind kind : {RuleKind::kUnits, RuleKind::kCurrency}) {
    for (uint32_t rule : rules.OfKind(kind)) {
      if (units.StartsFigure(rule)) Add(rules, rule);
    }
  }
  for (uint32_t rule : rules.OfKind(RuleKind::kTime)) Add(rules, rule);
  for (uint32_t rule : rules.OfKind(RuleKind::kNames)) {
    if (rules.Attribute(rule, "place") == "whole") Add(rules, rule);
  }
}

void FigureStarts::Add(const Rulebook& rules, uint32_t rule) {
  for (std::string_view form : rules.Forms(rule)) {
    const std::string folded = rules.fold().Fold(form);
    const std::vector<SplitToken> tokens = SplitTokens(folded);
    if (tokens.empty()) continue;
    const WordId word = rules.lexicon().Find(std::string_view(folded).substr(
        tokens[0].begin, tokens[0].end - tokens[0].begin));
    if (word == 0) continue;
    if (word >= words_.size()) words_.resize(word + 1);
    words_[word] = true;
  }
}

bool FigureStarts::MayStart(const Document& document, uint32_t token) const {
  const Token& t = document.tokens[token];
  if (t.kind == TokenKind::kDigits) return true;
  for (int r = 0; r < t.reading_count; ++r) {
    const WordId word = t.readings[r].word;
    if (word < words_.size() && words_[word] &&
        t.readings[r].suffix_bytes == 0) {
      return true;
    }
  }
  if (t.kind == TokenKind::kWord) {
    return nouns_.DualAt(document, token).has_value();
  }
  const std::string_view text = document.Folded(token);
  if (text == "-" || text == "+") {
    return IsGlued(document, token + 1) &&
           document.tokens[token + 1].kind != TokenKind::kWord;
  }
  return text == "." && StartsDigits(document, token);
}

}  // namespace crosscheck
