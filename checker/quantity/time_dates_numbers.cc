// The half of DateParser that starts at a number or at a unit of time.
#include <array>

#include "checker/model/time_scope.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/time_dates.h"

namespace crosscheck {
namespace {

constexpr int kFirstYearByPlace = 1500;

bool IsDayOf(int year, int month, int day) {
  return MakeDay(year, month, day).has_value();
}

}  // namespace

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
      auto date = Numeric(at);
      Keep(NumberFirst(at), date);
      if (date && !date->quarter && !date->half) with_unit(std::move(date));
      // يوم 27: of the month the text is in.
      const auto number = scan_.Number(at);
      if (!best && number && number->digits && number->value >= 1 &&
          number->value <= 31 && !IsCount(number->limit_token) &&
          !scan_.IsGlued(number->limit_token, ":") && word.kind == "dated") {
        DateParts parts = begin();
        parts.day = number->value;
        parts.limit_token = number->limit_token;
        with_unit(parts);
      }
    }
  }
  if (unit == TimeUnit::kMonth && scan_.Has(at) && !word.dual) {
    if (const auto month = scan_.Find(at, TimeRole::kMonth)) {
      with_unit(MonthFirst(at, *month, true));
    } else if (auto numbered = NumberedMonth(at)) {
      // بداية شهر 3, في شهر 3, شهر 3 سنة 2015
      if (inside || numbered->year || numbered->year_shift ||
          (HasContext(token) && EndsPhrase(numbered->limit_token)) ||
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
      if (TakeSideAfter(side.limit_token, side, &side.shift, &side.side)) {
        side.unit = TimeUnit::kYear;
        Keep(std::move(side), best);
      }
    }
    if (TakeYearNumber(parts.limit_token, parts)) {
      Keep(std::move(parts), best);
    } else if (const auto era_year = scan_.Number(parts.limit_token)) {
      // "the year 622", عام 300 قبل الميلاد.
      DateParts old = parts;
      old.year = era_year->value;
      old.limit_token = era_year->limit_token;
      const uint32_t before = old.limit_token;
      TakeEra(old);
      if (old.limit_token > before ||
          (era_year->digits && era_year->value >= 100)) {
        Keep(std::move(old), best);
      }
    }
  }
  // الأسبوع الماضي, الشهر الجاري; with a weekday: الأسبوع القادم الأحد.
  if (!word.dual && word.kind != "plural") {
    DateParts parts = begin();
    const bool span = unit >= TimeUnit::kDay && unit != TimeUnit::kFortnight;
    if (span && TakeSideAfter(at, parts, &parts.shift, &parts.side)) {
      // اليوم الأخير من الشهر, الأسبوع الأخير من عام 2015
      if (parts.side == TimeSide::kLast &&
          (unit == TimeUnit::kDay || unit == TimeUnit::kWeek)) {
        DateParts named = parts;
        named.unit = unit;
        if (auto last = LastOf(named)) Keep(std::move(last), best);
      }
      if (unit == TimeUnit::kDay) {
        parts.day_shift = parts.shift;
      } else {
        parts.unit = unit;
      }
      if (unit == TimeUnit::kWeek) TakeWeekdayOfWeek(parts);
      if (unit == TimeUnit::kYear) {
        // العام الماضي 2024: the number says it again.
        const auto year = scan_.ReadYear(parts.limit_token);
        if (year && !year->words && scan_.Has(parts.limit_token) &&
            !IsCount(year->limit_token)) {
          parts.unit.reset();
          parts.side = TimeSide::kNone;
          parts.year = year->value;
          parts.limit_token = year->limit_token;
        }
      }
      Keep(std::move(parts), best);
    }
  }
  // An ordinal after it: الربع الأول, القرن الحادي والعشرين, الأسبوع الأول من.
  const bool counted = unit == TimeUnit::kQuarter || unit == TimeUnit::kHalf ||
                       unit == TimeUnit::kCentury || unit == TimeUnit::kWeek;
  if (counted && scan_.Has(at)) {
    const auto number = scan_.Number(at);
    if (number &&
        (number->ordinal || (number->digits && unit != TimeUnit::kHalf)) &&
        (number->proclitics & ~kCliticThe) == 0 && number->value >= 1) {
      DateParts parts = begin();
      parts.limit_token = number->limit_token;
      if (unit == TimeUnit::kQuarter && number->value <= 4) {
        parts.quarter = number->value;
        TakeYear(parts) ||
            TakeSideAfter(parts.limit_token, parts, &parts.shift, &parts.side);
        Keep(std::move(parts), best);
      } else if (unit == TimeUnit::kHalf && number->value <= 2) {
        parts.half = number->value;
        TakeYear(parts) ||
            TakeSideAfter(parts.limit_token, parts, &parts.shift, &parts.side);
        Keep(std::move(parts), best);
      } else if (unit == TimeUnit::kCentury && number->value <= 30) {
        parts.century = number->value;
        Keep(std::move(parts), best);
      } else if (unit == TimeUnit::kWeek && number->value <= 53) {
        parts.nth = number->value;
        parts.unit = TimeUnit::kWeek;
        if (TakePeriodOf(parts) || (number->digits && TakeYear(parts))) {
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

// "Q1 2024", "H2", "FY24", "fiscal 2024".
std::optional<DateParts> DateParser::MarkFirst(uint32_t token,
                                               const TimeWord& word) const {
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = word.limit_token;
  parts.rules.push_back(scan_.Id(word));
  if (word.role == TimeRole::kFiscal) {
    parts.fiscal = true;
    const int two = scan_.Digits(word.limit_token, 2);
    if (two >= 0 && scan_.Text(word.limit_token).size() == 2 &&
        scan_.At(word.limit_token).glued) {
      parts.year = 2000 + two;
      parts.limit_token = word.limit_token + 1;
      return parts;
    }
    if (!TakeYearNumber(word.limit_token, parts)) return std::nullopt;
    return parts;
  }
  const uint32_t at = word.limit_token;
  const int number = scan_.Digits(at, 1);
  if (number < 1 || !scan_.At(at).glued) return std::nullopt;
  if (word.role == TimeRole::kQuarterMark && number <= 4) {
    parts.quarter = number;
  } else if (word.role == TimeRole::kHalfMark && number <= 2) {
    parts.half = number;
  } else {
    return std::nullopt;
  }
  parts.limit_token = at + 1;
  const bool year = TakeYear(parts);
  if (!year) {
    if (const auto fiscal = scan_.Find(parts.limit_token, TimeRole::kFiscal)) {
      auto with = MarkFirst(parts.limit_token, *fiscal);
      if (with && with->year) {
        parts.year = with->year;
        parts.fiscal = true;
        parts.limit_token = with->limit_token;
      }
    }
  }
  // "H1" alone is also a visa and a virus.
  if (parts.half && !parts.year && !parts.year_shift) return std::nullopt;
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
    if (auto month = NumberedMonth(at); month && !nil) {  // 15 شهر 2
      dated.day = number->value;
      dated.month = month->month;
      dated.year = month->year;
      dated.year_shift = month->year_shift;
      dated.limit_token = month->limit_token;
      dated.rules.insert(dated.rules.begin(), "digits");
      for (std::string_view rule : month->rules) dated.rules.push_back(rule);
      Keep(std::move(dated), best);
    } else if (!nil && TakeMonth(at, dated, true)) {
      const auto month = scan_.Find(at, TimeRole::kMonth);
      const bool lower = scan_.At(at).script == Script::kLatin &&
                         !scan_.At(at).capital && month->weak &&
                         !number->ordinal;
      if (!lower) {
        dated.day = number->value;
        dated.rules.insert(dated.rules.begin(), "digits");
        if (!TakeYear(dated)) {
          // 31/Oct/1974, 5-May-24
          const uint32_t mark = dated.limit_token;
          if ((scan_.IsGlued(mark, "/") || scan_.IsGlued(mark, "-")) &&
              scan_.Has(mark + 1) && scan_.At(mark + 1).glued) {
            TakeYearNumber(mark + 1, dated);
          }
        }
        if (!dated.year) {
          TakeSideAfter(dated.limit_token, dated, &dated.shift, &dated.side);
        }
        Keep(std::move(dated), best);
      }
    } else if (const auto unit = scan_.Find(parts.limit_token, TimeRole::kOf);
               unit) {
      // "the 19th of this month", التاسع عشر من هذا الشهر.
      const uint32_t of =
          scan_.Skip(parts.limit_token, {TimeRole::kOf, TimeRole::kArticle});
      for (const TimeWord& word : scan_.Words(of)) {
        if (!scan_.Has(of)) break;
        std::optional<DateParts> period;
        if (word.role == TimeRole::kThis || word.role == TimeRole::kLast ||
            word.role == TimeRole::kNext) {
          const TimeSide side = word.role == TimeRole::kThis ? TimeSide::kThis
                                : word.role == TimeRole::kLast
                                    ? TimeSide::kLast
                                    : TimeSide::kNext;
          if (word.place != TimePlace::kAfter) {
            period = SideFirst(of, word, side);
          }
        } else if (word.role == TimeRole::kUnit) {
          period = UnitFirst(of, word, false);
        }
        if (!period || period->unit != TimeUnit::kMonth) continue;
        dated = parts;
        dated.day = number->value;
        dated.month_shift = period->shift;
        dated.limit_token = period->limit_token;
        dated.rules = period->rules;
        Keep(std::move(dated), best);
      }
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
    if (!TakeMonth(at, *named, false)) return std::nullopt;
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
          scan_.FindBefore(token, TimeRole::kPart)) {
        DateParts parts;
        parts.first_token = token;
        parts.limit_token = word->limit_token;
        parts.decade = value;
        parts.rules.push_back(scan_.Id(*word));
        return parts;
      }
    }
  }
  const auto year = scan_.ReadYear(token);
  DateParts parts;
  parts.first_token = token;
  // "4Q 2023", "1Q24"
  if (digits && text.size() == 1 && scan_.Has(token + 1) &&
      scan_.At(token + 1).glued) {
    const auto mark = scan_.Find(token + 1, TimeRole::kQuarterMark);
    const int number = scan_.Digits(token, 1);
    if (mark && number >= 1 && number <= 4) {
      parts.quarter = number;
      parts.limit_token = token + 2;
      parts.rules.push_back(scan_.Id(*mark));
      const int two = scan_.Digits(token + 2, 2);
      if (two >= 0 && scan_.Has(token + 2) && scan_.At(token + 2).glued &&
          scan_.Text(token + 2).size() == 2) {
        parts.year = 2000 + two;
        parts.limit_token = token + 3;
      } else {
        TakeYear(parts);
      }
      return parts;
    }
  }
  // "2018Q4", "18q4"
  if (digits && (text.size() == 4 || text.size() == 2) &&
      scan_.Has(token + 1) && scan_.At(token + 1).glued) {
    const auto mark = scan_.Find(token + 1, TimeRole::kQuarterMark);
    const int number = scan_.Digits(token + 2, 1);
    if (mark && number >= 1 && number <= 4 && scan_.At(token + 2).glued) {
      parts.quarter = number;
      parts.year = scan_.Digits(token, 4) + (text.size() == 2 ? 2000 : 0);
      parts.limit_token = token + 3;
      parts.rules.push_back(scan_.Id(*mark));
      return parts;
    }
  }
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
    TakeEra(parts);
    return parts;
  }
  parts.year = year->value;
  parts.limit_token = year->limit_token;
  if (year->words) {
    // "two thousand" people; words need a word before them that wants a year.
    if (!YearMayStand(token) && !inside) return std::nullopt;
    if (IsCount(year->limit_token)) return std::nullopt;
    const auto decade = scan_.Find(year->limit_token, TimeRole::kDecade);
    if (decade) return std::nullopt;
    parts.rules.push_back("words");
    TakeEra(parts);
    return parts;
  }
  parts.rules.push_back("digits");
  const uint32_t before_era = parts.limit_token;
  TakeEra(parts);
  const bool era = parts.limit_token > before_era;
  if (IsCount(parts.limit_token)) return std::nullopt;
  // "2016 Q3", "2015 June".
  if (scan_.Has(parts.limit_token)) {
    uint32_t at = parts.limit_token;
    at = scan_.Skip(at, {TimeRole::kArticle});
    if (const auto mark = scan_.Find(at, TimeRole::kQuarterMark)) {
      auto quarter = MarkFirst(at, *mark);
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
    if (TakeMonth(parts.limit_token, named, true)) {
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
  if (!era && !inside && !scan_.years_stand() && !YearMayStand(token)) {
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

// "11 / 2016", and "2 / 15" where that is all there is.
std::optional<DateParts> DateParser::SpacedNumeric(uint32_t token) const {
  if (!scan_.Is(token + 1, "/") || scan_.At(token + 1).glued ||
      !scan_.IsDigits(token + 2) || scan_.At(token + 2).glued ||
      (token > 0 && scan_.Text(token - 1) == "/")) {
    return std::nullopt;
  }
  const int first = scan_.Digits(token, 2), second = scan_.Digits(token + 2, 4);
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = token + 3;
  parts.rules.push_back("digits");
  // "14 / 6 / 2018"
  if (scan_.Is(token + 3, "/") && scan_.IsDigits(token + 4)) {
    const bool month_first = scan_.MonthComesFirst();
    parts.year = scan_.Digits(token + 4, 4);
    parts.month = month_first ? first : second;
    parts.day = month_first ? second : first;
    if (*parts.month > 12) std::swap(*parts.month, *parts.day);
    parts.limit_token = token + 5;
    parts.hijri = *parts.year >= 1300 && *parts.year <= 1500;
    const bool year = *parts.year >= kFirstBareYear &&
                      *parts.year <= kLastBareYear &&
                      IsDayOf(*parts.year, *parts.month, *parts.day);
    const bool day = *parts.month >= 1 && *parts.month <= 12 &&
                     *parts.day >= 1 && *parts.day <= 30;
    if (!(parts.hijri ? day : year)) return std::nullopt;
    TakeEra(parts);
    return parts;
  }
  if (scan_.Text(token + 2).size() == 4 && second >= kFirstBareYear &&
      second <= kLastBareYear && first >= 1 && first <= 12 &&
      !IsCount(token + 3)) {
    parts.month = first;
    parts.year = second;
    return parts;
  }
  if (!scan_.IsAlone(token, token + 3)) return std::nullopt;
  parts.month = scan_.MonthComesFirst() ? first : second;
  parts.day = scan_.MonthComesFirst() ? second : first;
  if (*parts.month > 12) std::swap(*parts.month, *parts.day);
  return IsDayOf(2024, *parts.month, *parts.day) ? std::optional(parts)
                                                 : std::nullopt;
}

// 27/1/2025, 2025-01-27, 27.1.2025, 1/2025.
std::optional<DateParts> DateParser::Numeric(uint32_t token) const {
  if (!scan_.IsDigits(token) || !scan_.Has(token + 2)) return std::nullopt;
  if (auto spaced = SpacedNumeric(token)) return spaced;
  const std::string_view mark = scan_.Text(token + 1);
  if (mark != "/" && mark != "-" && mark != ".") return std::nullopt;
  if (!scan_.At(token + 1).glued || !scan_.At(token + 2).glued ||
      !scan_.IsDigits(token + 2)) {
    return std::nullopt;
  }
  // Not the tail of something longer.
  if (token > 0 && scan_.At(token).glued &&
      (scan_.At(token - 1).kind == TokenKind::kWord ||
       (scan_.Text(token - 1) == "/" && scan_.Text(token).size() < 4) ||
       scan_.Text(token - 1) == "-" || scan_.Text(token - 1) == ".")) {
    return std::nullopt;
  }
  const std::array<int, 2> two = {scan_.Digits(token, 4),
                                  scan_.Digits(token + 2, 4)};
  if (two[0] < 0 || two[1] < 0) return std::nullopt;
  DateParts parts;
  parts.first_token = token;
  parts.rules.push_back("digits");
  const size_t first_size = scan_.Text(token).size();
  const size_t second_size = scan_.Text(token + 2).size();
  const bool third = scan_.Is(token + 3, mark) && scan_.At(token + 3).glued &&
                     scan_.IsDigits(token + 4) && scan_.Has(token + 4) &&
                     scan_.At(token + 4).glued;
  const bool day_first = mark == "." || !scan_.MonthComesFirst();
  if (third) {
    const int last = scan_.Digits(token + 4, 4);
    const size_t last_size = scan_.Text(token + 4).size();
    // A fourth part: no date.
    if (scan_.Is(token + 5, mark) && scan_.At(token + 5).glued &&
        scan_.IsDigits(token + 6)) {
      return std::nullopt;
    }
    parts.limit_token = token + 5;
    if (first_size == 4 && second_size <= 2 && last_size <= 2) {
      parts.year = two[0];
      parts.month = two[1];
      parts.day = last;
      if (two[1] > 12) std::swap(*parts.month, *parts.day);
    } else if (first_size <= 2 && second_size <= 2 &&
               (last_size == 4 || last_size == 2)) {
      if (last_size == 2 && mark == "." && first_size + second_size < 4) {
        return std::nullopt;  // a version
      }
      parts.year = last;
      if (last_size == 2) {
        parts.year = last < 70 ? 2000 + last : 1900 + last;
        parts.two_digit_year = true;
      }
      parts.day = day_first ? two[0] : two[1];
      parts.month = day_first ? two[1] : two[0];
      parts.swappable =
          mark != "." && two[0] <= 12 && two[1] <= 12 && two[0] != two[1];
      if (*parts.month > 12) std::swap(*parts.month, *parts.day);
    } else {
      return std::nullopt;
    }
    parts.hijri = *parts.year >= 1300 && *parts.year <= 1500;
    if (parts.hijri) {
      if (*parts.month < 1 || *parts.month > 12 || *parts.day > 30) {
        return std::nullopt;
      }
      TakeEra(parts);
      return parts;
    }
    if (!IsDayOf(*parts.year, *parts.month, *parts.day)) return std::nullopt;
    TakeEra(parts);
    return parts;
  }
  parts.limit_token = token + 3;
  if (scan_.IsGlued(token + 3, mark)) return std::nullopt;
  if (IsCount(token + 3)) return std::nullopt;
  const auto is_year = [](int value) {
    return value >= kFirstBareYear && value <= kLastBareYear;
  };
  if (first_size <= 2 && second_size == 4 && two[0] >= 1 && two[0] <= 12 &&
      is_year(two[1]) && mark != ".") {
    parts.month = two[0];
    parts.year = two[1];
    return parts;
  }
  // "2025-03" only with the nought: 2015-16 is a season.
  if (first_size == 4 && is_year(two[0]) && two[1] >= 1 && two[1] <= 12 &&
      second_size == 2 && mark != ".") {
    const bool season = two[1] == (two[0] + 1) % 100;
    if (!season) {
      parts.year = two[0];
      parts.month = two[1];
      return parts;
    }
  }
  // "22/04", "4/22": only where one of the two can be no month.
  if (mark == "/" && first_size <= 2 && second_size <= 2) {
    const int high = std::max(two[0], two[1]), low = std::min(two[0], two[1]);
    if (high > 12 && high <= 31 && low >= 1 && low <= 12 &&
        (YearMayStand(token) || second_size == 2 ||
         scan_.IsAlone(token, token + 3))) {
      parts.day = high;
      parts.month = low;
      return IsDayOf(2024, low, high) ? std::optional(parts) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck
