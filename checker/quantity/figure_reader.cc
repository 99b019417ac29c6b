#include "checker/quantity/figure_reader.h"

#include <algorithm>
#include <iterator>

#include "checker/quantity/number_digits.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kChangeReach = 8;
constexpr uint32_t kScoreReach = 6;
const Decimal kMaxScore = 1000;

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

FigureReader::FigureReader(const Rulebook& rules, const PartReader& parts,
                           const NumberReader& numbers,
                           const RangeWords& ranges,
                           const ModalityWords& modality,
                           const NounFinder& nouns)
    : rules_(rules),
      parts_(parts),
      numbers_(numbers),
      ranges_(ranges),
      modality_(modality),
      nouns_(nouns),
      words_(numbers.words()) {}

// Is a word of change near before `token`, and no word of ranging?
bool FigureReader::ChangesBefore(const Document& document,
                                 uint32_t token) const {
  bool changes = false;
  for (uint32_t back = 1; back <= kChangeReach && back <= token; ++back) {
    const uint32_t t = token - back;
    if (document.tokens[t + 1].starts_line) break;
    const std::string_view text = document.Folded(t);
    if (text == "." && !document.tokens[t + 1].glued) break;
    if (const auto word = ranges_.At(
            document, t,
            {RangeRole::kUp, RangeRole::kDown, RangeRole::kRanged})) {
      // "the rise ranged": what ranges is no change.
      if (word->role == RangeRole::kRanged) return false;
      changes = true;
    }
  }
  return changes;
}

// Is a word of ranging near before `token` ("ranged from")?
bool FigureReader::RangesBefore(const Document& document,
                                uint32_t token) const {
  for (uint32_t back = 1; back <= kChangeReach && back <= token; ++back) {
    if (document.tokens[token - back + 1].starts_line) break;
    if (ranges_.At(document, token - back, {RangeRole::kRanged})) return true;
  }
  return false;
}

bool FigureReader::IsDefiniteWord(const Document& document,
                                  uint32_t token) const {
  if (!OnLine(document, token)) return false;
  for (const NumberWord& word : words_.At(document, token)) {
    if (word.role == NumberRole::kDefinite) return true;
  }
  return false;
}

bool FigureReader::ScoresNear(const Document& document, uint32_t first,
                              uint32_t limit) const {
  for (uint32_t t = limit; t < limit + kScoreReach && OnLine(document, t);
       ++t) {
    if (ranges_.At(document, t, {RangeRole::kScore})) return true;
  }
  for (uint32_t back = 1; back <= kScoreReach && back <= first; ++back) {
    if (document.tokens[first - back + 1].starts_line) break;
    if (ranges_.At(document, first - back, {RangeRole::kScore})) return true;
  }
  return false;
}

// ----------------------------------------------------------------- ranges

std::optional<FigureReader::Link> FigureReader::FindLink(
    const Document& document, const FigurePart& first) const {
  uint32_t at = first.limit_token;
  if (!OnLine(document, at)) return std::nullopt;
  // "4- to 6-point": the unit is yet to come.
  bool suspended = false;
  if (!first.unit && IsText(document, at, "-") && document.tokens[at].glued &&
      OnLine(document, at + 1) && !document.tokens[at + 1].glued &&
      ranges_.At(document, at + 1, {RangeRole::kTo, RangeRole::kOr})) {
    ++at;
    suspended = true;
  }
  Link link;
  link.suspended = suspended;
  uint32_t before = first.first_token;
  // "between the tenth and the fifteenth"
  if (before > 0 && IsDefiniteWord(document, before - 1)) --before;
  link.open =
      ranges_.Before(document, before, {RangeRole::kBetween, RangeRole::kFrom});
  // "between about 5 and 7"
  if (!link.open) {
    if (const auto about = modality_.Before(document, first.first_token)) {
      link.open = ranges_.Before(document, about->first_token,
                                 {RangeRole::kBetween, RangeRole::kFrom});
    }
  }
  const bool between = link.open && link.open->role == RangeRole::kBetween;
  const bool from = link.open && link.open->role == RangeRole::kFrom;
  const auto take = [&](const RangeWord& word) {
    link.role = word.role;
    link.second_token = modality_.Skip(document, word.limit_token);
    if (IsDefiniteWord(document, link.second_token)) ++link.second_token;
  };
  if (between) {
    const auto word = ranges_.At(document, at, {RangeRole::kAnd});
    if (word && word->proclitics == 0) {
      take(*word);
    } else if (document.tokens[at].kind == TokenKind::kWord) {
      // A joined "and": the second number says so itself.
      for (const NumberWord& number : words_.At(document, at)) {
        if (number.proclitics == kCliticAnd) {
          link.role = RangeRole::kAnd;
          link.second_token = at;
        }
      }
    }
  }
  if (link.role == RangeRole::kNone) {
    const auto word = ranges_.At(
        document, at, {RangeRole::kTo, RangeRole::kDash, RangeRole::kOr});
    if (!word || word->proclitics != 0) return std::nullopt;
    if (word->role == RangeRole::kTo && !from && !between &&
        ChangesBefore(document, first.first_token)) {
      if (first.unit) return std::nullopt;
      link.after_change = true;
    }
    // The dash of "5-7", and those of "3-to-0".
    const bool dashes =
        word->role == RangeRole::kDash ||
        (word->role == RangeRole::kTo && IsText(document, at, "-"));
    link.glued_dash = dashes && document.tokens[at].glued &&
                      IsGlued(document, word->limit_token);
    take(*word);
  }
  if (from && link.role == RangeRole::kTo &&
      ChangesBefore(document, link.open->first_token)) {
    return std::nullopt;  // "rose from 5 to 7": two figures
  }
  if (!OnLine(document, link.second_token)) return std::nullopt;
  // The opening word serves only its own partner.
  if ((between && link.role == RangeRole::kOr) ||
      (from && link.role != RangeRole::kTo && link.role != RangeRole::kAnd)) {
    link.open.reset();
  }
  return link;
}

