#include "checker/quantity/time_from_date.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "checker/quantity/time_calendar.h"
#include "checker/quantity/time_periods.h"
#include "checker/quantity/time_shifts.h"
#include "checker/quantity/time_tense.h"

namespace crosscheck {
namespace {

constexpr int kCounts = 2;         // the value of a bound that counts: "from"
constexpr int kMostWeekdays = 60;  // "sixty Mondays ago" is no way to date

class FromDateParser {
 public:
  FromDateParser(const TimeScan& scan, const DateParser& dates,
                 const std::optional<LengthParts>& length, uint32_t token,
                 const TimeContext& context)
      : scan_(scan),
        dates_(dates),
        length_(length),
        token_(token),
        context_(context) {}

  std::optional<CountedDate> Run() {
    if (auto found = LengthFrom()) return found;
    if (auto found = Weekdays()) return found;
    if (auto found = NthFrom()) return found;
    if (auto found = Closest()) return found;
    return UnitOf();
  }

 private:
  void Use(const TimeWord& word) {
    out_.rules.push_back(scan_.Id(word));
    out_.limit_token = word.limit_token;
  }

  // The date at `token` that a count can start from; sets `from_`.
  bool TakeDate(uint32_t token, bool bare_days) {
    const uint32_t at = scan_.Skip(token, {TimeRole::kAt, TimeRole::kArticle});
    if (!scan_.Has(at)) return false;
    auto date = dates_.Read(at);
    if (!date && bare_days) {
      const auto number = scan_.Number(at);
      if (number && number->ordinal && number->value <= 31 &&
          number->value >= 1 &&
          !IsWord(scan_.document(), number->limit_token)) {
        date.emplace();
        date->day = number->value;
        date->limit_token = number->limit_token;
      }
    }
    if (!date || date->clock ||
        !(date->IsDay() || !date->feast.empty() || date->nth)) {
      return false;
    }
    if (NeedsTense(*date)) context_.future = SpeaksOfFuture(scan_, token_);
    from_ = Resolve(*date, context_);
    out_.limit_token = date->limit_token;
    out_.suffix_bytes = date->suffix_bytes;
    for (std::string_view rule : date->rules) out_.rules.push_back(rule);
    from_parts_ = *date;
    return true;
  }

  // The span reaches behind the date; nothing is resolved where that is not.
  CountedDate Finish(std::optional<Period> period) {
    out_.date.relative = from_.relative;
    if (period && IsBounded(from_.days)) {
      out_.date.days = period->days;
      out_.date.granularity = period->granularity;
      out_.date.iso = std::move(period->iso);
    } else {
      out_.date.unresolved = out_.date.relative = true;
      out_.date.granularity = Granularity::kDay;
      out_.date.doubt = from_.doubt;
    }
    return std::move(out_);
  }

  // "after", "from" (forward), "before": the way a count goes from a date.
  std::optional<bool> TakeDirection(uint32_t token) {
    const auto bound = scan_.Find(token, TimeRole::kBound);
    // "since" and "starting" say where a time begins, "from" also counts.
    if (!bound || bound->kind == "at_most" ||
        (bound->kind == "at_least" && bound->value != kCounts)) {
      return std::nullopt;
    }
    Use(*bound);
    return bound->kind == "less_than";
  }

  // بعد ثلاثة أيام من عيد الفطر: the way stands before the count, "of" behind.
  std::optional<bool> DirectionBefore(const LengthParts& length) {
    const auto of = scan_.Find(length.limit_token, TimeRole::kOf);
    if (!of || !scan_.Has(of->limit_token)) return std::nullopt;
    uint32_t first = 0;
    for (TimeRole role : {TimeRole::kAgo, TimeRole::kBound}) {
      const auto word = scan_.FindBefore(token_, role, &first);
      if (!word || word->place == TimePlace::kAfter) continue;
      const bool after = role == TimeRole::kBound && word->kind == "more_than";
      if (role == TimeRole::kBound && !after && word->kind != "less_than") {
        continue;
      }
      Use(*word);
      out_.first_token = first;
      out_.limit_token = of->limit_token;
      return !after;
    }
    return std::nullopt;
  }

