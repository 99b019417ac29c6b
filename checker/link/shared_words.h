#ifndef CROSSCHECK_CHECKER_LINK_SHARED_WORDS_H_
#define CROSSCHECK_CHECKER_LINK_SHARED_WORDS_H_

#include <array>
#include <cstdint>

#include "checker/link/pair_signs.h"
#include "checker/link/rated_claims.h"
#include "checker/link/weights.h"
#include "checker/model/claim.h"

namespace crosscheck {

// The words, names and other figures around two claims. A feature weighs its
// rarity by how near it stands to the figure. Across languages only names and
// what the rules know as one concept can meet; within one, what only sounds
// alike counts nothing.

// How much a feature says of a figure that far from it, in tokens: 8 beside
// it, 0 past Feature::kFarthest.
int Proximity(uint8_t distance);

// What the features of a claim weigh, [within a language, across].
// `rarities`: of each of them. Cost: linear in the features.
std::array<FeatureSums, 2> SumFeatures(const Claim& claim,
                                       const uint8_t* rarities);

// Sets the signs of what two claims share, and what stands beside only one.
// The other signs (ReadPairSigns) are read before. No allocation.
// Cost: a merge of the features of both, and work for those that are shared.
void ReadSharedWords(const RatedClaim& a, const RatedClaim& b,
                     bool across_languages, PairSigns& signs);

// The most that ReadSharedWords may add to the points of these signs: a pair
// that would not get anywhere with it needs not be read.
int MostOfSharedWords(const PairSigns& signs, const LinkWeights& weights);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_SHARED_WORDS_H_
