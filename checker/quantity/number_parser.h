#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_PARSER_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_PARSER_H_

#include <cstdint>
#include <optional>

#include "checker/model/document.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/number_text.h"

namespace crosscheck {

// Reads the number that starts at `token`, left to right, one word at a time,
// into a PartialNumber: digits or a word begin it, and it goes on as long as
// what follows fits ("point six", "thirds", "and five", "million"). The first
// word that does not fit ends it. Language is in the rules, not here. `depth`
// counts the numbers it is read inside of. nullopt: no number starts there, or
// one too long. Cost: the tokens read, each asked about by a few phrases.
//
//   "five point six million people"   5.6e6, 4 tokens
//   "ثلاثة وعشرون ألفا"               23000, 3 tokens
//   "21st"                            21, ordinal
//   "a man"                           nullopt
std::optional<NumberReading> ParseNumber(const NumberTables& tables,
                                         const Document& document,
                                         uint32_t token,
                                         NumberContext context = {},
                                         int depth = 0);

// A number that is part of the one being read ("twenty-five" in "three point
// twenty-five"); nullopt past two numbers inside one another.
std::optional<NumberReading> ReadInside(const NumberText& text, uint32_t token,
                                        NumberContext context = {});

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_PARSER_H_
