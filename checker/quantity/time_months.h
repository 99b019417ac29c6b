#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_MONTHS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_MONTHS_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"
#include "checker/quantity/time_words.h"

namespace crosscheck {

// Months by name or number, of either calendar. Cost: a few look-ups for each
// token of the month and its year.

// Adds the month named at `token` to `parts`: both its names where both stand
// (مايو/أيار, October twice), and the stop of "Jan. 27". False: none is named
// there, and nothing changes.
bool TakeMonth(const TimeScan& scan, uint32_t token, DateParts& parts);

// A date that begins with the name of a month, `word` at `token`, with the day,
// year or side behind it. `inside` a longer date a name needs nothing to vouch
// for it; elsewhere one that is also another word does.
//   "January the 27th, 2025"   month 1, day 27, year 2025
//   "May last year"            month 5, year_shift -1
//   "may", "1-0 صفر"           nullopt: a verb, a score
std::optional<DateParts> ReadMonth(const TimeScan& scan, uint32_t token,
                                   const TimeWord& word, bool inside);

// The month by its number, right behind the word for it: 3 in شهر 3 (month 3).
// nullopt where that counts months (شهر واحد is one month).
std::optional<DateParts> ReadNumberedMonth(const TimeScan& scan,
                                           uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_MONTHS_H_
