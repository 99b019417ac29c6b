#ifndef CROSSCHECK_CHECKER_QUANTITY_NOT_FIGURES_H_
#define CROSSCHECK_CHECKER_QUANTITY_NOT_FIGURES_H_

#include <cstdint>
#include <optional>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/quantity/name_rules.h"
#include "checker/quantity/nouns.h"
#include "checker/quantity/number_pronouns.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/numbered_names.h"
#include "checker/quantity/unit_reader.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Digits and number words that are no figure: by shape (digit_shapes.h), by
// neighbours (numbered_names.h), by the rules of kind names (name_rules.h) and,
// once they are read, as pronouns (number_pronouns.h). Built once; thread-safe.
//   "Article 12"            "name" or the reason of its rule
//   "192.168.1.2"           "address"
//   "510 S. Third Street"   "address"
class NotFigures {
 public:
  // All must outlive it.
  NotFigures(const Rulebook& rules, const NumberWords& words,
             const UnitReader& units, const NounFinder& nouns);
  NotFigures(const NotFigures&) = delete;  // its parts look at names_

  // Before anything is read at `token`.
  std::optional<NotFigure> Find(const Document& document,
                                const Sentence& sentence, uint32_t token) const;
  // Once a figure was read there that is no date or duration.
  std::optional<NotFigure> Doubt(const Document& document,
                                 const Quantity& figure) const {
    return pronouns_.Find(document, figure);
  }
  const NameRules& names() const { return names_; }

 private:
  std::optional<NotFigure> ByShape(const Document& document,
                                   const Sentence& sentence,
                                   uint32_t token) const;
  std::optional<NotFigure> ByStreet(const Document& document,
                                    uint32_t token) const;
  std::optional<NotFigure> ByPhraseBefore(const Document& document,
                                          const Sentence& sentence,
                                          uint32_t token) const;
  std::optional<NotFigure> ByWordsBefore(const Document& document,
                                         uint32_t token) const;
  std::optional<NotFigure> ByPhrase(const Document& document,
                                    const Sentence& sentence,
                                    uint32_t token) const;
  bool EndsInNumber(const Document& document, uint32_t limit) const;

  const Rulebook& rules_;
  const NounFinder& nouns_;
  const NumberWords& words_;
  const NameRules names_;
  const NumberedNames numbered_;
  const NumberPronouns pronouns_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NOT_FIGURES_H_
