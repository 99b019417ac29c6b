#include "checker/model/clock_time.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

ClockTime Clock(std::string iso, bool about = false) {
  Quantity figure;
  figure.kind = QuantityKind::kDate;
  figure.iso = std::move(iso);
  figure.approximate = about;
  return ClockOf(figure).value();
}

TEST(ClockTime, IsReadFromTheText) {
  EXPECT_EQ(Clock("T18:40").minute, 18 * 60 + 40);
  EXPECT_FALSE(Clock("2018-01-01T10:15").zone);
  EXPECT_EQ(Clock("2018-01-01T10:15-05:00").zone, -300);
  EXPECT_EQ(Clock("T08:30Z").zone, 0);
  EXPECT_EQ(Clock("T08:30:15Z").zone, 0);
  for (const char* none : {"2018-01-01", "T09:00/T17:00", "Tuesday", "T9"}) {
    Quantity figure;
    figure.kind = QuantityKind::kDate;
    figure.iso = none;
    EXPECT_FALSE(ClockOf(figure)) << none;
  }
}

TEST(ClockTime, IsAsFineAsPrinted) {
  EXPECT_EQ(Clock("T18:00").grain, 60);
  EXPECT_EQ(Clock("T18:30").grain, 30);
  EXPECT_EQ(Clock("T18:45").grain, 15);
  EXPECT_EQ(Clock("T18:42").grain, 1);
}

TEST(ClockTime, MeetsWithinItsGrain) {
  EXPECT_TRUE(Meets(Clock("T03:25"), Clock("T03:30")));
  EXPECT_TRUE(Meets(Clock("T10:50", true), Clock("T11:00", true)));
  EXPECT_FALSE(Meets(Clock("T11:30", true), Clock("T12:00")));
  EXPECT_FALSE(Meets(Clock("T10:42"), Clock("T10:24")));
  EXPECT_FALSE(Meets(Clock("T18:40"), Clock("T19:40")));
}

TEST(ClockTime, IsHeldInOneZoneWhereBothPrintOne) {
  EXPECT_EQ(MinutesApart(Clock("T10:15-05:00"), Clock("T15:15Z")), 0);
  EXPECT_EQ(MinutesApart(Clock("T10:15-05:00"), Clock("T15:15")), 300);
  EXPECT_EQ(MinutesApart(Clock("T23:50"), Clock("T00:10")), 20);
}

}  // namespace
}  // namespace crosscheck
