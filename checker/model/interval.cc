#include "checker/model/interval.h"

#include <utility>

namespace crosscheck {
namespace {

// Is the low end of `a` beyond the high end of `b`?
bool Above(const Interval& a, const Interval& b) {
  if (!a.low || !b.high) return false;
  if (*a.low != *b.high) return *a.low > *b.high;
  return !(a.low_included && b.high_included);
}

}  // namespace

std::optional<Interval> MakeInterval(std::optional<Decimal> low,
                                     bool low_included,
                                     std::optional<Decimal> high,
                                     bool high_included) {
  if (low && high) {
    if (*low > *high) return std::nullopt;
    if (*low == *high && !(low_included && high_included)) return std::nullopt;
  }
  return Interval{low, high, low_included, high_included};
}

Interval Exactly(const Decimal& value) { return {value, value, true, true}; }
Interval AtLeast(const Decimal& value) {
  return {value, std::nullopt, true, true};
}
Interval AtMost(const Decimal& value) {
  return {std::nullopt, value, true, true};
}
Interval MoreThan(const Decimal& value) {
  return {value, std::nullopt, false, true};
}
Interval LessThan(const Decimal& value) {
  return {std::nullopt, value, true, false};
}
Interval Between(const Decimal& low, const Decimal& high) {
  return low <= high ? Interval{low, high, true, true}
                     : Interval{high, low, true, true};
}

Interval Rounded(const Decimal& value, const Decimal& place) {
  const Decimal half(place.coefficient() * 5, place.exponent() - 1);
  const auto low = Subtract(value, half), high = Add(value, half);
  if (!low || !high) return Exactly(value);
  if (value.IsNegative()) return {low, high, false, true};
  return {low, high, true, false};
}

bool Meets(const Interval& a, const Interval& b) {
  return !Above(a, b) && !Above(b, a);
}

bool Holds(const Interval& interval, const Decimal& value) {
  return Meets(interval, Exactly(value));
}

bool Within(const Interval& inner, const Interval& outer) {
  if (outer.low) {
    if (!inner.low || *inner.low < *outer.low) return false;
    if (*inner.low == *outer.low && inner.low_included && !outer.low_included) {
      return false;
    }
  }
  if (outer.high) {
    if (!inner.high || *inner.high > *outer.high) return false;
    if (*inner.high == *outer.high && inner.high_included &&
        !outer.high_included) {
      return false;
    }
  }
  return true;
}

std::optional<Interval> Intersect(const Interval& a, const Interval& b) {
  if (!Meets(a, b)) return std::nullopt;
  Interval out = a;
  if (b.low && (!out.low || *b.low > *out.low)) {
    out.low = b.low;
    out.low_included = b.low_included;
  } else if (b.low && out.low && *b.low == *out.low) {
    out.low_included = out.low_included && b.low_included;
  }
  if (b.high && (!out.high || *b.high < *out.high)) {
    out.high = b.high;
    out.high_included = b.high_included;
  } else if (b.high && out.high && *b.high == *out.high) {
    out.high_included = out.high_included && b.high_included;
  }
  return out;
}

std::optional<Decimal> GapBetween(const Interval& a, const Interval& b) {
  if (Above(a, b)) return Subtract(*a.low, *b.high);
  if (Above(b, a)) return Subtract(*b.low, *a.high);
  return std::nullopt;
}

std::optional<Interval> Times(const Interval& interval, const Decimal& factor) {
  Interval out = interval;
  if (out.low) {
    out.low = Multiply(*out.low, factor);
    if (!out.low) return std::nullopt;
  }
  if (out.high) {
    out.high = Multiply(*out.high, factor);
    if (!out.high) return std::nullopt;
  }
  return out;
}

std::string ToString(const Interval& interval) {
  std::string out = interval.low && interval.low_included ? "[" : "(";
  out += interval.low ? interval.low->ToString() : "-inf";
  out += ", ";
  out += interval.high ? interval.high->ToString() : "+inf";
  out += interval.high && interval.high_included ? "]" : ")";
  return out;
}

}  // namespace crosscheck
