#include "checker/quantity/number_pronouns.h"

#include "checker/quantity/tokens.h"

namespace crosscheck {

// "أول شركة ميسترال": a first one that has a name of its own is no rank; the
// word stands for "firstly".
bool NumberPronouns::IsBeforeNamed(const Document& document,
                                   const Quantity& figure) const {
  const uint32_t noun = figure.limit_token;
  if (nouns_.plurals().KnowsLanguage(document) || !OnLine(document, noun) ||
      !OnLine(document, noun + 1) || !IsWord(document, noun) ||
      Starts(document, noun, KindBit(RuleKind::kTime)) ||
      !words_.Bare(document, figure.first_token, {NumberRole::kOrdinalUnit})) {
    return false;
  }
  // A company; of a country, or of a product, it may well be the first.
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, noun + 1,
                    KindBit(RuleKind::kEntities))) {
    if (match.proclitics == 0 &&
        rules_.Attribute(match.rule, "type") == "company") {
      return true;
    }
  }
  return false;
}

std::optional<NotFigure> NumberPronouns::Find(const Document& document,
                                              const Quantity& figure) const {
  const uint32_t first = figure.first_token, limit = figure.limit_token;
  if (!figure.in_words || limit != first + 1) return std::nullopt;
  const bool alone =
      document.tokens[first].starts_line && !OnLine(document, limit);
  if (alone) return std::nullopt;
  // "للمريض الواحد", a patient: each, not one of them.
  if (figure.kind == QuantityKind::kCount && figure.value == Decimal(1) &&
      !nouns_.plurals().KnowsLanguage(document)) {
    for (const NumberWord& word : words_.At(document, first)) {
      if (word.proclitics == kCliticThe && word.limit_token == limit) {
        return NotFigure{limit, "pronoun", "shared.shape.pronoun"};
      }
    }
  }
  // "اثني" without عشر: the verb that looks like it.
  for (const NumberWord& word : words_.At(document, first)) {
    if (figure.kind == QuantityKind::kCount &&
        rules_.Attribute(word.rule, "style") == "before_ten") {
      return NotFigure{limit, "name", rules_.Id(word.rule)};
    }
  }
  if (figure.kind == QuantityKind::kCount && figure.value == Decimal(1) &&
      figure.noun_first_token >= figure.noun_limit_token) {
    // "the one who", "no one"; but "one, two, three" and "killed one and
    // injured two" count.
    const bool listed =
        OnLine(document, limit) && IsComma(document, limit) &&
        Starts(document, limit + 1, KindBit(RuleKind::kNumbers)) &&
        !words_.Bare(document, limit + 1,
                     {NumberRole::kDefinite, NumberRole::kArticle});
    if (!listed) return NotFigure{limit, "pronoun", "shared.shape.pronoun"};
  }
  // "the first one starts": no noun of one is a plural.
  if (figure.kind == QuantityKind::kCount && figure.value == Decimal(1) &&
      first > 0 && OnLine(document, first) &&
      nouns_.plurals().KnowsLanguage(document) &&
      words_.Bare(document, first - 1, {NumberRole::kOrdinalUnit})) {
    return NotFigure{limit, "pronoun", "shared.shape.pronoun"};
  }
  // "one danger or another"
  if (figure.kind == QuantityKind::kCount && figure.value == Decimal(1) &&
      figure.noun_first_token < figure.noun_limit_token &&
      nouns_.plurals().KnowsLanguage(document) &&
      OnLine(document, figure.noun_limit_token) &&
      names_.StartsAt(document, figure.noun_limit_token, NamePlace::kAfter)) {
    return NotFigure{limit, "idiom", "shared.shape.pronoun"};
  }
  if (figure.kind == QuantityKind::kOrdinal && figure.value == Decimal(1) &&
      IsBeforeNamed(document, figure)) {
    return NotFigure{limit, "adverb", "shared.shape.adverb"};
  }
  if (figure.kind == QuantityKind::kOrdinal &&
      nouns_.plurals().KnowsLanguage(document)) {
    // "First, …": an argument; "he first met": an adverb.
    if (IsText(document, limit, ",") && document.tokens[limit].glued) {
      const bool opens = document.tokens[first].starts_line ||
                         document.tokens[first - 1].kind == TokenKind::kPunct;
      if (opens) return NotFigure{limit, "idiom", "shared.shape.argument"};
    }
    if (figure.value == Decimal(1)) {
      const bool determined =
          first > 0 && OnLine(document, first) &&
          (words_.Bare(document, first - 1,
                       {NumberRole::kDefinite, NumberRole::kArticle}) ||
           IsPossessive(document, first - 1));
      const bool compound =
          IsText(document, limit, "-") && document.tokens[limit].glued;
      if (!determined && !compound) {
        return NotFigure{limit, "adverb", "shared.shape.adverb"};
      }
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck
