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
  absl::InlinedVector<std::string_view, 4> rules;
};

// Reads a clock time: "10:15 a.m. EST", "8 p.m.", الساعة الثامنة مساء, "noon".
// A number alone is none; an hour needs minutes, a part of the day or a word
// such as "o'clock" by it. Hours of unsaid half of the day stay as printed.
std::optional<ClockReading> ReadClock(const TimeScan& scan, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_CLOCK_H_
