#include "checker/quantity/time_starts.h"

#include "checker/quantity/number_words.h"
#include "checker/quantity/time_words.h"

namespace crosscheck {
namespace {

// May a word of this role stand first in a date or a length? The others stand
// behind or before what does.
bool MayBegin(TimeRole role) {
  switch (role) {
    case TimeRole::kMonth:
    case TimeRole::kWeekday:
    case TimeRole::kClosest:
    case TimeRole::kUnit:
    case TimeRole::kDay:
    case TimeRole::kThis:
    case TimeRole::kLast:
    case TimeRole::kNext:
    case TimeRole::kThat:
    case TimeRole::kSame:
    case TimeRole::kPart:
    case TimeRole::kSeason:
    case TimeRole::kDecade:
    case TimeRole::kQuarterMark:
    case TimeRole::kHalfMark:
    case TimeRole::kFiscal:
    case TimeRole::kArticle:
    case TimeRole::kDaypart:
    case TimeRole::kClock:
    case TimeRole::kClockTime:
    case TimeRole::kPast:
    case TimeRole::kWeekend:
    case TimeRole::kPeriod:
    case TimeRole::kHoliday:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool MayBeginTime(const TimeScan& scan, uint32_t token) {
  constexpr uint64_t kTime = KindBit(RuleKind::kTime);
  if (scan.At(token).kind != TokenKind::kWord ||
      scan.numbers().Read(scan.document(), token)) {
    return true;
  }
  if (!scan.HasKind(token, kTime)) return false;
  for (const TimeWord& word : scan.Words(token)) {
    if (!MayBegin(word.role)) continue;
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
