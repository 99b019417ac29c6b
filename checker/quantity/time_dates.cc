#include "checker/quantity/time_dates.h"

#include <initializer_list>

namespace crosscheck {
namespace {

DateParts Start(uint32_t token, const TimeScan& scan, const TimeWord& word) {
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = word.limit_token;
  parts.suffix_bytes = word.suffix_bytes;
  parts.rules.push_back(scan.Id(word));
  return parts;
}

void Use(const TimeScan& scan, const TimeWord& word, DateParts& parts) {
  parts.limit_token = word.limit_token;
  parts.suffix_bytes = word.suffix_bytes;
  parts.rules.push_back(scan.Id(word));
}

// Units that name a stretch of the calendar ("last week", "this decade").
bool IsPeriod(TimeUnit unit) {
  return unit >= TimeUnit::kDay && unit != TimeUnit::kFortnight;
}

int Steps(const TimeWord& word, TimeSide side) {
  const int size = word.value == 0 ? 1 : word.value;
  if (side == TimeSide::kLast) return -size;
  if (side == TimeSide::kNext || side == TimeSide::kNextWeek) return size;
  return 0;
}

std::optional<TimeSide> SideOf(const TimeWord& word) {
  switch (word.role) {
    case TimeRole::kThis:
      return TimeSide::kThis;
    case TimeRole::kLast:
      return TimeSide::kLast;
    case TimeRole::kNext:
      return word.kind == "week" ? TimeSide::kNextWeek : TimeSide::kNext;
    case TimeRole::kThat:
    case TimeRole::kSame:
      return TimeSide::kThat;
    default:
      return std::nullopt;
  }
}

}  // namespace

// Amounts go on with a unit, a currency or a scale; years do not.
bool DateParser::IsCount(uint32_t limit_token) const {
  if (!scan_.Has(limit_token)) return false;
  for (const PhraseMatch& match :
       MatchPhrases(scan_.rules().lexicon(), scan_.document(), limit_token,
                    KindBit(RuleKind::kUnits) | KindBit(RuleKind::kCurrency) |
                        KindBit(RuleKind::kScales))) {
    if ((match.proclitics & ~kCliticThe) != 0) continue;
    // "three times the size": words that follow a ratio are no units.
    const std::string_view role = scan_.rules().Attribute(match.rule, "role");
    if (role == "comparative" || role == "per" || role == "mark") continue;
    // One letter is a unit only where it is glued to its number.
    const Token& next = scan_.At(limit_token);
    if (match.limit_token == limit_token + 1 && next.end - next.begin <= 2 &&
        next.kind == TokenKind::kWord && !next.glued) {
      continue;
    }
    return true;
  }
  return false;
}

bool DateParser::YearMayStand(uint32_t token) const {
  for (TimeRole role : {TimeRole::kIn, TimeRole::kBound, TimeRole::kOf,
                        TimeRole::kPart, TimeRole::kYearNoun, TimeRole::kSeason,
                        TimeRole::kFiscal, TimeRole::kHoliday}) {
    if (scan_.FindBefore(token, role)) return true;
  }
  return false;
}

bool DateParser::HasContext(uint32_t token) const {
  for (TimeRole role :
       {TimeRole::kIn, TimeRole::kBound, TimeRole::kOf, TimeRole::kPart,
        TimeRole::kThis, TimeRole::kLast, TimeRole::kNext}) {
    if (scan_.FindBefore(token, role)) return true;
  }
  return false;
}

// "EOM", "EOY": the end of the month or year that runs.
DateParts DateParser::PartOfThis(uint32_t token, const TimeWord& word,
                                 TimeUnit unit) const {
  DateParts parts = Start(token, scan_, word);
  if (unit == TimeUnit::kDay) {
    parts.day_shift = 0;
    return parts;
  }
  parts.unit = unit;
  parts.side = TimeSide::kThis;
  parts.part = static_cast<TimePart>(word.value);
  return parts;
}

std::optional<DateParts> DateParser::Read(uint32_t token) const {
  std::optional<DateParts> best = Core(token, false);
  for (const TimeWord& word : scan_.Words(token)) {
    if (word.role != TimeRole::kPart) continue;
    if (const auto unit = UnitNamed(word.kind)) {
      if (scan_.At(token).all_capitals)
        Keep(PartOfThis(token, word, *unit), best);
      continue;
    }
    const uint32_t next = scan_.Skip(
        word.limit_token, {TimeRole::kOf, TimeRole::kIn, TimeRole::kArticle});
    if (!scan_.Has(next)) continue;
    auto inner = Core(next, true);
    if (!inner || inner->day || inner->weekday || inner->day_shift) continue;
    inner->first_token = token;
    inner->part = static_cast<TimePart>(word.value);
    inner->rules.insert(inner->rules.begin(), scan_.Id(word));
    Keep(std::move(inner), best);
  }
  return best;
}

std::optional<DateParts> DateParser::ReadEnd(uint32_t token) const {
  if (auto date = Read(token)) return date;
  const uint32_t at = scan_.Skip(token, {TimeRole::kArticle});
  if (at != token) {
    if (auto date = Read(at)) return date;
  }
  DateParts parts;
  parts.first_token = token;
  if (const auto year = scan_.ReadYear(at); year && !year->words) {
    if (IsCount(year->limit_token)) return std::nullopt;
    parts.year = year->value;
    parts.bare_year = true;
    parts.limit_token = year->limit_token;
    return parts;
  }
  const auto number = scan_.Number(at);
  if (!number || number->value < 1 || number->value > 99) return std::nullopt;
  // "from 32 percent in 2001 to 37 percent"
  if (IsCount(number->limit_token)) return std::nullopt;
  parts.day = number->value;
  parts.bare_day = true;
  parts.limit_token = number->limit_token;
  return parts;
}

std::optional<DateParts> DateParser::Core(uint32_t token, bool inside) const {
  std::optional<DateParts> best;
  if (scan_.IsDigits(token)) {
    Keep(Numeric(token), best);
    Keep(YearFirst(token, inside), best);
    Keep(NumberFirst(token), best);
    return best;
  }
  for (const TimeWord& word : scan_.Words(token)) {
    ByWord(token, word, inside, best);
  }
  if (scan_.HasKind(token,
                    KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales))) {
    Keep(NumberFirst(token), best);
    Keep(YearFirst(token, inside), best);
  }
  if (best) return best;
  // "'90s", "the '20s".
  if (scan_.Is(token, "'") && scan_.IsDigits(token + 1) &&
      scan_.At(token + 1).glued) {
    auto decade = YearFirst(token + 1, inside);
    if (decade && decade->decade) {
      decade->first_token = token;
      return decade;
    }
  }
  return best;
}

