#ifndef CROSSCHECK_CHECKER_QUANTITY_MODALITY_READER_H_
#define CROSSCHECK_CHECKER_QUANTITY_MODALITY_READER_H_

#include <unordered_map>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The words around a figure that loosen or bound it ("about", "at least", "or
// more"), and the part it plays in a change ("rose by", "to"). Widens the
// figure's span and sets its range.
class ModalityReader {
 public:
  explicit ModalityReader(const Rulebook& rules);

  void Apply(const Document& document, uint32_t sentence_first,
             Quantity& figure) const;

 private:
  struct Entry {
    Modality bound = Modality::kExact;
    bool before = true;
  };
  const Rulebook& rules_;
  std::unordered_map<uint32_t, Entry> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_MODALITY_READER_H_
