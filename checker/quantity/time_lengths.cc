#include "checker/quantity/time_lengths.h"

#include <fmt/format.h>

#include <array>

#include "checker/quantity/time_resolve.h"

namespace crosscheck {
namespace {

std::optional<TimeSide> SideOf(const TimeWord& word) {
  if (word.role == TimeRole::kLast) return TimeSide::kLast;
  if (word.role == TimeRole::kNext) return TimeSide::kNext;
  return std::nullopt;
}

constexpr int kMostOfFew = 10;  // as "a few" and "several" are read

bool IsPlural(const TimeWord& word) { return word.kind == "plural"; }

// Y, M, W, D, then after "T" H, M, S.
struct IsoParts {
  std::array<Decimal, 7> amounts = {};
};

void AddTo(Decimal& total, const Decimal& more) {
  total = Add(total, more).value_or(total);
}

void Put(IsoParts& iso, Decimal value, TimeUnit unit) {
  const auto times = [&](int factor) {
    return Multiply(value, factor).value_or(value);
  };
  switch (unit) {
    case TimeUnit::kMillennium:
      return AddTo(iso.amounts[0], times(1000));
    case TimeUnit::kCentury:
      return AddTo(iso.amounts[0], times(100));
    case TimeUnit::kDecade:
      return AddTo(iso.amounts[0], times(10));
    case TimeUnit::kYear:
      return AddTo(iso.amounts[0], value);
    case TimeUnit::kHalf:
      return AddTo(iso.amounts[1], times(6));
    case TimeUnit::kQuarter:
    case TimeUnit::kSeason:
      return AddTo(iso.amounts[1], times(3));
    case TimeUnit::kMonth:
      return AddTo(iso.amounts[1], value);
    case TimeUnit::kFortnight:
      return AddTo(iso.amounts[2], times(2));
    case TimeUnit::kWeek:
      return AddTo(iso.amounts[2], value);
    case TimeUnit::kWeekend:
      return AddTo(iso.amounts[3], times(2));
    case TimeUnit::kDay:
    case TimeUnit::kNight:
      return AddTo(iso.amounts[3], value);
    case TimeUnit::kHour:
      return AddTo(iso.amounts[4], value);
    case TimeUnit::kMinute:
      return AddTo(iso.amounts[5], value);
    case TimeUnit::kSecond:
      return AddTo(iso.amounts[6], value);
  }
}

Decimal Whole(const Decimal& value) {
  Decimal down = value;
  while (down.exponent() < 0) {
    down = Decimal(down.coefficient() / 10, down.exponent() + 1);
  }
  return down;
}

// Moves what is over a whole number on to the next finer unit, where it comes
// out whole there: 1.5 hours is PT1H30M, 1.5 years P18M.
void Spill(IsoParts& iso) {
  constexpr std::array<int, 6> kFiner = {12, 0, 0, 24, 60, 60};
  for (size_t u = 0; u < kFiner.size(); ++u) {
    Decimal& amount = iso.amounts[u];
    if (kFiner[u] == 0 || amount.IsInteger()) continue;
    const Decimal whole = Whole(amount);
    const auto rest = Subtract(amount, whole);
    const auto finer = rest ? Multiply(*rest, kFiner[u]) : std::nullopt;
    if (!finer) continue;
    const auto all = Multiply(amount, kFiner[u]);
    if (u == 0 && all && all->IsInteger()) {
      AddTo(iso.amounts[1], *all);
      amount = 0;
    } else if (finer->IsInteger() && u != 0) {
      AddTo(iso.amounts[u + 1], *finer);
      amount = whole;
    }
  }
}

std::string Compose(IsoParts iso) {
  Spill(iso);
  // Weeks stand alone in ISO 8601.
  bool others = false;
  for (size_t u = 0; u < iso.amounts.size(); ++u) {
    others |= u != 2 && !iso.amounts[u].IsZero();
  }
  if (others && !iso.amounts[2].IsZero()) {
    AddTo(iso.amounts[3], Multiply(iso.amounts[2], 7).value_or(iso.amounts[2]));
    iso.amounts[2] = 0;
  }
  constexpr std::string_view kLetters = "YMWDHMS";
  std::string text = "P";
  for (size_t u = 0; u < iso.amounts.size(); ++u) {
    if (iso.amounts[u].IsZero()) continue;
    if (u >= 4 && text.find('T') == std::string::npos) text += 'T';
    text += iso.amounts[u].ToShortString();
    text += kLetters[u];
  }
  return text == "P" ? "PT0S" : text;
}

// How many of `finer` make one of `unit`; 0 where that is not fixed.
int Ratio(TimeUnit unit, TimeUnit finer) {
  struct Row {
    TimeUnit unit, finer;
    int ratio;
  };
  static constexpr Row kRows[] = {
      {TimeUnit::kYear, TimeUnit::kMonth, 12},
      {TimeUnit::kWeek, TimeUnit::kDay, 7},
      {TimeUnit::kDay, TimeUnit::kHour, 24},
      {TimeUnit::kDay, TimeUnit::kMinute, 1440},
      {TimeUnit::kHour, TimeUnit::kMinute, 60},
      {TimeUnit::kHour, TimeUnit::kSecond, 3600},
      {TimeUnit::kMinute, TimeUnit::kSecond, 60},
  };
  for (const Row& row : kRows) {
    if (row.unit == unit && row.finer == finer) return row.ratio;
  }
  return 0;
}

// The unit a duration is kept in, and what one of `unit` is there.
std::pair<TimeUnit, int> KeptIn(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kFortnight:
      return {TimeUnit::kWeek, 2};
    case TimeUnit::kHalf:
      return {TimeUnit::kMonth, 6};
    case TimeUnit::kQuarter:
    case TimeUnit::kSeason:
      return {TimeUnit::kMonth, 3};
    case TimeUnit::kMillennium:
      return {TimeUnit::kCentury, 10};
    case TimeUnit::kWeekend:
      return {TimeUnit::kDay, 2};
    default:
      return {unit, 1};
  }
}

}  // namespace

