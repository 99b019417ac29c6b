#include "checker/link/pair_articles.h"

#include <algorithm>
#include <array>
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

int KindWeight(ProfileKind kind) {
  switch (kind) {
    case ProfileKind::kName:
      return 3;
    case ProfileKind::kSound:
      return 2;
    default:
      return 1;
  }
}

// Words of one language, and words that only sound, cannot meet another's.
bool Counts(ProfileKind kind, bool across) {
  return kind != (across ? ProfileKind::kWord : ProfileKind::kSound);
}

// What the features of an article weigh, and together, were none of them
// shared, with one of its language and of another. So a pair costs what the two
// share, and no count is looked up for it.
struct ArticleWeights {
  std::vector<uint16_t> of_features;
  std::array<int64_t, 2> sums{};  // [across languages]
};

ArticleWeights WeighArticle(const ArticleProfile& profile,
                            const Collection& collection) {
  ArticleWeights out;
  out.of_features.reserve(profile.keys.size());
  for (size_t i = 0; i < profile.keys.size(); ++i) {
    const ProfileKind kind = profile.kinds[i];
    const int weight =
        KindWeight(kind) *
        Rarity(Collection::CountOf(collection.article_holders, profile.keys[i]),
               collection.articles);
    out.of_features.push_back(static_cast<uint16_t>(weight));
    for (const bool across : {false, true}) {
      if (Counts(kind, across)) out.sums[across] += weight;
    }
  }
  return out;
}

// The likeness of two articles, in hundredths.
int Likeness(const LinkArticle& a, const ArticleWeights& a_weights,
             const LinkArticle& b, const ArticleWeights& b_weights) {
  const auto& x = a.profile->keys;
  const auto& y = b.profile->keys;
  const bool across = a.language != b.language;
  int64_t both = 0;
  int64_t of_a = a_weights.sums[across], of_b = b_weights.sums[across];
  for (size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i] != y[j]) {
      // Which is smaller cannot be foreseen, so no branch hangs on it.
      const bool first = x[i] < y[j];
      i += first ? 1 : 0;
      j += first ? 0 : 1;
      continue;
    }
    // What both hold weighs the same for both, and counts if it may for one.
    const int64_t weight = a_weights.of_features[i];
    const bool in_a = Counts(a.profile->kinds[i], across);
    const bool in_b = Counts(b.profile->kinds[j], across);
    if (in_a) of_a -= weight;
    if (in_b) of_b -= b_weights.of_features[j];
    if (in_a || in_b) {
      both += weight;
      of_a += weight;
      of_b += weight;
    }
    ++i;
    ++j;
  }
  const int64_t poorer = std::max<int64_t>(1, std::min(of_a, of_b));
  // Short articles share by chance: below a floor of weight the likeness is of
  // the floor.
  return static_cast<int>(both * 100 / std::max<int64_t>(poorer, 40));
}

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
  for (size_t i = 0; i < profile.keys.size(); ++i) {
    const uint32_t holders =
        Collection::CountOf(collection.article_holders, profile.keys[i]);
    if (holders < 2 || holders > kMostHolders) continue;
    // Names first: rare words alone rarely tell an event.
    const bool name = profile.kinds[i] == ProfileKind::kName ||
                      profile.kinds[i] == ProfileKind::kSound;
    keys.emplace_back(holders + (name ? 0 : kMostHolders), profile.keys[i]);
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
  const auto candidates = Candidates(articles, collection, is_new);
  std::vector<char> is_asked(articles.size());
  for (const auto& [a, b] : candidates) is_asked[a] = is_asked[b] = 1;
  std::vector<ArticleWeights> weights(articles.size());
  for_each(articles.size(), [&](size_t i) {
    if (is_asked[i] == 0) return;
    weights[i] = WeighArticle(*articles[i].profile, collection);
  });
  std::vector<ArticlePair> pairs(candidates.size());
  for_each(candidates.size(), [&](size_t i) {
    const auto& [a, b] = candidates[i];
    pairs[i] = {a, b,
                Likeness(articles[a], weights[a], articles[b], weights[b])};
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
  const LinkArticle &x = articles[a], &y = articles[b];
  return Likeness(x, WeighArticle(*x.profile, collection), y,
                  WeighArticle(*y.profile, collection)) >= least_likeness;
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
