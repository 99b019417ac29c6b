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
  bool decimal = false;   // "5.6", ".77", "8ر15"
  bool fraction = false;  // "1/50"
  bool power = false;     // "1e10", "1.3x10^6", "2^10"
};

// Does a number in digits start at `token`: digits, or a full stop with digits
// glued behind it and nothing before (".77")?
bool StartsDigits(const Document& document, uint32_t token);

// Reads the number in digits that starts at `token`, by its shape alone:
//   groups of three after , ٬ ، ' or a thin blank: 1,200,000 (a plain blank
//     only where it cannot be anything else: 40 000, 1 234 567)
//   Indian groups: 12,34,567
//   two or more groups after full stops: 1.200.000
//   one full stop, or a comma followed by other than three digits: a decimal
//     mark: 5.6, 20,5; ٫ always; so "1.200" is 1.200, precision kept
//   the letter ر between digits, as old systems print a decimal mark, the
//     whole part last: 8ر15 is 15.8; a nought is always the whole part
//   n/m, glued, m no zero, m under 10,000 and no further slash: a fraction;
//     n/1 with n over 1 is one n-th, as Arabic desks write it
//   e+14, x10^6, x10-3, ^23: powers, where the result is exact or the
//     exponent negative
// nullopt: over Decimal::kMaxDigits digits, never a guess; of a shape that is
// none of these the first run of digits is read. Cost: the tokens read.
std::optional<DigitNumber> ReadDigits(const Document& document, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_DIGITS_H_