std::string IsoLength(const Decimal& value, TimeUnit unit) {
  IsoParts iso;
  Put(iso, value, unit);
  return Compose(iso);
}

std::string IsoLength(const LengthParts& parts) {
  if (parts.range) {
    return IsoLength(parts.low, parts.unit) + "/" +
           IsoLength(parts.high, parts.unit);
  }
  if (!parts.value) return "";
  IsoParts iso;
  Put(iso, *parts.value, parts.unit);
  for (const auto& part : parts.more) Put(iso, part.value, part.unit);
  return Compose(iso);
}

bool LengthParser::TakeUnit(uint32_t token, LengthParts& parts) const {
  const auto word = scan_.Find(token, TimeRole::kUnit);
  if (!word || word->dual) return false;
  // One letter is a unit only where it is glued: "2h".
  if (word->weak && !scan_.At(token).glued) return false;
  const TimeUnit unit = UnitOf(*word);
  const bool calendar_part =
      unit == TimeUnit::kQuarter || unit == TimeUnit::kHalf ||
      unit == TimeUnit::kSeason || unit == TimeUnit::kWeekend;
  if (calendar_part && !IsPlural(*word) && parts.side == TimeSide::kNone) {
    return false;
  }
  parts.unit = unit;
  parts.limit_token = word->limit_token;
  parts.rules.push_back(scan_.Id(*word));
  return true;
}

// "and a half", ونصف, "and a quarter" behind the unit.
void LengthParser::TakeHalf(LengthParts& parts) const {
  uint32_t at = parts.limit_token;
  if (!scan_.Has(at)) return;
  bool joined = false;
  if (const auto join = scan_.RangeWord(at, "and")) {
    at = *join;
    joined = true;
  }
  const uint32_t number_at = scan_.Skip(at, {TimeRole::kArticle});
  if (!scan_.Has(number_at)) return;
  std::optional<NumberReading> half =
      scan_.numbers().Read(scan_.document(), at);
  if (!half && number_at != at) {
    half = scan_.numbers().Read(scan_.document(), number_at);
  }
  if (!half)
    half = scan_.numbers().ReadJoined(scan_.document(), at);  // ساعة ونص
  if (!half || !half->fraction || half->has_scale ||
      half->value >= Decimal(1)) {
    return;
  }
  if (!joined && (half->proclitics & kCliticAnd) == 0) return;
  if (!parts.value) return;
  // "and half of the town" is no part of the length.
  uint32_t limit = half->limit_token;
  if (const auto again = scan_.Find(limit, TimeRole::kUnit);
      again && UnitOf(*again) == parts.unit) {
    limit = again->limit_token;  // عام ونصف العام
  }
  const auto sum = Add(*parts.value, half->value);
  if (!sum) return;
  parts.value = *sum;
  parts.limit_token = limit;
  for (std::string_view rule : half->rules) parts.rules.push_back(rule);
}

