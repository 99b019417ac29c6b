#include "checker/quantity/find_quantities.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "checker/quantity/bare_years.h"
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
  figure.rules.push_back("shared.shape.rank");
}

// "more than a third", "a third or more": a share where an ordinal was read,
// which nothing bounds; "about a third debate" is one.
void MakeShare(const NounFinder& nouns, const ModalityWords& modality,
               const NumberWords& words, const Document& document,
               Quantity& figure) {
  constexpr int kLeast = 3, kMost = 10;
  const uint32_t first = figure.first_token, limit = figure.limit_token;
  if (figure.kind != QuantityKind::kOrdinal || !figure.in_words ||
      !figure.value || *figure.value < Decimal(kLeast) ||
      *figure.value > Decimal(kMost) || limit != first + 1 || first == 0 ||
      !OnLine(document, first) ||
      !words.Bare(document, first - 1, {NumberRole::kArticle})) {
    return;
  }
  const auto before = modality.Before(document, first - 1);
  // "less than a third received it"
  const bool sure = before &&
                    (before->bound == Modality::kMoreThan ||
                     before->bound == Modality::kLessThan) &&
                    before->limit_token - before->first_token > 1;
  const bool ends = !OnLine(document, limit) || !IsWord(document, limit) ||
                    nouns.IsStop(document, limit);
  const bool bounded =
      modality.After(document, limit).has_value() || sure || (before && ends);
  const auto share = Divide(Decimal(1), *figure.value);
  if (!bounded || !share) return;
  figure.kind = QuantityKind::kRatio;
  figure.unit = {};
  figure.unit.id = "ratio";
  figure.unit.dimension = Dimension::kRatio;
  figure.value = *share;
  figure.range = Exactly(*share);
  figure.rules.push_back("shared.shape.share");
}

// Roles of words of time right before a clock time: "at 04:40", "Monday 04:40".
constexpr std::string_view kAskForHour[] = {
    "at",      "bound",   "in",  "of",    "clock",   "span",
    "weekday", "holiday", "day", "month", "article", "weekdays"};

// Does the word at `token` ask for an hour behind it?
bool AsksForHour(const Rulebook& rules, const Document& document,
                 uint32_t token) {
  for (const PhraseMatch& match :
       MatchPhrases(rules.lexicon(), document, token,
                    KindBit(RuleKind::kTime) | KindBit(RuleKind::kRanges))) {
    const std::string_view role = rules.Attribute(match.rule, "role");
    if (match.kind == RuleKind::kRanges) {
      // "from 04:40", "03:10 to 04:40"
      if (role == "open" || (token > 0 && IsDigits(document, token - 1))) {
        return true;
      }
    } else if (std::find(std::begin(kAskForHour), std::end(kAskForHour),
                         role) != std::end(kAskForHour)) {
      return true;
    }
  }
  return false;
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
  const std::string_view minutes = document.Folded(first);
  return minutes.size() == 2 && minutes[0] == '0' &&
         document.Folded(first + 2).size() == 2 &&
         !AsksForHour(rules, document, first - 1) &&
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
                   figure
                       ? YearToken(parts.nouns, parts.modality_words,
                                   parts.rules, parts.numbers.words(), document,
                                   article.published, *figure, out.quantities)
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
    MakeShare(parts.nouns, parts.modality_words, parts.numbers.words(),
              document, *figure);
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
