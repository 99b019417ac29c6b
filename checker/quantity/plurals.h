#ifndef CROSSCHECK_CHECKER_QUANTITY_PLURALS_H_
#define CROSSCHECK_CHECKER_QUANTITY_PLURALS_H_

#include <cstdint>
#include <vector>

#include "checker/model/document.h"
#include "checker/quantity/word_signs.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Which words look like plural nouns, in languages whose plurals show ("-s"):
// rules of kind numbers with the roles plural (whole words: "people"),
// plural_ending ("s") and singular_ending ("ss", "us"). Languages without such
// rules have none.
//
//   IsPlural: soldiers, people, lives; not: this, crisis, boss
class Plurals {
 public:
  // Both must outlive it.
  Plurals(const Rulebook& rules, const WordSigns& signs);

  // Are plurals known in the document's language at all?
  bool KnowsLanguage(const Document& document) const;
  bool IsPlural(const Document& document, uint32_t token) const;
  // A plural of a language whose plurals do not show, by a rule of role
  // broken_plural ("دول").
  bool IsBroken(const Document& document, uint32_t token) const;

 private:
  const Rulebook& rules_;
  const WordSigns& signs_;
  std::vector<bool> is_plural_rule_;
  std::vector<bool> is_broken_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_PLURALS_H_
