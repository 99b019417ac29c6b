#include "checker/quantity/number_fractions.h"

#include "checker/quantity/number_digits.h"
#include "checker/quantity/number_parser.h"

namespace crosscheck {
namespace {

using Role = NumberRole;

}  // namespace

bool StartPart(const NumberText& text, PartialNumber& number,
               const NumberWord& article, const NumberWord& word) {
  // "a third of", "a fifth": an ordinal at the end or before "of" is a
  // fraction; "a third man" is not.
  Decimal below = word.value;
  uint32_t limit = word.limit_token;
  if (word.role != Role::kDenominator && word.role != Role::kOrdinalScale) {
    const auto ordinal = ReadInside(text, article.limit_token);
    if (!ordinal || !ordinal->ordinal) return false;
    below = ordinal->value;
    limit = ordinal->limit_token;
  }
  if (below < Decimal(3)) return false;
  const bool quarter =
      text.context.after_and && word.role == Role::kDenominator;
  if (!quarter && !text.WordAt(limit, {Role::kOf, Role::kScale}) &&
      !text.EndsLine(limit)) {
    return false;
  }
  const auto part = Divide(1, below);
  if (!part) return false;
  number.Use(text, article);
  number.rules.push_back(text.rules().Id(word.rule));
  number.GoTo(limit);
  number.FillGroup(*part);
  number.fraction = true;
  return true;
}

// Only before a scale.
bool StartQuarter(const NumberText& text, PartialNumber& number,
                  const NumberWord& word) {
  if (word.value < Decimal(3) ||
      (!text.context.after_and &&
       !text.WordAt(word.limit_token, {Role::kScale}))) {
    return false;
  }
  const auto part = Divide(1, word.value);
  if (!part) return false;
  number.FillGroup(*part);
  number.fraction = true;
  number.Use(text, word);
  return true;
}

void TakeMixedFraction(const NumberText& text, PartialNumber& number) {
  if (const auto sign = text.WordAt(number.at, {Role::kFractionSign})) {
    if (const auto sum = Add(number.group, sign->value)) number.group = *sum;
    number.Use(text, *sign);
    return;
  }
  if (!text.OnLine(number.at) || text.document.tokens[number.at].glued ||
      text.document.tokens[number.at].kind != TokenKind::kDigits) {
    return;
  }
  const auto part = ReadDigits(text.document, number.at);
  if (!part || !part->fraction || part->value >= Decimal(1)) return;
  if (const auto sum = Add(number.group, part->value)) {
    number.group = *sum;
    number.GoTo(part->limit_token);
  }
}

bool TakeDenominator(const NumberText& text, PartialNumber& number) {
  if (!number.has_group || number.by_digits || number.fraction ||
      number.after_point || number.few || number.vague) {
    return false;
  }
  uint32_t next = number.at;
  if (const auto hyphen = text.WordAt(next, {Role::kHyphen})) {
    next = hyphen->limit_token;
  }
  Decimal below = 0;
  if (const auto ten = text.WordAt(next, {Role::kTen})) {
    uint32_t unit = ten->limit_token;
    if (const auto hyphen = text.WordAt(unit, {Role::kHyphen})) {
      unit = hyphen->limit_token;
    }
    const auto part = text.WordAt(unit, {Role::kDenominator});
    if (part && part->value < Decimal(10)) {
      below = *Add(ten->value, part->value);
      next = unit;
    }
  }
  const auto word = text.WordAt(next, {Role::kDenominator});
  if (!word || word->proclitics != 0) return false;
  if (below.IsZero()) below = word->value;
  if (below < Decimal(3)) return false;
  // Quarters are of a year too: "two quarters" is no half.
  if (below == Decimal(4) && !(number.group == Decimal(3)) &&
      !number.joined_unit &&
      !text.WordAt(word->limit_token, {Role::kOf, Role::kScale}) &&
      text.depth == 0 && !text.EndsLine(word->limit_token)) {
    return false;
  }
  // "a hundred and three quarters": only the joined unit is parted.
  Decimal above = number.group, whole = 0;
  if (number.joined_unit && *number.joined_unit <= Decimal(10) &&
      *number.joined_unit < number.group) {
    above = *number.joined_unit;
    whole = *Subtract(number.group, above);
  }
  const auto quotient = Divide(above, below);
  const auto sum = quotient ? Add(whole, *quotient) : std::nullopt;
  if (!sum) return false;
  number.FillGroup(*sum);
  number.fraction = whole.IsZero() && number.total.IsZero();
  number.Use(text, *word);
  return true;
}

bool TakeOrdinalFraction(const NumberText& text, PartialNumber& number) {
  if (number.by_digits || number.filled != kUnitPlace ||
      !(number.group == Decimal(1)) || !number.total.IsZero() ||
      number.fraction || number.few || number.end == text.first) {
    return false;
  }
  uint32_t next = number.at;
  if (const auto hyphen = text.WordAt(next, {Role::kHyphen})) {
    next = hyphen->limit_token;
  }
  // "one half".
  if (const auto half = text.WordAt(next, {Role::kFraction});
      half && half->value < Decimal(1) && half->proclitics == 0 &&
      number.in_words) {
    number.FillGroup(half->value);
    number.fraction = true;
    number.Use(text, *half);
    return true;
  }
  if (!text.WordAt(next, {Role::kOrdinalUnit, Role::kOrdinalTeen,
                          Role::kOrdinalTen, Role::kTen, Role::kOrdinalHundred,
                          Role::kUnit, Role::kOrdinalScale})) {
    return false;
  }
  // "one millionth", but "the one millionth visitor".
  if (text.WordAt(next, {Role::kOrdinalScale}) && text.first > 0 &&
      text.OnLine(text.first) &&
      text.WordAt(text.first - 1, {Role::kDefinite})) {
    return false;
  }
  // "one thousandth of a gram", but "its one thousandth visitor".
  if (const auto scale = text.WordAt(next, {Role::kOrdinalScale})) {
    const uint32_t limit = scale->limit_token;
    const auto part = Divide(1, scale->value, 36);
    if (!part || !(text.EndsLine(limit) || text.WordAt(limit, {Role::kOf})))
      return false;
    number.FillGroup(*part);
    number.fraction = true;
    number.Use(text, *scale);
    return true;
  }
  const auto ordinal = ReadInside(text, next);
  if (!ordinal || !ordinal->ordinal || ordinal->value < Decimal(3) ||
      ordinal->proclitics != 0 || text.OpensCompound(ordinal->limit_token)) {
    return false;
  }
  const auto part = Divide(1, ordinal->value);
  if (!part) return false;
  number.FillGroup(*part);
  number.fraction = true;
  number.Cover(*ordinal);
  return true;
}

bool TakeJoinedFraction(const NumberText& text, PartialNumber& number,
                        uint32_t token, uint16_t needed_clitic) {
  if (number.fraction || number.after_point || number.decimal) return false;
  if (!number.has_group && !number.last_scale) return false;
  if (!text.WordAt(token, {Role::kFraction, Role::kArticle, Role::kUnit,
                           Role::kDenominator})) {
    return false;
  }
  const auto part = ReadInside(text, token, {.after_and = true});
  if (!part || !part->fraction || part->has_scale || part->vague ||
      part->value >= Decimal(1) || part->value.IsNegative()) {
    return false;
  }
  if ((part->proclitics & kCliticAnd) != needed_clitic ||
      (part->proclitics & ~kCliticAnd) != 0) {
    return false;
  }
  // "killed two and half of the town fled": a half of something else; but "one
  // and three quarters of an hour".
  if (const auto of = text.WordAt(part->limit_token, {Role::kOf})) {
    uint32_t unit = of->limit_token;
    if (const auto article = text.WordAt(unit, {Role::kArticle})) {
      unit = article->limit_token;
    }
    if (!text.OnLine(unit) ||
        (text.document.tokens[unit].starts & KindBit(RuleKind::kUnits)) == 0) {
      return false;
    }
  }
  if (number.has_group) {
    const auto sum = Add(number.group, part->value);
    if (!sum) return false;
    number.FillGroup(*sum);
  } else {
    const auto product = Multiply(part->value, *number.last_scale);
    const auto sum = product ? Add(number.total, *product) : std::nullopt;
    if (!sum) return false;
    number.total = *sum;
  }
  number.Cover(*part);
  // The scale said again: "مليون ونصف المليون".
  if (!number.has_group) {
    const auto again = text.WordAt(number.at, {Role::kScale});
    if (again && again->value == *number.last_scale &&
        (again->proclitics & ~kCliticThe) == 0) {
      number.Use(text, *again);
    }
  }
  return true;
}

}  // namespace crosscheck
