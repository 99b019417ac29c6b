#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_CALENDAR_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_CALENDAR_H_

#include <memory>
#include <optional>
#include <string_view>

#include "checker/model/time_scope.h"

namespace crosscheck {

// The Gregorian days of a Hijri date by the Umm al-Qura calendar of Saudi
// Arabia (ICU "islamic-umalqura"; printed tables for 1300-1600, computed
// outside them). Other countries begin a month up to a day earlier or later.
//   HijriDays(1446, 9, std::nullopt)   // 2025-03-01 .. 2025-03-29
// nullopt: no such date, or a year outside 1..1600.
std::optional<DayRange> HijriDays(int year, std::optional<int> month,
                                  std::optional<int> day);
inline constexpr int kLastHijriYear = 1600;
// The Hijri year whose month, or day of a month, begins in a Gregorian year;
// the first where two do.
//   HijriYearIn(2034, 9, std::nullopt)   // 1456
std::optional<int> HijriYearIn(int gregorian, int month,
                               std::optional<int> day);
// The Hijri year, month and day of a Gregorian day.
std::optional<YearMonthDay> ToHijri(Day day);

// The days of a feast in a Gregorian year, by the numbers a rule gives
// (role "holiday": `calendar` and `value`). The first where a year of the moon
// holds two.
//   calendar  value                        example
//   (none)    month day [days]             Christmas Day: 12 25
//   weekday   nth weekday month [offset]   the day after Thanksgiving: 4 4 11 1
//   easter    days from Easter Sunday      Good Friday: -2
//   orthodox  the same by the Julian Easter
//   hijri     month day [days]             Eid al-Fitr: 10 1
//   hebrew    month from Tishri, day       Passover: 8 15 8
//   chinese   month day                    Chinese New Year: 1 1
//   hindu moon  month tithi hour [offset]  Diwali: 7 30 18   (see time_sky.h)
//   hindu sun   sign day                   Makar Sankranti: 10 1
//   hindu star  sign mansion               Onam: 5 22
//   parsi     month day                    Parsi New Year: 1 1
// Months of the Hebrew year are counted with Adar I: Adar is 7, Nisan 8. An
// nth of -1 is the last. nullopt: numbers or a year that give none.
// Source of Easter: the Gregorian computus of Meeus, Jones and Butcher, and
// Meeus' Julian one.
std::optional<DayRange> FeastDays(std::string_view calendar,
                                  std::string_view value, int year);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_CALENDAR_H_