// Finer parts: "an hour and 45 minutes", "5 years 1 month 3 days", عام وثلاثة
// أشهر.
void LengthParser::TakeMore(LengthParts& parts) const {
  while (parts.value && !parts.range && TakePart(parts)) {
  }
}

bool LengthParser::TakePart(LengthParts& parts) const {
  uint32_t at = parts.limit_token;
  bool joined = false;
  if (scan_.IsComma(at)) ++at;
  if (const auto join = scan_.RangeWord(at, "and")) {
    at = *join;
    joined = true;
  }
  if (!scan_.Has(at)) return false;
  const TimeUnit finest =
      parts.more.empty() ? parts.unit : parts.more.back().unit;
  LengthParts second;
  const auto number = scan_.numbers().Read(scan_.document(), at);
  if (number && !number->vague && !number->ordinal && !number->fraction) {
    joined |= (number->proclitics & kCliticAnd) != 0;
    if ((number->proclitics & ~(kCliticAnd | kCliticThe)) != 0) return false;
    second.value = number->value;
    if (!scan_.Has(number->limit_token) ||
        !TakeUnit(number->limit_token, second)) {
      // "an hour and thirty" where nothing is counted; "1 hour thirty".
      const bool closed =
          joined ? !IsWord(scan_.document(), number->limit_token)
                 : scan_.IsAlone(parts.first_token, number->limit_token);
      if (finest != TimeUnit::kHour || !number->in_words || !closed ||
          number->value < Decimal(10) || number->value >= Decimal(60)) {
        return false;
      }
      second.unit = TimeUnit::kMinute;
      second.limit_token = number->limit_token;
    }
  } else {
    // وشهرين, "and a month", وشهر
    const uint32_t unit_at = scan_.Skip(at, {TimeRole::kArticle});
    for (const TimeWord& word : scan_.Words(unit_at)) {
      if (word.role != TimeRole::kUnit || !scan_.Has(unit_at)) continue;
      if ((word.proclitics & ~kCliticAnd) != 0) continue;
      if (word.kind == "plural" || word.weak) continue;
      if (!joined && (word.proclitics & kCliticAnd) == 0) continue;
      joined = true;
      second.value = word.dual ? 2 : 1;
      second.unit = UnitOf(word);
      second.limit_token = word.limit_token;
      second.rules.push_back(scan_.Id(word));
      break;
    }
    if (!second.value) return false;
  }
  if (second.unit == finest || (!parts.more.empty() && second.unit > finest)) {
    return false;
  }
  // Two lengths side by side without a joining word: only "5 years 1 month".
  if (!joined && at != parts.limit_token && !scan_.IsComma(parts.limit_token)) {
    return false;
  }
  LengthParts::Part part{*second.value, second.unit};
  if (second.unit > parts.unit) {
    std::swap(part.value, *parts.value);
    std::swap(part.unit, parts.unit);
  }
  parts.more.push_back(part);
  parts.limit_token = second.limit_token;
  for (std::string_view rule : second.rules) parts.rules.push_back(rule);
  return true;
}

void LengthParser::TakeSideAfter(LengthParts& parts) const {
  if (!scan_.Has(parts.limit_token)) return;
  for (const TimeWord& word : scan_.Words(parts.limit_token)) {
    const auto side = SideOf(word);
    // "two weeks before last night": two sides off is said of a date only.
    if (!side || word.place == TimePlace::kBefore || word.value > 1 ||
        (word.proclitics & ~kCliticThe) != 0) {
      continue;
    }
    parts.side = *side;
    parts.limit_token = word.limit_token;
    parts.rules.push_back(scan_.Id(word));
    return;
  }
}

