#include "checker/quantity/time_starts.h"

#include "checker/quantity/number_words.h"
#include "checker/quantity/time_words.h"

namespace crosscheck {
namespace {

// Roles of words that may stand first in a date or a length. The others stand
// behind or before what does.
constexpr TimeRoles kFirst = {
    TimeRole::kMonth,   TimeRole::kWeekday,     TimeRole::kClosest,
    TimeRole::kUnit,    TimeRole::kDay,         TimeRole::kThis,
    TimeRole::kLast,    TimeRole::kNext,        TimeRole::kThat,
    TimeRole::kSame,    TimeRole::kPart,        TimeRole::kSeason,
    TimeRole::kDecade,  TimeRole::kQuarterMark, TimeRole::kHalfMark,
    TimeRole::kFiscal,  TimeRole::kArticle,     TimeRole::kDaypart,
    TimeRole::kClock,   TimeRole::kClockTime,   TimeRole::kPast,
    TimeRole::kWeekend, TimeRole::kPeriod,      TimeRole::kHoliday};

}  // namespace

bool MayBeginTime(const TimeScan& scan, uint32_t token) {
  if (scan.At(token).kind != TokenKind::kWord ||
      scan.numbers().Read(scan.document(), token)) {
    return true;
  }
  for (const TimeWord& word : scan.Words(token, kFirst)) {
    if (word.role != TimeRole::kArticle) return true;
    // "a year", not "the year"
    const uint32_t next = word.limit_token;
    if (word.kind == "one" &&
        (!scan.Words(next).empty() ||
         (scan.HasKind(next, kTimeStarts) &&
          !scan.numbers().words().At(scan.document(), next).empty()))) {
      return true;
    }
  }
  return false;
}

}  // namespace crosscheck
