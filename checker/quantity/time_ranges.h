#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_RANGES_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_RANGES_H_

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_resolve.h"

namespace crosscheck {

// The days from one date to another; what one end does not say it takes from
// the other: month, year, side, week, or the day of an hour. A second end
// before the first goes a year on where only one year is written ("October to
// March 2025"), the Monday of "Monday to Friday" a week back; what still ends
// before it begins is `disordered`. Cost: up to three Resolves.
//   "3 to 7 May 2025"   2025-05-03/2025-05-07
//   "2020-23"           2020/2023
//   "9:30 to 11 on Thursday": both hours are of that day
ResolvedDate ResolveRange(DateParts first, DateParts last,
                          const TimeContext& context);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_RANGES_H_
