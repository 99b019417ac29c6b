#include "checker/model/digits.h"

#include <algorithm>
#include <string>

namespace crosscheck {
namespace {

std::string Digits(const Decimal& value) {
  return Decimal(value.Abs().coefficient(), 0).ToString();
}

}  // namespace

int SwappedDigits(const Decimal& a, const Decimal& b) {
  const Decimal x = a.Reduced(), y = b.Reduced();
  if (x.exponent() != y.exponent()) return 0;
  const std::string p = Digits(x), q = Digits(y);
  if (p.size() != q.size()) return 0;
  const size_t i = static_cast<size_t>(
      std::mismatch(p.begin(), p.end(), q.begin()).first - p.begin());
  if (i + 1 >= p.size()) return 0;
  const bool swapped =
      p[i] == q[i + 1] && p[i + 1] == q[i] &&
      p.compare(i + 2, std::string::npos, q, i + 2, std::string::npos) == 0;
  return swapped ? static_cast<int>(p.size()) : 0;
}

bool DropsDigit(const Decimal& full, const Decimal& less) {
  const Decimal x = full.Reduced(), y = less.Reduced();
  if (x.exponent() != y.exponent()) return false;
  const std::string all = Digits(x), left = Digits(y);
  if (all.size() < 3 || left.size() + 1 != all.size()) return false;
  const size_t at = static_cast<size_t>(
      std::mismatch(left.begin(), left.end(), all.begin()).first -
      left.begin());
  return left.compare(at, std::string::npos, all, at + 1, std::string::npos) ==
         0;
}

}  // namespace crosscheck
