#ifndef CROSSCHECK_CHECKER_LINK_THIRDS_H_
#define CROSSCHECK_CHECKER_LINK_THIRDS_H_

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "checker/link/candidate.h"
#include "checker/link/figure_table.h"
#include "checker/link/link_claims.h"
#include "checker/link/pair_articles.h"
#include "checker/model/collection.h"

namespace crosscheck {

// Who gives a figure besides the two articles at hand: of the articles that
// are paired with both. Where one of them gives both figures, they are hardly
// one fact; where some give only one of the two, they may stand in each
// other's place.
//
// Invariant: only pairs are asked about of which one article is new.
// Ownership: keeps references to all it is built from. Thread-safe once the
// pairs are set: what was found of two old articles is kept, under a lock.
// Cost: a pair of claims costs the articles paired with the new one.
//
//   A: "12 dead", B: "15 dead"; C, paired with both: "12 dead"
//     -> kThirdsGiveOne 1
//   … and D: "12 dead on Monday, 15 dead by Tuesday"
//     -> kThirdGivesBoth 1, kThirdsGiveOne 0
class Thirds {
 public:
  // More articles that give one of two figures say no more.
  static constexpr int kMost = 4;

  // `event_least`: hundredths of likeness for articles to be paired.
  Thirds(absl::Span<const LinkArticle> articles, const FigureTable& figures,
         const Collection& collection, absl::Span<const char> is_new,
         int event_least);

  // All pairs of the run (PairArticles), sorted. Before, none are paired.
  void SetPairs(absl::Span<const ArticlePair> pairs);

  // Sets the two signs of candidates of these two articles whose figures do
  // not meet.
  void SetSigns(uint32_t article_a, uint32_t article_b,
                absl::Span<Candidate> candidates) const;

 private:
  bool IsPaired(uint32_t a, uint32_t b) const;
  bool Gives(uint32_t article, uint64_t figure) const;

  absl::Span<const LinkArticle> articles_;
  const FigureTable& figures_;
  const Collection& collection_;
  absl::Span<const char> is_new_;
  const int event_least_;
  // The articles that give a figure, sorted.
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> givers_;
  // The articles paired with each, sorted.
  std::vector<std::vector<uint32_t>> neighbours_;
  mutable std::mutex old_pairs_mutex_;
  mutable absl::flat_hash_map<std::pair<uint32_t, uint32_t>, bool> old_pairs_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_THIRDS_H_
