// The part of DateParser that starts at an ordinal: the nth quarter, week,
// weekday … of a period, counted from either end of it.
#include "checker/quantity/time_dates.h"
#include "checker/quantity/time_years.h"

namespace crosscheck {

// `parts` holds the ordinal alone.
void DateParser::NthFirst(const SmallNumber& number, const DateParts& parts,
                          std::optional<DateParts>& best) const {
  // "third quarter of 2024", "21st century", "first Sunday of October".
  uint32_t at = parts.limit_token;
  int nth = number.value;
  // "third last", "second to last": counted from the end.
  {
    const auto to = scan_.RangeWord(at, "to");
    const uint32_t last_at = to ? *to : at;
    const auto last = scan_.Find(last_at, TimeRole::kLast);
    if (last && last->place == TimePlace::kBefore) {
      nth = -nth;
      at = last->limit_token;
    }
  }
  const auto unit = scan_.Find(at, TimeRole::kUnit);
  if (unit && !unit->dual && unit->kind != "plural") {
    DateParts named = parts;
    named.limit_token = unit->limit_token;
    named.suffix_bytes = unit->suffix_bytes;
    named.rules.push_back(scan_.Id(*unit));
    switch (UnitOf(*unit)) {
      case TimeUnit::kQuarter:
        if (number.value > 4 || nth < 0) break;
        named.quarter = number.value;
        TakeYear(scan_, named);
        Keep(std::move(named), best);
        break;
      case TimeUnit::kHalf:
        if (number.value > 2 || nth < 0) break;
        named.half = number.value;
        // "the first half" alone is half of anything.
        if (TakeYear(scan_, named)) Keep(std::move(named), best);
        break;
      case TimeUnit::kCentury: {
        if (number.value > 30 || nth < 0) break;
        named.century = number.value;
        if (const auto era = scan_.Find(named.limit_token, TimeRole::kEra);
            era && era->value == -1) {
          break;
        }
        Keep(std::move(named), best);
        break;
      }
      case TimeUnit::kWeek:
        named.nth = nth;
        named.unit = TimeUnit::kWeek;
        if (number.value <= 53 && TakePeriodOf(named)) {
          Keep(std::move(named), best);
        }
        break;
      case TimeUnit::kDay: {
        // أول يوم جمعة من يوليو, "the third day of October"
        at = unit->limit_token;
        named.nth = nth;
        named.unit = TimeUnit::kDay;
        if (number.value <= 31 && TakePeriodOf(named)) {
          Keep(std::move(named), best);
        }
        break;
      }
      default:
        break;
    }
  }
  if (const auto weekend = scan_.Find(at, TimeRole::kWeekend)) {
    DateParts named = parts;
    named.limit_token = weekend->limit_token;
    named.rules.push_back(scan_.Id(*weekend));
    named.weekend = true;
    named.nth = nth;
    if (number.value <= 5 && TakePeriodOf(named)) {
      Keep(std::move(named), best);
    }
  }
  auto weekday = scan_.Find(at, TimeRole::kWeekday);
  // أول خميس: the name without its article.
  if (!weekday) weekday = scan_.Find(at, TimeRole::kWeekdays);
  if (weekday) {
    DateParts named = parts;
    named.limit_token = weekday->limit_token;
    named.rules.push_back(scan_.Id(*weekday));
    named.weekday = weekday->value;
    named.nth = nth;
    if (number.value <= 5 && TakePeriodOf(named)) {
      Keep(std::move(named), best);
    }
  }
}

// "the 19th of this month", التاسع عشر من هذا الشهر, 19 من الشهر الماضي.
void DateParser::TakeDayOfMonth(const SmallNumber& number,
                                const DateParts& parts,
                                std::optional<DateParts>& best) const {
  const uint32_t of =
      scan_.Skip(parts.limit_token, {TimeRole::kOf, TimeRole::kArticle});
  if (!scan_.Has(of)) return;
  for (const TimeWord& word : scan_.Words(of)) {
    std::optional<DateParts> period;
    if (word.role == TimeRole::kThis || word.role == TimeRole::kLast ||
        word.role == TimeRole::kNext) {
      const TimeSide side = word.role == TimeRole::kThis   ? TimeSide::kThis
                            : word.role == TimeRole::kLast ? TimeSide::kLast
                                                           : TimeSide::kNext;
      if (word.place != TimePlace::kAfter) {
        period = SideFirst(of, word, side);
      }
    } else if (word.role == TimeRole::kUnit) {
      period = UnitFirst(of, word, false);
    }
    if (!period || period->unit != TimeUnit::kMonth) continue;
    DateParts dated = parts;
    dated.day = number.value;
    dated.side =
        period->side == TimeSide::kThat ? TimeSide::kThat : TimeSide::kNone;
    dated.month_shift = period->shift;
    dated.limit_token = period->limit_token;
    dated.rules = period->rules;
    Keep(std::move(dated), best);
  }
}

}  // namespace crosscheck
