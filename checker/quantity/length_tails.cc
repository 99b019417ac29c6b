#include "checker/quantity/length_tails.h"

#include <optional>
#include <string_view>
#include <utility>

#include "checker/quantity/number_reader.h"

namespace crosscheck {
namespace {

bool TakePart(const TimeScan& scan, LengthParts& parts) {
  uint32_t at = parts.limit_token;
  bool joined = false;
  if (scan.IsComma(at)) ++at;
  if (const auto join = scan.RangeWord(at, "and")) {
    at = *join;
    joined = true;
  }
  if (!scan.Has(at)) return false;
  const TimeUnit finest =
      parts.more.empty() ? parts.unit : parts.more.back().unit;
  LengthParts second;
  const auto number = scan.numbers().Read(scan.document(), at);
  if (number && !number->vague && !number->ordinal && !number->fraction) {
    joined |= (number->proclitics & kCliticAnd) != 0;
    if ((number->proclitics & ~(kCliticAnd | kCliticThe)) != 0) return false;
    second.value = number->value;
    if (!scan.Has(number->limit_token) ||
        !TakeUnit(scan, number->limit_token, second)) {
      // "an hour and thirty" where nothing is counted; "1 hour thirty".
      const bool closed =
          joined ? !IsWord(scan.document(), number->limit_token)
                 : scan.IsAlone(parts.first_token, number->limit_token);
      if (finest != TimeUnit::kHour || !number->in_words || !closed ||
          number->value < Decimal(10) || number->value >= Decimal(60)) {
        return false;
      }
      second.unit = TimeUnit::kMinute;
      second.limit_token = number->limit_token;
    }
  } else {
    // وشهرين, "and a month", وشهر
    const uint32_t unit_at = scan.Skip(at, {TimeRole::kArticle});
    for (const TimeWord& word : scan.Words(unit_at)) {
      if (word.role != TimeRole::kUnit || !scan.Has(unit_at)) continue;
      if ((word.proclitics & ~kCliticAnd) != 0) continue;
      if (word.kind == "plural" || word.weak) continue;
      if (!joined && (word.proclitics & kCliticAnd) == 0) continue;
      joined = true;
      second.value = word.dual ? 2 : 1;
      second.unit = UnitOf(word);
      second.limit_token = word.limit_token;
      second.rules.push_back(scan.Id(word));
      break;
    }
    if (!second.value) return false;
  }
  if (second.unit == finest || (!parts.more.empty() && second.unit > finest)) {
    return false;
  }
  // Two lengths side by side without a joining word: only "5 years 1 month".
  if (!joined && at != parts.limit_token && !scan.IsComma(parts.limit_token)) {
    return false;
  }
  LengthParts::Part part{*second.value, second.unit};
  if (second.unit > parts.unit) {
    // "between five months and three years" are two.
    if (scan.OpensRange(parts.first_token)) return false;
    std::swap(part.value, *parts.value);
    std::swap(part.unit, parts.unit);
  }
  parts.more.push_back(part);
  parts.limit_token = second.limit_token;
  for (std::string_view rule : second.rules) parts.rules.push_back(rule);
  return true;
}

// "40s": two digits that end in nought, before the mark of a decade.
bool IsRound(const TimeScan& scan, uint32_t mark) {
  return scan.Find(mark, TimeRole::kDecadeMark) && scan.IsDigits(mark - 1) &&
         scan.Text(mark - 1).size() == 2 && scan.Text(mark - 1)[1] == '0';
}

}  // namespace

bool TakeUnit(const TimeScan& scan, uint32_t token, LengthParts& parts) {
  const auto word = scan.Find(token, TimeRole::kUnit);
  if (!word || word->dual) return false;
  // One letter is a unit only where it is glued: "2h".
  if (word->weak && !scan.At(token).glued) return false;
  // "polls in the low 40s": no seconds behind a word that asks for none.
  if (word->weak && IsRound(scan, token) && token > 1 &&
      OnLine(scan.document(), token - 1) &&
      IsWord(scan.document(), token - 2) &&
      !scan.FindBefore(token - 1, TimeRole::kSpan) &&
      !scan.FindBefore(token - 1, TimeRole::kIn) &&
      !scan.FindBefore(token - 1, TimeRole::kBound)) {
    return false;
  }
  const TimeUnit unit = UnitOf(*word);
  const bool calendar_part =
      unit == TimeUnit::kQuarter || unit == TimeUnit::kHalf ||
      unit == TimeUnit::kSeason || unit == TimeUnit::kWeekend;
  if (calendar_part && word->kind != "plural" &&
      parts.side == TimeSide::kNone) {
    return false;
  }
  parts.unit = unit;
  parts.limit_token = word->limit_token;
  parts.rules.push_back(scan.Id(*word));
  return true;
}

void TakeHalf(const TimeScan& scan, LengthParts& parts) {
  uint32_t at = parts.limit_token;
  if (!scan.Has(at)) return;
  bool joined = false;
  if (const auto join = scan.RangeWord(at, "and")) {
    at = *join;
    joined = true;
  }
  const uint32_t number_at = scan.Skip(at, {TimeRole::kArticle});
  if (!scan.Has(number_at)) return;
  std::optional<NumberReading> half = scan.numbers().Read(scan.document(), at);
  if (!half && number_at != at) {
    half = scan.numbers().Read(scan.document(), number_at);
  }
  if (!half) half = scan.numbers().ReadJoined(scan.document(), at);  // ساعة ونص
  if (!half || !half->fraction || half->has_scale ||
      half->value >= Decimal(1)) {
    return;
  }
  if (!joined && (half->proclitics & kCliticAnd) == 0) return;
  if (!parts.value) return;
  // "and half of the town" is no part of the length.
  uint32_t limit = half->limit_token;
  if (const auto again = scan.Find(limit, TimeRole::kUnit);
      again && UnitOf(*again) == parts.unit) {
    limit = again->limit_token;  // عام ونصف العام
  }
  const auto sum = Add(*parts.value, half->value);
  if (!sum) return;
  parts.value = *sum;
  parts.limit_token = limit;
  for (std::string_view rule : half->rules) parts.rules.push_back(rule);
}

uint32_t TakeFractionOf(const TimeScan& scan, uint32_t token,
                        LengthParts& parts) {
  if (!parts.value || !parts.in_words || !parts.value->IsInteger()) return 0;
  const auto join = scan.RangeWord(token, "and");
  if (!join || !scan.Has(*join)) return 0;
  const auto part = scan.numbers().Read(scan.document(), *join);
  if (!part || !part->fraction || part->has_scale ||
      part->value >= Decimal(1)) {
    return 0;
  }
  const uint32_t of = scan.Skip(part->limit_token, {TimeRole::kOf});
  if (of == part->limit_token || !scan.Find(of, TimeRole::kUnit)) return 0;
  const auto sum = Add(*parts.value, part->value);
  if (!sum) return 0;
  parts.value = *sum;
  return of;
}

void TakeMore(const TimeScan& scan, LengthParts& parts) {
  while (parts.value && !parts.range && TakePart(scan, parts)) {
  }
}

// "a week or two", يوم أو يومين, behind one of a unit.
bool TakeOrMore(const TimeScan& scan, LengthParts& parts) {
  const auto link = scan.RangeWord(parts.limit_token, "or");
  if (!link || !scan.Has(*link)) return false;
  std::optional<Decimal> high;
  uint32_t limit = 0;
  if (const auto dual = scan.Find(*link, TimeRole::kUnit);
      dual && dual->dual && UnitOf(*dual) == parts.unit) {
    high = 2;
    limit = dual->limit_token;
  } else if (const auto number = scan.numbers().Read(scan.document(), *link);
             number && number->in_words && !number->ordinal && !number->vague &&
             !number->fraction && number->value > Decimal(1) &&
             number->value <= Decimal(3)) {
    high = number->value;
    limit = number->limit_token;
    // "a day or two men": what is counted behind it is something else.
    if (scan.Has(limit) && IsWord(scan.document(), limit) &&
        !scan.HasKind(limit, KindBit(RuleKind::kTime) |
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

std::optional<TimeSide> SideOfLength(const TimeWord& word) {
  if (word.role == TimeRole::kLast) return TimeSide::kLast;
  if (word.role == TimeRole::kNext) return TimeSide::kNext;
  return std::nullopt;
}

void TakeSideAfter(const TimeScan& scan, LengthParts& parts) {
  if (!scan.Has(parts.limit_token)) return;
  for (const TimeWord& word : scan.Words(parts.limit_token, kSidesOfLength)) {
    const auto side = SideOfLength(word);
    // "two weeks before last night": two sides off is said of a date only.
    if (!side || word.place == TimePlace::kBefore || word.value > 1 ||
        (word.proclitics & ~kCliticThe) != 0) {
      continue;
    }
    parts.side = *side;
    parts.limit_token = word.limit_token;
    parts.rules.push_back(scan.Id(word));
    return;
  }
}

}  // namespace crosscheck
