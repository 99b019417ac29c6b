#include "checker/quantity/time_resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "checker/quantity/time_calendar.h"
#include "checker/quantity/time_periods.h"
#include "checker/quantity/time_weekdays.h"

namespace crosscheck {
namespace {

// Days ahead that an article may tell as over: some are updated after they
// are dated.
constexpr int kSoon = 31;
// Days ahead of a month that nothing says is to come, and what they cost more.
constexpr int kFar = 75;
constexpr int kFarCost = 270;
// What days behind cost more where the sentence speaks of what is to come.
constexpr int kBehindCost = 240;

constexpr std::string_view kNoDay =
    "it hangs on the day of publication, of which only the month or year is "
    "given";
constexpr std::string_view kNoYear =
    "the year is not written and no publication date is given";
constexpr std::string_view kNoSuchDay = "there is no such day";
constexpr std::string_view kNoAnchor =
    "it points to a date that is not written before it";
class Resolver {
 public:
  Resolver(const DateParts& parts, const TimeContext& context)
      : parts_(parts), context_(context) {
    if (context.published && IsBounded(context.published->days)) {
      const DayRange& days = context.published->days;
      middle_ = Middle(days);
      ref_ = ToYearMonthDay(*middle_);
      if (context.published->granularity <= Granularity::kDay) {
        day_ = days.first;
      }
    }
  }

  ResolvedDate Run() {
    Find();
    if (!out_.unresolved) Cut();
    AddClock();
    return std::move(out_);
  }

 private:
  void Open(std::string_view doubt) {
    out_.unresolved = true;
    out_.relative = true;
    out_.doubt = doubt;
  }
  void Set(Period period) {
    out_.days = period.days;
    out_.iso = std::move(period.iso);
    out_.granularity = period.granularity;
  }
  // Of a calendar without ISO names of its own.
  void SetDays(const DayRange& days) {
    out_.days = days;
    out_.iso = ToIsoDate(*days.first);
    if (days.first != days.last) out_.iso += "/" + ToIsoDate(*days.last);
  }
  bool NeedRef() {
    if (ref_) return true;
    Open(kNoPublished);
    return false;
  }
  bool NeedDay() {
    if (day_) return true;
    Open(ref_ ? kNoDay : kNoPublished);
    return false;
  }
  bool HasAnchor() const {
    return context_.anchor && IsBounded(context_.anchor->days);
  }

  // The year printed or said; nullopt when none is.
  std::optional<int> SaidYear() {
    if (parts_.year) return parts_.year;
    if (!parts_.year_shift) return std::nullopt;
    out_.relative = true;
    const bool that = parts_.side == TimeSide::kThat && *parts_.year_shift == 0;
    if (that || parts_.year_told) {
      if (HasAnchor()) {
        return ToYearMonthDay(*context_.anchor->days.first).year +
               *parts_.year_shift;
      }
      if (that) return std::nullopt;
    }
    if (!ref_) return std::nullopt;
    return ref_->year + *parts_.year_shift;
  }

  void Find() {
    if (parts_.hijri) return FindHijri();
    if (!parts_.feast.empty()) return FindFeast();
    if (parts_.same_period) return FindSamePeriod();
    if (parts_.day_shift) {
      out_.relative = true;
      out_.granularity = Granularity::kDay;
      if (!NeedDay()) return;
      Day day = AddDays(*day_, *parts_.day_shift);
      // "today, Thursday" of what is dated a day late.
      if (parts_.weekday) {
        for (int off : {-1, 1}) {
          if (IsoWeekday(AddDays(day, off)) == *parts_.weekday) {
            day = AddDays(day, off);
            break;
          }
        }
      }
      return Set(DayPeriod(day));
    }
    if (parts_.decade) return FindDecade();
    if (parts_.century) return Set(CenturyPeriod(*parts_.century));
    if (parts_.nth) return FindNth(*parts_.nth);
    if (parts_.month) {
      FindMonth();
      if (parts_.day_may_count && out_.days.first &&
          IsoWeekday(*out_.days.first) != *parts_.weekday) {
        out_.alternatives.clear();
        FindNth(*parts_.day);
      }
      return;
    }
    if (parts_.quarter || parts_.half || parts_.season) return FindSeason();
    if (parts_.weekday) return FindWeekday();
    if (parts_.weekend) return FindWeekend();
    if (parts_.unit) return FindUnit();
    if (parts_.day) return FindDayOfMonth();
    if (parts_.year) {
      Set(YearPeriod(*parts_.year));
      if (*parts_.year < 1) {
        out_.unresolved = true;
        out_.doubt = "years before Christ are not counted in days";
      }
      if (parts_.fiscal) {
        out_.doubt = "a fiscal year: its months are not written";
      }
    }
  }