void DateParser::ByWord(uint32_t token, const TimeWord& word, bool inside,
                        std::optional<DateParts>& best) const {
  switch (word.role) {
    case TimeRole::kMonth:
      Keep(MonthFirst(token, word, inside), best);
      break;
    case TimeRole::kWeekday:
      Keep(WeekdayFirst(token, word), best);
      break;
    case TimeRole::kUnit:
      Keep(UnitFirst(token, word, inside), best);
      break;
    case TimeRole::kDay:
      Keep(RelativeDay(token, word), best);
      break;
    case TimeRole::kDecade:
      Keep(DecadeFirst(token, word), best);
      break;
    case TimeRole::kQuarterMark:
    case TimeRole::kHalfMark:
    case TimeRole::kFiscal:
      Keep(MarkFirst(token, word), best);
      break;
    case TimeRole::kThis:
    case TimeRole::kLast:
    case TimeRole::kNext:
    case TimeRole::kThat:
    case TimeRole::kSame:
      if (word.place != TimePlace::kAfter) {
        Keep(SideFirst(token, word, *SideOf(word)), best);
      }
      break;
    case TimeRole::kWeekend: {
      DateParts parts = Start(token, scan_, word);
      parts.weekend = true;
      TakeSideAfter(parts.limit_token, parts, &parts.shift, &parts.side);
      Keep(std::move(parts), best);
      break;
    }
    case TimeRole::kSeason: {
      DateParts parts = Start(token, scan_, word);
      parts.season = word.value;
      const bool said =
          TakeYear(parts) ||
          TakeSideAfter(parts.limit_token, parts, &parts.shift, &parts.side);
      if (said || inside || (!word.weak && HasContext(token)) ||
          scan_.IsAlone(token, parts.limit_token)) {
        Keep(std::move(parts), best);
      }
      break;
    }
    case TimeRole::kHoliday: {
      DateParts parts = Feast(token, word);
      const bool said =
          TakeYear(parts) ||
          TakeSideAfter(parts.limit_token, parts, &parts.shift, &parts.side);
      // "Christmas shopping", "in Easter Island" are no dates.
      const bool names_more = scan_.Has(parts.limit_token) &&
                              scan_.At(parts.limit_token).capital &&
                              scan_.At(token).capital;
      const bool placed =
          HasContext(token) || scan_.FindBefore(token, TimeRole::kAt);
      if (said || inside || !word.weak || (!names_more && placed) ||
          YearsFollow(parts.limit_token) ||
          scan_.IsAlone(token, parts.limit_token)) {
        Keep(std::move(parts), best);
      }
      break;
    }
    case TimeRole::kPeriod: {
      // "the same period last year", الفترة نفسها من العام الماضي.
      DateParts parts = Start(token, scan_, word);
      parts.same_period = true;
      parts.side = TimeSide::kThat;
      if (TakeYear(parts)) Keep(std::move(parts), best);
      break;
    }
    default:
      break;
  }
}