bool FigureReader::SidesAgree(const Document& document, const Link& link,
                              const FigurePart& first,
                              const FigurePart& second) const {
  if (first.number.vague || second.number.vague) return false;
  if (first.number.multiple || second.number.multiple) return false;
  if (first.number.ordinal != second.number.ordinal) return false;
  if (first.unit && second.unit) {
    const Unit& a = first.unit->unit;
    const Unit& b = second.unit->unit;
    if (a.dimension != b.dimension || a.quantity != b.quantity) return false;
    if (first.unit->role != second.unit->role) return false;
    if (a.id != b.id && a.dimension != Dimension::kMoney) return false;
  }
  // "$5-7 million", "5%-7"; but "5 km to 7" is two things.
  if (first.unit && !second.unit && !first.unit_first &&
      !(link.open || link.glued_dash)) {
    return false;
  }
  const uint16_t wanted =
      link.role == RangeRole::kAnd && second.first_token == link.second_token
          ? second.number.proclitics & kCliticAnd
          : 0;
  if (second.number.proclitics != wanted) return false;
  if (link.role == RangeRole::kDash && !link.glued_dash) {
    // "1000 - 5000", not "killed 12 - 30 hurt"; "100 - 1000 g".
    const bool blanks = !document.tokens[first.limit_token].glued;
    const bool digits = !first.number.in_words && !second.number.in_words;
    if (!digits || !blanks || first.unit) return false;
    if (!second.unit && OnLine(document, second.limit_token) &&
        IsWord(document, second.limit_token)) {
      return false;
    }
  }
  return true;
}

std::optional<Quantity> FigureReader::ReadScore(
    const Document& document, const Link& link, const FigurePart& first,
    const FigurePart& second) const {
  const Decimal& a = first.number.value;
  const Decimal& b = second.number.value;
  // A nil may be in words: "1-صفر"; and both sides of "five-to-one".
  // "outspent them 4 to 1": the one of odds counts nothing.
  const bool counts = OnLine(document, second.limit_token) &&
                      nouns_.plurals().IsPlural(document, second.limit_token);
  const bool odds =
      link.role == RangeRole::kTo && b == Decimal(1) && a > b &&
      (link.glued_dash || (!link.open && !link.after_change && !counts &&
                           first.limit_token + 2 == second.limit_token));
  if (first.unit || second.unit ||
      (first.number.in_words && !a.IsZero() && !odds) ||
      (second.number.in_words && !b.IsZero() && !odds) || !a.IsInteger() ||
      !b.IsInteger() || a >= kMaxScore || b >= kMaxScore || a.IsNegative() ||
      b.IsNegative() || first.number.has_scale || second.number.has_scale ||
      first.number.ordinal || second.number.ordinal) {
    return std::nullopt;
  }
  // "fell by 12 to 13 points": a range of them.
  if (counts && a < b) return std::nullopt;
  const bool near = ScoresNear(document, first.first_token, second.limit_token);
  const bool nil = (a.IsZero() && first.number.in_words) ||
                   (b.IsZero() && second.number.in_words);
  if (link.role == RangeRole::kDash) {
    // A range goes up; what goes down or stays is a score, as is what has a
    // nil in words.
    if (!near && !nil && (!link.glued_dash || a < b)) return std::nullopt;
  } else if (link.role != RangeRole::kTo || link.open || link.suspended ||
             !(near || odds || (link.glued_dash && (b.IsZero() || a > b)))) {
    return std::nullopt;
  }
  Quantity score;
  score.kind = QuantityKind::kScore;
  score.iso = a.ToString() + "/" + b.ToString();
  score.value = a;
  score.range = Exactly(a);
  score.first_token = first.first_token;
  score.limit_token = second.limit_token;
  score.span = score.core = {first.raw.begin, second.raw.end};
  score.rules = {"shared.shape.score"};
  return score;
}

