#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_TENSE_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_TENSE_H_

#include <cstdint>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_resolve.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// Whether what is told of a date was or will be, by the words around it. Pure;
// cost: the words within some fifteen tokens of the date.

// Is there a word within reach of `token` that puts its sentence in the
// future?
bool SpeaksOfFuture(const TimeScan& scan, uint32_t token);

// Does the clause of the date [first, limit) tell what was? A few words before
// it or behind it are looked at, up to a mark, a digit or another clause.
//   "was fired in December"; "In March, the senator outlined"
bool TellsOfPast(const TimeScan& scan, uint32_t first, uint32_t limit);

// Does a word before the date at `token` say that it is past ("since March")?
bool IsSincePast(const TimeScan& scan, uint32_t token);

// Is the month (or a day early in it) that of an election to come, and does its
// sentence speak of one? It is one of the year of publication; told half a year
// before or earlier it is the last one; in the months behind an election it is
// that of the next year where the sentence speaks of the future.
//   "beat her Democratic opponent in November", in May 2018
bool IsComingElection(const TimeScan& scan, const DateParts& date,
                      const TimeContext& context);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_TENSE_H_
