#ifndef CROSSCHECK_CHECKER_MODEL_COLLECTION_H_
#define CROSSCHECK_CHECKER_MODEL_COLLECTION_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "checker/model/claim.h"

namespace crosscheck {

// How often the things linking goes by occur over a whole collection of
// articles: those of a run, or an archive with the articles asked about. A
// rare name that two articles share says more than a common one, so the same
// two articles weigh the same only within the same collection.
//
// Keys that nothing holds may be absent from the maps.
struct Collection {
  using Counts = absl::flat_hash_map<uint64_t, uint32_t>;

  uint64_t articles = 0;
  uint64_t sentences = 0;   // that hold claims
  Counts article_holders;   // feature key -> articles whose profile holds it
  Counts sentence_holders;  // feature key -> sentences of claims that hold it
  Counts measures;          // MeasureKey -> claims of it

  static uint32_t CountOf(const Counts& counts, uint64_t key) {
    const auto at = counts.find(key);
    return at == counts.end() ? 0 : at->second;
  }
};

// Articles are looked up by features that at most this many articles hold.
inline constexpr uint32_t kMostHolders = 40;
// Claims of one measure of one subject are compared across all articles while
// there are at most this many.
inline constexpr uint32_t kMostOfOneMeasure = 200;

// A key of what a claim measures where subject and metric are known: the same
// wherever the two and the kind of figure are; 0 where one is open.
uint64_t MeasureKey(const Claim& claim);

// What one article adds to each count, sorted by key.
struct CollectionKeys {
  std::vector<uint64_t> article;  // each once
  std::vector<std::pair<uint64_t, uint32_t>> sentences;
  std::vector<std::pair<uint64_t, uint32_t>> measures;
  uint32_t sentence_count = 0;
};
// Cost: sorts the features of the claims.
CollectionKeys KeysOf(const ArticleProfile& profile,
                      absl::Span<const Claim> claims);

// Adds an article to the counts, or (`times` -1) takes it out again.
void Count(const CollectionKeys& keys, int times, Collection& collection);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_COLLECTION_H_
