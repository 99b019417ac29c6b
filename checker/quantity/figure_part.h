#ifndef CROSSCHECK_CHECKER_QUANTITY_FIGURE_PART_H_
#define CROSSCHECK_CHECKER_QUANTITY_FIGURE_PART_H_

#include <cstdint>
#include <optional>

#include "checker/model/document.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/tokens.h"
#include "checker/quantity/unit_reader.h"

namespace crosscheck {

// A number with its unit: a whole figure, or one side of a range.
struct FigurePart {
  NumberReading number;
  std::optional<UnitReading> unit;
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  Span raw;
  bool unit_first = false;   // "$5"
  bool hyphen_unit = false;  // "10-gallon"
};

// What the readers of parts ask of the words around one.

// The word of this role at `token`, on the line, with no clitic joined.
inline std::optional<NumberWord> BareWord(const NumberWords& words,
                                          const Document& document,
                                          uint32_t token, NumberRole role) {
  if (!OnLine(document, token)) return std::nullopt;
  return words.Bare(document, token, {role});
}

// Does the clause end before `token`: at a mark that is no glued hyphen?
inline bool EndsClause(const Document& document, uint32_t token) {
  if (!OnLine(document, token)) return true;
  return document.tokens[token].kind == TokenKind::kPunct &&
         !(IsText(document, token, "-") && document.tokens[token].glued);
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_FIGURE_PART_H_
