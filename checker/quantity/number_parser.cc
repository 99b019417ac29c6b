#include "checker/quantity/number_parser.h"

#include <string>
#include <string_view>

#include "checker/quantity/number_digits.h"
#include "checker/quantity/number_fractions.h"
#include "checker/quantity/number_joins.h"
#include "checker/quantity/partial_number.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

// Words of single digits in a row are one number read out from here on.
constexpr int kMinSpelledDigits = 4;
constexpr int kMaxSpelledDigits = 24;
constexpr int kMaxDepth = 2;

using Role = NumberRole;

bool IsScale(Role role) {
  return role == Role::kScale || role == Role::kVagueScale ||
         role == Role::kScaleLetter || role == Role::kMoneyLetter ||
         role == Role::kScaleLike;
}

void ReadSign(const NumberText& text, PartialNumber& number) {
  const auto& tokens = text.document.tokens;
  const std::string_view sign = text.document.Folded(number.at);
  if (sign == "-" || sign == "+") {
    // A sign only where no word or number is glued before it.
    bool blocked = false;
    if (tokens[number.at].glued && number.at > 0) {
      const TokenKind before = tokens[number.at - 1].kind;
      const std::string_view mark = text.document.Folded(number.at - 1);
      blocked = before == TokenKind::kWord || before == TokenKind::kDigits ||
                mark == "%" || mark == ")" || mark == "°";
      // "$-5": the currency is no word before.
      if (text.context.money) blocked = false;
    }
    if (blocked || number.at + 1 >= text.limit ||
        !tokens[number.at + 1].glued ||
        !StartsDigits(text.document, number.at + 1)) {
      return;
    }
    number.negative = sign == "-";
    ++number.at;
  } else if (const auto word = text.WordAt(number.at, {Role::kMinus})) {
    uint32_t next = word->limit_token;
    // "minus-68 degrees"
    const bool hyphen = next + 1 < text.limit &&
                        IsText(text.document, next, "-") &&
                        tokens[next].glued && tokens[next + 1].glued &&
                        StartsDigits(text.document, next + 1);
    if (hyphen) ++next;
    if (next < text.limit &&
        (StartsDigits(text.document, next) ||
         text.WordAt(next,
                     {Role::kUnit, Role::kTeen, Role::kTen, Role::kTenUnit,
                      Role::kHundred, Role::kHundreds, Role::kScale}))) {
      // "plus or minus 4" is below nought as little as above it.
      number.negative = text.rules().Attribute(word->rule, "style") != "either";
      number.Use(text, *word);
      if (hyphen) ++number.at;
    }
  }
}

bool StartDigits(const NumberText& text, PartialNumber& number) {
  const auto digits = ReadDigits(text.document, number.at);
  if (!digits) return false;
  number.FillGroup(digits->value);
  number.fraction = digits->fraction;
  number.grouped = digits->grouped;
  number.decimal = digits->decimal || digits->power;
  number.by_digits = true;
  number.GoTo(digits->limit_token);
  number.rules.push_back("digits");
  if (!number.decimal && !number.fraction) TakeMixedFraction(text, number);
  // "21st".
  if (!number.decimal && number.at < text.limit &&
      text.document.tokens[number.at].glued) {
    if (const auto suffix = text.WordAt(number.at, {Role::kOrdinalSuffix})) {
      number.ordinal = true;
      number.Use(text, *suffix);
    }
  }
  return true;
}

// "four zero one two": digits read out one by one.
bool TakeSpelledDigits(const NumberText& text, PartialNumber& number) {
  int count = 0;
  Decimal value = 0;
  uint32_t token = number.at;
  while (count < kMaxSpelledDigits) {
    const auto digit = text.WordAt(token, {Role::kUnit});
    if (!digit || (count > 0 && digit->proclitics != 0)) break;
    const auto ten = Multiply(value, 10);
    const auto sum = ten ? Add(*ten, digit->value) : std::nullopt;
    if (!sum) return false;
    value = *sum;
    token = digit->limit_token;
    ++count;
  }
  if (count < kMinSpelledDigits) return false;
  number.FillGroup(value);
  number.GoTo(token);
  number.rules.push_back("digits");
  return true;
}

