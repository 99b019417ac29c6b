#ifndef CROSSCHECK_CHECKER_LINK_RATED_CLAIMS_H_
#define CROSSCHECK_CHECKER_LINK_RATED_CLAIMS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "checker/model/claim.h"
#include "checker/model/clock_time.h"
#include "checker/model/collection.h"

namespace crosscheck {

// How rare each feature is over the sentences that hold claims: whole steps of
// log2, 1 for one that stands everywhere, at most kMostSteps.
//
//   of 1,024 sentences, held by 64 -> 5, by 512 -> 2, by all -> 1
class Rarities {
 public:
  static constexpr int kMostSteps = 5;

  // Keeps a reference.
  explicit Rarities(const Collection& collection) : collection_(collection) {}
  int Of(uint64_t key) const;

 private:
  const Collection& collection_;
};

// What the features of a claim weigh together, were none of them shared.
struct FeatureSums {
  int32_t words = 0;
  int32_t names = 0;
  int32_t near_words = 0;    // in the figure's own phrase
  int16_t names_beside = 0;  // how many names stand beside the figure
  int16_t names_in_clause = 0;
};

// A claim, how rare each of its features is, in their order, their sums
// against claims of its language and of another, its figure's value and its
// time of day. So a pair costs what the two share, not what they have, and no
// date's text is read twice. A view: of RatedClaims.
struct RatedClaim {
  const Claim& claim;
  const uint8_t* rarities = nullptr;
  const std::array<FeatureSums, 2>* sums = nullptr;  // [across languages]
  const std::optional<Decimal>* stated = nullptr;    // StatedValue
  const std::optional<ClockTime>* clock = nullptr;   // ClockOf

  const Quantity& figure() const { return claim.quantity; }
};

// Does the figure say enough to be compared? Not a position ("third"), not a
// day that is not settled, not a bare number.
bool CanLink(const RatedClaim& claim);

// The claims of a run, by index, each with what is asked of it with every pair
// it stands in, and so is reckoned once: the rarity of its features and their
// sums, its value and time of day, and what it shares with other claims.
//
// Invariant: claims come article by article, as given.
// Ownership: keeps a reference to the claims; not to be copied, for what it
// hands out points into it. Thread-safe once built.
// Cost: linear in the features; about 200 bytes a claim and one a
// feature.
//
//   "12 people died", "15 people died" and "12 people died" in one article:
//   Siblings of each is 2, for 12 said again is no other value
class RatedClaims {
 public:
  // Of one article: its claims that can be linked, by the kind of figure.
  using ByKind = std::map<QuantityKind, std::vector<uint32_t>>;

  RatedClaims(absl::Span<const Claim> claims, size_t articles,
              const Rarities& rarities);
  RatedClaims(const RatedClaims&) = delete;
  RatedClaims& operator=(const RatedClaims&) = delete;

  // The claims of an article, by index.
  struct Range {
    uint32_t first = 0;
    uint32_t limit = 0;
  };
  Range RangeOf(uint32_t article) const {
    return {first_claim_[article], first_claim_[article + 1]};
  }

  uint32_t size() const { return static_cast<uint32_t>(claims_.size()); }
  absl::Span<const Claim> claims() const { return claims_; }
  const Claim& At(uint32_t claim) const { return claims_[claim]; }
  const RatedClaim& Rated(uint32_t claim) const { return rated_[claim]; }
  const ByKind& OfArticle(uint32_t article) const {
    return of_article_[article];
  }

  // Equal where two claims give the same figure for the same kind of thing
  // (FigureKeys::figure); 0: it has no value.
  uint64_t FigureKey(uint32_t claim) const { return figure_keys_[claim]; }
  // Equal for claims of equal values, counted from 1; 0: it has none.
  uint32_t ValueId(uint32_t claim) const { return value_ids_[claim]; }
  // How many values the article of the claim gives for its thing (ThingKey),
  // its own among them.
  uint32_t Siblings(uint32_t claim) const { return siblings_[claim]; }

 private:
  absl::Span<const Claim> claims_;
  std::vector<uint8_t> rarities_;  // of the features, claim after claim
  // Of each claim, as is what follows.
  std::vector<std::array<FeatureSums, 2>> sums_;
  std::vector<std::optional<Decimal>> stated_;
  std::vector<std::optional<ClockTime>> clocks_;
  std::vector<RatedClaim> rated_;
  std::vector<uint64_t> figure_keys_;
  std::vector<uint32_t> value_ids_;
  std::vector<uint32_t> siblings_;
  std::vector<ByKind> of_article_;
  std::vector<uint32_t> first_claim_;  // of each article, and the number of all
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_RATED_CLAIMS_H_