  void FindMonth() {
    const auto said = SaidYear();
    if (parts_.year_shift && !said) return Open(kNoPublished);
    const auto period = [&](int year) {
      return parts_.day ? MakeDayPeriod(year, *parts_.month, *parts_.day)
                        : std::optional(MonthPeriod(year, *parts_.month));
    };
    if (said) {
      const auto found = period(*said);
      if (!found) return Open(kNoSuchDay);
      Set(*found);
      AddSwapped(*said);
      return;
    }
    out_.granularity = parts_.day ? Granularity::kDay : Granularity::kMonth;
    if (!ref_) return Open(kNoYear);
    out_.relative = true;
    if (parts_.side == TimeSide::kThis) {
      const auto found = period(ref_->year);
      return found ? Set(*found) : Open(kNoSuchDay);
    }
    const int reach = parts_.day == 29 && parts_.month == 2 ? 8 : 1;
    if (const auto beside = YearBeside()) {
      if (const auto found = period(*beside)) return Set(*found);
    }
    const auto year = Nearest(ref_->year - reach, ref_->year + reach,
                              [&](int one) { return DaysOf(period(one)); });
    if (!year) return Open(kNoSuchDay);
    // "March after next": a year further.
    const int more = std::max(std::abs(parts_.shift) - 1, 0);
    const int found = *year + (parts_.shift < 0 ? -more : more);
    if (!period(found)) return Open(kNoSuchDay);
    Set(*period(found));
    AddSwapped(found);
  }

  // "October and November": the first of the second behind the first.
  std::optional<int> YearBeside() const {
    if (!context_.joined || parts_.day || !HasAnchor() ||
        parts_.side != TimeSide::kNone ||
        context_.anchor->granularity != Granularity::kMonth ||
        *context_.anchor->days.first > *middle_) {
      return std::nullopt;
    }
    const YearMonthDay first = ToYearMonthDay(*context_.anchor->days.first);
    return first.year + (*parts_.month < first.month ? 1 : 0);
  }

  void AddSwapped(int year) {
    if (!parts_.swappable) return;
    const auto other = MakeDayPeriod(year, *parts_.day, *parts_.month);
    if (!other) return;
    out_.alternatives = {out_.iso, other->iso};
    out_.doubt = "day and month could be the other way round";
  }

  // How far off a candidate is, by the side said; nullopt when it is on the
  // wrong one. Less is better.
  std::optional<int> Cost(const DayRange& days) const {
    const int after = days.first->number - middle_->number;  // > 0: to come
    const int before = middle_->number - days.last->number;  // > 0: past
    switch (parts_.side) {
      case TimeSide::kLast:
        return before > 0 ? std::optional(before) : std::nullopt;
      case TimeSide::kNext:
      case TimeSide::kNextWeek:
        return after > 0 ? std::optional(after) : std::nullopt;
      default:
        break;
    }
    if (context_.coming && before > 0) return std::nullopt;
    // A day of this month that is over is not the next year's.
    if (context_.future) {
      if (!parts_.day && after <= 0 && before <= 0) return 0;  // it runs
      return after >= 0 ? after : kBehindCost + before;
    }
    // Nearest, but news tells more of what was: what is to come must be
    // clearly nearer.
    if (after > 0 && context_.past) return std::nullopt;
    if (after > kSoon && context_.told) return std::nullopt;
    // A month far ahead is said to be to come.
    if (after > kFar && parts_.month && !parts_.day && !context_.open) {
      return kFarCost + after;
    }
    if (after > 0) return after + after / 3;
    return std::max(before, 0);
  }

