#ifndef CROSSCHECK_CHECKER_MODEL_TIME_SCOPE_H_
#define CROSSCHECK_CHECKER_MODEL_TIME_SCOPE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

// A day of the proleptic Gregorian calendar: days since 1970-01-01.
struct Day {
  int32_t number = 0;

  friend bool operator==(const Day&, const Day&) = default;
  friend auto operator<=>(const Day&, const Day&) = default;
};

struct YearMonthDay {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
};

// nullopt for a date that is none (30 February) or a year outside 1..9999.
std::optional<Day> MakeDay(int year, int month, int day);
YearMonthDay ToYearMonthDay(Day day);
// 1 Monday .. 7 Sunday (ISO 8601).
int IsoWeekday(Day day);
int DaysInMonth(int year, int month);
// The same day of the month `months` later; clipped to the month's last day
// (31 January plus one month is 28 or 29 February).
Day AddMonths(Day day, int months);
inline Day AddDays(Day day, int days) { return Day{day.number + days}; }
std::string ToIsoDate(Day day);  // "2025-01-28"

// How fine a date was printed. Ordered from fine to coarse.
enum class Granularity : uint8_t {
  kMinute,
  kHour,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kYear,
  kDecade,
  kCentury,
  kUnknown,
};

// A closed range of days, either end open where unknown.
struct DayRange {
  std::optional<Day> first;
  std::optional<Day> last;

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

inline bool IsBounded(const DayRange& r) { return r.first && r.last; }
bool Meets(const DayRange& a, const DayRange& b);

// When a fact holds. kWritten: the text says so ("on 25 January", "last
// year"); kPublication: nothing written, the publication day stands in;
// kUnstated: not even that is known.
enum class TimeBasis : uint8_t { kUnstated, kPublication, kWritten };

struct TimeScope {
  DayRange days;
  TimeBasis basis = TimeBasis::kUnstated;
  Granularity granularity = Granularity::kUnknown;
};
inline bool AreWritten(const TimeScope& a, const TimeScope& b) {
  return a.basis == TimeBasis::kWritten && b.basis == TimeBasis::kWritten;
}

// Reads "2025", "2025-01", "2025-01-28" and "2025-01-28T10:15:00+03:00" (the
// day is the one written) into the days they cover; nullopt for anything else
// or a date that is none.
//   ParseIsoDate("2025-05")   // 2025-05-01 .. 2025-05-31, kMonth
struct IsoDate {
  DayRange days;
  Granularity granularity = Granularity::kDay;
  // Where a time of day is written: minutes since 1970-01-01T00:00Z (a time
  // without a zone is taken as UTC).
  std::optional<int64_t> minute;
};
std::optional<IsoDate> ParseIsoDate(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_TIME_SCOPE_H_
