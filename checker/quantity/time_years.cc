#include "checker/quantity/time_years.h"

#include <optional>
#include <utility>

#include "checker/quantity/time_sides.h"

namespace crosscheck {

bool YearMayStand(const TimeScan& scan, uint32_t token) {
  for (TimeRole role : {TimeRole::kIn, TimeRole::kBound, TimeRole::kOf,
                        TimeRole::kPart, TimeRole::kYearNoun, TimeRole::kSeason,
                        TimeRole::kFiscal, TimeRole::kHoliday}) {
    uint32_t first = token;
    // Of "more than" in some languages the last word alone stands before a
    // year.
    if (!scan.FindBefore(token, role, &first)) continue;
    const auto bound = scan.BoundBefore(token);
    if (!bound || first <= *bound) return true;
  }
  return false;
}

bool TakeEra(const TimeScan& scan, DateParts& parts) {
  const auto era = scan.Find(parts.limit_token, TimeRole::kEra);
  if (!era || !parts.year) return false;
  if (era->value == 2) parts.hijri = true;
  if (era->value == -1) parts.year = 1 - *parts.year;
  scan.Use(*era, parts);
  return true;
}

bool TakeYearNumber(const TimeScan& scan, uint32_t token, DateParts& parts) {
  // "’24"; "the summer of ’68" is of the last century.
  constexpr int kFirstOfLastCentury = 30;
  if (scan.Is(token, "'") && scan.Has(token + 1) && scan.At(token + 1).glued &&
      scan.Text(token + 1).size() == 2) {
    const int two = scan.Digits(token + 1, 2);
    if (two < 0) return false;
    parts.year = (two < kFirstOfLastCentury ? 2000 : 1900) + two;
    parts.two_digit_year = true;
    parts.limit_token = token + 2;
    parts.suffix_bytes = 0;
    return true;
  }
  const auto year = scan.ReadYear(token);
  if (!year || scan.IsCount(year->limit_token)) return false;
  parts.year = year->value;
  parts.limit_token = year->limit_token;
  parts.suffix_bytes = 0;
  TakeEra(scan, parts);
  return true;
}

bool TakeYear(const TimeScan& scan, DateParts& parts) {
  const uint32_t from = parts.limit_token;
  DateParts with = parts;
  uint32_t at = from;
  if (scan.IsComma(at)) ++at;
  at = scan.Skip(at, {TimeRole::kOf, TimeRole::kIn, TimeRole::kArticle});
  if (!scan.Has(at)) return false;
  if (TakeYearNumber(scan, at, with)) {
    parts = std::move(with);
    return true;
  }
  // A word for the year, perhaps with a number or a side after it.
  uint32_t unit_at = at;
  std::optional<TimeWord> before;
  for (const TimeWord& word : scan.Words(at)) {
    if (SideOf(word) && word.place != TimePlace::kAfter) {
      before = word;
      unit_at = word.limit_token;
      break;
    }
  }
  for (const TimeWord& word : scan.Words(unit_at)) {
    if (!scan.Has(unit_at)) break;
    if (word.role == TimeRole::kFiscal) {
      with.fiscal = true;
      with.limit_token = word.limit_token;
      if (TakeYearNumber(scan, word.limit_token, with)) {
        parts = std::move(with);
        return true;
      }
      if (before) {
        with.year_shift = Steps(*before, *SideOf(*before));
        parts = std::move(with);
        return true;
      }
    }
    if (word.role != TimeRole::kUnit || UnitOf(word) != TimeUnit::kYear ||
        word.dual) {
      continue;
    }
    scan.Use(word, with);
    if (before) {
      with.rules.push_back(scan.Id(*before));
      with.year_shift = Steps(*before, *SideOf(*before));
      if (*SideOf(*before) == TimeSide::kThat) with.side = TimeSide::kThat;
      parts = std::move(with);
      return true;
    }
    if (const auto fiscal = scan.Find(with.limit_token, TimeRole::kFiscal)) {
      with.fiscal = true;
      scan.Use(*fiscal, with);
    }
    if (TakeYearNumber(scan, with.limit_token, with)) {
      parts = std::move(with);
      return true;
    }
    if (const auto side = SideAfter(scan, with.limit_token)) {
      scan.Use(side->word, with);
      with.year_shift = side->shift;
      if (side->side == TimeSide::kThat) with.side = TimeSide::kThat;
      with.year_told = side->word.kind == "told";
      parts = std::move(with);
      return true;
    }
    // "of the year": this one.
    const auto article = scan.Find(at - 1, TimeRole::kArticle);
    if (at > from &&
        (word.proclitics & kCliticThe || (article && article->kind != "one"))) {
      with.year_shift = 0;
      parts = std::move(with);
      return true;
    }
  }
  return false;
}

}  // namespace crosscheck
