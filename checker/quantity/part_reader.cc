#include "checker/quantity/part_reader.h"

#include <algorithm>

#include "checker/quantity/number_digits.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr int kMaxSmallerUnits = 3;

bool SharesCurrency(const Unit& a, const Unit& b) {
  return std::any_of(
      a.candidates.begin(), a.candidates.end(), [&](const std::string& code) {
        return std::find(b.candidates.begin(), b.candidates.end(), code) !=
               b.candidates.end();
      });
}

}  // namespace

PartReader::PartReader(const Rulebook& rules, const NumberReader& numbers,
                       const UnitReader& units, const RangeWords& ranges)
    : rules_(rules),
      numbers_(numbers),
      units_(units),
      ranges_(ranges),
      words_(numbers.words()) {}

bool PartReader::HasRole(const Document& document, uint32_t token,
                         NumberRole role, uint32_t& limit) const {
  if (!OnLine(document, token)) return false;
  for (const NumberWord& word : words_.At(document, token)) {
    if (word.role != role || word.proclitics != 0) continue;
    limit = word.limit_token;
    return true;
  }
  return false;
}

bool PartReader::SkipOf(const Document& document, uint32_t& token) const {
  uint32_t limit = 0;
  if (!HasRole(document, token, NumberRole::kOf, limit)) return false;
  if (!OnLine(document, limit)) return false;
  token = limit;
  return true;
}

bool PartReader::EndsClause(const Document& document, uint32_t token) const {
  if (!OnLine(document, token)) return true;
  return document.tokens[token].kind == TokenKind::kPunct &&
         !(IsText(document, token, "-") && document.tokens[token].glued);
}

FigurePart PartReader::Dual(const Document& document,
                            const UnitReading& unit) const {
  FigurePart part;
  part.first_token = part.number.first_token = unit.first_token;
  part.limit_token = part.number.limit_token = unit.limit_token;
  part.number.value = 2;
  part.number.in_words = true;
  part.number.proclitics = unit.proclitics;
  part.unit = unit;
  const Token& first = document.tokens[unit.first_token];
  part.raw = {first.raw.begin, document.tokens[unit.limit_token - 1].raw.end};
  if (unit.prefix_bytes > 0 && (unit.proclitics & kCliticThe) == 0 &&
      Length(first.raw) == first.end - first.begin) {
    part.raw.begin += unit.prefix_bytes;
  }
  part.number.raw = part.raw;
  return part;
}

// The part behind a unit: "3 miles and a half", ثلاثة أمتار ونصف, the unit
// maybe said again: ونصف المتر. What goes on is of something else: "3 miles and
// half of the road", ونصف المسافة.
std::optional<NumberReading> PartReader::PartBehind(const Document& document,
                                                    const UnitReading& unit,
                                                    uint32_t token) const {
  uint32_t at = token, limit = 0;
  const bool joined = HasRole(document, at, NumberRole::kJoin, limit);
  if (joined) at = limit;
  if (!OnLine(document, at) || !NumberWords::MayStart(document, at)) {
    return std::nullopt;
  }
  auto part = numbers_.Read(document, at);
  if (!part) part = numbers_.ReadJoined(document, at);  // لتر ونص
  if (!part || !part->fraction || !part->in_words || part->has_scale ||
      part->vague || part->value >= Decimal(1) ||
      part->proclitics != (joined ? 0 : kCliticAnd)) {
    return std::nullopt;
  }
  const uint32_t next = part->limit_token;
  if (!OnLine(document, next) || !IsWord(document, next)) return part;
  if (UnitReader::MayStart(document, next)) {
    if (const auto again = units_.Read(document, next, true)) {
      if (again->unit.id != unit.unit.id || again->is_dual) return std::nullopt;
      part->limit_token = again->limit_token;
      part->raw.end = document.tokens[again->limit_token - 1].raw.end;
      return part;
    }
  }
  uint32_t behind = 0;
  if (HasRole(document, next, NumberRole::kArticle, behind) ||
      (joined && HasRole(document, next, NumberRole::kOf, behind))) {
    return std::nullopt;
  }
  if (numbers_.IsDefinite(document, next)) return std::nullopt;
  return part;
}

