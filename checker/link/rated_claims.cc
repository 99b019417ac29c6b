#include "checker/link/rated_claims.h"

#include <algorithm>
#include <bit>
#include <utility>

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

void RatedArticle::Read(uint32_t article, const ClaimsOf& claims_of,
                        const FigureTable& figures, const Rarities& rarities) {
  article_ = article;
  first_ = figures.RangeOf(article).first;
  claims_ = claims_of(article, std::move(claims_));
  rarities_.clear();
  sums_.clear();
  stated_.clear();
  clocks_.clear();
  for (const Claim& claim : claims_) {
    const size_t first_rarity = rarities_.size();
    for (const Feature& feature : claim.features) {
      rarities_.push_back(static_cast<uint8_t>(rarities.Of(feature.key)));
    }
    sums_.push_back(SumFeatures(claim, rarities_.data() + first_rarity));
    stated_.push_back(StatedValue(claim.quantity));
    clocks_.push_back(ClockOf(claim.quantity));
  }
  rated_.clear();
  for (std::vector<uint32_t>& list : by_kind_) list.clear();
  const uint8_t* rarity = rarities_.data();
  for (uint32_t i = 0; i < claims_.size(); ++i) {
    const Claim& claim = claims_[i];
    rated_.push_back({claim, rarity, &sums_[i], &stated_[i], &clocks_[i]});
    rarity += claim.features.size();
    if (CanLink(rated_[i])) {
      by_kind_[static_cast<size_t>(claim.quantity.kind)].push_back(first_ + i);
    }
  }
  CountSiblings(figures);
}

void RatedArticle::CountSiblings(const FigureTable& figures) {
  std::vector<uint64_t> things;  // of each claim
  things.reserve(claims_.size());
  said_.clear();
  for (uint32_t i = 0; i < claims_.size(); ++i) {
    things.push_back(ThingKey(claims_[i], clocks_[i].has_value()));
    said_.emplace_back(things[i], figures.ValueId(first_ + i));
  }
  siblings_.clear();
  std::sort(said_.begin(), said_.end());
  // A figure said again is no other.
  said_.erase(std::unique(said_.begin(), said_.end()), said_.end());
  for (const uint64_t key : things) {
    const auto first =
        std::lower_bound(said_.begin(), said_.end(), std::pair(key, 0u));
    const auto limit = std::find_if(first, said_.end(), [&](const auto& other) {
      return other.first != key;
    });
    siblings_.push_back(static_cast<uint32_t>(limit - first));
  }
}

RatedClaims::RatedClaims(const ClaimsOf& claims_of, const FigureTable& figures,
                         const Rarities& rarities)
    : claims_of_(claims_of), figures_(figures), rarities_(rarities) {}

void RatedClaims::Hold(uint32_t article_a, uint32_t article_b) {
  if (first_.article() != article_a) {
    first_.Read(article_a, claims_of_, figures_, rarities_);
  }
  is_one_ = article_a == article_b;
  if (!is_one_ && second_.article() != article_b) {
    second_.Read(article_b, claims_of_, figures_, rarities_);
  }
}

}  // namespace crosscheck