// "two and a quarter of hours": the fraction behind a whole number; the token
// behind it, 0 where none stands there.
uint32_t LengthParser::TakeFractionOf(uint32_t token,
                                      LengthParts& parts) const {
  if (!parts.value || !parts.in_words || !parts.value->IsInteger()) return 0;
  const auto join = scan_.RangeWord(token, "and");
  if (!join || !scan_.Has(*join)) return 0;
  const auto part = scan_.numbers().Read(scan_.document(), *join);
  if (!part || !part->fraction || part->has_scale ||
      part->value >= Decimal(1)) {
    return 0;
  }
  const uint32_t of = scan_.Skip(part->limit_token, {TimeRole::kOf});
  if (of == part->limit_token || !scan_.Find(of, TimeRole::kUnit)) return 0;
  const auto sum = Add(*parts.value, part->value);
  if (!sum) return 0;
  parts.value = *sum;
  return of;
}

// "two upcoming weeks", "the two past years": the side between number and unit.
uint32_t LengthParser::TakeSideBetween(uint32_t token,
                                       LengthParts& parts) const {
  if (!scan_.Has(token)) return token;
  for (const TimeWord& word : scan_.Words(token)) {
    const auto side = SideOf(word);
    if (!side || word.place == TimePlace::kAfter || word.proclitics != 0 ||
        !scan_.Has(word.limit_token)) {
      continue;
    }
    // "191 last year" are two figures; "two upcoming week" is a slip.
    const auto unit = scan_.Find(word.limit_token, TimeRole::kUnit);
    const bool coming = *side == TimeSide::kNext && word.kind != "week";
    if (!unit || (unit->kind != "plural" && !coming)) continue;
    parts.side = *side;
    parts.rules.push_back(scan_.Id(word));
    return word.limit_token;
  }
  return token;
}

// "five painstaking hours": a word in small letters that no rule has, before a
// unit that shows its plural.
uint32_t LengthParser::SkipAdjective(uint32_t token) const {
  constexpr uint64_t kKnown =
      KindBit(RuleKind::kTime) | KindBit(RuleKind::kNumbers) |
      KindBit(RuleKind::kScales) | KindBit(RuleKind::kUnits) |
      KindBit(RuleKind::kCurrency) | KindBit(RuleKind::kStopwords) |
      KindBit(RuleKind::kRanges) | KindBit(RuleKind::kModality) |
      KindBit(RuleKind::kSpeech);
  if (!scan_.Has(token) || !scan_.Has(token + 1)) return token;
  const Token& word = scan_.At(token);
  if (word.kind != TokenKind::kWord || word.script != Script::kLatin ||
      word.capital || scan_.HasKind(token, kKnown) ||
      scan_.Text(token).ends_with('s')) {
    return token;
  }
  const auto unit = scan_.Find(token + 1, TimeRole::kUnit);
  return unit && IsPlural(*unit) && !unit->weak ? token + 1 : token;
}

// "a week or two", يوم أو يومين, behind one of a unit.
bool LengthParser::TakeOrMore(LengthParts& parts) const {
  const auto link = scan_.RangeWord(parts.limit_token, "or");
  if (!link || !scan_.Has(*link)) return false;
  std::optional<Decimal> high;
  uint32_t limit = 0;
  if (const auto dual = scan_.Find(*link, TimeRole::kUnit);
      dual && dual->dual && UnitOf(*dual) == parts.unit) {
    high = 2;
    limit = dual->limit_token;
  } else if (const auto number = scan_.numbers().Read(scan_.document(), *link);
             number && number->in_words && !number->ordinal && !number->vague &&
             !number->fraction && number->value > Decimal(1) &&
             number->value <= Decimal(3)) {
    high = number->value;
    limit = number->limit_token;
    // "a day or two men": what is counted behind it is something else.
    if (scan_.Has(limit) && IsWord(scan_.document(), limit) &&
        !scan_.HasKind(limit, KindBit(RuleKind::kTime) |
                                  KindBit(RuleKind::kStopwords) |
                                  KindBit(RuleKind::kRanges) |
                                  KindBit(RuleKind::kModality))) {
      return false;
    }
  }
  if (!high) return false;
  parts.range = true;
  parts.low = *parts.value;
  parts.high = *high;
  parts.value.reset();
  parts.implied_one = false;
  parts.limit_token = limit;
  return true;
}

