#ifndef CROSSCHECK_CHECKER_QUANTITY_LENGTH_TAILS_H_
#define CROSSCHECK_CHECKER_QUANTITY_LENGTH_TAILS_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"
#include "checker/quantity/time_words.h"

namespace crosscheck {

// What follows the number or the first unit of a length. Each Take… reads on at
// `parts.limit_token` (or at `token`) and adds what it finds; where it finds
// nothing the length stays as it is. Cost: a few look-ups for each token read.

// The unit at `token`: true, and it is that of `parts`. False for two of a unit
// in one word, for a letter that is not glued to its number, and for one
// quarter, half, season or weekend, which are of the calendar but behind a
// side.
bool TakeUnit(const TimeScan& scan, uint32_t token, LengthParts& parts);

// "and a half", ونصف, "and a quarter" behind the unit.
//   "a year" + "and a half"   value 1.5
void TakeHalf(const TimeScan& scan, LengthParts& parts);

// "two" + "and a quarter of" hours: the fraction behind a whole number and
// before the unit; the token of the unit, 0 where no such thing stands there.
uint32_t TakeFractionOf(const TimeScan& scan, uint32_t token,
                        LengthParts& parts);

// Finer parts: "an hour and 45 minutes", "5 years 1 month 3 days", عام وثلاثة
// أشهر. Each is finer than those before it; the first two may be swapped.
void TakeMore(const TimeScan& scan, LengthParts& parts);

// "a week or two", يوم أو يومين, behind one of a unit: a range of 1 to 2.
bool TakeOrMore(const TimeScan& scan, LengthParts& parts);

// "last", "past" or "next" as lengths use it; nullopt for any other word.
inline constexpr TimeRoles kSidesOfLength = {TimeRole::kLast, TimeRole::kNext};
std::optional<TimeSide> SideOfLength(const TimeWord& word);

// A side behind the length: السنوات الثلاث + الماضية (the past three years).
void TakeSideAfter(const TimeScan& scan, LengthParts& parts);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_LENGTH_TAILS_H_
