#include "checker/quantity/time_lengths.h"

#include <optional>
#include <string_view>
#include <utility>

#include "checker/quantity/length_tails.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/time_sides.h"

namespace crosscheck {
namespace {

constexpr int kMostOfFew = 10;  // as "a few" and "several" are read

bool IsPlural(const TimeWord& word) { return word.kind == "plural"; }

}  // namespace

// "two upcoming weeks", "the two past years": the side between number and unit.
uint32_t LengthParser::TakeSideBetween(uint32_t token,
                                       LengthParts& parts) const {
  if (!scan_.Has(token)) return token;
  for (const TimeWord& word : scan_.Words(token, kSidesOfLength)) {
    const auto side = SideOfLength(word);
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
  // "two budget years", "four fiscal years"
  const bool of_year = scan_.Find(token, TimeRole::kFiscal) ||
                       scan_.Find(token, TimeRole::kYearNoun);
  if (word.kind != TokenKind::kWord || word.script != Script::kLatin ||
      word.capital || (scan_.HasKind(token, kKnown) && !of_year) ||
      (scan_.Text(token).ends_with('s') &&
       !scan_.Text(token).ends_with("ous"))) {
    return token;
  }
  const auto unit = scan_.Find(token + 1, TimeRole::kUnit);
  return unit && IsPlural(*unit) && !unit->weak ? token + 1 : token;
}

// Where the word begins that stands right before `token` and asks for an "and":
// "between", ما بين.
std::optional<uint32_t> LengthParser::BetweenBefore(uint32_t token) const {
  for (uint32_t back = 1; back <= 3 && back <= token; ++back) {
    if (scan_.At(token - back + 1).starts_line) break;
    std::optional<uint32_t> open;
    for (const PhraseMatch& match :
         MatchPhrases(scan_.rules().lexicon(), scan_.document(), token - back,
                      KindBit(RuleKind::kRanges))) {
      if (match.limit_token == token &&
          scan_.rules().Attribute(match.rule, "pairs_with") == "and") {
        open = token - back;
      }
    }
    if (open) return open;
  }
  return std::nullopt;
}

// "between two years and ten years", بين شهر وثلاثة أشهر: the unit stands with
// both ends.
void LengthParser::TakeOtherEnd(LengthParts& parts) const {
  const uint32_t token = parts.first_token, at = parts.limit_token;
  if (!parts.value || parts.range || !parts.more.empty() || parts.hyphen ||
      parts.side != TimeSide::kNone || !scan_.Has(at)) {
    return;
  }
  const auto open = BetweenBefore(token);
  if (!open) return;
  auto link = scan_.RangeWord(at, "and");
  if (!link && scan_.HasProclitic(at, kCliticAnd)) link = at;
  if (!link || !scan_.Has(*link)) return;
  const auto last = NumberFirst(*link);
  if (!last || !last->value || last->range || last->unit != parts.unit ||
      *last->value <= *parts.value) {
    return;
  }
  parts.first_token = *open;
  parts.range = true;
  parts.low = *parts.value;
  parts.high = *last->value;
  parts.value.reset();
  parts.limit_token = last->limit_token;
  parts.implied_one = false;
  for (std::string_view rule : last->rules) parts.rules.push_back(rule);
}

// "90 or more days", "two-plus years": a bound between the number and its unit.
std::optional<ModalityWord> LengthParser::BoundBetween(uint32_t token) const {
  constexpr uint64_t kModality = KindBit(RuleKind::kModality);
  if (!scan_.Has(token) || !scan_.HasKind(token, kModality)) {
    return std::nullopt;
  }
  for (const PhraseMatch& match : MatchPhrases(
           scan_.rules().lexicon(), scan_.document(), token, kModality)) {
    if (scan_.rules().Attribute(match.rule, "place") != "after" ||
        match.proclitics != 0) {
      continue;
    }
    const auto unit = scan_.Find(match.limit_token, TimeRole::kUnit);
    if (!unit || !IsPlural(*unit) || unit->weak) continue;
    return ModalityWord{
        ModalityNamed(scan_.rules().Attribute(match.rule, "bound")),
        token,
        match.limit_token,
        match.rule,
        0,
        0};
  }
  return std::nullopt;
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
  if (const uint32_t behind = TakeFractionOf(scan_, at, parts)) at = behind;
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
    if (const auto between = BetweenBefore(token)) {
      open_token = *between;
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
      if (TakeUnit(scan_, unit_at, ranged)) {
        ranged.first_token = open_token;
        ranged.range = true;
        ranged.low = number->value;
        ranged.high = second->value;
        ranged.value.reset();
        TakeSideAfter(scan_, ranged);
        return ranged;
      }
    }
    if (dash && !scan_.IsGlued(at, "-")) return std::nullopt;
  }
  if (const auto bound = BoundBetween(at); bound && parts.value) {
    parts.bound = bound->bound;
    parts.rules.push_back(scan_.rules().Id(bound->rule));
    at = bound->limit_token;
  } else if (scan_.IsGlued(at, "-") && scan_.Has(at + 1) &&
             scan_.At(at + 1).glued) {
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
  if (!TakeUnit(scan_, at, parts)) return std::nullopt;
  // "منذ نوفمبر 2014 يوم الخميس": on Thursday.
  if (parts.unit == TimeUnit::kDay && !IsPlural(*word) &&
      word->kind != "accusative" &&
      scan_.Find(parts.limit_token, TimeRole::kWeekday)) {
    return std::nullopt;
  }
  if (parts.hyphen) return parts;
  TakeHalf(scan_, parts);
  TakeMore(scan_, parts);
  TakeSideAfter(scan_, parts);
  return parts;
}

// Does a word before `token` ask for a length ("for", لمدة)?
bool LengthParser::AsksForLength(uint32_t token) const {
  uint32_t first = token;
  if (!scan_.FindBefore(token, TimeRole::kSpan, &first)) return false;
  // "they last a year", but "his last year", "the last year of the war"
  return !scan_.Find(first, TimeRole::kLast) ||
         !(scan_.FindBefore(first, TimeRole::kWhose) ||
           scan_.FindBefore(first, TimeRole::kArticle));
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
  for (const TimeWord& word : scan_.Words(at, {TimeRole::kUnit})) {
    if (article && (word.proclitics != 0 || IsPlural(word))) continue;
    if (word.weak) continue;
    // "for second place"; but "في الثانية الواحدة" is of each second.
    if ((article || scan_.At(at).script == Script::kLatin) &&
        IsOrdinalToo(at, word)) {
      continue;
    }
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
        TakeSideAfter(scan_, parts);
        return parts;
      }
      // السنوات الثلاث الماضية, الأشهر الستة الأولى
      if (!definite) continue;
      // السنوات الـ10 الماضية
      uint32_t number_at = parts.limit_token;
      if (scan_.numbers().words().Bare(scan_.document(), number_at,
                                       {NumberRole::kDefinite}) &&
          scan_.IsDigits(number_at + 1)) {
        ++number_at;
      }
      const auto number =
          scan_.Has(number_at) ? scan_.Number(number_at) : std::nullopt;
      if (!number || number->ordinal || number->value < 2 ||
          (!number->digits && (number->proclitics & kCliticThe) == 0)) {
        continue;
      }
      parts.value = number->value;
      parts.implied_one = false;
      const bool numbered = number->digits && number_at == parts.limit_token;
      parts.limit_token = number->limit_token;
      // "في الدقائق 12 و18": numbered ones.
      TakeSideAfter(scan_, parts);
      if (numbered && parts.side == TimeSide::kNone) continue;
      return parts;
    }
    // "في الدقيقتين 56 و64": numbered ones, not two.
    if (word.dual && definite && scan_.IsDigits(parts.limit_token)) continue;
    parts.value = word.dual ? 2 : 1;
    const uint32_t bare = parts.limit_token;
    // عام واحد
    if (!word.dual && !article && scan_.Has(bare)) {
      const auto one = scan_.Number(bare);
      // Not in "يعتبر اليوم واحدا من أهمهم".
      const bool agrees =
          one && definite == ((one->proclitics & kCliticThe) != 0);
      if (agrees && one->value == 1 && !one->ordinal && !one->digits) {
        parts.limit_token = one->limit_token;
        parts.implied_one = false;
        TakeSideAfter(scan_, parts);
        return parts;
      }
    }
    if (!word.dual && !definite && TakeOrMore(scan_, parts)) return parts;
    TakeHalf(scan_, parts);
    const bool more = parts.limit_token > bare;
    TakeMore(scan_, parts);
    TakeSideAfter(scan_, parts);
    if (word.dual || more) return parts;
    // سنة وثلاثة أشهر: no language of that script has an article for "a".
    const bool bare_one = !definite && word.proclitics == 0 &&
                          scan_.At(at).script == Script::kArabic;
    if (!parts.more.empty() && (article || bare_one || AsksForLength(token))) {
      return parts;
    }
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
  for (const TimeWord& word : scan_.Words(token, kSidesOfLength)) {
    const auto side = SideOfLength(word);
    if (!side || word.place == TimePlace::kAfter) continue;
    const uint32_t at = word.limit_token;
    if (!scan_.Has(at)) continue;
    // "the next few days"
    if (const auto few = scan_.Find(at, TimeRole::kFiller);
        few && few->value > 0) {
      LengthParts parts;
      parts.first_token = parts.core_first_token = token;
      parts.prefix_bytes = word.prefix_bytes;
      if (TakeUnit(scan_, few->limit_token, parts)) {
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
    if (TakeOrMore(scan_, few)) {
      few.in_words = true;
      few.side = *side;
      few.rules = {scan_.Id(word), scan_.Id(*unit)};
      return few;
    }
    // "over the past year": twelve months, not the year before.
    if (SenseOf(scan_, token, word, *unit) != PeriodSense::kLength) continue;
    LengthParts parts;
    parts.first_token = parts.core_first_token = token;
    parts.limit_token = unit->limit_token;
    parts.unit = UnitOf(*unit);
    parts.value = 1;
    parts.in_words = parts.implied_one = parts.rolling = true;
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
  if (best) TakeOtherEnd(*best);
  return best;
}
}  // namespace crosscheck
