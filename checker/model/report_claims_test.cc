#include "checker/model/report_claims.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crosscheck {
namespace {

// Claims of which some repeat what the one before says, some do not.
std::vector<ReportClaim> Some(size_t count) {
  std::vector<ReportClaim> out;
  for (size_t i = 0; i < count; ++i) {
    ReportClaim claim;
    claim.id = "c" + std::to_string(i + 1);
    claim.article = i < 20 ? "harbour.md" : "bridge.md";
    claim.sentence = "Sentence " + std::to_string(i / 3);
    claim.value = i % 4 == 0 ? "" : std::to_string(i * 70000);
    claim.begin_byte = static_cast<uint32_t>(i * 100000);
    claim.low_included = i % 2 == 0;
    claim.rules.assign(i % 3, "rule " + std::to_string(i % 5));
    out.push_back(claim);
  }
  return out;
}

TEST(ReportClaims, ReadLikeAVector) {
  for (const size_t count : {0u, 1u, 16u, 17u, 100u}) {
    const std::vector<ReportClaim> claims = Some(count);
    const ReportClaims packed = claims;
    ASSERT_EQ(packed.size(), count);
    EXPECT_EQ(std::vector<ReportClaim>(packed.begin(), packed.end()), claims);
    for (size_t i = 0; i < count; ++i) {
      EXPECT_EQ(packed[i], claims[i]) << i;
      EXPECT_EQ(packed.IdOf(i), claims[i].id);
    }
  }
}

TEST(ReportClaims, AreSet) {
  std::vector<ReportClaim> claims = Some(40);
  ReportClaims packed = claims;
  for (const size_t i : {0u, 15u, 16u, 39u}) {
    claims[i].sentence = "Another";
    claims[i].id = "d" + std::to_string(i);
    packed.Set(i, claims[i]);
  }
  claims.push_back(claims[0]);
  packed.push_back(claims[0]);
  EXPECT_EQ(packed, ReportClaims(claims));
}

TEST(ReportClaims, AreAppended) {
  const std::vector<ReportClaim> claims = Some(50);
  ReportClaims packed;
  for (const auto& [first, limit] : {std::pair(0, 7), {7, 7}, {7, 45}}) {
    packed.Append(std::vector(claims.begin() + first, claims.begin() + limit));
  }
  for (size_t i = 45; i < 50; ++i) packed.push_back(claims[i]);
  EXPECT_EQ(packed, ReportClaims(claims));
  EXPECT_EQ(packed[7], claims[7]);
}

}  // namespace
}  // namespace crosscheck
