#include "checker/compare/compare_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "checker/compare/slips.h"
#include "checker/model/clock_time.h"
#include "checker/model/time_unit.h"

namespace crosscheck {
namespace {

Day YearStart(int year) { return MakeDay(year, 1, 1).value_or(Day{}); }

DayRange Years(int first, int last) {
  return {YearStart(first), AddDays(YearStart(last + 1), -1)};
}

Day Middle(const DayRange& days) {
  return Day{days.first->number + (days.last->number - days.first->number) / 2};
}

int DaysOf(Granularity granularity) {
  switch (granularity) {
    case Granularity::kWeek:
      return 7;
    case Granularity::kMonth:
      return 30;
    case Granularity::kQuarter:
    case Granularity::kSeason:
      return 91;
    case Granularity::kYear:
      return 365;
    case Granularity::kDecade:
      return 3652;
    case Granularity::kCentury:
      return 36525;
    default:
      return 1;
  }
}

DayRange Stated(const Quantity& figure, Granularity granularity) {
  if (!figure.relative) return WholePeriod(figure.days, granularity);
  const Day middle = Middle(figure.days);
  return WholePeriod({middle, middle}, granularity);
}

bool IsExactSpan(const Quantity& figure) {
  return IsSpan(figure) && !figure.relative &&
         figure.modality == Modality::kExact &&
         figure.days.first != figure.days.last;
}

// Do two spans begin and end in the same units of the coarser?
bool SameEnds(const DayRange& x, const DayRange& y, Granularity coarser) {
  const auto day = [&](const std::optional<Day>& end) {
    return WholePeriod({end, end}, coarser);
  };
  return Meets(day(x.first), day(y.first)) && Meets(day(x.last), day(y.last));
}

// How the days allowed are open: "since 2015 or earlier", "by 2030".
bool IsOpen(const Quantity& figure) {
  return figure.modality == Modality::kAtLeast ||
         figure.modality == Modality::kAtMost ||
         figure.modality == Modality::kMoreThan ||
         figure.modality == Modality::kLessThan;
}

std::string SayDays(const DayRange& days) {
  if (days.first == days.last) return ToIsoDate(*days.first);
  return fmt::format("{} to {}", ToIsoDate(*days.first), ToIsoDate(*days.last));
}

// By how many minutes two zones differ is a multiple of this.
constexpr int kZoneStep = 30;

// Times of day, of days that may be one.
FigureComparison CompareClocks(const Quantity& a, const ClockTime& x,
                               const Quantity& b, const ClockTime& y) {
  FigureComparison out;
  const int apart = MinutesApart(x, y);
  out.steps.push_back(
      fmt::format("{} and {} are {} minutes apart", Say(a), Say(b), apart));
  if (Meets(x, y)) {
    const bool same = apart == 0 && a.iso == b.iso && a.modality == b.modality;
    out.verdict = same ? Verdict::kAgree : Verdict::kCompatible;
    out.rule = same ? "compare.equal" : "compare.rounding";
    out.steps.push_back(same ? "they are the same"
                             : "they agree as far as they are printed");
    return out;
  }
  if (IsOpen(a) || IsOpen(b)) {
    out.verdict = Verdict::kCompatible;
    out.rule = "compare.bounds";
    out.steps.push_back("one only bounds the time");
    return out;
  }
  if (x.zone.has_value() != y.zone.has_value() && apart % kZoneStep == 0) {
    out.rule = "compare.time";
    out.steps.push_back(
        "not comparable, because one prints its time zone, and the other may "
        "be of another");
    return out;
  }
  ClockTime half_a_day_on = x;
  half_a_day_on.minute += 12 * 60;
  if (Meets(half_a_day_on, y)) {
    out.rule = "compare.time";
    out.steps.push_back(
        "not comparable, because they are half a day apart, and one may not "
        "say whether morning or evening is meant");
    return out;
  }
  out.verdict = Verdict::kConflict;
  out.rule = "compare.dates";
  out.severity = apart >= 60 ? Severity::kMedium : Severity::kLow;
  out.steps.push_back("no time of day fits both as they are printed");
  out.gap.absolute = std::to_string(apart);
  out.gap.unit = "minute";
  return out;
}

// May two times of day be of one day? Midnight of one zone is not that of
// another.
bool MayBeOfOneDay(const Quantity& a, const ClockTime& x, const Quantity& b,
                   const ClockTime& y) {
  if (!IsBounded(a.days) || !IsBounded(b.days)) return true;
  DayRange wide = b.days;
  if (x.zone && y.zone && Meets(x, y)) {
    wide.first = AddDays(*wide.first, -1);
    wide.last = AddDays(*wide.last, 1);
  }
  return Meets(a.days, wide);
}

}  // namespace

DayRange WholePeriod(const DayRange& days, Granularity granularity) {
  if (!IsBounded(days)) return days;
  const YearMonthDay first = ToYearMonthDay(*days.first);
  const YearMonthDay last = ToYearMonthDay(*days.last);
  const auto months = [&](int size) {
    const int from = (first.month - 1) / size * size + 1;
    const int to = (last.month - 1) / size * size + size;
    return DayRange{MakeDay(first.year, from, 1),
                    MakeDay(last.year, to, DaysInMonth(last.year, to))};
  };
  switch (granularity) {
    case Granularity::kWeek:
      return {AddDays(*days.first, 1 - IsoWeekday(*days.first)),
              AddDays(*days.last, 7 - IsoWeekday(*days.last))};
    case Granularity::kMonth:
      return months(1);
    case Granularity::kQuarter:
    case Granularity::kSeason:
      return months(3);
    case Granularity::kYear:
      return Years(first.year, last.year);
    case Granularity::kDecade:
      return Years(first.year / 10 * 10, last.year / 10 * 10 + 9);
    case Granularity::kCentury:
      return Years((first.year - 1) / 100 * 100 + 1,
                   (last.year - 1) / 100 * 100 + 100);
    default:
      return days;
  }
}

FigureComparison CompareDates(const Quantity& a, const Quantity& b,
                              const CompareSettings& settings) {
  FigureComparison out;
  const auto clock_a = ClockOf(a), clock_b = ClockOf(b);
  if (clock_a && clock_b && MayBeOfOneDay(a, *clock_a, b, *clock_b)) {
    return CompareClocks(a, *clock_a, b, *clock_b);
  }
  if (a.unresolved || b.unresolved || !IsBounded(a.days) ||
      !IsBounded(b.days)) {
    out.rule = "compare.unresolved";
    const Quantity& open = a.unresolved || !IsBounded(a.days) ? a : b;
    out.steps.push_back(open.doubt.empty()
                            ? "a date stays open without a publication day"
                            : open.doubt);
    return out;
  }
  const Granularity coarser = std::max(a.granularity, b.granularity);
  const DayRange x = Stated(a, coarser), y = Stated(b, coarser);
  out.steps.push_back(fmt::format("{} means {}; {} means {}", Say(a),
                                  SayDays(a.days), Say(b), SayDays(b.days)));
  if (IsExactSpan(a) && IsExactSpan(b) && !SameEnds(a.days, b.days, coarser) &&
      Meets(x, y)) {
    out.verdict = Verdict::kConflict;
    out.rule = "compare.dates";
    out.severity = Severity::kMedium;
    out.steps.push_back("both give a beginning and an end, and they differ");
    out.gap.absolute =
        std::to_string(std::max(std::abs(x.first->number - y.first->number),
                                std::abs(x.last->number - y.last->number)));
    out.gap.unit = "day";
    return out;
  }
  DayRange wide = y;
  wide.first = AddDays(*wide.first, -static_cast<int>(settings.date_slack));
  wide.last = AddDays(*wide.last, static_cast<int>(settings.date_slack));
  // "The weekend" and "late at the weekend" are one printed period.
  if (Meets(x, wide) || (a.iso == b.iso && Meets(a.days, b.days))) {
    const bool same = a.days == b.days && a.modality == b.modality;
    out.verdict = same ? Verdict::kAgree : Verdict::kCompatible;
    out.rule = same ? "compare.equal" : "compare.rounding";
    out.steps.push_back(same ? "they are the same"
                             : "they agree at the coarser of the two");
    return out;
  }
  // "Since 2011" and "since 2008" both name the beginning.
  const bool both_named =
      a.modality == b.modality &&
      (a.modality == Modality::kAtLeast || a.modality == Modality::kAtMost);
  if (!both_named && (IsOpen(a) || IsOpen(b))) {
    const bool a_first = x.last < y.first;
    const Quantity& earlier = a_first ? a : b;
    const Quantity& later = a_first ? b : a;
    const bool opens =
        (IsOpen(earlier) && (earlier.modality == Modality::kAtLeast ||
                             earlier.modality == Modality::kMoreThan)) ||
        (IsOpen(later) && (later.modality == Modality::kAtMost ||
                           later.modality == Modality::kLessThan));
    if (opens) {
      out.verdict = Verdict::kCompatible;
      out.rule = "compare.bounds";
      out.steps.push_back("one only bounds the date, and the other fits");
      return out;
    }
  }
  out.verdict = Verdict::kConflict;
  out.rule = "compare.dates";
  const DayRange& p = a.relative ? a.days : x;
  const DayRange& q = b.relative ? b.days : y;
  const int gap = p.last < q.first ? q.first->number - p.last->number
                                   : p.first->number - q.last->number;
  const bool touch = coarser > Granularity::kDay && gap <= DaysOf(coarser);
  out.severity = touch ? Severity::kMedium : Severity::kHigh;
  out.steps.push_back(
      fmt::format("at the coarser printed granularity {} and {} do not meet",
                  SayDays(x), SayDays(y)));
  if (touch) {
    out.steps.push_back("with half a unit of tolerance each side they touch");
  }
  out.gap.absolute = std::to_string(std::max(gap, 0));
  out.gap.unit = "day";
  out.likely_slip = LikelyDateSlip(a, b);
  return out;
}

FigureComparison CompareDurations(const Quantity& a, const Quantity& b) {
  FigureComparison out;
  const auto seconds_a = SecondsOf(a.unit.id), seconds_b = SecondsOf(b.unit.id);
  if (!seconds_a || !seconds_b) {
    out.rule = "compare.units";
    out.steps.push_back("the lengths cannot be brought to one unit");
    return out;
  }
  const Decimal coarser = std::max(*seconds_a, *seconds_b);
  const auto x = Times(a.range, *seconds_a), y = Times(b.range, *seconds_b);
  if (!x || !y) {
    out.rule = "compare.units";
    out.steps.push_back("the lengths are too large to be converted exactly");
    return out;
  }
  const auto points = [&](const Quantity& figure, const Decimal& seconds) {
    std::optional<Decimal> all;
    if (figure.value) all = Multiply(*figure.value, seconds);
    return all;
  };
  const auto p = points(a, *seconds_a), q = points(b, *seconds_b);
  const bool exact = a.modality == Modality::kExact &&
                     b.modality == Modality::kExact && p && q;
  bool clash = !Meets(*x, *y);
  const bool touch = !clash;
  if (exact && !clash) {
    // In whole coarser units, halves upwards.
    const auto whole = [&](const Decimal& length) {
      const auto units = Divide(length, coarser, 20);
      if (!units) return Decimal(0);
      const auto more = Add(*units, Decimal(5, -1));
      Decimal down = more.value_or(*units);
      while (down.exponent() < 0) {
        down = Decimal(down.coefficient() / 10, down.exponent() + 1);
      }
      return down;
    };
    clash = whole(*p) != whole(*q);
  }
  out.steps.push_back(fmt::format("{} against {}", Say(a), Say(b)));
  if (!clash) {
    const bool same = exact && *p == *q;
    out.verdict = same ? Verdict::kAgree : Verdict::kCompatible;
    out.rule = same ? "compare.equal"
                    : (exact ? "compare.rounding" : "compare.bounds");
    out.steps.push_back(same ? "they are the same length"
                             : "at the coarser of the two they agree");
    return out;
  }
  if (a.vague || b.vague) {
    out.verdict = Verdict::kUndecided;
    out.rule = "compare.bounds";
    out.steps.push_back("one of them is too vague to be held against it");
    return out;
  }
  out.verdict = Verdict::kConflict;
  out.rule = "compare.durations";
  out.severity = touch ? Severity::kMedium : Severity::kHigh;
  out.steps.push_back("in whole units of the coarser they differ");
  if (touch) {
    out.steps.push_back("with half a unit of tolerance each side they touch");
  }
  if (p && q) {
    if (const auto ratio = Divide(std::max(*p, *q), std::min(*p, *q), 3)) {
      out.gap.ratio = ratio->ToShortString();
    }
  }
  return out;
}

}  // namespace crosscheck
