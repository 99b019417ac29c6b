#include "checker/evaluate/date_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

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

std::optional<Day> DayOf(std::string_view iso) {
  const auto read = ParseIsoDate(DayPart(iso));
  return read ? read->days.first : std::nullopt;
}

// The days of our reading; nullopt where an end is open.
std::optional<DayRange> DaysOf(const ReportClaim& claim) {
  const auto first = DayOf(claim.low), last = DayOf(claim.high);
  if (!first || !last) return std::nullopt;
  return DayRange{first, last};
}

// Was a rule of kind time with one of these names part of the reading?
bool Used(const ReportClaim& claim,
          std::initializer_list<std::string_view> names) {
  return std::any_of(
      claim.rules.begin(), claim.rules.end(), [&](const std::string& id) {
        const size_t kind = id.find(".time.");
        if (kind == std::string::npos) return false;
        const std::string_view name = std::string_view(id).substr(kind + 6);
        return std::any_of(names.begin(), names.end(), [&](auto wanted) {
          return name.substr(0, wanted.size()) == wanted;
        });
      });
}

bool SaysSide(const ReportClaim& claim) {
  return Used(claim, {"this", "last", "past", "next", "coming", "that", "today",
                      "tomorrow", "yesterday", "unit_year"});
}
bool IsShifted(const ReportClaim& claim) {
  return Used(claim, {"ago", "later", "from_now", "earlier"}) ||
         (Used(claim, {"unit_"}) && Used(claim, {"after", "before", "from"}));
}
// "last Friday of October": "last" is a place in October, not a side.
bool IsNthOfMonth(const ReportClaim& claim) {
  return Used(claim, {"month_"}) &&
         Used(claim, {"weekday", "weekend", "unit_week", "unit_day"});
}
bool IsPart(const ReportClaim& claim) {
  return Used(claim, {"start", "early", "middle", "late", "end", "rest"});
}
bool IsBoundedBySaying(const ReportClaim& claim) {
  return claim.modality == "at_most" || claim.modality == "less_than" ||
         claim.modality == "at_least" || claim.modality == "more_than";
}

// Minutes east of Greenwich at the end of an ISO text: "Z", "-05:00".
std::optional<int> ZoneOf(std::string_view iso) {
  const size_t mark = iso.find('T');
  if (mark == std::string_view::npos) return std::nullopt;
  if (iso.back() == 'Z') return 0;
  const size_t sign = iso.find_first_of("+-", mark);
  if (sign == std::string_view::npos || iso.size() < sign + 6) {
    return std::nullopt;
  }
  const auto clock = ClockMinutes("T" + std::string(iso.substr(sign + 1, 5)));
  if (!clock) return std::nullopt;
  return iso[sign] == '-' ? -*clock : *clock;
}

// The clock times agree: as printed, by their zones, or twelve hours apart
// where ours says no half of the day.
bool SameClock(const ReportClaim& claim, std::string_view ours,
               std::string_view wanted) {
  const auto a = ClockMinutes(ours), b = ClockMinutes(wanted);
  if (!a || !b) return false;
  if (*a == *b) return true;
  const auto zone = ZoneOf(ours), asked = ZoneOf(claim.published);
  if (zone && asked) {
    const int gap = (*a - *zone) - (*b - *asked);
    return gap % kDayMinutes == 0;
  }
  const bool said = Used(claim, {"am", "pm", "morning", "afternoon", "night",
                                 "noon", "midnight", "midday"});
  return !said && *a <= kDayMinutes / 2 &&
         (*a + kDayMinutes / 2) % kDayMinutes == *b;
}

// The moment in minutes since 1970.
std::optional<int64_t> MinutesOf(std::string_view iso) {
  const auto day = DayOf(iso);
  if (!day) return std::nullopt;
  return int64_t{day->number} * kDayMinutes + ClockMinutes(iso).value_or(0);
}

