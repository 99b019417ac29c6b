#include "checker/quantity/time_periods.h"

#include <fmt/format.h>

#include <algorithm>

namespace crosscheck {
namespace {

std::string IsoMonth(int year, int month) {
  return fmt::format("{:04}-{:02}", year, month);
}

DayRange Months(int year, int month, int count) {
  const int last = year * 12 + month - 1 + count - 1;
  return {
      MakeDay(year, month, 1),
      MakeDay(last / 12, last % 12 + 1, DaysInMonth(last / 12, last % 12 + 1))};
}

DayRange Years(int first, int last) {
  return {MakeDay(std::clamp(first, 1, 9999), 1, 1),
          MakeDay(std::clamp(last, 1, 9999), 12, 31)};
}

// Months of a unit; 0 where it is counted in days.
int MonthsIn(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMonth:
      return 1;
    case TimeUnit::kQuarter:
    case TimeUnit::kSeason:
      return 3;
    case TimeUnit::kHalf:
      return 6;
    case TimeUnit::kYear:
      return 12;
    case TimeUnit::kDecade:
      return 120;
    case TimeUnit::kCentury:
      return 1200;
    case TimeUnit::kMillennium:
      return 12000;
    default:
      return 0;
  }
}

int SecondsIn(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
      return 1;
    case TimeUnit::kMinute:
      return 60;
    case TimeUnit::kHour:
      return 3600;
    case TimeUnit::kWeek:
      return 7 * 86400;
    case TimeUnit::kFortnight:
      return 14 * 86400;
    default:
      return 86400;
  }
}

// Rounded to a whole number; nullopt when it is very large.
std::optional<int> ToInt(const Decimal& value) {
  Decimal down = value;
  while (down.exponent() < 0) {
    down = Decimal(down.coefficient() / 10, down.exponent() + 1);
  }
  const auto whole = down.ToInt64();
  if (!whole || *whole > 4'000'000 || *whole < -4'000'000) return std::nullopt;
  return static_cast<int>(*whole);
}

bool InRange(int64_t months) {
  return months >= 12 && months < 12 * int64_t{9999};
}

}  // namespace

Period DayPeriod(Day day) {
  return {{day, day}, Granularity::kDay, ToIsoDate(day)};
}

std::optional<Period> MakeDayPeriod(int year, int month, int day) {
  const auto made = MakeDay(year, month, day);
  if (!made) return std::nullopt;
  return DayPeriod(*made);
}

Period WeekPeriod(Day in_it) {
  const Day monday = AddDays(in_it, 1 - IsoWeekday(in_it));
  const Day thursday = AddDays(monday, 3);
  const int year = ToYearMonthDay(thursday).year;
  const int week = (thursday.number - MakeDay(year, 1, 1)->number) / 7 + 1;
  return {{monday, AddDays(monday, 6)},
          Granularity::kWeek,
          fmt::format("{:04}-W{:02}", year, week)};
}

Period MonthPeriod(int year, int month) {
  return {Months(year, month, 1), Granularity::kMonth, IsoMonth(year, month)};
}

Period QuarterPeriod(int year, int quarter) {
  return {Months(year, quarter * 3 - 2, 3), Granularity::kQuarter,
          fmt::format("{:04}-Q{}", year, quarter)};
}

Period HalfPeriod(int year, int half) {
  const int month = half == 1 ? 1 : 7;
  return {Months(year, month, 6), Granularity::kQuarter,
          IsoMonth(year, month) + "/" + IsoMonth(year, month + 5)};
}

Period SeasonPeriod(int year, int season) {
  const int month = season * 3;
  const int end = month + 2;
  return {Months(year, month, 3), Granularity::kSeason,
          IsoMonth(year, month) + "/" +
              IsoMonth(end > 12 ? year + 1 : year, end > 12 ? end - 12 : end)};
}