// Adds the part behind the unit of a whole number.
void PartReader::AddPartBehind(const Document& document,
                               FigurePart& part) const {
  if (!part.unit || part.unit_first || part.hyphen_unit || part.number.vague ||
      part.number.fraction || !part.number.value.IsInteger() ||
      (part.unit->role != UnitRole::kUnit &&
       part.unit->role != UnitRole::kMoney)) {
    return;
  }
  const auto more = PartBehind(document, *part.unit, part.limit_token);
  const auto sum =
      more ? Add(part.number.value, more->value) : std::optional<Decimal>();
  if (!sum) return;
  part.number.value = *sum;
  part.limit_token = part.number.limit_token = more->limit_token;
  part.raw.end = more->raw.end;
  part.number.rules.insert(part.number.rules.end(), more->rules.begin(),
                           more->rules.end());
}

// The number behind its unit that says what the unit says, متر واحد, كيلومترين
// اثنين: the token behind it.
std::optional<uint32_t> PartReader::SaidBehind(const Document& document,
                                               const Decimal& value,
                                               uint32_t token) const {
  if (!OnLine(document, token)) return std::nullopt;
  for (const NumberWord& word : words_.At(document, token)) {
    if (word.proclitics == 0 && word.value == value &&
        rules_.Attribute(word.rule, "style") == "after_noun") {
      return word.limit_token;
    }
  }
  return std::nullopt;
}

// كيلومتر ونصف, "دولار وربع", متر واحد: one of the unit, and a part of it.
std::optional<FigurePart> PartReader::OneOfUnit(const Document& document,
                                                const UnitReading& unit) const {
  const uint32_t next = unit.limit_token;
  const bool word =
      document.tokens[unit.first_token].kind == TokenKind::kWord &&
      !unit.is_symbol && !unit.single && !unit.glued_only &&
      !unit.before_number;
  if (!word || !OnLine(document, next) || (unit.proclitics & kCliticThe) != 0 ||
      (unit.role != UnitRole::kUnit && unit.role != UnitRole::kMoney)) {
    return std::nullopt;
  }
  // The number before has had its turn: "خمسة كيلومترات ونصف".
  FigurePart out = Dual(document, unit);
  out.number.value = 1;
  const auto one = SaidBehind(document, 1, next);
  if (one && !unit.counted) {
    out.limit_token = out.number.limit_token = *one;
    out.raw.end = document.tokens[*one - 1].raw.end;
    AddPartBehind(document, out);
  } else {
    AddPartBehind(document, out);
    if (out.number.value == Decimal(1)) return std::nullopt;
  }
  out.number.raw = out.raw;
  return out;
}

