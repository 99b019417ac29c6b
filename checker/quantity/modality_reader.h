#ifndef CROSSCHECK_CHECKER_QUANTITY_MODALITY_READER_H_
#define CROSSCHECK_CHECKER_QUANTITY_MODALITY_READER_H_

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/quantity/modality_words.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/range_words.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Says of a figure with a value that it is no more than that: "about", "at
// least". Sets its range; kExact and kRange change nothing.
void Loosen(Modality modality, Quantity& figure);

// The words around a figure that loosen or bound it ("about", "at least", "or
// more"), stacked on both sides. Widens the figure's span and sets its range.
// Evaluative words ("only", "as many as") are read through and leave no mark.
//
//   "up to about 100": about 100;  "more than about 20": more than 20
class ModalityReader {
 public:
  ModalityReader(const Rulebook& rules, const ModalityWords& words,
                 const NumberWords& numbers);

  void Apply(const Document& document, uint32_t sentence_first,
             Quantity& figure) const;

 private:
  bool OpensNext(const Document& document, uint32_t token,
                 uint32_t limit) const;
  bool IsOfTime(const Document& document, uint32_t token,
                std::initializer_list<std::string_view> roles) const;
  bool IsDuring(const Document& document, uint32_t sentence_first,
                const Quantity& figure, const ModalityWord& word) const;
  bool BeginsAmount(const Document& document, uint32_t token) const;

  const Rulebook& rules_;
  const ModalityWords& words_;
  const NumberWords& numbers_;
};

// The part a figure plays in a change: "rose by 3% to 20 from 17".
class ChangeReader {
 public:
  ChangeReader(const Rulebook& rules, const RangeWords& ranges);

  void Apply(const Document& document, uint32_t sentence_first,
             Quantity& figure) const;

 private:
  const Rulebook& rules_;
  const RangeWords& ranges_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_MODALITY_READER_H_