// "a hundred", "a dozen", "a third of", "an estimated" is none.
bool StartArticle(const NumberText& text, PartialNumber& number,
                  const NumberWord& article) {
  const auto next = text.WordAt(
      article.limit_token,
      {Role::kHundred, Role::kScale, Role::kScaleLike, Role::kFraction,
       Role::kDenominator, Role::kFew, Role::kOrdinalUnit, Role::kOrdinalTeen,
       Role::kTen, Role::kOrdinalTen, Role::kOrdinalScale});
  if (!next) return false;
  switch (next->role) {
    case Role::kFew:
      number.Use(text, article);
      return number.Take(text, *next);
    case Role::kFraction:
      number.Use(text, article);
      return number.Take(text, *next);
    case Role::kHundred:
    case Role::kScale:
    case Role::kScaleLike:
      number.Use(text, article);
      number.group = 1;
      number.has_group = true;
      number.filled = kUnitPlace;
      return true;
    default:
      return StartPart(text, number, article, *next);
  }
}

// Is the word a form of its rule as it stands, with no ending of its own?
bool IsWhole(const NumberText& text, const NumberWord& word) {
  std::string_view written = text.document.Folded(word.limit_token - 1);
  written.remove_prefix(word.prefix_bytes);
  const auto forms = text.rules().Forms(word.rule);
  return std::any_of(forms.begin(), forms.end(), [&](std::string_view form) {
    return text.rules().fold().Fold(form) == written;
  });
}

bool StartWord(const NumberText& text, PartialNumber& number) {
  number.in_words = true;
  auto start = text.WordAt(number.at, {Role::kScaleDualStart});
  if (!start) {
    start = text.WordAt(
        number.at,
        {Role::kFractionNoun, Role::kUnit,       Role::kTenUnit,
         Role::kTeen,         Role::kTen,        Role::kHundred,
         Role::kHundreds,     Role::kScale,      Role::kScaleDual,
         Role::kVagueScale,   Role::kScaleLike,  Role::kVague,
         Role::kFew,          Role::kArticle,    Role::kFraction,
         Role::kFractionSign, Role::kMultiple,   Role::kOrdinalUnit,
         Role::kOrdinalTeen,  Role::kOrdinalTen, Role::kOrdinalHundred,
         Role::kDenominator});
  }
  if (!start) return false;
  number.proclitics = start->proclitics;
  number.prefix_bytes = start->prefix_bytes;
  if (TakeSpelledDigits(text, number)) return true;
  switch (start->role) {
    case Role::kArticle:
      return StartArticle(text, number, *start);
    case Role::kDenominator:
      return StartQuarter(text, number, *start);
    case Role::kFractionNoun:
      // خمس الساعة is a fifth of it, خمس ساعات are five.
      // آلاف only looks definite.
      // المباريات الخمس الأولى are five, too; so is خمسة ألقاب, which is no
      // fifth of his.
      if ((start->proclitics & kCliticThe) != 0 || !IsWhole(text, *start) ||
          !IsDefinite(text.tables, text.document, start->limit_token) ||
          text.WordAt(start->limit_token, {Role::kScale, Role::kVagueScale})) {
        const auto plain = text.WordAt(
            number.at, {Role::kUnit, Role::kTenUnit, Role::kFraction});
        return plain && number.Take(text, *plain);
      }
      return number.Take(text, *start);
    case Role::kScaleDualStart: {
      // ألفا رجل are two thousand; ألفًا, with its mark, is one.
      const Token& token = text.document.tokens[number.at];
      const bool marked = Length(token.raw) > token.end - token.begin;
      // The two of them stand before their noun and nothing else: مليونا و400
      // ألف and مليونا ونصف are of one.
      const uint32_t next = start->limit_token;
      const bool noun = text.OnLine(next) &&
                        text.document.tokens[next].kind == TokenKind::kWord &&
                        !text.IsJoinedNumber(next);
      if (marked || !noun) {
        const auto plain = text.WordAt(number.at, {Role::kScale});
        return plain && number.Take(text, *plain);
      }
      return number.Take(text, *start);
    }
    default:
      return number.Take(text, *start);
  }
}

// "tens of thousands", "hundreds of millions", عشرات الآلاف.
bool TakeScaleAfterVague(const NumberText& text, PartialNumber& number) {
  uint32_t next = number.at;
  if (const auto of = text.WordAt(next, {Role::kOf})) next = of->limit_token;
  const auto scale = text.WordAt(next, {Role::kVagueScale, Role::kScale});
  if (!scale || (scale->proclitics & ~kCliticThe) != 0) return false;
  number.vague_of.reset();
  return number.Take(text, *scale);
}

