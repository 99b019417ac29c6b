#include "checker/model/time_scope.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(Day, EveryDayFrom1900To2100RoundTrips) {
  Day day = *MakeDay(1900, 1, 1);
  int weekday = 1;  // 1 January 1900 was a Monday
  for (; ToYearMonthDay(day).year <= 2100; day = AddDays(day, 1)) {
    const YearMonthDay d = ToYearMonthDay(day);
    ASSERT_EQ(*MakeDay(d.year, d.month, d.day), day);
    ASSERT_EQ(IsoWeekday(day), weekday);
    weekday = weekday % 7 + 1;
  }
}

TEST(Day, RefusesDatesThatAreNone) {
  EXPECT_FALSE(MakeDay(2023, 2, 29));
  EXPECT_TRUE(MakeDay(2024, 2, 29));
  EXPECT_FALSE(MakeDay(2024, 13, 1));
  EXPECT_FALSE(ParseIsoDate("2024-02-30"));
  EXPECT_FALSE(ParseIsoDate("next week"));
}

TEST(Day, MonthsAreClippedToTheirLastDay) {
  EXPECT_EQ(ToIsoDate(AddMonths(*MakeDay(2025, 1, 31), 1)), "2025-02-28");
  EXPECT_EQ(ToIsoDate(AddMonths(*MakeDay(2025, 1, 15), -13)), "2023-12-15");
}

TEST(ParseIsoDate, CoversWhatWasWritten) {
  EXPECT_EQ(ToIsoDate(*ParseIsoDate("2025")->days.last), "2025-12-31");
  EXPECT_EQ(ToIsoDate(*ParseIsoDate("2025-02")->days.last), "2025-02-28");
  EXPECT_EQ(ToIsoDate(*ParseIsoDate("2018-01-01T10:15-05:00")->days.first),
            "2018-01-01");
}

}  // namespace
}  // namespace crosscheck
