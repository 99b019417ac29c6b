#include "checker/model/digits.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(Digits, SwappedNeighboursAreFound) {
  EXPECT_EQ(SwappedDigits(Decimal(1850, 0), Decimal(1580, 0)), 3);
  EXPECT_EQ(SwappedDigits(Decimal(58, 9), Decimal(85, 9)), 2);
  EXPECT_EQ(SwappedDigits(Decimal(36, -1), Decimal(63, -1)), 2);
  EXPECT_EQ(SwappedDigits(Decimal(1958, 0), Decimal(1985, 0)), 4);
}

TEST(Digits, OtherDigitsAreNotSwapped) {
  EXPECT_EQ(SwappedDigits(Decimal(58, 0), Decimal(58, 0)), 0);
  EXPECT_EQ(SwappedDigits(Decimal(58, 0), Decimal(850, 0)), 0);
  EXPECT_EQ(SwappedDigits(Decimal(123, 0), Decimal(321, 0)), 0);
  EXPECT_EQ(SwappedDigits(Decimal(1, 0), Decimal(2, 0)), 0);
  EXPECT_EQ(SwappedDigits(Decimal(12, 0), Decimal(213, 0)), 0);
  // A digit that changed places with a zero at the end is another number.
  EXPECT_EQ(SwappedDigits(Decimal(40, 0), Decimal(4, 0)), 0);
}

TEST(Digits, ADroppedDigitIsFound) {
  EXPECT_TRUE(DropsDigit(Decimal(133, 3), Decimal(13, 3)));
  EXPECT_FALSE(DropsDigit(Decimal(13, 3), Decimal(3, 3)));
  EXPECT_FALSE(DropsDigit(Decimal(133, 3), Decimal(12, 3)));
  EXPECT_FALSE(DropsDigit(Decimal(133, 3), Decimal(13, 4)));
}

}  // namespace
}  // namespace crosscheck