std::optional<Quantity> FigureReader::ReadRange(const Document& document,
                                                const FigurePart& first) const {
  const auto link = FindLink(document, first);
  if (!link) return std::nullopt;
  auto second = parts_.Read(document, link->second_token);
  if (second && link->role == RangeRole::kDash && !link->glued_dash &&
      second->first_token == link->second_token) {
    // "won 2 - 1": blanks about the dash, where a contest is spoken of.
    if (auto score = ReadScore(document, *link, first, *second)) return score;
  }
  if (!second || !SidesAgree(document, *link, first, *second)) {
    return std::nullopt;
  }
  if (auto score = ReadScore(document, *link, first, *second)) return score;
  FigurePart merged = *second;
  Decimal low = first.number.value, high = second->number.value;
  // The unit and the scale of the second serve the first: "5 to 7 million".
  if ((!first.unit || first.unit_first) && !first.number.has_scale) {
    std::optional<Decimal> scaled;
    if (second->number.scale > Decimal(1)) {
      scaled = Multiply(low, second->number.scale);
    } else if (link->glued_dash && second->number.grouped &&
               !first.number.grouped && low < Decimal(1000)) {
      scaled = low.Scaled(3);  // "5-6,000"
    }
    if (scaled && *scaled <= high) low = *scaled;
  }
  if (!second->unit && first.unit) merged.unit = first.unit;
  const bool downward = low > high;
  if (link->role == RangeRole::kDash && low.IsNegative() != high.IsNegative()) {
    return std::nullopt;
  }
  if (low == high) return std::nullopt;
  // "cut from 52% to 47%": what goes down is a change.
  if (downward &&
      (!link->open || (link->open->role == RangeRole::kFrom &&
                       !RangesBefore(document, link->open->first_token)))) {
    return std::nullopt;
  }
  // "grew 2 to 3 percent" is by how much; "rose 5 to 1,250" is two figures.
  if (link->after_change && (!second->unit || second->unit_first)) {
    return std::nullopt;
  }
  if (link->role == RangeRole::kOr || link->after_change) {
    const auto most = Multiply(low, 3);
    if (!most || high > *most) return std::nullopt;
  }
  Quantity figure = Finish(document, merged);
  const bool opened = link->open.has_value();
  figure.first_token = opened ? link->open->first_token : first.first_token;
  figure.core = {first.raw.begin, merged.raw.end};
  figure.span = figure.core;
  if (opened) {
    const Token& token = document.tokens[figure.first_token];
    figure.span.begin = token.raw.begin;
    if (link->open->prefix_bytes > 0 &&
        Length(token.raw) == token.end - token.begin) {
      figure.span.begin += link->open->prefix_bytes;
    }
  }
  figure.modality = Modality::kRange;
  figure.value.reset();
  figure.range = Between(low, high);
  figure.in_words = first.number.in_words && second->number.in_words;
  figure.rules.insert(figure.rules.begin(), first.number.rules.begin(),
                      first.number.rules.end());
  if (opened) figure.rules.push_back(rules_.Id(link->open->rule));
  return figure;
}

bool FigureReader::IsTimeUnit(const Document& document, uint32_t token) const {
  if (!Starts(document, token, KindBit(RuleKind::kTime))) return false;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kTime))) {
    if (rules_.Attribute(match.rule, "role") == "unit") return true;
  }
  return false;
}

