#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_FROM_DATE_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_FROM_DATE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "checker/quantity/time_dates.h"
#include "checker/quantity/time_lengths.h"
#include "checker/quantity/time_resolve.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// A day or week counted from another date that is named beside it.
struct CountedDate {
  ResolvedDate date;
  // Where a word before `token` says which way it goes.
  std::optional<uint32_t> first_token;
  uint32_t limit_token = 0;
  uint8_t suffix_bytes = 0;
  absl::InlinedVector<std::string_view, 6> rules;
};

// Reads what begins at `token`, where `length` is the one read there:
//   "three weeks from tomorrow", "two days before Easter"
//   "the day after Christmas"
//   "three Sundays ago", "2 Fridays from now"
//   "the second Monday after Easter"
//   "the closest Monday to 5 October"
//   "the week of the 18th", "the weekend of 5 May"
// Unresolved where the other date is. nullopt where nothing of this stands.
// Cost: as DateParser, for tokens with words of time or number only.
std::optional<CountedDate> ReadFromDate(
    const TimeScan& scan, const DateParser& dates,
    const std::optional<LengthParts>& length, uint32_t token,
    const TimeContext& context);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_FROM_DATE_H_
