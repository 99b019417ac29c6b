#ifndef CROSSCHECK_CHECKER_LINK_PAIR_SIGNS_H_
#define CROSSCHECK_CHECKER_LINK_PAIR_SIGNS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "checker/link/rated_claims.h"
#include "checker/link/weights.h"

namespace crosscheck {

// What two claims have in common and not. `apart`: surely different facts, no
// link whatever the points. `blocked` names a stated difference of scope.
struct PairSigns {
  std::array<int16_t, kLinkSigns> signs{};
  bool apart = false;
  std::string_view blocked_a, blocked_b;  // the two scopes; empty: none

  int16_t& operator[](LinkSign sign) {
    return signs[static_cast<size_t>(sign)];
  }
  int16_t operator[](LinkSign sign) const {
    return signs[static_cast<size_t>(sign)];
  }
};

// Reads what two claims are, of articles whose likeness is given (hundredths):
// what is counted and what is said of it, of whom, where it stands, and the
// values. Where they turn out `apart` the rest is left unread. Which words and
// names they share is read after that (link/shared_words.h), for it costs the
// features of both. No allocation.
//
//   "12 people died" and "15 people died", in one language:
//   kCount 1, kSameNoun 1, kSameFacet 1, kNearValue 1, kEvent the likeness
PairSigns ReadPairSigns(const RatedClaim& a, const RatedClaim& b, int likeness,
                        bool across_languages);

// What the signs count together, in points.
int Points(const PairSigns& signs, const LinkWeights& weights);
// The same without the signs of values that are alike (ClaimLink::telling).
int TellingPoints(const PairSigns& signs, const LinkWeights& weights);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_PAIR_SIGNS_H_