// "three in ten", "8 من أكبر 10". "Four of six attacks" counts four.
std::optional<Quantity> FigureReader::ReadRatio(const Document& document,
                                                const FigurePart& part) const {
  const NumberReading& number = part.number;
  if (part.unit || number.vague || number.has_scale || number.fraction ||
      number.ordinal || number.multiple || number.decimal) {
    return std::nullopt;
  }
  const auto per = ranges_.At(document, part.limit_token, {RangeRole::kPer});
  if (!per || per->proclitics != 0 || !OnLine(document, per->limit_token)) {
    return std::nullopt;
  }
  const auto base = numbers_.Read(document, per->limit_token);
  if (!base || base->ordinal || base->vague || base->fraction ||
      base->decimal || base->value <= number.value) {
    return std::nullopt;
  }
  // A bare preposition is too thin a proof but for the bases of ratios, in
  // words or not followed by what they count.
  const std::string_view needs = rules_.Attribute(per->rule, "place");
  if (needs == "round_base") {
    // "four out of five": as people say shares in words.
    const Decimal reduced = base->value.Reduced();
    const bool said = number.in_words && base->in_words &&
                      (base->value == Decimal(4) || base->value == Decimal(5));
    if (!said && (reduced.coefficient() != 1 || reduced.exponent() < 1)) {
      return std::nullopt;
    }
  } else if (needs == "word_base") {
    static const Decimal kBases[] = {2, 3, 4, 5, 6, 7, 8, 10, 12, 20, 50, 100};
    const bool round = base->has_scale ||
                       base->value.Reduced().exponent() >= 2 ||
                       std::find(std::begin(kBases), std::end(kBases),
                                 base->value) != std::end(kBases);
    const bool one = number.value == Decimal(1);
    // "7 in 10", but not "7 in 10 days".
    const bool of_ten = base->value.Reduced().coefficient() == 1 &&
                        base->value >= Decimal(10) &&
                        !IsTimeUnit(document, base->limit_token);
    // "1 in 124 colonels", but not in 2016.
    const bool of_many =
        one && !base->in_words && base->value < Decimal(kFirstBareYear) &&
        base->value > Decimal(31) && OnLine(document, base->limit_token) &&
        nouns_.plurals().IsPlural(document, base->limit_token);
    if (!(one && base->in_words) &&
        !((number.in_words || one) && base->in_words && round) &&
        !(one && round) && !of_ten && !of_many) {
      return std::nullopt;
    }
  }
  const auto quotient = Divide(number.value, base->value);
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
  figure.in_words = number.in_words;
  figure.rules.assign(number.rules.begin(), number.rules.end());
  figure.rules.push_back(rules_.Id(per->rule));
  return figure;
}

// ---------------------------------------------------------------- figures

// "ثلاثة بلدان" is a plural that looks like a dual, "دولتان شقيقتان" the dual
// of an adjective.
bool FigureReader::IsNoDual(const Document& document, uint32_t token) const {
  if (token == 0 || !OnLine(document, token)) return false;
  return IsDigits(document, token - 1) ||
         words_.First(
             document, token - 1,
             {NumberRole::kUnit, NumberRole::kTenUnit, NumberRole::kFew}) ||
         nouns_.DualAt(document, token - 1);
}

// "النصف الأول", the first half: the first one of some.
bool FigureReader::IsPartOfRow(const Document& document,
                               const FigurePart& part) const {
  const NumberReading& number = part.number;
  if (!number.fraction || !number.in_words ||
      (number.proclitics & kCliticThe) == 0 ||
      !OnLine(document, number.limit_token)) {
    return false;
  }
  const auto next = numbers_.Read(document, number.limit_token);
  return next && next->ordinal && next->proclitics == kCliticThe;
}

// شخصين: two of a noun in one word.
std::optional<Quantity> FigureReader::ReadDual(const Document& document,
                                               uint32_t token) const {
  const auto dual = nouns_.DualAt(document, token);
  if (!dual || dual->definite || IsNoDual(document, token)) return std::nullopt;
  const Token& word = document.tokens[token];
  Quantity figure;
  figure.kind = QuantityKind::kCount;
  figure.value = Decimal(2);
  figure.range = Exactly(2);
  figure.in_words = true;
  figure.first_token = token;
  figure.limit_token = token + 1;
  figure.noun_first_token = token;
  figure.noun_limit_token = token + 1;
  figure.span = word.raw;
  if (Length(word.raw) == word.end - word.begin) {
    figure.span.begin += dual->prefix_bytes;
  }
  figure.core = figure.span;
  figure.unit.dimension = Dimension::kCounted;
  figure.unit.id = dual->singular;
  figure.rules = {rules_.Id(dual->rule)};
  return figure;
}

