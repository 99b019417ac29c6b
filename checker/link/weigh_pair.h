#ifndef CROSSCHECK_CHECKER_LINK_WEIGH_PAIR_H_
#define CROSSCHECK_CHECKER_LINK_WEIGH_PAIR_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "checker/link/link_claims.h"
#include "checker/link/weights.h"
#include "checker/model/claim.h"

namespace crosscheck {

// One likeness or difference of two claims and its points.
struct LinkReason {
  std::string_view name;  // as in link.yaml: "same_noun"
  int points = 0;
  std::string detail;  // "death", "Beirut, embassy"
};

struct PairWeight {
  int score = 0;
  bool apart = false;  // surely different facts: no link whatever the score
  bool same_metric = false;
  std::string blocked;              // a stated difference of scope
  std::vector<LinkReason> reasons;  // filled only when asked for
};

// How rare each feature is over the sentences that hold claims: whole steps of
// log2, 0 for one that stands everywhere.
class Rarities {
 public:
  explicit Rarities(absl::Span<const Claim> claims);
  int Of(uint64_t key) const;

 private:
  absl::flat_hash_map<uint64_t, uint32_t> holders_;
  uint64_t sentences_ = 1;
};

// Can the two figures be compared at all: same kind of unit?
bool Comparable(const Quantity& a, const Quantity& b);

// Weighs two claims of articles whose likeness is given (hundredths). With
// `explain` the reasons are written out, otherwise nothing is allocated.
PairWeight WeighPair(const Claim& a, const Claim& b, int likeness,
                     const Rarities& rarities, const LinkWeights& weights,
                     bool explain);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_WEIGH_PAIR_H_
