#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_AGES_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_AGES_H_

#include <cstdint>
#include <optional>

#include "checker/model/quantity.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// A length that is an age by its neighbours: "21-year-old", "five years old",
// يبلغ من العمر 45 عاما, البالغ 30 عاما; or in brackets behind a name: (25
// عاما).
std::optional<Quantity> ReadAge(const TimeScan& scan,
                                const LengthParts& length);

// A bare number that is an age: "aged 34", "aged 18 to 24", and "34" between
// commas behind a name of two words ("Jane Smith, 34, said").
std::optional<Quantity> ReadBareAge(const TimeScan& scan, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_AGES_H_