std::optional<LengthParts> LengthParser::NumberFirst(uint32_t token) const {
  const auto number = scan_.numbers().Read(scan_.document(), token);
  if (!number || number->ordinal || number->value.IsNegative() ||
      (number->implied_one && !number->has_scale)) {
    return std::nullopt;
  }
  LengthParts parts;
  parts.first_token = parts.core_first_token = token;
  parts.prefix_bytes =
      static_cast<uint8_t>(number->raw.begin - scan_.At(token).raw.begin);
  parts.in_words = number->in_words;
  parts.value = number->value;
  for (std::string_view rule : number->rules) parts.rules.push_back(rule);
  uint32_t at = number->limit_token;
  if (number->vague) {
    parts.vague = true;
    parts.low = number->value;
    parts.high = number->vague_limit.value_or(number->value);
    parts.value.reset();
    at = scan_.Skip(at, {TimeRole::kOf, TimeRole::kArticle});
  }
  if (const uint32_t behind = TakeFractionOf(at, parts)) at = behind;
  // "two to three years", "5-7 days", "three or four months".
  bool dash = false;
  std::optional<uint32_t> link;
  for (std::string_view role : {"to", "or", "dash"}) {
    if ((link = scan_.RangeWord(at, role))) {
      dash = role == "dash";
      break;
    }
  }
  uint32_t open_token = token;
  if (!link && parts.value) {
    bool between = false;
    if (token > 0 && !scan_.At(token).starts_line) {
      for (uint32_t back = 1; back <= 3 && back <= token; ++back) {
        for (const PhraseMatch& match :
             MatchPhrases(scan_.rules().lexicon(), scan_.document(),
                          token - back, KindBit(RuleKind::kRanges))) {
          if (match.limit_token == token &&
              scan_.rules().Attribute(match.rule, "pairs_with") == "and") {
            between = true;
            open_token = token - back;
          }
        }
        if (between || scan_.At(token - back).starts_line) break;
      }
    }
    if (between) {
      link = scan_.RangeWord(at, "and");
      if (!link && scan_.Has(at) && scan_.At(at).reading_count > 0) {
        link = at;  // the clitic "and"
      }
    }
  }
  if (link && parts.value && scan_.Has(*link)) {
    const auto second = scan_.numbers().Read(scan_.document(), *link);
    const bool clitic = *link == at;
    if (second && !second->ordinal && !second->vague &&
        second->value > number->value &&
        (!clitic || (second->proclitics & kCliticAnd) != 0)) {
      LengthParts ranged = parts;
      uint32_t unit_at = second->limit_token;
      if (scan_.IsGlued(unit_at, "-")) ++unit_at;
      if (TakeUnit(unit_at, ranged)) {
        ranged.first_token = open_token;
        ranged.range = true;
        ranged.low = number->value;
        ranged.high = second->value;
        ranged.value.reset();
        TakeSideAfter(ranged);
        return ranged;
      }
    }
    if (dash && !scan_.IsGlued(at, "-")) return std::nullopt;
  }
  if (scan_.IsGlued(at, "-") && scan_.Has(at + 1) && scan_.At(at + 1).glued) {
    parts.hyphen = true;
    ++at;
  } else if (number->fraction || !number->value.IsInteger()) {
    at = scan_.Skip(at, {TimeRole::kOf, TimeRole::kArticle});
  } else {
    at = scan_.Skip(at, {TimeRole::kFiller});
    at = scan_.Skip(at, {TimeRole::kFiller});
    at = TakeSideBetween(at, parts);
    at = SkipAdjective(at);
  }
  if (!scan_.Has(at)) return std::nullopt;
  const auto word = scan_.Find(at, TimeRole::kUnit);
  if (!word) return std::nullopt;
  // A definite singular is no counted unit: "3 الساعة".
  // but ثلاثة أرباع الساعة.
  if ((word->proclitics & kCliticThe) != 0 && !IsPlural(*word) &&
      !(number->fraction && at > token + 1)) {
    return std::nullopt;
  }
  if (!TakeUnit(at, parts)) return std::nullopt;
  if (parts.hyphen) return parts;
  TakeHalf(parts);
  TakeMore(parts);
  TakeSideAfter(parts);
  return parts;
}

