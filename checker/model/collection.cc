#include "checker/model/collection.h"

#include <algorithm>
#include <string_view>

namespace crosscheck {
namespace {

// FNV-1a: the same on every machine, unlike absl::Hash. For stored keys.
uint64_t StableHash(std::string_view text, uint64_t seed) {
  uint64_t hash = 0xCBF29CE484222325 ^ seed;
  for (const char byte : text) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  }
  hash ^= hash >> 32;
  return hash * 0x9E3779B97F4A7C15;
}

std::vector<std::pair<uint64_t, uint32_t>> Counted(
    std::vector<uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  std::vector<std::pair<uint64_t, uint32_t>> out;
  for (const uint64_t key : keys) {
    if (out.empty() || out.back().first != key) out.emplace_back(key, 0);
    ++out.back().second;
  }
  return out;
}

void Add(uint64_t key, int64_t count, Collection::Counts& counts) {
  uint32_t& at = counts[key];
  at = static_cast<uint32_t>(std::max<int64_t>(0, int64_t{at} + count));
}

}  // namespace

uint64_t MeasureKey(const Claim& claim) {
  if (!claim.metric_known || claim.subject_key == 0) return 0;
  return StableHash(
      claim.metric,
      claim.subject_key + static_cast<uint64_t>(claim.quantity.kind) + 1);
}

CollectionKeys KeysOf(const ArticleProfile& profile,
                      absl::Span<const Claim> claims) {
  CollectionKeys out;
  out.article = profile.keys;
  // Claims of one sentence share its features; each sentence counts once.
  std::vector<uint64_t> features, measures;
  const Claim* last = nullptr;
  for (const Claim& claim : claims) {
    if (const uint64_t key = MeasureKey(claim)) measures.push_back(key);
    const bool same_sentence =
        last != nullptr && last->sentence == claim.sentence;
    last = &claim;
    if (same_sentence) continue;
    ++out.sentence_count;
    for (const Feature& feature : claim.features) {
      if (feature.distance <= Feature::kFarthest) {
        features.push_back(feature.key);
      }
    }
  }
  out.sentences = Counted(features);
  out.measures = Counted(measures);
  return out;
}

void Count(const CollectionKeys& keys, int times, Collection& collection) {
  collection.articles += times;
  collection.sentences += times * int64_t{keys.sentence_count};
  for (const uint64_t key : keys.article) {
    Add(key, times, collection.article_holders);
  }
  for (const auto& [key, count] : keys.sentences) {
    Add(key, times * int64_t{count}, collection.sentence_holders);
  }
  for (const auto& [key, count] : keys.measures) {
    Add(key, times * int64_t{count}, collection.measures);
  }
}

}  // namespace crosscheck
