#ifndef CROSSCHECK_CHECKER_QUANTITY_SAID_FRACTIONS_H_
#define CROSSCHECK_CHECKER_QUANTITY_SAID_FRACTIONS_H_

#include <cstdint>
#include <optional>

#include "checker/model/document.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/number_text.h"

namespace crosscheck {

// Fractions and decimals said with a second number behind a whole one. Which
// words say so is in the rules of kind numbers (roles over, part_of, of); the
// second is a ten, hundred, thousand … in words, but for "over". Quotients have
// up to 16 digits. nullopt: nothing of the kind, the number stays as it is.
//
//   ReadBehind: "one" + "over twenty"                   0.05, a fraction
//               "سبعة" + "وتسعة من عشرة" (nine of ten)  7.9, a decimal
//   ReadPartOf: "جزء من مئة" (a part of a hundred)      0.01, a fraction

// What `number` becomes with the words behind it.
std::optional<NumberReading> ReadBehind(const NumberTables& tables,
                                        const Document& document,
                                        const NumberReading& number);
// A part of a ten, hundred, thousand …, with no number before it.
std::optional<NumberReading> ReadPartOf(const NumberTables& tables,
                                        const Document& document,
                                        uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_SAID_FRACTIONS_H_
