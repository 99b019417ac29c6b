#include "checker/quantity/time_reader.h"

#include <algorithm>

#include "checker/quantity/length_quantity.h"
#include "checker/quantity/time_ages.h"
#include "checker/quantity/time_bounds.h"
#include "checker/quantity/time_calendar.h"
#include "checker/quantity/time_dates.h"
#include "checker/quantity/time_from_date.h"
#include "checker/quantity/time_hints.h"
#include "checker/quantity/time_lengths.h"
#include "checker/quantity/time_links.h"
#include "checker/quantity/time_moments.h"
#include "checker/quantity/time_nowadays.h"
#include "checker/quantity/time_periods.h"
#include "checker/quantity/time_ranges.h"
#include "checker/quantity/time_resolve.h"
#include "checker/quantity/time_scan.h"
#include "checker/quantity/time_shifts.h"
#include "checker/quantity/time_starts.h"
#include "checker/quantity/time_tense.h"
#include "checker/quantity/time_words.h"
#include "checker/quantity/time_years.h"

namespace crosscheck {

struct TimeReader::Tables {
  Tables(const Rulebook& rules, const NumberReader& number_reader)
      : words(rules), numbers(number_reader), hints(rules, number_reader) {}
  TimeWords words;
  const NumberReader& numbers;
  TimeHints hints;
};

namespace {

class Reader {
 public:
  Reader(const TimeScan& scan, uint32_t token,
         const std::optional<IsoDate>& published,
         const std::optional<IsoDate>& anchor)
      : scan_(scan),
        dates_(scan),
        moments_(scan, dates_),
        lengths_(scan),
        token_(token) {
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
    const auto length = lengths_.Read(token_);
    if (length) {
      if (length->rolling && best && best->limit_token == length->limit_token) {
        best.reset();
      }
      if (auto age = ReadAge(scan_, *length)) {
        keep(std::move(age));
      } else if (auto shifted = Shifted(*length)) {
        keep(std::move(shifted));
      } else {
        keep(ToQuantity(scan_, *length, context_.published));
      }
    }
    keep(ReadBareAge(scan_, token_));
    keep(Counted(length));
    keep(FirstOf(length));
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
        if (scan_.IsGlued(after.limit_token, "-")) continue;  // "back-pay"
        word = after;
        limit = after.limit_token;
        break;
      }
    }
    uint8_t prefix_bytes = 0;
    std::string_view about;
    if (!word) {
      for (TimeRole role : {TimeRole::kAgo, TimeRole::kLater}) {
        word = scan_.FindBefore(first, role, &first);
        if (word && word->place != TimePlace::kAfter) break;
        word.reset();
      }
      if (!word) word = AgoBeforeAbout(first, about);
      if (!word) return std::nullopt;
      // قبل أسبوع من الحفل: before that, not before now.
      if (word->role == TimeRole::kAgo && word->kind != "since" &&
          IsBeforeEvent(limit)) {
        return std::nullopt;
      }
      prefix_bytes = word->prefix_bytes;
    } else {
      prefix_bytes = length.prefix_bytes;
    }
    const bool from_anchor = word->value == 1;
    // "In 2015 …, six hours later": a year is no hour to count from.
    const Granularity coarsest =
        length.unit <= TimeUnit::kWeek  ? Granularity::kDay
        : length.unit < TimeUnit::kYear ? Granularity::kMonth
                                        : Granularity::kYear;
    const bool has_anchor =
        context_.anchor && context_.anchor->granularity <= coarsest;
    const auto& from =
        from_anchor && has_anchor ? context_.anchor : context_.published;
    Quantity out;
    const bool back = word->role == TimeRole::kAgo;
    if (from_anchor && !back && !has_anchor) {
      SetDate(ResolveShift(length, back, std::nullopt), out);
      out.doubt = "it points to a date that is not written before it";
    } else {
      ResolvedDate date = ResolveShift(length, back, from);
      // "In 2008 …, four years later": no more exact than what it counts from.
      if (from_anchor && has_anchor && length.unit == TimeUnit::kYear &&
          context_.anchor->granularity == Granularity::kYear &&
          !date.unresolved && length.value && length.value->IsInteger() &&
          length.more.empty()) {
        const Period year = YearPeriod(ToYearMonthDay(Middle(date.days)).year);
        date.days = year.days;
        date.iso = year.iso;
      }
      // "Four decades later, we're witnessing": what is not said to come is
      // over, and counted from another day than the one written before it.
      const auto& today = context_.published;
      if (from_anchor && !back && !date.unresolved && today &&
          date.days.first && *date.days.first > *today->days.last &&
          *context_.anchor->days.first <= *today->days.last &&
          !SpeaksOfFuture(scan_, first)) {
        SetDate(ResolveShift(length, back, std::nullopt), out);
        out.doubt = "it points to a date that is not written before it";
      } else {
        SetDate(std::move(date), out);
      }
    }
    Place(first, limit, prefix_bytes, 0, out);
    for (std::string_view rule : length.rules) out.rules.push_back(rule);
    out.rules.push_back(scan_.Id(*word));
    if (!about.empty()) {
      out.modality = Modality::kAbout;
      out.rules.push_back(about);
    }
    out.in_words = length.in_words;
    return out;
  }

