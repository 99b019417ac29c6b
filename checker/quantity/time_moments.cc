#include "checker/quantity/time_moments.h"

#include <algorithm>

#include "checker/quantity/time_calendar.h"
#include "checker/quantity/time_clock.h"

namespace crosscheck {
namespace {

void AddRules(const ClockReading& clock, DateParts& parts) {
  for (std::string_view rule : clock.rules) parts.rules.push_back(rule);
}

// "this evening at 8": the part of the day settles the hour.
void Settle(DateParts& parts) {
  if (parts.clock && parts.daypart && !parts.clock->settled) {
    PlaceInDay(*parts.daypart, *parts.clock);
  }
}

DateParts Clocked(uint32_t token, const ClockReading& clock) {
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = clock.limit_token;
  parts.clock = clock.clock;
  AddRules(clock, parts);
  return parts;
}

// The parts of `day`, at the hour of `hour`.
DateParts OnDay(const DateParts& day, const DateParts& hour) {
  DateParts out = day;
  out.clock = hour.clock;
  out.first_token = hour.first_token;
  out.limit_token = hour.limit_token;
  out.suffix_bytes = hour.suffix_bytes;
  out.rules = hour.rules;
  for (std::string_view rule : day.rules) out.rules.push_back(rule);
  Settle(out);
  return out;
}

}  // namespace

void MoveToAfternoon(ClockParts& first, const ClockParts& last) {
  if (first.minutes < kHalfDay && last.minutes >= kHalfDay &&
      first.minutes + kHalfDay < last.minutes) {
    first.minutes += kHalfDay;
  }
}

std::optional<DateParts> MomentParser::Read(uint32_t token) const {
  auto date = dates_.Read(token);
  if (!date) date = DaypartFirst(token);
  if (date) {
    return date->IsDay() ? DayFirst(std::move(*date)) : std::move(date);
  }
  if (auto clock = ClockFirst(token)) return clock;
  return BareHourFirst(token);
}

std::optional<DateParts> MomentParser::DayFirst(DateParts date) const {
  // "Monday morning", أمس مساء; an hour may follow either.
  if (const auto part = scan_.Find(date.limit_token, TimeRole::kDaypart);
      part && part->kind != "clock" && !part->weak) {
    date.limit_token = part->limit_token;
    date.suffix_bytes = 0;
    date.daypart = DaypartOf(*part);
  }
  uint32_t at = date.limit_token;
  if (scan_.IsComma(at) || scan_.Is(at, "t")) ++at;
  const auto preposition = scan_.Find(at, TimeRole::kAt);
  if (preposition) at = preposition->limit_token;
  if (!scan_.Has(at)) return date;
  auto clock = ReadClock(scan_, at);
  if (!clock && preposition && preposition->value == 0 &&
      BareHourMayFollow(date, at)) {
    clock = ReadBareHour(scan_, at);
  }
  if (clock) {
    date.day_limit_token = date.limit_token;
    date.clock = clock->clock;
    date.limit_token = clock->limit_token;
    date.suffix_bytes = 0;
    AddRules(*clock, date);
    Settle(date);
  }
  return date;
}

// "tonight at 11", "Friday at 9", but not "closed on Friday at 22".
bool MomentParser::BareHourMayFollow(const DateParts& date, uint32_t at) const {
  const auto number = scan_.Number(at);
  if (!number || number->ordinal || number->value < 1) return false;
  const bool sure = date.daypart || date.day_shift;
  if (number->value > (sure ? 24 : 12)) return false;
  const uint32_t next = number->limit_token;
  if (!scan_.Has(next)) return true;
  const Token& token = scan_.At(next);
  if (token.kind == TokenKind::kWord) {
    // "Saturday at three rallies"
    for (TimeRole role : {TimeRole::kDaypart, TimeRole::kZone, TimeRole::kIn,
                          TimeRole::kAt, TimeRole::kBound, TimeRole::kOf}) {
      if (scan_.Find(next, role)) return true;
    }
    return false;
  }
  // "9.5", "9-7", "9%"
  return !token.glued || !(scan_.Has(next + 1) && scan_.At(next + 1).glued);
}

const std::optional<ClockReading>& MomentParser::ClockAt(uint32_t token) const {
  if (clock_token_ != token) {
    clock_ = ReadClock(scan_, token);
    clock_token_ = token;
  }
  return clock_;
}

std::optional<DateParts> MomentParser::ClockFirst(uint32_t token) const {
  const std::optional<ClockReading>& clock = ClockAt(token);
  if (!clock) return std::nullopt;
  DateParts alone = Clocked(token, *clock);
  const auto day = DayAfter(clock->limit_token);
  if (!day) return alone;
  DateParts both = OnDay(*day, alone);
  both.limit_token = day->limit_token;
  both.suffix_bytes = day->suffix_bytes;
  return both;
}

// The day behind a clock time: "on Thursday", ", 5 May", "tomorrow morning".
std::optional<DateParts> MomentParser::DayAfter(uint32_t token) const {
  uint32_t at = token;
  if (scan_.IsComma(at)) ++at;
  at = scan_.Skip(at, {TimeRole::kAt, TimeRole::kOf, TimeRole::kArticle});
  if (!scan_.Has(at)) return std::nullopt;
  auto day = dates_.Read(at);
  if (!day) day = DaypartFirst(at);
  if (!day || !day->IsDay()) return std::nullopt;
  if (const auto part = scan_.Find(day->limit_token, TimeRole::kDaypart);
      part && part->kind != "clock" && !part->weak) {
    day->limit_token = part->limit_token;
    day->suffix_bytes = 0;
    day->daypart = DaypartOf(*part);
  }
  return day;
}

// صباح الاثنين, "the morning of 5 January", "in the morning of the 3rd".
std::optional<DateParts> MomentParser::DaypartFirst(uint32_t token) const {
  const auto part = scan_.Find(token, TimeRole::kDaypart, true);
  if (!part || part->kind == "clock") return std::nullopt;
  const uint32_t at =
      scan_.Skip(part->limit_token, {TimeRole::kOf, TimeRole::kArticle});
  if (!scan_.Has(at)) return std::nullopt;
  auto date = dates_.Read(at);
  if (!date && at > part->limit_token) {
    const auto number = scan_.Number(at);
    if (number && number->ordinal && number->value >= 1 &&
        number->value <= 31 && !IsWord(scan_.document(), number->limit_token)) {
      date.emplace();
      date->day = number->value;
      date->limit_token = number->limit_token;
    }
  }
  if (!date || !date->IsDay()) return std::nullopt;
  date->first_token = token;
  date->daypart = DaypartOf(*part);
  date->rules.insert(date->rules.begin(), scan_.Id(*part));
  return date;
}

// "8 tonight", "at 8 this evening": a bare hour before a part of a day.
std::optional<DateParts> MomentParser::BareHourFirst(uint32_t token) const {
  const auto clock = ReadBareHour(scan_, token);
  if (!clock || clock->clock.minutes > kHalfDay) return std::nullopt;
  if (!scan_.Has(clock->limit_token)) return std::nullopt;
  auto day = dates_.Read(clock->limit_token);
  if (!day || !day->day_shift || !day->daypart) return std::nullopt;
  const bool placed =
      scan_.FindBefore(token, TimeRole::kAt) ||
      scan_.FindBefore(token, TimeRole::kBound) ||
      (token > 0 && !scan_.At(token).starts_line &&
       scan_.HasKind(token - 1, KindBit(RuleKind::kModality))) ||
      scan_.IsAlone(token, day->limit_token);
  if (!placed) return std::nullopt;
  const uint32_t limit = day->limit_token;
  DateParts both = OnDay(*day, Clocked(token, *clock));
  both.limit_token = limit;
  return both;
}

std::optional<MomentParser::Hours> MomentParser::HoursAt(uint32_t at,
                                                         bool and_joins) const {
  std::optional<ClockReading> first = ClockAt(at);
  const bool bare_first = !first;
  if (!first) first = ReadBareHour(scan_, at);
  if (!first) return std::nullopt;
  const uint32_t from = first->limit_token;
  std::optional<uint32_t> link = scan_.RangeWord(from, "to");
  bool dash = false;
  if (!link && (link = scan_.RangeWord(from, "dash"))) dash = true;
  if (!link) {
    if (const auto until = scan_.Find(from, TimeRole::kBound);
        until && until->kind == "at_most" && until->value == 1) {
      link = until->limit_token;
    }
  }
  if (!link && and_joins) {
    link = scan_.RangeWord(from, "and");
    if (!link && scan_.Has(from) && scan_.HasProclitic(from, kCliticAnd)) {
      link = from;
    }
  }
  if (!link || !scan_.Has(*link)) return std::nullopt;
  if (dash && scan_.At(*link).glued != scan_.At(from).glued) {
    return std::nullopt;
  }
  auto last = ReadClock(scan_, *link);
  // "from 9:30 to 11", but two bare hours are a range of numbers.
  const bool bare_last = !last;
  if (!last) last = ReadBareHour(scan_, *link);
  if (!last || (bare_first && bare_last)) return std::nullopt;
  // "3-1 on Saturday evening" is a score: a dash wants "3-4 p.m.".
  if (bare_first && dash && !last->clock.has_minutes && !last->am_or_pm) {
    return std::nullopt;
  }
  if (!first->clock.settled && last->clock.settled) {
    MoveToAfternoon(first->clock, last->clock);
  }
  // One zone holds for both.
  if (first->clock.zone.empty()) first->clock.zone = last->clock.zone;
  Hours hours{Clocked(at, *first), Clocked(*link, *last)};
  return hours;
}

std::optional<MomentParser::Hours> MomentParser::ReadHours(
    uint32_t token) const {
  auto hours = HoursAt(token, scan_.OpensRange(token));
  if (!hours) return std::nullopt;
  if (const auto day = DayAfter(hours->last.limit_token)) {
    hours->first = OnDay(*day, hours->first);
    hours->last = OnDay(*day, hours->last);
    hours->last.limit_token = day->limit_token;
    hours->last.suffix_bytes = day->suffix_bytes;
  }
  return hours;
}

// "Thursday from 9:30 to 11", "tomorrow, 3-4 p.m."
std::optional<MomentParser::Hours> MomentParser::HoursOn(
    const DateParts& day) const {
  // "Thursday 9:30 - 11:00": the first hour was read with the day.
  uint32_t at = day.clock ? day.day_limit_token : day.limit_token;
  if (at == 0) return std::nullopt;
  if (scan_.IsComma(at)) ++at;
  const auto open = scan_.RangeWord(at, "open");
  at = open ? *open : scan_.Skip(at, {TimeRole::kAt});
  if (!scan_.Has(at)) return std::nullopt;
  auto hours = HoursAt(at, open.has_value());
  if (!hours) return std::nullopt;
  hours->first = OnDay(day, hours->first);
  hours->first.first_token = day.first_token;
  hours->first.day_limit_token = 0;
  hours->last = OnDay(day, hours->last);
  return hours;
}

}  // namespace crosscheck
