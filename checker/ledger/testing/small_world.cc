#include "checker/ledger/testing/small_world.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace crosscheck {
namespace {

constexpr const char* kPlaces[] = {"Calder",   "Oakhaven", "Tidewater",
                                   "Brenmoor", "Ashcombe", "Valdrin",
                                   "Farrowby", "Elmstead"};
constexpr const char* kThings[] = {"ferry", "bridge", "tramway", "airport",
                                   "stadium"};
constexpr const char* kKnown[] = {"DeepSeek", "Google", "Microsoft"};

Rulebook BuiltIn() {
  auto rules = Rulebook::BuiltIn();
  if (!rules.ok()) std::abort();
  return *std::move(rules);
}

}  // namespace

SmallWorld::SmallWorld(uint32_t seed)
    : seed_(seed), rules_(BuiltIn()), pipeline_(rules_, {.jobs = 1}) {}

Article SmallWorld::MakeArticle(int i, int version) const {
  std::mt19937 chance(seed_ * 7919u + static_cast<uint32_t>(i) * 31u);
  const auto one_of = [&](uint32_t n) {
    return static_cast<int>(chance() % n);
  };
  const char* place = kPlaces[one_of(std::size(kPlaces))];
  const char* thing = kThings[one_of(std::size(kThings))];
  const int which = one_of(3);
  const int day = one_of(200);
  const int cost = 40 + one_of(4) * 10 + version * 3;
  Article article;
  article.id = fmt::format("a{:04}.txt", i);
  article.path = "world/" + article.id;
  article.outlet = fmt::format("Outlet {}", one_of(6));
  article.language = "en";
  article.title =
      fmt::format("The {} {} of quarter {} opens", place, thing, which);
  article.published_text = ToIsoDate(Day{20089 + day});  // 2025-01-01 and later
  article.published = ParseIsoDate(article.published_text);
  article.text = fmt::format(
      "{0}\nThe {1} {2} in quarter {3} cost ${4} million to build, the {1} "
      "council said.\nMayor {1}son{3} said {5} people worked on the {1} {2}. "
      "It is {6} kilometres long.\n{7} was founded in {8}.\n",
      article.title, place, thing, which, cost, 100 + one_of(5) * 20 + version,
      7 + one_of(3), kKnown[one_of(std::size(kKnown))],
      2019 + one_of(5) - version);
  article.title_span = {0, static_cast<uint32_t>(article.title.size())};
  article.fields = {""};
  const auto size = static_cast<uint32_t>(article.text.size());
  article.pieces = {{0, size, 0, size}};
  return article;
}

ArticleToStore SmallWorld::ToStore(int i, int version) const {
  const Article article = MakeArticle(i, version);
  return {article.path, article.path, ContentHash(article),
          pipeline_.Read(article)};
}

std::string NewLedgerPath(const std::string& name) {
  const char* folder = std::getenv("TEST_TMPDIR");
  const std::string path =
      fmt::format("{}/{}", folder == nullptr ? "/tmp" : folder, name);
  for (const char* suffix : {"", "-wal", "-shm", "-lock"}) {
    std::remove((path + suffix).c_str());
  }
  return path;
}

}  // namespace crosscheck