  // قبل حوالي شهر: "ago" before a word for "about" that ends before `first`,
  // which becomes its place; `about` becomes the rule of that word.
  std::optional<TimeWord> AgoBeforeAbout(uint32_t& first,
                                         std::string_view& about) const {
    constexpr uint32_t kWords = 3;
    for (uint32_t back = 1; back <= kWords && back < first; ++back) {
      const uint32_t begin = first - back;
      if (scan_.At(begin + 1).starts_line || scan_.At(begin).starts_line) break;
      uint32_t at = begin;
      const auto word = scan_.FindBefore(begin, TimeRole::kAgo, &at);
      if (!word || word->place != TimePlace::kBefore) continue;
      for (const PhraseMatch& match :
           MatchPhrases(scan_.rules().lexicon(), scan_.document(), begin,
                        KindBit(RuleKind::kModality))) {
        if (match.limit_token != first ||
            scan_.rules().Attribute(match.rule, "bound") != "about") {
          continue;
        }
        first = at;
        about = scan_.rules().Id(match.rule);
        return word;
      }
    }
    return std::nullopt;
  }

  // Does "of" stand at `token`, and no day behind it?
  bool IsBeforeEvent(uint32_t token) const {
    const auto word = scan_.Find(token, TimeRole::kEvent);
    return word && scan_.Has(word->limit_token) &&
           !scan_.Find(word->limit_token, TimeRole::kDay);
  }

  // "the first nine months of 2024", الأشهر التسعة الأولى من العام: from the
  // first day of the period on.
  std::optional<Quantity> FirstOf(const std::optional<LengthParts>& whole) {
    std::optional<LengthParts> length = whole;
    auto first = scan_.Number(token_);
    uint32_t at = 0;
    if (length) {
      first = scan_.Has(length->limit_token) ? scan_.Number(length->limit_token)
                                             : std::nullopt;
      at = first ? first->limit_token : 0;
    } else if (first && scan_.Has(first->limit_token)) {
      length = lengths_.Read(first->limit_token);
      at = length ? length->limit_token : 0;
    }
    if (!first || !first->ordinal || first->value != 1 || !length ||
        !length->value || !length->more.empty() || length->hyphen ||
        length->side != TimeSide::kNone || length->unit < TimeUnit::kDay ||
        length->unit > TimeUnit::kQuarter || !scan_.Has(at)) {
      return std::nullopt;
    }
    const auto count = length->value->ToInt64();
    const uint32_t period_token =
        scan_.Skip(at, {TimeRole::kOf, TimeRole::kIn, TimeRole::kArticle});
    if (!count || *count < 1 || *count > 52 || period_token == at) {
      return std::nullopt;
    }
    const auto period = dates_.ReadEnd(period_token);
    if (!period || period->day || period->clock) return std::nullopt;
    ResolvedDate date = Resolve(*period, context_);
    if (!date.unresolved) {
      const Day begin = *date.days.first;
      const auto end = Move(begin, *length->value, length->unit, false);
      if (!end || *end > AddDays(*date.days.last, 1)) return std::nullopt;
      date.days = {begin, AddDays(*end, -1)};
      const size_t digits = length->unit >= TimeUnit::kMonth ? 7 : 10;
      date.iso = ToIsoDate(*date.days.first).substr(0, digits) + "/" +
                 ToIsoDate(*date.days.last).substr(0, digits);
      date.granularity = length->unit >= TimeUnit::kMonth ? Granularity::kMonth
                                                          : Granularity::kDay;
    }
    Quantity out;
    SetDate(std::move(date), out);
    Place(token_, period->limit_token, PrefixOf(token_), period->suffix_bytes,
          out);
    for (std::string_view rule : length->rules) out.rules.push_back(rule);
    for (std::string_view rule : period->rules) out.rules.push_back(rule);
    return out;
  }