// "Christmas two years ago".
bool DateParser::YearsFollow(uint32_t token) const {
  const uint32_t in = scan_.Skip(token, {TimeRole::kIn});
  const uint32_t behind = scan_.Skip(in, {TimeRole::kArticle});
  if (in > token && behind > in) {  // "in a year"
    const auto year = scan_.Find(behind, TimeRole::kUnit);
    if (year && UnitOf(*year) == TimeUnit::kYear) return true;
  }
  const auto number = scan_.Has(in) ? scan_.Number(in) : std::nullopt;
  const auto unit =
      number ? scan_.Find(number->limit_token, TimeRole::kUnit) : std::nullopt;
  return unit && UnitOf(*unit) == TimeUnit::kYear;
}

bool DateParser::TakeMonth(uint32_t token, DateParts& parts,
                           bool weak_too) const {
  const auto word = scan_.Find(token, TimeRole::kMonth);
  if (!word || (word->weak && !weak_too)) return false;
  parts.month = word->value;
  parts.hijri = word->hijri;
  Use(scan_, *word, parts);
  // "Jan.": the stop belongs to it where the text goes on in small letters or
  // digits.
  if (scan_.IsGlued(parts.limit_token, ".") &&
      scan_.Has(parts.limit_token + 1) &&
      scan_.IsDigits(parts.limit_token + 1)) {
    ++parts.limit_token;
  }
  // Both names at once: مايو/أيار, or the second in brackets.
  uint32_t at = parts.limit_token;
  const bool bracket = scan_.Is(at, "(");
  // "أكتوبر تشرين الأول", with no mark between them.
  if (const auto second = scan_.Find(at, TimeRole::kMonth);
      second && second->value == *parts.month && second->hijri == parts.hijri) {
    Use(scan_, *second, parts);
    at = parts.limit_token;
  }
  if (bracket || scan_.Is(at, "/") || scan_.Is(at, "-")) {
    const auto second = scan_.Find(at + 1, TimeRole::kMonth);
    if (second && second->value == *parts.month &&
        second->hijri == parts.hijri) {
      at = second->limit_token;
      if (!bracket) {
        Use(scan_, *second, parts);
      } else if (scan_.Is(at, ")")) {
        Use(scan_, *second, parts);
        ++parts.limit_token;
      }
    }
  }
  return true;
}

bool DateParser::TakeYearNumber(uint32_t token, DateParts& parts) const {
  // "’24"
  if (scan_.Is(token, "'") && scan_.Has(token + 1) &&
      scan_.At(token + 1).glued && scan_.Text(token + 1).size() == 2) {
    const int two = scan_.Digits(token + 1, 2);
    if (two < 0) return false;
    parts.year = 2000 + two;
    parts.two_digit_year = true;
    parts.limit_token = token + 2;
    parts.suffix_bytes = 0;
    return true;
  }
  const auto year = scan_.ReadYear(token);
  if (!year || IsCount(year->limit_token)) return false;
  parts.year = year->value;
  parts.limit_token = year->limit_token;
  parts.suffix_bytes = 0;
  TakeEra(parts);
  return true;
}

void DateParser::TakeEra(DateParts& parts) const {
  const auto era = scan_.Find(parts.limit_token, TimeRole::kEra);
  if (!era || !parts.year) {
    // Years of the Hijri reckoning in this age are 1300 to 1500.
    return;
  }
  if (era->value == 2) parts.hijri = true;
  if (era->value == -1) parts.year = 1 - *parts.year;
  Use(scan_, *era, parts);
}

DateParts DateParser::Feast(uint32_t token, const TimeWord& word) const {
  DateParts parts = Start(token, scan_, word);
  parts.feast = scan_.rules().Attribute(word.rule, "value");
  parts.feast_calendar = scan_.rules().Attribute(word.rule, "calendar");
  // "Labor Day weekend"
  if (const auto weekend = scan_.Find(parts.limit_token, TimeRole::kWeekend)) {
    parts.weekend = true;
    Use(scan_, *weekend, parts);
  }
  return parts;
}