  // Of the years or months from `first` to `last`, the one whose days, as
  // `days_of` tells them, are the least far off; the first among equals.
  template <typename DaysOf>
  std::optional<int> Nearest(int first, int last, const DaysOf& days_of) const {
    std::optional<int> best;
    int best_cost = 0;
    for (int one = first; one <= last; ++one) {
      const std::optional<DayRange> days = days_of(one);
      const auto cost = days ? Cost(*days) : std::nullopt;
      if (!cost || (best && *cost >= best_cost)) continue;
      best = one;
      best_cost = *cost;
    }
    return best;
  }
  static std::optional<DayRange> DaysOf(const std::optional<Period>& period) {
    return period ? std::optional(period->days) : std::nullopt;
  }

  void FindWeekday() {
    out_.granularity = Granularity::kDay;
    // "Tuesday the 19th": the day with that number and name.
    if (parts_.day) return FindDayOfMonth();
    out_.relative = true;
    if (!NeedDay()) return;
    Set(DayPeriod(WeekdayNear(*day_, parts_, context_.future)));
  }

  void FindWeekend() {
    out_.relative = true;
    if (!NeedDay()) return;
    Set(WeekendPeriod(SaturdayNear(*day_, parts_, context_.future)));
  }

  // "the 22nd", يوم 27, "the 19th of this month".
  void FindDayOfMonth() {
    out_.granularity = Granularity::kDay;
    out_.relative = true;
    if (!NeedRef()) return;
    const int month = ref_->year * 12 + ref_->month - 1;
    const auto in_month = [&](int index) {
      return MakeDayPeriod(index / 12, index % 12 + 1, *parts_.day);
    };
    if (parts_.side == TimeSide::kThat) {  // 24 من الشهر ذاته
      if (!HasAnchor()) return Open(kNoAnchor);
      const YearMonthDay was = ToYearMonthDay(*context_.anchor->days.first);
      const auto one = in_month(was.year * 12 + was.month - 1);
      return one ? Set(*one) : Open(kNoSuchDay);
    }
    if (parts_.month_shift) {
      const auto one = in_month(month + *parts_.month_shift);
      return one ? Set(*one) : Open(kNoSuchDay);
    }
    if (!NeedDay()) return;
    const int reach = parts_.weekday ? 12 : 2;
    const auto index = Nearest(month - reach, month + reach, [&](int one) {
      const auto days = DaysOf(in_month(one));
      const bool named = !parts_.weekday || !days ||
                         IsoWeekday(*days->first) == *parts_.weekday;
      return named ? days : std::nullopt;
    });
    index ? Set(*in_month(*index)) : Open(kNoSuchDay);
  }

  void FindUnit() {
    const TimeUnit unit = *parts_.unit;
    out_.relative = true;
    // "the following week" where nothing is told before goes on from now.
    if (parts_.side == TimeSide::kThat &&
        !(parts_.shift != 0 && !context_.anchor)) {
      if (!HasAnchor()) return Open(kNoAnchor);
      // "the next year" goes on from what is told, which must be as exact.
      if (parts_.shift != 0 &&
          context_.anchor->granularity >
              (unit == TimeUnit::kWeek    ? Granularity::kDay
               : unit == TimeUnit::kMonth ? Granularity::kMonth
                                          : Granularity::kYear)) {
        return Open(kNoAnchor);
      }
      return Set(UnitPeriod(*context_.anchor->days.first, unit, parts_.shift));
    }
    if (unit == TimeUnit::kWeek || unit == TimeUnit::kDay) {
      if (!NeedDay()) return;
      return Set(UnitPeriod(*day_, unit, parts_.shift));
    }
    if (!NeedRef()) return;
    if (unit == TimeUnit::kMonth &&
        context_.published->granularity > Granularity::kMonth) {
      return Open(kNoDay);
    }
    Set(UnitPeriod(*middle_, unit, parts_.shift));
    if (parts_.fiscal) {
      out_.doubt = "a fiscal year: its months are not written";
    }
  }

