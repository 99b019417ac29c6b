#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_STARTS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_STARTS_H_

#include <cstdint>

#include "checker/quantity/time_scan.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Kinds of rules whose words a date or a length begins with.
inline constexpr uint64_t kTimeStarts = KindBit(RuleKind::kTime) |
                                        KindBit(RuleKind::kNumbers) |
                                        KindBit(RuleKind::kScales);

// May a date or a length begin at `token`? Most words asked about are an
// article before a noun of no date: they are told here, before all the parsers
// try them in turn. Numbers and digits always may. Cost: the words at the token
// and, for an article, at the next.
//   "a" of "a year"   true
//   "the" of "the year", "a" of "a man"   false
bool MayBeginTime(const TimeScan& scan, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_STARTS_H_
