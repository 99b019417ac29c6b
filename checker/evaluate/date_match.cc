#include "checker/evaluate/date_match.h"

#include <algorithm>

#include "checker/evaluate/value_match.h"
#include "checker/model/time_scope.h"

namespace crosscheck {
namespace {

constexpr int kDayMinutes = 24 * 60;

std::string_view DayPart(std::string_view iso) {
  return iso.substr(0, std::min(iso.find('T'), iso.size()));
}

std::optional<DayRange> DaysAt(std::string_view value, std::string_view grain) {
  const auto read = ParseIsoDate(DayPart(value));
  if (!read || !IsBounded(read->days)) return std::nullopt;
  DayRange days = read->days;
  if (grain == "Week") days.last = AddDays(*days.first, 6);
  if (grain == "Quarter") days.last = AddDays(AddMonths(*days.first, 3), -1);
  return days;
}

bool IsDay(std::string_view ours, Day day) { return ours == ToIsoDate(day); }

bool IsPoint(const ReportClaim& claim, std::string_view value,
             std::string_view grain) {
  const auto days = DaysAt(value, grain);
  if (!days) return false;
  const bool clocked =
      grain == "Second" || grain == "Minute" || grain == "Hour";
  if (!clocked) {
    return IsDay(claim.low, *days->first) && IsDay(claim.high, *days->last);
  }
  const auto ours = ClockMinutes(claim.value), wanted = ClockMinutes(value);
  if (!ours || ours != wanted) return false;
  return claim.low.empty() || IsDay(claim.low, *days->first);
}

// Is `value` a moment inside a day, not its start?
bool IsClocked(std::string_view value) {
  return ClockMinutes(value).value_or(0) != 0;
}

bool IsClockRange(const ReportClaim& claim, std::string_view first,
                  std::string_view last, std::string_view grain) {
  const auto ends = SplitSlash(claim.value);
  if (ends.size() != 2) return false;
  const auto our_first = ClockMinutes(ends[0]),
             our_last = ClockMinutes(ends[1]);
  const auto wanted_first = ClockMinutes(first),
             wanted_last = ClockMinutes(last);
  if (!our_first || !our_last || our_first != wanted_first) return false;
  if (!wanted_last) return false;
  // Duckling's ranges end one grain after the last hour or minute named.
  const int step = grain == "Hour" ? 60 : 1;
  const int before = (*wanted_last - step + kDayMinutes) % kDayMinutes;
  if (our_last != wanted_last && *our_last != before) return false;
  const auto days = DaysAt(first, "Day");
  return claim.low.empty() || (days && IsDay(claim.low, *days->first));
}

bool IsRange(const ReportClaim& claim, std::string_view first,
             std::string_view last, const ExpectedFigure& expected) {
  if (!first.empty() && !last.empty() &&
      (IsClocked(first) || IsClocked(last))) {
    return IsClockRange(claim, first, last, expected.grain);
  }
  const auto begin = DaysAt(first, "Day"), end = DaysAt(last, "Day");
  if (!first.empty() && (!begin || !IsDay(claim.low, *begin->first))) {
    return false;
  }
  if (last.empty()) return !first.empty();
  if (!end) return false;
  const Day day = *end->first;
  if (first.empty()) {  // "before 2014": we read the 2014 it names
    return IsDay(claim.high, AddDays(day, -1)) || IsDay(claim.low, day);
  }
  if (IsDay(claim.high, AddDays(day, -1))) return expected.end_exclusive;
  const bool named = expected.grain.empty() || !expected.end_exclusive;
  return named && IsDay(claim.high, day);
}

bool IsOne(const ReportClaim& claim, const std::vector<std::string>& values,
           const ExpectedFigure& expected) {
  if (values.size() == 2) {
    return IsRange(claim, values[0], values[1], expected);
  }
  return values.size() == 1 && IsPoint(claim, values[0], expected.grain);
}

}  // namespace

bool IsExpectedDate(const ReportClaim& claim, const ExpectedFigure& expected) {
  if (claim.kind != "date") return false;
  if (IsOne(claim, expected.values, expected)) return true;
  return std::any_of(
      expected.alternatives.begin(), expected.alternatives.end(),
      [&](const auto& values) { return IsOne(claim, values, expected); });
}

}  // namespace crosscheck
