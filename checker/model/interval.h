#ifndef CROSSCHECK_CHECKER_MODEL_INTERVAL_H_
#define CROSSCHECK_CHECKER_MODEL_INTERVAL_H_

#include <optional>
#include <string>

#include "checker/model/decimal.h"

namespace crosscheck {

// The values a phrase allows: "more than 40" allows everything above 40, not
// 40. Either side may be absent (unbounded). low <= high always; MakeInterval
// refuses the rest, so no function here needs to check. No allocation.
//
//   Interval a = MoreThan(40);   // (40, +inf)
//   Interval b = Exactly(40);    // [40, 40]
//   Meets(a, b)                  // false: they touch but share no value
struct Interval {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool low_included = true;
  bool high_included = true;

  friend bool operator==(const Interval&, const Interval&) = default;
};

// nullopt when low > high, or when low == high and an end is excluded.
std::optional<Interval> MakeInterval(std::optional<Decimal> low,
                                     bool low_included,
                                     std::optional<Decimal> high,
                                     bool high_included);
Interval Exactly(const Decimal& value);
Interval AtLeast(const Decimal& value);
Interval AtMost(const Decimal& value);
Interval MoreThan(const Decimal& value);
Interval LessThan(const Decimal& value);
// [low, high]; the two are swapped when given the wrong way round.
Interval Between(const Decimal& low, const Decimal& high);
// What "5.6 million" allows when it is a rounded figure: half of the last
// written place either side, [5.55, 5.65) million. For a negative value the
// included end is the one nearer zero's far side, likewise half-open.
Interval Rounded(const Decimal& value, const Decimal& place);

// Do the two share a value?
bool Meets(const Interval& a, const Interval& b);
bool Holds(const Interval& interval, const Decimal& value);
// Is every value of `inner` in `outer`?
bool Within(const Interval& inner, const Interval& outer);
// The shared part; nullopt when they do not meet.
std::optional<Interval> Intersect(const Interval& a, const Interval& b);
// The distance between two that do not meet; nullopt when they do.
std::optional<Decimal> GapBetween(const Interval& a, const Interval& b);
// Multiplies both ends by a positive factor (unit conversion); nullopt on
// overflow.
std::optional<Interval> Times(const Interval& interval, const Decimal& factor);

// "[5550000, 5650000)", "(40, +inf)".
std::string ToString(const Interval& interval);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_INTERVAL_H_