  // "three weeks from tomorrow", "two days before Easter".
  std::optional<CountedDate> LengthFrom() {
    const auto length = length_ ? length_ : OneUnit();
    if (!length || length->hyphen || length->side != TimeSide::kNone ||
        length->unit < TimeUnit::kDay) {
      return std::nullopt;
    }
    out_ = {};
    for (std::string_view rule : length->rules) out_.rules.push_back(rule);
    auto back = TakeDirection(length->limit_token);
    if (!back) back = DirectionBefore(*length);
    if (!back || !TakeDate(out_.limit_token, false)) return std::nullopt;
    // "two weeks after 7 October attacks" names no day two weeks later.
    const bool named = from_parts_.day_shift || !from_parts_.feast.empty();
    if (!named && IsWord(scan_.document(), out_.limit_token)) {
      return std::nullopt;
    }
    std::optional<IsoDate> anchor;
    if (IsBounded(from_.days)) anchor = IsoDate{from_.days, Granularity::kDay};
    out_.date = ResolveShift(*length, *back, anchor);
    return std::move(out_);
  }

  // "a week" of "a week from tomorrow".
  std::optional<LengthParts> OneUnit() const {
    const auto article = scan_.Find(token_, TimeRole::kArticle, true);
    if (!article || article->kind != "one") return std::nullopt;
    const auto unit = scan_.Find(article->limit_token, TimeRole::kUnit);
    if (!unit || unit->dual || unit->kind == "plural") return std::nullopt;
    LengthParts one;
    one.first_token = token_;
    one.limit_token = unit->limit_token;
    one.value = 1;
    one.unit = crosscheck::UnitOf(*unit);
    one.rules.push_back(scan_.Id(*unit));
    return one;
  }

  // The nth weekday after or before a day.
  static Day Step(Day day, int weekday, int nth, bool back) {
    const int today = IsoWeekday(day);
    const int first =
        back ? -((today - weekday + 6) % 7 + 1) : (weekday - today + 6) % 7 + 1;
    return AddDays(day, first + (back ? -7 : 7) * (nth - 1));
  }

  // "three Sundays ago", "2 Fridays from now", "3 Mondays after Easter".
  std::optional<CountedDate> Weekdays() {
    const auto number = scan_.Number(token_);
    if (!number || number->ordinal || number->value < 1 ||
        number->value > kMostWeekdays || !scan_.Has(number->limit_token)) {
      return std::nullopt;
    }
    auto weekday = scan_.Find(number->limit_token, TimeRole::kWeekdays);
    if (!weekday && number->value == 1) {
      weekday = scan_.Find(number->limit_token, TimeRole::kWeekday);
    }
    if (!weekday) return std::nullopt;
    out_ = {};
    Use(*weekday);
    bool back = false;
    std::optional<TimeWord> word;
    for (const TimeWord& after : scan_.Words(weekday->limit_token)) {
      if (!scan_.Has(weekday->limit_token) ||
          after.place == TimePlace::kBefore || after.value == 1) {
        continue;
      }
      if (after.role == TimeRole::kAgo || after.role == TimeRole::kLater) {
        word = after;
        break;
      }
    }
    if (word) {
      back = word->role == TimeRole::kAgo;
      Use(*word);
      DateParts today;
      today.day_shift = 0;
      from_ = Resolve(today, context_);
    } else {
      const auto way = TakeDirection(weekday->limit_token);
      if (!way || !TakeDate(out_.limit_token, false)) return std::nullopt;
      back = *way;
    }
    return Finish(
        IsBounded(from_.days)
            ? std::optional(DayPeriod(
                  Step(*from_.days.first, weekday->value, number->value, back)))
            : std::nullopt);
  }

  // "the second Monday after Easter".
  std::optional<CountedDate> NthFrom() {
    const auto number = scan_.Number(token_);
    if (!number || !number->ordinal || number->value < 1 ||
        number->value > kMostWeekdays || !scan_.Has(number->limit_token)) {
      return std::nullopt;
    }
    const auto weekday = scan_.Find(number->limit_token, TimeRole::kWeekday);
    if (!weekday || weekday->weak) return std::nullopt;
    out_ = {};
    Use(*weekday);
    const auto back = TakeDirection(weekday->limit_token);
    if (!back || !TakeDate(out_.limit_token, false)) return std::nullopt;
    return Finish(IsBounded(from_.days) ? std::optional(DayPeriod(Step(
                                              *from_.days.first, weekday->value,
                                              number->value, *back)))
                                        : std::nullopt);
  }