  void FindSeason() {
    const auto said = SaidYear();
    if (parts_.year_shift && !said) return Open(kNoPublished);
    const auto period = [&](int year) {
      if (parts_.quarter) return QuarterPeriod(year, *parts_.quarter);
      if (parts_.half) return HalfPeriod(year, *parts_.half);
      return SeasonPeriod(year, *parts_.season);
    };
    if (said) {
      Set(period(*said));
    } else {
      out_.granularity = Granularity::kQuarter;
      if (!NeedRef()) return;
      out_.relative = true;
      std::optional<Period> best;
      int best_cost = 0;
      // A winter begins in the year before.
      for (int year = ref_->year - 2; year <= ref_->year + 1; ++year) {
        const Period one = period(year);
        const int after = one.days.first->number - middle_->number;
        const int before = middle_->number - one.days.last->number;
        std::optional<int> cost;
        if (parts_.side == TimeSide::kLast) {
          if (before > 0) cost = before;
        } else if (parts_.side == TimeSide::kNext ||
                   parts_.side == TimeSide::kNextWeek) {
          if (after > 0) cost = after;
        } else if (parts_.side == TimeSide::kThis) {
          if (year == ref_->year || (after <= 0 && before <= 0)) {
            cost = after <= 0 && before <= 0 ? 0 : 1;
          }
        } else if (context_.future) {
          cost = before > 0 ? 1000 + before : std::max(after, 0);
        } else {
          // The one running, or the last.
          cost = after > 0 ? 1000 + after : std::max(before, 0);
        }
        if (!cost || (best && *cost >= best_cost)) continue;
        best = one;
        best_cost = *cost;
      }
      if (!best) return Open(kNoPublished);
      Set(*best);
    }
    if (parts_.fiscal) {
      out_.doubt = "a fiscal year: its months are not written";
    }
  }

  void FindDecade() {
    const int decade = *parts_.decade;
    if (decade >= 100) return Set(DecadePeriod(decade));
    if (parts_.century) {
      return Set(DecadePeriod((*parts_.century - 1) * 100 + decade));
    }
    if (parts_.unit == TimeUnit::kCentury) {
      if (!NeedRef()) return;
      out_.relative = true;
      return Set(DecadePeriod((ref_->year - 1) / 100 * 100 +
                              parts_.shift * 100 + decade));
    }
    // Of this century where it has come, else of the last.
    const int year = ref_ ? ref_->year : 2000;
    const int now = year / 100 * 100;
    const bool begun = now + decade <= year;
    Set(DecadePeriod(begun ? now + decade : now - 100 + decade));
    if (begun && ref_) {
      out_.alternatives = {out_.iso, DecadePeriod(now - 100 + decade).iso};
    }
  }

  // "first Sunday of October", "last week of 2015", "last day of the month".
  void FindNth(int nth) {
    out_.granularity =
        parts_.unit == TimeUnit::kWeek ? Granularity::kWeek : Granularity::kDay;
    DateParts of;
    of.year = parts_.year;
    of.month = parts_.month;
    of.year_shift = parts_.year_shift;
    of.side = parts_.side;
    if (parts_.month_shift) {
      of.unit = TimeUnit::kMonth;
      of.shift = *parts_.month_shift;
    } else if (parts_.year_shift && !parts_.month) {
      of.unit = TimeUnit::kYear;
      of.shift = *parts_.year_shift;
      of.year_shift.reset();
    }
    const ResolvedDate whole = Resolve(of, context_);
    out_.relative = whole.relative;
    if (whole.unresolved || !IsBounded(whole.days)) {
      return Open(whole.doubt);
    }
    const auto found = NthIn(whole.days, parts_, nth);
    found ? Set(*found) : Open(kNoSuchDay);
  }

  // The period last written, in another year.
  void FindSamePeriod() {
    out_.relative = true;
    if (!HasAnchor()) return Open(kNoAnchor);
    const auto year = SaidYear();
    if (!year) return Open(kNoPublished);
    Set(SameOf(*context_.anchor, *year));
  }

  void FindFeast() {
    out_.granularity = Granularity::kDay;
    const auto said = SaidYear();
    if (parts_.year_shift && !said) return Open(kNoPublished);
    const auto in_year = [&](int year) {
      return FeastDays(parts_.feast_calendar, parts_.feast, year);
    };
    std::optional<int> year = said;
    if (!said) {
      if (!ref_) return Open(kNoYear);
      out_.relative = true;
      const int reach = parts_.side == TimeSide::kThis ? 0 : 1;
      year = Nearest(ref_->year - reach, ref_->year + reach, in_year);
    }
    auto days = year ? in_year(*year) : std::nullopt;
    if (!days) return Open(kNoSuchDay);
    if (parts_.weekend) days = WeekendWith(*days->first);
    SetDays(*days);
    if (parts_.feast_calendar == "hijri") {
      out_.doubt = "a feast of the moon, by the Umm al-Qura calendar";
    }
  }

