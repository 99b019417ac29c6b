#include "checker/quantity/iso_length.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace crosscheck {
namespace {

// Y, M, W, D, then after "T" H, M, S.
struct IsoParts {
  std::array<Decimal, 7> amounts = {};
};

void AddTo(Decimal& total, const Decimal& more) {
  total = Add(total, more).value_or(total);
}

void Put(IsoParts& iso, Decimal value, TimeUnit unit) {
  const auto times = [&](int factor) {
    return Multiply(value, factor).value_or(value);
  };
  switch (unit) {
    case TimeUnit::kMillennium:
      return AddTo(iso.amounts[0], times(1000));
    case TimeUnit::kCentury:
      return AddTo(iso.amounts[0], times(100));
    case TimeUnit::kDecade:
      return AddTo(iso.amounts[0], times(10));
    case TimeUnit::kYear:
      return AddTo(iso.amounts[0], value);
    case TimeUnit::kHalf:
      return AddTo(iso.amounts[1], times(6));
    case TimeUnit::kQuarter:
    case TimeUnit::kSeason:
      return AddTo(iso.amounts[1], times(3));
    case TimeUnit::kMonth:
      return AddTo(iso.amounts[1], value);
    case TimeUnit::kFortnight:
      return AddTo(iso.amounts[2], times(2));
    case TimeUnit::kWeek:
      return AddTo(iso.amounts[2], value);
    case TimeUnit::kWeekend:
      return AddTo(iso.amounts[3], times(2));
    case TimeUnit::kDay:
    case TimeUnit::kNight:
      return AddTo(iso.amounts[3], value);
    case TimeUnit::kHour:
      return AddTo(iso.amounts[4], value);
    case TimeUnit::kMinute:
      return AddTo(iso.amounts[5], value);
    case TimeUnit::kSecond:
      return AddTo(iso.amounts[6], value);
  }
}

Decimal Whole(const Decimal& value) {
  Decimal down = value;
  while (down.exponent() < 0) {
    down = Decimal(down.coefficient() / 10, down.exponent() + 1);
  }
  return down;
}

// Moves what is over a whole number on to the next finer unit, where it comes
// out whole there: 1.5 hours is PT1H30M, 1.5 years P18M.
void Spill(IsoParts& iso) {
  constexpr std::array<int, 6> kFiner = {12, 0, 0, 24, 60, 60};
  for (size_t u = 0; u < kFiner.size(); ++u) {
    Decimal& amount = iso.amounts[u];
    if (kFiner[u] == 0 || amount.IsInteger()) continue;
    const Decimal whole = Whole(amount);
    const auto rest = Subtract(amount, whole);
    const auto finer = rest ? Multiply(*rest, kFiner[u]) : std::nullopt;
    if (!finer) continue;
    const auto all = Multiply(amount, kFiner[u]);
    if (u == 0 && all && all->IsInteger()) {
      AddTo(iso.amounts[1], *all);
      amount = 0;
    } else if (finer->IsInteger() && u != 0) {
      AddTo(iso.amounts[u + 1], *finer);
      amount = whole;
    }
  }
}

std::string Compose(IsoParts iso) {
  Spill(iso);
  // Weeks stand alone in ISO 8601.
  bool others = false;
  for (size_t u = 0; u < iso.amounts.size(); ++u) {
    others |= u != 2 && !iso.amounts[u].IsZero();
  }
  if (others && !iso.amounts[2].IsZero()) {
    AddTo(iso.amounts[3], Multiply(iso.amounts[2], 7).value_or(iso.amounts[2]));
    iso.amounts[2] = 0;
  }
  constexpr std::string_view kLetters = "YMWDHMS";
  std::string text = "P";
  for (size_t u = 0; u < iso.amounts.size(); ++u) {
    if (iso.amounts[u].IsZero()) continue;
    if (u >= 4 && text.find('T') == std::string::npos) text += 'T';
    text += iso.amounts[u].ToShortString();
    text += kLetters[u];
  }
  return text == "P" ? "PT0S" : text;
}

}  // namespace

std::string IsoLength(const Decimal& value, TimeUnit unit) {
  IsoParts iso;
  Put(iso, value, unit);
  return Compose(iso);
}

std::string IsoLength(const LengthParts& parts) {
  if (parts.range) {
    return IsoLength(parts.low, parts.unit) + "/" +
           IsoLength(parts.high, parts.unit);
  }
  if (!parts.value) return "";
  IsoParts iso;
  Put(iso, *parts.value, parts.unit);
  for (const auto& part : parts.more) Put(iso, part.value, part.unit);
  return Compose(iso);
}

}  // namespace crosscheck