// "five point six", "five point twenty-five", "1 point 1".
bool TakePoint(const NumberText& text, PartialNumber& number) {
  if (!number.has_group || number.after_point || number.fraction ||
      number.decimal)
    return false;
  const auto point = text.WordAt(number.at, {Role::kPoint});
  if (!point) return false;
  uint32_t next = point->limit_token;
  std::string digits;
  if (number.by_digits) {
    if (!text.OnLine(next) ||
        text.document.tokens[next].kind != TokenKind::kDigits) {
      return false;
    }
    digits = text.document.Folded(next);
    ++next;
  }
  while (!number.by_digits && digits.size() < kMaxSpelledDigits) {
    if (const auto zero = text.WordAt(next, {Role::kZeroLetter})) {
      digits += '0';
      next = zero->limit_token;
      continue;
    }
    const auto digit = text.WordAt(
        next, {Role::kUnit, Role::kTeen, Role::kTen, Role::kTenUnit});
    if (!digit || digit->proclitics != 0) break;
    // "point eight million": the scale is of the whole number.
    if (digit->role == Role::kUnit &&
        text.WordAt(digit->limit_token, {Role::kScale})) {
      digits += digit->value.ToString();
      next = digit->limit_token;
      break;
    }
    const auto part = ReadInside(text, next);
    if (!part || part->ordinal || part->has_scale || !part->value.IsInteger() ||
        part->value >= Decimal(1000)) {
      break;
    }
    digits += part->value.ToString();
    next = part->limit_token;
  }
  if (digits.empty()) return false;
  const auto part = Decimal::Parse("0." + digits);
  const auto sum = part ? Add(number.group, *part) : std::nullopt;
  if (!sum) return false;
  number.rules.push_back(text.rules().Id(point->rule));
  number.group = *sum;
  number.after_point = true;
  number.filled = kAllPlaces;
  number.GoTo(next);
  return true;
}

// "5bn", "$5m", "1,674.5 M". A letter that is a unit too ("m", "mm") is a
// scale behind money and before the plural it counts; else it measures.
bool TakeScaleLetter(const NumberText& text, PartialNumber& number,
                     const NumberWord& word) {
  if (!number.by_digits || !number.has_group || number.fraction) return false;
  if (word.role == Role::kMoneyLetter && !text.context.money) return false;
  const Token& token = text.document.tokens[number.at];
  const bool single = token.end - token.begin == 1;
  const uint32_t after = word.limit_token;
  if (text.OnLine(after) && text.document.tokens[after].glued &&
      text.document.tokens[after].kind != TokenKind::kPunct &&
      text.document.tokens[after].kind != TokenKind::kSymbol) {
    return false;  // the letter of a code: "5M2"
  }
  if (!token.glued) {
    if (!text.context.money &&
        !(single && token.capital && (number.grouped || number.decimal))) {
      return false;
    }
  } else if ((token.starts & KindBit(RuleKind::kUnits)) != 0 &&
             !text.context.money && !(single && token.capital) &&
             !text.tables.plurals.IsPlural(text.document, after)) {
    return false;
  }
  return number.Take(text, word);
}

