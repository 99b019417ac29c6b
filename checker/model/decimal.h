#ifndef CROSSCHECK_CHECKER_MODEL_DECIMAL_H_
#define CROSSCHECK_CHECKER_MODEL_DECIMAL_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

// An exact decimal number: coefficient x 10^exponent, coefficient a signed
// 128-bit integer. It keeps the precision that was written: "1.20" and "1.2"
// are equal in value (==) and differ in exponent (-2, -1), which is how a
// figure's rounding interval is known later.
//
// Invariant: at most kMaxDigits digits in the coefficient.
// Failure: arithmetic that would overflow returns nullopt, never wraps.
// Cost: no allocation; a comparison is a few nanoseconds.
//
//   Decimal::Parse("5.60")->ToString()              // "5.60"
//   *Decimal::Parse("5.60") == *Decimal::Parse("5.6")   // true
//   Decimal(56, 5).ToString()                       // "5600000"
class Decimal {
 public:
  using Coefficient = __int128;
  static constexpr int kMaxDigits = 36;

  constexpr Decimal() = default;
  // NOLINTNEXTLINE: whole numbers read naturally as decimals.
  constexpr Decimal(int64_t whole) : coefficient_(whole) {}
  constexpr Decimal(Coefficient coefficient, int exponent)
      : coefficient_(coefficient), exponent_(exponent) {}

  // Reads [-+]?digits[.digits][e[-+]digits] in ASCII, the whole of `text`.
  // nullopt: anything else, or more than kMaxDigits digits.
  static std::optional<Decimal> Parse(std::string_view text);

  Coefficient coefficient() const { return coefficient_; }
  int exponent() const { return exponent_; }
  bool IsZero() const { return coefficient_ == 0; }
  bool IsNegative() const { return coefficient_ < 0; }
  // True for a whole number in value: 5, 5.0, 5e3.
  bool IsInteger() const;
  // The value as int64 when it is a whole number that fits.
  std::optional<int64_t> ToInt64() const;

  // Plain digits, never an exponent: "5600000", "0.05", "-1.20".
  std::string ToString() const;
  // Like ToString without trailing zeros after the mark: "1.2", "5600000".
  std::string ToShortString() const;

  // The same value with no trailing zeros in the coefficient: 1.20 -> 12e-1,
  // 5600000 -> 56e5.
  Decimal Reduced() const;
  Decimal Negated() const { return Decimal(-coefficient_, exponent_); }
  Decimal Abs() const { return IsNegative() ? Negated() : *this; }
  // value x 10^power, exact, cannot fail.
  Decimal Scaled(int power) const {
    return Decimal(coefficient_, exponent_ + power);
  }
  // The place value of the last written digit: 1.20 -> 0.01; 5600000 -> 1.
  Decimal LastPlace() const { return Decimal(1, exponent_); }

  // Rounds half away from zero to `digits` significant digits.
  Decimal RoundedTo(int digits) const;

  friend bool operator==(const Decimal& a, const Decimal& b) {
    return (a <=> b) == std::strong_ordering::equal;
  }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  Coefficient coefficient_ = 0;
  int exponent_ = 0;
};

// Exact, or nullopt where the result needs more than kMaxDigits digits.
std::optional<Decimal> Add(const Decimal& a, const Decimal& b);
std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b);
// a / b to `digits` significant digits, rounded half away from zero; for
// showing a gap ("5 times"), and for exact quotients such as 1/50 = 0.02.
// nullopt when b is zero.
std::optional<Decimal> Divide(const Decimal& a, const Decimal& b,
                              int digits = 12);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_DECIMAL_H_