// How long a grain is, in minutes; the slack of "in two weeks".
int64_t GrainMinutes(std::string_view grain) {
  if (grain == "Year") return 366 * kDayMinutes;
  if (grain == "Quarter") return 92 * kDayMinutes;
  if (grain == "Month") return 31 * kDayMinutes;
  if (grain == "Week") return 7 * kDayMinutes;
  if (grain == "Second" || grain == "Minute") return 2;
  if (grain == "Hour") return 60;
  return kDayMinutes;
}

// `iso` moved on by an ISO length.
std::optional<int64_t> After(std::string_view iso, std::string_view length) {
  auto day = DayOf(iso);
  const auto start = MinutesOf(iso);
  if (!day || !start) return std::nullopt;
  // Years and months by the calendar, the rest by the clock.
  std::string rest = "P";
  for (size_t at = 1; at < length.size();) {
    if (length[at] == 'T') {
      rest += length.substr(at);
      break;
    }
    size_t end = at;
    while (end < length.size() && length[end] >= '0' && length[end] <= '9') {
      ++end;
    }
    if (end == at || end >= length.size()) return std::nullopt;
    const int count = std::atoi(std::string(length.substr(at, 6)).c_str());
    if (length[end] == 'Y' || length[end] == 'M') {
      day = AddMonths(*day, count * (length[end] == 'Y' ? 12 : 1));
    } else {
      rest += length.substr(at, end + 1 - at);
    }
    at = end + 1;
  }
  const auto seconds = rest == "P" ? Decimal(0) : DurationSeconds(rest);
  const auto minutes =
      seconds ? Divide(*seconds, 60)->RoundedTo(9).ToInt64() : std::nullopt;
  return int64_t{day->number} * kDayMinutes + *start % kDayMinutes +
         minutes.value_or(0);
}

// "in two weeks": the moment is ours after the publication.
bool IsLengthToPoint(const ReportClaim& claim, std::string_view value,
                     std::string_view grain) {
  // "in a few minutes": any moment between the two.
  const auto ends = SplitSlash(claim.value);
  if (ends.size() == 2 && ends[0].front() != 'P') {
    const std::string_view unit = claim.unit;
    const bool clock = unit == "second" || unit == "minute" || unit == "hour";
    const auto iso = [&](std::string_view count) {
      const char letter = static_cast<char>(unit[0] - 'a' + 'A');
      return fmt::format("P{}{}{}", clock ? "T" : "", count, letter);
    };
    if (unit.empty()) return false;
    const auto low = After(claim.published, iso(ends[0]));
    const auto high = After(claim.published, iso(ends[1]));
    const auto point = MinutesOf(value);
    return low && high && point && *low - GrainMinutes(grain) <= *point &&
           *point <= *high;
  }
  const auto end = After(claim.published, claim.value);
  const auto wanted = MinutesOf(value);
  if (!end || !wanted) return false;
  return *wanted <= *end + 1 && *end - *wanted < GrainMinutes(grain);
}

// "the past two weeks", "within two weeks": as long as the range.
bool IsLengthOfRange(const ReportClaim& claim, std::string_view first,
                     std::string_view last) {
  const auto end = After(first, claim.value);
  const auto wanted = MinutesOf(last);
  if (!end || !wanted) return false;
  // "Within": the suites go on to the end of the last day.
  return std::abs(*end - *wanted) <= kDayMinutes;
}

