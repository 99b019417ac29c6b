#ifndef CROSSCHECK_CHECKER_MODEL_TIME_UNIT_H_
#define CROSSCHECK_CHECKER_MODEL_TIME_UNIT_H_

#include <optional>
#include <string_view>

#include "checker/model/decimal.h"

namespace crosscheck {

// Seconds of a time unit by its id ("day" -> 86400), so that lengths of time
// in different units can be set side by side. Years are 365.2425 days (the
// Gregorian mean), months a twelfth of that, seasons and quarters a fourth.
// Nothing for a word that is no unit of time.
std::optional<Decimal> SecondsOf(std::string_view unit);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_TIME_UNIT_H_
