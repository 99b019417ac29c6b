#ifndef CROSSCHECK_CHECKER_QUANTITY_NUMBER_PRONOUNS_H_
#define CROSSCHECK_CHECKER_QUANTITY_NUMBER_PRONOUNS_H_

#include <cstdint>
#include <optional>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/quantity/name_rules.h"
#include "checker/quantity/nouns.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/numbered_names.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Number words that count nothing, told once the figure is read: pronouns ("the
// one who", "no one"), adverbs ("he first met", "First, …") and idioms ("one
// danger or another"). Only figures of one word, no date and no duration; a
// word alone on its line is a figure. Built once; thread-safe. Cost: a few
// look-ups.
//
//   "killed one and injured two"   nullopt: counted
//   "the one who left"             "pronoun"
//   "he first met her"             "adverb"
class NumberPronouns {
 public:
  // All must outlive it.
  NumberPronouns(const Rulebook& rules, const NameRules& names,
                 const NumberWords& words, const NounFinder& nouns)
      : rules_(rules), names_(names), words_(words), nouns_(nouns) {}

  std::optional<NotFigure> Find(const Document& document,
                                const Quantity& figure) const;

 private:
  bool IsBeforeNamed(const Document& document, const Quantity& figure) const;

  const Rulebook& rules_;
  const NameRules& names_;
  const NumberWords& words_;
  const NounFinder& nouns_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NUMBER_PRONOUNS_H_