// A side after what it belongs to: الماضي, المقبل.
bool DateParser::TakeSideAfter(uint32_t token, DateParts& parts, int* shift,
                               TimeSide* side) const {
  if (!scan_.Has(token)) return false;
  for (const TimeWord& word : scan_.Words(token)) {
    const auto said = SideOf(word);
    if (!said || word.place == TimePlace::kBefore ||
        (word.proclitics & ~kCliticThe) != 0) {
      continue;
    }
    *side = *said;
    *shift = Steps(word, *said);
    Use(scan_, word, parts);
    return true;
  }
  return false;
}

// What year it belongs to: "2025", "of 2025", "last year", من العام الماضي.
bool DateParser::TakeYear(DateParts& parts) const {
  const uint32_t from = parts.limit_token;
  DateParts with = parts;
  uint32_t at = from;
  if (scan_.IsComma(at)) ++at;
  at = scan_.Skip(at, {TimeRole::kOf, TimeRole::kIn, TimeRole::kArticle});
  if (!scan_.Has(at)) return false;
  if (TakeYearNumber(at, with)) {
    parts = std::move(with);
    return true;
  }
  // A word for the year, perhaps with a number or a side after it.
  uint32_t unit_at = at;
  std::optional<TimeWord> before;
  for (const TimeWord& word : scan_.Words(at)) {
    if (SideOf(word) && word.place != TimePlace::kAfter) {
      before = word;
      unit_at = word.limit_token;
      break;
    }
  }
  for (const TimeWord& word : scan_.Words(unit_at)) {
    if (!scan_.Has(unit_at)) break;
    if (word.role == TimeRole::kFiscal) {
      with.fiscal = true;
      with.limit_token = word.limit_token;
      if (TakeYearNumber(word.limit_token, with)) {
        parts = std::move(with);
        return true;
      }
      if (before) {
        with.year_shift = Steps(*before, *SideOf(*before));
        parts = std::move(with);
        return true;
      }
    }
    if (word.role != TimeRole::kUnit || UnitOf(word) != TimeUnit::kYear ||
        word.dual) {
      continue;
    }
    Use(scan_, word, with);
    if (before) {
      with.rules.push_back(scan_.Id(*before));
      with.year_shift = Steps(*before, *SideOf(*before));
      if (*SideOf(*before) == TimeSide::kThat) with.side = TimeSide::kThat;
      parts = std::move(with);
      return true;
    }
    if (const auto fiscal = scan_.Find(with.limit_token, TimeRole::kFiscal)) {
      with.fiscal = true;
      Use(scan_, *fiscal, with);
    }
    if (TakeYearNumber(with.limit_token, with)) {
      parts = std::move(with);
      return true;
    }
    int shift = 0;
    TimeSide side = TimeSide::kNone;
    if (TakeSideAfter(with.limit_token, with, &shift, &side)) {
      with.year_shift = shift;
      if (side == TimeSide::kThat) with.side = side;
      parts = std::move(with);
      return true;
    }
    // "of the year": this one.
    const auto article = scan_.Find(at - 1, TimeRole::kArticle);
    if (at > from &&
        (word.proclitics & kCliticThe || (article && article->kind != "one"))) {
      with.year_shift = 0;
      parts = std::move(with);
      return true;
    }
  }
  return false;
}

