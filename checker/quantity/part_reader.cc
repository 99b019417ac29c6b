#include "checker/quantity/part_reader.h"

#include <algorithm>

#include "checker/quantity/number_digits.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

bool SharesCurrency(const Unit& a, const Unit& b) {
  return std::any_of(
      a.candidates.begin(), a.candidates.end(), [&](const std::string& code) {
        return std::find(b.candidates.begin(), b.candidates.end(), code) !=
               b.candidates.end();
      });
}

}  // namespace

PartReader::PartReader(const Rulebook& rules, const NumberReader& numbers,
                       const UnitReader& units)
    : rules_(rules),
      numbers_(numbers),
      units_(units),
      words_(numbers.words()),
      smaller_(numbers, units),
      behind_(numbers, units) {}

bool PartReader::SkipOf(const Document& document, uint32_t& token) const {
  const auto of = BareWord(words_, document, token, NumberRole::kOf);
  if (!of || !OnLine(document, of->limit_token)) return false;
  token = of->limit_token;
  return true;
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
    behind_.AddTo(document, out);
  } else {
    behind_.AddTo(document, out);
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
    behind_.AddTo(document, part);
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
  if (const auto half = behind_.Read(document, *unit, part.limit_token)) {
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
    uint32_t behind = at;
    const bool of = SkipOf(document, behind);
    // "one tenth of one percent"
    const auto one = of ? numbers_.Read(document, behind) : std::nullopt;
    if (one && one->in_words && one->value == Decimal(1) &&
        OnLine(document, one->limit_token)) {
      const auto unit = units_.Read(document, one->limit_token, true);
      if (unit && unit->role == UnitRole::kPercent) at = one->limit_token;
    }
    const auto article =
        BareWord(words_, document, behind, NumberRole::kArticle);
    if (article && OnLine(document, article->limit_token) &&
        units_.Read(document, article->limit_token, true)) {
      at = article->limit_token;
    }
  }
  if (!UnitReader::MayStart(document, at)) return;
  const bool prefer_measure = hyphen || !part.number.has_scale;
  auto after = units_.Read(document, at, prefer_measure);
  // "six-in-ten": the hyphens join the two numbers; "4,000-foot-high" does not.
  if (after && hyphen && IsGlued(document, after->limit_token) &&
      IsText(document, after->limit_token, "-")) {
    if (smaller_.AddHyphenedInches(document, *after, part)) return;
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

// "tenth of a gallon": an ordinal before "of" and one of a unit is a part.
void PartReader::MakePart(const Document& document, FigurePart& part) const {
  uint32_t at = part.limit_token;
  if (!part.number.ordinal || !part.number.in_words ||
      part.number.value < Decimal(3) || part.number.proclitics != 0 ||
      !SkipOf(document, at)) {
    return;
  }
  const auto article = BareWord(words_, document, at, NumberRole::kArticle);
  if (!article || !OnLine(document, article->limit_token)) return;
  const bool definite =
      part.first_token > 0 && OnLine(document, part.first_token) &&
      BareWord(words_, document, part.first_token - 1, NumberRole::kDefinite);
  const auto unit = units_.Read(document, article->limit_token, true);
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
      smaller_.AddMinorMoney(document, *part);
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
  smaller_.AddMarks(document, part);
  if (!part.unit) AddUnitAfter(document, part);
  behind_.AddTo(document, part);
  smaller_.AddSmaller(document, part);
  smaller_.AddMinorMoney(document, part);
  return part;
}

}  // namespace crosscheck
