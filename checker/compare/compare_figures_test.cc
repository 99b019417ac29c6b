#include "checker/compare/compare_figures.h"

#include <gtest/gtest.h>

#include <string>

#include "checker/compare/settings.h"
#include "checker/compare/slips.h"
#include "checker/testing/read_text.h"

namespace crosscheck {
namespace {

// The first figure of a sentence.
Quantity FigureOf(std::string_view text) {
  const TextReading read = ReadText(text);
  EXPECT_FALSE(read.figures.quantities.empty()) << text;
  return read.figures.quantities.empty() ? Quantity{}
                                         : read.figures.quantities[0];
}

const CompareSettings& Settings() {
  static const CompareSettings* const kSettings =
      new CompareSettings(ReadCompareSettings(BuiltInRules(), {}, {}));
  return *kSettings;
}

TEST(CompareFigures, SaysWhetherBothCanStand) {
  const struct {
    std::string_view a, b;
    Verdict verdict;
    std::string_view rule;
  } kRows[] = {
      {"$5.6 million", "$5,600,000", Verdict::kAgree, "compare.equal"},
      {"$5.6 million", "$5.6 million", Verdict::kAgree, "compare.equal"},
      {"$5.6 million", "about $6 million", Verdict::kCompatible,
       "compare.bounds"},
      {"$100 billion", "$500 billion", Verdict::kConflict, "compare.disjoint"},
      {"66 people", "68 people", Verdict::kConflict, "compare.disjoint"},
      {"more than 60 people", "68 people", Verdict::kCompatible,
       "compare.bounds"},
      {"no more than 60 people", "68 people", Verdict::kConflict,
       "compare.disjoint"},
      {"5 to 7 percent", "6 percent", Verdict::kCompatible, "compare.bounds"},
      {"$12 million", "11 million euros", Verdict::kUndecided,
       "compare.currency"},
      {"in 2023", "in 2024", Verdict::kConflict, "compare.dates"},
      {"in March 2023", "in 2023", Verdict::kCompatible, "compare.rounding"},
      {"from 1965 to 1981", "from 1967 to 1981", Verdict::kConflict,
       "compare.dates"},
      {"from 1965 to 1981", "from May 1965 to June 1981", Verdict::kCompatible,
       "compare.rounding"},
      {"from 1965 to 1981", "in 1967", Verdict::kCompatible,
       "compare.rounding"},
      {"for 18 months", "for a year and a half", Verdict::kAgree,
       "compare.equal"},
      {"for 18 months", "for four years", Verdict::kConflict,
       "compare.durations"},
      {"at 3:25 a.m.", "at 3:30 a.m.", Verdict::kCompatible,
       "compare.rounding"},
      {"at 11:30 a.m.", "at 12:15 p.m.", Verdict::kConflict, "compare.dates"},
      {"at 10:15 a.m. EST", "at 3:15 p.m. GMT", Verdict::kCompatible,
       "compare.rounding"},
      {"at 10:15 a.m. EST", "at 3:15 p.m.", Verdict::kUndecided,
       "compare.time"},
      {"at 6:15 a.m.", "at 6:20 p.m.", Verdict::kUndecided, "compare.time"},
      {"at 9 p.m. EST on Monday", "at 2 a.m. GMT on Tuesday",
       Verdict::kCompatible, "compare.rounding"},
      {"at 9 p.m. on Monday", "at 9 p.m. on Wednesday", Verdict::kConflict,
       "compare.dates"},
      {"more than 100 people", "more than 120 people", Verdict::kCompatible,
       "compare.bounds"},
      {"more than 100 people", "more than 400 people", Verdict::kConflict,
       "compare.disjoint"},
      {"at least 100 people", "at least 400 people", Verdict::kCompatible,
       "compare.bounds"},
      {"$1 billion", "$700 million", Verdict::kConflict, "compare.disjoint"},
      {"$1 billion", "$960 million", Verdict::kCompatible, "compare.rounding"},
      {"$2 billion", "$1.6 billion", Verdict::kCompatible, "compare.rounding"},
      {"100 kilometers", "62 miles", Verdict::kCompatible, "compare.rounding"},
      {"over the weekend", "late weekend", Verdict::kCompatible,
       "compare.rounding"},
      {"43 million people", "43,885,310 people", Verdict::kCompatible,
       "compare.rounding"},
      {"11 goals a season", "11.2 goals a season", Verdict::kCompatible,
       "compare.rounding"},
      {"12 goals a season", "11.2 goals a season", Verdict::kConflict,
       "compare.disjoint"},
      {"1.53 degrees F warmer", "0.85 degrees Celsius", Verdict::kCompatible,
       "compare.rounding"},
      {"68 degrees F", "30 degrees C", Verdict::kConflict, "compare.disjoint"},
      {"a 400-pound bear", "a 450-pound bear", Verdict::kConflict,
       "compare.disjoint"},
      // "100 billion dollars"
      {"100 مليار دولار", "$500 billion", Verdict::kConflict,
       "compare.disjoint"},
  };
  for (const auto& row : kRows) {
    const Quantity a = FigureOf(row.a), b = FigureOf(row.b);
    for (const auto& [x, y] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
      const FigureComparison got = CompareFigures(*x, *y, Settings());
      EXPECT_EQ(got.verdict, row.verdict) << row.a << " / " << row.b;
      EXPECT_EQ(got.rule, row.rule) << row.a << " / " << row.b;
      EXPECT_FALSE(got.steps.empty());
    }
  }
}

TEST(Say, IsWhatPeopleSay) {
  EXPECT_EQ(Say(FigureOf("for a year and a half")), "1.5 years");
  EXPECT_EQ(Say(FigureOf("the strike lasted one week")), "1 week");
  EXPECT_EQ(Say(FigureOf("from 1965 to 1981")), "1965 to 1981");
  EXPECT_EQ(Say(FigureOf("at least $5.6 million")), "at least 5.6 million USD");
}

TEST(CompareFigures, MeasuresTheGap) {
  const FigureComparison got = CompareFigures(
      FigureOf("$100 billion"), FigureOf("$500 billion"), Settings());
  EXPECT_EQ(got.gap.ratio, "5");
  EXPECT_EQ(got.gap.absolute, "400000000000");
  EXPECT_EQ(got.gap.unit, "USD");
  EXPECT_EQ(got.severity, Severity::kHigh);
}

TEST(LikelySlip, NamesTheSlipOfThePen) {
  const struct {
    std::string_view a, b, slip;
  } kRows[] = {
      {"$5.6 million", "$5.6 billion", "million for billion"},
      {"$400", "$400 thousand", "a factor of 1000"},
      {"132 people", "123 people", "digits swapped"},
      {"90 miles", "90 kilometers", "mile for kilometer"},
      {"$5.6 million", "$7 million", ""},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(LikelySlip(FigureOf(row.a), FigureOf(row.b)), row.slip)
        << row.a << " / " << row.b;
  }
}

TEST(LikelySlip, KnowsYears) {
  const struct {
    std::string_view a, b, slip;
  } kRows[] = {
      {"in 2014", "in 2024", "one digit of the year"},
      {"in 2023", "in 2024", "a neighbouring year"},
      {"in 1978", "in 1987", "digits of the year swapped"},
      {"in 1990", "in 2024", ""},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(LikelyDateSlip(FigureOf(row.a), FigureOf(row.b)), row.slip)
        << row.a << " / " << row.b;
  }
}

}  // namespace
}  // namespace crosscheck