bool IsPoint(const ReportClaim& claim, std::string_view value,
             std::string_view grain) {
  if (!value.empty() && value[0] == '-') {
    return claim.value.substr(0, value.size()) == value;
  }
  const auto days = DaysAt(value, grain);
  if (!days) return false;
  const bool clocked =
      grain == "Second" || grain == "Minute" || grain == "Hour";
  const auto ours = DaysOf(claim);
  const bool shifted = IsShifted(claim) && ours &&
                       *ours->first <= *days->first &&
                       *days->last <= *ours->last;
  if (!clocked || (shifted && !ClockMinutes(claim.value))) {
    if (IsDay(claim.low, *days->first) && IsDay(claim.high, *days->last)) {
      return true;
    }
    if (shifted) return true;
    if (!ours) return false;
    const int gap = days->first->number - ours->first->number;
    const bool feast = Used(claim, {"feast_"});
    // From the evening before; by another sight of the moon.
    if (feast && std::abs(gap) <= 1) return true;
    // "now"; a month, or the start of one, as its first day.
    if (Used(claim, {"now"}) && IsDay(DayPart(claim.published), *days->first)) {
      return true;
    }
    const bool month_or_start = claim.value.size() == 7 &&
                                ours->first == days->first &&
                                days->first == days->last;
    if (month_or_start) return true;
    // The coming one where ours is the nearest.
    if (SaysSide(claim) && !IsNthOfMonth(claim)) return false;
    if (feast && std::abs(gap) > 330 && std::abs(gap) < 400) return true;
    const bool same_size = days->last->number - days->first->number ==
                           ours->last->number - ours->first->number;
    if (same_size && gap == 7) return true;
    return *days->first == AddMonths(*ours->first, 12) ||
           *days->first == AddMonths(*ours->first, -12) ||
           (Used(claim, {"weekday"}) && std::abs(gap) > 330 &&
            std::abs(gap) < 400);  // "first Tuesday in October"
  }
  if (Used(claim, {"now"})) {
    return IsDay(DayPart(claim.published), *days->first) &&
           IsDay(claim.low, *days->first);
  }
  if (!SameClock(claim, claim.value, value)) return false;
  if (claim.low.empty() || IsDay(claim.low, *days->first)) return true;
  if (!ours || SaysSide(claim)) return false;
  return days->first->number - ours->first->number == 7 ||
         *days->first == AddMonths(*ours->first, 12);
}

// Is `value` a moment inside a day, not its start?
bool IsClocked(std::string_view value) {
  return ClockMinutes(value).value_or(0) != 0;
}

bool IsClockRange(const ReportClaim& claim, std::string_view first,
                  std::string_view last, std::string_view grain) {
  const auto begin = DayOf(first), end = DayOf(last);
  const auto ours = DaysOf(claim);
  // Monday morning: the day, or the coming one.
  if (!ClockMinutes(claim.value) && begin && end && ours) {
    const int length = end->number - begin->number;
    int gap = begin->number - ours->first->number;
    // "the last weekend of October": the coming one where ours is the nearest.
    if (IsNthOfMonth(claim) && gap > 330 && gap < 400) {
      gap = gap % 7 == 6 ? -1 : gap % 7;  // as the weekdays have it
    }
    if (length <= 1 && ours->first == ours->last) return gap == 0 || gap == 7;
    // A weekend from Friday evening.
    return (length == 3 || length == 4) && gap == -1 &&
           IsDay(DayPart(last), AddDays(*ours->last, 1));
  }
  const auto ends = SplitSlash(claim.value);
  if (ends.size() != 2) {
    return IsBoundedBySaying(claim) && SameClock(claim, claim.value, last);
  }
  if (!SameClock(claim, ends[0], first)) return false;
  const auto wanted = ClockMinutes(last);
  if (!wanted) return false;
  // Duckling's ranges end one grain after the last hour or minute named.
  const int step = grain == "Hour" ? 60 : 1;
  const int before = (*wanted % kDayMinutes - step + kDayMinutes) % kDayMinutes;
  const std::string text =
      fmt::format("T{:02}:{:02}", before / 60, before % 60);
  if (!SameClock(claim, ends[1], last) && !SameClock(claim, ends[1], text)) {
    return false;
  }
  const auto days = DaysAt(first, "Day");
  return claim.low.empty() || (days && IsDay(claim.low, *days->first)) ||
         (days && ours && days->first->number - ours->first->number == 7);
}

