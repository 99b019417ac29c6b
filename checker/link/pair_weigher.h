#ifndef CROSSCHECK_CHECKER_LINK_PAIR_WEIGHER_H_
#define CROSSCHECK_CHECKER_LINK_PAIR_WEIGHER_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "checker/link/admission.h"
#include "checker/link/candidate.h"
#include "checker/link/competition.h"
#include "checker/link/link_claims.h"
#include "checker/link/rated_claims.h"
#include "checker/link/thirds.h"
#include "checker/link/weights.h"
#include "checker/model/claim_link.h"

namespace crosscheck {

// What weighing a pair of articles needs of the whole run.
struct LinkRun {
  const LinkWeights& weights;
  absl::Span<const LinkArticle> articles;
  const Rarities& rarities;
  const RatedClaims& claims;
  const Thirds& thirds;
  const Admission& admission;
};

// Weighs the claims of two articles against each other, or those of one among
// themselves, and makes links of those it is told to. What it allocates it
// keeps for the next pair.
//
// Ownership: the run must outlive it. Not thread-safe: one a thread.
// Cost: the comparable figures of the one times those of the other.
class PairWeigher {
 public:
  // Which candidates are given: all, or those not far below every threshold.
  enum class Give { kAll, kNear };

  PairWeigher(const LinkRun& run, Give give);

  // All comparable pairs of claims, a of `article_a`, b of `article_b`, with
  // their points. `likeness` of the two articles is in hundredths. Valid until
  // the next call.
  const std::vector<Candidate>& Weigh(uint32_t article_a, uint32_t article_b,
                                      int likeness);
  // One pair of comparable claims by itself; nullopt: surely two facts.
  std::optional<Candidate> WeighAlone(uint32_t a, uint32_t b,
                                      int likeness) const;

  // The link of a candidate that was admitted; `copy`: one of its articles
  // copies the other.
  ClaimLink Link(const Candidate& candidate, bool copy) const;

 private:
  bool IsPast(const Claim& claim) const;
  bool AreAcross(uint32_t article_a, uint32_t article_b) const;
  Candidate Read(uint32_t a, uint32_t b, int likeness, bool across) const;
  void Finish(Candidate& candidate, bool across) const;
  void DropBelow(int more);

  const LinkRun& run_;
  const bool keep_all_;
  Competition competition_;
  std::vector<Candidate> candidates_;  // of the pair of articles at hand
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_PAIR_WEIGHER_H_
