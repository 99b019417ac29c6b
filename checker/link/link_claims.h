#ifndef CROSSCHECK_CHECKER_LINK_LINK_CLAIMS_H_
#define CROSSCHECK_CHECKER_LINK_LINK_CLAIMS_H_

#include <cstdint>
#include <functional>
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
#include "checker/model/for_each.h"
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

// The claims of an article, by index, with their `article` set: the same ones
// whenever they are asked for, which is several times, from any thread. `room`:
// claims nobody needs anymore, whose memory may be taken for them.
using ClaimsOf = std::function<std::vector<Claim>(uint32_t article,
                                                  std::vector<Claim> room)>;

// What to link, where the articles given are not all there is.
struct LinkScope {
  // Only pairs with a new article on one side; empty: all are new. The links
  // are those of all new that have a new article on a side.
  std::vector<bool> is_new;
  // Counts over the collection the articles are taken from, which must hold
  // all that any of them adds; null: the articles are the collection.
  const Collection* collection = nullptr;
  // How pairs of articles are weighed: the links are the same.
  ForEach for_each = InTurn;
};

struct LinkResult {
  std::vector<ClaimLink> links;  // by a, then b
  std::vector<uint32_t> origin;  // of each article: equal for copies
  Copies copies;                 // among all articles given
};

// Two articles are candidates when either holds so many of the features the
// other is looked up by; in a collection of up to kWeighAllUpTo articles all
// are. Those published more than kMostDaysApart apart never are.
inline constexpr uint32_t kLeastShared = 3;
inline constexpr int kMostDaysApart = 45;
inline constexpr uint64_t kWeighAllUpTo = 48;

// The features an article is looked up by: those that few others of the
// collection hold, names first. Sorted.
std::vector<uint64_t> LookUpKeys(const ArticleProfile& profile,
                                 const Collection& collection);

// Claims -> links between those about the same fact. Articles are paired
// first, by names and words they share that few others use; claims only within
// such pairs (and within one article). Weights, in points, are
// rules/shared/link.yaml.
//
// Failure: none; what says too little to be compared is linked to nothing.
// Invariant: links have a < b, each pair once; the same claims give the same
// links, in the same order.
// Claims are asked for article by article and let go again, so that a run need
// not hold all of them; a link names them numbered through, in the order of the
// articles.
// Ownership: the rules must outlive it; articles and collection need to last
// for the call. Thread-safe.
// Cost: near-linear in articles; quadratic only in the figures of one kind
// within one pair of articles. Claims are asked for twice an article and once a
// pair of articles.
//
//   0: "12 people died in the fire at Millbrook"
//   1: "15 people died in the fire at Millbrook, the mayor said"
//   ClaimLinker(rules).Link(…).links: one, of the 12 and the 15, `may_clash`,
//   its `why` "same_noun +…", "event +…", …
class ClaimLinker {
 public:
  // `least_points`: what figures that do not meet need, in place of the rules'.
  explicit ClaimLinker(const Rulebook& rules,
                       std::optional<int> least_points = std::nullopt);
  ~ClaimLinker();
  int least_points() const;

  LinkResult Link(absl::Span<const LinkArticle> articles,
                  const ClaimsOf& claims_of, const LinkScope& scope = {}) const;
  // Links between two short statements (articles 0 and 1), which are taken to
  // speak of one event as far as they share anything.
  LinkResult LinkStatements(absl::Span<const LinkArticle> articles,
                            const ClaimsOf& claims_of) const;
  // Every pair Link would weigh.
  std::vector<LinkCandidate> Candidates(absl::Span<const LinkArticle> articles,
                                        const ClaimsOf& claims_of) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_LINK_CLAIMS_H_