std::optional<DateParts> DateParser::MonthFirst(uint32_t token,
                                                const TimeWord& word,
                                                bool inside) const {
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = token;
  const Token& first = scan_.At(token);
  const bool lower =
      word.weak && first.script == Script::kLatin && !first.capital;
  // TakeMonth looks at words inside an expression; the first may carry a
  // clitic, which its own word has already cleared.
  parts.month = word.value;
  parts.hijri = word.hijri;
  Use(scan_, word, parts);
  if (scan_.IsGlued(parts.limit_token, ".") &&
      scan_.Has(parts.limit_token + 1) &&
      scan_.IsDigits(parts.limit_token + 1)) {
    ++parts.limit_token;  // "Aug. 14"
  }
  DateParts named;
  named.first_token = token;
  if (TakeMonth(token, named, true)) parts = named;
  if (parts.limit_token == word.limit_token) {
    const uint32_t at = word.limit_token;
    const auto second = scan_.Is(at, "/") || scan_.Is(at, "-")
                            ? scan_.Find(at + 1, TimeRole::kMonth)
                            : std::nullopt;
    if (second && second->value == word.value) Use(scan_, *second, parts);
  }
  bool said = false;
  // The day: "Jan 27", "January the 27th".
  uint32_t at = parts.limit_token;
  const bool glued = scan_.IsGlued(at, "-");
  if (glued) ++at;
  at = scan_.Skip(at, {TimeRole::kArticle});
  const auto number = scan_.Has(at) ? scan_.Number(at) : std::nullopt;
  if (number && number->value >= 1 && number->value <= 31 &&
      (number->digits || number->ordinal) &&
      !(scan_.IsGlued(number->limit_token, ":") &&
        scan_.Has(number->limit_token + 1) &&
        scan_.At(number->limit_token + 1).glued) &&
      !IsCount(number->limit_token)) {
    DateParts dated = parts;
    dated.day = number->value;
    dated.limit_token = number->limit_token;
    dated.suffix_bytes = 0;
    const bool year = TakeYear(dated);
    // "in May 27 people" counts people.
    const bool in = scan_.FindBefore(token, TimeRole::kIn) &&
                    !number->ordinal && !year &&
                    scan_.Has(number->limit_token) &&
                    scan_.At(number->limit_token).kind == TokenKind::kWord;
    // صفر is zero, too: the score 0-1.
    const bool score =
        glued && !year && scan_.HasKind(token, KindBit(RuleKind::kNumbers));
    if (!in && !score) {
      parts = std::move(dated);
      said = true;
    }
  }
  // "may" and "march" in small letters are verbs, but for "march 3".
  if (lower && !said) return std::nullopt;
  if (!said) said = TakeYear(parts);
  if (!said) {
    said = TakeSideAfter(parts.limit_token, parts, &parts.shift, &parts.side);
  }
  if (word.weak && !said && !inside && !HasContext(token) &&
      !scan_.OpensRange(token)) {
    // "March and April": the other month vouches for it.
    uint32_t next = parts.limit_token;
    for (std::string_view role : {"to", "and", "or", "dash"}) {
      if (const auto after = scan_.RangeWord(next, role)) {
        if (const auto other = scan_.Find(*after, TimeRole::kMonth);
            other && !other->weak) {
          return parts;
        }
      }
    }
    if (parts.limit_token > word.limit_token) return parts;  // both names
    // صفر alone is zero.
    if (scan_.IsAlone(token, parts.limit_token) &&
        !scan_.HasKind(token, KindBit(RuleKind::kNumbers))) {
      return parts;
    }
    return std::nullopt;
  }
  return parts;
}

// Is what stands at `token` no word that a number before it would tell of?
// "Tuesday the first." and "the first of May", not "Tuesday the first woman".
bool DateParser::EndsPhrase(uint32_t token) const {
  return !scan_.Has(token) || !IsWord(scan_.document(), token) ||
         scan_.Find(token, TimeRole::kOf) ||
         scan_.HasKind(token, KindBit(RuleKind::kStopwords));
}

