#include "checker/quantity/find_quantities.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "checker/quantity/figure_groups.h"
#include "checker/quantity/figure_reader.h"
#include "checker/quantity/figure_starts.h"
#include "checker/quantity/modality_reader.h"
#include "checker/quantity/modality_words.h"
#include "checker/quantity/not_figures.h"
#include "checker/quantity/nouns.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/part_reader.h"
#include "checker/quantity/range_words.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_reader.h"
#include "checker/quantity/tokens.h"
#include "checker/quantity/unit_reader.h"

namespace crosscheck {

struct QuantityFinder::Parts {
  explicit Parts(const Rulebook& book)
      : rules(book),
        numbers(book),
        units(book),
        ranges(book),
        modality_words(book),
        nouns(book, numbers),
        parts(book, numbers, units),
        times(book, numbers),
        figures(book, parts, numbers, ranges, modality_words, nouns),
        not_figures(book, numbers.words(), units, nouns),
        starts(book, numbers.words(), units, nouns),
        modality(book, modality_words, numbers.words()),
        changes(book, ranges),
        groups(book, numbers.words(), ranges) {}
  const Rulebook& rules;
  NumberReader numbers;
  UnitReader units;
  RangeWords ranges;
  ModalityWords modality_words;
  NounFinder nouns;
  PartReader parts;
  TimeReader times;
  FigureReader figures;
  NotFigures not_figures;
  FigureStarts starts;
  ModalityReader modality;
  ChangeReader changes;
  FigureGroups groups;
};

namespace {

bool IsJoint(const NumberWords& words, const Document& document,
             uint32_t token) {
  return words.First(document, token, {NumberRole::kJoin}).has_value();
}

constexpr std::string_view kRankShape = "shared.shape.rank";

// "Category 3", "No. 2", "المرتبة الـ3": a whole number in digits behind a rank
// word, or with an article behind one in words.
void MakeRank(const NotFigures& not_figures, const NounFinder& nouns,
              const Document& document, const Quantity* before,
              Quantity& figure) {
  if (figure.kind != QuantityKind::kCount || !figure.value || figure.vague ||
      !figure.value->IsInteger() || figure.modality == Modality::kRange) {
    return;
  }
  const uint32_t first = figure.first_token;
  const bool article = first > 1 && OnLine(document, first) &&
                       nouns.IsArticle(document, first - 1);
  auto rank = not_figures.names().RankBefore(
      document, article ? first - 1 : first, article);
  // "للمرة الثالثة على التوالي والـ13 في تاريخه"
  constexpr uint32_t kReach = 4;
  if (!rank && article && before && OnLine(document, first) &&
      before->kind == QuantityKind::kOrdinal && figure.unit.id.empty() &&
      first - before->limit_token <= kReach) {
    rank = {before->noun_first_token, before->noun_limit_token};
  }
  if (!rank) return;
  figure.kind = QuantityKind::kOrdinal;
  figure.unit = {};
  figure.unit.id = "ordinal";
  figure.noun_first_token = rank->first;
  figure.noun_limit_token = rank->second;
  figure.rules.push_back(kRankShape);
}

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

// "in a 2014 Reuters poll", "the 2017 Corruption Perceptions Index": a year of
// something named, though a plural stands behind it.
bool IsInName(const NumberWords& words, const Document& document, uint32_t year,
              uint32_t head) {
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
  const auto article = words.First(
      document, year - 1, {NumberRole::kArticle, NumberRole::kDefinite});
  if (!article) return false;
  return article->role == NumberRole::kArticle ||
         (head > year + 1 && document.tokens[year + 1].capital &&
          document.tokens[head].capital);
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

// The first of the digits of a figure that counts nothing and is a year by its
// shape: "the 2014 return", "it was 2016", "from 2007 through 2014";
// nullopt where it is none. Round hundreds are as well amounts.
std::optional<uint32_t> YearToken(
    const NounFinder& nouns, const ModalityWords& modality,
    const Rulebook& rules, const NumberWords& words, const Document& document,
    const Quantity& figure, const std::vector<Quantity>& before) {
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
  if (!of_year && ((bound && bound->bound != Modality::kExact) ||
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
  if (counts && !of_year && nouns.plurals().IsPlural(document, head) &&
      !IsInName(words, document, *first, head)) {
    return std::nullopt;
  }
  return first;
}

// "ICRA 2024": an acronym and its year name a meeting or a test.
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

// "How damaging is it? 04:40" at the end of a line: the length of a recording.
bool IsRecordingLength(const Rulebook& rules, const Document& document,
                       const Quantity& time) {
  const uint32_t first = time.first_token, limit = time.limit_token;
  if (time.kind != QuantityKind::kDate || !time.iso.starts_with('T') ||
      limit != first + 3 || OnLine(document, limit) || first == 0 ||
      !OnLine(document, first) || !IsDigits(document, first) ||
      !IsText(document, first + 1, ":") || !IsDigits(document, first + 2)) {
    return false;
  }
  // "at 04:40"; but "the gun law 04:40" is no hour.
  if (Starts(document, first - 1, KindBit(RuleKind::kTime))) {
    for (const PhraseMatch& match : MatchPhrases(
             rules.lexicon(), document, first - 1, KindBit(RuleKind::kTime))) {
      const std::string_view role = rules.Attribute(match.rule, "role");
      if (role != "year_noun" && role != "told") return false;
    }
  }
  const std::string_view minutes = document.Folded(first);
  return minutes.size() == 2 && minutes[0] == '0' &&
         document.Folded(first + 2).size() == 2 &&
         !Starts(document, first - 1,
                 KindBit(RuleKind::kRanges) | KindBit(RuleKind::kStopwords)) &&
         !IsText(document, first - 1, ":") && !IsText(document, first - 1, "-");
}

// Does the time reach beyond what is no figure, or is it an hour or a length
// that only looks like a code ("16h00", "2h30m")?
bool IsMoreThan(const Quantity& time, const NotFigure& none) {
  if (time.limit_token > none.limit_token) return true;
  const bool clock = time.kind == QuantityKind::kDuration ||
                     (time.kind == QuantityKind::kDate &&
                      time.granularity <= Granularity::kHour);
  return clock && time.limit_token + 1 >= none.limit_token &&
         none.rule == "shared.shape.letters_after";
}

// واحد من ألف is a thousandth, whereas واحد من الركاب is only some passenger.
bool IsSmallRatio(const std::optional<Quantity>& figure) {
  return figure && figure->kind == QuantityKind::kRatio && figure->value &&
         *figure->value <= Decimal(1, -2);
}

// Takes the possessive mark off a date that ends with it: "last week’s", where
// the mark is a curly one, of more bytes than its folded form.
void CutPossessive(std::string_view text, const Document& document,
                   Quantity& figure) {
  constexpr std::string_view kMark = "\u2019";
  const Token& last = document.tokens[figure.limit_token - 1];
  const std::string_view word = document.Folded(figure.limit_token - 1);
  if (figure.span.end != last.raw.end || word.size() < 3 ||
      word[word.size() - 2] != '\'') {
    return;
  }
  const uint32_t mark = last.raw.end - 1 - kMark.size();
  if (Length(last.raw) > kMark.size() + 1 &&
      text.substr(mark, kMark.size()) == kMark) {
    figure.span.end = figure.core.end = mark;
  }
}

// "10:15", "2013-14" where no time was read: neither number is a count.
bool IsHalfOfSomething(const Document& document, const Quantity& figure) {
  const uint32_t limit = figure.limit_token;
  if (figure.kind != QuantityKind::kCount || figure.in_words ||
      !IsGlued(document, limit) || !IsGlued(document, limit + 1) ||
      !IsDigits(document, limit + 1)) {
    return false;
  }
  const std::string_view mark = document.Folded(limit);
  return mark == ":" || mark == "-" || mark == "/" || mark == ".";
}

}  // namespace

QuantityFinder::QuantityFinder(const Rulebook& rules)
    : parts_(std::make_unique<Parts>(rules)) {}
QuantityFinder::~QuantityFinder() = default;

QuantityReading QuantityFinder::Find(const Article& article,
                                     const Document& document) const {
  const Parts& parts = *parts_;
  QuantityReading out;
  std::optional<IsoDate> anchor;
  uint32_t s = 0;
  const auto& tokens = document.tokens;
  const auto skip = [&](uint32_t first, uint32_t limit, std::string_view reason,
                        std::string_view rule) {
    out.skipped.push_back(
        {{tokens[first].raw.begin, tokens[limit - 1].raw.end}, reason, rule});
  };
  for (uint32_t t = 0; t < tokens.size();) {
    if (!parts.starts.MayStart(document, t)) {
      ++t;
      continue;
    }
    while (s + 1 < document.sentences.size() &&
           t >= document.sentences[s].limit_token) {
      ++s;
    }
    const Sentence& sentence = document.sentences[s];
    // A date may begin like what is no figure ("first quarter", "1. January").
    std::optional<Quantity> time =
        parts.times.Read(document, t, article.published, anchor);
    const auto none = parts.not_figures.Find(document, sentence, t);
    if (none && !(time && IsMoreThan(*time, *none)) &&
        !(none->reason == "idiom" &&
          IsSmallRatio(parts.figures.Read(document, t)))) {
      uint32_t limit = std::max(none->limit_token, t + 1);
      // "Raw video 1:43": both halves.
      if (IsGlued(document, limit) && IsText(document, limit, ":") &&
          IsGlued(document, limit + 1) && IsDigits(document, limit + 1)) {
        limit += 2;
      }
      skip(t, limit, none->reason, none->rule);
      t = limit;
      continue;
    }
    std::optional<Quantity> figure = parts.figures.Read(document, t);
    if (time && (!figure || time->limit_token >= figure->limit_token)) {
      figure = std::move(time);
    } else if (figure && IsNamedYear(document, *figure)) {
      skip(t, figure->limit_token, "name", "shared.shape.acronym_year");
      t = figure->limit_token;
      continue;
    } else if (const auto year =
                   figure ? YearToken(parts.nouns, parts.modality_words,
                                      parts.rules, parts.numbers.words(),
                                      document, *figure, out.quantities)
                          : std::nullopt) {
      time = parts.times.Read(document, *year, article.published, anchor,
                              /*years_stand=*/true);
      if (time && time->limit_token >= figure->limit_token) {
        figure = std::move(time);
      }
    } else if (figure) {
      auto none = parts.not_figures.Doubt(document, *figure);
      if (!none && IsHalfOfSomething(document, *figure)) {
        none =
            NotFigure{figure->limit_token + 2, "unread", "shared.shape.none"};
      }
      if (none) {
        const uint32_t limit = std::max(none->limit_token, t + 1);
        skip(t, limit, none->reason, none->rule);
        t = limit;
        continue;
      }
    }
    if (figure && IsRecordingLength(parts.rules, document, *figure)) {
      skip(t, figure->limit_token, "recording", "shared.shape.recording");
      t = figure->limit_token;
      continue;
    }
    if (!figure || figure->limit_token <= t) {
      if (tokens[t].kind == TokenKind::kDigits) {
        skip(t, t + 1, "unread", "shared.shape.none");
      }
      ++t;
      continue;
    }
    const uint32_t limit = figure->limit_token;
    if (figure->kind == QuantityKind::kDate ||
        figure->kind == QuantityKind::kDuration) {
      CutPossessive(article.text, document, *figure);
    }
    MakeRank(parts.not_figures, parts.nouns, document,
             out.quantities.empty() ? nullptr : &out.quantities.back(),
             *figure);
    parts.modality.Apply(document, sentence.first_token, *figure);
    parts.changes.Apply(document, sentence.first_token, *figure);
    // A widened figure must not reach into the one before it.
    if (!out.quantities.empty() &&
        figure->span.begin < out.quantities.back().span.end) {
      figure->span.begin =
          std::max(figure->core.begin, out.quantities.back().span.end);
      figure->first_token =
          std::max(figure->first_token, out.quantities.back().limit_token);
    }
    if (figure->kind == QuantityKind::kDate && IsBounded(figure->days)) {
      anchor = IsoDate{figure->days, figure->granularity};
    }
    t = std::max(limit, figure->limit_token);
    out.quantities.push_back(std::move(*figure));
  }
  parts.groups.Apply(document, out.quantities);
  return out;
}

}  // namespace crosscheck