bool TakePlain(const NumberText& text, PartialNumber& number) {
  uint32_t next = number.at;
  bool hyphen = false;
  if (const auto mark = text.WordAt(next, {Role::kHyphen})) {
    // "twenty-five", but "5-6" is a range and "two-year" a compound.
    next = mark->limit_token;
    hyphen = true;
    if (!text.OnLine(next)) return false;
  }
  if (!NumberWords::MayStart(text.document, next) ||
      text.document.tokens[next].kind == TokenKind::kDigits) {
    return false;
  }
  for (const NumberWord& word : text.words().At(text.document, next)) {
    if (word.limit_token > text.limit) continue;
    if ((word.proclitics & ~kCliticThe) != 0) continue;
    if (word.role == Role::kScaleLetter || word.role == Role::kMoneyLetter) {
      if (!hyphen && TakeScaleLetter(text, number, word)) return true;
      continue;
    }
    // "3 dozens", خمس مئات: the plural is exact behind a number.
    if (word.role == Role::kVague && number.has_group && !number.few &&
        !number.vague && number.total.IsZero() && !number.fraction && !hyphen &&
        number.group > Decimal(1) && number.group.IsInteger() &&
        number.MultiplyGroup(word.value)) {
      number.filled = kAllPlaces;
      number.Use(text, word);
      return true;
    }
    const bool scale = IsScale(word.role);
    const bool hundred = word.role == Role::kHundred;
    if (number.by_digits && !scale &&
        !(hundred && number.has_group && number.total.IsZero() &&
          !number.fraction)) {
      continue;
    }
    // A plural scale after a hyphen opens something else.
    if (hyphen && word.role != Role::kScale && word.role != Role::kUnit &&
        word.role != Role::kHundred && word.role != Role::kOrdinalUnit &&
        word.role != Role::kScaleLike) {
      continue;
    }
    if (scale && !number.has_group && number.total.IsZero()) continue;
    if (scale && word.role != Role::kScale && !number.has_group &&
        word.role != Role::kVagueScale) {
      continue;
    }
    if (number.fraction && !scale) continue;
    if (number.vague && !scale) continue;
    if (number.few && !scale && !hundred && word.role != Role::kVague) continue;
    if (number.after_point && !scale) continue;
    // "two thousand hundred" is none.
    if (hundred && !number.has_group && !number.total.IsZero()) continue;
    // "thirty two-year bonds", but "a thirty-two-year-old"
    if (!scale && !hyphen && text.OpensCompound(word.limit_token)) continue;
    if (number.by_digits && hundred) number.filled = kUnitPlace;
    if (number.Take(text, word)) return true;
    // "one fifty-five": read out as a hundred and fifty-five.
    if (text.context.spoken && !hyphen && !number.by_digits &&
        number.filled == kUnitPlace && number.total.IsZero() &&
        number.group >= Decimal(1) && number.group < Decimal(10) &&
        !number.few && (word.role == Role::kTen || word.role == Role::kTeen)) {
      const auto hundreds = Multiply(number.group, 100);
      if (!hundreds) return false;
      const Decimal unit = number.group;
      number.group = *hundreds;
      number.filled = kHundredPlace;
      if (number.Take(text, word)) return true;
      number.group = unit;
      number.filled = kUnitPlace;
    }
  }
  // "half-a-million"
  if (number.fraction && hyphen && number.in_words) {
    const auto article = text.WordAt(next, {Role::kArticle});
    const auto mark = article
                          ? text.WordAt(article->limit_token, {Role::kHyphen})
                          : std::nullopt;
    const auto scale =
        mark ? text.WordAt(mark->limit_token, {Role::kScale}) : std::nullopt;
    return scale && number.Take(text, *scale);
  }
  // "half a million", "a quarter of a million": the article between.
  if (number.fraction && !hyphen) {
    const auto of =
        number.in_words ? text.WordAt(next, {Role::kOf}) : std::nullopt;
    if (const auto article =
            text.WordAt(of ? of->limit_token : next, {Role::kArticle})) {
      // "half of a dozen boats" is a share of them.
      const NumberRoles scales =
          of ? NumberRoles{Role::kScale}
             : NumberRoles{Role::kScale, Role::kScaleLike};
      if (const auto scale = text.WordAt(article->limit_token, scales)) {
        number.Use(text, *article);
        return number.Take(text, *scale);
      }
    }
  }
  return false;
}

void Continue(const NumberText& text, PartialNumber& number) {
  while (text.OnLine(number.at) && !number.multiple) {
    if (text.depth > 0 && number.fraction) return;
    if (number.ordinal) {
      if (!TakeOrdinalTail(text, number)) return;
      continue;
    }
    if (number.vague_of && TakeScaleAfterVague(text, number)) continue;
    if (TakePoint(text, number) || TakeDenominator(text, number) ||
        TakeOrdinalFraction(text, number) || TakeAfterComma(text, number) ||
        TakeJoined(text, number) || TakePlain(text, number)) {
      continue;
    }
    return;
  }
}

}  // namespace

std::optional<NumberReading> ParseNumber(const NumberTables& tables,
                                         const Document& document,
                                         uint32_t token, NumberContext context,
                                         int depth) {
  const NumberText text(tables, document, token, context, depth);
  PartialNumber number;
  number.GoTo(token);
  ReadSign(text, number);
  if (number.at >= text.limit) return std::nullopt;
  if (StartsDigits(document, number.at)) {
    if (!StartDigits(text, number)) return std::nullopt;
  } else if (document.tokens[number.at].kind == TokenKind::kDigits ||
             !StartWord(text, number)) {
    return std::nullopt;
  }
  Continue(text, number);
  return number.Finish(text);
}

std::optional<NumberReading> ReadInside(const NumberText& text, uint32_t token,
                                        NumberContext context) {
  if (text.depth >= kMaxDepth || !text.OnLine(token)) return std::nullopt;
  return ParseNumber(text.tables, text.document, token, context,
                     text.depth + 1);
}

}  // namespace crosscheck
