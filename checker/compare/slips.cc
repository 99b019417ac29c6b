#include "checker/compare/slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "checker/model/decimal.h"
#include "checker/model/time_scope.h"

namespace crosscheck {
namespace {

std::string Digits(const Decimal& value) {
  return Decimal(value.Reduced().Abs().coefficient(), 0).ToString();
}

// Two neighbouring digits changed places, all else equal.
bool AreSwapped(const std::string& a, const std::string& b) {
  if (a.size() != b.size() || a.size() < 2) return false;
  const auto from = std::mismatch(a.begin(), a.end(), b.begin());
  const size_t i = static_cast<size_t>(from.first - a.begin());
  if (i + 1 >= a.size()) return false;
  return a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.compare(i + 2, std::string::npos, b, i + 2, std::string::npos) == 0;
}

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
  if (x.exponent() != y.exponent()) return "";
  if (AreSwapped(Digits(x), Digits(y))) return "digits swapped";
  return "";
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
  const std::string p = std::to_string(x.year), q = std::to_string(y.year);
  if (AreSwapped(p, q)) return "digits of the year swapped";
  if (DifferInOneDigit(p, q)) return "one digit of the year";
  return "";
}

}  // namespace crosscheck