// Does a word before `token` ask for a length ("for", لمدة)?
bool LengthParser::AsksForLength(uint32_t token) const {
  return scan_.FindBefore(token, TimeRole::kSpan).has_value();
}

// "for a second day": the word of the unit is an ordinal before a noun.
bool LengthParser::IsOrdinalToo(uint32_t token, const TimeWord& unit) const {
  constexpr uint64_t kGoesOn =
      KindBit(RuleKind::kStopwords) | KindBit(RuleKind::kRanges) |
      KindBit(RuleKind::kModality) | KindBit(RuleKind::kSpeech);
  const uint32_t next = unit.limit_token;
  return UnitOf(unit) == TimeUnit::kSecond &&
         scan_.HasKind(token, KindBit(RuleKind::kNumbers)) && scan_.Has(next) &&
         IsWord(scan_.document(), next) && !scan_.HasKind(next, kGoesOn) &&
         !scan_.Find(next, TimeRole::kAgo) &&
         !scan_.Find(next, TimeRole::kLater);
}

std::optional<LengthParts> LengthParser::UnitFirst(uint32_t token) const {
  uint32_t at = token;
  bool article = false;
  if (const auto word = scan_.Find(token, TimeRole::kArticle, true);
      word && word->kind == "one") {
    article = true;
    at = scan_.Skip(word->limit_token, {TimeRole::kFiller});
    if (!scan_.Has(at)) return std::nullopt;
  }
  for (const TimeWord& word : scan_.Words(at)) {
    if (word.role != TimeRole::kUnit) continue;
    if (article && (word.proclitics != 0 || IsPlural(word))) continue;
    if (word.weak) continue;
    if (article && IsOrdinalToo(at, word)) continue;
    const TimeUnit unit = UnitOf(word);
    LengthParts parts;
    parts.first_token = parts.core_first_token = token;
    parts.limit_token = word.limit_token;
    parts.prefix_bytes = article ? 0 : word.prefix_bytes;
    parts.unit = unit;
    parts.in_words = true;
    parts.implied_one = !word.dual;
    parts.rules.push_back(scan_.Id(word));
    const bool definite = (word.proclitics & kCliticThe) != 0;
    if (unit == TimeUnit::kQuarter || unit == TimeUnit::kHalf ||
        unit == TimeUnit::kSeason || unit == TimeUnit::kWeekend) {
      continue;
    }
    if (IsPlural(word)) {
      // سنوات عدة
      const auto few =
          scan_.Has(parts.limit_token)
              ? scan_.numbers().Read(scan_.document(), parts.limit_token)
              : std::nullopt;
      if (!article && few && few->vague && few->vague_limit &&
          few->proclitics == 0) {
        parts.vague = true;
        parts.low = few->value;
        parts.high = *few->vague_limit;
        parts.value.reset();
        parts.implied_one = false;
        parts.limit_token = few->limit_token;
        for (std::string_view rule : few->rules) parts.rules.push_back(rule);
        TakeSideAfter(parts);
        return parts;
      }
      // السنوات الثلاث الماضية, الأشهر الستة الأولى
      if (!definite) continue;
      const auto number = scan_.Has(parts.limit_token)
                              ? scan_.Number(parts.limit_token)
                              : std::nullopt;
      if (!number || number->ordinal || number->value < 2 ||
          (!number->digits && (number->proclitics & kCliticThe) == 0)) {
        continue;
      }
      parts.value = number->value;
      parts.implied_one = false;
      parts.limit_token = number->limit_token;
      TakeSideAfter(parts);
      return parts;
    }
    parts.value = word.dual ? 2 : 1;
    const uint32_t bare = parts.limit_token;
    // عام واحد
    if (!word.dual && !article && scan_.Has(bare)) {
      const auto one = scan_.Number(bare);
      if (one && one->value == 1 && !one->ordinal && !one->digits) {
        parts.limit_token = one->limit_token;
        parts.implied_one = false;
        TakeSideAfter(parts);
        return parts;
      }
    }
    if (!word.dual && !definite && TakeOrMore(parts)) return parts;
    TakeHalf(parts);
    const bool more = parts.limit_token > bare;
    TakeMore(parts);
    TakeSideAfter(parts);
    if (word.dual || more) return parts;
    if (!parts.more.empty() && (article || AsksForLength(token))) return parts;
    if (parts.side != TimeSide::kNone) continue;  // a date: العام الماضي
    if (definite) {
      const auto span = scan_.FindBefore(token, TimeRole::kSpan);
      if (span && span->kind == "whole") return parts;
      continue;
    }
    if (AsksForLength(token)) return parts;
    // "an hour ago", "a year later": what follows asks for it.
    if (article && (scan_.Find(parts.limit_token, TimeRole::kAgo) ||
                    scan_.Find(parts.limit_token, TimeRole::kLater))) {
      return parts;
    }
    // شهرا, أسبوعا: an accusative of time.
    if (word.kind == "accusative") return parts;
  }
  return std::nullopt;
}

