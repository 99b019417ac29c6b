#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_PERIODS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_PERIODS_H_

#include <optional>
#include <string>

#include "checker/model/decimal.h"
#include "checker/model/time_scope.h"
#include "checker/quantity/time_parts.h"

namespace crosscheck {

// A stretch of the Gregorian calendar and its ISO 8601 text.
struct Period {
  DayRange days;
  Granularity granularity = Granularity::kDay;
  std::string iso;
};

Period DayPeriod(Day day);  // 2025-01-28
std::optional<Period> MakeDayPeriod(int year, int month, int day);
Period WeekPeriod(Day in_it);                 // 2025-W05
Period MonthPeriod(int year, int month);      // 2025-01
Period QuarterPeriod(int year, int quarter);  // 2025-Q1
Period HalfPeriod(int year, int half);        // 2025-01/2025-06
// 1 spring: March to May … 4 winter: December to February, of the year in
// which it begins.
Period SeasonPeriod(int year, int season);  // 2025-06/2025-08
// Years before 1 have no days (0 is 1 BC: "0000").
Period YearPeriod(int year);          // 2025
Period DecadePeriod(int first_year);  // 1990/1999
Period CenturyPeriod(int century);    // 1901/2000

// Saturday and Sunday: 2025-02-01/2025-02-02.
Period WeekendPeriod(Day saturday);
// The day in the middle; the first of the two where it falls between them.
Day Middle(const DayRange& bounded);

// What `was`, a date with both its days, is in another year: the same month,
// quarter or days. A last day of a month stays one (28 or 29 February).
Period SameOf(const IsoDate& was, int year);

// The `unit` that holds `day`, moved by `shift`.
Period UnitPeriod(Day day, TimeUnit unit, int shift);

// `day` moved by `amount` units; nullopt outside the years 1..9999. Parts of
// a month or year become whole months or days.
std::optional<Day> Move(Day day, const Decimal& amount, TimeUnit unit,
                        bool back);
// Half a unit either side of a day.
DayRange AroundPoint(Day day, TimeUnit unit);
// The day, named one unit finer than `unit`.
//   PointIso(2024-01-28, kYear)   // "2024-01"
std::string PointIso(Day day, TimeUnit unit);

// Cuts a period to a part of it; changes `iso` only for the start and end of
// a year, which are months.
void CutPeriod(TimePart part, Granularity& granularity, DayRange& days,
               std::string& iso);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_PERIODS_H_
