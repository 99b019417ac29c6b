#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_SKY_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_SKY_H_

#include <optional>

#include "checker/model/time_scope.h"

namespace crosscheck {

// Days of the Hindu calendars in a Gregorian year, by where sun and moon stand
// over India. They come out right to the day for most years from 1900 to 2100;
// regions differ among themselves by a day. Floating point stays in here: what
// comes out is a day.
//
// A day of the moon: months begin with the new moon and are counted from
// Chaitra (1); the tithi goes from 1 to 30 (15 full, 30 new moon) and is the
// one that runs at `hour` of Indian time (24: midnight after the day).
//   HinduMoonDay(2019, 7, 30, 18)   // Diwali: 2019-10-27
// nullopt: no such day, or a year outside 1800..2200.
std::optional<Day> HinduMoonDay(int year, int month, int tithi, int hour);

// A day of the sun: the nth day of the month in which it stands in a sign, from
// Mesha (1, mid-April).
//   HinduSunDay(2019, 10, 1)   // Makar Sankranti: 2019-01-15
std::optional<Day> HinduSunDay(int year, int sign, int day);

// The day on which the moon stands in a lunar mansion (1 to 27) at sunrise
// while the sun stands in a sign.
//   HinduStarDay(2018, 5, 22)   // Onam: 2018-08-25
std::optional<Day> HinduStarDay(int year, int sign, int mansion);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_SKY_H_
