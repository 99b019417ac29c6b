#ifndef CROSSCHECK_CHECKER_MODEL_PACKED_CLAIMS_H_
#define CROSSCHECK_CHECKER_MODEL_PACKED_CLAIMS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "checker/model/claim.h"
#include "checker/model/reading.h"

namespace crosscheck {

// The claims of an article and their places, as bytes: a quarter of the memory
// they take otherwise, for runs that must keep the claims of all articles while
// they look at those of a few. For the run alone: rule ids and facets stay
// views into the rules. To be stored, see ledger/reading_bytes.h.
//
// Invariant: what is unpacked is what was packed.
// Thread-safe once built. Cost: well under a microsecond a claim either way,
// half of it for the features.
class PackedClaims {
 public:
  enum class Features { kWith, kWithout };

  PackedClaims() = default;
  // places[i] is that of claims[i].
  PackedClaims(std::vector<Claim> claims, std::vector<ClaimPlace> places);

  size_t size() const { return size_; }
  // Their `article` is the one given. `room`: claims nobody needs anymore,
  // whose memory they take.
  std::vector<Claim> Claims(uint32_t article, Features features,
                            std::vector<Claim> room = {}) const;
  std::vector<ClaimPlace> Places() const;

 private:
  size_t size_ = 0;
  std::string claims_;
  std::string features_;
  std::string places_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_PACKED_CLAIMS_H_
