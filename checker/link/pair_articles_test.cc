// Articles are paired by lists of who holds which rare feature, so that an
// archive does not cost each article with each. The slow twin asks of every two
// articles whether they are a pair: what is paired, and so what is linked and
// grouped, must be the same.
#include "checker/link/pair_articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "checker/ledger/testing/small_world.h"

namespace crosscheck {
namespace {

constexpr int kLeastLikeness = 10;

using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;

class PairArticlesTwin : public testing::TestWithParam<int> {};

TEST_P(PairArticlesTwin, FindsWhatAskingOfEachTwoFinds) {
  const auto size = static_cast<uint32_t>(GetParam());
  for (const uint32_t seed : {1u, 2u, 3u}) {
    const SmallWorld world(seed);
    std::vector<ArticleReading> readings;
    Collection collection;
    for (uint32_t i = 0; i < size; ++i) {
      readings.push_back(world.Read(static_cast<int>(i)));
      const ArticleClaims& made = readings.back().made;
      Count(KeysOf(made.profile, made.claims), 1, collection);
    }
    std::vector<LinkArticle> articles;
    for (const ArticleReading& reading : readings) {
      articles.push_back(
          {&reading.made.profile, reading.article.outlet,
           reading.article.language, reading.text,
           reading.published ? reading.published->days.first : std::nullopt});
    }
    std::vector<char> is_new(size);
    for (uint32_t i = 0; i < size; ++i) is_new[i] = i % 3 != 0;
    Pairs fast, slow;
    for (const ArticlePair& pair :
         PairArticles(articles, collection, is_new, kLeastLikeness)) {
      fast.emplace_back(pair.a, pair.b);
    }
    for (uint32_t a = 0; a < size; ++a) {
      for (uint32_t b = a + 1; b < size; ++b) {
        if ((is_new[a] || is_new[b]) &&
            ArePaired(articles, collection, a, b, kLeastLikeness)) {
          slow.emplace_back(a, b);
        }
      }
    }
    EXPECT_EQ(fast, slow) << "seed " << seed;
    EXPECT_FALSE(slow.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Worlds, PairArticlesTwin,
                         testing::Values(20, 48, 49, 150, 250));

}  // namespace
}  // namespace crosscheck
