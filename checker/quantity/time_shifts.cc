#include "checker/quantity/time_shifts.h"

#include <algorithm>

#include "checker/quantity/time_periods.h"

namespace crosscheck {
namespace {

Granularity GranularityOf(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
      return Granularity::kMinute;
    case TimeUnit::kHour:
      return Granularity::kHour;
    case TimeUnit::kDay:
    case TimeUnit::kNight:
    case TimeUnit::kWeekend:
      return Granularity::kDay;
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return Granularity::kWeek;
    case TimeUnit::kMonth:
      return Granularity::kMonth;
    case TimeUnit::kQuarter:
    case TimeUnit::kSeason:
    case TimeUnit::kHalf:
      return Granularity::kQuarter;
    case TimeUnit::kYear:
      return Granularity::kYear;
    case TimeUnit::kDecade:
      return Granularity::kDecade;
    case TimeUnit::kCentury:
    case TimeUnit::kMillennium:
      return Granularity::kCentury;
  }
  return Granularity::kUnknown;
}

}  // namespace

ResolvedDate ResolveShift(const LengthParts& length, bool back,
                          const std::optional<IsoDate>& from) {
  ResolvedDate out;
  out.relative = true;
  out.granularity = GranularityOf(length.unit);
  if (!from || !IsBounded(from->days)) {
    out.unresolved = true;
    out.doubt = kNoPublished;
    return out;
  }
  const auto low = length.value ? *length.value : length.low;
  const auto high = length.value ? *length.value : length.high;
  const Day day = Middle(from->days);
  const auto near = Move(day, low, length.unit, back);
  auto far = Move(day, high, length.unit, back);
  std::optional<Day> point = near;
  for (const LengthParts::Part& part : length.more) {
    if (!point || !length.value) break;
    point = far = Move(*point, part.value, part.unit, back);
  }
  if (!point || !far) {
    out.unresolved = true;
    out.doubt = "too far away to be a date";
    return out;
  }
  const DayRange wide = AroundPoint(*point, length.unit);
  const DayRange other = AroundPoint(*far, length.unit);
  out.days = {std::min(*wide.first, *other.first),
              std::max(*wide.last, *other.last)};
  if (!length.value) {
    const Day first = std::min(*point, *far), last = std::max(*point, *far);
    out.iso = PointIso(first, length.unit) + "/" + PointIso(last, length.unit);
    if (length.vague) out.doubt = "how long is not said exactly";
  } else {
    out.iso = PointIso(
        *point, length.more.empty() ? length.unit : length.more.back().unit);
  }
  return out;
}

}  // namespace crosscheck
