#include "checker/quantity/number_parser.h"

#include <algorithm>

#include "checker/quantity/number_digits.h"

namespace crosscheck {
namespace {

// Longer runs of number words are cut: no real number needs more, and hostile
// text could otherwise make every start read to the end.
constexpr uint32_t kMaxNumberTokens = 48;
constexpr int kMaxDepth = 2;
// Words of single digits in a row are one number read out from here on.
constexpr int kMinSpelledDigits = 4;
constexpr int kMaxSpelledDigits = 24;

using Role = NumberRole;

bool IsScale(Role role) {
  return role == Role::kScale || role == Role::kVagueScale ||
         role == Role::kScaleLetter || role == Role::kScaleLike;
}

}  // namespace

NumberTables::NumberTables(const Rulebook& rules)
    : words(rules), signs(rules), plurals(rules, signs) {
  for (uint32_t rule : rules.OfKind(RuleKind::kClitics)) {
    const std::string_view means = rules.Means(rule);
    if (means != "the" && means != "for the") continue;
    for (std::string_view form : rules.Forms(rule)) {
      definite_prefixes.push_back(rules.fold().Fold(form));
    }
  }
}

bool IsDefinite(const NumberTables& tables, const Document& document,
                uint32_t token) {
  if (token >= document.tokens.size() ||
      document.tokens[token].kind != TokenKind::kWord) {
    return false;
  }
  const std::string_view word = document.Folded(token);
  for (const std::string& prefix : tables.definite_prefixes) {
    if (word.starts_with(prefix) && word.size() > prefix.size() + 2) {
      return true;
    }
  }
  return false;
}

NumberParser::NumberParser(const NumberTables& tables, const Document& document,
                           uint32_t token, NumberContext context, int depth)
    : tables_(tables),
      words_(tables.words),
      document_(document),
      first_(token),
      at_(token),
      end_(token),
      context_(context),
      depth_(depth) {
  limit_ = std::min<uint32_t>(static_cast<uint32_t>(document.tokens.size()),
                              token + kMaxNumberTokens);
}

std::optional<NumberReading> NumberParser::Run() {
  ReadSign();
  if (at_ >= limit_) return std::nullopt;
  if (StartsDigits(document_, at_)) {
    if (!StartDigits()) return std::nullopt;
  } else if (document_.tokens[at_].kind == TokenKind::kDigits || !StartWord()) {
    return std::nullopt;
  }
  Continue();
  return Finish();
}

// ---------------------------------------------------------------- looking

std::optional<NumberWord> NumberParser::WordAt(uint32_t token,
                                               NumberRoles roles) const {
  if (token >= limit_ || !NumberWords::MayStart(document_, token)) {
    return std::nullopt;
  }
  if (token > first_ && document_.tokens[token].starts_line) {
    return std::nullopt;
  }
  return words_.First(document_, token, roles, limit_);
}

bool NumberParser::OnLine(uint32_t token) const {
  return token < limit_ && !document_.tokens[token].starts_line;
}

bool NumberParser::IsText(uint32_t token, std::string_view text) const {
  return OnLine(token) && document_.Folded(token) == text;
}

bool NumberParser::EndsLine(uint32_t token) const {
  return token >= document_.tokens.size() ||
         document_.tokens[token].starts_line;
}

// "لغات", "طرق": an indefinite plural by its ending or by a rule.
bool NumberParser::ShowsPlural(uint32_t token) const {
  return !IsDefinite(tables_, document_, token) &&
         (tables_.signs.Show(document_, token, WordSign::kSurePlural) ||
          tables_.plurals.IsBroken(document_, token));
}

// "mn", "bn"
bool NumberParser::IsAbbreviation(uint32_t token) const {
  const Token& word = document_.tokens[token];
  return word.script == Script::kLatin && word.end - word.begin <= 2;
}

bool NumberParser::OpensCompound(uint32_t token) const {
  if (!IsText(token, "-") || !document_.tokens[token].glued) return false;
  if (!OnLine(token + 1) || !document_.tokens[token + 1].glued ||
      document_.tokens[token + 1].kind != TokenKind::kWord) {
    return false;
  }
  return !WordAt(token + 1, {Role::kUnit, Role::kOrdinalUnit, Role::kScale,
                             Role::kHundred, Role::kDenominator});
}

void NumberParser::Use(const NumberWord& word) {
  rules_.push_back(words_.rules().Id(word.rule));
  at_ = word.limit_token;
  end_ = at_;
}

std::optional<NumberReading> NumberParser::Sub(uint32_t token,
                                               NumberContext context) const {
  if (depth_ >= kMaxDepth || !OnLine(token)) return std::nullopt;
  return NumberParser(tables_, document_, token, context, depth_ + 1).Run();
}

// --------------------------------------------------------------- starting

void NumberParser::ReadSign() {
  const auto& tokens = document_.tokens;
  const std::string_view text = document_.Folded(at_);
  if (text == "-" || text == "+") {
    // A sign only where no word or number is glued before it.
    bool blocked = false;
    if (tokens[at_].glued && at_ > 0) {
      const TokenKind before = tokens[at_ - 1].kind;
      const std::string_view mark = document_.Folded(at_ - 1);
      blocked = before == TokenKind::kWord || before == TokenKind::kDigits ||
                mark == "%" || mark == ")" || mark == "°";
      // "$-5": the currency is no word before.
      if (context_.money) blocked = false;
    }
    if (blocked || at_ + 1 >= limit_ || !tokens[at_ + 1].glued ||
        !StartsDigits(document_, at_ + 1)) {
      return;
    }
    negative_ = text == "-";
    ++at_;
  } else if (const auto word = WordAt(at_, {Role::kMinus})) {
    const uint32_t next = word->limit_token;
    if (next < limit_ &&
        (StartsDigits(document_, next) ||
         WordAt(next, {Role::kUnit, Role::kTeen, Role::kTen, Role::kTenUnit,
                       Role::kHundred, Role::kHundreds, Role::kScale}))) {
      // "plus or minus 4" is below nought as little as above it.
      negative_ = words_.rules().Attribute(word->rule, "style") != "either";
      Use(*word);
    }
  }
}

bool NumberParser::StartDigits() {
  const auto digits = ReadDigits(document_, at_);
  if (!digits) return false;
  group_ = digits->value;
  has_group_ = true;
  used_ = kAll;
  fraction_ = digits->fraction;
  grouped_ = digits->grouped;
  decimal_ = digits->decimal || digits->power;
  by_digits_ = true;
  at_ = end_ = digits->limit_token;
  rules_.push_back("digits");
  if (!decimal_ && !fraction_) ReadMixedFraction();
  // "21st".
  if (!decimal_ && at_ < limit_ && document_.tokens[at_].glued) {
    if (const auto suffix = WordAt(at_, {Role::kOrdinalSuffix})) {
      ordinal_ = true;
      Use(*suffix);
    }
  }
  return true;
}

// "2 1/2", "2½".
void NumberParser::ReadMixedFraction() {
  if (const auto sign = WordAt(at_, {Role::kFractionSign})) {
    if (const auto sum = Add(group_, sign->value)) group_ = *sum;
    Use(*sign);
    return;
  }
  if (!OnLine(at_) || document_.tokens[at_].glued ||
      document_.tokens[at_].kind != TokenKind::kDigits) {
    return;
  }
  const auto part = ReadDigits(document_, at_);
  if (!part || !part->fraction || part->value >= Decimal(1)) return;
  if (const auto sum = Add(group_, part->value)) {
    group_ = *sum;
    at_ = end_ = part->limit_token;
  }
}

// Is the word a joined number, or does it join the digits glued to it?
bool NumberParser::IsJoinedNumber(uint32_t token) const {
  if (OnLine(token + 1) && document_.tokens[token + 1].glued &&
      document_.tokens[token + 1].kind == TokenKind::kDigits) {
    return true;
  }
  const auto word =
      WordAt(token, {Role::kUnit, Role::kTenUnit, Role::kTeen, Role::kTen,
                     Role::kHundred, Role::kHundreds, Role::kScale,
                     Role::kScaleDual, Role::kFraction, Role::kFractionNoun});
  return word && (word->proclitics & kCliticAnd) != 0;
}

bool NumberParser::StartWord() {
  in_words_ = true;
  auto start = WordAt(at_, {Role::kScaleDualStart});
  if (!start) {
    start = WordAt(
        at_, {Role::kFractionNoun, Role::kUnit,       Role::kTenUnit,
              Role::kTeen,         Role::kTen,        Role::kHundred,
              Role::kHundreds,     Role::kScale,      Role::kScaleDual,
              Role::kVagueScale,   Role::kScaleLike,  Role::kVague,
              Role::kFew,          Role::kArticle,    Role::kFraction,
              Role::kFractionSign, Role::kMultiple,   Role::kOrdinalUnit,
              Role::kOrdinalTeen,  Role::kOrdinalTen, Role::kOrdinalHundred,
              Role::kDenominator});
  }
  if (!start) return false;
  proclitics_ = start->proclitics;
  prefix_bytes_ = start->prefix_bytes;
  if (TrySpelledDigits()) return true;
  switch (start->role) {
    case Role::kArticle:
      return StartArticle(*start);
    case Role::kDenominator: {
      // "quarter million": only before a scale.
      if (start->value < Decimal(3) ||
          (!context_.after_and &&
           !WordAt(start->limit_token, {Role::kScale}))) {
        return false;
      }
      const auto part = Divide(1, start->value);
      if (!part) return false;
      group_ = *part;
      has_group_ = fraction_ = true;
      used_ = kAll;
      Use(*start);
      return true;
    }
    case Role::kFractionNoun:
      // خمس الساعة is a fifth of it, خمس ساعات are five.
      // آلاف only looks definite.
      // المباريات الخمس الأولى are five, too.
      if ((start->proclitics & kCliticThe) != 0 ||
          !IsDefinite(tables_, document_, start->limit_token) ||
          WordAt(start->limit_token, {Role::kScale, Role::kVagueScale})) {
        const auto plain =
            WordAt(at_, {Role::kUnit, Role::kTenUnit, Role::kFraction});
        return plain && Take(*plain);
      }
      return Take(*start);
    case Role::kScaleDualStart: {
      // ألفا رجل are two thousand; ألفًا, with its mark, is one.
      const Token& token = document_.tokens[at_];
      const bool marked = Length(token.raw) > token.end - token.begin;
      // The two of them stand before their noun and nothing else: مليونا و400
      // ألف and مليونا ونصف are of one.
      const uint32_t next = start->limit_token;
      const bool noun = OnLine(next) &&
                        document_.tokens[next].kind == TokenKind::kWord &&
                        !IsJoinedNumber(next);
      if (marked || !noun) {
        const auto plain = WordAt(at_, {Role::kScale});
        return plain && Take(*plain);
      }
      return Take(*start);
    }
    default:
      return Take(*start);
  }
}

// "a hundred", "a dozen", "a third of", "an estimated" is none.
bool NumberParser::StartArticle(const NumberWord& article) {
  const auto next = WordAt(
      article.limit_token,
      {Role::kHundred, Role::kScale, Role::kScaleLike, Role::kFraction,
       Role::kDenominator, Role::kFew, Role::kOrdinalUnit, Role::kOrdinalTeen,
       Role::kTen, Role::kOrdinalTen, Role::kOrdinalScale});
  if (!next) return false;
  switch (next->role) {
    case Role::kFew:
      Use(article);
      return Take(*next);
    case Role::kFraction:
      Use(article);
      return Take(*next);
    case Role::kHundred:
    case Role::kScale:
    case Role::kScaleLike:
      Use(article);
      group_ = 1;
      has_group_ = true;
      used_ = kUnits;
      return true;
    default:
      break;
  }
  // "a third of", "a fifth": an ordinal at the end or before "of" is a
  // fraction; "a third man" is not.
  Decimal below = next->value;
  uint32_t limit = next->limit_token;
  if (next->role != Role::kDenominator && next->role != Role::kOrdinalScale) {
    const auto ordinal = Sub(article.limit_token);
    if (!ordinal || !ordinal->ordinal) return false;
    below = ordinal->value;
    limit = ordinal->limit_token;
  }
  if (below < Decimal(3)) return false;
  const bool quarter = context_.after_and && next->role == Role::kDenominator;
  if (!quarter && !WordAt(limit, {Role::kOf, Role::kScale}) &&
      !EndsLine(limit)) {
    return false;
  }
  const auto part = Divide(1, below);
  if (!part) return false;
  Use(article);
  rules_.push_back(words_.rules().Id(next->rule));
  at_ = end_ = limit;
  group_ = *part;
  has_group_ = fraction_ = true;
  used_ = kAll;
  return true;
}

// "four zero one two": digits read out one by one.
bool NumberParser::TrySpelledDigits() {
  int count = 0;
  Decimal value = 0;
  uint32_t token = at_;
  while (count < kMaxSpelledDigits) {
    const auto digit = WordAt(token, {Role::kUnit});
    if (!digit || (count > 0 && digit->proclitics != 0)) break;
    const auto ten = Multiply(value, 10);
    const auto sum = ten ? Add(*ten, digit->value) : std::nullopt;
    if (!sum) return false;
    value = *sum;
    token = digit->limit_token;
    ++count;
  }
  if (count < kMinSpelledDigits) return false;
  group_ = value;
  has_group_ = true;
  used_ = kAll;
  at_ = end_ = token;
  rules_.push_back("digits");
  return true;
}

// ----------------------------------------------------------- taking words

// Takes a word that may follow what was read; false when it may not.
bool NumberParser::Take(const NumberWord& word, bool joined) {
  switch (word.role) {
    case Role::kUnit:
    case Role::kOrdinalUnit:
      if (used_ & kUnits) return false;
      if (!AddToGroup(word.value)) return false;
      used_ |= kUnits;
      joined_unit_.reset();
      if (joined) joined_unit_ = word.value;
      break;
    case Role::kTenUnit:
      // "thirteen" is three then ten; else a plain ten.
      if (used_ & kTens) return false;
      if ((used_ & kUnits) && joined) return false;
      if (!AddToGroup(word.value)) return false;
      used_ |= kUnits | kTens;
      break;
    case Role::kTeen:
    case Role::kOrdinalTeen:
      if (used_ & (kUnits | kTens)) return false;
      if (!AddToGroup(word.value)) return false;
      used_ |= kUnits | kTens;
      break;
    case Role::kTen:
    case Role::kOrdinalTen:
      // Units before tens only when joined: "three and twenty".
      if (used_ & kTens) return false;
      if ((used_ & kUnits) && !joined) return false;
      if (!AddToGroup(word.value)) return false;
      used_ |= kTens;
      joined_unit_.reset();
      break;
    case Role::kHundred:
    case Role::kOrdinalHundred:
      if (has_group_ && (joined || !MultiplyGroup(word.value))) return false;
      if (!has_group_) group_ = word.value;
      has_group_ = true;
      used_ = kHundreds;
      break;
    case Role::kHundreds:
      if (used_ != 0) return false;
      if (!AddToGroup(word.value)) return false;
      used_ |= kHundreds;
      break;
    case Role::kScaleLike:
      if (!has_group_) group_ = 1;
      if (joined || !MultiplyGroup(word.value)) return false;
      has_group_ = true;
      fraction_ = false;
      used_ = kAll;
      break;
    case Role::kScale:
    case Role::kOrdinalScale:
    case Role::kScaleLetter:
      if (joined && word.role != Role::kScale) return false;
      // "MN-2": letters are a scale only behind a number.
      if (!has_group_ && total_.IsZero() && IsAbbreviation(at_)) return false;
      if (!CloseGroup(word.value, joined)) return false;
      break;
    case Role::kVagueScale:
      if (!has_group_ && !few_ && total_.IsZero()) {
        vague_ = true;
        group_ = 2;
        has_group_ = true;
      }
      if (!CloseGroup(word.value, joined)) return false;
      break;
    case Role::kScaleDual:
    case Role::kScaleDualStart:
      if (has_group_) return false;
      group_ = 2;
      has_group_ = true;
      if (!CloseGroup(word.value, false)) return false;
      break;
    case Role::kVague:
      if (few_ && has_group_ && total_.IsZero()) {
        if (!MultiplyGroup(word.value)) return false;  // "several hundreds"
      } else {
        if (has_group_ || !total_.IsZero()) return false;
        // "scores of boats", not the scores of a test.
        if (words_.rules().Attribute(word.rule, "style") == "before_of" &&
            !WordAt(word.limit_token, {Role::kOf})) {
          return false;
        }
        vague_ = true;
        vague_of_ = word.value;
        group_ = *Multiply(word.value, 2);
      }
      has_group_ = true;
      used_ = kAll;
      break;
    case Role::kFew:
      if (has_group_ || !total_.IsZero()) return false;
      // بعده is mostly "after it": several only before an indefinite word.
      if ((word.proclitics & (kCliticBy | kCliticAnd)) != 0 &&
          (!OnLine(word.limit_token) ||
           document_.tokens[word.limit_token].kind != TokenKind::kWord ||
           (document_.tokens[word.limit_token].starts &
            KindBit(RuleKind::kStopwords)) != 0 ||
           !ShowsPlural(word.limit_token))) {
        return false;
      }
      few_ = true;
      group_ = word.value;
      has_group_ = true;
      used_ = kUnits | kTens;
      break;
    case Role::kFraction:
    case Role::kFractionNoun:
    case Role::kFractionSign:
      if (has_group_) return false;
      group_ = word.value;
      has_group_ = fraction_ = true;
      used_ = kAll;
      break;
    case Role::kMultiple:
      if (has_group_ || !total_.IsZero()) return false;
      group_ = word.value;
      has_group_ = multiple_ = true;
      used_ = kAll;
      break;
    default:
      return false;
  }
  if (word.role >= Role::kOrdinalUnit && word.role <= Role::kOrdinalScale) {
    ordinal_ = true;
  }
  Use(word);
  return true;
}

bool NumberParser::AddToGroup(const Decimal& value) {
  const auto sum = Add(group_, value);
  if (!sum) return false;
  group_ = *sum;
  has_group_ = true;
  return true;
}

bool NumberParser::MultiplyGroup(const Decimal& value) {
  if ((used_ & kHundreds) && !by_digits_ && !fraction_) return false;
  const auto product = Multiply(group_, value);
  if (!product) return false;
  group_ = *product;
  return true;
}

// Multiplies the group by a scale and adds it to the total. Scales go down:
// million, then thousand.
bool NumberParser::CloseGroup(const Decimal& scale, bool joined) {
  if (!has_group_) {
    if (!total_.IsZero() && !joined) {
      // "hundred thousand million" style: multiply all.
      const auto product = Multiply(total_, scale);
      if (!product) return false;
      total_ = *product;
      last_scale_ = scale;
      has_scale_ = true;
      return true;
    }
    group_ = 1;
    implied_one_ = true;
  }
  if (last_scale_ && scale >= *last_scale_) {
    // "two thousand eight hundred point five billion": the scale is of all.
    if (!after_point_ || joined) return false;
    const auto whole = Add(total_, group_);
    if (!whole) return false;
    group_ = *whole;
    total_ = 0;
  }
  const auto product = Multiply(group_, scale);
  const auto sum = product ? Add(total_, *product) : std::nullopt;
  if (!sum) return false;
  total_ = *sum;
  last_scale_ = scale;
  group_ = 0;
  has_group_ = false;
  used_ = 0;
  fraction_ = false;
  has_scale_ = true;
  joined_unit_.reset();
  return true;
}

// ------------------------------------------------------------- continuing

void NumberParser::Continue() {
  while (OnLine(at_) && !multiple_) {
    if (depth_ > 0 && fraction_) return;
    if (ordinal_) {
      if (!TryOrdinalTail()) return;
      continue;
    }
    if (vague_of_ && TakeScaleAfterVague()) continue;
    if (TryPoint() || TryDenominator() || TryOrdinalFraction() || TryComma() ||
        TryJoin() || TryPlain()) {
      continue;
    }
    return;
  }
}

// "tens of thousands", "hundreds of millions", عشرات الآلاف.
bool NumberParser::TakeScaleAfterVague() {
  uint32_t next = at_;
  if (const auto of = WordAt(next, {Role::kOf})) next = of->limit_token;
  const auto scale = WordAt(next, {Role::kVagueScale, Role::kScale});
  if (!scale || (scale->proclitics & ~kCliticThe) != 0) return false;
  vague_of_.reset();
  return Take(*scale);
}

// "five point six", "five point twenty-five", "1 point 1".
bool NumberParser::TryPoint() {
  if (!has_group_ || after_point_ || fraction_ || decimal_) return false;
  const auto point = WordAt(at_, {Role::kPoint});
  if (!point) return false;
  uint32_t next = point->limit_token;
  std::string digits;
  if (by_digits_) {
    if (!OnLine(next) || document_.tokens[next].kind != TokenKind::kDigits) {
      return false;
    }
    digits = document_.Folded(next);
    ++next;
  }
  while (!by_digits_ && digits.size() < kMaxSpelledDigits) {
    if (const auto zero = WordAt(next, {Role::kZeroLetter})) {
      digits += '0';
      next = zero->limit_token;
      continue;
    }
    const auto digit =
        WordAt(next, {Role::kUnit, Role::kTeen, Role::kTen, Role::kTenUnit});
    if (!digit || digit->proclitics != 0) break;
    // "point eight million": the scale is of the whole number.
    if (digit->role == Role::kUnit &&
        WordAt(digit->limit_token, {Role::kScale})) {
      digits += digit->value.ToString();
      next = digit->limit_token;
      break;
    }
    const auto part = Sub(next);
    if (!part || part->ordinal || part->has_scale || !part->value.IsInteger() ||
        part->value >= Decimal(1000)) {
      break;
    }
    digits += part->value.ToString();
    next = part->limit_token;
  }
  if (digits.empty()) return false;
  const auto part = Decimal::Parse("0." + digits);
  const auto sum = part ? Add(group_, *part) : std::nullopt;
  if (!sum) return false;
  rules_.push_back(words_.rules().Id(point->rule));
  group_ = *sum;
  after_point_ = true;
  used_ = kAll;
  at_ = end_ = next;
  return true;
}

// "two thirds", "five - eighths", "three twenty-firsts", ثلاثة أرباع.
bool NumberParser::TryDenominator() {
  if (!has_group_ || by_digits_ || fraction_ || after_point_ || few_ ||
      vague_) {
    return false;
  }
  uint32_t next = at_;
  if (const auto hyphen = WordAt(next, {Role::kHyphen})) {
    next = hyphen->limit_token;
  }
  Decimal below = 0;
  if (const auto ten = WordAt(next, {Role::kTen})) {
    uint32_t unit = ten->limit_token;
    if (const auto hyphen = WordAt(unit, {Role::kHyphen})) {
      unit = hyphen->limit_token;
    }
    const auto part = WordAt(unit, {Role::kDenominator});
    if (part && part->value < Decimal(10)) {
      below = *Add(ten->value, part->value);
      next = unit;
    }
  }
  const auto word = WordAt(next, {Role::kDenominator});
  if (!word || word->proclitics != 0) return false;
  if (below.IsZero()) below = word->value;
  if (below < Decimal(3)) return false;
  // Quarters are of a year too: "two quarters" is no half.
  if (below == Decimal(4) && !(group_ == Decimal(3)) && !joined_unit_ &&
      !WordAt(word->limit_token, {Role::kOf, Role::kScale}) && depth_ == 0 &&
      !EndsLine(word->limit_token)) {
    return false;
  }
  // "a hundred and three quarters": only the joined unit is parted.
  Decimal above = group_, whole = 0;
  if (joined_unit_ && *joined_unit_ <= Decimal(10) && *joined_unit_ < group_) {
    above = *joined_unit_;
    whole = *Subtract(group_, above);
  }
  const auto quotient = Divide(above, below);
  const auto sum = quotient ? Add(whole, *quotient) : std::nullopt;
  if (!sum) return false;
  group_ = *sum;
  fraction_ = whole.IsZero() && total_.IsZero();
  used_ = kAll;
  Use(*word);
  return true;
}

// "one fourth", "one twenty-fifth": one of an ordinal.
bool NumberParser::TryOrdinalFraction() {
  if (by_digits_ || used_ != kUnits || !(group_ == Decimal(1)) ||
      !total_.IsZero() || fraction_ || few_ || end_ == first_) {
    return false;
  }
  uint32_t next = at_;
  if (const auto hyphen = WordAt(next, {Role::kHyphen})) {
    next = hyphen->limit_token;
  }
  // "one half".
  if (const auto half = WordAt(next, {Role::kFraction});
      half && half->value < Decimal(1) && half->proclitics == 0 && in_words_) {
    group_ = half->value;
    fraction_ = true;
    used_ = kAll;
    Use(*half);
    return true;
  }
  if (!WordAt(next, {Role::kOrdinalUnit, Role::kOrdinalTeen, Role::kOrdinalTen,
                     Role::kTen, Role::kOrdinalHundred, Role::kUnit,
                     Role::kOrdinalScale})) {
    return false;
  }
  // "one millionth", but "the one millionth visitor".
  if (WordAt(next, {Role::kOrdinalScale}) && first_ > 0 && OnLine(first_) &&
      WordAt(first_ - 1, {Role::kDefinite})) {
    return false;
  }
  // "one thousandth of a gram", but "its one thousandth visitor".
  if (const auto scale = WordAt(next, {Role::kOrdinalScale})) {
    const uint32_t limit = scale->limit_token;
    const auto part = Divide(1, scale->value, 36);
    if (!part || !(EndsLine(limit) || WordAt(limit, {Role::kOf}))) return false;
    group_ = *part;
    fraction_ = true;
    used_ = kAll;
    Use(*scale);
    return true;
  }
  const auto ordinal = Sub(next);
  if (!ordinal || !ordinal->ordinal || ordinal->value < Decimal(3) ||
      ordinal->proclitics != 0 || OpensCompound(ordinal->limit_token)) {
    return false;
  }
  const auto part = Divide(1, ordinal->value);
  if (!part) return false;
  group_ = *part;
  fraction_ = true;
  used_ = kAll;
  for (std::string_view rule : ordinal->rules) rules_.push_back(rule);
  at_ = end_ = ordinal->limit_token;
  return true;
}

// "three million, two hundred and forty": a comma in a number in words.
bool NumberParser::TryComma() {
  if (!in_words_ || !last_scale_ || has_group_ || vague_ ||
      context_.after_comma) {
    return false;
  }
  if (!IsText(at_, ",") || !document_.tokens[at_].glued) return false;
  const auto rest = Sub(at_ + 1, {.after_comma = true});
  if (!rest || !rest->in_words || rest->ordinal || rest->vague ||
      rest->fraction || rest->value < Decimal(100) ||
      rest->value >= *last_scale_ || rest->proclitics != 0) {
    return false;
  }
  const auto sum = Add(total_, rest->value);
  if (!sum) return false;
  total_ = *sum;
  last_scale_ = rest->scale;
  for (std::string_view rule : rest->rules) rules_.push_back(rule);
  at_ = end_ = rest->limit_token;
  return true;
}

// "and" as a word, or as a clitic of the next word.
bool NumberParser::TryJoin() {
  uint32_t next = at_;
  bool joined = false;
  if (const auto join = WordAt(next, {Role::kJoin})) {
    next = join->limit_token;
    joined = true;
  }
  if (!OnLine(next)) return false;
  if (document_.tokens[next].kind == TokenKind::kDigits) {
    return joined && TryJoinedDigits(next, !document_.tokens[next].glued);
  }
  if (!NumberWords::MayStart(document_, next)) return false;
  if (vague_ || few_) return false;
  if (TryJoinedFraction(next, joined ? 0 : kCliticAnd)) return true;
  for (const NumberWord& word : words_.At(document_, next)) {
    if (word.limit_token > limit_) continue;
    const bool clitic = (word.proclitics & kCliticAnd) != 0;
    if (!joined && !clitic) continue;
    if ((word.proclitics & ~(kCliticAnd | kCliticThe)) != 0) continue;
    if (joined && word.proclitics != 0) continue;
    if (!JoinFits(word)) continue;
    if (by_digits_ && !last_scale_ && used_ != kHundreds) continue;
    if (OpensCompound(word.limit_token)) continue;
    if (Take(word, true)) {
      // "6 crore and two hundred": in words from here on.
      by_digits_ = false;
      return true;
    }
  }
  return false;
}

// "مليون و800 ألف", "3 آلاف و500", "3 hundred and 21".
bool NumberParser::TryJoinedDigits(uint32_t token, bool with_blank) {
  const auto digits = ReadDigits(document_, token);
  if (!digits || digits->fraction || digits->power) return false;
  if (used_ == kHundreds && by_digits_ && has_group_) {
    if (digits->value >= Decimal(100) || !digits->value.IsInteger()) {
      return false;
    }
    const auto sum = Add(group_, digits->value);
    if (!sum) return false;
    group_ = *sum;
    used_ = kAll;
    at_ = end_ = digits->limit_token;
    return true;
  }
  if (!last_scale_ || has_group_ || digits->value >= *last_scale_) return false;
  const auto scale =
      WordAt(digits->limit_token, {Role::kScale, Role::kVagueScale});
  const bool lower_scale = scale && scale->value < *last_scale_;
  // Without a lower scale the rest must fill the last one, and be written
  // joined as no list is.
  if (!lower_scale && (with_blank || scale || *last_scale_ > Decimal(1000) ||
                       !digits->value.IsInteger())) {
    return false;
  }
  group_ = digits->value;
  has_group_ = true;
  used_ = kAll;
  at_ = end_ = digits->limit_token;
  return true;
}

// May a joined word go on with this number, or does it begin another one?
bool NumberParser::JoinFits(const NumberWord& word) const {
  const bool after_scale = !has_group_ && last_scale_;
  switch (word.role) {
    case Role::kUnit:
    case Role::kTeen:
    case Role::kTenUnit:
    case Role::kOrdinalUnit:
    case Role::kOrdinalTeen:
      return used_ == kHundreds || after_scale;
    case Role::kTen:
    case Role::kOrdinalTen:
      return (used_ & (kUnits | kHundreds)) != 0 || after_scale;
    case Role::kHundred:
    case Role::kHundreds:
    case Role::kScaleDual:
      return after_scale;
    case Role::kScale:
      return after_scale && word.value < *last_scale_;
    default:
      return false;
  }
}

// "two and a half", "مليون ونصف المليون", "a hundred and three quarters".
bool NumberParser::TryJoinedFraction(uint32_t token, uint16_t needed_clitic) {
  if (fraction_ || after_point_ || decimal_) return false;
  if (!has_group_ && !last_scale_) return false;
  if (!WordAt(token, {Role::kFraction, Role::kArticle, Role::kUnit,
                      Role::kDenominator})) {
    return false;
  }
  const auto part = Sub(token, {.after_and = true});
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
  if (const auto of = WordAt(part->limit_token, {Role::kOf})) {
    uint32_t unit = of->limit_token;
    if (const auto article = WordAt(unit, {Role::kArticle})) {
      unit = article->limit_token;
    }
    if (!OnLine(unit) ||
        (document_.tokens[unit].starts & KindBit(RuleKind::kUnits)) == 0) {
      return false;
    }
  }
  if (has_group_) {
    const auto sum = Add(group_, part->value);
    if (!sum) return false;
    group_ = *sum;
    used_ = kAll;
  } else {
    const auto product = Multiply(part->value, *last_scale_);
    const auto sum = product ? Add(total_, *product) : std::nullopt;
    if (!sum) return false;
    total_ = *sum;
  }
  for (std::string_view rule : part->rules) rules_.push_back(rule);
  at_ = end_ = part->limit_token;
  // The scale said again: "مليون ونصف المليون".
  if (!has_group_) {
    const auto again = WordAt(at_, {Role::kScale});
    if (again && again->value == *last_scale_ &&
        (again->proclitics & ~kCliticThe) == 0) {
      Use(*again);
    }
  }
  return true;
}

bool NumberParser::TryPlain() {
  uint32_t next = at_;
  bool hyphen = false;
  if (const auto mark = WordAt(next, {Role::kHyphen})) {
    // "twenty-five", but "5-6" is a range and "two-year" a compound.
    next = mark->limit_token;
    hyphen = true;
    if (!OnLine(next)) return false;
  }
  if (!NumberWords::MayStart(document_, next) ||
      document_.tokens[next].kind == TokenKind::kDigits) {
    return false;
  }
  for (const NumberWord& word : words_.At(document_, next)) {
    if (word.limit_token > limit_) continue;
    if ((word.proclitics & ~kCliticThe) != 0) continue;
    if (word.role == Role::kScaleLetter) {
      if (!hyphen && TakeScaleLetter(word)) return true;
      continue;
    }
    // "3 dozens", خمس مئات: the plural is exact behind a number.
    if (word.role == Role::kVague && has_group_ && !few_ && !vague_ &&
        total_.IsZero() && !fraction_ && !hyphen && group_ > Decimal(1) &&
        group_.IsInteger() && MultiplyGroup(word.value)) {
      used_ = kAll;
      Use(word);
      return true;
    }
    const bool scale = IsScale(word.role);
    const bool hundred = word.role == Role::kHundred;
    if (by_digits_ && !scale &&
        !(hundred && has_group_ && total_.IsZero() && !fraction_)) {
      continue;
    }
    // A plural scale after a hyphen opens something else.
    if (hyphen && word.role != Role::kScale && word.role != Role::kUnit &&
        word.role != Role::kHundred && word.role != Role::kOrdinalUnit &&
        word.role != Role::kScaleLike) {
      continue;
    }
    if (scale && !has_group_ && total_.IsZero()) continue;
    if (scale && word.role != Role::kScale && !has_group_ &&
        word.role != Role::kVagueScale) {
      continue;
    }
    if (fraction_ && !scale) continue;
    if (vague_ && !scale) continue;
    if (few_ && !scale && !hundred && word.role != Role::kVague) continue;
    if (after_point_ && !scale) continue;
    // "two thousand hundred" is none.
    if (hundred && !has_group_ && !total_.IsZero()) continue;
    if (!scale && OpensCompound(word.limit_token)) continue;
    if (by_digits_ && hundred) used_ = kUnits;
    if (Take(word)) return true;
    // "one fifty-five": read out as a hundred and fifty-five.
    if (context_.spoken && !hyphen && !by_digits_ && used_ == kUnits &&
        total_.IsZero() && group_ >= Decimal(1) && group_ < Decimal(10) &&
        !few_ && (word.role == Role::kTen || word.role == Role::kTeen)) {
      const auto hundreds = Multiply(group_, 100);
      if (!hundreds) return false;
      const Decimal unit = group_;
      group_ = *hundreds;
      used_ = kHundreds;
      if (Take(word)) return true;
      group_ = unit;
      used_ = kUnits;
    }
  }
  // "half a million", "a quarter of a million": the article between.
  if (fraction_ && !hyphen) {
    const auto of = in_words_ ? WordAt(next, {Role::kOf}) : std::nullopt;
    if (const auto article =
            WordAt(of ? of->limit_token : next, {Role::kArticle})) {
      // "half of a dozen boats" is a share of them.
      const NumberRoles scales =
          of ? NumberRoles{Role::kScale}
             : NumberRoles{Role::kScale, Role::kScaleLike};
      if (const auto scale = WordAt(article->limit_token, scales)) {
        Use(*article);
        return Take(*scale);
      }
    }
  }
  return false;
}

// "5bn", "$5m", "1,674.5 M". A letter that is a unit too ("m", "mm") is a
// scale behind money and before the plural it counts; else it measures.
bool NumberParser::TakeScaleLetter(const NumberWord& word) {
  if (!by_digits_ || !has_group_ || fraction_) return false;
  const Token& token = document_.tokens[at_];
  const bool single = token.end - token.begin == 1;
  const uint32_t after = word.limit_token;
  if (OnLine(after) && document_.tokens[after].glued &&
      document_.tokens[after].kind != TokenKind::kPunct &&
      document_.tokens[after].kind != TokenKind::kSymbol) {
    return false;  // the letter of a code: "5M2"
  }
  if (!token.glued) {
    if (!context_.money &&
        !(single && token.capital && (grouped_ || decimal_))) {
      return false;
    }
  } else if ((token.starts & KindBit(RuleKind::kUnits)) != 0 &&
             !context_.money && !(single && token.capital) &&
             !tables_.plurals.IsPlural(document_, after)) {
    return false;
  }
  return Take(word);
}

// الثالث والعشرون, الثاني عشر.
bool NumberParser::TryOrdinalTail() {
  if (by_digits_ || !has_group_ || used_ != kUnits || !total_.IsZero()) {
    return false;
  }
  if (const auto ten = WordAt(at_, {Role::kTenUnit})) {
    // "أول عشرة" are the first ten.
    if (ten->proclitics != 0 || group_ == Decimal(1)) return false;
    return Take(*ten);
  }
  uint32_t next = at_;
  uint16_t needed = kCliticAnd;
  if (const auto join = WordAt(next, {Role::kJoin})) {
    next = join->limit_token;
    needed = 0;
  }
  const auto ten = WordAt(next, {Role::kTen});
  if (!ten || (ten->proclitics & kCliticAnd) != needed) return false;
  if ((ten->proclitics & kCliticThe) != (proclitics_ & kCliticThe)) {
    return false;
  }
  return Take(*ten, true);
}

std::optional<NumberReading> NumberParser::Finish() {
  NumberReading out;
  Decimal value = total_;
  if (has_group_) {
    const auto sum = Add(total_, group_);
    if (!sum) return std::nullopt;
    value = *sum;
  }
  if (end_ == first_) return std::nullopt;
  // Half a dozen is six, not 6.0.
  if (in_words_ && value.exponent() < 0 && value.IsInteger()) {
    value = value.Reduced();
  }
  out.first_token = first_;
  out.limit_token = end_;
  out.value = negative_ ? value.Negated() : value;
  out.in_words = in_words_;
  out.ordinal = ordinal_;
  out.multiple = multiple_;
  out.vague = vague_ || few_;
  // "several": from two up to ten of the scale.
  if (few_) out.vague_limit = Multiply(out.value, 5);
  out.fraction = fraction_ && total_.IsZero();
  out.has_scale = has_scale_;
  if (last_scale_ && !has_group_) out.scale = *last_scale_;
  out.grouped = grouped_;
  out.decimal = decimal_ || after_point_;
  out.implied_one = implied_one_;
  out.proclitics = proclitics_;
  out.rules = std::move(rules_);
  const Token& first = document_.tokens[first_];
  out.raw = {first.raw.begin, document_.tokens[end_ - 1].raw.end};
  // The article is part of how a definite number is written; other clitics
  // are words of their own.
  if (prefix_bytes_ > 0 && Length(first.raw) == first.end - first.begin &&
      (proclitics_ & ~kCliticThe) != 0) {
    out.raw.begin += prefix_bytes_;
  }
  return out;
}

}  // namespace crosscheck
