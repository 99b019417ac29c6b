#include "checker/quantity/time_weekdays.h"

#include <algorithm>

namespace crosscheck {

Day WeekdayNear(Day today, const DateParts& parts, bool future) {
  const int running = IsoWeekday(today);
  const int weekday = *parts.weekday;
  const Day monday = AddDays(today, 1 - running);
  if (parts.week_shift) {
    return AddDays(monday, 7 * *parts.week_shift + weekday - 1);
  }
  switch (parts.side) {
    case TimeSide::kThis:
      return AddDays(monday, weekday - 1);
    case TimeSide::kNextWeek:
      return AddDays(monday, 7 + weekday - 1);
    case TimeSide::kNext:
      return AddDays(today, (weekday - running + 6) % 7 + 1 +
                                7 * (std::max(parts.shift, 1) - 1));
    case TimeSide::kLast:
      return AddDays(today, -((running - weekday + 6) % 7 + 1) -
                                7 * (std::max(-parts.shift, 1) - 1));
    default:
      break;
  }
  if (future) {
    return AddDays(today, (weekday - running + 7) % 7);
  }
  return AddDays(today, -((running - weekday + 7) % 7));
}

Day SaturdayNear(Day today, const DateParts& parts, bool future) {
  const Day monday = AddDays(today, 1 - IsoWeekday(today));
  int shift = parts.shift;
  if (parts.side == TimeSide::kNone && !future && IsoWeekday(today) < 6) {
    shift = -1;
  }
  return AddDays(monday, 5 + 7 * shift);
}

std::optional<Period> NthIn(const DayRange& whole, const DateParts& parts,
                            int nth) {
  const Day first = *whole.first, last = *whole.last;
  if (parts.unit == TimeUnit::kDay) {
    const Day day = nth < 0 ? AddDays(last, nth + 1) : AddDays(first, nth - 1);
    if (day < first || day > last) return std::nullopt;
    return DayPeriod(day);
  }
  if (parts.unit == TimeUnit::kWeek) {
    // The first week is the one that holds the first Thursday (ISO 8601).
    const auto thursday = [](Day day, int step) {
      while (IsoWeekday(day) != 4) day = AddDays(day, step);
      return day;
    };
    const Day at = nth < 0 ? AddDays(thursday(last, -1), 7 * (nth + 1))
                           : AddDays(thursday(first, 1), 7 * (nth - 1));
    return WeekPeriod(at);
  }
  // A weekend belongs to the month of its Saturday.
  const int weekday = parts.weekend ? 6 : *parts.weekday;
  Day at = nth < 0 ? last : first;
  while (IsoWeekday(at) != weekday) at = AddDays(at, nth < 0 ? -1 : 1);
  at = AddDays(at, nth < 0 ? 7 * (nth + 1) : 7 * (nth - 1));
  if (at < first || at > last) return std::nullopt;
  if (!parts.weekend) return DayPeriod(at);
  return WeekendPeriod(at);
}

DayRange WeekendWith(Day feast) {
  const int weekday = IsoWeekday(feast);
  const Day saturday = AddDays(feast, weekday < 3 ? -weekday - 1 : 6 - weekday);
  return {std::min(feast, saturday), std::max(feast, AddDays(saturday, 1))};
}

}  // namespace crosscheck
