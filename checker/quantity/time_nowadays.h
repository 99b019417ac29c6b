#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_NOWADAYS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_NOWADAYS_H_

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// Does "today" (a word of role day and kind nowadays, alone) mean these days
// rather than the day of publication? What is told or will be is of the day,
// as is what words of roles on_day and of_day say; "is" and "than" make it
// these days, and so does nothing at all.
//
//   "was signed today", "will sign it today", "today's hearing": false
//   "safer today than in 1990", "Today, it holds one town",
//   "today's Congress": true
//
// Cost: the words of the sentence nearby.
bool MeansNowadays(const TimeScan& scan, const DateParts& parts);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_NOWADAYS_H_
