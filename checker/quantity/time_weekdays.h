#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_WEEKDAYS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_WEEKDAYS_H_

#include <optional>

#include "checker/model/time_scope.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_periods.h"

namespace crosscheck {

// Which weekday, weekend or nth of a period is meant. Weeks begin on Monday and
// are counted as in ISO 8601. Days in, days out: what the text says of them is
// in a DateParts. Cost: none to speak of.

// The day of `parts.weekday` seen from `today`, by `week_shift` or the side
// said; without one the last up to today, or in a sentence of the `future` the
// coming one.
//   Tuesday 2025-01-28:  "Friday"       2025-01-24
//                        "this Friday"  2025-01-31
//                        "next Friday"  2025-01-31 as kNext, the coming one;
//                                       2025-02-07 as kNextWeek
//                        "last Tuesday" 2025-01-21
Day WeekdayNear(Day today, const DateParts& parts, bool future);
// The Saturday of the weekend meant, likewise.
Day SaturdayNear(Day today, const DateParts& parts, bool future);

// The nth day, week, weekend or weekday of `parts` in a period with both its
// days; from the end where `nth` is negative. A week is in the period that
// holds its Thursday, a weekend in that of its Saturday. nullopt: it has none.
//   NthIn(November 2024, Thursday, 4)   // 2024-11-28
//   NthIn(November 2024, Thursday, -1)  // 2024-11-28
std::optional<Period> NthIn(const DayRange& whole, const DateParts& parts,
                            int nth);

// The weekend of a feast, with the days between: Saturday to Monday for a
// Monday, Thursday to Sunday for a Thursday.
DayRange WeekendWith(Day feast);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_WEEKDAYS_H_
