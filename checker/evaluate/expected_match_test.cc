#include "checker/evaluate/expected_match.h"

#include <gtest/gtest.h>

#include "checker/evaluate/suite_units.h"

namespace crosscheck {
namespace {

ReportClaim Claim(std::string kind, std::string value, std::string unit,
                  std::string modality = "exact") {
  ReportClaim claim;
  claim.kind = std::move(kind);
  claim.value = std::move(value);
  claim.unit = std::move(unit);
  claim.modality = std::move(modality);
  return claim;
}

ReportClaim Bounded(ReportClaim claim, std::string low, std::string high) {
  claim.low = std::move(low);
  claim.high = std::move(high);
  return claim;
}

ExpectedFigure Expect(std::string kind, std::vector<std::string> values,
                      std::string unit = "") {
  ExpectedFigure out;
  out.kind = std::move(kind);
  out.is_range = values.size() == 2;
  out.values = std::move(values);
  out.unit = std::move(unit);
  return out;
}

ExpectedFigure At(std::string grain, ExpectedFigure expected) {
  expected.grain = std::move(grain);
  return expected;
}

MatchLevel Level(const ReportClaim& claim, const ExpectedFigure& expected) {
  return Match(claim, expected, false, true);
}

TEST(SameMeasure, ConvertsUnitsOfOneDimension) {
  EXPECT_TRUE(SameMeasure("2", "KG", "2000", "gram"));
  EXPECT_TRUE(SameMeasure("2", "foot", "24", "inch"));
  // A quotient the suite cut off.
  EXPECT_TRUE(SameMeasure("146", "inch", "12.166666666666666", "Foot"));
  EXPECT_FALSE(SameMeasure("146", "inch", "12.166766666666666", "Foot"));
  EXPECT_TRUE(SameMeasure("12", "square metre", "12", "square-meter"));
  EXPECT_TRUE(SameMeasure("3", "km", "3", "Kilometre"));
  EXPECT_FALSE(SameMeasure("3", "km", "3", "mile"));
  EXPECT_FALSE(SameMeasure("3", "kg", "3", "meter"));
  // Unknown to the table, equal by name.
  EXPECT_TRUE(SameMeasure("4", "candela", "4.0", "Candela"));
  EXPECT_FALSE(SameMeasure("4", "candela", "4", "lux"));
}

TEST(Match, TellsHowFarAFigureIsRight) {
  const auto usd = Expect("money", {"5"}, "USD");
  EXPECT_EQ(Level(Claim("money", "5", "USD"), usd), MatchLevel::kRight);
  EXPECT_EQ(Level(Claim("money", "5", "EUR"), usd), MatchLevel::kValue);
  EXPECT_EQ(Level(Claim("count", "5", "dollar"), usd), MatchLevel::kValue);
  EXPECT_EQ(Level(Claim("money", "6", "USD"), usd), MatchLevel::kFound);

  // A number suite knows no units: every kind holds its number.
  const auto number = Expect("number", {"5"});
  EXPECT_EQ(Level(Claim("money", "5", "USD"), number), MatchLevel::kRight);
  EXPECT_EQ(Level(Claim("duration", "P5Y", "year"), number),
            MatchLevel::kRight);
  EXPECT_EQ(Level(Claim("date", "2019", ""), Expect("number", {"2019"})),
            MatchLevel::kRight);

  const auto grams = Expect("quantity", {"2000"}, "gram");
  EXPECT_EQ(Level(Claim("quantity", "2", "kilogram"), grams),
            MatchLevel::kRight);
  EXPECT_EQ(Level(Claim("quantity", "2000", "pound"), grams),
            MatchLevel::kValue);

  const auto age = Expect("duration", {"60"}, "Year");
  EXPECT_EQ(Level(Claim("age", "60", "year"), age), MatchLevel::kRight);
  EXPECT_EQ(Level(Claim("duration", "P60Y", "year"), age), MatchLevel::kRight);
  EXPECT_EQ(Level(Claim("duration", "P60M", "month"), age), MatchLevel::kValue);
}

TEST(Match, TakesCandidatesWhereTheSuiteIsUnsureToo) {
  ReportClaim dollars = Claim("money", "5", "AUD");
  dollars.unit_candidates = {"AUD", "USD"};
  ExpectedFigure usd = Expect("money", {"5"}, "USD");
  EXPECT_EQ(Level(dollars, usd), MatchLevel::kValue);
  usd.unit_ambiguous = true;
  EXPECT_EQ(Level(dollars, usd), MatchLevel::kRight);
}

TEST(Match, ReadsRangesAndBounds) {
  const auto between = Expect("range", {"20", "30"});
  EXPECT_EQ(
      Level(Bounded(Claim("count", "20/30", "", "range"), "20", "30"), between),
      MatchLevel::kRight);
  EXPECT_EQ(Level(Claim("count", "20", ""), between), MatchLevel::kFound);

  const auto above = Expect("money", {"3.42", ""}, "USD");
  const ReportClaim more =
      Bounded(Claim("money", "3.42", "USD", "more_than"), "3.42", "");
  EXPECT_EQ(Level(more, above), MatchLevel::kRight);
  EXPECT_EQ(Level(more, Expect("money", {"", "3.42"}, "USD")),
            MatchLevel::kFound);
}

TEST(Match, ReadsDates) {
  const auto day = [](std::string value, std::string low, std::string high) {
    return Bounded(Claim("date", std::move(value), ""), std::move(low),
                   std::move(high));
  };
  // The week is given by its first day, the quarter by its first month.
  EXPECT_EQ(Level(day("2013-W08", "2013-02-18", "2013-02-24"),
                  At("Week", Expect("date", {"2013-02-18"}))),
            MatchLevel::kRight);
  EXPECT_EQ(Level(day("2018-Q4", "2018-10-01", "2018-12-31"),
                  At("Quarter", Expect("date", {"2018-10"}))),
            MatchLevel::kRight);
  EXPECT_EQ(Level(day("2018-10", "2018-10-01", "2018-10-31"),
                  At("Quarter", Expect("date", {"2018-10"}))),
            MatchLevel::kFound);
  // A clock time needs no day; a wrong day is wrong.
  const auto quarter_past =
      At("Minute", Expect("date", {"2013-02-12T15:15:00"}));
  EXPECT_EQ(Level(day("T15:15", "", ""), quarter_past), MatchLevel::kRight);
  EXPECT_EQ(
      Level(day("2013-02-12T15:15", "2013-02-12", "2013-02-12"), quarter_past),
      MatchLevel::kRight);
  EXPECT_EQ(
      Level(day("2013-02-13T15:15", "2013-02-13", "2013-02-13"), quarter_past),
      MatchLevel::kFound);
  // Last or next October.
  ExpectedFigure october = Expect("date", {"2017-10-02"});
  october.alternatives = {{"2016-10-02"}, {"2017-10-02"}};
  EXPECT_EQ(Level(day("2016-10-02", "2016-10-02", "2016-10-02"), october),
            MatchLevel::kRight);
  // The day after the last one ends a range.
  ExpectedFigure week = Expect("range", {"2019-07-08", "2019-07-15"});
  week.end_exclusive = true;
  EXPECT_EQ(Level(day("2019-W28", "2019-07-08", "2019-07-14"), week),
            MatchLevel::kRight);
  EXPECT_EQ(Level(day("2019-07-08", "2019-07-08", "2019-07-08"), week),
            MatchLevel::kFound);
}

TEST(Match, AsksOnlyForTheKindWhereValuesAreNotAsserted) {
  const auto expected = Expect("percent", {"30"}, "%");
  EXPECT_EQ(Match(Claim("percent", "3", "percent"), expected, false, false),
            MatchLevel::kRight);
  EXPECT_EQ(Match(Claim("count", "3", ""), expected, false, false),
            MatchLevel::kFound);
}

TEST(Match, ReadsCoinsGivenAsTheCurrency) {
  ExpectedFigure cents = Expect("money", {"50"}, "USD");
  EXPECT_EQ(Level(Claim("money", "0.50", "USD"), cents), MatchLevel::kFound);
  cents.in_minor_unit = true;
  EXPECT_EQ(Level(Claim("money", "0.50", "USD"), cents), MatchLevel::kRight);
}

TEST(ListedKind, KnowsWhatASuiteLists) {
  const auto kind = [](std::string_view suite, const ReportClaim& claim) {
    return ListedKind(suite, claim).value_or("(not listed)");
  };
  EXPECT_EQ(kind("own-currency", Claim("money", "5", "USD")), "money");
  EXPECT_EQ(kind("own-currency", Claim("count", "5", "")), "(not listed)");
  EXPECT_EQ(kind("own-number", Claim("money", "5", "USD")), "number");
  EXPECT_EQ(kind("own-number", Claim("date", "2019", "")), "(not listed)");
  EXPECT_EQ(kind("own-time", Claim("date", "2019", "")), "date");
  EXPECT_EQ(kind("own-numberrange", Claim("count", "5", "")), "(not listed)");
  EXPECT_EQ(kind("own-numberrange", Claim("count", "5", "", "at_least")),
            "range");
}

}  // namespace
}  // namespace crosscheck
