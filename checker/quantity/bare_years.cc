#include "checker/quantity/bare_years.h"

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_periods.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

bool IsYear(const std::optional<Decimal>& value) {
  return value && value->IsInteger() && *value >= Decimal(kFirstBareYear) &&
         *value <= Decimal(kLastBareYear);
}

// "The 1796 treaty": four digits before one thing that nobody counts.
bool IsOldYear(const NounFinder& nouns, const Document& document,
               const Quantity& figure) {
  constexpr int kFirst = 1000;
  return figure.modality == Modality::kExact && figure.value &&
         figure.value->IsInteger() && *figure.value >= Decimal(kFirst) &&
         *figure.value < Decimal(kFirstBareYear) &&
         nouns.plurals().KnowsLanguage(document) &&
         (figure.noun_first_token < figure.noun_limit_token
              ? !nouns.plurals().IsPlural(document, figure.noun_limit_token - 1)
              : OnLine(document, figure.limit_token) &&
                    IsWord(document, figure.limit_token) &&
                    !nouns.IsStop(document, figure.limit_token));
}

bool IsJoint(const NumberWords& words, const Document& document,
             uint32_t token) {
  return words.First(document, token, {NumberRole::kJoin}).has_value();
}

// Is the figure one more year of a row ("1994, 1998 and 2002", 1994 و1998), or
// does its shape say a year: "(2015)", "2013: …" on a new line?
bool ContinuesYears(const NumberWords& words, const Document& document,
                    const Quantity& figure,
                    const std::vector<Quantity>& before) {
  constexpr uint32_t kMostBetween = 2;
  const auto& tokens = document.tokens;
  const uint32_t first = figure.first_token, limit = figure.limit_token;
  const bool comma_behind = IsComma(document, limit);
  if (first > 0 && IsText(document, first - 1, "(") &&
      (comma_behind || IsText(document, limit, ")") ||
       (OnLine(document, limit) && IsJoint(words, document, limit) &&
        IsDigits(document, limit + 1)))) {
    return true;
  }
  const bool leads =
      tokens[first].starts_line ||
      (first > 0 && tokens[first - 1].starts_line &&
       (IsText(document, first - 1, "-") || IsText(document, first - 1, "•") ||
        IsText(document, first - 1, "\u00b7")));
  if (leads && (IsText(document, limit, ":") ||
                (first > 0 && !tokens[first].starts_line &&
                 IsText(document, limit, "-") && !tokens[limit].glued))) {
    return true;
  }
  // A row: the year before it is a date with nothing but joints between.
  if (before.empty()) return false;
  const Quantity& last = before.back();
  if (last.kind != QuantityKind::kDate ||
      last.granularity != Granularity::kYear || last.limit_token >= first ||
      first - last.limit_token > kMostBetween) {
    return false;
  }
  for (uint32_t t = last.limit_token; t < first; ++t) {
    if (tokens[t].starts_line) return false;
    if (IsComma(document, t) || IsText(document, t, "/")) continue;
    if (!IsJoint(words, document, t)) return false;
  }
  return true;
}

// "in a 2014 Reuters poll", "the 1986 rules": a year of something named or
// known, though a plural stands behind it.
bool IsInName(const NumberWords& words, const Document& document,
              uint32_t year) {
  if (year == 0 || document.tokens[year].starts_line) return false;
  // "Iowa's 2016 caucuses", "Russia's hostile 2016 acts"
  for (uint32_t back = 1; back <= 2 && back < year; ++back) {
    const Token& word = document.tokens[year - back];
    if (word.starts_line || word.kind != TokenKind::kWord) break;
    if (IsPossessive(document, year - back)) return true;
    if (word.capital ||
        Starts(document, year - back, KindBit(RuleKind::kStopwords))) {
      break;
    }
  }
  return words
      .First(document, year - 1, {NumberRole::kArticle, NumberRole::kDefinite})
      .has_value();
}

// "the 2000 recount": round, but with an article and nothing counted.
bool IsThatYear(const NounFinder& nouns, const NumberWords& words,
                const Document& document, const Quantity& figure) {
  const uint32_t first = figure.first_token;
  const bool counts = figure.noun_first_token < figure.noun_limit_token;
  return figure.value == Decimal(2000) && first > 0 &&
         OnLine(document, first) && nouns.plurals().KnowsLanguage(document) &&
         words.First(document, first - 1, {NumberRole::kDefinite}) &&
         OnLine(document, figure.limit_token) &&
         IsWord(document, figure.limit_token) &&
         !nouns.IsStop(document, figure.limit_token) &&
         !(counts &&
           nouns.plurals().IsPlural(document, figure.noun_limit_token - 1));
}

// A year of living memory; news counts 2,016 with a mark.
bool IsRecentYear(const Quantity& figure,
                  const std::optional<IsoDate>& published) {
  constexpr int kBack = 60, kAhead = 10;
  constexpr int kUnknown = 2015;  // about which text without a day is written
  const int year = published && IsBounded(published->days)
                       ? ToYearMonthDay(*published->days.first).year
                       : kUnknown;
  const auto near = [&](const std::optional<Decimal>& value) {
    return value && *value >= Decimal(year - kBack) &&
           *value <= Decimal(year + kAhead);
  };
  return figure.modality == Modality::kRange
             ? near(figure.range.low) && near(figure.range.high)
             : near(figure.value);
}

