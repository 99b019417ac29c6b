#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_CALENDAR_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_CALENDAR_H_

#include <memory>
#include <optional>

#include "checker/model/time_scope.h"

namespace crosscheck {

// The Gregorian days of a Hijri date by the Umm al-Qura calendar of Saudi
// Arabia (ICU "islamic-umalqura"; printed tables for 1300-1600, computed
// outside them). Other countries begin a month up to a day earlier or later.
//   HijriDays(1446, 9, std::nullopt)   // 2025-03-01 .. 2025-03-29
// nullopt: no such date, or a year outside 1..1600.
std::optional<DayRange> HijriDays(int year, std::optional<int> month,
                                  std::optional<int> day);
// The Hijri year, month and day of a Gregorian day.
std::optional<YearMonthDay> ToHijri(Day day);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_CALENDAR_H_
