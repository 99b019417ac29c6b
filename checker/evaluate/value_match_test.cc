#include "checker/evaluate/value_match.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(SameNumber, ComparesValuesNotSpelling) {
  struct Row {
    std::string_view a, b;
    bool same;
  };
  constexpr Row kRows[] = {
      {"2.50", "2.5", true},
      {"5600000", "5.6e6", true},
      {"-3", "3", false},
      // A quotient that the gold data cut off at sixteen digits.
      {"0.666666666667", "0.6666666666666666", true},
      {"0.66", "0.6666666666666666", false},
      // Long whole numbers are no quotients.
      {"100000000001", "100000000002", false},
      {"five", "5", false},
      {"", "", false},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(SameNumber(row.a, row.b), row.same) << row.a << " " << row.b;
  }
}

TEST(DurationSeconds, AddsUpComponents) {
  struct Row {
    std::string_view iso, seconds;
  };
  constexpr Row kRows[] = {
      {"PT1H30M", "5400"}, {"P1Y6M", "47088000"}, {"P2W", "1209600"},
      {"PT0.5S", "0.5"},   {"-P1D", "-86400"},    {"P", "(none)"},
      {"PT5", "(none)"},   {"5", "(none)"},       {"2024-05", "(none)"},
      {"P1M", "2592000"},  {"PT1M", "60"},
  };
  for (const Row& row : kRows) {
    const auto seconds = DurationSeconds(row.iso);
    EXPECT_EQ(seconds ? seconds->ToShortString() : "(none)", row.seconds)
        << row.iso;
  }
}

ReportClaim Claim(std::string kind, std::string value, std::string low = "",
                  std::string high = "", std::string modality = "exact") {
  ReportClaim claim;
  claim.kind = std::move(kind);
  claim.value = std::move(value);
  claim.low = std::move(low);
  claim.high = std::move(high);
  claim.modality = std::move(modality);
  return claim;
}

TEST(ReadsAs, MatchesByValueWhateverTheKind) {
  EXPECT_TRUE(ReadsAs(Claim("money", "5600000"), "5600000.0"));
  EXPECT_TRUE(ReadsAs(Claim("count", "2/10", "2", "10", "range"), "2/10"));
  // One end of a range is how some suites list it.
  EXPECT_TRUE(ReadsAs(Claim("count", "2/10", "2", "10", "range"), "10"));
  EXPECT_FALSE(ReadsAs(Claim("count", "6", "5.5", "6.5"), "5.5"));
  EXPECT_TRUE(ReadsAs(Claim("duration", "P3Y"), "3"));
  EXPECT_TRUE(ReadsAs(Claim("duration", "P12M"), "P360D"));
  EXPECT_FALSE(ReadsAs(Claim("duration", "P1Y6M"), "1"));
  EXPECT_TRUE(ReadsAs(Claim("date", "2024-W01", "2024-01-01", "2024-01-07"),
                      "2024-01-01/2024-01-07"));
  EXPECT_TRUE(
      ReadsAs(Claim("date", "2024-05", "2024-05-01", "2024-05-31"), "2024-05"));
  EXPECT_FALSE(
      ReadsAs(Claim("date", "2024", "2024-01-01", "2024-12-31"), "2024-05"));
  // Clock times are labelled in hours, to two digits.
  EXPECT_TRUE(ReadsAs(Claim("date", "T06:16"), "6.27"));
  EXPECT_FALSE(ReadsAs(Claim("date", "T06:18"), "6.27"));
  EXPECT_FALSE(ReadsAs(Claim("count", ""), ""));
}

}  // namespace
}  // namespace crosscheck
