#ifndef CROSSCHECK_CHECKER_QUANTITY_LENGTH_QUANTITY_H_
#define CROSSCHECK_CHECKER_QUANTITY_LENGTH_QUANTITY_H_

#include <optional>

#include "checker/model/quantity.h"
#include "checker/model/time_scope.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// The Quantity of a length of time that was read: kDuration with value, range,
// unit and iso. Kept in the unit as written, but for those that are so many of
// another (a fortnight is two weeks, a quarter three months) and finer parts,
// which are counted in the finest: "1 hour and 45 minutes" is 105 minutes. A
// half said in words is rounded to halves. `days` where the length ends or
// begins at the publication day ("the past two years"). Cost: no look-up.
Quantity ToQuantity(const TimeScan& scan, const LengthParts& parts,
                    const std::optional<IsoDate>& published);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_LENGTH_QUANTITY_H_
