#include "checker/quantity/number_joins.h"

#include "checker/quantity/number_digits.h"
#include "checker/quantity/number_fractions.h"
#include "checker/quantity/number_parser.h"

namespace crosscheck {
namespace {

using Role = NumberRole;

// May a joined word go on with this number, or does it begin another one?
bool JoinFits(const PartialNumber& number, const NumberWord& word) {
  const bool after_scale = !number.has_group && number.last_scale;
  switch (word.role) {
    case Role::kUnit:
    case Role::kTeen:
    case Role::kTenUnit:
    case Role::kOrdinalUnit:
    case Role::kOrdinalTeen:
      return number.filled == kHundredPlace || after_scale;
    case Role::kTen:
    case Role::kOrdinalTen:
      return (number.filled & (kUnitPlace | kHundredPlace)) != 0 || after_scale;
    case Role::kHundred:
    case Role::kHundreds:
    case Role::kScaleDual:
      return after_scale;
    case Role::kScale:
      return after_scale && word.value < *number.last_scale;
    default:
      return false;
  }
}

// "مليون و800 ألف", "3 آلاف و500", "3 hundred and 21".
bool TakeJoinedDigits(const NumberText& text, PartialNumber& number,
                      uint32_t token, bool with_blank) {
  const auto digits = ReadDigits(text.document, token);
  if (!digits || digits->fraction || digits->power) return false;
  if (number.filled == kHundredPlace && number.by_digits && number.has_group) {
    if (digits->value >= Decimal(100) || !digits->value.IsInteger()) {
      return false;
    }
    const auto sum = Add(number.group, digits->value);
    if (!sum) return false;
    number.FillGroup(*sum);
    number.GoTo(digits->limit_token);
    return true;
  }
  if (!number.last_scale || number.has_group ||
      digits->value >= *number.last_scale)
    return false;
  const auto scale =
      text.WordAt(digits->limit_token, {Role::kScale, Role::kVagueScale});
  const bool lower_scale = scale && scale->value < *number.last_scale;
  // Without a lower scale the rest must fill the last one, and be written
  // joined as no list is, or be of three digits: "18 ألفا و 678".
  if (!lower_scale &&
      ((with_blank && digits->value < Decimal(100)) || scale ||
       *number.last_scale > Decimal(1000) || !digits->value.IsInteger())) {
    return false;
  }
  number.FillGroup(digits->value);
  number.GoTo(digits->limit_token);
  return true;
}

}  // namespace

bool TakeAfterComma(const NumberText& text, PartialNumber& number) {
  if (!number.in_words || !number.last_scale || number.has_group ||
      number.vague || text.context.after_comma) {
    return false;
  }
  if (!text.IsText(number.at, ",") || !text.document.tokens[number.at].glued)
    return false;
  const auto rest = ReadInside(text, number.at + 1, {.after_comma = true});
  if (!rest || !rest->in_words || rest->ordinal || rest->vague ||
      rest->fraction || rest->value < Decimal(100) ||
      rest->value >= *number.last_scale || rest->proclitics != 0) {
    return false;
  }
  const auto sum = Add(number.total, rest->value);
  if (!sum) return false;
  number.total = *sum;
  number.last_scale = rest->scale;
  number.Cover(*rest);
  return true;
}

// "two-and-a-half", "four-and-half": a compound with hyphens between.
bool TakeHyphenedFraction(const NumberText& text, PartialNumber& number) {
  const auto first = text.WordAt(number.at, {Role::kHyphen});
  if (!first || !number.has_group || number.fraction || number.decimal ||
      number.vague || number.few) {
    return false;
  }
  const auto join = text.WordAt(first->limit_token, {Role::kJoin});
  const auto second =
      join ? text.WordAt(join->limit_token, {Role::kHyphen}) : std::nullopt;
  if (!second) return false;
  uint32_t next = second->limit_token;
  if (const auto article = text.WordAt(next, {Role::kArticle})) {
    const auto third = text.WordAt(article->limit_token, {Role::kHyphen});
    if (!third) return false;
    next = third->limit_token;
  }
  const auto part = text.WordAt(next, {Role::kFraction});
  if (!part || part->value >= Decimal(1)) return false;
  const auto sum = Add(number.group, part->value);
  if (!sum) return false;
  number.FillGroup(*sum);
  number.Use(text, *part);
  return true;
}

bool TakeJoined(const NumberText& text, PartialNumber& number) {
  if (TakeHyphenedFraction(text, number)) return true;
  uint32_t next = number.at;
  bool joined = false;
  if (const auto join = text.WordAt(next, {Role::kJoin})) {
    next = join->limit_token;
    joined = true;
  }
  if (!text.OnLine(next)) return false;
  if (text.document.tokens[next].kind == TokenKind::kDigits) {
    return joined && TakeJoinedDigits(text, number, next,
                                      !text.document.tokens[next].glued);
  }
  if (!NumberWords::MayStart(text.document, next)) return false;
  if (number.vague || number.few) return false;
  if (TakeJoinedFraction(text, number, next, joined ? 0 : kCliticAnd))
    return true;
  for (const NumberWord& word : text.words().At(text.document, next)) {
    if (word.limit_token > text.limit) continue;
    const bool clitic = (word.proclitics & kCliticAnd) != 0;
    if (!joined && !clitic) continue;
    if ((word.proclitics & ~(kCliticAnd | kCliticThe)) != 0) continue;
    if (joined && word.proclitics != 0) continue;
    if (!JoinFits(number, word)) continue;
    if (number.by_digits && !number.last_scale &&
        number.filled != kHundredPlace)
      continue;
    if (text.OpensCompound(word.limit_token)) continue;
    if (number.Take(text, word, true)) {
      // "6 crore and two hundred": in words from here on.
      number.by_digits = false;
      return true;
    }
  }
  return false;
}

bool TakeOrdinalTail(const NumberText& text, PartialNumber& number) {
  if (number.by_digits || !number.has_group || number.filled != kUnitPlace ||
      !number.total.IsZero()) {
    return false;
  }
  if (const auto ten = text.WordAt(number.at, {Role::kTenUnit})) {
    // "أول عشرة" are the first ten.
    if (ten->proclitics != 0 || number.group == Decimal(1)) return false;
    return number.Take(text, *ten);
  }
  uint32_t next = number.at;
  uint16_t needed = kCliticAnd;
  if (const auto join = text.WordAt(next, {Role::kJoin})) {
    next = join->limit_token;
    needed = 0;
  }
  const auto ten = text.WordAt(next, {Role::kTen});
  if (!ten || (ten->proclitics & kCliticAnd) != needed) return false;
  if ((ten->proclitics & kCliticThe) != (number.proclitics & kCliticThe)) {
    return false;
  }
  return number.Take(text, *ten, true);
}

}  // namespace crosscheck
