#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_FRACTIONS_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_FRACTIONS_H_

#include <cstdint>

#include "checker/quantity/number_text.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/partial_number.h"

namespace crosscheck {

// Fractions inside a number. Each function reads one wording at `number.at`
// (the Start… ones at a number's first words): true, and the number has become
// what it is with the fraction; false, and it is as before. Quotients are
// exact or, where none is, of Divide's digits. Not here: "1/50" in digits
// (number_digits.h) and "one over twenty", "nine of ten" (said_fractions.h),
// which take a number that is whole.

// "a third of", "a fifth", "a hundredth of": the article, then `word`, the
// denominator or the ordinal behind it. An ordinal is a fraction at the end of
// a line or before "of"; "a third man" is none.
bool StartPart(const NumberText& text, PartialNumber& number,
               const NumberWord& article, const NumberWord& word);
// "quarter million": 0.25 before its scale; "quarter final": false.
bool StartQuarter(const NumberText& text, PartialNumber& number,
                  const NumberWord& word);

// "2 1/2", "2½" behind the 2: 2.5; else nothing changes.
void TakeMixedFraction(const NumberText& text, PartialNumber& number);
// "two thirds", "five - eighths", "three twenty-firsts", ثلاثة أرباع.
bool TakeDenominator(const NumberText& text, PartialNumber& number);
// "one fourth", "one twenty-fifth": one of an ordinal.
bool TakeOrdinalFraction(const NumberText& text, PartialNumber& number);
// "two and a half" (2.5), "مليون ونصف المليون" (1500000), "a hundred and three
// quarters": a fraction at `token`, whose clitics for "and" must be
// `needed_clitic` (0 where "and" is a word of its own).
bool TakeJoinedFraction(const NumberText& text, PartialNumber& number,
                        uint32_t token, uint16_t needed_clitic);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_FRACTIONS_H_
