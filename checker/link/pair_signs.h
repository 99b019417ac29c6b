#ifndef CROSSCHECK_CHECKER_LINK_PAIR_SIGNS_H_
#define CROSSCHECK_CHECKER_LINK_PAIR_SIGNS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "checker/link/link_claims.h"
#include "checker/link/weights.h"
#include "checker/model/claim.h"

namespace crosscheck {

// How rare each feature is over the sentences that hold claims: whole steps of
// log2, 0 for one that stands everywhere, at most kMostSteps.
class Rarities {
 public:
  static constexpr int kMostSteps = 5;

  // Keeps a reference.
  explicit Rarities(const Collection& collection) : collection_(collection) {}
  int Of(uint64_t key) const;

 private:
  const Collection& collection_;
};

// What the features of a claim weigh together, were none of them shared.
struct FeatureSums {
  int32_t words = 0;
  int32_t names = 0;
  int32_t near_words = 0;    // in the figure's own phrase
  int16_t names_beside = 0;  // how many names stand beside the figure
  int16_t names_in_clause = 0;
};

// A claim, how rare each of its features is, in their order, their sums
// against claims of its language and of another, and its figure's value. So a
// pair costs what the two share, not what they have.
struct RatedClaim {
  const Claim& claim;
  const uint8_t* rarities = nullptr;
  const std::array<FeatureSums, 2>* sums = nullptr;  // [across languages]
  const std::optional<Decimal>* stated = nullptr;
};
// The stated value in base units, or the low end of a range; none for a date.
std::optional<Decimal> StatedValue(const Quantity& figure);
std::array<FeatureSums, 2> SumFeatures(const Claim& claim,
                                       const uint8_t* rarities);

// How much a feature says of a figure that far from it, at most 8.
int Proximity(uint8_t distance);

// Can the two figures be compared at all: same kind and kind of unit?
bool Comparable(const Quantity& a, const Quantity& b);
// Do their ranges share a value, in base units?
bool ValuesMeet(const Quantity& a, const Quantity& b);

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

// Reads the signs of two claims of articles whose likeness is given
// (hundredths), in two steps: first what the claims are, then (unless they are
// `apart`) which words and names they share, which costs the features of both.
// No allocation.
PairSigns ReadPairSigns(const RatedClaim& a, const RatedClaim& b, int likeness,
                        bool across_languages);
void ReadSharedWords(const RatedClaim& a, const RatedClaim& b,
                     bool across_languages, PairSigns& signs);
// The most that ReadSharedWords may add to the points of these signs.
int MostOfSharedWords(const PairSigns& signs, const LinkWeights& weights);

// What the signs count together, in points.
int Points(const PairSigns& signs, const LinkWeights& weights);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_PAIR_SIGNS_H_
