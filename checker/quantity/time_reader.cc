#include "checker/quantity/time_reader.h"

#include <algorithm>

#include "checker/quantity/time_ages.h"
#include "checker/quantity/time_clock.h"
#include "checker/quantity/time_dates.h"
#include "checker/quantity/time_lengths.h"
#include "checker/quantity/time_resolve.h"
#include "checker/quantity/time_scan.h"
#include "checker/quantity/time_words.h"

namespace crosscheck {

struct TimeReader::Tables {
  Tables(const Rulebook& rules, const NumberReader& number_reader)
      : words(rules), numbers(number_reader) {}
  TimeWords words;
  const NumberReader& numbers;
};

namespace {

constexpr uint64_t kStarts = KindBit(RuleKind::kTime) |
                             KindBit(RuleKind::kNumbers) |
                             KindBit(RuleKind::kScales);
// How far around a date the words that tell its tense are looked for.
constexpr uint32_t kTenseReach = 14;

Modality ModalityOf(std::string_view name) {
  for (int m = 0; m <= static_cast<int>(Modality::kRange); ++m) {
    if (ToString(static_cast<Modality>(m)) == name) {
      return static_cast<Modality>(m);
    }
  }
  return Modality::kExact;
}

class Reader {
 public:
  Reader(const TimeScan& scan, uint32_t token,
         const std::optional<IsoDate>& published,
         const std::optional<IsoDate>& anchor)
      : scan_(scan), dates_(scan), lengths_(scan), token_(token) {
    context_.published = published;
    context_.anchor = anchor;
  }

  std::optional<Quantity> Run() {
    std::optional<Quantity> best = ReadDate();
    const auto keep = [&](std::optional<Quantity> one) {
      if (one && (!best || one->limit_token > best->limit_token)) {
        best = std::move(one);
      }
    };
    if (const auto length = lengths_.Read(token_)) {
      if (auto age = ReadAge(scan_, *length)) {
        keep(std::move(age));
      } else if (auto shifted = Shifted(*length)) {
        keep(std::move(shifted));
      } else {
        keep(ToQuantity(scan_, *length, context_.published));
      }
    }
    keep(ReadBareAge(scan_, token_));
    return best;
  }

 private:
  // "two years ago", قبل عامين, "two weeks later".
  std::optional<Quantity> Shifted(const LengthParts& length) const {
    if (length.hyphen || length.side != TimeSide::kNone) return std::nullopt;
    uint32_t first = length.first_token, limit = length.limit_token;
    std::optional<TimeWord> word;
    if (scan_.Has(limit)) {
      for (const TimeWord& after : scan_.Words(limit)) {
        if (after.place == TimePlace::kBefore ||
            (after.role != TimeRole::kAgo && after.role != TimeRole::kLater)) {
          continue;
        }
        word = after;
        limit = after.limit_token;
        break;
      }
    }
    uint8_t prefix_bytes = 0;
    if (!word) {
      if (auto from_day = ShiftedFromDay(length)) return from_day;
      for (TimeRole role : {TimeRole::kAgo, TimeRole::kLater}) {
        word = scan_.FindBefore(first, role, &first);
        if (word && word->place != TimePlace::kAfter) break;
        word.reset();
      }
      if (!word) return std::nullopt;
      prefix_bytes = word->prefix_bytes;
    } else {
      prefix_bytes = length.prefix_bytes;
    }
    const bool from_anchor = word->value == 1;
    const auto& from =
        from_anchor && context_.anchor ? context_.anchor : context_.published;
    Quantity out;
    const bool back = word->role == TimeRole::kAgo;
    if (from_anchor && !back && !context_.anchor) {
      SetDate(ResolveShift(length, back, std::nullopt), out);
      out.doubt = "it points to a date that is not written before it";
    } else {
      SetDate(ResolveShift(length, back, from), out);
    }
    Place(first, limit, prefix_bytes, 0, out);
    for (std::string_view rule : length.rules) out.rules.push_back(rule);
    out.rules.push_back(scan_.Id(*word));
    out.in_words = length.in_words;
    return out;
  }

  // "three weeks from tomorrow", "two days before yesterday".
  std::optional<Quantity> ShiftedFromDay(const LengthParts& length) const {
    const auto bound = scan_.Find(length.limit_token, TimeRole::kBound);
    if (!bound || bound->kind == "at_most") return std::nullopt;
    const uint32_t at = bound->limit_token;
    const auto word = scan_.Find(at, TimeRole::kDay);
    if (!word) return std::nullopt;
    const auto day = dates_.Read(at);
    if (!day || !day->day_shift || day->clock) return std::nullopt;
    const ResolvedDate from = Resolve(*day, context_);
    std::optional<IsoDate> anchor;
    if (IsBounded(from.days)) anchor = IsoDate{from.days, Granularity::kDay};
    Quantity out;
    SetDate(ResolveShift(length, bound->kind == "less_than", anchor), out);
    Place(length.first_token, day->limit_token, length.prefix_bytes, 0, out);
    for (std::string_view rule : length.rules) out.rules.push_back(rule);
    for (std::string_view rule : day->rules) out.rules.push_back(rule);
    return out;
  }