  // "the closest Monday to 5 October", "the second closest Christmas to today".
  std::optional<CountedDate> Closest() {
    uint32_t at = token_;
    int nth = 1;
    if (const auto number = scan_.Number(at); number && number->ordinal) {
      nth = number->value;
      at = number->limit_token;
      if (!scan_.Has(at) || nth < 1 || nth > 9) return std::nullopt;
    }
    const auto closest = scan_.Find(at, TimeRole::kClosest, at == token_);
    if (!closest || !scan_.Has(closest->limit_token)) return std::nullopt;
    const uint32_t named = closest->limit_token;
    const auto weekday = scan_.Find(named, TimeRole::kWeekday);
    const auto feast = scan_.Find(named, TimeRole::kHoliday);
    if (!weekday && !feast) return std::nullopt;
    out_ = {};
    Use(*closest);
    Use(weekday ? *weekday : *feast);
    const auto to = scan_.RangeWord(out_.limit_token, "to");
    if (!to || !TakeDate(*to, false)) return std::nullopt;
    if (!IsBounded(from_.days)) return Finish(std::nullopt);
    const Day from = *from_.days.first;
    std::vector<Day> days;
    if (weekday) {
      const Day one = Step(AddDays(from, -1), weekday->value, 1, false);
      for (int week = -nth; week <= nth; ++week) {
        days.push_back(AddDays(one, 7 * week));
      }
    } else {
      const int year = ToYearMonthDay(from).year;
      for (int y = year - nth; y <= year + nth; ++y) {
        const auto found =
            FeastDays(scan_.rules().Attribute(feast->rule, "calendar"),
                      scan_.rules().Attribute(feast->rule, "value"), y);
        if (found && found->first) days.push_back(*found->first);
      }
    }
    if (days.size() < static_cast<size_t>(nth)) return Finish(std::nullopt);
    std::stable_sort(days.begin(), days.end(), [&](Day a, Day b) {
      return std::abs(a.number - from.number) <
             std::abs(b.number - from.number);
    });
    return Finish(DayPeriod(days[static_cast<size_t>(nth) - 1]));
  }

  // "the day after Christmas", "the week of the 18th", "the weekend of 5 May".
  std::optional<CountedDate> UnitOf() {
    std::optional<TimeWord> unit = scan_.Find(token_, TimeRole::kUnit, true);
    const auto weekend = scan_.Find(token_, TimeRole::kWeekend, true);
    if (weekend) unit = weekend;
    if (!unit || unit->dual || unit->kind == "plural") return std::nullopt;
    const auto size = crosscheck::UnitOf(*unit);
    out_ = {};
    Use(*unit);
    const uint32_t at = unit->limit_token;
    if (!weekend && size == TimeUnit::kDay) {
      const auto back = TakeDirection(at);
      if (!back || !TakeDate(out_.limit_token, false)) return std::nullopt;
      const auto& days = from_.days;
      return Finish(IsBounded(days) ? std::optional(DayPeriod(
                                          *back ? AddDays(*days.first, -1)
                                                : AddDays(*days.last, 1)))
                                    : std::nullopt);
    }
    if (!weekend && size != TimeUnit::kWeek) return std::nullopt;
    // "of", "starting (on)", "beginning (on)".
    uint32_t next = at;
    if (const auto of = scan_.Find(at, TimeRole::kOf)) {
      next = of->limit_token;
    } else if (const auto begin = scan_.Find(at, TimeRole::kBound);
               begin && begin->kind == "at_least" && begin->value == 1) {
      next = begin->limit_token;
    } else {
      return std::nullopt;
    }
    if (!TakeDate(next, true) || !from_parts_.IsDay()) return std::nullopt;
    // "the week of 21 to 25 October" is those days.
    for (std::string_view role : {"to", "dash"}) {
      if (scan_.RangeWord(out_.limit_token, role)) return std::nullopt;
    }
    if (!IsBounded(from_.days)) return Finish(std::nullopt);
    const Period week = WeekPeriod(*from_.days.first);
    if (!weekend) return Finish(week);
    const Day saturday = AddDays(*week.days.first, 5);
    const Day sunday = AddDays(saturday, 1);
    return Finish(Period{{saturday, sunday},
                         Granularity::kDay,
                         ToIsoDate(saturday) + "/" + ToIsoDate(sunday)});
  }

  const TimeScan& scan_;
  const DateParser& dates_;
  const std::optional<LengthParts>& length_;
  const uint32_t token_;
  TimeContext context_;
  ResolvedDate from_;
  DateParts from_parts_;
  CountedDate out_;
};

}  // namespace

std::optional<CountedDate> ReadFromDate(
    const TimeScan& scan, const DateParser& dates,
    const std::optional<LengthParts>& length, uint32_t token,
    const TimeContext& context) {
  return FromDateParser(scan, dates, length, token, context).Run();
}

}  // namespace crosscheck
