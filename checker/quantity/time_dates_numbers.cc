// The half of DateParser that starts at a number or at a unit of time.
#include <string_view>
#include <utility>

#include "checker/quantity/number_words.h"
#include "checker/quantity/time_dates.h"
#include "checker/quantity/time_months.h"
#include "checker/quantity/time_numeric_dates.h"
#include "checker/quantity/time_quarters.h"
#include "checker/quantity/time_sides.h"
#include "checker/quantity/time_years.h"

namespace crosscheck {
namespace {

constexpr int kFirstYearByPlace = 1500;

}  // namespace

// النصف الأول من الموسم: the half of something that is no year.
bool DateParser::IsOfOther(const DateParts& part, TimeUnit unit) const {
  if ((unit != TimeUnit::kQuarter && unit != TimeUnit::kHalf) || part.year ||
      part.year_shift) {
    return false;
  }
  const auto of = scan_.Find(part.limit_token, TimeRole::kOf);
  return of && of->limit_token > part.limit_token &&
         OnLine(scan_.document(), of->limit_token) &&
         IsWord(scan_.document(), of->limit_token) &&
         !scan_.Find(of->limit_token, TimeRole::kMonth);
}

std::optional<DateParts> DateParser::UnitFirst(uint32_t token,
                                               const TimeWord& word,
                                               bool inside) const {
  std::optional<DateParts> best;
  const TimeUnit unit = UnitOf(word);
  const auto begin = [&] {
    DateParts parts;
    parts.first_token = token;
    parts.limit_token = word.limit_token;
    parts.suffix_bytes = word.suffix_bytes;
    parts.rules.push_back(scan_.Id(word));
    return parts;
  };
  const auto with_unit = [&](std::optional<DateParts> date) {
    if (!date) return;
    date->first_token = token;
    date->rules.insert(date->rules.begin(), scan_.Id(word));
    Keep(std::move(date), best);
  };
  const uint32_t at = word.limit_token;
  if (unit == TimeUnit::kDay && scan_.Has(at) && !word.dual) {
    // يوم الاثنين, يوم 27 يناير, يوم أمس, "the day" itself is nothing.
    for (const TimeWord& next : scan_.Words(at)) {
      if ((next.proclitics & ~kCliticThe) != 0) continue;
      if (next.role == TimeRole::kWeekday &&
          scan_.At(at).script == scan_.At(token).script) {
        with_unit(WeekdayFirst(at, next));
      }
      if (next.role == TimeRole::kDay) with_unit(RelativeDay(at, next));
    }
    // يوم الثالث من أكتوبر
    if (const auto number = scan_.Number(at);
        number && number->ordinal && !number->digits) {
      auto date = NumberFirst(at);
      if (date && date->day && date->month) with_unit(std::move(date));
    }
    if (scan_.IsDigits(at)) {
      auto date = ReadNumericDate(scan_, at);
      Keep(NumberFirst(at), date);
      if (date && !date->quarter && !date->half) with_unit(std::move(date));
      // يوم 27: of the month the text is in.
      const auto number = scan_.Number(at);
      if (!best && number && number->digits && number->value >= 1 &&
          number->value <= 31 && !scan_.IsCount(number->limit_token) &&
          !scan_.IsGlued(number->limit_token, ":") && word.kind == "dated") {
        DateParts parts = begin();
        parts.day = number->value;
        parts.limit_token = number->limit_token;
        const auto side = SideAfter(scan_, parts.limit_token);
        if (side && side->side == TimeSide::kThis) {  // يوم 27 الجاري
          parts.month_shift = 0;
          scan_.Use(side->word, parts);
        }
        with_unit(parts);
      }
    }
  }
  if (unit == TimeUnit::kMonth && scan_.Has(at) && !word.dual) {
    if (const auto month = scan_.Find(at, TimeRole::kMonth)) {
      with_unit(ReadMonth(scan_, at, *month, true));
    } else if (auto numbered = ReadNumberedMonth(scan_, at)) {
      // بداية شهر 3, في شهر 3, شهر 3 سنة 2015
      if (inside || numbered->year || numbered->year_shift ||
          (scan_.HasContext(token) &&
           scan_.EndsPhrase(numbered->limit_token)) ||
          scan_.IsAlone(token, numbered->limit_token)) {
        numbered->first_token = token;
        Keep(std::move(numbered), best);
      }
    }
  }
  if (unit == TimeUnit::kYear && scan_.Has(at)) {
    // "the year 2023", عام 2023, السنة المالية 2024.
    DateParts parts = begin();
    if (const auto fiscal = scan_.Find(at, TimeRole::kFiscal)) {
      parts.fiscal = true;
      parts.rules.push_back(scan_.Id(*fiscal));
      parts.limit_token = fiscal->limit_token;
      DateParts side = parts;
      if (TakeSideAfter(scan_, side)) {
        side.unit = TimeUnit::kYear;
        Keep(std::move(side), best);
      }
    }
    if (TakeYearNumber(scan_, parts.limit_token, parts)) {
      Keep(std::move(parts), best);
    } else if (const auto era_year = scan_.Number(parts.limit_token)) {
      // "the year 622", عام 300 قبل الميلاد; not الدين العام 678 مليار.
      DateParts old = parts;
      old.year = era_year->value;
      old.limit_token = era_year->limit_token;
      const bool full = era_year->value >= 100 &&
                        (era_year->digits || era_year->value % 100 != 0) &&
                        !scan_.IsCount(era_year->limit_token);
      if (TakeEra(scan_, old) || full) {
        Keep(std::move(old), best);
      }
    }
  }
  // الأسبوع الماضي, الشهر الجاري; with a weekday: الأسبوع القادم الأحد.
  if (!word.dual && word.kind != "plural") {
    DateParts parts = begin();
    const bool span = unit >= TimeUnit::kDay && unit != TimeUnit::kFortnight;
    const auto said = SideAfter(scan_, at);
    if (span && TakeSideAfter(scan_, parts)) {
      // اليوم الأخير من الشهر, الأسبوع الأخير من عام 2015
      if (parts.side == TimeSide::kLast &&
          (unit == TimeUnit::kDay || unit == TimeUnit::kWeek)) {
        DateParts named = parts;
        named.unit = unit;
        if (auto last = LastOf(named)) Keep(std::move(last), best);
      }
      // الربع الأخير من عام 2016
      if (parts.side == TimeSide::kLast) {
        if (auto last = LastPartOfYear(parts, unit)) {
          Keep(std::move(last), best);
        }
      }
      const bool told = said->word.kind == "told";
      if (unit == TimeUnit::kDay) {
        parts.day_shift = parts.shift;
      } else {
        parts.unit = unit;
        // العام السابق: before what is told.
        if (told) parts.side = TimeSide::kThat;
      }
      if (unit == TimeUnit::kWeek) TakeWeekdayOfWeek(parts);
      if (unit == TimeUnit::kYear) {
        // العام الماضي 2024: the number says it again.
        const auto year = scan_.ReadYear(parts.limit_token);
        if (year && !year->words && scan_.Has(parts.limit_token) &&
            !scan_.IsCount(year->limit_token)) {
          parts.unit.reset();
          parts.side = TimeSide::kNone;
          parts.year = year->value;
          parts.limit_token = year->limit_token;
        }
      }
      if (!IsOfOther(parts, unit)) Keep(std::move(parts), best);
    }
  }
  // An ordinal after it: الربع الأول, القرن الحادي والعشرين, الأسبوع الأول من.
  const bool counted = unit == TimeUnit::kQuarter || unit == TimeUnit::kHalf ||
                       unit == TimeUnit::kCentury || unit == TimeUnit::kWeek;
  if (counted && scan_.Has(at)) {
    const auto number = scan_.Number(at);
    if (number &&
        (number->ordinal || (number->digits && unit != TimeUnit::kHalf) ||
         // القرن العشرين: tens are both.
         (unit == TimeUnit::kCentury && number->proclitics == kCliticThe)) &&
        (number->proclitics & ~kCliticThe) == 0 && number->value >= 1) {
      DateParts parts = begin();
      parts.limit_token = number->limit_token;
      if (unit == TimeUnit::kQuarter && number->value <= 4) {
        parts.quarter = number->value;
        TakeYear(scan_, parts) || TakeSideAfter(scan_, parts);
        if (!IsOfOther(parts, unit)) Keep(std::move(parts), best);
      } else if (unit == TimeUnit::kHalf && number->value <= 2) {
        parts.half = number->value;
        TakeYear(scan_, parts) || TakeSideAfter(scan_, parts);
        if (!IsOfOther(parts, unit)) Keep(std::move(parts), best);
      } else if (unit == TimeUnit::kCentury && number->value <= 30) {
        parts.century = number->value;
        Keep(std::move(parts), best);
      } else if (unit == TimeUnit::kWeek && number->value <= 53) {
        parts.nth = number->value;
        parts.unit = TimeUnit::kWeek;
        if (TakePeriodOf(parts) || (number->digits && TakeYear(scan_, parts))) {
          Keep(std::move(parts), best);
        }
      }
    }
  }
  if (!best && inside && !word.dual && word.kind != "plural" &&
      unit >= TimeUnit::kWeek &&
      ((word.proclitics & kCliticThe) != 0 ||
       scan_.Find(token - 1, TimeRole::kArticle, true) ||
       scan_.Find(token - 1, TimeRole::kOf, true))) {
    DateParts parts = begin();
    parts.unit = unit;
    parts.side = TimeSide::kThis;
    best = std::move(parts);
  }
  return best;
}

std::optional<DateParts> DateParser::DecadeFirst(uint32_t token,
                                                 const TimeWord& word) const {
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = word.limit_token;
  parts.decade = word.value;
  parts.rules.push_back(scan_.Id(word));
  // "in his sixties", في الخمسينيات من عمره: an age.
  if (scan_.Find(parts.limit_token, TimeRole::kAgeAfter)) return std::nullopt;
  // تسعينيات القرن الماضي
  const uint32_t at =
      scan_.Skip(parts.limit_token, {TimeRole::kOf, TimeRole::kArticle});
  const auto unit = scan_.Find(at, TimeRole::kUnit);
  if (unit && UnitOf(*unit) == TimeUnit::kCentury) {
    auto century = UnitFirst(at, *unit, false);
    if (century && (century->century || century->unit)) {
      parts.century = century->century;
      if (!parts.century) {
        parts.unit = TimeUnit::kCentury;
        parts.shift = century->shift;
      }
      parts.limit_token = century->limit_token;
      for (std::string_view rule : century->rules) {
        parts.rules.push_back(rule);
      }
    }
  }
  return parts;
}

std::optional<DateParts> DateParser::NumberFirst(uint32_t token) const {
  const auto number = scan_.Number(token);
  if (!number || number->value < 1) return std::nullopt;
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = number->limit_token;
  std::optional<DateParts> best;
  // "27 January", "27th of January", الأول من مايو, 27 من شهر يناير.
  if (number->value <= 31) {
    DateParts dated = parts;
    uint32_t at = parts.limit_token;
    const bool dash = scan_.IsGlued(at, "-");
    if (dash || scan_.IsGlued(at, ".") || scan_.IsGlued(at, "/")) ++at;
    // "1-صفر" is a score: the month has the name of nought.
    const bool nil = dash && scan_.Has(at) &&
                     !scan_.numbers().words().At(scan_.document(), at).empty();
    at = scan_.Skip(at, {TimeRole::kOf, TimeRole::kArticle});
    if (const auto unit = scan_.Find(at, TimeRole::kUnit);
        unit && UnitOf(*unit) == TimeUnit::kMonth && !unit->dual &&
        unit->kind != "plural") {
      at = unit->limit_token;
    }
    if (auto month = ReadNumberedMonth(scan_, at); month && !nil) {  // 15 شهر 2
      dated.day = number->value;
      dated.month = month->month;
      dated.year = month->year;
      dated.year_shift = month->year_shift;
      dated.limit_token = month->limit_token;
      dated.rules.insert(dated.rules.begin(), "digits");
      for (std::string_view rule : month->rules) dated.rules.push_back(rule);
      Keep(std::move(dated), best);
    } else if (!nil && TakeMonth(scan_, at, dated)) {
      const auto month = scan_.Find(at, TimeRole::kMonth);
      const bool lower = scan_.At(at).script == Script::kLatin &&
                         !scan_.At(at).capital && month->weak &&
                         !number->ordinal;
      // "one Nov. 15 post": a number in words is no day right before a month.
      const bool counts = !number->digits && !number->ordinal &&
                          scan_.At(at).script == Script::kLatin &&
                          at == parts.limit_token;
      if (!lower && !counts) {
        dated.day = number->value;
        dated.rules.insert(dated.rules.begin(), "digits");
        if (!TakeYear(scan_, dated)) {
          // 31/Oct/1974, 5-May-24
          const uint32_t mark = dated.limit_token;
          if ((scan_.IsGlued(mark, "/") || scan_.IsGlued(mark, "-")) &&
              scan_.Has(mark + 1) && scan_.At(mark + 1).glued) {
            TakeYearNumber(scan_, mark + 1, dated);
          }
        }
        if (!dated.year) {
          TakeSideAfter(scan_, dated);
        }
        Keep(std::move(dated), best);
      }
    } else if (scan_.Find(parts.limit_token, TimeRole::kOf)) {
      TakeDayOfMonth(*number, parts, best);
    } else if (const auto side = SideAfter(scan_, parts.limit_token);
               side && side->side == TimeSide::kThis && number->digits) {
      // 27 الجاري: of the month the text is in.
      dated.day = number->value;
      dated.month_shift = 0;
      scan_.Use(side->word, dated);
      Keep(std::move(dated), best);
    }
  }
  if (number->ordinal) NthFirst(*number, parts, best);
  return best;
}

// "2016 the third quarter", "2016, Nov." where nothing goes on behind it.
std::optional<DateParts> DateParser::QuarterAfterYear(
    const DateParts& year) const {
  uint32_t at = year.limit_token;
  const bool comma = scan_.IsComma(at);
  if (comma) ++at;
  at = scan_.Skip(at, {TimeRole::kArticle});
  if (!scan_.Has(at)) return std::nullopt;
  std::optional<DateParts> named;
  if (const auto month = scan_.Find(at, TimeRole::kMonth);
      month && comma && !month->weak && !month->hijri) {
    named.emplace();
    if (!TakeMonth(scan_, at, *named)) return std::nullopt;
  } else if (const auto number = scan_.Number(at); number && number->ordinal) {
    DateParts ordinal;
    ordinal.limit_token = number->limit_token;
    NthFirst(*number, ordinal, named);
    if (named && !named->quarter && !named->half) named.reset();
  }
  if (!named || named->year || named->year_shift ||
      IsWord(scan_.document(), named->limit_token) ||
      scan_.IsDigits(named->limit_token)) {
    return std::nullopt;
  }
  named->first_token = year.first_token;
  named->year = year.year;
  return named;
}

// "in his 40s", "in their early 70s and 80s": whose life it is of stands
// before, or before the decade it is joined to.
bool DateParser::IsDecadeOfLife(uint32_t token) const {
  if (token == 0 || scan_.At(token).starts_line) return false;
  if (const auto whose = scan_.FindBefore(token, TimeRole::kAgeBefore)) {
    return whose->kind == "decade";
  }
  uint32_t before = token;
  if (scan_.FindBefore(token, TimeRole::kPart, &before)) {
    return IsDecadeOfLife(before);
  }
  if (token < 3) return false;
  const uint32_t link = token - 1;
  return (scan_.RangeWord(link, "and") == token ||
          scan_.RangeWord(link, "or") == token ||
          scan_.RangeWord(link, "to") == token) &&
         scan_.Find(link - 1, TimeRole::kDecadeMark) &&
         scan_.At(link - 1).glued && scan_.IsDigits(link - 2) &&
         IsDecadeOfLife(link - 2);
}

std::optional<DateParts> DateParser::YearFirst(uint32_t token,
                                               bool inside) const {
  const std::string_view text = scan_.Text(token);
  const bool digits = scan_.IsDigits(token);
  // Decades: "1990s", "1990's", "'90s".
  if (digits && (text.size() == 4 || text.size() == 2)) {
    uint32_t mark = token + 1;
    if (scan_.IsGlued(mark, "'")) ++mark;
    const auto word = scan_.Find(mark, TimeRole::kDecadeMark);
    const int value = scan_.Digits(token, 4);
    if (word && scan_.At(mark).glued && value % 10 == 0) {
      const bool quoted =
          token > 0 && scan_.Text(token - 1) == "'" && scan_.At(token).glued;
      if (text.size() == 4 || quoted ||
          scan_.FindBefore(token, TimeRole::kIn) ||
          scan_.FindBefore(token, TimeRole::kArticle) ||
          scan_.FindBefore(token, TimeRole::kPart) || IsDecadeOfLife(token)) {
        DateParts parts;
        parts.first_token = token;
        parts.limit_token = word->limit_token;
        parts.decade = value;
        parts.rules.push_back(scan_.Id(*word));
        return parts;
      }
    }
  }
  if (digits && text.size() == 2 && token > 0 && scan_.At(token).glued &&
      scan_.Text(token - 1) == "'") {
    if (auto year = ShortYear(token - 1)) return year;
  }
  const auto year = scan_.ReadYear(token);
  DateParts parts;
  parts.first_token = token;
  if (auto quarter = ReadQuarterInDigits(scan_, token)) return quarter;
  if (!year) {
    // "in 44 BC", "622 هـ".
    if (!digits || text.size() > 4) return std::nullopt;
    const auto era = scan_.Find(token + 1, TimeRole::kEra);
    if (!era) return std::nullopt;
    if (era->weak && !scan_.At(token + 1).all_capitals &&
        scan_.Text(token + 1).find('.') == std::string_view::npos) {
      return std::nullopt;
    }
    parts.year = scan_.Digits(token, 4);
    parts.limit_token = token + 1;
    TakeEra(scan_, parts);
    return parts;
  }
  parts.year = year->value;
  parts.limit_token = year->limit_token;
  if (year->words) {
    // "two thousand" people; words need a word before them that wants a year.
    if (!YearMayStand(scan_, token) && !inside) return std::nullopt;
    if (scan_.IsCount(year->limit_token)) return std::nullopt;
    const auto decade = scan_.Find(year->limit_token, TimeRole::kDecade);
    if (decade) return std::nullopt;
    parts.rules.push_back("words");
    TakeEra(scan_, parts);
    return parts;
  }
  parts.rules.push_back("digits");
  const bool era = TakeEra(scan_, parts);
  if (scan_.IsCount(parts.limit_token)) return std::nullopt;
  // "2016 Q3", "2015 June".
  if (scan_.Has(parts.limit_token)) {
    uint32_t at = parts.limit_token;
    at = scan_.Skip(at, {TimeRole::kArticle});
    if (const auto mark = scan_.Find(at, TimeRole::kQuarterMark)) {
      auto quarter = ReadMark(scan_, at, *mark);
      if (quarter && quarter->quarter && !quarter->year) {
        quarter->first_token = token;
        quarter->year = parts.year;
        return quarter;
      }
    }
  }
  // "2016, the third quarter"
  if (auto named = QuarterAfterYear(parts)) return named;
  // "2015 June"
  if (const auto month = scan_.Find(parts.limit_token, TimeRole::kMonth);
      month && !month->hijri && !inside &&
      (!month->weak || (scan_.At(parts.limit_token).capital &&
                        !IsWord(scan_.document(), month->limit_token)))) {
    DateParts named = parts;
    if (TakeMonth(scan_, parts.limit_token, named)) {
      const auto day = scan_.Number(named.limit_token);
      const bool dated = day && day->digits && day->value <= 31 &&
                         scan_.Has(named.limit_token);
      if (!dated && !scan_.ReadYear(named.limit_token)) return named;
    }
  }
  // Small years need a word for the year, or an era.
  if (!era && !inside && *parts.year < kFirstYearByPlace) {
    return std::nullopt;
  }
  if (!era && !inside && !scan_.years_stand() && !YearMayStand(scan_, token)) {
    // Brackets and ends of ranges vouch for a year too; nothing else does.
    const bool bracket = token > 0 && scan_.Text(token - 1) == "(" &&
                         (scan_.Is(token + 1, ")") || scan_.Is(token + 1, ","));
    if (!bracket || *parts.year < kFirstBareYear ||
        *parts.year > kLastBareYear) {
      return std::nullopt;
    }
  }
  return parts;
}
}  // namespace crosscheck
