#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_CLOCK_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_CLOCK_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

struct ClockReading {
  ClockParts clock;
  uint32_t limit_token = 0;
  bool am_or_pm = false;  // "3 p.m.", not "3 in the afternoon"
  absl::InlinedVector<std::string_view, 4> rules;
};

// Moves an hour of unsaid half of the day into that part and settles it: eight
// "at night" is in the evening, two "at night" is not.
void PlaceInDay(const Daypart& part, ClockParts& clock);

// Reads a clock time: "10:15 a.m. EST", "8 p.m.", الساعة الثامنة مساء, "noon".
// A number alone is none; an hour needs minutes, a part of the day or a word
// such as "o'clock" by it. Hours of unsaid half of the day stay as printed.
std::optional<ClockReading> ReadClock(const TimeScan& scan, uint32_t token);

// A number alone that is an hour by where it stands, which the caller knows:
// "8" of "8 tonight", "at nine", "at 15h". 1 to 24, not in a longer chain.
std::optional<ClockReading> ReadBareHour(const TimeScan& scan, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_CLOCK_H_
