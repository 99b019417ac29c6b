#ifndef CROSSCHECK_CHECKER_QUANTITY_FIGURE_GROUPS_H_
#define CROSSCHECK_CHECKER_QUANTITY_FIGURE_GROUPS_H_

#include <set>
#include <string>
#include <vector>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/range_words.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What figures of one article tell of each other, once all are read.
class FigureGroups {
 public:
  FigureGroups(const Rulebook& rules, const NumberWords& words,
               const RangeWords& ranges);

  // `figures` in reading order; some are joined, so the list may shrink.
  //   "more than 100 and less than 300": one range
  //   "to $70 billion from 44 billion": both in dollars
  //   "killed 12 people and injured 30": the 30 are people too
  //   "40, 20 and 8 megapixels": all three
  //   "10 million yuan ($1.4 million)": the same amount twice
  //   bare "dinars" in a text on Kuwait: Kuwaiti dinars
  void Apply(const Document& document, std::vector<Quantity>& figures) const;

 private:
  void JoinBounds(const Document& document,
                  std::vector<Quantity>& figures) const;
  void ShareChangeUnits(const Document& document,
                        std::vector<Quantity>& figures) const;
  void ShareListUnits(const Document& document,
                      std::vector<Quantity>& figures) const;
  bool IsNumbered(const Document& document, const Quantity& figure) const;
  bool IsPart(const Document& document, const std::vector<Quantity>& figures,
              size_t i) const;
  bool ChangesTo(const Document& document, const Quantity& from,
                 const Quantity& to) const;
  void ShareAhead(const Document& document,
                  std::vector<Quantity>& figures) const;
  void ShareNouns(const Document& document,
                  std::vector<Quantity>& figures) const;
  void PairBrackets(const Document& document,
                    std::vector<Quantity>& figures) const;
  void ChooseCurrencies(const Document& document,
                        std::vector<Quantity>& figures) const;
  bool IsJoint(const Document& document, uint32_t token) const;

  const Rulebook& rules_;
  const RangeWords& ranges_;
  const NumberWords& words_;
  std::set<std::vector<std::string>>
      usual_;  // candidates of rules with a usual
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_FIGURE_GROUPS_H_