// "الذكرى السبعون", the seventieth, as against "الركاب السبعون": definite tens
// behind a noun that is numbered (role ordinal_head), or alone on the line.
bool FigureReader::IsDefiniteOrdinal(const Document& document,
                                     const NumberReading& number) const {
  if (!number.in_words || number.ordinal || number.fraction ||
      number.limit_token != number.first_token + 1 ||
      number.proclitics != kCliticThe) {
    return false;
  }
  bool ten = false, round = false;
  for (const NumberWord& word : words_.At(document, number.first_token)) {
    ten = ten || word.role == NumberRole::kTen;
    round = round || word.role == NumberRole::kHundred ||
            word.role == NumberRole::kHundreds ||
            word.role == NumberRole::kScale;
  }
  if (round) {  // "الحلقة المئة"
    return OnLine(document, number.first_token) && number.first_token > 0 &&
           nouns_.IsOrdinalHead(document, number.first_token - 1);
  }
  if (!ten) return false;
  if (document.tokens[number.first_token].starts_line) {
    return !OnLine(document, number.limit_token);
  }
  const uint32_t before = number.first_token - 1;
  // "عيد الاستقلال السبعون"
  return nouns_.IsOrdinalHead(document, before) ||
         (before > 0 && OnLine(document, before) &&
          nouns_.IsOrdinalHead(document, before - 1));
}

Quantity FigureReader::Finish(const Document& document,
                              const FigurePart& part) const {
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
  std::optional<Decimal> limit = number.vague_limit;
  if (number.ordinal || IsDefiniteOrdinal(document, number)) {
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
        if (limit) limit = Multiply(*limit, part.unit->share);
        break;
      }
      case UnitRole::kPercent:
        figure.kind = QuantityKind::kPercent;
        break;
      case UnitRole::kFold:
      case UnitRole::kTimes:
        figure.kind = QuantityKind::kRatio;
        figure.unit.id = "ratio";
        break;
      default:
        figure.kind = QuantityKind::kQuantity;
        break;
    }
  } else if (number.fraction || number.multiple) {
    figure.kind = QuantityKind::kRatio;
    figure.unit.dimension = Dimension::kRatio;
    figure.unit.id = "ratio";
  }
  figure.range = RangeOf(figure.kind, *figure.value);
  if (limit) {
    figure.modality = Modality::kRange;
    figure.range = {*figure.value, *limit, true, false};
    figure.value.reset();
  } else if (number.vague) {
    figure.modality = Modality::kAtLeast;
    figure.range = AtLeast(*figure.value);
  }
  return figure;
}

void FigureReader::AddNoun(const Document& document, Quantity& figure) const {
  if (figure.kind != QuantityKind::kCount &&
      figure.kind != QuantityKind::kPercent &&
      figure.kind != QuantityKind::kRatio &&
      figure.kind != QuantityKind::kOrdinal) {
    return;
  }
  // "a dozen or so banks", "one or more banks"
  const auto bound = modality_.After(document, figure.limit_token);
  const Decimal value = bound ? Decimal(2) : figure.value.value_or(Decimal(2));
  const uint32_t limit = bound && OnLine(document, bound->limit_token)
                             ? bound->limit_token
                             : figure.limit_token;
  const auto noun = nouns_.Find(document, figure.first_token, limit, value);
  if (!noun) return;
  figure.noun_first_token = noun->first_token;
  figure.noun_limit_token = noun->limit_token;
  if (figure.kind != QuantityKind::kCount) return;
  figure.unit.dimension = Dimension::kCounted;
  if (noun->anaphor) return;
  std::string_view head = document.Folded(noun->head_token);
  // لعملة واحدة: without the preposition, where the rest is a known word.
  const Token& token = document.tokens[noun->head_token];
  if (token.script == Script::kArabic && token.reading_count > 0) {
    const WordReading& reading = token.readings[0];
    if ((reading.proclitics & (kCliticBy | kCliticFor | kCliticAs)) != 0 &&
        (reading.proclitics & kCliticThe) == 0) {
      head.remove_prefix(reading.prefix_bytes);
    }
  } else if (noun->head_token < figure.first_token && !figure.vague) {
    // "بساق واحدة"
    head.remove_prefix(nouns_.GovernedBytes(document, noun->head_token));
  }
  figure.unit.id = head;
}

std::optional<Quantity> FigureReader::Read(const Document& document,
                                           uint32_t token) const {
  const auto part = parts_.Read(document, token);
  if (!part) return ReadDual(document, token);
  if (IsPartOfRow(document, *part)) return std::nullopt;
  std::optional<Quantity> figure = ReadRange(document, *part);
  if (figure && figure->kind == QuantityKind::kScore) return figure;
  if (!figure) figure = ReadRatio(document, *part);
  if (!figure) figure = Finish(document, *part);
  AddNoun(document, *figure);
  return figure;
}

}  // namespace crosscheck