  void Place(uint32_t first, uint32_t limit, uint8_t prefix_bytes,
             uint8_t suffix_bytes, Quantity& out) const {
    const auto& tokens = scan_.document().tokens;
    out.first_token = first;
    out.limit_token = limit;
    out.core = {tokens[first].raw.begin, tokens[limit - 1].raw.end};
    const Token& begin = tokens[first];
    if (prefix_bytes > 0 && Length(begin.raw) == begin.end - begin.begin) {
      out.core.begin += prefix_bytes;
    }
    if (suffix_bytes > 0 && limit - 1 > first) {
      const Token& end = tokens[limit - 1];
      if (Length(end.raw) > suffix_bytes) out.core.end -= suffix_bytes;
    }
    out.span = out.core;
  }

  // A date with its clock time, or a clock time with its date.
  std::optional<DateParts> Moment(uint32_t token) const {
    auto date = dates_.Read(token);
    if (!date) date = DaypartFirst(token);
    if (date) {
      const bool day = date->day || date->weekday || date->day_shift;
      if (!day) return date;
      uint32_t at = date->limit_token;
      if (scan_.IsComma(at) || scan_.Is(at, "t")) ++at;
      at = scan_.Skip(at, {TimeRole::kAt});
      if (scan_.Has(at)) {
        if (auto clock = ReadClock(scan_, at)) {
          date->clock = clock->clock;
          date->limit_token = clock->limit_token;
          for (std::string_view rule : clock->rules) {
            date->rules.push_back(rule);
          }
          return date;
        }
      }
      // "Monday morning", أمس مساء.
      const auto part = scan_.Find(date->limit_token, TimeRole::kDaypart);
      if (part && part->kind != "clock" && !part->weak) {
        date->limit_token = part->limit_token;
      }
      return date;
    }
    const auto clock = ReadClock(scan_, token);
    if (!clock) return std::nullopt;
    uint32_t at = clock->limit_token;
    if (scan_.IsComma(at)) ++at;
    at = scan_.Skip(at, {TimeRole::kAt, TimeRole::kOf, TimeRole::kArticle});
    if (scan_.Has(at)) {
      auto day = dates_.Read(at);
      if (day && (day->day || day->weekday || day->day_shift)) {
        day->first_token = token;
        day->clock = clock->clock;
        for (std::string_view rule : clock->rules) day->rules.push_back(rule);
        return day;
      }
    }
    DateParts alone;
    alone.first_token = token;
    alone.limit_token = clock->limit_token;
    alone.clock = clock->clock;
    for (std::string_view rule : clock->rules) alone.rules.push_back(rule);
    return alone;
  }

  // صباح الاثنين, "the morning of 5 January".
  std::optional<DateParts> DaypartFirst(uint32_t token) const {
    const auto part = scan_.Find(token, TimeRole::kDaypart, true);
    if (!part || part->kind == "clock") return std::nullopt;
    const uint32_t at =
        scan_.Skip(part->limit_token, {TimeRole::kOf, TimeRole::kArticle});
    if (!scan_.Has(at)) return std::nullopt;
    auto date = dates_.Read(at);
    if (!date || !(date->day || date->weekday || date->day_shift)) {
      return std::nullopt;
    }
    date->first_token = token;
    date->rules.insert(date->rules.begin(), scan_.Id(*part));
    return date;
  }

  // Where the second end of a range would begin: after "to", a dash, or "and"
  // where "between" stands before the first end.
  std::optional<uint32_t> Link(uint32_t first, uint32_t at, bool* dash,
                               uint32_t* open_token) const {
    *dash = false;
    if (!scan_.Has(at)) return std::nullopt;
    std::string_view pairs;
    for (uint32_t back = 1; back <= 3 && back <= first; ++back) {
      if (scan_.At(first - back + 1).starts_line) break;
      uint32_t limit = first;
      // "between the 3rd and …", بين عامي 2019 و2021
      if (back > 1 && scan_.Find(first - 1, TimeRole::kArticle, true)) {
        limit = first - 1;
      }
      for (const PhraseMatch& match :
           MatchPhrases(scan_.rules().lexicon(), scan_.document(), first - back,
                        KindBit(RuleKind::kRanges))) {
        if ((match.limit_token == first || match.limit_token == limit) &&
            scan_.rules().Attribute(match.rule, "role") == "open") {
          pairs = scan_.rules().Attribute(match.rule, "pairs_with");
          *open_token = first - back;
        }
      }
      if (!pairs.empty()) break;
    }
    if (const auto to = scan_.RangeWord(at, "to")) return to;
    if (const auto mark = scan_.RangeWord(at, "dash")) {
      *dash = true;
      return mark;
    }
    if (pairs == "and") {
      if (const auto join = scan_.RangeWord(at, "and")) return join;
      const Token& next = scan_.At(at);
      for (int r = 0; r < next.reading_count; ++r) {
        if (next.readings[r].proclitics & kCliticAnd) return at;
      }
    }
    return std::nullopt;
  }