// "$5", "-$5", "USD 5", "%5"; a currency or percent by name before its number
// only where nothing else is on the line ("ringgit 42", "percent of 10").
std::optional<FigurePart> PartReader::ReadUnitFirst(const Document& document,
                                                    uint32_t token) const {
  uint32_t at = token;
  bool negative = false;
  if (IsText(document, at, "-") && IsGlued(document, at + 1) &&
      !(document.tokens[at].glued && at > 0 &&
        document.tokens[at - 1].kind != TokenKind::kPunct)) {
    negative = true;
    ++at;
  }
  if (at >= document.tokens.size() || !UnitReader::MayStart(document, at)) {
    return std::nullopt;
  }
  const auto before = units_.Read(document, at, false);
  if (!before) return std::nullopt;
  if (before->is_dual && !negative) {
    FigurePart part = Dual(document, *before);
    if (const auto two = SaidBehind(document, 2, part.limit_token)) {
      part.limit_token = part.number.limit_token = *two;
      part.raw.end = part.number.raw.end = document.tokens[*two - 1].raw.end;
    }
    AddPartBehind(document, part);
    return part;
  }
  if (auto part = OneOfUnit(document, *before); part && !negative) return part;
  uint32_t next = before->limit_token;
  if (!OnLine(document, next)) return std::nullopt;
  const bool money = before->role == UnitRole::kMoney;
  const bool percent = before->role == UnitRole::kPercent;
  const bool sign = percent && document.tokens[at].kind != TokenKind::kWord;
  bool whole_line = false;
  if (sign) {
    if (!IsGlued(document, next) || !IsDigits(document, next)) {
      return std::nullopt;
    }
    if (document.tokens[at].glued && at > 0 &&
        (IsDigits(document, at - 1) || IsText(document, at - 1, ")"))) {
      return std::nullopt;
    }
  } else if (before->before_number) {
    // "magnitude 6.5"
  } else if (!(money && before->is_symbol)) {
    if (!(money || percent) || !document.tokens[at].starts_line) {
      return std::nullopt;
    }
    whole_line = true;
    if (percent) SkipOf(document, next);
  }
  const bool minus = IsText(document, next, "-") && IsGlued(document, next + 1);
  if (!whole_line && !StartsDigits(document, next) && !minus) {
    return std::nullopt;
  }
  auto number = numbers_.Read(document, next, {money, true});
  if (!number || number->ordinal) return std::nullopt;
  if (whole_line && !(!OnLine(document, number->limit_token))) {
    return std::nullopt;
  }
  FigurePart part;
  part.first_token = token;
  part.number = *number;
  if (negative) part.number.value = part.number.value.Negated();
  part.limit_token = number->limit_token;
  part.unit = before;
  part.unit_first = true;
  part.raw = {document.tokens[token].raw.begin, number->raw.end};
  if (!money || !OnLine(document, part.limit_token)) return part;
  // "$5 million dollars", "$5 US": the currency said again.
  const auto again = units_.Read(document, part.limit_token, false);
  const bool of_next = again && again->is_symbol &&
                       IsGlued(document, again->limit_token) &&
                       IsDigits(document, again->limit_token);
  if (again && !of_next && again->role == UnitRole::kMoney && !again->is_dual &&
      SharesCurrency(before->unit, again->unit)) {
    if (again->unit.candidates.size() < before->unit.candidates.size()) {
      part.unit->unit = again->unit;
    }
    part.limit_token = again->limit_token;
    part.raw.end = document.tokens[part.limit_token - 1].raw.end;
  }
  return part;
}

// "a mile", "a penny", لتر ونصف: the unit is one by itself. Not behind a
// figure, where "a" is "per": "$50 a barrel".
std::optional<FigurePart> PartReader::ReadImpliedOne(const Document& document,
                                                     uint32_t token) const {
  uint32_t at = token;
  bool article = false;
  for (const NumberWord& word : words_.At(document, token)) {
    article = article || word.role == NumberRole::kArticle;
  }
  if (article) {
    at = token + 1;
    if (!OnLine(document, at)) return std::nullopt;
    if (token > 0 && !document.tokens[token].starts_line) {
      const Token& before = document.tokens[token - 1];
      if (before.kind == TokenKind::kDigits ||
          before.kind == TokenKind::kSymbol ||
          (before.starts & KindBit(RuleKind::kScales)) != 0 ||
          units_.Read(document, token - 1, true)) {
        return std::nullopt;
      }
    }
  }
  if (!UnitReader::MayStart(document, at)) return std::nullopt;
  const auto unit = units_.Read(document, at, true);
  if (!unit || unit->glued_only || unit->single || unit->is_dual) {
    return std::nullopt;
  }
  const bool measure = unit->role == UnitRole::kUnit;
  const bool coin = article && unit->role == UnitRole::kMinor;
  if (!measure && !coin) return std::nullopt;
  FigurePart part;
  part.first_token = part.number.first_token = token;
  part.limit_token = part.number.limit_token = unit->limit_token;
  part.number.value = 1;
  part.number.in_words = true;
  part.number.implied_one = true;
  part.number.proclitics = unit->proclitics;
  part.unit = unit;
  part.raw = {document.tokens[token].raw.begin,
              document.tokens[unit->limit_token - 1].raw.end};
  // A half behind it: "a mile and a half", لتر ونصف.
  if (const auto half = PartBehind(document, *unit, part.limit_token)) {
    if (const auto sum = Add(1, half->value)) {
      part.number.value = *sum;
      part.number.implied_one = false;
      part.limit_token = half->limit_token;
      part.raw.end = half->raw.end;
    }
  } else if (!article || !(unit->alone || coin)) {
    return std::nullopt;
  }
  part.number.raw = part.raw;
  return part;
}

