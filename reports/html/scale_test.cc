#include "reports/html/scale.h"

#include <gtest/gtest.h>

#include <string>

namespace crosscheck {
namespace {

ReportClaim Ranging(std::string kind, std::string unit, std::string low,
                    std::string high, std::string value = "") {
  ReportClaim claim;
  claim.kind = kind;
  claim.unit = unit;
  claim.low = low;
  claim.high = high;
  claim.value = value;
  return claim;
}

std::string TicksOf(const Axis& axis) {
  std::string out;
  for (const Tick& tick : axis.ticks()) out += tick.value + " ";
  return out;
}

std::string AxisOver(const std::vector<Decimal>& points, bool are_days) {
  const auto axis = Axis::Over(points, are_days);
  if (!axis) return "(none)";
  return TicksOf(*axis) + (axis->is_logarithmic() ? "log" : "linear");
}

TEST(Axis, TakesRoundSteps) {
  EXPECT_EQ(AxisOver({Decimal(3), Decimal(17)}, false), "0 5 10 15 linear");
  EXPECT_EQ(AxisOver({Decimal(95), Decimal(103)}, false),
            "96 98 100 102 linear");
  EXPECT_EQ(AxisOver({Decimal(-4), Decimal(4)}, false), "-4 -2 0 2 4 linear");
  // Over fifty times as large: powers of ten.
  EXPECT_EQ(AxisOver({Decimal(1), Decimal(1000)}, false), "1 10 100 1000 log");
  EXPECT_EQ(AxisOver({Decimal(5), Decimal(5)}, false), "(none)");
  EXPECT_EQ(AxisOver({}, false), "(none)");
}

TEST(Axis, NamesDaysAsCoarselyAsTheyAreFar) {
  // 1970-01-01 and some years, months, days later.
  EXPECT_EQ(AxisOver({Decimal(0), Decimal(1500)}, true),
            "1970 1971 1972 1973 1974 linear");
  EXPECT_EQ(AxisOver({Decimal(0), Decimal(100)}, true),
            "1970-01 1970-02 1970-03 1970-04 linear");
  EXPECT_EQ(AxisOver({Decimal(0), Decimal(3)}, true),
            "1970-01-01 1970-01-02 1970-01-03 1970-01-04 linear");
}

TEST(ScaleOf, LeavesRoomAtBothEdges) {
  const ReportClaim a = Ranging("money", "USD", "10", "20", "15");
  const ReportClaim b = Ranging("money", "USD", "30", "");
  const auto scale = ScaleOf({&a, &b});
  ASSERT_TRUE(scale);
  ASSERT_EQ(scale->bars.size(), 2u);
  EXPECT_GT(scale->bars[0].begin, 0);
  EXPECT_LT(scale->bars[0].begin, scale->bars[0].value);
  EXPECT_LT(scale->bars[0].value, scale->bars[0].end);
  EXPECT_LT(scale->bars[0].end, scale->bars[1].begin);
  EXPECT_TRUE(scale->bars[1].open_end);
  EXPECT_EQ(scale->bars[1].end, kScaleWidth);
  EXPECT_EQ(scale->bars[1].value, -1);
}

TEST(DayOf, IsOfTheCountNotOfTheEvent) {
  // "The quake of 3 January", told two days later: a price has the day it is
  // of, a toll the day it was told.
  ReportClaim claim = Ranging("money", "USD", "5", "5", "5");
  claim.when_basis = "written";
  claim.when_first = claim.when_last = "1970-01-03";
  claim.published = "1970-01-05";
  EXPECT_EQ(DayOf(claim), Decimal(2));
  claim.kind = "count";
  EXPECT_EQ(DayOf(claim), Decimal(4));
  claim.published.clear();
  EXPECT_EQ(DayOf(claim), Decimal(2));
}

TEST(ScaleOf, DrawsNothingThatCannotBeCompared) {
  const ReportClaim usd = Ranging("money", "USD", "10", "20");
  const ReportClaim eur = Ranging("money", "EUR", "10", "20");
  const ReportClaim open = Ranging("money", "USD", "", "");
  const ReportClaim hostile = Ranging("money", "USD", "9e999999999", "<b>");
  const ReportClaim point = Ranging("money", "USD", "7", "7", "7");
  EXPECT_FALSE(ScaleOf({&usd}));
  EXPECT_FALSE(ScaleOf({&usd, &eur}));
  EXPECT_FALSE(ScaleOf({&usd, &open}));
  EXPECT_FALSE(ScaleOf({&usd, &hostile}));
  EXPECT_FALSE(ScaleOf({&point, &point}));
}

}  // namespace
}  // namespace crosscheck
