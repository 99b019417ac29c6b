#ifndef CROSSCHECK_CHECKER_LINK_ADMISSION_H_
#define CROSSCHECK_CHECKER_LINK_ADMISSION_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/types/span.h"
#include "checker/link/candidate.h"
#include "checker/link/link_claims.h"
#include "checker/link/rated_claims.h"
#include "checker/link/weights.h"

namespace crosscheck {

// Which weighed candidates become links. Each needs the points of its
// threshold; figures that do not meet need more of them, one event (see
// link/one_event.h), and that no rival comes near. Points are as in
// rules/shared/link.yaml.
//
// Ownership: keeps references to all it is built from. Pure; thread-safe.
//
//   A: "12 people died in the fire"
//   B: "15 people died in the fire; 12 of them were guests"
//   12 against 15 is not admitted: B gives the 12, too.
class Admission {
 public:
  // Two statements set side by side have a threshold of their own, and count
  // as of one event.
  enum class Of { kArticles, kStatements };

  struct Admitted {
    const Candidate* candidate = nullptr;
    // Were its figures told apart by a closer look, may one be held against the
    // other (ClaimLink::may_clash)?
    bool may_clash = false;
    bool one_event = false;  // are they surely of one?
  };

  Admission(const RatedClaims& claims, absl::Span<const LinkArticle> articles,
            const LinkWeights& weights, Of of);

  // Below so many points a candidate is neither admitted nor any one's rival.
  int LeastPoints() const { return weights_.threshold - weights_.margin; }
  bool ReachesThreshold(const Candidate& candidate) const;

  // Of all candidates of two articles, or of one with itself, those that are
  // admitted, in their order. Cost: linear, but for claims with many partners
  // that come near.
  std::vector<Admitted> Admit(absl::Span<const Candidate> candidates) const;

  // Of a candidate alone, no others being weighed: Admitted::may_clash.
  bool MayBeHeldAgainst(const Candidate& candidate) const;

 private:
  using Partners = absl::flat_hash_map<uint32_t, std::vector<const Candidate*>>;

  bool AreOfOneEvent(const Candidate& candidate) const;
  int ClashThreshold(const Candidate& candidate) const;
  bool MayJoin(const Candidate& candidate, bool of_one_event) const;
  bool IsRepeat(const Candidate& candidate) const;
  bool HasRival(const Candidate& candidate, uint32_t side,
                const Partners& of_claim,
                const absl::flat_hash_set<uint32_t>& matched) const;

  const RatedClaims& claims_;
  absl::Span<const LinkArticle> articles_;
  const LinkWeights& weights_;
  const bool statements_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_ADMISSION_H_
