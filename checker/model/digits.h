#ifndef CROSSCHECK_CHECKER_MODEL_DIGITS_H_
#define CROSSCHECK_CHECKER_MODEL_DIGITS_H_

#include "checker/model/decimal.h"

namespace crosscheck {

// What slips of the pen do to the digits of a figure. Signs and trailing zeros
// do not count: 4,200 has the digits 42.

// Two neighbouring digits changed places, all else equal; how many digits each
// has, 0 where that is not so.
//
//   1,850 and 1,580 -> 3; 58 and 85 -> 2; 58 and 850 -> 0
int SwappedDigits(const Decimal& a, const Decimal& b);

// Is `less` what is left of `full`, of three digits and more, when one of them
// is lost: 13 thousand of 133 thousand?
bool DropsDigit(const Decimal& full, const Decimal& less);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_DIGITS_H_
