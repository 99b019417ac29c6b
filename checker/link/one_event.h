#ifndef CROSSCHECK_CHECKER_LINK_ONE_EVENT_H_
#define CROSSCHECK_CHECKER_LINK_ONE_EVENT_H_

#include "absl/types/span.h"
#include "checker/link/link_claims.h"
#include "checker/link/pair_signs.h"
#include "checker/link/weights.h"
#include "checker/model/claim.h"

namespace crosscheck {

// A score says how much two claims look like one fact; what is here says
// whether that is enough for one to contradict the other. Pure; no allocation.

// Are the two claims, whose signs are given, surely of one event: are their
// articles alike and near in time, and their sentences no strangers? What is
// told anew each day ("recurring" in rules/shared/link.yaml) needs more.
bool AreOfOneEvent(const Claim& a, const Claim& b, const PairSigns& signs,
                   absl::Span<const LinkArticle> articles,
                   const LinkWeights& weights);

// Is what they count not the same, as far as is known, and nothing the same
// said of it?
bool CountOthers(const PairSigns& signs);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_ONE_EVENT_H_