  // "three weeks from tomorrow", "the second Monday after Easter".
  std::optional<Quantity> Counted(
      const std::optional<LengthParts>& length) const {
    auto found = ReadFromDate(scan_, dates_, length, token_, context_);
    if (!found) return std::nullopt;
    Quantity out;
    SetDate(std::move(found->date), out);
    const uint32_t first = found->first_token.value_or(token_);
    Place(first, found->limit_token, PrefixOf(first), found->suffix_bytes, out);
    for (std::string_view rule : found->rules) out.rules.push_back(rule);
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
    // Where the mark has other bytes than its folded form, the caller, who
    // has the text, takes it off.
    const Token& end = tokens[limit - 1];
    if (suffix_bytes > 0 && Length(end.raw) == end.end - end.begin) {
      out.core.end -= suffix_bytes;
    }
    out.span = out.core;
  }

  // "from 9:30 to 11 on Thursday", "3-4pm", "Thursday from 9:30 to 11".
  std::optional<Quantity> ReadHours(const std::optional<DateParts>& first) {
    std::optional<MomentParser::Hours> hours;
    if (first && first->IsDay()) {
      hours = moments_.HoursOn(*first);
    } else if (!first || first->clock) {
      hours = moments_.ReadHours(token_);
    }
    if (!hours) return std::nullopt;
    return MakeRange(hours->first, hours->last,
                     OpenToken(hours->first.first_token));
  }
  uint32_t OpenToken(uint32_t token) const {
    return scan_.OpensRange(token) ? token - 1 : token;
  }

  // "November between 19 and 20", "next week between Wednesday and Friday":
  // a range inside the period before it.
  std::optional<Quantity> ReadInside(const DateParts& period) {
    const bool month = period.month && !period.day && !period.clock;
    const bool week = period.unit == TimeUnit::kWeek;
    if ((!month && !week) || period.part != TimePart::kWhole) {
      return std::nullopt;
    }
    const auto open = scan_.RangeWord(period.limit_token, "open");
    if (!open || !scan_.Has(*open)) return std::nullopt;
    auto first = InnerDay(*open, month);
    if (!first) return std::nullopt;
    const uint32_t at = first->limit_token;
    auto link = scan_.RangeWord(at, "to");
    for (std::string_view role : {"dash", "and"}) {
      if (!link) link = scan_.RangeWord(at, role);
    }
    if (!link && scan_.Has(at) && scan_.HasProclitic(at, kCliticAnd)) link = at;
    if (!link || !scan_.Has(*link)) return std::nullopt;
    auto last = InnerDay(*link, month);
    if (!last) return std::nullopt;
    DateParts with = period;
    if (month && !with.year) {
      with.limit_token = last->limit_token;
      TakeYear(scan_, with);
    }
    for (auto* day : {&*first, &*last}) {
      const uint32_t limit = day->limit_token;
      const auto number = day->day, weekday = day->weekday;
      *day = with;
      day->day = number;
      if (week) {
        day->unit.reset();
        day->side = TimeSide::kNone;
        day->week_shift = period.shift;
        day->weekday = weekday;
      }
      day->limit_token = std::max(limit, day == &*last ? with.limit_token : 0);
    }
    first->first_token = token_;
    return MakeRange(*first, *last, token_);
  }

