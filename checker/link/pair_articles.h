#ifndef CROSSCHECK_CHECKER_LINK_PAIR_ARTICLES_H_
#define CROSSCHECK_CHECKER_LINK_PAIR_ARTICLES_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "checker/link/link_claims.h"

namespace crosscheck {

// Two articles that may report one event. `likeness` is in hundredths: the
// weight of the features both hold over that of the poorer one's, names
// counting three, all by rarity over the run (of fewer than 64 articles, as if
// of 64: two alone cannot tell what is rare); across languages only what can
// meet is counted.
struct ArticlePair {
  uint32_t a = 0;
  uint32_t b = 0;
  int likeness = 0;
};

// Pairs of articles worth comparing, a < b, sorted. Candidates come from the
// features few articles hold; up to a few dozen articles all are weighed.
// Cost: near-linear: the posting list of a feature is used only while short.
// Rarity is over the collection, which holds all articles given.
std::vector<ArticlePair> PairArticles(absl::Span<const LinkArticle> articles,
                                      const Collection& collection,
                                      absl::Span<const char> is_new,
                                      int least_likeness,
                                      const ForEach& for_each = InTurn);

// Would PairArticles pair these two, were one of them new?
// Cost: as one pair of it, and the look-up of both articles' features.
bool ArePaired(absl::Span<const LinkArticle> articles,
               const Collection& collection, uint32_t a, uint32_t b,
               int least_likeness);

// origin[i]: the least of the articles paired with i, and with those, that copy
// each other; i itself when there is none.
std::vector<uint32_t> FindOrigins(size_t articles,
                                  absl::Span<const ArticlePair> pairs,
                                  const Copies& copies);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_PAIR_ARTICLES_H_
