#ifndef CROSSCHECK_CHECKER_LINK_EXPLAIN_SIGNS_H_
#define CROSSCHECK_CHECKER_LINK_EXPLAIN_SIGNS_H_

#include <string>
#include <string_view>
#include <vector>

#include "checker/link/pair_signs.h"
#include "checker/link/rated_claims.h"
#include "checker/link/weights.h"

namespace crosscheck {

// The signs that counted most, as an editor reads them: "same_noun +14: death;
// …". `a_text` is the Article::text of a.
std::string ExplainSigns(const PairSigns& signs, const RatedClaim& a,
                         const RatedClaim& b, std::string_view a_text,
                         const LinkWeights& weights);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_EXPLAIN_SIGNS_H_
