#include "checker/model/decimal.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace crosscheck {
namespace {

using Coefficient = Decimal::Coefficient;
using Unsigned = unsigned __int128;

constexpr int kMaxExponent = 10000;

Unsigned Magnitude(Coefficient c) {
  return c < 0 ? -static_cast<Unsigned>(c) : static_cast<Unsigned>(c);
}

constexpr std::array<Unsigned, 39> MakePowers() {
  std::array<Unsigned, 39> powers{};
  Unsigned power = 1;
  for (Unsigned& one : powers) {
    one = power;
    power *= 10;
  }
  return powers;
}
constexpr std::array<Unsigned, 39> kPowers = MakePowers();

// Division of 128 bits is a call, so nothing here divides that need not.
int DigitCount(Unsigned value) {
  if (value == 0) return 1;
  const auto upper = static_cast<uint64_t>(value >> 64);
  const auto lower = static_cast<uint64_t>(value);
  const int bits =
      upper != 0 ? 64 + std::bit_width(upper) : std::bit_width(lower);
  // log10(2) is 1233 / 4096, nearly: the guess is right or one too low.
  const int guess = bits * 1233 >> 12;
  return guess + (value >= kPowers[static_cast<size_t>(guess)] ? 1 : 0);
}

bool Fits(Coefficient c) { return Magnitude(c) < kPowers[Decimal::kMaxDigits]; }

// c x 10^power, or nullopt when it needs more than kMaxDigits digits.
std::optional<Coefficient> ScaleUp(Coefficient c, int power) {
  if (c == 0) return Coefficient{0};
  if (power > Decimal::kMaxDigits) return std::nullopt;
  if (power > 0 &&
      __builtin_mul_overflow(
          c, static_cast<Coefficient>(kPowers[static_cast<size_t>(power)]),
          &c)) {
    return std::nullopt;
  }
  if (!Fits(c)) return std::nullopt;
  return c;
}

std::string Digits(Unsigned value) {
  std::string digits;
  do {
    digits += static_cast<char>('0' + static_cast<int>(value % 10));
    value /= 10;
  } while (value != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string Print(Coefficient coefficient, int exponent) {
  std::string digits = Digits(Magnitude(coefficient));
  if (exponent > 0) {
    if (coefficient != 0) digits.append(exponent, '0');
  } else if (exponent < 0) {
    const size_t places = static_cast<size_t>(-exponent);
    if (digits.size() <= places) {
      digits.insert(0, places - digits.size() + 1, '0');
    }
    digits.insert(digits.size() - places, 1, '.');
  }
  return coefficient < 0 ? "-" + digits : digits;
}

}  // namespace

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  Coefficient coefficient = 0;
  int exponent = 0, digits = 0;
  bool any = false, after_point = false;
  size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !after_point && any) {
      after_point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    any = true;
    if (coefficient != 0 || c != '0') ++digits;
    if (digits > kMaxDigits) return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
    if (after_point) --exponent;
  }
  if (!any || (after_point && text[at - 1] == '.')) return std::nullopt;
  if (at < text.size()) {
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    ++at;
    bool down = false;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) {
      down = text[at] == '-';
      ++at;
    }
    if (at == text.size()) return std::nullopt;
    int power = 0;
    for (; at < text.size(); ++at) {
      if (text[at] < '0' || text[at] > '9') return std::nullopt;
      power = power * 10 + (text[at] - '0');
      if (power > kMaxExponent) return std::nullopt;
    }
    exponent += down ? -power : power;
  }
  if (exponent < -kMaxExponent) return std::nullopt;
  return Decimal(negative ? -coefficient : coefficient, exponent);
}

bool Decimal::IsInteger() const { return Reduced().exponent_ >= 0; }

std::optional<int64_t> Decimal::ToInt64() const {
  const Decimal reduced = Reduced();
  if (reduced.exponent_ < 0) return std::nullopt;
  const auto whole = ScaleUp(reduced.coefficient_, reduced.exponent_);
  if (!whole || *whole > INT64_MAX || *whole < INT64_MIN) return std::nullopt;
  return static_cast<int64_t>(*whole);
}

std::string Decimal::ToString() const { return Print(coefficient_, exponent_); }

std::string Decimal::ToShortString() const {
  const Decimal reduced = Reduced();
  return Print(reduced.coefficient_, reduced.exponent_);
}

