#include "checker/quantity/figure_reader.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kMaxNounTokens = 3;

bool Is(const Document& document, uint32_t token, std::string_view text) {
  return token < document.tokens.size() && document.Folded(token) == text;
}

bool SameLine(const Document& document, uint32_t token) {
  return token < document.tokens.size() && !document.tokens[token].starts_line;
}

bool HasKind(const Rulebook& rules, const Document& document, uint32_t token,
             RuleKind kind) {
  return !MatchPhrases(rules.lexicon(), document, token, KindBit(kind)).empty();
}

// What an exactly worded figure allows. Whole numbers of things are exact;
// scaled and decimal figures are rounded at their last written place; whole
// percents, amounts and measures at the unit.
Interval RangeOf(QuantityKind kind, const Decimal& value) {
  const bool counted =
      kind == QuantityKind::kCount || kind == QuantityKind::kOrdinal ||
      kind == QuantityKind::kRatio || kind == QuantityKind::kScore;
  if (counted && value.exponent() == 0) return Exactly(value);
  if (kind == QuantityKind::kRatio) return Exactly(value);
  return Rounded(value, value.LastPlace());
}

}  // namespace

FigureReader::FigureReader(const Rulebook& rules, const NumberReader& numbers,
                           const UnitReader& units)
    : rules_(rules), numbers_(numbers), units_(units) {}

std::optional<FigureReader::Part> FigureReader::ReadPart(
    const Document& document, uint32_t token) const {
  Part part;
  part.first_token = token;
  uint32_t at = token;
  // A currency sign or code before its number, perhaps after a minus.
  std::optional<UnitReading> before;
  if (document.tokens[at].kind != TokenKind::kDigits) {
    before = units_.Read(document, at, false);
    if (before && !(before->role == UnitRole::kMoney && before->is_symbol)) {
      if (before->is_dual) {
        // "two tonnes" in one word.
        part.number.first_token = at;
        part.number.limit_token = before->limit_token;
        part.number.value = 2;
        part.number.in_words = true;
        part.unit = before;
        part.limit_token = before->limit_token;
        part.raw = {document.tokens[at].raw.begin,
                    document.tokens[before->limit_token - 1].raw.end};
        return part;
      }
      before.reset();
    }
    if (before) {
      at = before->limit_token;
      if (!SameLine(document, at)) return std::nullopt;
      const Token& next = document.tokens[at];
      // A code of letters needs a number in digits, or nothing at all.
      if (next.kind != TokenKind::kDigits && before->is_code) {
        return std::nullopt;
      }
    }
  }
  const auto number = numbers_.Read(document, at);
  if (!number) return std::nullopt;
  part.number = *number;
  part.limit_token = number->limit_token;
  part.raw = number->raw;
  if (before) {
    part.unit = before;
    part.raw.begin = document.tokens[token].raw.begin;
    // "$5 US", "$5 Canadian": left alone. "$5 million dollars" repeats.
    if (SameLine(document, part.limit_token)) {
      const auto again = units_.Read(document, part.limit_token, false);
      if (again && again->role == UnitRole::kMoney && !again->is_dual &&
          std::find(before->unit.candidates.begin(),
                    before->unit.candidates.end(),
                    again->unit.id) != before->unit.candidates.end() &&
          again->first_token == part.limit_token) {
        part.unit->unit = again->unit;
        part.limit_token = again->limit_token;
        part.raw.end = document.tokens[part.limit_token - 1].raw.end;
      }
    }
    return part;
  }
  // After it: glued, after a blank, a hyphen, or "of" behind a vague plural.
  at = part.limit_token;
  bool hyphen = false;
  if (Is(document, at, "-") && document.tokens[at].glued &&
      SameLine(document, at + 1) && document.tokens[at + 1].glued &&
      document.tokens[at + 1].kind == TokenKind::kWord) {
    hyphen = true;
    ++at;
  }
  if (!hyphen && SameLine(document, at) && part.number.vague) {
    for (const PhraseMatch& match : MatchPhrases(
             rules_.lexicon(), document, at,
             KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kRanges))) {
      const std::string_view role = rules_.Attribute(match.rule, "role");
      const bool of =
          role == "of" || (role == "open" &&
                           rules_.Attribute(match.rule, "pairs_with") == "to");
      if (of && SameLine(document, match.limit_token)) {
        if (units_.Read(document, match.limit_token, false)) {
          at = match.limit_token;
          break;
        }
      }
    }
  }
  if (SameLine(document, at)) {
    // A one-letter unit only where it is glued ("5 m" is too thin a proof).
    const Token& next = document.tokens[at];
    const bool single =
        next.kind == TokenKind::kWord && next.end - next.begin == 1;
    auto after =
        single && !next.glued
            ? std::nullopt
            : units_.Read(document, at, hyphen || !part.number.has_scale);
    if (after && after->is_dual) after.reset();
    if (after && !(after->role == UnitRole::kFold && part.number.ordinal)) {
      part.unit = after;
      part.limit_token = after->limit_token;
      part.raw.end = document.tokens[part.limit_token - 1].raw.end;
      part.hyphen_unit = hyphen;
    }
  }
  return part;
}

