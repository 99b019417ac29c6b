#include "checker/compare/slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "checker/model/decimal.h"
#include "checker/model/digits.h"
#include "checker/model/time_scope.h"

namespace crosscheck {
namespace {

bool DifferInOneDigit(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  int differ = 0;
  for (size_t i = 0; i < a.size(); ++i) differ += a[i] != b[i];
  return differ == 1;
}

}  // namespace

std::string LikelySlip(const Quantity& a, const Quantity& b) {
  if (!a.value || !b.value || a.value->IsZero() || b.value->IsZero()) return "";
  const Decimal x = a.value->Reduced(), y = b.value->Reduced();
  if (a.kind != QuantityKind::kCount && a.unit.id != b.unit.id) {
    if (x == y && a.kind == QuantityKind::kQuantity) {
      return fmt::format("{} for {}", a.unit.id, b.unit.id);
    }
    return "";
  }
  if (x.coefficient() == y.coefficient()) {
    const int apart = std::abs(x.exponent() - y.exponent());
    const Decimal& larger = std::max(x, y);
    const bool billions = larger >= Decimal(1, 9);
    if (apart == 3 && billions && larger < Decimal(1, 12)) {
      return "million for billion";
    }
    if (apart == 3 && !billions && larger >= Decimal(1, 6)) {
      return "thousand for million";
    }
    if (apart == 3) return "a factor of 1000";
    if (apart == 2) return "a factor of 100";
    if (apart == 1) return "a factor of 10";
    return "";
  }
  return SwappedDigits(x, y) > 0 ? "digits swapped" : "";
}

std::string LikelyDateSlip(const Quantity& a, const Quantity& b) {
  if (!IsBounded(a.days) || !IsBounded(b.days)) return "";
  const YearMonthDay x = ToYearMonthDay(*a.days.first);
  const YearMonthDay y = ToYearMonthDay(*b.days.first);
  const bool same_day = x.month == y.month && x.day == y.day;
  const int years = std::abs(x.year - y.year);
  // A Hijri year is 579 to 622 behind the Gregorian one of news text.
  if (years >= 570 && years <= 622) return "Hijri for Gregorian year";
  if (years == 0 && x.day == y.month && x.month == y.day &&
      a.granularity == Granularity::kDay &&
      b.granularity == Granularity::kDay) {
    return "day and month swapped";
  }
  if (!same_day || years == 0) return "";
  if (years == 1) return "a neighbouring year";
  if (SwappedDigits(Decimal(x.year), Decimal(y.year)) > 0) {
    return "digits of the year swapped";
  }
  if (DifferInOneDigit(std::to_string(x.year), std::to_string(y.year))) {
    return "one digit of the year";
  }
  return "";
}

}  // namespace crosscheck
