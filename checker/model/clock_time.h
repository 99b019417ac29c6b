#ifndef CROSSCHECK_CHECKER_MODEL_CLOCK_TIME_H_
#define CROSSCHECK_CHECKER_MODEL_CLOCK_TIME_H_

#include <optional>

#include "checker/model/quantity.h"

namespace crosscheck {

// A time of day as printed: "6:40 p.m.", "10:15 a.m. EST", "الساعة 11:30".
struct ClockTime {
  int minute = 0;           // since midnight where it is printed, 0..1439
  std::optional<int> zone;  // minutes ahead of UTC, where one is printed
  // To what it is printed: whole hours 60, half hours 30, quarters 15, else
  // 10, 5 or 1 minutes.
  int grain = 1;
  bool rounded = false;  // "about 11:30"

  // By so many minutes it may be off: half its grain, a whole one if rounded.
  int Slack() const { return rounded ? grain : (grain + 1) / 2; }
};

// The time of day of a date ("T18:40", "2018-01-01T10:15-05:00"), or none; a
// span has none. Cost: the length of its text.
std::optional<ClockTime> ClockOf(const Quantity& figure);

// How far apart two times of day are, in minutes: at most 720, around
// midnight too. In one zone where both print one; else as printed.
//   "10:15 a.m. EST" and "15:15 GMT" -> 0;  11:50 p.m. and 0:10 a.m. -> 20
int MinutesApart(const ClockTime& a, const ClockTime& b);

// Are they one time as far as they are printed?
//   about 3:25 and 3:30 -> yes;  11:30 and 12:00 -> no
bool Meets(const ClockTime& a, const ClockTime& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_CLOCK_TIME_H_
