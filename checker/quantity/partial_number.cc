#include "checker/quantity/partial_number.h"

#include <utility>

namespace crosscheck {
namespace {

using Role = NumberRole;

}  // namespace

bool PartialNumber::Take(const NumberText& text, const NumberWord& word,
                         bool joined) {
  switch (word.role) {
    case Role::kUnit:
    case Role::kOrdinalUnit:
      if (filled & kUnitPlace) return false;
      if (!AddToGroup(word.value)) return false;
      filled |= kUnitPlace;
      joined_unit.reset();
      if (joined) joined_unit = word.value;
      break;
    case Role::kTenUnit:
      // "thirteen" is three then ten; else a plain ten.
      if (filled & kTenPlace) return false;
      if ((filled & kUnitPlace) && joined) return false;
      if (!AddToGroup(word.value)) return false;
      filled |= kUnitPlace | kTenPlace;
      break;
    case Role::kTeen:
    case Role::kOrdinalTeen:
      if (filled & (kUnitPlace | kTenPlace)) return false;
      if (!AddToGroup(word.value)) return false;
      filled |= kUnitPlace | kTenPlace;
      break;
    case Role::kTen:
    case Role::kOrdinalTen:
      // Units before tens only when joined: "three and twenty".
      if (filled & kTenPlace) return false;
      if ((filled & kUnitPlace) && !joined) return false;
      if (!AddToGroup(word.value)) return false;
      filled |= kTenPlace;
      joined_unit.reset();
      break;
    case Role::kHundred:
    case Role::kOrdinalHundred:
      if (has_group && (joined || !MultiplyGroup(word.value))) return false;
      if (!has_group) group = word.value;
      has_group = true;
      filled = kHundredPlace;
      break;
    case Role::kHundreds:
      if (filled != 0) return false;
      if (!AddToGroup(word.value)) return false;
      filled |= kHundredPlace;
      break;
    case Role::kScaleLike:
      if (!has_group) group = 1;
      if (joined || !MultiplyGroup(word.value)) return false;
      has_group = true;
      fraction = false;
      filled = kAllPlaces;
      break;
    case Role::kScale:
    case Role::kOrdinalScale:
    case Role::kScaleLetter:
    case Role::kMoneyLetter:
      if (joined && word.role != Role::kScale) return false;
      // "MN-2": letters are a scale only behind a number.
      if (!has_group && total.IsZero() && text.IsAbbreviation(at)) return false;
      if (!CloseGroup(word.value, joined)) return false;
      break;
    case Role::kVagueScale:
      if (!has_group && !few && total.IsZero()) {
        vague = true;
        group = 2;
        has_group = true;
      }
      if (!CloseGroup(word.value, joined)) return false;
      break;
    case Role::kScaleDual:
    case Role::kScaleDualStart:
      if (has_group) return false;
      group = 2;
      has_group = true;
      if (!CloseGroup(word.value, false)) return false;
      break;
    case Role::kVague:
      if (few && has_group && total.IsZero()) {
        if (!MultiplyGroup(word.value)) return false;  // "several hundreds"
      } else {
        if (has_group || !total.IsZero()) return false;
        // "scores of boats", not the scores of a test.
        if (text.rules().Attribute(word.rule, "style") == "before_of" &&
            !text.WordAt(word.limit_token, {Role::kOf})) {
          return false;
        }
        vague = true;
        vague_of = word.value;
        group = *Multiply(word.value, 2);
      }
      has_group = true;
      filled = kAllPlaces;
      break;
    case Role::kFew:
      if (has_group || !total.IsZero()) return false;
      // بعده is mostly "after it": several only before an indefinite word.
      if ((word.proclitics & (kCliticBy | kCliticAnd)) != 0 &&
          (!text.OnLine(word.limit_token) ||
           text.document.tokens[word.limit_token].kind != TokenKind::kWord ||
           (text.document.tokens[word.limit_token].starts &
            KindBit(RuleKind::kStopwords)) != 0 ||
           !text.ShowsPlural(word.limit_token))) {
        return false;
      }
      few = true;
      group = word.value;
      has_group = true;
      filled = kUnitPlace | kTenPlace;
      break;
    case Role::kFraction:
    case Role::kFractionNoun:
    case Role::kFractionSign:
      if (has_group) return false;
      FillGroup(word.value);
      fraction = true;
      break;
    case Role::kMultiple:
      if (has_group || !total.IsZero()) return false;
      FillGroup(word.value);
      multiple = true;
      break;
    default:
      return false;
  }
  if (word.role >= Role::kOrdinalUnit && word.role <= Role::kOrdinalScale) {
    ordinal = true;
  }
  Use(text, word);
  return true;
}

bool PartialNumber::AddToGroup(const Decimal& value) {
  const auto sum = Add(group, value);
  if (!sum) return false;
  group = *sum;
  has_group = true;
  return true;
}

bool PartialNumber::MultiplyGroup(const Decimal& value) {
  if ((filled & kHundredPlace) && !by_digits && !fraction) return false;
  const auto product = Multiply(group, value);
  if (!product) return false;
  group = *product;
  return true;
}

bool PartialNumber::CloseGroup(const Decimal& scale, bool joined) {
  if (!has_group) {
    if (!total.IsZero() && !joined) {
      // "hundred thousand million" style: multiply all.
      const auto product = Multiply(total, scale);
      if (!product) return false;
      total = *product;
      last_scale = scale;
      has_scale = true;
      return true;
    }
    group = 1;
    implied_one = true;
  }
  if (last_scale && scale >= *last_scale) {
    // "two thousand eight hundred point five billion": the scale is of all.
    if (!after_point || joined) return false;
    const auto whole = Add(total, group);
    if (!whole) return false;
    group = *whole;
    total = 0;
  }
  const auto product = Multiply(group, scale);
  const auto sum = product ? Add(total, *product) : std::nullopt;
  if (!sum) return false;
  total = *sum;
  last_scale = scale;
  group = 0;
  has_group = false;
  filled = 0;
  fraction = false;
  has_scale = true;
  joined_unit.reset();
  return true;
}

std::optional<NumberReading> PartialNumber::Finish(const NumberText& text) {
  NumberReading out;
  Decimal value = total;
  if (has_group) {
    const auto sum = Add(total, group);
    if (!sum) return std::nullopt;
    value = *sum;
  }
  if (end == text.first) return std::nullopt;
  // Half a dozen is six, not 6.0.
  if (in_words && value.exponent() < 0 && value.IsInteger()) {
    value = value.Reduced();
  }
  out.first_token = text.first;
  out.limit_token = end;
  out.value = negative ? value.Negated() : value;
  out.in_words = in_words;
  out.ordinal = ordinal;
  out.multiple = multiple;
  out.vague = vague || few;
  // "several": from two up to ten of the scale.
  if (few) out.vague_limit = Multiply(out.value, 5);
  out.fraction = fraction && total.IsZero();
  out.has_scale = has_scale;
  if (last_scale && !has_group) out.scale = *last_scale;
  out.grouped = grouped;
  out.decimal = decimal || after_point;
  out.implied_one = implied_one;
  out.proclitics = proclitics;
  out.rules = std::move(rules);
  const Token& first = text.document.tokens[text.first];
  out.raw = {first.raw.begin, text.document.tokens[end - 1].raw.end};
  // The article is part of how a definite number is written; other clitics
  // are words of their own.
  if (prefix_bytes > 0 && Length(first.raw) == first.end - first.begin &&
      (proclitics & ~kCliticThe) != 0) {
    out.raw.begin += prefix_bytes;
  }
  return out;
}

}  // namespace crosscheck
