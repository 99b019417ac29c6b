#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_SHIFTS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_SHIFTS_H_

#include <optional>

#include "checker/model/time_scope.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_resolve.h"

namespace crosscheck {

// A length before or after a day: "two years ago". The ISO text names the
// point one unit finer than printed, `days` allow half a unit either side:
//   a year before 2025-01-28  ->  2024-01, 2023-07-29 .. 2024-07-29
// Never guesses: without a day to count from, or outside the years 1 to 9999,
// it is `unresolved`, with the reason. A vague length gives both its ends.
ResolvedDate ResolveShift(const LengthParts& length, bool back,
                          const std::optional<IsoDate>& from);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_SHIFTS_H_
