#ifndef CROSSCHECK_CHECKER_CLAIM_MAKE_CLAIMS_H_
#define CROSSCHECK_CHECKER_CLAIM_MAKE_CLAIMS_H_

#include <memory>

#include "checker/model/article.h"
#include "checker/model/claim.h"
#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Quantities in their sentences -> Claims: for every figure, in the same
// order, what it counts or measures, of whom, when, on whose word, planned or
// negated; and the article's profile. Built once from the rules; Make is pure
// and thread-safe.
//
//   "Officials said 12 people were killed and 30 injured in Kirkuk."
//   claim 1: 12, noun person, facet outcome=death (clause), name Kirkuk,
//            speaker "Officials"
//   claim 2: 30, facet outcome=injury …
// What claims are made for: to be shown alone, without the features and the
// profile that only linking asks for; or to be linked.
enum class ClaimUse { kShow, kLink };

class ClaimMaker {
 public:
  explicit ClaimMaker(const Rulebook& rules);
  ~ClaimMaker();

  ArticleClaims Make(const Article& article, const Document& document,
                     const QuantityReading& figures, uint32_t article_index,
                     ClaimUse use = ClaimUse::kLink) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_MAKE_CLAIMS_H_
