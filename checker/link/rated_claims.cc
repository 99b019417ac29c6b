#include "checker/link/rated_claims.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "checker/link/figure_keys.h"
#include "checker/link/pair_values.h"
#include "checker/link/shared_words.h"

namespace crosscheck {

int Rarities::Of(uint64_t key) const {
  const uint64_t holders =
      Collection::CountOf(collection_.sentence_holders, key);
  const uint64_t sentences = std::max<uint64_t>(collection_.sentences, 1);
  // Shared by two at least, else it would not be asked for.
  const int steps =
      std::bit_width(sentences * 2 / std::max<uint64_t>(holders, 2)) - 1;
  return std::min(steps, kMostSteps);
}

bool CanLink(const RatedClaim& rated) {
  const Claim& claim = rated.claim;
  const Quantity& figure = claim.quantity;
  switch (figure.kind) {
    case QuantityKind::kDate:
      return *rated.clock || (!figure.unresolved && IsBounded(figure.days));
    case QuantityKind::kOrdinal:
      return false;
    case QuantityKind::kCount:
      return claim.noun_key != 0 || !claim.facets.empty() || claim.metric_known;
    default:
      return true;
  }
}

RatedClaims::RatedClaims(absl::Span<const Claim> claims, size_t articles,
                         const Rarities& rarities)
    : claims_(claims), of_article_(articles) {
  absl::flat_hash_set<std::tuple<uint32_t, uint64_t, uint32_t>> said;
  absl::flat_hash_map<std::pair<uint32_t, uint64_t>, uint32_t> siblings;
  absl::flat_hash_map<uint64_t, uint32_t> ids;  // of values
  std::vector<uint64_t> things;                 // of each claim
  for (uint32_t c = 0; c < claims.size(); ++c) {
    const Claim& claim = claims[c];
    const size_t first_rarity = rarities_.size();
    for (const Feature& feature : claim.features) {
      rarities_.push_back(static_cast<uint8_t>(rarities.Of(feature.key)));
    }
    sums_.push_back(SumFeatures(claim, rarities_.data() + first_rarity));
    stated_.push_back(StatedValue(claim.quantity));
    clocks_.push_back(ClockOf(claim.quantity));
    const FigureKeys keys = KeysOfFigure(claim);
    figure_keys_.push_back(keys.figure);
    value_ids_.push_back(
        keys.value == 0
            ? 0
            : ids.try_emplace(keys.value, static_cast<uint32_t>(ids.size() + 1))
                  .first->second);
    things.push_back(ThingKey(claim, clocks_[c].has_value()));
    // A figure said again is no other.
    if (said.insert({claim.article, things[c], value_ids_[c]}).second) {
      ++siblings[{claim.article, things[c]}];
    }
  }
  first_claim_.resize(articles + 1);
  for (const Claim& claim : claims) ++first_claim_[claim.article + 1];
  std::partial_sum(first_claim_.begin(), first_claim_.end(),
                   first_claim_.begin());
  rated_.reserve(claims.size());
  const uint8_t* rarity = rarities_.data();
  for (uint32_t c = 0; c < claims.size(); ++c) {
    const Claim& claim = claims[c];
    rated_.push_back({claim, rarity, &sums_[c], &stated_[c], &clocks_[c]});
    rarity += claim.features.size();
    siblings_.push_back(siblings.at({claim.article, things[c]}));
    if (CanLink(rated_[c])) {
      of_article_[claim.article][claim.quantity.kind].push_back(c);
    }
  }
}

}  // namespace crosscheck