// A word of kind ranges with this role at `token`; the token after it.
std::optional<uint32_t> FigureReader::RangeRole(const Document& document,
                                                uint32_t token,
                                                std::string_view role) const {
  if (!SameLine(document, token)) return std::nullopt;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kRanges))) {
    if (rules_.Attribute(match.rule, "role") == role && match.proclitics == 0) {
      return match.limit_token;
    }
  }
  return std::nullopt;
}

std::optional<Quantity> FigureReader::ReadRange(const Document& document,
                                                const Part& first) const {
  const uint32_t at = first.limit_token;
  if (!SameLine(document, at)) return std::nullopt;
  // What opens it, before: "between", "from".
  std::string_view open;
  std::string_view open_rule;
  uint32_t open_token = first.first_token;
  for (uint32_t back = 1; back <= 3 && back <= first.first_token; ++back) {
    if (document.tokens[first.first_token - back + 1].starts_line) break;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, first.first_token - back,
                      KindBit(RuleKind::kRanges))) {
      if (match.limit_token == first.first_token &&
          rules_.Attribute(match.rule, "role") == "open") {
        open = rules_.Attribute(match.rule, "pairs_with");
        open_rule = rules_.Id(match.rule);
        open_token = first.first_token - back;
      }
    }
  }
  std::optional<uint32_t> second_at;
  bool dash = false;
  if (!open.empty()) second_at = RangeRole(document, at, open);
  const bool joined_and =
      open == "and" && !second_at &&
      (document.tokens[at].reading_count > 0 &&
       (document.tokens[at].readings[0].proclitics & kCliticAnd) != 0);
  if (joined_and) second_at = at;
  if (!second_at) {
    second_at = RangeRole(document, at, "dash");
    dash = second_at.has_value();
    if (dash &&
        !(first.number.limit_token == first.limit_token || first.unit)) {
      second_at.reset();
    }
  }
  if (!second_at) {
    // "5 to 7" without "from": only bare numbers or one shared unit.
    second_at = RangeRole(document, at, "to");
    if (second_at && (first.unit || first.number.in_words) && open.empty() &&
        first.unit) {
      second_at.reset();
    }
  }
  if (!second_at || !SameLine(document, *second_at)) return std::nullopt;
  auto second = ReadPart(document, *second_at);
  if (!second || second->number.ordinal || first.number.ordinal) {
    return std::nullopt;
  }
  if (second->number.vague || first.number.vague) return std::nullopt;
  Part merged = *second;
  Decimal low = first.number.value, high = second->number.value;
  // The unit and the scale of the second serve the first: "5 to 7 million".
  if (!first.unit && second->number.has_scale && !first.number.has_scale) {
    for (int power = 15; power >= 3; power -= 3) {
      const Decimal scale(1, power);
      if (high >= scale) {
        const auto scaled = Multiply(low, scale);
        if (scaled && *scaled <= high) {
          low = *scaled;
          break;
        }
      }
    }
  }
  if (first.unit && second->unit &&
      first.unit->unit.dimension != second->unit->unit.dimension) {
    return std::nullopt;
  }
  if (!second->unit && first.unit) {
    if (!first.unit->is_symbol) return std::nullopt;
    merged.unit = first.unit;
  }
  if (first.number.value.IsNegative() != second->number.value.IsNegative() &&
      dash) {
    return std::nullopt;
  }
  if (dash && low > high && !merged.unit) {
    // "3-1": a score.
    if (low.IsInteger() && low < Decimal(200) && !first.unit) {
      Quantity score;
      score.kind = QuantityKind::kScore;
      score.iso = low.ToString() + "/" + high.ToString();
      score.value = low;
      score.range = Exactly(low);
      score.first_token = first.first_token;
      score.limit_token = merged.limit_token;
      score.span = score.core = {first.raw.begin, merged.raw.end};
      score.rules = {"shared.shape.score"};
      return score;
    }
    return std::nullopt;
  }
  if (low > high && open.empty()) return std::nullopt;
  Quantity figure = Finish(document, merged);
  figure.first_token = open.empty() ? first.first_token : open_token;
  figure.core = {first.raw.begin, merged.raw.end};
  figure.span = {document.tokens[figure.first_token].raw.begin,
                 figure.span.end};
  figure.modality = Modality::kRange;
  figure.value.reset();
  figure.range = Between(low, high);
  figure.in_words = first.number.in_words && second->number.in_words;
  if (!open_rule.empty()) figure.rules.push_back(open_rule);
  figure.rules.insert(figure.rules.begin(), first.number.rules.begin(),
                      first.number.rules.end());
  return figure;
}

