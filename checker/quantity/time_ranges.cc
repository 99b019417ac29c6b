#include "checker/quantity/time_ranges.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "checker/quantity/time_periods.h"

namespace crosscheck {
namespace {

template <typename T>
void Share(std::optional<T>& a, std::optional<T>& b) {
  if (!a)
    a = b;
  else if (!b)
    b = a;
}

// "From January to March", told in September: not next year's January. Of the
// two ends each was the nearest of its name; the period that is over is meant
// unless the coming one is much nearer.
bool IsRatherPast(Day coming, Day over, const TimeContext& context) {
  constexpr int kMuch = 2;
  if (context.future || !context.published ||
      !IsBounded(context.published->days)) {
    return false;
  }
  const Day now = Middle(context.published->days);
  return now.number - over.number < kMuch * (coming.number - now.number);
}

}  // namespace

ResolvedDate ResolveRange(DateParts first, DateParts last,
                          const TimeContext& context) {
  // "2020-23": the two digits go on from the first year.
  if (last.bare_day && first.year && !first.month && !first.day) {
    const int year = *first.year / 100 * 100 + *last.day;
    if (year > *first.year) {
      last.day.reset();
      last.bare_day = false;
      last.year = year;
    }
  }
  if (first.day || last.day) {
    if (first.bare_day || last.bare_day || (first.day && last.day)) {
      Share(first.month, last.month);
      if (!first.hijri) first.hijri = last.hijri;
      if (!last.hijri) last.hijri = first.hijri;
      Share(first.month_shift, last.month_shift);
    }
  }
  // "9:30 to 11 on Thursday": both hours are of that day.
  if (first.HasClockOnly() && last.clock && last.HasDate()) {
    const ClockParts clock = *first.clock;
    first = last;
    first.clock = clock;
  } else if (last.HasClockOnly() && first.clock && first.HasDate()) {
    const ClockParts clock = *last.clock;
    last = first;
    last.clock = clock;
  }
  // "between 2100 and 1600 BC"
  if (first.year && last.year && *first.year > 0 && *last.year <= 0 &&
      !first.month && !last.month) {
    first.year = 1 - *first.year;
  }
  const bool had_year = first.year || first.year_shift;
  if (!first.HasDate() || first.month || first.day || first.quarter ||
      first.half || first.season) {
    Share(first.year, last.year);
    if (!first.year) Share(first.year_shift, last.year_shift);
    if (first.side == TimeSide::kNone) first.side = last.side;
    if (last.side == TimeSide::kNone && !last.year) last.side = first.side;
  }
  Share(first.week_shift, last.week_shift);
  ResolvedDate a = Resolve(first, context);
  ResolvedDate b = Resolve(last, context);
  // From October to March: the second lies in the next year.
  if (IsBounded(a.days) && IsBounded(b.days) && *b.days.last < *a.days.first) {
    if (first.month && last.month && first.year && last.year && !had_year) {
      first.year = *first.year - 1;
      a = Resolve(first, context);
    } else if (first.month && last.month && last.year && had_year) {
      last.year = *last.year + 1;
      b = Resolve(last, context);
    } else if (first.month && last.month && !first.year) {
      const int turn = *first.month > *last.month ? 1 : 0;
      if (!first.year_shift &&
          IsRatherPast(*a.days.first, *b.days.last, context)) {
        first.year = ToYearMonthDay(*b.days.last).year - turn;
        a = Resolve(first, context);
      } else {
        last.year = ToYearMonthDay(*a.days.first).year + turn;
        b = Resolve(last, context);
      }
    } else if (first.weekday && last.weekday) {
      // Monday to Friday: the Monday before that Friday.
      a.days = {AddDays(*a.days.first, -7), AddDays(*a.days.last, -7)};
      a.iso = ToIsoDate(*a.days.first);
    }
  }
  ResolvedDate out;
  out.days = {a.days.first, b.days.last};
  out.granularity = std::max(a.granularity, b.granularity);
  if (a.granularity == Granularity::kUnknown) out.granularity = b.granularity;
  out.relative = a.relative || b.relative;
  out.unresolved = a.unresolved || b.unresolved;
  out.doubt = !a.doubt.empty() ? a.doubt : b.doubt;
  const auto end = [](const std::string& iso, bool front) {
    const size_t slash = iso.find('/');
    if (slash == std::string::npos) return iso;
    return front ? iso.substr(0, slash) : iso.substr(slash + 1);
  };
  if (!a.iso.empty() && !b.iso.empty()) {
    out.iso = end(a.iso, true) + "/" + end(b.iso, false);
  }
  if (IsBounded(out.days) && *out.days.last < *out.days.first) {
    out.disordered = true;
  }
  return out;
}

}  // namespace crosscheck