// Do words such as "compared with" stand right before? One word alone
// (مقابل) may stand between two amounts.
bool IsHeldAgainst(const Rulebook& rules, const Document& document,
                   uint32_t token) {
  constexpr uint32_t kLongest = 3;
  for (uint32_t back = 2; back <= kLongest && back <= token; ++back) {
    for (const PhraseMatch& match :
         MatchPhrases(rules.lexicon(), document, token - back,
                      KindBit(RuleKind::kSentences))) {
      if (match.limit_token == token &&
          rules.Attribute(match.rule, "role") == "compared") {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::optional<uint32_t> YearToken(
    const NounFinder& nouns, const ModalityWords& modality,
    const Rulebook& rules, const NumberWords& words, const Document& document,
    const std::optional<IsoDate>& published, const Quantity& figure,
    const std::vector<Quantity>& before) {
  if (figure.kind != QuantityKind::kCount || figure.in_words || figure.vague) {
    return std::nullopt;
  }
  const bool range = figure.modality == Modality::kRange;
  if (range ? !IsYear(figure.range.low) || !IsYear(figure.range.high)
            : figure.modality != Modality::kExact ||
                  (!IsYear(figure.value) &&
                   !IsOldYear(nouns, document, figure))) {
    return std::nullopt;
  }
  std::optional<uint32_t> first;
  for (uint32_t t = figure.first_token; t < figure.limit_token; ++t) {
    if (document.tokens[t].kind != TokenKind::kDigits) continue;
    if (document.Folded(t).size() != 4) return std::nullopt;
    if (!first) first = t;
  }
  if (!first) return std::nullopt;
  const bool counts = figure.noun_first_token < figure.noun_limit_token;
  const auto takes_year = [&](uint32_t token) {
    bool takes = false;
    for (const PhraseMatch& match : MatchPhrases(
             rules.lexicon(), document, token, KindBit(RuleKind::kTime))) {
      takes |= rules.Attribute(match.rule, "role") == "year_noun";
    }
    return takes;
  };
  // "the 2020 campaign aides", "below 2012 levels"
  const bool of_year = nouns.plurals().KnowsLanguage(document) &&
                       (takes_year(figure.limit_token) ||
                        (counts && takes_year(figure.noun_limit_token - 1)));
  const auto bound = modality.Before(document, figure.first_token);
  // "around 2008", "at least 2021"
  const bool recent = nouns.plurals().KnowsLanguage(document) &&
                      IsRecentYear(figure, published);
  if (!of_year &&
      ((bound && bound->bound != Modality::kExact && (counts || !recent)) ||
       (!range && figure.value->Reduced().exponent() >= 2 &&
        !IsThatYear(nouns, words, document, figure)))) {
    return std::nullopt;
  }
  const uint32_t head = figure.noun_limit_token - 1;
  if (!range && (!counts || IsText(document, *first - 1, "(")) &&
      ContinuesYears(words, document, figure, before)) {
    return first;
  }
  if (!nouns.plurals().KnowsLanguage(document)) {
    if (!counts && !range && IsHeldAgainst(rules, document, *first)) {
      return first;
    }
    // "دار الكتب، 2014": the last of a line of particulars, or between commas.
    if (!counts && !range && *first > 1 && IsComma(document, *first - 1) &&
        IsWord(document, *first - 2) && OnLine(document, *first) &&
        OnLine(document, *first - 1) &&
        (!OnLine(document, figure.limit_token) ||
         IsComma(document, figure.limit_token))) {
      return first;
    }
    // Behind a noun, with nothing counted: "the budget 2014".
    if (counts || range || *first == 0 || document.tokens[*first].starts_line ||
        document.tokens[*first].glued || !IsWord(document, *first - 1) ||
        nouns.IsStop(document, *first - 1)) {
      return std::nullopt;
    }
    return first;
  }
  if (counts && !of_year && !recent &&
      nouns.plurals().IsPlural(document, head) &&
      !IsInName(words, document, *first)) {
    return std::nullopt;
  }
  return first;
}

bool IsNamedYear(const Document& document, const Quantity& figure) {
  constexpr uint32_t kLeastLetters = 3;
  const uint32_t first = figure.first_token;
  if (figure.kind != QuantityKind::kCount || figure.in_words || first == 0 ||
      figure.modality != Modality::kExact || !IsYear(figure.value) ||
      figure.limit_token != first + 1 || document.Folded(first).size() != 4 ||
      figure.noun_first_token < figure.noun_limit_token) {
    return false;
  }
  const Token& before = document.tokens[first - 1];
  return !document.tokens[first].starts_line && IsWord(document, first - 1) &&
         before.all_capitals && before.end - before.begin >= kLeastLetters;
}

}  // namespace crosscheck
