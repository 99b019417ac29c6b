#ifndef CROSSCHECK_CHECKER_LINK_PAIR_VALUES_H_
#define CROSSCHECK_CHECKER_LINK_PAIR_VALUES_H_

#include <optional>

#include "checker/link/pair_signs.h"
#include "checker/link/rated_claims.h"
#include "checker/model/quantity.h"

namespace crosscheck {

// How the figures of two claims lie to each other, whatever they are of. All
// values are reckoned in base units (metres, seconds), exactly; what does not
// fit a Decimal meets nothing. Pure.

// The stated value in base units, or the low end of a range; none for a date.
//   "3 km" -> 3000 (metres);  "40 to 50 people" -> 40;  "in May" -> none
std::optional<Decimal> StatedValue(const Quantity& figure);

// Can the two figures be compared at all: same kind and kind of unit? A time
// of day only with another, a day only where both are settled.
bool Comparable(const RatedClaim& a, const RatedClaim& b);

// Do their ranges share a value, in base units? Asked of comparable figures.
//   "at least 12" and 20 -> yes;  "3 km" and "3,000 metres" -> yes;  5 and 6
//   -> no;  "a year ago" and "in May" -> no: too much would
bool ValuesMeet(const RatedClaim& a, const RatedClaim& b);

// Sets the signs of the values of comparable claims: the same, close, near or
// far, of the same digits, small or large. Cost: a division at most.
//   12 and 15 -> kNearValue;  5,600 and 5,650 -> kCloseValue;
//   4.2 million and 42,000 -> kSameDigits
void ReadValues(const RatedClaim& a, const RatedClaim& b, PairSigns& signs);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_PAIR_VALUES_H_