std::optional<DateParts> DateParser::WeekdayFirst(uint32_t token,
                                                  const TimeWord& word) const {
  const Token& first = scan_.At(token);
  DateParts parts = Start(token, scan_, word);
  parts.weekday = word.value;
  if (scan_.IsGlued(parts.limit_token, ".") && word.kind == "short") {
    ++parts.limit_token;
  }
  bool said =
      TakeSideAfter(parts.limit_token, parts, &parts.shift, &parts.side);
  if (parts.side == TimeSide::kLast) {
    // الاثنين الأخير من مارس
    DateParts last = parts;
    last.nth = -1;
    last.side = TimeSide::kNone;
    last.shift = 0;
    if (scan_.Skip(last.limit_token, {TimeRole::kOf}) > last.limit_token &&
        TakePeriodOf(last)) {
      return last;
    }
  }
  // The date itself: "Monday, 27 January", الاثنين الموافق 27 يناير.
  uint32_t at = parts.limit_token;
  const bool bracket = scan_.Is(at, "(");
  if (bracket || scan_.IsComma(at)) ++at;
  const uint32_t before_article = at;
  at = scan_.Skip(at, {TimeRole::kOf, TimeRole::kArticle});
  if (scan_.Has(at)) {
    std::optional<DateParts> date;
    if (scan_.IsDigits(at)) {
      date = Numeric(at);
      if (!date) date = NumberFirst(at);
    } else if (const auto month = scan_.Find(at, TimeRole::kMonth)) {
      date = MonthFirst(at, *month, true);
    } else {
      date = NumberFirst(at);
    }
    if (date && date->day && !date->nth) {
      date->first_token = token;
      date->weekday = parts.weekday;
      date->rules.insert(date->rules.begin(), parts.rules.begin(),
                         parts.rules.end());
      if (bracket && scan_.Is(date->limit_token, ")")) ++date->limit_token;
      // الخميس الثاني من نوفمبر, where it is no second, is the second one.
      const auto ordinal = scan_.Number(at);
      date->day_may_count = at == word.limit_token && ordinal &&
                            ordinal->ordinal && !ordinal->digits &&
                            *date->day <= 5;
      return date;
    }
    // "Tuesday the 19th"; but "On Tuesday, 12 people died".
    const auto number = scan_.Number(at);
    const bool article = at > before_article;
    if (number && number->value >= 1 && number->value <= 31 && !bracket &&
        (number->proclitics & ~kCliticThe) == 0 &&
        ((number->ordinal &&
          (number->digits || EndsPhrase(number->limit_token))) ||
         (article && number->digits) ||
         (article && !IsWord(scan_.document(), number->limit_token))) &&
        !IsCount(number->limit_token)) {
      parts.day = number->value;
      parts.limit_token = number->limit_token;
      return parts;
    }
  }
  if (!said && TakePeriodOf(parts)) said = true;
  if (word.weak && !said && !(first.capital && HasContext(token)) &&
      !scan_.IsAlone(token, parts.limit_token)) {
    return std::nullopt;
  }
  return parts;
}

// "of next week", من الأسبوع المقبل, "in October", "this week".
void DateParser::TakeWeekdayOfWeek(DateParts& parts) const {
  uint32_t day_at = parts.limit_token;
  if (const auto day = scan_.Find(day_at, TimeRole::kUnit);
      day && UnitOf(*day) == TimeUnit::kDay) {
    day_at = day->limit_token;
  }
  const auto weekday = scan_.Find(day_at, TimeRole::kWeekday);
  if (!weekday || weekday->weak) return;
  parts.unit.reset();
  parts.week_shift = parts.shift;
  parts.weekday = weekday->value;
  Use(scan_, *weekday, parts);
}

bool DateParser::TakePeriodOf(DateParts& parts) const {
  uint32_t at = parts.limit_token;
  if (scan_.Is(at, ",")) ++at;
  at = scan_.Skip(at, {TimeRole::kOf, TimeRole::kIn, TimeRole::kArticle});
  const auto from = scan_.Find(at, TimeRole::kBound);
  const bool week_only = from && from->value == 2;  // "Sunday from last week"
  if (week_only) at = from->limit_token;
  if (!scan_.Has(at)) return false;
  std::optional<DateParts> inner;
  for (const TimeWord& word : scan_.Words(at)) {
    if ((word.proclitics & ~kCliticThe) != 0) continue;
    if (const auto side = SideOf(word);
        side && word.place != TimePlace::kAfter) {
      Keep(SideFirst(at, word, *side), inner);
    }
    if (word.role == TimeRole::kUnit) {
      Keep(UnitFirst(at, word, parts.nth.has_value()), inner);
    }
    if (word.role == TimeRole::kMonth && at > parts.limit_token) {
      Keep(MonthFirst(at, word, true), inner);
    }
  }
  if (!inner && at > parts.limit_token) inner = NumberedMonth(at);
  if (!inner && at > parts.limit_token) inner = YearFirst(at, true);
  if (!inner || inner->day || inner->weekday || inner->day_shift) {
    return false;
  }
  const bool week = inner->unit == TimeUnit::kWeek;
  if (!week && (!parts.nth || week_only)) return false;
  if (inner->unit) {
    if (week) {
      parts.week_shift = inner->shift;
    } else if (inner->unit == TimeUnit::kMonth) {
      parts.month_shift = inner->shift;
    } else if (inner->unit == TimeUnit::kYear) {
      parts.year_shift = inner->shift;
    } else {
      return false;
    }
  } else {
    parts.year = inner->year;
    parts.month = inner->month;
    parts.year_shift = inner->year_shift;
    parts.side = inner->side;
    if (!parts.year && !parts.month) return false;
  }
  parts.limit_token = inner->limit_token;
  parts.suffix_bytes = inner->suffix_bytes;
  for (std::string_view rule : inner->rules) parts.rules.push_back(rule);
  return true;
}

