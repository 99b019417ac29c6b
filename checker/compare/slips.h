#ifndef CROSSCHECK_CHECKER_COMPARE_SLIPS_H_
#define CROSSCHECK_CHECKER_COMPARE_SLIPS_H_

#include <string>

#include "checker/model/quantity.h"

namespace crosscheck {

// The slip of the pen that would turn one figure into the other, where one
// fits both exactly; empty otherwise. A hint, never a verdict.
//
//   5.6 million, 5.6 billion -> "million for billion"
//   132 dead, 123 dead       -> "digits swapped"
//   90 km, 90 miles          -> "mile for kilometer"
std::string LikelySlip(const Quantity& a, const Quantity& b);

//   2014, 2024 -> "one digit of the year"; 1446, 2025 -> "Hijri for Gregorian"
std::string LikelyDateSlip(const Quantity& a, const Quantity& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_COMPARE_SLIPS_H_