  // A bare day of a month, or a weekday of a week.
  std::optional<DateParts> InnerDay(uint32_t token, bool of_month) const {
    DateParts parts;
    const uint32_t at = scan_.Skip(token, {TimeRole::kArticle});
    if (of_month) {
      const auto number = scan_.Number(at);
      if (!number || number->value < 1 || number->value > 31 ||
          !(number->digits || number->ordinal)) {
        return std::nullopt;
      }
      parts.day = number->value;
      parts.limit_token = number->limit_token;
      return parts;
    }
    const auto weekday = scan_.Find(at, TimeRole::kWeekday, true);
    if (!weekday || weekday->weak ||
        (weekday->proclitics & ~(kCliticThe | kCliticAnd)) != 0) {
      return std::nullopt;
    }
    parts.weekday = weekday->value;
    parts.limit_token = weekday->limit_token;
    return parts;
  }

  // "Thanksgiving in a year", "Christmas two years ago": the year of a feast.
  std::optional<DateParts> WithYears(std::optional<DateParts> date) const {
    if (!date || date->feast.empty() || date->year || date->year_shift ||
        date->clock) {
      return date;
    }
    uint32_t at = date->limit_token;
    const bool in = scan_.Find(at, TimeRole::kIn).has_value();
    at = scan_.Skip(at, {TimeRole::kIn});
    if (!scan_.Has(at)) return date;
    const auto length = lengths_.Read(at);
    const auto years = length && length->value && length->more.empty() &&
                               length->unit == TimeUnit::kYear
                           ? length->value->ToInt64()
                           : std::nullopt;
    if (!years || *years > 100) return date;
    int sign = in ? 1 : 0;
    uint32_t limit = length->limit_token;
    for (const TimeWord& word : scan_.Words(limit)) {
      if (in || !scan_.Has(limit) || word.place == TimePlace::kBefore) continue;
      if (word.role != TimeRole::kAgo && word.role != TimeRole::kLater) {
        continue;
      }
      sign = word.role == TimeRole::kAgo ? -1 : 1;
      limit = word.limit_token;
      date->rules.push_back(scan_.Id(word));
      break;
    }
    if (sign == 0) return date;
    date->year_shift = sign * static_cast<int>(*years);
    date->limit_token = limit;
    date->suffix_bytes = 0;
    return date;
  }

