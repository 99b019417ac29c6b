#ifndef CROSSCHECK_CHECKER_LINK_PAIR_WEIGHER_H_
#define CROSSCHECK_CHECKER_LINK_PAIR_WEIGHER_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "checker/link/admission.h"
#include "checker/link/candidate.h"
#include "checker/link/competition.h"
#include "checker/link/figure_table.h"
#include "checker/link/link_claims.h"
#include "checker/link/rated_claims.h"
#include "checker/link/tallies.h"
#include "checker/link/thirds.h"
#include "checker/link/weights.h"
#include "checker/model/claim_link.h"

namespace crosscheck {

// What weighing a pair of articles needs of the whole run.
struct LinkRun {
  const LinkWeights& weights;
  absl::Span<const LinkArticle> articles;
  const ClaimsOf& claims_of;
  const FigureTable& figures;
  const Rarities& rarities;
  const Thirds& thirds;
  Admission::Of of;
};

// Weighs the claims of two articles against each other, or those of one among
// themselves, and links those that are admitted. Claims are named by their
// number in the run.
//
// Ownership: the run must outlive it. Not thread-safe: one a thread.
// Cost: the claims of both articles, and the comparable figures of the one
// times those of the other; least where the first article stays the same.
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
  // The links of those weighed last, in their order. `copy`: one of the
  // articles copies the other.
  std::vector<ClaimLink> Links(bool copy) const;
  // The link of two claims by themselves, whatever their articles are; nullopt
  // where they say too little or are two facts.
  std::optional<ClaimLink> LinkAlone(uint32_t a, uint32_t b, bool copy);

 private:
  bool IsPast(const Claim& claim) const;
  bool AreAcross(uint32_t article_a, uint32_t article_b) const;
  Candidate Read(uint32_t a, uint32_t b, int likeness, bool across) const;
  void Finish(Candidate& candidate, bool across) const;
  void DropBelow(int more);
  ClaimOfArticle Place(uint32_t claim) const;
  ClaimLink Link(const Candidate& candidate, bool may_clash, bool copy) const;

  const LinkRun& run_;
  const bool keep_all_;
  RatedClaims claims_;
  Admission admission_;
  Competition competition_;
  std::vector<Candidate> candidates_;  // of the articles at hand
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_PAIR_WEIGHER_H_