// May this unit stand where it does? One letter behind a blank is a thin
// proof: the digits must be right before it and the clause end behind it.
bool PartReader::UnitStands(const Document& document, const FigurePart& part,
                            const UnitReading& unit) const {
  const Token& first = document.tokens[unit.first_token];
  const bool after_digits =
      unit.first_token > 0 &&
      document.tokens[unit.first_token - 1].kind != TokenKind::kWord;
  if (unit.glued_only) return first.glued && after_digits;
  const bool one_word = unit.limit_token == unit.first_token + 1;
  if (unit.after_scale && one_word && !part.number.has_scale &&
      !part.number.grouped) {
    return false;
  }
  if (!unit.single) return true;
  if (!after_digits) return false;
  const uint32_t next = unit.limit_token;
  if (first.glued) {
    // "5m2x" is a code.
    return !(OnLine(document, next) && document.tokens[next].glued &&
             document.tokens[next].kind == TokenKind::kDigits);
  }
  if (EndsClause(document, next)) return true;
  if (IsText(document, next, "-")) return false;  // "L-202"
  if (document.tokens[next].kind == TokenKind::kSymbol) return true;
  if (IsText(document, next, "x")) return true;
  return Starts(document, next,
                KindBit(RuleKind::kStopwords) | KindBit(RuleKind::kRanges)) &&
         !document.tokens[next].capital;
}

void PartReader::AddUnitAfter(const Document& document,
                              FigurePart& part) const {
  uint32_t at = part.limit_token;
  if (!OnLine(document, at)) return;
  bool hyphen = false;
  std::string_view closing;
  if (IsText(document, at, "-") && document.tokens[at].glued &&
      IsGlued(document, at + 1) && IsWord(document, at + 1)) {
    hyphen = true;
    ++at;
  } else if (IsText(document, at, "[") || IsText(document, at, "{")) {
    // "25 [micrograms]"
    closing = IsText(document, at, "[") ? "]" : "}";
    ++at;
    if (!OnLine(document, at)) return;
  } else if (part.number.vague) {
    uint32_t behind = at;
    if (SkipOf(document, behind) && UnitReader::MayStart(document, behind) &&
        units_.Read(document, behind, false)) {
      at = behind;
    }
  } else if (part.number.fraction && !part.number.has_scale) {
    // "half a mile", "three-tenths of a percentage point".
    uint32_t behind = at, limit = 0;
    const bool of = SkipOf(document, behind);
    // "one tenth of one percent"
    const auto one = of ? numbers_.Read(document, behind) : std::nullopt;
    if (one && one->in_words && one->value == Decimal(1) &&
        OnLine(document, one->limit_token)) {
      const auto unit = units_.Read(document, one->limit_token, true);
      if (unit && unit->role == UnitRole::kPercent) at = one->limit_token;
    }
    if (HasRole(document, behind, NumberRole::kArticle, limit) &&
        OnLine(document, limit) && units_.Read(document, limit, true)) {
      at = limit;
    }
  }
  if (!UnitReader::MayStart(document, at)) return;
  const bool prefer_measure = hyphen || !part.number.has_scale;
  auto after = units_.Read(document, at, prefer_measure);
  // "six-in-ten": the hyphens join the two numbers; "4,000-foot-high" does not.
  if (after && hyphen && IsGlued(document, after->limit_token) &&
      IsText(document, after->limit_token, "-")) {
    if (AddHyphenedInches(document, *after, part)) return;
    const uint32_t next = after->limit_token + 1;
    if (!IsWord(document, next) || NumberWords::MayStart(document, next)) {
      return;
    }
  }
  // "$245 $172": the sign of the next figure.
  if (after && after->is_symbol && !document.tokens[at].glued &&
      IsGlued(document, after->limit_token) &&
      IsDigits(document, after->limit_token)) {
    return;
  }
  if (!after || after->is_dual || !UnitStands(document, part, *after)) return;
  if (part.number.ordinal) return;
  uint32_t limit = after->limit_token;
  if (!closing.empty()) {
    if (!IsText(document, limit, closing)) return;
    ++limit;
  }
  part.unit = after;
  part.limit_token = limit;
  part.raw.end = document.tokens[limit - 1].raw.end;
  part.hyphen_unit = hyphen;
}

