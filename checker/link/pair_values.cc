#include "checker/link/pair_values.h"

#include <algorithm>

#include "checker/model/clock_time.h"
#include "checker/model/digits.h"
#include "checker/model/time_unit.h"

namespace crosscheck {
namespace {

constexpr int kNearMinutes = 120;

// A time of day without a day may be of any.
bool DaysMayMeet(const Quantity& a, const Quantity& b) {
  return !IsBounded(a.days) || !IsBounded(b.days) || Meets(a.days, b.days);
}

// "From 1965 to 1981" and "1967 to 1981": who gives one end alike speaks of
// one span.
bool ShareOneEnd(const Quantity& x, const Quantity& y) {
  if (x.kind == QuantityKind::kDate) {
    return IsSpan(x) && IsSpan(y) && IsBounded(x.days) && IsBounded(y.days) &&
           (x.days.first == y.days.first) != (x.days.last == y.days.last);
  }
  return x.modality == Modality::kRange && y.modality == Modality::kRange &&
         !x.vague && !y.vague && x.unit.id == y.unit.id && x.range.low &&
         x.range.high && y.range.low && y.range.high &&
         (x.range.low == y.range.low) != (x.range.high == y.range.high);
}

void ReadClocks(const ClockTime& x, const ClockTime& y, PairSigns& signs) {
  const int apart = MinutesApart(x, y);
  if (apart == 0) {
    signs[LinkSign::kSameValue] = 1;
  } else if (Meets(x, y)) {
    signs[LinkSign::kCloseValue] = 1;
  } else if (apart <= kNearMinutes) {
    signs[LinkSign::kNearValue] = 1;
  }
}

// Who writes both in one article means two things. The years of news are few:
// they count as two digits; and ages are fewer still.
void ReadSwapped(const Decimal& x, const Decimal& y, PairSigns& signs) {
  if (signs[LinkSign::kSameArticle] != 0 || signs[LinkSign::kAge] != 0) return;
  const int most = signs[LinkSign::kDate] != 0 ? 1 : 2;
  signs[LinkSign::kSwappedDigits] =
      static_cast<int16_t>(std::clamp(SwappedDigits(x, y) - 1, 0, most));
}

}  // namespace

std::optional<Decimal> StatedValue(const Quantity& figure) {
  const auto value = figure.value ? figure.value : figure.range.low;
  if (!value || figure.kind == QuantityKind::kDate) return std::nullopt;
  if (figure.kind == QuantityKind::kDuration) {
    const auto seconds = SecondsOf(figure.unit.id);
    return seconds ? Multiply(*value, *seconds) : std::nullopt;
  }
  return Multiply(*value, figure.unit.factor);
}

bool Comparable(const RatedClaim& rated_a, const RatedClaim& rated_b) {
  const Quantity& a = rated_a.figure();
  const Quantity& b = rated_b.figure();
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case QuantityKind::kQuantity:
      return a.unit.quantity == b.unit.quantity;
    case QuantityKind::kPercent:
      return a.unit.id == b.unit.id;
    case QuantityKind::kDate: {
      const bool clock_a = rated_a.clock->has_value();
      const bool clock_b = rated_b.clock->has_value();
      return clock_a == clock_b &&
             (clock_a || (!a.unresolved && !b.unresolved));
    }
    default:
      return true;
  }
}

bool ValuesMeet(const RatedClaim& rated_a, const RatedClaim& rated_b) {
  const Quantity& a = rated_a.figure();
  const Quantity& b = rated_b.figure();
  if (a.kind == QuantityKind::kDate) {
    const auto& clock_a = *rated_a.clock;
    const auto& clock_b = *rated_b.clock;
    if (clock_a && clock_b) {
      return DaysMayMeet(a, b) && Meets(*clock_a, *clock_b);
    }
    // "A year ago" allows too much for its days alone to decide.
    if ((a.relative || b.relative) && a.iso != b.iso) return false;
    return Meets(a.days, b.days) &&
           (!IsSpan(a) || !IsSpan(b) || a.iso == b.iso);
  }
  if (a.kind == QuantityKind::kDuration && a.unit.id != b.unit.id) {
    const auto u = SecondsOf(a.unit.id), v = SecondsOf(b.unit.id);
    if (!u || !v) return a.iso == b.iso;
    const auto x = Times(a.range, *u), y = Times(b.range, *v);
    return x && y && Meets(*x, *y);
  }
  if (a.kind == QuantityKind::kScore) return a.iso == b.iso;
  if (a.unit.factor != b.unit.factor) {
    const auto x = Times(a.range, a.unit.factor);
    const auto y = Times(b.range, b.unit.factor);
    return x && y && Meets(*x, *y);
  }
  return Meets(a.range, b.range);
}

void ReadValues(const RatedClaim& a, const RatedClaim& b, PairSigns& signs) {
  const Quantity& x = a.figure();
  const Quantity& y = b.figure();
  signs[LinkSign::kSharedEnd] = ShareOneEnd(x, y);
  if (x.kind == QuantityKind::kDate) {
    const auto& clock_x = *a.clock;
    const auto& clock_y = *b.clock;
    if (clock_x && clock_y) {
      if (DaysMayMeet(x, y)) ReadClocks(*clock_x, *clock_y, signs);
      return;
    }
    if (x.iso == y.iso && Meets(x.days, y.days)) {
      signs[LinkSign::kSameValue] = 1;
    } else if (Meets(x.days, y.days)) {
      signs[LinkSign::kCloseValue] = 1;
    } else if (IsBounded(x.days) && IsBounded(y.days)) {
      const YearMonthDay u = ToYearMonthDay(*x.days.first);
      const YearMonthDay v = ToYearMonthDay(*y.days.first);
      if (u.month == v.month && u.day == v.day) {
        ReadSwapped(Decimal(u.year), Decimal(v.year), signs);
      }
    }
    return;
  }
  const std::optional<Decimal>& p = *a.stated;
  const std::optional<Decimal>& q = *b.stated;
  if (!p || !q) return;
  if (*p == *q) {
    signs[LinkSign::kSameValue] = 1;
  } else {
    const Decimal larger = std::max(p->Abs(), q->Abs());
    const Decimal smaller = std::min(p->Abs(), q->Abs());
    const auto share =
        larger.IsZero() ? std::nullopt : Divide(smaller, larger, 3);
    if (share && *share >= Decimal(9, -1)) {
      signs[LinkSign::kCloseValue] = 1;
    } else if (share && *share >= Decimal(5, -1)) {
      signs[LinkSign::kNearValue] = 1;
    } else if (share && *share <= Decimal(1, -1)) {
      // The same digits in another size are a slip of the scale, or of the
      // pen.
      const Decimal u = p->Reduced(), v = q->Reduced();
      const bool same = (u.coefficient() == v.coefficient() &&
                         u.Abs() > Decimal(9, u.exponent())) ||
                        DropsDigit(u, v) || DropsDigit(v, u);
      signs[same ? LinkSign::kSameDigits : LinkSign::kFarValue] = 1;
    }
  }
  if (x.value && y.value) ReadSwapped(*x.value, *y.value, signs);
  const Decimal u = (x.value ? *x.value : *x.range.low).Abs();
  const Decimal v = (y.value ? *y.value : *y.range.low).Abs();
  signs[LinkSign::kSmallValue] = std::max(u, v) < Decimal(5);
  signs[LinkSign::kLargeValue] = std::min(u, v) >= Decimal(100);
}

}  // namespace crosscheck
