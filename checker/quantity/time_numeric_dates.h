#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_NUMERIC_DATES_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_NUMERIC_DATES_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// The date in digits alone that starts at `token`, by its shape:
//   27/1/2025, 27-1-25, 27.1.2025   day and month in the order of the language
//                                   (always day first with stops); where both
//                                   could be, `swappable`
//   2025-01-27, 2025-01, 1/2025     years 1900 to 2100
//   12/4/1446                       a year 1300 to 1500 is Hijri
//   14 / 6 / 2018, 11 / 2016        with blanks
//   22/04                           only where one of them can be no month
// nullopt: a day that is none (31/2/2025), a version (1.2.25), a fourth part,
// or a number that counts something. Cost: at most seven tokens.
std::optional<DateParts> ReadNumericDate(const TimeScan& scan, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_NUMERIC_DATES_H_
