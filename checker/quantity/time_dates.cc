#include "checker/quantity/time_dates.h"

#include <string_view>
#include <utility>

#include "checker/quantity/time_months.h"
#include "checker/quantity/time_numeric_dates.h"
#include "checker/quantity/time_quarters.h"
#include "checker/quantity/time_sides.h"
#include "checker/quantity/time_years.h"

namespace crosscheck {

// "EOM", "EOY": the end of the month or year that runs.
DateParts DateParser::PartOfThis(uint32_t token, const TimeWord& word,
                                 TimeUnit unit) const {
  DateParts parts = scan_.Begin(token, word);
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
  for (const TimeWord& word : scan_.Words(token, {TimeRole::kPart})) {
    if (const auto unit = UnitNamed(word.kind)) {
      if (scan_.At(token).all_capitals)
        Keep(PartOfThis(token, word, *unit), best);
      continue;
    }
    // آخر الشهر; but "another in May".
    const uint32_t next =
        word.kind == "close"
            ? word.limit_token
            : scan_.Skip(word.limit_token,
                         {TimeRole::kOf, TimeRole::kIn, TimeRole::kArticle});
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
    if (scan_.IsCount(year->limit_token)) return std::nullopt;
    parts.year = year->value;
    parts.bare_year = true;
    parts.limit_token = year->limit_token;
    return parts;
  }
  const auto number = scan_.Number(at);
  if (!number || number->value < 1 || number->value > 99) return std::nullopt;
  // "from 32 percent in 2001 to 37 percent"
  if (scan_.IsCount(number->limit_token)) return std::nullopt;
  parts.day = number->value;
  parts.bare_day = true;
  parts.limit_token = number->limit_token;
  return parts;
}

std::optional<DateParts> DateParser::Core(uint32_t token, bool inside) const {
  std::optional<DateParts> best;
  if (scan_.IsDigits(token)) {
    Keep(ReadNumericDate(scan_, token), best);
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

// "in '08", "the '92 race", "John Doe '16": behind a word that wants a year, or
// a name.
std::optional<DateParts> DateParser::ShortYear(uint32_t token) const {
  const bool placed =
      scan_.FindBefore(token, TimeRole::kIn) ||
      scan_.FindBefore(token, TimeRole::kOf) ||
      scan_.FindBefore(token, TimeRole::kBound) ||
      scan_.FindBefore(token, TimeRole::kArticle) ||
      (token > 0 && OnLine(scan_.document(), token) &&
       IsWord(scan_.document(), token - 1) && scan_.At(token - 1).capital);
  if (!placed || scan_.At(token).glued || scan_.IsCount(token + 2) ||
      scan_.Is(token + 2, "'")) {
    return std::nullopt;
  }
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = token;
  if (!TakeYearNumber(scan_, token, parts)) return std::nullopt;
  parts.rules.push_back("digits");
  return parts;
}

void DateParser::ByWord(uint32_t token, const TimeWord& word, bool inside,
                        std::optional<DateParts>& best) const {
  switch (word.role) {
    case TimeRole::kMonth:
      Keep(ReadMonth(scan_, token, word, inside), best);
      break;
    case TimeRole::kWeekday:
      Keep(WeekdayFirst(token, word), best);
      break;
    case TimeRole::kUnit:
      Keep(UnitFirst(token, word, inside), best);
      break;
    case TimeRole::kDay:
      // "ساعتان في اليوم": in a day, not today.
      // "تلك الليلة", but "said that today"
      if (const auto that = scan_.FindBefore(token, TimeRole::kThat);
          that && that->kind == "definite") {
        break;
      }
      if (word.kind == "the_day" || word.kind == "night") {
        const auto in = scan_.FindBefore(token, TimeRole::kIn);
        if (in && in->kind == "inside") break;
        // طوال اليوم: all day.
        const auto span = scan_.FindBefore(token, TimeRole::kSpan);
        if (span && span->kind == "whole") break;
      }
      Keep(RelativeDay(token, word), best);
      break;
    case TimeRole::kDecade:
      Keep(DecadeFirst(token, word), best);
      break;
    case TimeRole::kQuarterMark:
    case TimeRole::kHalfMark:
    case TimeRole::kFiscal:
      Keep(ReadMark(scan_, token, word), best);
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
      DateParts parts = scan_.Begin(token, word);
      parts.weekend = true;
      TakeSideAfter(scan_, parts);
      Keep(std::move(parts), best);
      break;
    }
    case TimeRole::kSeason: {
      DateParts parts = scan_.Begin(token, word);
      parts.season = word.value;
      const bool said = TakeYear(scan_, parts) || TakeSideAfter(scan_, parts);
      if (said || inside || (!word.weak && scan_.HasContext(token)) ||
          scan_.IsAlone(token, parts.limit_token)) {
        Keep(std::move(parts), best);
      }
      break;
    }
    case TimeRole::kHoliday: {
      DateParts parts = Feast(token, word);
      const bool said = TakeYear(scan_, parts) || TakeSideAfter(scan_, parts);
      // "Christmas shopping", "in Easter Island" are no dates.
      const bool names_more = scan_.Has(parts.limit_token) &&
                              scan_.At(parts.limit_token).capital &&
                              scan_.At(token).capital;
      const bool placed =
          scan_.HasContext(token) || scan_.FindBefore(token, TimeRole::kAt);
      if (said || inside || !word.weak || (!names_more && placed) ||
          YearsFollow(parts.limit_token) ||
          scan_.IsAlone(token, parts.limit_token)) {
        Keep(std::move(parts), best);
      }
      break;
    }
    case TimeRole::kPeriod: {
      // "the same period last year", الفترة نفسها من العام الماضي; but "the
      // fourth time in 2018".
      if (word.kind == "side") break;
      DateParts parts = scan_.Begin(token, word);
      parts.same_period = true;
      parts.side = TimeSide::kThat;
      if (TakeYear(scan_, parts)) Keep(std::move(parts), best);
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

DateParts DateParser::Feast(uint32_t token, const TimeWord& word) const {
  DateParts parts = scan_.Begin(token, word);
  parts.feast = scan_.rules().Attribute(word.rule, "value");
  parts.feast_calendar = scan_.rules().Attribute(word.rule, "calendar");
  // "Labor Day weekend"
  if (const auto weekend = scan_.Find(parts.limit_token, TimeRole::kWeekend)) {
    parts.weekend = true;
    scan_.Use(*weekend, parts);
  }
  return parts;
}

std::optional<DateParts> DateParser::WeekdayFirst(uint32_t token,
                                                  const TimeWord& word) const {
  const Token& first = scan_.At(token);
  DateParts parts = scan_.Begin(token, word);
  parts.weekday = word.value;
  if (scan_.IsGlued(parts.limit_token, ".") && word.kind == "short") {
    ++parts.limit_token;
  }
  bool said = TakeSideAfter(scan_, parts);
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
      date = ReadNumericDate(scan_, at);
      if (!date) date = NumberFirst(at);
    } else if (const auto month = scan_.Find(at, TimeRole::kMonth)) {
      date = ReadMonth(scan_, at, *month, true);
    } else {
      date = NumberFirst(at);
      // "الخميس، أول تعليق": on Thursday, the first comment.
      const auto number = scan_.Number(at);
      if (date && !date->month && at == before_article &&
          scan_.IsComma(at - 1) && number && number->ordinal &&
          (number->proclitics & kCliticThe) == 0) {
        date.reset();
      }
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
    // "On Friday, the third-largest", "On Monday, the 20th victim".
    const auto goes_on = [&](uint32_t behind) {
      const bool comma = before_article > word.limit_token;
      return scan_.IsGlued(behind, "-") ||
             (comma && IsWord(scan_.document(), behind) &&
              !scan_.HasKind(behind, KindBit(RuleKind::kStopwords)));
    };
    if (number && !goes_on(number->limit_token) && number->value >= 1 &&
        number->value <= 31 && !bracket &&
        (number->proclitics & ~kCliticThe) == 0 &&
        ((number->ordinal &&
          (number->digits || scan_.EndsPhrase(number->limit_token))) ||
         (article && number->digits) ||
         (article && !IsWord(scan_.document(), number->limit_token))) &&
        !scan_.IsCount(number->limit_token)) {
      parts.day = number->value;
      parts.limit_token = number->limit_token;
      return parts;
    }
  }
  if (!said && TakePeriodOf(parts)) said = true;
  if (word.weak && !said && !(first.capital && scan_.HasContext(token)) &&
      !scan_.IsAlone(token, parts.limit_token)) {
    return std::nullopt;
  }
  return parts;
}

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
  scan_.Use(*weekday, parts);
}

std::optional<DateParts> DateParser::RelativeDay(uint32_t token,
                                                 const TimeWord& word) const {
  DateParts parts = scan_.Begin(token, word);
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
    scan_.Use(*weekday, parts);
    parts.weekday = weekday->value;
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
