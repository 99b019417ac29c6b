#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_DIGITS_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_DIGITS_H_

#include <cstdint>
#include <optional>

#include "checker/model/decimal.h"
#include "checker/model/document.h"

namespace crosscheck {

// A number in digits: tokens [first, limit).
struct DigitNumber {
  uint32_t limit_token = 0;
  Decimal value;
  bool grouped = false;   // "1,200"
  bool decimal = false;   // "5.6"
  bool fraction = false;  // "1/50"
};

// Reads the number in digits that starts at `token` (a digits token), by its
// shape alone:
//   groups of three after , ٬ ، ' or a thin blank: 1,200,000
//   two or more groups after full stops: 1.200.000
//   one full stop, or a comma followed by other than three digits: a decimal
//   mark: 5.6, 20,5; ٫ always; so "1.200" is 1.200, precision kept
//   n/m, glued, m no zero, m under 10,000 and no further slash: a fraction
// nullopt: over Decimal::kMaxDigits digits, or a shape that is none of these
// (then only the first run of digits is read), never a guess.
std::optional<DigitNumber> ReadDigits(const Document& document, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_DIGITS_H_
