#ifndef CROSSCHECK_CHECKER_LINK_RATED_CLAIMS_H_
#define CROSSCHECK_CHECKER_LINK_RATED_CLAIMS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "checker/link/figure_table.h"
#include "checker/link/link_claims.h"
#include "checker/model/claim.h"
#include "checker/model/clock_time.h"
#include "checker/model/collection.h"

namespace crosscheck {

inline constexpr size_t kQuantityKinds =
    static_cast<size_t>(QuantityKind::kScore) + 1;

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
// date's text is read twice. A view: of RatedArticle.
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

// The claims of an article, numbered as in the run, each with what is asked of
// it with every pair it stands in, and so is reckoned once: the rarity of its
// features and their sums, its value and time of day, and how many values the
// article gives for its thing. Read over another article it takes its memory.
//
// Not to be copied: what it hands out points into it, until the next Read.
// Cost: linear in the features.
//
//   "12 people died", "15 people died" and "12 people died":
//   Siblings of each is 2, for 12 said again is no other value
class RatedArticle {
 public:
  // Its claims that can be linked, of each kind of figure.
  using ByKind = std::array<std::vector<uint32_t>, kQuantityKinds>;

  RatedArticle() = default;
  RatedArticle(const RatedArticle&) = delete;
  RatedArticle& operator=(const RatedArticle&) = delete;

  void Read(uint32_t article, const ClaimsOf& claims_of,
            const FigureTable& figures, const Rarities& rarities);

  // Nothing before the first Read.
  std::optional<uint32_t> article() const { return article_; }
  bool Holds(uint32_t claim) const { return claim - first_ < claims_.size(); }
  absl::Span<const Claim> claims() const { return claims_; }
  uint32_t first() const { return first_; }  // the number of claims()[0]
  const RatedClaim& Rated(uint32_t claim) const {
    return rated_[claim - first_];
  }
  const ByKind& by_kind() const { return by_kind_; }
  // How many values the article gives for the thing of the claim (ThingKey),
  // its own among them.
  uint32_t Siblings(uint32_t claim) const { return siblings_[claim - first_]; }

 private:
  void CountSiblings(const FigureTable& figures);

  std::optional<uint32_t> article_;
  std::vector<Claim> claims_;
  uint32_t first_ = 0;
  std::vector<uint8_t> rarities_;  // of the features, claim after claim
  // Of each claim, as is what follows.
  std::vector<std::array<FeatureSums, 2>> sums_;
  std::vector<std::optional<Decimal>> stated_;
  std::vector<std::optional<ClockTime>> clocks_;
  std::vector<RatedClaim> rated_;
  std::vector<uint32_t> siblings_;
  ByKind by_kind_;
  // Thing and value, each once, sorted; what CountSiblings works with.
  std::vector<std::pair<uint64_t, uint32_t>> said_;
};

// The claims of the one or two articles at hand, by their numbers in the run.
//
// Ownership: keeps references to all it is built from. Not thread-safe: one a
// thread. Cost: two articles' claims.
class RatedClaims {
 public:
  RatedClaims(const ClaimsOf& claims_of, const FigureTable& figures,
              const Rarities& rarities);

  // Takes these two up, who may be one. What is at hand in its place is not
  // read anew.
  void Hold(uint32_t article_a, uint32_t article_b);

  // Of what is held.
  const RatedArticle& HolderOf(uint32_t claim) const {
    return first_.Holds(claim) ? first_ : second_;
  }
  const RatedClaim& Rated(uint32_t claim) const {
    return HolderOf(claim).Rated(claim);
  }
  const Claim& At(uint32_t claim) const { return Rated(claim).claim; }
  uint32_t Siblings(uint32_t claim) const {
    return HolderOf(claim).Siblings(claim);
  }
  // The two held, in the order they were named; one twice where they are one.
  const RatedArticle& first() const { return first_; }
  const RatedArticle& second() const { return is_one_ ? first_ : second_; }

 private:
  const ClaimsOf& claims_of_;
  const FigureTable& figures_;
  const Rarities& rarities_;
  RatedArticle first_, second_;
  bool is_one_ = false;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_RATED_CLAIMS_H_
