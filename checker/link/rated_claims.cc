#include "checker/link/rated_claims.h"

#include <algorithm>
#include <bit>
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

RatedArticle::RatedArticle(std::vector<Claim> claims, uint32_t first,
                           const FigureTable& figures, const Rarities& rarities)
    : claims_(std::move(claims)), first_(first) {
  const size_t count = claims_.size();
  sums_.reserve(count);
  stated_.reserve(count);
  clocks_.reserve(count);
  rated_.reserve(count);
  siblings_.reserve(count);
  absl::flat_hash_set<std::pair<uint64_t, uint32_t>> said;
  absl::flat_hash_map<uint64_t, uint32_t> siblings;  // of things
  std::vector<uint64_t> things;                      // of each claim
  for (uint32_t i = 0; i < count; ++i) {
    const Claim& claim = claims_[i];
    const size_t first_rarity = rarities_.size();
    for (const Feature& feature : claim.features) {
      rarities_.push_back(static_cast<uint8_t>(rarities.Of(feature.key)));
    }
    sums_.push_back(SumFeatures(claim, rarities_.data() + first_rarity));
    stated_.push_back(StatedValue(claim.quantity));
    clocks_.push_back(ClockOf(claim.quantity));
    things.push_back(ThingKey(claim, clocks_[i].has_value()));
    // A figure said again is no other.
    if (said.insert({things[i], figures.ValueId(first + i)}).second) {
      ++siblings[things[i]];
    }
  }
  const uint8_t* rarity = rarities_.data();
  for (uint32_t i = 0; i < count; ++i) {
    const Claim& claim = claims_[i];
    rated_.push_back({claim, rarity, &sums_[i], &stated_[i], &clocks_[i]});
    rarity += claim.features.size();
    siblings_.push_back(siblings.at(things[i]));
    if (CanLink(rated_[i])) by_kind_[claim.quantity.kind].push_back(first + i);
  }
}

RatedClaims::RatedClaims(const ClaimsOf& claims_of, const FigureTable& figures,
                         const Rarities& rarities)
    : claims_of_(claims_of), figures_(figures), rarities_(rarities) {}

RatedClaims::Held RatedClaims::Take(uint32_t article) const {
  return std::make_unique<const RatedArticle>(claims_of_(article),
                                              figures_.RangeOf(article).first,
                                              figures_, rarities_);
}

void RatedClaims::Hold(uint32_t article_a, uint32_t article_b) {
  if (!first_ || first_article_ != article_a) first_ = Take(article_a);
  first_article_ = article_a;
  if (article_a == article_b) {
    second_ = nullptr;
  } else if (!second_ || second_article_ != article_b) {
    second_ = Take(article_b);
  }
  second_article_ = article_b;
}

}  // namespace crosscheck