// Adds `inches` to a part of whole feet; false where they are none.
bool PartReader::AddInches(const Unit& foot, const NumberReading& inches,
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
bool PartReader::AddHyphenedInches(const Document& document,
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
void PartReader::AddMarks(const Document& document, FigurePart& part) const {
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
void PartReader::AddSmallerUnits(const Document& document,
                                 FigurePart& part) const {
  for (int i = 0; i < kMaxSmallerUnits; ++i) {
    if (!part.unit || part.unit->role != UnitRole::kUnit || part.hyphen_unit ||
        !part.unit->unit.offset.IsZero() || !part.number.value.IsInteger() ||
        part.number.vague) {
      return;
    }
    uint32_t at = part.limit_token, limit = 0;
    if (IsText(document, at, ",") && OnLine(document, at)) ++at;
    bool joined = false;
    if (HasRole(document, at, NumberRole::kJoin, limit)) {
      at = limit;
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
void PartReader::AddMinorMoney(const Document& document,
                               FigurePart& part) const {
  if (!part.unit || part.unit->role != UnitRole::kMoney || part.number.vague ||
      part.hyphen_unit) {
    return;
  }
  uint32_t at = part.limit_token, limit = 0;
  bool joined = false;
  if (HasRole(document, at, NumberRole::kJoin, limit)) {
    at = limit;
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
    limit = number->limit_token;
  }
  const auto minor = Multiply(number->value, share);
  const auto sum = minor ? Add(part.number.value, *minor) : std::nullopt;
  if (!sum || *minor >= Decimal(1)) return;
  part.number.value = *sum;
  part.limit_token = limit;
  part.raw.end = document.tokens[limit - 1].raw.end;
  if (unit) part.number.rules.push_back(unit->rule);
}

// "tenth of a gallon": an ordinal before "of" and one of a unit is a part.
void PartReader::MakePart(const Document& document, FigurePart& part) const {
  uint32_t at = part.limit_token, limit = 0;
  if (!part.number.ordinal || !part.number.in_words ||
      part.number.value < Decimal(3) || part.number.proclitics != 0 ||
      !SkipOf(document, at) ||
      !HasRole(document, at, NumberRole::kArticle, limit) ||
      !OnLine(document, limit)) {
    return;
  }
  const bool definite =
      part.first_token > 0 && OnLine(document, part.first_token) &&
      HasRole(document, part.first_token - 1, NumberRole::kDefinite, at);
  const auto unit = units_.Read(document, limit, true);
  const auto value = Divide(1, part.number.value);
  if (definite || !value || !unit || unit->role != UnitRole::kUnit) return;
  part.number.value = *value;
  part.number.ordinal = false;
  part.number.fraction = true;
}

std::optional<FigurePart> PartReader::Read(const Document& document,
                                           uint32_t token) const {
  if (!StartsDigits(document, token)) {
    if (auto part = ReadUnitFirst(document, token)) {
      AddMinorMoney(document, *part);
      return part;
    }
  }
  const auto number = numbers_.Read(document, token, {false, true});
  if (!number) return ReadImpliedOne(document, token);
  FigurePart part;
  part.first_token = token;
  part.number = *number;
  part.limit_token = number->limit_token;
  part.raw = number->raw;
  MakePart(document, part);
  AddMarks(document, part);
  if (!part.unit) AddUnitAfter(document, part);
  AddPartBehind(document, part);
  AddSmallerUnits(document, part);
  AddMinorMoney(document, part);
  return part;
}

}  // namespace crosscheck
