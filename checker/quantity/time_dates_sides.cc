// The part of DateParser that starts at a side of now ("last Friday", "this
// week"), and what is the last or nth of a period ("last Friday of October").
#include "checker/quantity/time_dates.h"
#include "checker/quantity/time_months.h"
#include "checker/quantity/time_sides.h"
#include "checker/quantity/time_years.h"

namespace crosscheck {
namespace {

// Units that name a stretch of the calendar ("last week", "this decade").
bool IsPeriod(TimeUnit unit) {
  return unit >= TimeUnit::kDay && unit != TimeUnit::kFortnight;
}

}  // namespace

// "of next week", من الأسبوع المقبل, "in October", "this week".
bool DateParser::TakePeriodOf(DateParts& parts) const {
  uint32_t at = parts.limit_token;
  if (scan_.Is(at, ",")) ++at;
  at = scan_.Skip(at, {TimeRole::kOf, TimeRole::kIn, TimeRole::kArticle});
  const auto from = scan_.Find(at, TimeRole::kBound);
  const bool week_only = from && from->value == 2;  // "Sunday from last week"
  if (week_only) at = from->limit_token;
  if (!scan_.Has(at)) return false;
  std::optional<DateParts> inner;
  for (const TimeWord& word : scan_.Words(at)) {
    if ((word.proclitics & ~kCliticThe) != 0) continue;
    if (const auto side = SideOf(word);
        side && word.place != TimePlace::kAfter) {
      Keep(SideFirst(at, word, *side), inner);
    }
    if (word.role == TimeRole::kUnit) {
      Keep(UnitFirst(at, word, parts.nth.has_value()), inner);
    }
    if (word.role == TimeRole::kMonth && at > parts.limit_token) {
      Keep(ReadMonth(scan_, at, word, true), inner);
    }
  }
  if (!inner && at > parts.limit_token) inner = ReadNumberedMonth(scan_, at);
  if (!inner && at > parts.limit_token) inner = YearFirst(at, true);
  if (!inner || inner->day || inner->weekday || inner->day_shift) {
    return false;
  }
  const bool week = inner->unit == TimeUnit::kWeek;
  if (!week && (!parts.nth || week_only)) return false;
  if (inner->unit) {
    if (week) {
      parts.week_shift = inner->shift;
    } else if (inner->unit == TimeUnit::kMonth) {
      parts.month_shift = inner->shift;
    } else if (inner->unit == TimeUnit::kYear) {
      parts.year_shift = inner->shift;
    } else {
      return false;
    }
  } else {
    parts.year = inner->year;
    parts.month = inner->month;
    parts.year_shift = inner->year_shift;
    parts.side = inner->side;
    if (!parts.year && !parts.month) return false;
  }
  parts.limit_token = inner->limit_token;
  parts.suffix_bytes = inner->suffix_bytes;
  for (std::string_view rule : inner->rules) parts.rules.push_back(rule);
  return true;
}

// "last Friday of October", "last weekend in May": the last one in a period.
std::optional<DateParts> DateParser::LastOf(const DateParts& named) const {
  DateParts last = named;
  last.nth = -1;
  last.side = TimeSide::kNone;
  last.shift = 0;
  const bool joined =
      scan_.Skip(last.limit_token, {TimeRole::kOf, TimeRole::kIn}) >
      last.limit_token;
  if (!joined || !TakePeriodOf(last)) return std::nullopt;
  return last;
}

// "last quarter of 2012", "last month of the year".
std::optional<DateParts> DateParser::LastPartOfYear(const DateParts& named,
                                                    TimeUnit unit) const {
  DateParts last = named;
  last.side = TimeSide::kNone;
  last.shift = 0;
  if (unit == TimeUnit::kQuarter) last.quarter = 4;
  if (unit == TimeUnit::kHalf) last.half = 2;
  if (unit == TimeUnit::kMonth) last.month = 12;
  const bool part = last.quarter || last.half || last.month;
  const bool of = scan_.Find(last.limit_token, TimeRole::kOf).has_value();
  if (!part || !of || !TakeYear(scan_, last)) return std::nullopt;
  return last;
}

std::optional<DateParts> DateParser::SideFirst(uint32_t token,
                                               const TimeWord& word,
                                               TimeSide side) const {
  const uint32_t at = word.limit_token;
  if (!scan_.Has(at)) return std::nullopt;
  std::optional<DateParts> best;
  // "this coming week", "this past Monday": the second says which.
  if (side == TimeSide::kThis) {
    for (const TimeWord& second : scan_.Words(at)) {
      const auto other = SideOf(second);
      if (!other || second.place == TimePlace::kAfter ||
          (*other != TimeSide::kLast && *other != TimeSide::kNext)) {
        continue;
      }
      auto date = SideFirst(at, second, *other);
      if (!date) continue;
      date->first_token = token;
      date->rules.insert(date->rules.begin(), scan_.Id(word));
      return date;
    }
  }
  const auto begin = [&](const TimeWord& second) {
    DateParts parts = scan_.Begin(token, word);
    scan_.Use(second, parts);
    parts.side = side;
    parts.shift = Steps(word, side);
    return parts;
  };
  // "ذلك العام", not "ذلك عام 1940": a word of its own there.
  const bool definite = word.kind == "definite";
  // "آخر يوم" is not yesterday, but the last of some.
  const bool only_nth = word.kind == "only_nth";
  for (const TimeWord& second : scan_.Words(at)) {
    if ((second.proclitics & ~kCliticThe) != 0) continue;
    if (definite &&
        (second.proclitics == 0 || second.role == TimeRole::kWeekday)) {
      continue;
    }
    switch (second.role) {
      case TimeRole::kUnit: {
        if (second.dual || second.kind == "plural") break;
        // "هذا يوم تاريخي": this is a day.
        if (word.kind == "the_unit" && second.proclitics == 0) break;
        DateParts parts = begin(second);
        const TimeUnit unit = UnitOf(second);
        if (!IsPeriod(unit) && unit != TimeUnit::kNight) break;
        if (unit == TimeUnit::kNight && (side == TimeSide::kThat || only_nth)) {
          break;
        }
        if (unit == TimeUnit::kNight) {
          parts.day_shift = parts.shift;
          parts.daypart = Daypart{true, "night"};
          Keep(std::move(parts), best);
          break;
        }
        // "last week of 2015", "last day of October".
        if (side == TimeSide::kLast) {
          DateParts last = parts;
          last.nth = -1;
          last.side = TimeSide::kNone;
          last.unit = unit;
          last.shift = 0;
          if ((unit == TimeUnit::kWeek || unit == TimeUnit::kDay) &&
              scan_.Skip(last.limit_token, {TimeRole::kOf}) >
                  last.limit_token &&
              TakePeriodOf(last)) {
            Keep(std::move(last), best);
            break;
          }
        }
        if (unit == TimeUnit::kDay &&
            (side == TimeSide::kThat || only_nth ||
             SenseOf(scan_, token, word, second) != PeriodSense::kCalendar)) {
          break;
        }
        if (unit == TimeUnit::kDay) {
          parts.day_shift = parts.shift;
          Keep(std::move(parts), best);
          break;
        }
        // "the last quarter of 2012".
        if (side == TimeSide::kLast) {
          if (auto last = LastPartOfYear(parts, unit)) {
            Keep(std::move(last), best);
            break;
          }
        }
        if (only_nth) break;
        const PeriodSense sense = SenseOf(scan_, token, word, second);
        if (sense == PeriodSense::kLength || sense == PeriodSense::kNone) break;
        if (sense == PeriodSense::kTold) parts.side = TimeSide::kThat;
        parts.unit = unit;
        if (const auto fiscal =
                scan_.Find(parts.limit_token, TimeRole::kFiscal)) {
          scan_.Use(*fiscal, parts);
          parts.fiscal = true;
        }
        // "this week Friday".
        if (unit == TimeUnit::kWeek) TakeWeekdayOfWeek(parts);
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kMonth: {
        const Token& name = scan_.At(at);
        if (second.weak && name.script == Script::kLatin && !name.capital) {
          break;  // "hard as this may be"
        }
        // "In this June 18, 2018, photo": the day is not of "this".
        if (side == TimeSide::kThis || side == TimeSide::kThat) {
          const auto dated = ReadMonth(scan_, at, second, true);
          if (dated && dated->day) break;
        }
        DateParts parts = begin(second);
        parts.month = second.value;
        parts.hijri = second.hijri;
        // A year of its own: "back in January 2014".
        if (TakeYear(scan_, parts) && parts.year) break;
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kWeekday: {
        // "said that Friday's vote"
        if (side == TimeSide::kThat && second.suffix_bytes > 0) break;
        if (only_nth) break;  // "حفل آخر الثلاثاء": another, on Tuesday
        DateParts parts = begin(second);
        parts.weekday = second.value;
        if (auto last = LastOf(parts); side == TimeSide::kLast && last) {
          Keep(std::move(last), best);
          break;
        }
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kWeekdays: {  // آخر خميس من نوفمبر
        DateParts parts = begin(second);
        parts.weekday = second.value;
        if (side == TimeSide::kLast) Keep(LastOf(parts), best);
        break;
      }
      case TimeRole::kSeason: {
        DateParts parts = begin(second);
        parts.season = second.value;
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kWeekend: {
        DateParts parts = begin(second);
        parts.weekend = true;
        if (auto last = LastOf(parts); side == TimeSide::kLast && last) {
          Keep(std::move(last), best);
          break;
        }
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kHoliday: {
        DateParts parts = Feast(at, second);
        parts.first_token = token;
        parts.side = side;
        parts.rules.insert(parts.rules.begin(), scan_.Id(word));
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kDaypart: {
        if (side == TimeSide::kThat || only_nth) break;
        DateParts parts = begin(second);
        parts.day_shift = parts.shift;
        if (second.kind != "clock") parts.daypart = DaypartOf(second);
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kPeriod: {
        if (side != TimeSide::kThat) break;
        DateParts parts = begin(second);
        parts.same_period = true;
        if (TakeYear(scan_, parts)) Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kFiscal: {
        DateParts parts = begin(second);
        parts.fiscal = true;
        parts.unit = TimeUnit::kYear;
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kDay:
        break;
      default:
        break;
    }
  }
  return best;
}

}  // namespace crosscheck
