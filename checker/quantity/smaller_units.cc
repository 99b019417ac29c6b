#include "checker/quantity/smaller_units.h"

#include <optional>

#include "checker/quantity/number_digits.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr int kMaxSmallerUnits = 3;

}  // namespace

// Adds `inches` to a part of whole feet; false where they are none.
bool SmallerUnits::AddInches(const Unit& foot, const NumberReading& inches,
                             FigurePart& part) const {
  const Unit* inch = units_.TwelfthOf(foot);
  if (inch == nullptr || !part.number.value.IsInteger() || part.number.vague ||
      part.number.has_scale || inches.vague || inches.ordinal ||
      inches.has_scale || inches.value.IsNegative() ||
      inches.value >= Decimal(12)) {
    return false;
  }
  const auto feet = Multiply(part.number.value, 12);
  const auto sum = feet ? Add(*feet, inches.value) : std::nullopt;
  if (!sum) return false;
  part.number.value = *sum;
  part.unit.emplace();
  part.unit->unit = *inch;
  return true;
}

// "5-foot-8", "six-foot-two-inch"
bool SmallerUnits::AddHyphenedInches(const Document& document,
                                     const UnitReading& foot,
                                     FigurePart& part) const {
  const uint32_t at = foot.limit_token + 1;
  if (!IsGlued(document, at) ||
      !(StartsDigits(document, at) || NumberWords::MayStart(document, at))) {
    return false;
  }
  const auto number = numbers_.Read(document, at);
  if (!number || !AddInches(foot.unit, *number, part)) return false;
  part.unit->rule = foot.rule;
  uint32_t limit = number->limit_token;
  if (IsText(document, limit, "-") && IsGlued(document, limit) &&
      IsGlued(document, limit + 1)) {
    const auto unit = units_.Read(document, limit + 1, true);
    if (unit && unit->unit.id == part.unit->unit.id) limit = unit->limit_token;
  }
  part.limit_token = limit;
  part.raw.end = document.tokens[limit - 1].raw.end;
  part.hyphen_unit = true;
  return true;
}

// 6'2", 5'11
void SmallerUnits::AddMarks(const Document& document, FigurePart& part) const {
  if (part.unit || part.number.in_words || part.number.ordinal ||
      part.number.value >= Decimal(100)) {
    return;
  }
  const auto foot = units_.ReadMark(document, part.limit_token);
  if (!foot || units_.TwelfthOf(foot->unit) == nullptr) return;
  const uint32_t at = foot->limit_token;
  if (!IsGlued(document, at) || !IsDigits(document, at) ||
      document.Folded(at).size() > 2) {
    return;
  }
  const auto inches = numbers_.Read(document, at);
  if (!inches || !AddInches(foot->unit, *inches, part)) return;
  part.unit->rule = foot->rule;
  part.limit_token = inches->limit_token;
  if (const auto inch = units_.ReadMark(document, part.limit_token);
      inch && inch->unit.id == part.unit->unit.id) {
    part.limit_token = inch->limit_token;
  }
  part.raw.end = document.tokens[part.limit_token - 1].raw.end;
}

// "7 feet 10 inches", "2 yards, 7 feet and 10 inches".
void SmallerUnits::AddSmaller(const Document& document,
                              FigurePart& part) const {
  for (int i = 0; i < kMaxSmallerUnits; ++i) {
    if (!part.unit || part.unit->role != UnitRole::kUnit || part.hyphen_unit ||
        !part.unit->unit.offset.IsZero() || !part.number.value.IsInteger() ||
        part.number.vague) {
      return;
    }
    uint32_t at = part.limit_token;
    if (IsText(document, at, ",") && OnLine(document, at)) ++at;
    bool joined = false;
    if (const auto join = BareWord(words_, document, at, NumberRole::kJoin)) {
      at = join->limit_token;
      joined = true;
    }
    if (!OnLine(document, at)) return;
    if (!StartsDigits(document, at) && !NumberWords::MayStart(document, at)) {
      return;
    }
    const auto number = numbers_.Read(document, at);
    if (!number || number->ordinal || number->vague ||
        number->value.IsNegative()) {
      return;
    }
    if (number->proclitics != 0 &&
        !(number->proclitics == kCliticAnd && !joined)) {
      return;
    }
    if (!OnLine(document, number->limit_token)) return;
    const auto unit = units_.Read(document, number->limit_token, true);
    if (!unit || unit->role != UnitRole::kUnit || unit->is_dual ||
        unit->unit.quantity != part.unit->unit.quantity ||
        unit->unit.factor >= part.unit->unit.factor ||
        !unit->unit.offset.IsZero()) {
      return;
    }
    // The smaller part fills less than one of the larger.
    const auto small = Multiply(number->value, unit->unit.factor);
    if (!small) return;
    const auto ratio = Divide(part.unit->unit.factor, unit->unit.factor, 20);
    if (!ratio) return;
    if (*small >= part.unit->unit.factor && !ratio->IsInteger()) return;
    std::optional<Decimal> value;
    if (ratio->IsInteger()) {
      const auto large = Multiply(part.number.value, *ratio);
      if (large) value = Add(*large, number->value);
      if (value) part.unit->unit = unit->unit;
    } else if (const auto tail = Divide(*small, part.unit->unit.factor)) {
      value = Add(part.number.value, *tail);
    }
    if (!value) return;
    part.number.value = *value;
    part.limit_token = unit->limit_token;
    part.raw.end = document.tokens[unit->limit_token - 1].raw.end;
  }
}

// "seven dollars and ten cents", "20 Rupees 43", "15 dollars and 50".
void SmallerUnits::AddMinorMoney(const Document& document,
                                 FigurePart& part) const {
  if (!part.unit || part.unit->role != UnitRole::kMoney || part.number.vague ||
      part.hyphen_unit) {
    return;
  }
  uint32_t at = part.limit_token;
  bool joined = false;
  if (const auto join = BareWord(words_, document, at, NumberRole::kJoin)) {
    at = join->limit_token;
    joined = true;
  }
  if (!OnLine(document, at) ||
      (!StartsDigits(document, at) && !NumberWords::MayStart(document, at))) {
    return;
  }
  const auto number = numbers_.Read(document, at);
  if (!number || number->ordinal || number->vague || number->fraction ||
      number->has_scale || number->value.IsNegative()) {
    return;
  }
  if (number->proclitics != 0 &&
      !(number->proclitics == kCliticAnd && !joined)) {
    return;
  }
  auto unit = OnLine(document, number->limit_token)
                  ? units_.Read(document, number->limit_token, false)
                  : std::nullopt;
  if (unit && unit->role == UnitRole::kMinor &&
      (unit->glued_only || unit->single) &&
      !document.tokens[unit->first_token].glued) {
    unit.reset();
  }
  Decimal share(1, -2);
  uint32_t limit = number->limit_token;
  if (unit && unit->role == UnitRole::kMinor) {
    share = unit->share;
    limit = unit->limit_token;
  } else {
    // A bare tail: under a hundred, nothing behind it, no sign before.
    if (unit || part.unit_first || number->value >= Decimal(100) ||
        number->decimal || !EndsClause(document, number->limit_token) ||
        !part.number.value.IsInteger() || part.number.has_scale) {
      return;
    }
  }
  const auto minor = Multiply(number->value, share);
  const auto sum = minor ? Add(part.number.value, *minor) : std::nullopt;
  if (!sum || *minor >= Decimal(1)) return;
  part.number.value = *sum;
  part.limit_token = limit;
  part.raw.end = document.tokens[limit - 1].raw.end;
  if (unit) part.number.rules.push_back(unit->rule);
}

}  // namespace crosscheck
