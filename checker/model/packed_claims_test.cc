#include "checker/model/packed_claims.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

Feature Word(uint64_t key, uint32_t begin, uint8_t distance) {
  Feature out;
  out.key = key;
  out.span = {begin, begin + 4};
  out.distance = distance;
  return out;
}

std::string Show(const std::vector<Feature>& features) {
  std::string out;
  for (const Feature& f : features) {
    out += std::to_string(f.key) + "@" + std::to_string(f.span.begin) + "/" +
           std::to_string(f.distance) + " ";
  }
  return out;
}

TEST(PackedClaims, GiveBackWhatTheyTook) {
  Claim first;
  first.sentence = 3;
  first.quantity.value = *Decimal::Parse("-1.20");
  first.quantity.unit.id = "USD";
  first.quantity.rules = {"en.number.digits", "shared.unit.dollar"};
  first.subject = "Calder Water";
  first.when.days.first = Day{20000};
  first.facets.push_back({.axis = "outcome", .value = "death"});
  first.features = {Word(2, 40, 1), Word(5, 90, 60), Word(uint64_t(-1), 7, 2)};
  Claim second = first;
  second.quantity.value.reset();
  second.planned = true;
  // One word is nearer, one stands elsewhere, one is new, one is gone.
  second.features = {Word(2, 40, 9), Word(4, 60, 0), Word(5, 12, 3)};
  Claim third;
  ClaimPlace place;
  place.field = "title";
  place.begin_byte = 70000;
  place.end.utf16_units = 12;

  const PackedClaims packed({first, second, third},
                            {place, ClaimPlace(), place});
  ASSERT_EQ(packed.size(), 3u);
  const auto claims = packed.Claims(7, PackedClaims::Features::kWith);
  ASSERT_EQ(claims.size(), 3u);
  EXPECT_EQ(claims[0].article, 7u);
  EXPECT_EQ(claims[0].sentence, 3u);
  EXPECT_EQ(claims[0].quantity.value->ToString(), "-1.20");
  EXPECT_EQ(claims[0].quantity.unit, first.quantity.unit);
  EXPECT_EQ(claims[0].quantity.rules, first.quantity.rules);
  EXPECT_EQ(claims[0].subject, "Calder Water");
  EXPECT_EQ(claims[0].when.days, first.when.days);
  ASSERT_EQ(claims[0].facets.size(), 1u);
  EXPECT_EQ(claims[0].facets[0].value, "death");
  EXPECT_EQ(Show(claims[0].features), Show(first.features));
  EXPECT_FALSE(claims[1].quantity.value);
  EXPECT_TRUE(claims[1].planned);
  EXPECT_EQ(Show(claims[1].features), Show(second.features));
  EXPECT_EQ(Show(claims[2].features), "");
  EXPECT_EQ(packed.Places(),
            (std::vector<ClaimPlace>{place, ClaimPlace(), place}));
}

TEST(PackedClaims, TakeRoomOfOtherClaims) {
  Claim claim;
  claim.noun = "boat";
  claim.features = {Word(2, 40, 1)};
  Claim other;
  other.subject = "Calder Water";
  other.quantity.value = Decimal(5);
  other.when.days.first = Day{20000};
  other.features = {Word(7, 8, 9), Word(8, 20, 1)};
  const PackedClaims packed({claim}, {ClaimPlace()});
  const auto claims =
      packed.Claims(0, PackedClaims::Features::kWith, {other, other});
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].noun, "boat");
  EXPECT_EQ(claims[0].subject, "");
  EXPECT_FALSE(claims[0].quantity.value);
  EXPECT_FALSE(claims[0].when.days.first);
  EXPECT_EQ(Show(claims[0].features), Show(claim.features));
}

TEST(PackedClaims, LeaveFeaturesWhereNobodyAsks) {
  Claim claim;
  claim.features = {Word(2, 40, 1)};
  const PackedClaims packed({claim}, {ClaimPlace()});
  EXPECT_TRUE(
      packed.Claims(0, PackedClaims::Features::kWithout)[0].features.empty());
  EXPECT_EQ(PackedClaims().Claims(0, PackedClaims::Features::kWith).size(), 0u);
}

}  // namespace
}  // namespace crosscheck
