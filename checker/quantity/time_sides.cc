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
