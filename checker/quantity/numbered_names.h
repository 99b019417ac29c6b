#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBERED_NAMES_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBERED_NAMES_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "checker/model/document.h"
#include "checker/quantity/name_rules.h"
#include "checker/quantity/nouns.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/unit_reader.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// A figure-like place that is none: tokens up to `limit_token`.
struct NotFigure {
  uint32_t limit_token = 0;
  std::string_view reason;  // "name", "phone" …
  std::string_view rule;
};

// Digits that are part of a name, told by what stands beside them. Each asks of
// the digits at `token`; nullopt: they are of no such name. What a unit, scale
// or currency explains is a figure all the same. Built once; thread-safe. Cost:
// a few look-ups; ByCapitals reads its sentence.
//
//   ByLetters         "GPT-4", "R1", "36Kr", "5G", "401(k)"; not "5kg", "3x5"
//   BySpelledLetters  "جي بي تي-3" (GPT-3), "آر 1" (R1)
//   ByQuotes          the 4 of "Toy Story 4", in quotation marks
//   ByCapitals        "Voyager 2", "AIME 2024", "AlpacaEval 2.0"; not
//                     "Milan 2, Roma 1", not in headlines
class NumberedNames {
 public:
  // All must outlive it.
  NumberedNames(const NameRules& names, const NumberWords& words,
                const UnitReader& units, const NounFinder& nouns)
      : names_(names), words_(words), units_(units), nouns_(nouns) {}

  std::optional<NotFigure> ByLetters(const Document& document,
                                     uint32_t token) const;
  std::optional<NotFigure> BySpelledLetters(const Document& document,
                                            uint32_t token) const;
  std::optional<NotFigure> ByQuotes(const Document& document,
                                    const Sentence& sentence,
                                    uint32_t token) const;
  std::optional<NotFigure> ByCapitals(const Document& document,
                                      const Sentence& sentence,
                                      uint32_t token) const;

  // Does a unit, scale or percent sign stand behind the number at `token`?
  // Then it is a figure, whatever stands before.
  bool IsMeasured(const Document& document, uint32_t token) const;

 private:
  bool IsKnownWord(const Document& document, uint32_t token) const;

  const NameRules& names_;
  const NumberWords& words_;
  const UnitReader& units_;
  const NounFinder& nouns_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBERED_NAMES_H_
