#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_MOMENTS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_MOMENTS_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/time_clock.h"
#include "checker/quantity/time_dates.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// Reads a date with its clock time, a clock time with its date, or either
// alone: "Monday at 10:15", "8 tonight", صباح الاثنين. And pairs of hours,
// "from 9:30 to 11", with the day they belong to.
//
//   "this evening at 8"          // today, 20:00
//   "from 9:30 to 11 on Monday"  // Monday 09:30 and Monday 11:00
//
// Cost: as DateParser.
class MomentParser {
 public:
  MomentParser(const TimeScan& scan, const DateParser& dates)
      : scan_(scan), dates_(dates) {}

  std::optional<DateParts> Read(uint32_t token) const;

  // Two clock times that begin at `token`; at least one of them is one by
  // itself. With the day behind them both are of that day.
  struct Hours {
    DateParts first, last;
  };
  std::optional<Hours> ReadHours(uint32_t token) const;
  // Those that follow a day without a clock time.
  std::optional<Hours> HoursOn(const DateParts& day) const;

 private:
  std::optional<DateParts> DayFirst(DateParts date) const;
  std::optional<DateParts> ClockFirst(uint32_t token) const;
  std::optional<DateParts> DaypartFirst(uint32_t token) const;
  std::optional<DateParts> BareHourFirst(uint32_t token) const;
  std::optional<Hours> HoursAt(uint32_t token, bool and_joins) const;
  std::optional<DateParts> DayAfter(uint32_t token) const;
  bool BareHourMayFollow(const DateParts& date, uint32_t at) const;
  // ReadClock, kept of the token asked about last: a clock time alone is looked
  // for where two were.
  const std::optional<ClockReading>& ClockAt(uint32_t token) const;

  const TimeScan& scan_;
  const DateParser& dates_;
  mutable uint32_t clock_token_ = UINT32_MAX;
  mutable std::optional<ClockReading> clock_;
};

// Moves the first of two hours to the afternoon where the last is in it and
// it would still lie before: "3:30 to 6 p.m.".
void MoveToAfternoon(ClockParts& first, const ClockParts& last);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_MOMENTS_H_
