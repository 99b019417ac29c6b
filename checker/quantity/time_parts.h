#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_PARTS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_PARTS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "checker/model/decimal.h"
#include "checker/model/quantity.h"
#include "checker/quantity/time_words.h"

namespace crosscheck {

// Four digits that are a year though no word asks for one lie between these.
inline constexpr int kFirstBareYear = 1900;
inline constexpr int kLastBareYear = 2100;

// Which way a date lies from the publication day.
enum class TimeSide : uint8_t {
  kNone,      // not said
  kThis,      // this, current
  kLast,      // before
  kNext,      // the coming one
  kNextWeek,  // "next Friday": that of the week after
  kThat,      // of the date last written
};

// A part of a period: the first, middle and last third; its very start or end.
// What is left of it, or what is past.
enum class TimePart : uint8_t {
  kWhole,
  kStart,
  kEarly,
  kMiddle,
  kLate,
  kEnd,
  kRest,
  kSoFar,
};

// In minutes.
inline constexpr int kHour = 60;
inline constexpr int kHalfDay = 12 * kHour;

// A clock time as printed. `minutes` since midnight.
struct ClockParts {
  int minutes = 0;
  int seconds = -1;          // -1: none printed
  bool has_minutes = false;  // "8:00" and not "8 p.m."
  bool settled = false;      // morning or afternoon is known
  std::string_view zone;     // "", "Z", "+03:00"
};

// A part of the day that settles an hour: "morning", "tonight".
struct Daypart {
  bool after_noon = false;
  std::string_view kind;  // of its rule: "", "clock", "night", "noon"
};
inline Daypart DaypartOf(const TimeWord& word) {
  return {word.value != 0, word.kind};
}

// The unit of a word of role kUnit.
inline TimeUnit UnitOf(const TimeWord& word) {
  return static_cast<TimeUnit>(word.value);
}

// What a date says, before it is known which days it means; what is absent
// has to be found (see time_resolve.h). Years are of `hijri` or Gregorian
// reckoning; `year` below 1 is before Christ (0 is 1 BC).
struct DateParts {
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  uint8_t suffix_bytes = 0;  // "'s" of the last token
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;
  std::optional<int> quarter;
  std::optional<int> half;
  std::optional<int> season;
  std::optional<int> decade;     // 1990, or 90
  std::optional<int> century;    // 20
  std::optional<int> day_shift;  // -1: yesterday
  // A feast, as its rule gives it to FeastDays; "" where none is named.
  std::string_view feast;
  std::string_view feast_calendar;
  // "last week": unit and shift; "the year" of "the end of the year": 0.
  std::optional<TimeUnit> unit;
  int shift = 0;
  // "May last year", "the third quarter of last year".
  std::optional<int> year_shift;
  bool year_told = false;  // from the year of what is told: العام السابق
  std::optional<int> month_shift;
  std::optional<int> week_shift;
  // "first Sunday of", "last week of": from 1; -1 the last.
  std::optional<int> nth;
  TimeSide side = TimeSide::kNone;  // of a month, weekday, season …
  TimePart part = TimePart::kWhole;
  bool weekend = false;
  bool hijri = false;
  bool fiscal = false;
  bool same_period = false;  // "the same period": of the date last written
  bool two_digit_year = false;
  // A weekday and a day behind it that may count weekdays of the month.
  bool day_may_count = false;
  bool bare_day = false;  // a number that may be a day, nothing else
  // A number that is a year only by where it stands.
  bool bare_year = false;
  // Day and month could be the other way round: 3/4/2025.
  bool swappable = false;
  std::optional<Daypart> daypart;  // "this evening", "tonight"
  std::optional<ClockParts> clock;
  uint32_t day_limit_token = 0;  // of the day, where its clock time follows it
  absl::InlinedVector<std::string_view, 6> rules;

  // A day, though perhaps without its month.
  bool IsDay() const { return day || weekday || day_shift; }
  bool HasClockOnly() const { return clock && !HasDate(); }
  bool HasDate() const {
    return year || month || day || weekday || quarter || half || season ||
           decade || century || day_shift || unit || weekend || same_period ||
           !feast.empty();
  }
};

// Of two readings that begin at one token the longer is kept; of two as long,
// the first.
inline void Keep(std::optional<DateParts> one, std::optional<DateParts>& best) {
  if (!one) return;
  if (!best || one->limit_token > best->limit_token) best = std::move(one);
}

// A length of time: "a year and a half". `months` and `seconds` say how long,
// exactly (a year is 12 months, a day 86400 seconds, a month no seconds).
struct LengthParts {
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  uint32_t core_first_token = 0;  // the number, where words stand before it
  uint8_t prefix_bytes = 0;       // clitics before the first token
  std::optional<Decimal> value;   // in `unit`; absent when vague
  Decimal low, high;              // of a vague length or a range
  bool range = false;
  bool vague = false;
  bool in_words = false;
  bool implied_one = false;
  Modality bound = Modality::kExact;  // "90 or more days"
  bool hyphen = false;                // "three-year"
  bool rolling = false;               // "the past year": up to now, and no date
  TimeUnit unit = TimeUnit::kDay;
  // Finer parts, each finer than the one before: "an hour and 45 minutes".
  struct Part {
    Decimal value;
    TimeUnit unit = TimeUnit::kDay;
  };
  absl::InlinedVector<Part, 2> more;
  TimeSide side = TimeSide::kNone;  // "the past two years"
  absl::InlinedVector<std::string_view, 6> rules;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_PARTS_H_