// "three in ten", "8 من أكبر 10".
std::optional<Quantity> FigureReader::ReadRatio(const Document& document,
                                                const Part& part) const {
  if (part.unit || part.number.vague || part.number.has_scale) {
    return std::nullopt;
  }
  const auto next = RangeRole(document, part.limit_token, "per");
  if (!next || !SameLine(document, *next)) return std::nullopt;
  const auto base = numbers_.Read(document, *next);
  if (!base || base->ordinal || base->vague) return std::nullopt;
  static const Decimal kBases[] = {3, 4, 5, 6, 8, 10, 12, 20, 100, 1000};
  const bool plain_word = *next - part.limit_token == 1;
  if (plain_word && (!part.number.in_words || !base->in_words ||
                     std::find(std::begin(kBases), std::end(kBases),
                               base->value) == std::end(kBases))) {
    return std::nullopt;
  }
  if (base->value <= part.number.value) return std::nullopt;
  const auto quotient = Divide(part.number.value, base->value);
  if (!quotient) return std::nullopt;
  Quantity figure;
  figure.kind = QuantityKind::kRatio;
  figure.value = *quotient;
  figure.range = Exactly(*quotient);
  figure.unit.dimension = Dimension::kRatio;
  figure.unit.id = "ratio";
  figure.first_token = part.first_token;
  figure.limit_token = base->limit_token;
  figure.span = figure.core = {part.raw.begin, base->raw.end};
  figure.in_words = part.number.in_words;
  figure.rules.assign(part.number.rules.begin(), part.number.rules.end());
  return figure;
}

void FigureReader::FindNoun(const Document& document, Quantity& figure) const {
  uint32_t at = figure.limit_token;
  const auto& tokens = document.tokens;
  if (Is(document, at, "-") && tokens[at].glued) ++at;
  // "ثلاثة من رجال", "three of the men": the noun behind "of".
  if (SameLine(document, at)) {
    for (const PhraseMatch& match : MatchPhrases(
             rules_.lexicon(), document, at,
             KindBit(RuleKind::kRanges) | KindBit(RuleKind::kNumbers))) {
      const std::string_view role = rules_.Attribute(match.rule, "role");
      if (role == "of" ||
          (role == "open" &&
           rules_.Attribute(match.rule, "pairs_with") == "to")) {
        at = match.limit_token;
        break;
      }
    }
  }
  uint32_t first = at;
  while (SameLine(document, at) && at - first < kMaxNounTokens) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kPunct &&
        (document.Folded(at) == "\"" || document.Folded(at) == "(") &&
        at == first) {
      ++first;
      ++at;
      continue;
    }
    if (token.kind != TokenKind::kWord) break;
    if (HasKind(rules_, document, at, RuleKind::kStopwords)) {
      // "of the men": an article after "of".
      if (at == first && first > figure.limit_token) {
        ++first;
        ++at;
        continue;
      }
      break;
    }
    if (at > first && token.script == Script::kArabic && token.glued) break;
    ++at;
  }
  if (at > first) {
    figure.noun_first_token = first;
    figure.noun_limit_token = at;
    return;
  }
  // Definite order: the noun first, "الأجيال الثلاثة".
  const Token& number = tokens[figure.first_token];
  if (figure.first_token > 0 && !number.starts_line &&
      number.reading_count > 0 &&
      (number.readings[0].proclitics & kCliticThe) != 0 &&
      tokens[figure.first_token - 1].kind == TokenKind::kWord) {
    figure.noun_first_token = figure.first_token - 1;
    figure.noun_limit_token = figure.first_token;
  }
}

