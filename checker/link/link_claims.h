#ifndef CROSSCHECK_CHECKER_LINK_LINK_CLAIMS_H_
#define CROSSCHECK_CHECKER_LINK_LINK_CLAIMS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "checker/link/copies.h"
#include "checker/model/claim.h"
#include "checker/model/claim_link.h"
#include "checker/model/collection.h"
#include "checker/model/time_scope.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What linking needs of an article besides its claims.
struct LinkArticle {
  const ArticleProfile* profile = nullptr;
  std::string_view outlet;
  std::string_view language;
  std::string_view text;  // Article::text, for explanations
  std::optional<Day> published;
};

// What to link, where the articles given are not all there is.
struct LinkScope {
  // Only pairs with a new article on one side; empty: all are new. The links
  // are those of all new that have a new article on a side.
  std::vector<bool> is_new;
  // Counts over the collection the articles are taken from, which must hold
  // all that any of them adds; null: the articles are the collection.
  const Collection* collection = nullptr;
};

struct LinkResult {
  std::vector<ClaimLink> links;  // by a, then b
  std::vector<uint32_t> origin;  // of each article: equal for copies
  Copies copies;                 // among all articles given
  uint64_t pairs_weighed = 0;
};

// The features an article is looked up by: those that few others of the
// collection hold, names first. Two articles are candidates when either holds
// kLeastShared of the other's; in a collection of up to kWeighAllUpTo articles
// all are. Sorted.
// Articles published further apart are no candidates.
inline constexpr uint32_t kLeastShared = 3;
inline constexpr int kMostDaysApart = 45;
inline constexpr uint64_t kWeighAllUpTo = 48;
std::vector<uint64_t> LookUpKeys(const ArticleProfile& profile,
                                 const Collection& collection);

// Claims -> links between those about the same fact. Articles are paired
// first, by names and words they share that few others use; claims only within
// such pairs (and within one article). Weights are rules/shared/link.yaml.
// Pure; the same claims give the same links, in the same order.
// Cost: near-linear in articles; quadratic only in the figures of one unit
// within one pair of articles.
class ClaimLinker {
 public:
  // `least_points`: what figures that do not meet need, in place of the rules'.
  explicit ClaimLinker(const Rulebook& rules,
                       std::optional<int> least_points = std::nullopt);
  ~ClaimLinker();
  int least_points() const;

  LinkResult Link(absl::Span<const LinkArticle> articles,
                  absl::Span<const Claim> claims,
                  const LinkScope& scope = {}) const;
  // Links between two short statements (articles 0 and 1), which are taken to
  // speak of one event as far as they share anything.
  LinkResult LinkStatements(absl::Span<const LinkArticle> articles,
                            absl::Span<const Claim> claims) const;
  // Every pair Link would weigh.
  std::vector<LinkCandidate> Candidates(absl::Span<const LinkArticle> articles,
                                        absl::Span<const Claim> claims) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_LINK_CLAIMS_H_
