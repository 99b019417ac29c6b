#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_JOINS_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_JOINS_H_

#include "checker/quantity/number_text.h"
#include "checker/quantity/partial_number.h"

namespace crosscheck {

// How the parts of one number are joined: by "and", as a word or as a clitic of
// the next word, or by a comma. Each function goes on at `number.at`: true, and
// the number holds what is joined; false, and it ends there: what follows is
// another number. Joined parts fill lower places than those before them, so two
// numbers in a row ("five and six") stay two.
//
//   "two hundred" + "and five"                 205
//   "مليون" + "و800 ألف"                       1800000
//   "three million" + ", two hundred"          3000200
//   "five" + "and six"                         false

// A word, digits or a fraction behind "and".
bool TakeJoined(const NumberText& text, PartialNumber& number);
// A comma in a number in words, only behind a scale and before 100 or more.
bool TakeAfterComma(const NumberText& text, PartialNumber& number);
// The tens of an ordinal: الثالث والعشرون, الثاني عشر.
bool TakeOrdinalTail(const NumberText& text, PartialNumber& number);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_JOINS_H_
