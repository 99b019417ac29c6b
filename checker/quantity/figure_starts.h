#ifndef CROSSCHECK_CHECKER_QUANTITY_FIGURE_STARTS_H_
#define CROSSCHECK_CHECKER_QUANTITY_FIGURE_STARTS_H_

#include <cstdint>
#include <vector>

#include "checker/model/document.h"
#include "checker/quantity/nouns.h"
#include "checker/quantity/unit_reader.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Where a figure, or an idiom that looks like one, may begin: a table over the
// words of the lexicon, so that most tokens are passed by with one look.
class FigureStarts {
 public:
  FigureStarts(const Rulebook& rules, const UnitReader& units,
               const NounFinder& nouns);

  bool MayStart(const Document& document, uint32_t token) const;

 private:
  void Add(const Rulebook& rules, uint32_t rule);

  const NounFinder& nouns_;
  std::vector<bool> words_;  // by WordId
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_FIGURE_STARTS_H_
