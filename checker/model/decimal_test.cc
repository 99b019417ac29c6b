#include "checker/model/decimal.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(Decimal, KeepsWrittenPrecision) {
  EXPECT_EQ(Decimal::Parse("5.60")->ToString(), "5.60");
  EXPECT_EQ(*Decimal::Parse("5.60"), *Decimal::Parse("5.6"));
  EXPECT_EQ(Decimal(56, 5).ToString(), "5600000");
  EXPECT_EQ(Decimal(-5, -2).ToString(), "-0.05");
  EXPECT_EQ(Decimal::Parse("1.500")->ToShortString(), "1.5");
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char* text :
       {"", "-", ".", "5.", "1,2", "1e", "e5", "0x1", "1e99999", "1 2"}) {
    EXPECT_FALSE(Decimal::Parse(text)) << text;
  }
  EXPECT_FALSE(Decimal::Parse(std::string(400, '9')));
  EXPECT_TRUE(Decimal::Parse(std::string(400, '0')));
}

TEST(Decimal, ComparesAcrossAnyExponents) {
  struct Row {
    const char *a, *b;
    int order;
  };
  constexpr Row kRows[] = {
      {"1e30", "1e-30", 1},
      {"-1e30", "1e-30", -1},
      {"0", "0e50", 0},
      {"10", "1e1", 0},
      {"9.99", "10", -1},
      {"-2", "-3", 1},
      {"1e9000", "2e9000", -1},
      {"123e-2", "1.23", 0},
      {"999999999999999999999999999999999999", "1e36", -1},
  };
  for (const Row& row : kRows) {
    const auto order = *Decimal::Parse(row.a) <=> *Decimal::Parse(row.b);
    EXPECT_EQ(order < 0   ? -1
              : order > 0 ? 1
                          : 0,
              row.order)
        << row.a << " against " << row.b;
  }
}

TEST(Decimal, ArithmeticIsExactOrAbsent) {
  EXPECT_EQ(Add(*Decimal::Parse("0.1"), *Decimal::Parse("0.2"))->ToString(),
            "0.3");
  EXPECT_EQ(Multiply(*Decimal::Parse("1.5"), Decimal(1, 6))->ToString(),
            "1500000");
  EXPECT_EQ(Divide(1, 50)->ToString(), "0.02");
  EXPECT_EQ(Divide(1, 3, 4)->ToString(), "0.3333");
  EXPECT_EQ(Divide(2, 3, 4)->ToString(), "0.6667");
  EXPECT_FALSE(Divide(1, 0));
  EXPECT_FALSE(Add(*Decimal::Parse("1e40"), 1));
  const Decimal big = *Decimal::Parse(std::string(36, '9'));
  EXPECT_FALSE(Multiply(big, big));
  EXPECT_FALSE(Add(big, big));
}

TEST(Decimal, RoundsHalfAwayFromZero) {
  EXPECT_EQ(Decimal::Parse("2.45")->RoundedTo(2).ToString(), "2.5");
  EXPECT_EQ(Decimal::Parse("-2.45")->RoundedTo(2).ToString(), "-2.5");
  EXPECT_EQ(Decimal(1249).RoundedTo(2).ToString(), "1200");
}

}  // namespace
}  // namespace crosscheck