Period YearPeriod(int year) {
  if (year < 1) {
    return {{},
            Granularity::kYear,
            year == 0 ? "0000" : fmt::format("-{:04}", -year)};
  }
  return {Years(year, year), Granularity::kYear, fmt::format("{:04}", year)};
}

Period DecadePeriod(int first_year) {
  return {Years(first_year, first_year + 9), Granularity::kDecade,
          fmt::format("{:04}/{:04}", first_year, first_year + 9)};
}

Period CenturyPeriod(int century) {
  const int last = century * 100;
  return {Years(last - 99, last), Granularity::kCentury,
          fmt::format("{:04}/{:04}", last - 99, last)};
}

Period WeekendPeriod(Day saturday) {
  const Day sunday = AddDays(saturday, 1);
  return {{saturday, sunday},
          Granularity::kDay,
          ToIsoDate(saturday) + "/" + ToIsoDate(sunday)};
}

Day Middle(const DayRange& bounded) {
  return Day{bounded.first->number +
             (bounded.last->number - bounded.first->number) / 2};
}

Period SameOf(const IsoDate& was, int year) {
  const int back = ToYearMonthDay(*was.days.last).year - year;
  if (was.granularity == Granularity::kYear) {
    return YearPeriod(year);
  }
  const Day first = AddMonths(*was.days.first, -12 * back);
  const YearMonthDay date = ToYearMonthDay(first);
  if (was.granularity == Granularity::kMonth) {
    return MonthPeriod(date.year, date.month);
  }
  if (was.granularity == Granularity::kQuarter) {
    const DayRange& days = was.days;
    if (days.last->number - days.first->number < 100) {
      return QuarterPeriod(date.year, (date.month + 2) / 3);
    }
  }
  Day last = AddMonths(*was.days.last, -12 * back);
  const YearMonthDay ended = ToYearMonthDay(*was.days.last);
  if (ended.day == DaysInMonth(ended.year, ended.month)) {
    const YearMonthDay end = ToYearMonthDay(last);
    last = *MakeDay(end.year, end.month, DaysInMonth(end.year, end.month));
  }
  return {{first, last},
          was.granularity,
          first == last ? ToIsoDate(first)
                        : ToIsoDate(first) + "/" + ToIsoDate(last)};
}

Period UnitPeriod(Day day, TimeUnit unit, int shift) {
  const YearMonthDay date = ToYearMonthDay(day);
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return WeekPeriod(AddDays(day, 7 * shift));
    case TimeUnit::kMonth: {
      const YearMonthDay moved =
          ToYearMonthDay(AddMonths(*MakeDay(date.year, date.month, 1), shift));
      return MonthPeriod(moved.year, moved.month);
    }
    case TimeUnit::kQuarter: {
      const YearMonthDay moved = ToYearMonthDay(
          AddMonths(*MakeDay(date.year, date.month, 1), 3 * shift));
      return QuarterPeriod(moved.year, (moved.month + 2) / 3);
    }
    case TimeUnit::kHalf: {
      const YearMonthDay moved = ToYearMonthDay(
          AddMonths(*MakeDay(date.year, date.month, 1), 6 * shift));
      return HalfPeriod(moved.year, moved.month <= 6 ? 1 : 2);
    }
    case TimeUnit::kSeason: {
      const YearMonthDay moved = ToYearMonthDay(
          AddMonths(*MakeDay(date.year, date.month, 1), 3 * shift));
      const int season = moved.month / 3;
      return season == 0 ? SeasonPeriod(moved.year - 1, 4)
                         : SeasonPeriod(moved.year, season);
    }
    case TimeUnit::kYear:
      return YearPeriod(date.year + shift);
    case TimeUnit::kDecade:
      return DecadePeriod(date.year / 10 * 10 + 10 * shift);
    case TimeUnit::kCentury:
      return CenturyPeriod((date.year + 99) / 100 + shift);
    default:
      return DayPeriod(AddDays(day, shift));
  }
}