Quantity FigureReader::Finish(const Document& document,
                              const Part& part) const {
  Quantity figure;
  const NumberReading& number = part.number;
  figure.first_token = part.first_token;
  figure.limit_token = part.limit_token;
  figure.span = figure.core = part.raw;
  figure.value = number.value;
  figure.in_words = number.in_words;
  figure.vague = number.vague;
  figure.implied_one = number.implied_one;
  figure.rules.assign(number.rules.begin(), number.rules.end());
  figure.kind = QuantityKind::kCount;
  if (number.ordinal) {
    figure.kind = QuantityKind::kOrdinal;
    figure.unit.id = "ordinal";
  } else if (part.unit) {
    figure.unit = part.unit->unit;
    figure.rules.push_back(part.unit->rule);
    switch (part.unit->role) {
      case UnitRole::kMoney:
        figure.kind = QuantityKind::kMoney;
        break;
      case UnitRole::kMinor: {
        figure.kind = QuantityKind::kMoney;
        if (const auto share = Multiply(number.value, part.unit->share)) {
          figure.value = *share;
        }
        break;
      }
      case UnitRole::kPercent:
        figure.kind = QuantityKind::kPercent;
        break;
      case UnitRole::kFold:
        figure.kind = QuantityKind::kRatio;
        break;
      case UnitRole::kUnit:
        figure.kind = QuantityKind::kQuantity;
        break;
    }
  } else if (number.fraction) {
    figure.kind = QuantityKind::kRatio;
    figure.unit.dimension = Dimension::kRatio;
    figure.unit.id = "ratio";
  }
  figure.range = RangeOf(figure.kind, *figure.value);
  if (number.vague_limit) {
    figure.modality = Modality::kRange;
    figure.range = {number.value, *number.vague_limit, true, false};
    figure.value.reset();
  } else if (number.vague) {
    figure.modality = Modality::kAtLeast;
    figure.range = AtLeast(*figure.value);
  }
  return figure;
}

// "seven dollars and ten cents".
void FigureReader::AddMinorUnits(const Document& document, Part& part,
                                 Quantity& figure) const {
  if (figure.kind != QuantityKind::kMoney || !figure.value || !part.unit ||
      part.unit->role != UnitRole::kMoney) {
    return;
  }
  uint32_t at = part.limit_token;
  if (const auto next = RangeRole(document, at, "and")) at = *next;
  if (!SameLine(document, at)) return;
  const auto minor = ReadPart(document, at);
  if (!minor || !minor->unit || minor->unit->role != UnitRole::kMinor) return;
  const auto share = Multiply(minor->number.value, minor->unit->share);
  const auto sum = share ? Add(*figure.value, *share) : std::nullopt;
  if (!sum) return;
  figure.value = *sum;
  figure.range = RangeOf(figure.kind, *sum);
  figure.limit_token = minor->limit_token;
  figure.core.end = figure.span.end = minor->raw.end;
  figure.rules.push_back(minor->unit->rule);
}

std::optional<Quantity> FigureReader::Read(const Document& document,
                                           uint32_t token) const {
  auto part = ReadPart(document, token);
  if (!part) return std::nullopt;
  if (auto range = ReadRange(document, *part)) {
    if (range->kind == QuantityKind::kCount) FindNoun(document, *range);
    if (range->kind == QuantityKind::kCount &&
        range->noun_first_token < range->noun_limit_token) {
      range->unit.dimension = Dimension::kCounted;
      range->unit.id = document.Folded(range->noun_first_token);
    }
    return range;
  }
  if (auto ratio = ReadRatio(document, *part)) return ratio;
  Quantity figure = Finish(document, *part);
  AddMinorUnits(document, *part, figure);
  if (figure.kind == QuantityKind::kCount ||
      figure.kind == QuantityKind::kPercent ||
      figure.kind == QuantityKind::kRatio) {
    FindNoun(document, figure);
    if (figure.kind == QuantityKind::kCount &&
        figure.noun_first_token < figure.noun_limit_token) {
      figure.unit.dimension = Dimension::kCounted;
      figure.unit.id = document.Folded(figure.noun_first_token);
    }
  }
  return figure;
}

}  // namespace crosscheck