  static bool FitsRange(const DateParts& a, const DateParts& b) {
    const bool clock_only = a.clock && !a.HasDate();
    if (clock_only || (b.clock && !b.HasDate())) {
      return b.clock && (a.clock || a.bare_day);
    }
    if (a.bare_day) return b.day && (b.month || b.month_shift);
    if (b.bare_day) {
      if (a.day) return a.month.has_value() && *b.day <= 31;
      return a.year && !a.month && *b.day < 100;
    }
    if (b.bare_year) return a.year.has_value() && *b.year >= *a.year;
    if (a.hijri != b.hijri) return false;
    if (a.same_period || b.same_period) return false;
    const bool a_day = a.day || a.weekday || a.day_shift;
    const bool b_day = b.day || b.weekday || b.day_shift;
    if (a_day != b_day) return false;
    return true;
  }

  std::optional<Quantity> ReadDate() {
    std::optional<DateParts> first = Moment(token_);
    uint32_t open_token = token_;
    bool dash = false;
    if (!first) {
      const auto number = scan_.Number(token_);
      if (number && number->value >= 1 && number->value <= 31 &&
          (number->digits || number->ordinal)) {
        DateParts bare;
        bare.first_token = token_;
        bare.limit_token = number->limit_token;
        bare.day = number->value;
        bare.bare_day = true;
        first = bare;
      } else if (const auto year = YearOfRange()) {
        first = year;
      } else {
        return std::nullopt;
      }
    }
    const bool needs_range = first->bare_day || first->bare_year;
    auto link = Link(token_, first->limit_token, &dash, &open_token);
    if (!link && first->bare_day) link = Consecutive(*first);
    if (link && scan_.Has(*link)) {
      auto last = Moment(*link);
      if (!last && *link != first->limit_token) last = dates_.ReadEnd(*link);
      if (last && first->bare_day && last->clock && !last->HasDate()) {
        HourRange(*first, *last);
      }
      // "from 3:30 to 6 p.m.": what is said of the end holds for the beginning.
      if (last && first->clock && last->clock && !first->clock->settled &&
          last->clock->settled) {
        MoveToAfternoon(*first->clock, *last->clock);
      }
      if (last && FitsRange(*first, *last) &&
          !(dash &&
            scan_.At(*link).glued != scan_.At(first->limit_token).glued)) {
        auto range = MakeRange(*first, *last, open_token);
        if (range || needs_range) return range;
      }
    }
    if (needs_range) return std::nullopt;
    return MakeDate(*first);
  }

  // "27 and 28 January", يومي 27 و28 يناير: two days that follow each other.
  std::optional<uint32_t> Consecutive(const DateParts& first) const {
    uint32_t at = first.limit_token;
    const auto join = scan_.RangeWord(at, "and");
    if (!join) return std::nullopt;
    const auto number = scan_.Number(*join);
    if (!number || number->value != *first.day + 1) return std::nullopt;
    return join;
  }

  // "2019-2021", "2023/24": a year that stands only as one end of a range.
  std::optional<DateParts> YearOfRange() const {
    const auto year = scan_.ReadYear(token_);
    if (!year || year->words || year->value < kFirstBareYear ||
        year->value > kLastBareYear) {
      return std::nullopt;
    }
    const uint32_t at = year->limit_token;
    if (scan_.IsGlued(at, "/") || scan_.IsGlued(at, "-")) {
      if (!scan_.Has(at + 1) || !scan_.At(at + 1).glued) return std::nullopt;
      const int next = scan_.Digits(at + 1, 4);
      const size_t size = scan_.Text(at + 1).size();
      const bool follows = size == 2 && next == (year->value + 1) % 100;
      const bool whole =
          size == 4 && next > year->value && next <= kLastBareYear;
      if (!follows && !whole) return std::nullopt;
    }
    DateParts parts;
    parts.first_token = token_;
    parts.limit_token = at;
    parts.year = year->value;
    parts.bare_year = true;
    return parts;
  }