std::optional<Day> Move(Day day, const Decimal& amount, TimeUnit unit,
                        bool back) {
  const int sign = back ? -1 : 1;
  if (const int months = MonthsIn(unit)) {
    const auto total = Multiply(amount, months);
    const auto whole = total ? ToInt(*total) : std::nullopt;
    if (!whole) return std::nullopt;
    const YearMonthDay date = ToYearMonthDay(day);
    const int64_t target =
        int64_t{12} * date.year + date.month - 1 + int64_t{sign} * *whole;
    if (!InRange(target)) return std::nullopt;
    Day moved = AddMonths(day, sign * *whole);
    const auto rest = Subtract(*total, *whole);
    const auto days = rest ? Multiply(*rest, 30) : std::nullopt;
    if (days) moved = AddDays(moved, sign * ToInt(*days).value_or(0));
    return moved;
  }
  const auto seconds = Multiply(amount, SecondsIn(unit));
  const auto days = seconds ? Divide(*seconds, 86400) : std::nullopt;
  const auto whole = days ? ToInt(*days) : std::nullopt;
  if (!whole) return std::nullopt;
  const int64_t target = int64_t{day.number} + int64_t{sign} * *whole;
  if (target < MakeDay(1, 1, 1)->number ||
      target > MakeDay(9999, 12, 31)->number) {
    return std::nullopt;
  }
  return Day{static_cast<int32_t>(target)};
}

DayRange AroundPoint(Day day, TimeUnit unit) {
  const int months = MonthsIn(unit);
  if (months > 1) {
    return {AddMonths(day, -months / 2), AddMonths(day, months / 2)};
  }
  int slack = 0;
  if (months == 1) slack = 15;
  if (unit == TimeUnit::kWeek) slack = 3;
  if (unit == TimeUnit::kFortnight) slack = 7;
  return {AddDays(day, -slack), AddDays(day, slack)};
}

std::string PointIso(Day day, TimeUnit unit) {
  const YearMonthDay date = ToYearMonthDay(day);
  switch (unit) {
    case TimeUnit::kYear:
    case TimeUnit::kHalf:
    case TimeUnit::kQuarter:
    case TimeUnit::kSeason:
      return IsoMonth(date.year, date.month);
    case TimeUnit::kDecade:
    case TimeUnit::kCentury:
    case TimeUnit::kMillennium:
      return fmt::format("{:04}", date.year);
    default:
      return ToIsoDate(day);
  }
}

void CutPeriod(TimePart part, Granularity& granularity, DayRange& days,
               std::string& iso) {
  const Day first = *days.first, last = *days.last;
  const int size = last.number - first.number + 1;
  const bool front = part == TimePart::kStart || part == TimePart::kEarly;
  const bool back = part == TimePart::kEnd || part == TimePart::kLate;
  if (granularity == Granularity::kYear) {
    const YearMonthDay date = ToYearMonthDay(first);
    granularity = Granularity::kQuarter;
    if (part == TimePart::kStart || part == TimePart::kEnd) {
      const Period month = MonthPeriod(date.year, front ? 1 : 12);
      days = month.days;
      iso = month.iso;
      return;
    }
    days = Months(date.year, front ? 1 : back ? 9 : 5, 4);
    return;
  }
  if (granularity == Granularity::kMonth) {
    days = front  ? DayRange{first, AddDays(first, 9)}
           : back ? DayRange{AddDays(first, 20), last}
                  : DayRange{AddDays(first, 10), AddDays(first, 19)};
    return;
  }
  if (granularity == Granularity::kWeek) {
    days = front  ? DayRange{first, AddDays(first, 2)}
           : back ? DayRange{AddDays(first, 4), last}
                  : DayRange{AddDays(first, 2), AddDays(first, 4)};
    return;
  }
  const int third = size / 3;
  days = front  ? DayRange{first, AddDays(first, third)}
         : back ? DayRange{AddDays(last, -third), last}
                : DayRange{AddDays(first, third), AddDays(last, -third)};
}

}  // namespace crosscheck
