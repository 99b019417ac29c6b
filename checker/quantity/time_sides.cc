#include "checker/quantity/time_sides.h"

namespace crosscheck {

std::optional<TimeSide> SideOf(const TimeWord& word) {
  switch (word.role) {
    case TimeRole::kThis:
      return TimeSide::kThis;
    case TimeRole::kLast:
      return TimeSide::kLast;
    case TimeRole::kNext:
      return word.kind == "week" ? TimeSide::kNextWeek : TimeSide::kNext;
    case TimeRole::kThat:
    case TimeRole::kSame:
      return TimeSide::kThat;
    default:
      return std::nullopt;
  }
}

int Steps(const TimeWord& word, TimeSide side) {
  const int size = word.value == 0 ? 1 : word.value;
  if (side == TimeSide::kLast) return -size;
  if (side == TimeSide::kNext || side == TimeSide::kNextWeek) return size;
  return 0;
}

PeriodSense SenseOf(const TimeScan& scan, uint32_t token, const TimeWord& side,
                    const TimeWord& unit) {
  const TimeUnit of = UnitOf(unit);
  if (of == TimeUnit::kDay && side.role == TimeRole::kNext &&
      side.place == TimePlace::kBefore && side.value <= 1) {
    uint32_t the = token;
    if (!scan.FindBefore(token, TimeRole::kArticle, &the)) {
      return PeriodSense::kCalendar;
    }
    const bool over = scan.FindBefore(the, TimeRole::kSpan) ||
                      scan.FindBefore(the, TimeRole::kIn);
    return over ? PeriodSense::kLength : PeriodSense::kNone;
  }
  if ((side.role != TimeRole::kLast && side.role != TimeRole::kNext) ||
      side.value > 1 || side.place != TimePlace::kBefore ||
      (of != TimeUnit::kWeek && of != TimeUnit::kMonth &&
       of != TimeUnit::kYear && of != TimeUnit::kDecade &&
       of != TimeUnit::kCentury)) {
    return PeriodSense::kCalendar;
  }
  uint32_t first = token;
  const auto over = [&](uint32_t at) {
    return scan.FindBefore(at, TimeRole::kSpan) ||
           scan.FindBefore(at, TimeRole::kIn);
  };
  if (scan.FindBefore(token, TimeRole::kWhose, &first)) {
    return over(first) ? PeriodSense::kNone : PeriodSense::kCalendar;
  }
  const auto article = scan.FindBefore(token, TimeRole::kArticle, &first);
  if (side.kind == "span") {
    return article || over(token) ? PeriodSense::kLength
                                  : PeriodSense::kCalendar;
  }
  if (!article || article->kind == "one") return PeriodSense::kCalendar;
  if (side.kind == "told") return PeriodSense::kTold;
  const bool last = side.role == TimeRole::kLast;
  if (of == TimeUnit::kCentury && last) return PeriodSense::kCalendar;
  if (!last) return over(first) ? PeriodSense::kLength : PeriodSense::kTold;
  const bool goes_on = scan.Has(unit.limit_token) &&
                       (scan.Find(unit.limit_token, TimeRole::kOf) ||
                        scan.Find(unit.limit_token, TimeRole::kIn) ||
                        scan.Find(unit.limit_token, TimeRole::kBound) ||
                        scan.Find(unit.limit_token, TimeRole::kAgo));
  return goes_on ? PeriodSense::kNone : PeriodSense::kLength;
}

std::optional<SideWord> SideAfter(const TimeScan& scan, uint32_t token) {
  if (!scan.Has(token)) return std::nullopt;
  for (const TimeWord& word : scan.Words(token)) {
    const auto said = SideOf(word);
    if (!said || word.place == TimePlace::kBefore ||
        (word.proclitics & ~kCliticThe) != 0) {
      continue;
    }
    return SideWord{*said, Steps(word, *said), word};
  }
  return std::nullopt;
}

bool TakeSideAfter(const TimeScan& scan, DateParts& parts) {
  const auto said = SideAfter(scan, parts.limit_token);
  if (!said) return false;
  parts.side = said->side;
  parts.shift = said->shift;
  scan.Use(said->word, parts);
  return true;
}

}  // namespace crosscheck
