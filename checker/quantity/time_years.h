#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_YEARS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_YEARS_H_

#include <cstdint>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// Which year a date says it belongs to. A Take… reads on where the date ends so
// far (`parts.limit_token`): true, and the date has its year; false, and it is
// as before. Which day that makes comes later (time_resolve.h). Cost: a few
// look-ups for each token read, six tokens at most.

// "2025", ", 2025", "of 2025", "last year", "fiscal 2025", من العام الماضي; a
// year that is not written is `year_shift` from the one of publication.
//   "27 January" + "of last year"   year_shift -1
bool TakeYear(const TimeScan& scan, DateParts& parts);
// A number at `token` that is a year and no amount ("2025", "'24"), and its
// era.
bool TakeYearNumber(const TimeScan& scan, uint32_t token, DateParts& parts);
// "BC", "AD", هـ behind a year: 44 BC is the year -43.
bool TakeEra(const TimeScan& scan, DateParts& parts);

// Does what stands before `token` make a year of a number there: "in", "of",
// "since", "election"?
bool YearMayStand(const TimeScan& scan, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_YEARS_H_