Decimal Decimal::Reduced() const {
  if (coefficient_ == 0) return Decimal();
  Decimal out = *this;
  if (coefficient_ >= INT64_MIN && coefficient_ <= INT64_MAX) {
    auto small = static_cast<int64_t>(coefficient_);
    for (; small % 10 == 0; small /= 10) ++out.exponent_;
    out.coefficient_ = small;
    return out;
  }
  while (out.coefficient_ % 10 == 0) {
    out.coefficient_ /= 10;
    ++out.exponent_;
  }
  return out;
}

Decimal Decimal::RoundedTo(int digits) const {
  const int have = DigitCount(Magnitude(coefficient_));
  if (have <= digits || coefficient_ == 0) return *this;
  const Unsigned power = kPowers[static_cast<size_t>(have - digits)];
  Unsigned rounded = Magnitude(coefficient_) / power;
  if (Magnitude(coefficient_) % power * 2 >= power) ++rounded;
  const auto out = static_cast<Coefficient>(rounded);
  return Decimal(coefficient_ < 0 ? -out : out, exponent_ + have - digits);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.exponent() == b.exponent()) return a.coefficient() <=> b.coefficient();
  const auto sign = [](const Decimal& d) {
    return d.coefficient() == 0 ? 0 : d.coefficient() < 0 ? -1 : 1;
  };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  if (sign(a) == 0) return std::strong_ordering::equal;
  // By the place of the first digit, then digit by digit at one exponent.
  const int a_top = DigitCount(Magnitude(a.coefficient())) + a.exponent();
  const int b_top = DigitCount(Magnitude(b.coefficient())) + b.exponent();
  if (a_top != b_top) {
    return sign(a) > 0 ? a_top <=> b_top : b_top <=> a_top;
  }
  Unsigned x = Magnitude(a.coefficient()), y = Magnitude(b.coefficient());
  // Same first place: the exponents differ by fewer than 39, and scaling the
  // one with the larger exponent keeps both under 39 digits.
  for (int e = a.exponent(); e > b.exponent(); --e) x *= 10;
  for (int e = b.exponent(); e > a.exponent(); --e) y *= 10;
  const std::strong_ordering order = x <=> y;
  return sign(a) > 0 ? order : 0 <=> order;
}

std::optional<Decimal> Add(const Decimal& a, const Decimal& b) {
  if (a.IsZero()) return b;
  if (b.IsZero()) return a;
  const int exponent = std::min(a.exponent(), b.exponent());
  const auto x = ScaleUp(a.coefficient(), a.exponent() - exponent);
  const auto y = ScaleUp(b.coefficient(), b.exponent() - exponent);
  if (!x || !y) return std::nullopt;
  Coefficient sum;
  if (__builtin_add_overflow(*x, *y, &sum) || !Fits(sum)) return std::nullopt;
  return Decimal(sum, exponent);
}

std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b) {
  return Add(a, b.Negated());
}

std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b) {
  Decimal x = a, y = b;
  Coefficient product;
  if (__builtin_mul_overflow(x.coefficient(), y.coefficient(), &product)) {
    x = x.Reduced();
    y = y.Reduced();
    if (__builtin_mul_overflow(x.coefficient(), y.coefficient(), &product)) {
      return std::nullopt;
    }
  }
  if (!Fits(product)) {
    const Decimal reduced =
        Decimal(product, x.exponent() + y.exponent()).Reduced();
    if (!Fits(reduced.coefficient())) return std::nullopt;
    return reduced;
  }
  return Decimal(product, x.exponent() + y.exponent());
}

std::optional<Decimal> Divide(const Decimal& a, const Decimal& b, int digits) {
  if (b.IsZero()) return std::nullopt;
  if (a.IsZero()) return Decimal();
  const bool negative = a.IsNegative() != b.IsNegative();
  const Unsigned divisor = Magnitude(b.Reduced().coefficient());
  Unsigned rest = Magnitude(a.coefficient());
  int exponent = a.exponent() - b.Reduced().exponent();
  // Long division, one digit at a time, so that nothing overflows.
  Unsigned quotient = rest / divisor;
  rest %= divisor;
  while (rest != 0 && DigitCount(quotient) < digits + 1 &&
         DigitCount(quotient) < Decimal::kMaxDigits - 1) {
    // rest < divisor < 10^37: rest * 10 fits in 128 bits.
    rest *= 10;
    quotient = quotient * 10 + rest / divisor;
    rest %= divisor;
    --exponent;
  }
  const auto out = static_cast<Coefficient>(quotient);
  return Decimal(negative ? -out : out, exponent).RoundedTo(digits).Reduced();
}

}  // namespace crosscheck