  // Where `last` is in the second half of the day and `first`, twelve hours
  // later, would still be before it.
  static void MoveToAfternoon(ClockParts& first, const ClockParts& last) {
    constexpr int kHalfDay = 720;
    if (first.minutes < kHalfDay && last.minutes >= kHalfDay &&
        first.minutes + kHalfDay < last.minutes) {
      first.minutes += kHalfDay;
    }
  }

  // "3-4pm": the first hour is in the half of the day of the second.
  static void HourRange(DateParts& first, const DateParts& last) {
    ClockParts clock;
    clock.minutes = *first.day * 60;
    MoveToAfternoon(clock, *last.clock);
    first.day.reset();
    first.bare_day = false;
    first.clock = clock;
  }

  bool SpeaksOfFuture() const {
    const auto& document = scan_.document();
    const Sentence& sentence = document.sentences[SentenceOf(document, token_)];
    const uint32_t from = std::max(
        sentence.first_token, token_ > kTenseReach ? token_ - kTenseReach : 0);
    const uint32_t to = std::min(sentence.limit_token, token_ + kTenseReach);
    for (uint32_t t = from; t < to; ++t) {
      if (!scan_.HasKind(t, KindBit(RuleKind::kTime))) continue;
      if (scan_.Find(t, TimeRole::kFuture, true)) return true;
    }
    return false;
  }

  Quantity MakeDate(const DateParts& parts) {
    if (NeedsTense(parts)) context_.future = SpeaksOfFuture();
    Quantity out;
    SetDate(Resolve(parts, context_), out);
    Place(parts.first_token, parts.limit_token, PrefixOf(parts.first_token),
          parts.suffix_bytes, out);
    for (std::string_view rule : parts.rules) out.rules.push_back(rule);
    Bound(parts.first_token, out);
    return out;
  }

  // nullopt where the second end lies before the first.
  std::optional<Quantity> MakeRange(const DateParts& first,
                                    const DateParts& last,
                                    uint32_t open_token) {
    if (NeedsTense(first) || NeedsTense(last)) {
      context_.future = SpeaksOfFuture();
    }
    Quantity out;
    ResolvedDate range = ResolveRange(first, last, context_);
    if (range.disordered) return std::nullopt;
    SetDate(std::move(range), out);
    Place(first.first_token, last.limit_token, PrefixOf(first.first_token),
          last.suffix_bytes, out);
    for (std::string_view rule : first.rules) out.rules.push_back(rule);
    for (std::string_view rule : last.rules) out.rules.push_back(rule);
    if (open_token < first.first_token) {
      out.first_token = open_token;
      out.span.begin = scan_.At(open_token).raw.begin;
    }
    return out;
  }

  // Bytes of the clitics before the first word of a date.
  uint8_t PrefixOf(uint32_t token) const {
    if (scan_.IsDigits(token)) return 0;
    for (const TimeWord& word : scan_.Words(token)) {
      return (word.proclitics & ~kCliticThe) != 0 ? PrefixWithout(word) : 0;
    }
    const auto number = scan_.Number(token);
    return number && (number->proclitics & ~kCliticThe) != 0
               ? number->prefix_bytes
               : 0;
  }

  static uint8_t PrefixWithout(const TimeWord& word) {
    return word.prefix_bytes;
  }

  // "since 2015", "by 25 January": what stands before bounds the date.
  void Bound(uint32_t first, Quantity& out) const {
    uint32_t at = first;
    if (at > 0 && !scan_.At(at).starts_line &&
        scan_.Find(at - 1, TimeRole::kArticle, true) &&
        !scan_.At(at - 1).starts_line) {
      --at;
    }
    uint32_t begin = at;
    const auto word = scan_.FindBefore(at, TimeRole::kBound, &begin);
    if (!word) return;
    out.modality = ModalityOf(word->kind);
    out.rules.push_back(scan_.Id(*word));
    out.first_token = begin;
    const Token& token = scan_.At(begin);
    out.span.begin = token.raw.begin;
    if (word->prefix_bytes > 0 &&
        Length(token.raw) == token.end - token.begin) {
      out.span.begin += word->prefix_bytes;
    }
  }

  const TimeScan& scan_;
  DateParser dates_;
  LengthParser lengths_;
  uint32_t token_;
  TimeContext context_;
};

}  // namespace

TimeReader::TimeReader(const Rulebook& rules, const NumberReader& numbers)
    : tables_(std::make_shared<const Tables>(rules, numbers)) {}

std::optional<Quantity> TimeReader::Read(
    const Document& document, uint32_t token,
    const std::optional<IsoDate>& published,
    const std::optional<IsoDate>& anchor, bool years_stand) const {
  const TimeScan scan(tables_->words, tables_->numbers, document, years_stand);
  if (!scan.IsDigits(token) && !scan.HasKind(token, kStarts)) {
    return std::nullopt;
  }
  return Reader(scan, token, published, anchor).Run();
}

}  // namespace crosscheck