  std::optional<Quantity> ReadDate() {
    std::optional<DateParts> first = WithYears(moments_.Read(token_));
    if (auto hours = ReadHours(first)) return hours;
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
      } else if (const auto year = ReadYearOfRange(scan_, token_)) {
        first = year;
      } else {
        return std::nullopt;
      }
    }
    if (auto inside = ReadInside(*first)) return inside;
    const bool needs_range = first->bare_day || first->bare_year;
    const RangeLink link = FindLink(scan_, token_, *first);
    if (link.last_token && scan_.Has(*link.last_token)) {
      const uint32_t at = *link.last_token;
      auto last = WithYears(moments_.Read(at));
      if (!last && at != first->limit_token) last = dates_.ReadEnd(at);
      // "from 3:30 to 6 p.m.": what is said of the end holds for the beginning.
      if (last && first->clock && last->clock && !first->clock->settled &&
          last->clock->settled) {
        MoveToAfternoon(*first->clock, *last->clock);
      }
      if (last && last->year && first->year && !first->month &&
          *last->year == *first->year - 1 && scan_.IsGlued(at - 1, "/")) {
        std::swap(first->year, last->year);
      }
      if (last && FitsRange(*first, *last) &&
          !(link.dash && !(first->bare_year && last->year && !last->month) &&
            scan_.At(at).glued != scan_.At(first->limit_token).glued)) {
        auto range = MakeRange(*first, *last, link.open_token);
        if (range || needs_range) return range;
      }
    }
    if (needs_range) return std::nullopt;
    return MakeDate(*first);
  }

  // "every Monday" is no day.
  bool Recurs(const DateParts& parts) const {
    if (!parts.weekday || parts.day) return false;
    const auto span = scan_.FindBefore(parts.first_token, TimeRole::kSpan);
    if (span && span->kind == "every") return true;
    // "the first Friday of each month"
    const auto of = scan_.Find(parts.limit_token, TimeRole::kOf);
    const auto each =
        of ? scan_.Find(of->limit_token, TimeRole::kSpan) : std::nullopt;
    return each && each->kind == "every";
  }

  // "in her thirties", "in his early 50s", في الثلاثينات من عمره: an age.
  std::optional<Quantity> AgeOfDecade(const DateParts& parts) const {
    if (!parts.decade || *parts.decade < 10 || *parts.decade >= 100 ||
        parts.year || parts.century) {
      return std::nullopt;
    }
    const auto whose =
        scan_.FindBefore(parts.first_token, TimeRole::kAgeBefore);
    const auto behind = scan_.Find(parts.limit_token, TimeRole::kAgeAfter);
    if (!(whose && whose->kind == "decade") &&
        !(behind && behind->kind == "bare") &&
        !dates_.IsDecadeOfLife(parts.first_token)) {
      return std::nullopt;
    }
    LengthParts years;
    years.first_token = years.core_first_token = parts.first_token;
    years.limit_token = parts.limit_token;
    years.unit = TimeUnit::kYear;
    years.range = true;
    years.low = *parts.decade;
    years.high = *parts.decade + 9;
    for (std::string_view rule : parts.rules) years.rules.push_back(rule);
    Quantity out = ToQuantity(scan_, years, std::nullopt);
    out.kind = QuantityKind::kAge;
    return out;
  }

  // "October and November", "March, April and May"
  bool IsJoined(uint32_t token) const {
    if (token < 2 || scan_.At(token).starts_line ||
        scan_.At(token - 1).starts_line ||
        !scan_.Find(token - 2, TimeRole::kMonth)) {
      return false;
    }
    const auto link = scan_.RangeWord(token - 1, "and");
    return scan_.IsComma(token - 1) || (link && *link == token);
  }

  std::optional<Quantity> MakeDate(const DateParts& parts) {
    if (Recurs(parts)) return std::nullopt;
    if (parts.day_shift == 0 && MeansNowadays(scan_, parts)) {
      return std::nullopt;
    }
    if (auto age = AgeOfDecade(parts)) return age;
    if (NeedsTense(parts)) {
      context_.past = IsSincePast(scan_, parts.first_token);
      context_.future = !context_.past && SpeaksOfFuture(scan_, token_);
      context_.told = !context_.future && parts.month &&
                      TellsOfPast(scan_, parts.first_token, parts.limit_token);
      context_.joined = IsJoined(parts.first_token);
      const auto bound = scan_.FindBefore(parts.first_token, TimeRole::kBound);
      context_.open = bound && !context_.past &&
                      (bound->kind == "at_most" || bound->kind == "at_least");
      if (IsComingElection(scan_, parts, context_)) {
        context_.future = context_.coming = true;
        context_.told = false;
      }
    }
    Quantity out;
    SetDate(Resolve(parts, context_), out);
    Place(parts.first_token, parts.limit_token, PrefixOf(parts.first_token),
          parts.suffix_bytes, out);
    for (std::string_view rule : parts.rules) out.rules.push_back(rule);
    SetBound(scan_, context_.published, parts.first_token, out);
    return out;
  }

  // nullopt where the second end lies before the first.
  std::optional<Quantity> MakeRange(const DateParts& first,
                                    const DateParts& last,
                                    uint32_t open_token) {
    if (NeedsTense(first) || NeedsTense(last)) {
      context_.future = SpeaksOfFuture(scan_, token_);
      context_.open = true;
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

  const TimeScan& scan_;
  DateParser dates_;
  MomentParser moments_;
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
  if (!scan.IsDigits(token) && !scan.HasKind(token, kTimeStarts)) {
    return std::nullopt;
  }
  if (!MayBeginTime(scan, token) || !tables_->hints.Has(document, token)) {
    return std::nullopt;
  }
  return Reader(scan, token, published, anchor).Run();
}

}  // namespace crosscheck
