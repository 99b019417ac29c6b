#include "checker/model/interval.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(Interval, MeetsOnlyWhereAValueIsShared) {
  EXPECT_FALSE(Meets(MoreThan(40), Exactly(40)));
  EXPECT_TRUE(Meets(AtLeast(40), Exactly(40)));
  EXPECT_FALSE(Meets(LessThan(40), MoreThan(40)));
  EXPECT_TRUE(Meets(AtMost(40), AtLeast(40)));
  EXPECT_TRUE(Meets(Interval{}, Exactly(3)));
}

TEST(Interval, RoundedIsHalfAPlaceEitherSide) {
  const Interval r = Rounded(Decimal(56, 5), Decimal(1, 5));
  EXPECT_EQ(ToString(r), "[5550000, 5650000)");
  EXPECT_EQ(ToString(Rounded(Decimal(-5), Decimal(1))), "(-5.5, -4.5]");
}

TEST(Interval, RefusesTheImpossible) {
  EXPECT_FALSE(MakeInterval(Decimal(5), true, Decimal(4), true));
  EXPECT_FALSE(MakeInterval(Decimal(5), true, Decimal(5), false));
  EXPECT_TRUE(MakeInterval(Decimal(5), true, Decimal(5), true));
}

TEST(Interval, GapAndIntersection) {
  EXPECT_EQ(GapBetween(Exactly(100), Exactly(500))->ToString(), "400");
  EXPECT_FALSE(GapBetween(AtLeast(3), Exactly(5)));
  EXPECT_EQ(ToString(*Intersect(AtLeast(3), LessThan(5))), "[3, 5)");
  EXPECT_TRUE(Within(Exactly(4), Between(3, 5)));
  EXPECT_FALSE(Within(AtLeast(4), Between(3, 5)));
}

}  // namespace
}  // namespace crosscheck
