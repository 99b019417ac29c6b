#ifndef CROSSCHECK_CHECKER_QUANTITY_ISO_LENGTH_H_
#define CROSSCHECK_CHECKER_QUANTITY_ISO_LENGTH_H_

#include <string>

#include "checker/model/decimal.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_words.h"

namespace crosscheck {

// Lengths of time in ISO 8601. What is over a whole number goes on to the next
// finer unit where it comes out whole there (a month has no days); weeks stand
// alone or become days. Amounts over 36 digits stay in the unit as written.

// `value` of `unit`.
//   IsoLength(Decimal(15, -1), TimeUnit::kYear)   // "P18M"
//   IsoLength(Decimal(15, -1), TimeUnit::kHour)   // "PT1H30M"
//   IsoLength(Decimal(0), TimeUnit::kDay)         // "PT0S"
std::string IsoLength(const Decimal& value, TimeUnit unit);

// A length with its finer parts: "1 hour and 45 minutes" is PT1H45M;
// "low/high" for a range; "" for a vague length.
std::string IsoLength(const LengthParts& parts);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_ISO_LENGTH_H_
