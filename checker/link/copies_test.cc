#include "checker/link/copies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <vector>

namespace crosscheck {
namespace {

using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;

Pairs Found(const std::vector<ArticleProfile>& articles) {
  std::vector<const ArticleProfile*> profiles;
  for (const ArticleProfile& article : articles) profiles.push_back(&article);
  const Copies copies(profiles);
  return {copies.pairs().begin(), copies.pairs().end()};
}

// Each with each, as the definition says.
Pairs ByDefinition(const std::vector<ArticleProfile>& articles) {
  Pairs out;
  for (uint32_t a = 0; a < articles.size(); ++a) {
    for (uint32_t b = a + 1; b < articles.size(); ++b) {
      const auto& x = articles[a].shingles;
      const auto& y = articles[b].shingles;
      std::vector<uint64_t> both;
      std::set_intersection(x.begin(), x.end(), y.begin(), y.end(),
                            std::back_inserter(both));
      const size_t shorter = std::min(x.size(), y.size());
      if (shorter > 0 && both.size() * 2 >= shorter) out.emplace_back(a, b);
    }
  }
  return out;
}

ArticleProfile Article(std::vector<uint64_t> runs) {
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  ArticleProfile out;
  out.shingles = std::move(runs);
  return out;
}

TEST(Copies, RepeatHalfOfTheShorter) {
  const std::vector<ArticleProfile> articles = {
      Article({1, 2, 3, 4}), Article({1, 2, 9, 10, 11, 12, 13}),
      Article({1, 20, 21, 22}), Article({}), Article({})};
  EXPECT_EQ(Found(articles), (Pairs{{0, 1}}));
}

TEST(Copies, AreWhatComparingEachWithEachGives) {
  std::mt19937 random(7);
  for (int world = 0; world < 200; ++world) {
    std::vector<ArticleProfile> articles;
    for (int a = 0; a < 24; ++a) {
      // Some furniture all share, some of an earlier article, some of its own.
      std::vector<uint64_t> runs;
      for (uint64_t run = 0; run < random() % 5; ++run) runs.push_back(run);
      if (!articles.empty()) {
        const auto& earlier = articles[random() % articles.size()].shingles;
        const uint32_t keep = random() % 100;
        for (const uint64_t run : earlier) {
          if (random() % 100 < keep) runs.push_back(run);
        }
      }
      for (uint32_t own = random() % 12; own > 0; --own) {
        runs.push_back(random());
      }
      articles.push_back(Article(runs));
    }
    EXPECT_EQ(Found(articles), ByDefinition(articles)) << "world " << world;
  }
}

}  // namespace
}  // namespace crosscheck
