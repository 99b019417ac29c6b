#ifndef CROSSCHECK_CHECKER_QUANTITY_NOT_FIGURES_H_
#define CROSSCHECK_CHECKER_QUANTITY_NOT_FIGURES_H_

#include <cstdint>
#include <optional>

#include "checker/model/article.h"
#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Digits and number words that are no figure: names and versions (GPT-4,
// S&P 500), addresses, telephone and list numbers, idioms ("one of"). By
// shape, by neighbours, by the rules of kind names.
struct NotFigure {
  uint32_t limit_token = 0;
  std::string_view reason;
  std::string_view rule;
};
std::optional<NotFigure> FindNotFigure(const Rulebook& rules,
                                       const Document& document,
                                       uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NOT_FIGURES_H_
