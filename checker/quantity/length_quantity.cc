#include "checker/quantity/length_quantity.h"

#include <string_view>
#include <utility>

#include "checker/quantity/iso_length.h"
#include "checker/quantity/modality_reader.h"
#include "checker/quantity/time_periods.h"

namespace crosscheck {
namespace {

// How many of `finer` make one of `unit`; 0 where that is not fixed.
int Ratio(TimeUnit unit, TimeUnit finer) {
  struct Row {
    TimeUnit unit, finer;
    int ratio;
  };
  static constexpr Row kRows[] = {
      {TimeUnit::kYear, TimeUnit::kMonth, 12},
      {TimeUnit::kWeek, TimeUnit::kDay, 7},
      {TimeUnit::kDay, TimeUnit::kHour, 24},
      {TimeUnit::kDay, TimeUnit::kMinute, 1440},
      {TimeUnit::kHour, TimeUnit::kMinute, 60},
      {TimeUnit::kHour, TimeUnit::kSecond, 3600},
      {TimeUnit::kMinute, TimeUnit::kSecond, 60},
  };
  for (const Row& row : kRows) {
    if (row.unit == unit && row.finer == finer) return row.ratio;
  }
  return 0;
}

// The unit a duration is kept in, and what one of `unit` is there.
std::pair<TimeUnit, int> KeptIn(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kFortnight:
      return {TimeUnit::kWeek, 2};
    case TimeUnit::kHalf:
      return {TimeUnit::kMonth, 6};
    case TimeUnit::kQuarter:
    case TimeUnit::kSeason:
      return {TimeUnit::kMonth, 3};
    case TimeUnit::kMillennium:
      return {TimeUnit::kCentury, 10};
    case TimeUnit::kWeekend:
      return {TimeUnit::kDay, 2};
    default:
      return {unit, 1};
  }
}

// Days of "the past two years": up to the publication day, or from it.
void SetLengthDays(const LengthParts& parts,
                   const std::optional<IsoDate>& published, Quantity& out) {
  if (!published || !IsBounded(published->days)) return;
  const Decimal amount = parts.value ? *parts.value : parts.high;
  const Day day = Middle(published->days);
  const bool back = parts.side == TimeSide::kLast;
  const auto end = Move(day, amount, parts.unit, back);
  if (!end) return;
  out.days = back ? DayRange{end, day} : DayRange{day, end};
}

}  // namespace

Quantity ToQuantity(const TimeScan& scan, const LengthParts& parts,
                    const std::optional<IsoDate>& published) {
  const auto& tokens = scan.document().tokens;
  Quantity out;
  out.kind = QuantityKind::kDuration;
  out.first_token = parts.first_token;
  out.limit_token = parts.limit_token;
  out.core = {tokens[parts.core_first_token].raw.begin,
              tokens[parts.limit_token - 1].raw.end};
  const Token& first = tokens[parts.core_first_token];
  if (parts.prefix_bytes > 0 && Length(first.raw) == first.end - first.begin) {
    out.core.begin += parts.prefix_bytes;
  }
  out.span = out.core;
  if (parts.first_token < parts.core_first_token) {
    out.span.begin = tokens[parts.first_token].raw.begin;
  }
  out.in_words = parts.in_words;
  out.implied_one = parts.implied_one;
  out.unit.dimension = Dimension::kTime;
  const auto [unit, factor] = KeptIn(parts.unit);
  const auto scaled = [factor = factor](const Decimal& value) {
    return Multiply(value, factor).value_or(value);
  };
  out.unit.id = ToString(unit);
  out.iso = IsoLength(parts);
  if (parts.range) {
    out.modality = Modality::kRange;
    out.range = Between(scaled(parts.low), scaled(parts.high));
  } else if (parts.vague) {
    out.vague = true;
    out.modality =
        parts.high > parts.low ? Modality::kRange : Modality::kAtLeast;
    out.range =
        parts.high > parts.low
            ? Interval{scaled(parts.low), scaled(parts.high), true, false}
            : AtLeast(scaled(parts.low));
  } else {
    Decimal value = scaled(*parts.value);
    // A half said in words is rounded to halves, not to tenths.
    Decimal place = parts.in_words && !value.IsInteger() ? Decimal(5, -1)
                                                         : value.LastPlace();
    TimeUnit finest = unit;
    for (const LengthParts::Part& part : parts.more) {
      const int ratio = Ratio(finest, part.unit);
      const auto finer = ratio > 0 ? Multiply(value, ratio) : std::nullopt;
      const auto sum = finer ? Add(*finer, part.value) : std::nullopt;
      if (!sum) break;
      value = *sum;
      place = value.LastPlace();
      finest = part.unit;
      out.unit.id = ToString(finest);
    }
    out.value = value;
    out.range = Rounded(value, place);
    Loosen(parts.bound, out);
  }
  for (std::string_view rule : parts.rules) out.rules.push_back(rule);
  if (parts.side != TimeSide::kNone) {
    out.relative = true;
    SetLengthDays(parts, published, out);
  }
  return out;
}

}  // namespace crosscheck
