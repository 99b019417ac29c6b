#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_LINKS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_LINKS_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// How the two ends of a range of dates are joined, and whether they fit. What
// the range means comes later (time_ranges.h). Cost: a few look-ups; three
// tokens back for "between".
struct RangeLink {
  std::optional<uint32_t> last_token;  // where the second end would begin
  uint32_t open_token = 0;  // of "from" or "between"; else the first end's own
  bool dash = false;        // joined by a dash
};

// The link behind `first`, a first end that begins at `token`: "to", "until", a
// dash, "and" where "between" stands before; or the shape alone: days and years
// that follow each other ("27 and 28 January", "2023/24"), two moments
// ("2015-03-28 17:00/2015-03-29 21:00").
//   "between 3 and 7 May", at the 3   last_token 3, open_token 0
//   "3 people", at the 3              no last_token
RangeLink FindLink(const TimeScan& scan, uint32_t token,
                   const DateParts& first);

// Four digits that are a year only as the first end of a range, and so need a
// link: the 2019 of "2019-2021".
std::optional<DateParts> ReadYearOfRange(const TimeScan& scan, uint32_t token);

// May the two be ends of one range: both days, both hours, or a bare number and
// what completes it? "3" fits "7 May"; "Monday" does not fit "2025".
bool FitsRange(const DateParts& first, const DateParts& last);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_LINKS_H_