  void FindHijri() {
    out_.granularity = parts_.day     ? Granularity::kDay
                       : parts_.month ? Granularity::kMonth
                                      : Granularity::kYear;
    const auto in_year = [&](int hijri) {
      return HijriDays(hijri, parts_.month, parts_.day);
    };
    std::optional<int> year = parts_.year;
    if (year && *year > kLastHijriYear && parts_.month) {
      // "Ramadan 2034": the year is a Gregorian one.
      year = HijriYearIn(*year, *parts_.month, parts_.day);
      if (!year) return Open(kNoSuchDay);
    }
    if (!year) {
      if (!ref_) return Open(kNoYear);
      const auto now = ToHijri(*middle_);
      if (!now) return Open(kNoYear);
      out_.relative = true;
      if (parts_.year_shift) {
        year = now->year + *parts_.year_shift;
      } else {
        year = Nearest(now->year - 1, now->year + 1, in_year);
      }
    }
    const auto days = year ? in_year(*year) : std::nullopt;
    if (!days) return Open(kNoSuchDay);
    SetDays(*days);
    out_.doubt = "a Hijri date, by the Umm al-Qura calendar";
  }

  void Cut() {
    if (parts_.part == TimePart::kWhole || !IsBounded(out_.days)) return;
    if (parts_.part == TimePart::kRest || parts_.part == TimePart::kSoFar) {
      // "later this month", "earlier this year": cut at the publication day.
      if (!day_ || *day_ < *out_.days.first || *day_ > *out_.days.last) return;
      const bool rest = parts_.part == TimePart::kRest;
      (rest ? out_.days.first : out_.days.last) = day_;
      return;
    }
    CutPeriod(parts_.part, out_.granularity, out_.days, out_.iso);
  }

  void AddClock() {
    if (!parts_.clock) return;
    const ClockParts& clock = *parts_.clock;
    const std::string time =
        fmt::format("T{:02}:{:02}", clock.minutes / 60, clock.minutes % 60);
    const std::string seconds =
        clock.seconds >= 0 ? fmt::format(":{:02}", clock.seconds) : "";
    const bool day = !out_.unresolved && IsBounded(out_.days) &&
                     out_.days.first == out_.days.last;
    if (!parts_.HasDate() || day) {
      out_.iso += time;
      out_.iso += seconds;
      out_.iso += clock.zone;
    } else if (out_.unresolved) {
      out_.iso = time + seconds + std::string(clock.zone);
    }
    out_.granularity =
        clock.has_minutes ? Granularity::kMinute : Granularity::kHour;
    if (!parts_.HasDate()) {
      out_.unresolved = true;
      out_.doubt = "a clock time without a day";
    }
  }

  const DateParts& parts_;
  const TimeContext& context_;
  std::optional<Day> middle_;  // of the publication day or month
  std::optional<Day> day_;     // where the day itself is known
  std::optional<YearMonthDay> ref_;
  ResolvedDate out_;
};

}  // namespace

ResolvedDate Resolve(const DateParts& parts, const TimeContext& context) {
  return Resolver(parts, context).Run();
}

bool NeedsTense(const DateParts& parts) {
  return !parts.year && !parts.year_shift && !parts.week_shift &&
         parts.side == TimeSide::kNone &&
         (parts.month || parts.weekday || parts.quarter || parts.season ||
          parts.half || parts.weekend || parts.day || !parts.feast.empty());
}

void SetDate(ResolvedDate date, Quantity& out) {
  out.kind = QuantityKind::kDate;
  out.unit.dimension = Dimension::kDate;
  out.days = date.days;
  out.granularity = date.granularity;
  out.iso = std::move(date.iso);
  out.alternatives = std::move(date.alternatives);
  out.relative = date.relative;
  out.unresolved = date.unresolved;
  out.doubt = std::move(date.doubt);
}

}  // namespace crosscheck
