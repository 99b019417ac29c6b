#ifndef CROSSCHECK_CHECKER_QUANTITY_FIND_QUANTITIES_H_
#define CROSSCHECK_CHECKER_QUANTITY_FIND_QUANTITIES_H_

#include <memory>

#include "checker/model/article.h"
#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Document -> Quantities: every figure of an article, exactly read, in reading
// order, none overlapping; and the figure-like places that are none, with the
// reason. Built once from the rules; Find is pure and thread-safe.
class QuantityFinder {
 public:
  explicit QuantityFinder(const Rulebook& rules);
  ~QuantityFinder();

  QuantityReading Find(const Article& article, const Document& document) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_FIND_QUANTITIES_H_