// "two quarters" behind a side: of years, no fraction.
std::optional<LengthParts> LengthParser::QuartersFirst(uint32_t token) const {
  const auto number = scan_.numbers().Read(scan_.document(), token);
  if (!number || !number->fraction || number->limit_token < token + 2) {
    return std::nullopt;
  }
  const uint32_t unit_at = number->limit_token - 1;
  const auto unit = scan_.Find(unit_at, TimeRole::kUnit);
  const auto count = Multiply(number->value, 4);
  if (!unit || UnitOf(*unit) != TimeUnit::kQuarter || !count ||
      !count->IsInteger()) {
    return std::nullopt;
  }
  LengthParts parts;
  parts.first_token = parts.core_first_token = token;
  parts.limit_token = number->limit_token;
  parts.value = count->Reduced();
  parts.unit = TimeUnit::kQuarter;
  parts.in_words = true;
  parts.rules.push_back(scan_.Id(*unit));
  return parts;
}

// "the past two years", "next 18 months", آخر ثلاث سنوات.
std::optional<LengthParts> LengthParser::SideFirst(uint32_t token) const {
  for (const TimeWord& word : scan_.Words(token)) {
    const auto side = SideOf(word);
    if (!side || word.place == TimePlace::kAfter) continue;
    const uint32_t at = word.limit_token;
    if (!scan_.Has(at)) continue;
    // "the next few days"
    if (const auto few = scan_.Find(at, TimeRole::kFiller);
        few && few->value > 0) {
      LengthParts parts;
      parts.first_token = parts.core_first_token = token;
      parts.prefix_bytes = word.prefix_bytes;
      if (TakeUnit(few->limit_token, parts)) {
        parts.vague = parts.in_words = true;
        parts.low = few->value;
        parts.high = kMostOfFew;
        parts.side = *side;
        parts.rules.insert(parts.rules.begin(),
                           {scan_.Id(word), scan_.Id(*few)});
        return parts;
      }
    }
    if (auto parts = QuartersFirst(at)) {
      parts->first_token = parts->core_first_token = token;
      parts->prefix_bytes = word.prefix_bytes;
      parts->side = *side;
      parts->rules.insert(parts->rules.begin(), scan_.Id(word));
      return parts;
    }
    if (auto parts = NumberFirst(at); parts && !parts->hyphen) {
      parts->first_token = token;
      parts->core_first_token = token;
      parts->prefix_bytes = word.prefix_bytes;
      parts->side = *side;
      parts->rules.insert(parts->rules.begin(), scan_.Id(word));
      return parts;
    }
    const auto unit = scan_.Find(at, TimeRole::kUnit);
    if (!unit || unit->dual || IsPlural(*unit) || unit->weak) continue;
    // "the last year or two"
    LengthParts few;
    few.first_token = few.core_first_token = token;
    few.prefix_bytes = word.prefix_bytes;
    few.limit_token = unit->limit_token;
    few.unit = UnitOf(*unit);
    few.value = 1;
    if (TakeOrMore(few)) {
      few.in_words = true;
      few.side = *side;
      few.rules = {scan_.Id(word), scan_.Id(*unit)};
      return few;
    }
    // "over the past year": twelve months, not the year before.
    if (word.kind != "span") continue;
    uint32_t before = token;
    scan_.FindBefore(token, TimeRole::kArticle, &before);
    if (!scan_.FindBefore(before, TimeRole::kSpan)) continue;
    LengthParts parts;
    parts.first_token = parts.core_first_token = token;
    parts.limit_token = unit->limit_token;
    parts.unit = UnitOf(*unit);
    parts.value = 1;
    parts.in_words = parts.implied_one = true;
    parts.side = *side;
    parts.rules = {scan_.Id(word), scan_.Id(*unit)};
    return parts;
  }
  return std::nullopt;
}