bool IsRange(const ReportClaim& claim, std::string_view first,
             std::string_view last, const ExpectedFigure& expected) {
  const auto begin = DaysAt(first, "Day"), end = DaysAt(last, "Day");
  const auto ours = DaysOf(claim);
  // "by the end of the month" has no beginning of its own.
  const bool from_now = IsBoundedBySaying(claim) && !first.empty() && begin &&
                        DayOf(claim.published) == begin->first;
  // "until 2 p.m.": by the clock.
  if (first.empty() && IsBoundedBySaying(claim) && ClockMinutes(claim.value)) {
    return SameClock(claim, claim.value, last);
  }
  if (!first.empty() && !last.empty() && !from_now &&
      (IsClocked(first) || IsClocked(last))) {
    return IsClockRange(claim, first, last, expected.grain);
  }
  if (from_now && ClockMinutes(claim.value)) {
    return SameClock(claim, claim.value, last);
  }
  if (begin && end && ours && IsShifted(claim)) {
    // "2 days from now" as all days until then.
    const auto point = DayOf(claim.value);
    return point && std::abs(point->number - end->first->number) <= 1;
  }
  if (begin && end && ours && IsPart(claim) && !from_now) {
    const bool front = ours->first == begin->first;
    const bool back = ours->last == AddDays(*end->first, -1);
    if (front || back) return true;
  }
  if (begin && end && ours &&
      Used(claim,
           {"spring", "summer", "autumn", "fall", "winter", "unit_season"})) {
    return std::abs(ours->first->number - begin->first->number) <= 31 &&
           std::abs(ours->last->number - end->first->number) <= 31;
  }
  if (begin && end && ours && Used(claim, {"feast_"})) {
    return std::abs(ours->first->number - begin->first->number) <= 1 &&
           std::abs(ours->last->number - end->first->number) <= 1;
  }
  if (begin && end && ours && Used(claim, {"unit_century"})) {
    return std::abs(ours->first->number - begin->first->number) <= 366 &&
           std::abs(ours->last->number - end->first->number) <= 367;
  }
  // A whole year later, where no side is said.
  if (begin && end && ours && !SaysSide(claim) && ours->first != ours->last &&
      AddMonths(*ours->first, 12) == *begin->first) {
    const Day last_day = AddMonths(*ours->last, 12);
    return last_day == *end->first || last_day == AddDays(*end->first, -1);
  }
  if (!from_now && !first.empty() &&
      (!begin || !IsDay(claim.low, *begin->first))) {
    return false;
  }
  if (last.empty()) return !first.empty();
  if (!end) return false;
  const Day day = *end->first;
  if (first.empty()) {  // "before 2014": we read the 2014 it names
    return IsDay(claim.high, AddDays(day, -1)) || IsDay(claim.low, day);
  }
  if (IsDay(claim.high, AddDays(day, -1))) {
    return expected.end_exclusive || from_now;
  }
  // "2014 through 2018" ends as 2018 begins.
  const auto ends = SplitSlash(claim.value);
  if (ends.size() == 2 && DayOf(ends[1]) == day) return true;
  const bool named = expected.grain.empty() || !expected.end_exclusive;
  return named && IsDay(claim.high, day);
}

bool IsOne(const ReportClaim& claim, const std::vector<std::string>& values,
           const ExpectedFigure& expected) {
  const bool length = claim.kind == "duration";
  if (values.size() == 2) {
    return length ? IsLengthOfRange(claim, values[0], values[1])
                  : IsRange(claim, values[0], values[1], expected);
  }
  // A season some suites recognize and do not resolve.
  if (values.empty()) return true;
  if (values.size() != 1) return false;
  if (values[0].empty()) return true;
  return length ? IsLengthToPoint(claim, values[0], expected.grain)
                : IsPoint(claim, values[0], expected.grain);
}

}  // namespace

bool IsExpectedDate(const ReportClaim& claim, const ExpectedFigure& expected) {
  if (claim.kind != "date" && claim.kind != "duration") return false;
  if (IsOne(claim, expected.values, expected)) return true;
  return std::any_of(
      expected.alternatives.begin(), expected.alternatives.end(),
      [&](const auto& values) { return IsOne(claim, values, expected); });
}

}  // namespace crosscheck
