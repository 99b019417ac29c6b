#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_BOUNDS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_BOUNDS_H_

#include <cstdint>
#include <optional>

#include "checker/model/quantity.h"
#include "checker/model/time_scope.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// What stands before a date and bounds it: "since 2015", "by 25 January", "not
// until June" (in June at the earliest). Sets modality, rule and span of `out`,
// the date whose first word is `first`; leaves it as it is where no such word
// stands before. "From 2015" bounds only what is not over on the day of
// publication. Cost: at most six tokens back.
//
//   "since" + "2015"          kAtLeast
//   "not begin until" + "June"   kAtLeast, where "until" alone is kAtMost
void SetBound(const TimeScan& scan, const std::optional<IsoDate>& published,
              uint32_t first, Quantity& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_BOUNDS_H_