std::optional<LengthParts> LengthParser::Read(uint32_t token) const {
  std::optional<LengthParts> best;
  const auto keep = [&](std::optional<LengthParts> one) {
    if (one && (!best || one->limit_token > best->limit_token)) {
      best = std::move(one);
    }
  };
  if (scan_.IsDigits(token) ||
      scan_.HasKind(token,
                    KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales))) {
    keep(NumberFirst(token));
  }
  if (!scan_.IsDigits(token) &&
      scan_.HasKind(token, KindBit(RuleKind::kTime))) {
    keep(UnitFirst(token));
    keep(SideFirst(token));
  }
  return best;
}

Quantity ToQuantity(const TimeScan& scan, const LengthParts& parts,
                    const std::optional<IsoDate>& published) {
  const auto& tokens = scan.document().tokens;
  Quantity out;
  out.kind = QuantityKind::kDuration;
  out.first_token = parts.first_token;
  out.limit_token = parts.limit_token;
  out.core = {tokens[parts.core_first_token].raw.begin,
              tokens[parts.limit_token - 1].raw.end};
  const Token& first = tokens[parts.core_first_token];
  if (parts.prefix_bytes > 0 && Length(first.raw) == first.end - first.begin) {
    out.core.begin += parts.prefix_bytes;
  }
  out.span = out.core;
  if (parts.first_token < parts.core_first_token) {
    out.span.begin = tokens[parts.first_token].raw.begin;
  }
  out.in_words = parts.in_words;
  out.implied_one = parts.implied_one;
  out.unit.dimension = Dimension::kTime;
  const auto [unit, factor] = KeptIn(parts.unit);
  const auto scaled = [factor = factor](const Decimal& value) {
    return Multiply(value, factor).value_or(value);
  };
  out.unit.id = ToString(unit);
  out.iso = IsoLength(parts);
  if (parts.range) {
    out.modality = Modality::kRange;
    out.range = Between(scaled(parts.low), scaled(parts.high));
  } else if (parts.vague) {
    out.vague = true;
    out.modality =
        parts.high > parts.low ? Modality::kRange : Modality::kAtLeast;
    out.range =
        parts.high > parts.low
            ? Interval{scaled(parts.low), scaled(parts.high), true, false}
            : AtLeast(scaled(parts.low));
  } else {
    Decimal value = scaled(*parts.value);
    // A half said in words is rounded to halves, not to tenths.
    Decimal place = parts.in_words && !value.IsInteger() ? Decimal(5, -1)
                                                         : value.LastPlace();
    TimeUnit finest = unit;
    for (const LengthParts::Part& part : parts.more) {
      const int ratio = Ratio(finest, part.unit);
      const auto finer = ratio > 0 ? Multiply(value, ratio) : std::nullopt;
      const auto sum = finer ? Add(*finer, part.value) : std::nullopt;
      if (!sum) break;
      value = *sum;
      place = value.LastPlace();
      finest = part.unit;
      out.unit.id = ToString(finest);
    }
    out.value = value;
    out.range = Rounded(value, place);
  }
  for (std::string_view rule : parts.rules) out.rules.push_back(rule);
  if (parts.side != TimeSide::kNone) {
    out.relative = true;
    SetLengthDays(parts, published, out);
  }
  return out;
}

}  // namespace crosscheck
