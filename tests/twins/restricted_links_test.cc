// Linking only what is new must give the links of linking everything, as far
// as they have a new article on a side: what a gate says of a draft is what a
// check of the whole archive says of it.
//
// Over invented articles, and over the corpora in ../shared where they are: the
// newest CROSSCHECK_ARTICLES of each (300; 0: all), the last tenth new.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "checker/intake/read_articles.h"
#include "checker/ledger/testing/small_world.h"
#include "checker/link/link_claims.h"
#include "checker/pipeline/pipeline.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {
namespace {

const Rulebook& Rules() {
  static const Rulebook* const kRules = new Rulebook(*Rulebook::BuiltIn());
  return *kRules;
}

// Articles read, ready to be linked.
struct Archive {
  explicit Archive(std::vector<ArticleReading> given)
      : readings(std::move(given)) {
    for (uint32_t i = 0; i < readings.size(); ++i) {
      const ArticleReading& reading = readings[i];
      articles.push_back(
          {&reading.made.profile, reading.article.outlet,
           reading.article.language, reading.text,
           reading.published ? reading.published->days.first : std::nullopt});
      for (Claim claim : reading.made.claims) {
        claim.article = i;
        claims.push_back(std::move(claim));
      }
    }
  }

  const std::vector<ArticleReading> readings;
  std::vector<LinkArticle> articles;
  std::vector<Claim> claims;

  // The claims of one article.
  std::vector<Claim> operator()(uint32_t article, std::vector<Claim>) const {
    std::vector<Claim> out = readings[article].made.claims;
    for (Claim& claim : out) claim.article = article;
    return out;
  }
};

std::string Told(const ClaimLink& link) {
  std::string out =
      std::to_string(link.a) + " " + std::to_string(link.b) + " " +
      std::to_string(link.score) + (link.same_metric ? " metric" : "") +
      (link.copy ? " copy" : "") + (link.same_tally ? " tally " : " ") +
      link.blocked + "|" + link.part + "|" + link.why;
  return out;
}

// How many links there were, all the same.
size_t Compare(const ClaimLinker& linker, const Archive& archive,
               const std::vector<bool>& is_new) {
  LinkScope scope;
  scope.is_new = is_new;
  std::vector<std::string> fast, slow;
  for (const ClaimLink& link :
       linker.Link(archive.articles, archive, scope).links) {
    fast.push_back(Told(link));
  }
  for (const ClaimLink& link : linker.Link(archive.articles, archive).links) {
    if (is_new[archive.claims[link.a].article] ||
        is_new[archive.claims[link.b].article]) {
      slow.push_back(Told(link));
    }
  }
  EXPECT_EQ(fast, slow);
  return slow.size();
}

TEST(RestrictedLinks, OfInventedArticles) {
  const ClaimLinker linker{Rules()};
  for (const uint32_t seed : {5u, 6u}) {
    const SmallWorld world(seed);
    for (const int size : {40, 160, 400}) {
      std::vector<ArticleReading> readings;
      for (int i = 0; i < size; ++i) readings.push_back(world.Read(i));
      const Archive archive(std::move(readings));
      for (const int one_in : {2, 10, size}) {
        std::vector<bool> is_new(size);
        for (int i = 0; i < size; i += one_in) is_new[i] = true;
        EXPECT_GT(Compare(linker, archive, is_new), 0u)
            << seed << " " << size << " " << one_in;
      }
    }
  }
}

std::string Corpus(const std::string& name) {
  const char* shared = std::getenv("CROSSCHECK_SHARED");
  const std::string path =
      std::string(shared != nullptr ? shared : "/work/shared") + "/corpora/" +
      name;
  std::error_code error;
  return std::filesystem::exists(path, error) ? path : "";
}

class OfACorpus : public testing::TestWithParam<const char*> {};

TEST_P(OfACorpus, LastTenthNew) {
  const std::string path = Corpus(GetParam());
  if (path.empty()) GTEST_SKIP() << "../shared/corpora is not here";
  const char* said = std::getenv("CROSSCHECK_ARTICLES");
  const size_t most = said != nullptr ? std::strtoul(said, nullptr, 10) : 300;
  std::vector<Article> articles =
      ReadArticles({path}, IntakeOptions(), Rules()).articles;
  std::stable_sort(articles.begin(), articles.end(),
                   [](const Article& a, const Article& b) {
                     return a.published_text < b.published_text;
                   });
  if (most > 0 && articles.size() > most) {
    articles.erase(articles.begin(),
                   articles.end() - static_cast<ptrdiff_t>(most));
  }
  const Pipeline pipeline(Rules(), PipelineOptions());
  std::vector<ArticleReading> readings;
  for (const Article& article : articles) {
    readings.push_back(pipeline.Read(article));
  }
  std::vector<bool> is_new(readings.size());
  std::fill(is_new.begin() + static_cast<ptrdiff_t>(is_new.size() * 9 / 10),
            is_new.end(), true);
  const ClaimLinker linker{Rules()};
  const size_t links = Compare(linker, Archive(std::move(readings)), is_new);
  EXPECT_GT(links, 0u);
  std::cout << GetParam() << ": " << articles.size() << " articles, " << links
            << " links with a new one\n";
}

INSTANTIATE_TEST_SUITE_P(Corpora, OfACorpus,
                         testing::Values("news_en.jsonl.gz",
                                         "news_ar.jsonl.gz"));

}  // namespace
}  // namespace crosscheck
