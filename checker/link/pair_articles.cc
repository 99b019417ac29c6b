#include "checker/link/pair_articles.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <iterator>

#include "absl/container/flat_hash_map.h"

namespace crosscheck {
namespace {

constexpr size_t kRarestFeatures = 48;  // of an article
// What both of two articles hold is not common for that: a collection smaller
// than this is taken to be of so many, the others of which hold nothing of it.
constexpr uint64_t kLeastCollection = 64;

// Whole steps of rarity: log2 of how many times fewer articles than all hold
// a feature.
int Rarity(uint32_t holders, uint64_t all) {
  return std::bit_width(std::max(all, kLeastCollection) /
                        std::max<uint32_t>(1, holders));
}

int KindWeight(const Feature& feature) {
  if (feature.kind == FeatureKind::kName) return feature.by_sound ? 2 : 3;
  return 1;
}

struct Weigher {
  absl::Span<const LinkArticle> articles;
  const Collection& collection;

  int64_t Weight(const Feature& feature) const {
    return KindWeight(feature) *
           Rarity(Collection::CountOf(collection.article_holders, feature.key),
                  collection.articles);
  }

  ArticlePair Weigh(uint32_t a, uint32_t b) const {
    const auto& x = articles[a].profile->features;
    const auto& y = articles[b].profile->features;
    const bool same_language = articles[a].language == articles[b].language;
    // Words of one language, and words that only sound, cannot meet another's.
    const auto counts = [&](const Feature& feature) {
      return same_language ? !feature.by_sound
                           : feature.kind != FeatureKind::kWord;
    };
    int64_t both = 0, of_a = 0, of_b = 0;
    for (size_t i = 0, j = 0; i < x.size() || j < y.size();) {
      if (j == y.size() || (i < x.size() && x[i].key < y[j].key)) {
        if (counts(x[i])) of_a += Weight(x[i]);
        ++i;
      } else if (i == x.size() || y[j].key < x[i].key) {
        if (counts(y[j])) of_b += Weight(y[j]);
        ++j;
      } else {
        const int64_t weight = Weight(x[i]);
        if (counts(x[i]) || counts(y[j])) {
          both += weight;
          of_a += weight;
          of_b += weight;
        }
        ++i;
        ++j;
      }
    }
    ArticlePair pair{a, b, 0};
    const int64_t poorer = std::max<int64_t>(1, std::min(of_a, of_b));
    // Short articles share by chance: below a floor of weight the likeness is
    // of the floor.
    pair.likeness =
        static_cast<int>(both * 100 / std::max<int64_t>(poorer, 40));
    return pair;
  }
};

bool NearInTime(const LinkArticle& a, const LinkArticle& b) {
  if (!a.published || !b.published) return true;
  return std::abs(a.published->number - b.published->number) <= kMostDaysApart;
}

std::vector<std::pair<uint32_t, uint32_t>> Candidates(
    absl::Span<const LinkArticle> articles, const Collection& collection,
    absl::Span<const char> is_new) {
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  const auto n = static_cast<uint32_t>(articles.size());
  const auto wanted = [&](uint32_t a, uint32_t b) {
    return is_new[a] || is_new[b];
  };
  if (collection.articles <= kWeighAllUpTo) {
    for (uint32_t a = 0; a < n; ++a) {
      for (uint32_t b = a + 1; b < n; ++b) {
        if (wanted(a, b)) pairs.emplace_back(a, b);
      }
    }
    return pairs;
  }
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> postings;
  std::vector<std::vector<uint64_t>> rarest(n);
  for (uint32_t a = 0; a < n; ++a) {
    rarest[a] = LookUpKeys(*articles[a].profile, collection);
    for (const uint64_t key : rarest[a]) postings[key].push_back(a);
  }
  std::vector<uint32_t> shared(n);
  std::vector<uint32_t> touched;
  for (uint32_t a = 0; a < n; ++a) {
    touched.clear();
    for (uint64_t key : rarest[a]) {
      for (uint32_t b : postings[key]) {
        if (b <= a || !wanted(a, b) || !NearInTime(articles[a], articles[b])) {
          continue;
        }
        if (shared[b]++ == 0) touched.push_back(b);
      }
    }
    std::sort(touched.begin(), touched.end());
    for (uint32_t b : touched) {
      if (shared[b] >= kLeastShared) pairs.emplace_back(a, b);
      shared[b] = 0;
    }
  }
  return pairs;
}

}  // namespace

std::vector<uint64_t> LookUpKeys(const ArticleProfile& profile,
                                 const Collection& collection) {
  std::vector<std::pair<uint32_t, uint64_t>> keys;
  for (const Feature& feature : profile.features) {
    const uint32_t holders =
        Collection::CountOf(collection.article_holders, feature.key);
    if (holders < 2 || holders > kMostHolders) continue;
    // Names first: rare words alone rarely tell an event.
    keys.emplace_back(
        holders + (feature.kind == FeatureKind::kName ? 0 : kMostHolders),
        feature.key);
  }
  std::sort(keys.begin(), keys.end());
  if (keys.size() > kRarestFeatures) keys.resize(kRarestFeatures);
  std::vector<uint64_t> out;
  for (const auto& [holders, key] : keys) out.push_back(key);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<ArticlePair> PairArticles(absl::Span<const LinkArticle> articles,
                                      const Collection& collection,
                                      absl::Span<const char> is_new,
                                      int least_likeness,
                                      const ForEach& for_each) {
  const Weigher weigher{articles, collection};
  const auto candidates = Candidates(articles, collection, is_new);
  std::vector<ArticlePair> pairs(candidates.size());
  for_each(candidates.size(), [&](size_t i) {
    pairs[i] = weigher.Weigh(candidates[i].first, candidates[i].second);
  });
  std::erase_if(pairs, [&](const ArticlePair& pair) {
    return pair.likeness < least_likeness;
  });
  return pairs;
}

bool ArePaired(absl::Span<const LinkArticle> articles,
               const Collection& collection, uint32_t a, uint32_t b,
               int least_likeness) {
  if (collection.articles > kWeighAllUpTo) {
    if (!NearInTime(articles[a], articles[b])) return false;
    const std::vector<uint64_t> x =
        LookUpKeys(*articles[a].profile, collection);
    const std::vector<uint64_t> y =
        LookUpKeys(*articles[b].profile, collection);
    std::vector<uint64_t> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(),
                          std::back_inserter(both));
    if (both.size() < kLeastShared) return false;
  }
  return Weigher{articles, collection}.Weigh(a, b).likeness >= least_likeness;
}

std::vector<uint32_t> FindOrigins(size_t articles,
                                  absl::Span<const ArticlePair> pairs,
                                  const Copies& copies) {
  std::vector<uint32_t> origin(articles);
  for (uint32_t i = 0; i < articles; ++i) origin[i] = i;
  const auto root = [&](uint32_t i) {
    while (origin[i] != i) i = origin[i];
    return i;
  };
  for (const ArticlePair& pair : pairs) {
    if (!copies.Are(pair.a, pair.b)) continue;
    const uint32_t a = root(pair.a), b = root(pair.b);
    if (a != b) origin[std::max(a, b)] = std::min(a, b);
  }
  for (uint32_t i = 0; i < articles; ++i) origin[i] = root(i);
  return origin;
}

}  // namespace crosscheck
