#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_QUARTERS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_QUARTERS_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"
#include "checker/quantity/time_words.h"

namespace crosscheck {

// Quarters, halves and fiscal years written with a mark, as companies report
// them; those in words ("third quarter") are DateParser's. Cost: a few tokens.

// Begins with the mark, `word` at `token`:
//   "Q1 2024"       quarter 1, year 2024
//   "FY24"          fiscal, year 2024
//   "fiscal 2024"   the same
//   "H1"            nullopt without a year: a visa and a virus, too
std::optional<DateParts> ReadMark(const TimeScan& scan, uint32_t token,
                                  const TimeWord& word);

// Begins with digits, glued to the mark: "4Q 2023", "1Q24", "2018Q4", "18q4".
std::optional<DateParts> ReadQuarterInDigits(const TimeScan& scan,
                                             uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_QUARTERS_H_