// شهر 3, شهر عشرة: the month by its number, right behind the word for it.
std::optional<DateParts> DateParser::NumberedMonth(uint32_t token) const {
  const auto word = scan_.FindBefore(token, TimeRole::kUnit);
  const bool of = scan_.FindBefore(token, TimeRole::kOf).has_value();
  const bool month = word && word->kind == "numbered" &&
                     UnitOf(*word) == TimeUnit::kMonth && !word->dual;
  if (!scan_.Has(token) || !month) return std::nullopt;
  const auto number = scan_.Number(token);
  // شهر واحد is one month.
  if (!number || number->value < 1 || number->value > 12 || number->ordinal ||
      number->proclitics != 0 || (!number->digits && number->value < 3)) {
    return std::nullopt;
  }
  DateParts parts;
  parts.first_token = token;
  parts.month = number->value;
  parts.limit_token = number->limit_token;
  parts.rules.push_back(scan_.Id(*word));
  if (TakeYear(parts) || of) return parts;
  return IsCount(parts.limit_token) ? std::nullopt : std::optional(parts);
}

// "last Friday of October", "last weekend in May": the last one in a period.
std::optional<DateParts> DateParser::LastOf(const DateParts& named) const {
  DateParts last = named;
  last.nth = -1;
  last.side = TimeSide::kNone;
  last.shift = 0;
  const bool joined =
      scan_.Skip(last.limit_token, {TimeRole::kOf, TimeRole::kIn}) >
      last.limit_token;
  if (!joined || !TakePeriodOf(last)) return std::nullopt;
  return last;
}

// "last quarter of 2012", "last month of the year".
std::optional<DateParts> DateParser::LastPartOfYear(const DateParts& named,
                                                    TimeUnit unit) const {
  DateParts last = named;
  last.side = TimeSide::kNone;
  last.shift = 0;
  if (unit == TimeUnit::kQuarter) last.quarter = 4;
  if (unit == TimeUnit::kHalf) last.half = 2;
  if (unit == TimeUnit::kMonth) last.month = 12;
  const bool part = last.quarter || last.half || last.month;
  const bool of = scan_.Find(last.limit_token, TimeRole::kOf).has_value();
  if (!part || !of || !TakeYear(last)) return std::nullopt;
  return last;
}

std::optional<DateParts> DateParser::SideFirst(uint32_t token,
                                               const TimeWord& word,
                                               TimeSide side) const {
  const uint32_t at = word.limit_token;
  if (!scan_.Has(at)) return std::nullopt;
  std::optional<DateParts> best;
  // "this coming week", "this past Monday": the second says which.
  if (side == TimeSide::kThis) {
    for (const TimeWord& second : scan_.Words(at)) {
      const auto other = SideOf(second);
      if (!other || second.place == TimePlace::kAfter ||
          (*other != TimeSide::kLast && *other != TimeSide::kNext)) {
        continue;
      }
      auto date = SideFirst(at, second, *other);
      if (!date) continue;
      date->first_token = token;
      date->rules.insert(date->rules.begin(), scan_.Id(word));
      return date;
    }
  }
  const auto begin = [&](const TimeWord& second) {
    DateParts parts = Start(token, scan_, word);
    Use(scan_, second, parts);
    parts.side = side;
    parts.shift = Steps(word, side);
    return parts;
  };
  for (const TimeWord& second : scan_.Words(at)) {
    if ((second.proclitics & ~kCliticThe) != 0) continue;
    switch (second.role) {
      case TimeRole::kUnit: {
        if (second.dual || second.kind == "plural") break;
        DateParts parts = begin(second);
        const TimeUnit unit = UnitOf(second);
        if (!IsPeriod(unit) && unit != TimeUnit::kNight) break;
        if (unit == TimeUnit::kNight && side == TimeSide::kThat) break;
        if (unit == TimeUnit::kNight) {
          parts.day_shift = parts.shift;
          parts.daypart = Daypart{true, "night"};
          Keep(std::move(parts), best);
          break;
        }
        // "last week of 2015", "last day of October".
        if (side == TimeSide::kLast) {
          DateParts last = parts;
          last.nth = -1;
          last.side = TimeSide::kNone;
          last.unit = unit;
          last.shift = 0;
          if ((unit == TimeUnit::kWeek || unit == TimeUnit::kDay) &&
              scan_.Skip(last.limit_token, {TimeRole::kOf}) >
                  last.limit_token &&
              TakePeriodOf(last)) {
            Keep(std::move(last), best);
            break;
          }
        }
        if (unit == TimeUnit::kDay && side == TimeSide::kThat) break;
        if (unit == TimeUnit::kDay) {
          parts.day_shift = parts.shift;
          Keep(std::move(parts), best);
          break;
        }
        // "the last quarter of 2012".
        if (side == TimeSide::kLast) {
          if (auto last = LastPartOfYear(parts, unit)) {
            Keep(std::move(last), best);
            break;
          }
        }
        parts.unit = unit;
        if (const auto fiscal =
                scan_.Find(parts.limit_token, TimeRole::kFiscal)) {
          Use(scan_, *fiscal, parts);
          parts.fiscal = true;
        }
        // "this week Friday".
        if (unit == TimeUnit::kWeek) TakeWeekdayOfWeek(parts);
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kMonth: {
        const Token& name = scan_.At(at);
        if (second.weak && name.script == Script::kLatin && !name.capital) {
          break;  // "hard as this may be"
        }
        // "In this June 18, 2018, photo": the day is not of "this".
        if (side == TimeSide::kThis) {
          const auto dated = MonthFirst(at, second, true);
          if (dated && dated->day) break;
        }
        DateParts parts = begin(second);
        parts.month = second.value;
        parts.hijri = second.hijri;
        // A year of its own: "back in January 2014".
        if (TakeYear(parts) && parts.year) break;
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kWeekday: {
        // "said that Friday's vote"
        if (side == TimeSide::kThat && second.suffix_bytes > 0) break;
        DateParts parts = begin(second);
        parts.weekday = second.value;
        if (auto last = LastOf(parts); side == TimeSide::kLast && last) {
          Keep(std::move(last), best);
          break;
        }
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kWeekdays: {  // آخر خميس من نوفمبر
        DateParts parts = begin(second);
        parts.weekday = second.value;
        if (side == TimeSide::kLast) Keep(LastOf(parts), best);
        break;
      }
      case TimeRole::kSeason: {
        DateParts parts = begin(second);
        parts.season = second.value;
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kWeekend: {
        DateParts parts = begin(second);
        parts.weekend = true;
        if (auto last = LastOf(parts); side == TimeSide::kLast && last) {
          Keep(std::move(last), best);
          break;
        }
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kHoliday: {
        DateParts parts = Feast(at, second);
        parts.first_token = token;
        parts.side = side;
        parts.rules.insert(parts.rules.begin(), scan_.Id(word));
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kDaypart: {
        if (side == TimeSide::kThat) break;
        DateParts parts = begin(second);
        parts.day_shift = parts.shift;
        if (second.kind != "clock") parts.daypart = DaypartOf(second);
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kPeriod: {
        if (side != TimeSide::kThat) break;
        DateParts parts = begin(second);
        parts.same_period = true;
        if (TakeYear(parts)) Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kFiscal: {
        DateParts parts = begin(second);
        parts.fiscal = true;
        parts.unit = TimeUnit::kYear;
        Keep(std::move(parts), best);
        break;
      }
      case TimeRole::kDay:
        break;
      default:
        break;
    }
  }
  return best;
}

std::optional<DateParts> DateParser::RelativeDay(uint32_t token,
                                                 const TimeWord& word) const {
  DateParts parts = Start(token, scan_, word);
  parts.day_shift = word.value;
  // "now" dates only the end of a range: "between now and 15 November".
  if (word.weak && !scan_.OpensRange(token) &&
      !(scan_.IsAlone(token, word.limit_token) &&
        scan_.document().sentences.size() == 1)) {
    return std::nullopt;
  }
  // "tonight" settles an hour beside it.
  if (word.kind == "night") parts.daypart = DaypartOf(word);
  // "today, Monday", أمس الاثنين.
  uint32_t at = parts.limit_token;
  if (scan_.IsComma(at)) ++at;
  if (const auto weekday = scan_.Find(at, TimeRole::kWeekday);
      weekday && !weekday->weak) {
    auto dated = WeekdayFirst(at, *weekday);
    if (dated && dated->day && dated->month) {
      dated->first_token = token;
      return dated;
    }
    Use(scan_, *weekday, parts);
  } else if (at == parts.limit_token && scan_.Has(at)) {
    // اليوم الثالث من أكتوبر
    const auto number = scan_.Number(at);
    if (number && number->ordinal && number->proclitics == kCliticThe) {
      auto dated = NumberFirst(at);
      if (dated && dated->day && dated->month) {
        dated->first_token = token;
        dated->rules.insert(dated->rules.begin(), parts.rules[0]);
        return dated;
      }
    }
  }
  return parts;
}

}  // namespace crosscheck
