#include "checker/model/time_scope.h"

#include <algorithm>
#include <cstdio>

namespace crosscheck {
namespace {

// Reads `count` ASCII digits at `at`; -1 when they are not there.
int ReadDigits(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (size_t i = 0; i < count; ++i) {
    const char c = text[at + i];
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Days are counted in eras of 400 years that begin with a March, so that the
// leap day is the last of its year (Hinnant, "chrono-compatible low-level date
// algorithms"). Any year.
constexpr int kDaysOfEra = 146097;
constexpr int kDaysToEpoch = 719468;  // from 0000-03-01 to 1970-01-01

int DayNumber(int year, int month, int day) {
  if (month <= 2) --year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day;
  const int day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 1;
  return era * kDaysOfEra + day_of_era - kDaysToEpoch;
}

}  // namespace

int DaysInMonth(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

std::optional<Day> MakeDay(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > DaysInMonth(year, month)) {
    return std::nullopt;
  }
  return Day{DayNumber(year, month, day)};
}

YearMonthDay ToYearMonthDay(Day day) {
  const int from_march = day.number + kDaysToEpoch;
  const int era =
      (from_march >= 0 ? from_march : from_march - (kDaysOfEra - 1)) /
      kDaysOfEra;
  const int day_of_era = from_march - era * kDaysOfEra;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                           day_of_era / (kDaysOfEra - 1)) /
                          365;
  const int day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march + (month_from_march < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

int IsoWeekday(Day day) {
  // 1970-01-01 was a Thursday.
  const int shifted = (day.number + 3) % 7;
  return (shifted < 0 ? shifted + 7 : shifted) + 1;
}

Day AddMonths(Day day, int months) {
  const YearMonthDay from = ToYearMonthDay(day);
  const int total = from.year * 12 + from.month - 1 + months;
  const int year = std::clamp(total / 12, 1, 9999);
  const int month = (total % 12 + 12) % 12 + 1;
  return *MakeDay(year, month, std::min(from.day, DaysInMonth(year, month)));
}

std::string ToIsoDate(Day day) {
  const YearMonthDay d = ToYearMonthDay(day);
  if (d.year < 0 || d.year > 9999) {
    char text[40];
    std::snprintf(text, sizeof(text), "%04d-%02d-%02d", d.year, d.month, d.day);
    return text;
  }
  std::string text = "0000-00-00";
  const auto put = [&](size_t end, int number) {
    for (; number > 0; number /= 10) {
      text[--end] = static_cast<char>('0' + number % 10);
    }
  };
  put(4, d.year);
  put(7, d.month);
  put(10, d.day);
  return text;
}

bool Meets(const DayRange& a, const DayRange& b) {
  if (a.first && b.last && *a.first > *b.last) return false;
  if (b.first && a.last && *b.first > *a.last) return false;
  return true;
}

namespace {

// East of Greenwich, from what follows hour and minute: "", "Z", ":36+04:00",
// ":36.123Z", "+0400".
int ZoneMinutes(std::string_view text) {
  const size_t sign = text.find_first_of("+-");
  if (sign == std::string_view::npos) return 0;
  const int hours = ReadDigits(text, sign + 1, 2);
  const bool colon = sign + 3 < text.size() && text[sign + 3] == ':';
  const int minutes = ReadDigits(text, sign + (colon ? 4 : 3), 2);
  if (hours < 0 || hours > 14) return 0;
  const int zone = hours * 60 + std::max(minutes, 0);
  return text[sign] == '-' ? -zone : zone;
}

}  // namespace

std::optional<IsoDate> ParseIsoDate(std::string_view text) {
  const int year = ReadDigits(text, 0, 4);
  if (year < 1) return std::nullopt;
  if (text.size() == 4) {
    return IsoDate{{MakeDay(year, 1, 1), MakeDay(year, 12, 31)},
                   Granularity::kYear};
  }
  const int month = ReadDigits(text, 5, 2);
  if (text[4] != '-' || month < 1 || month > 12) return std::nullopt;
  if (text.size() == 7) {
    return IsoDate{{MakeDay(year, month, 1),
                    MakeDay(year, month, DaysInMonth(year, month))},
                   Granularity::kMonth};
  }
  const int day = ReadDigits(text, 8, 2);
  const std::optional<Day> found =
      text[7] == '-' ? MakeDay(year, month, day) : std::nullopt;
  if (!found) return std::nullopt;
  if (text.size() > 10) {
    // A time may follow: "T10:15…" or " 10:15…".
    if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
    const int hour = ReadDigits(text, 11, 2), minute = ReadDigits(text, 14, 2);
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || text[13] != ':') {
      return std::nullopt;
    }
    return IsoDate{{found, found},
                   Granularity::kDay,
                   int64_t{found->number} * 1440 + hour * 60 + minute -
                       ZoneMinutes(text.substr(16))};
  }
  return IsoDate{{found, found}, Granularity::kDay, std::nullopt};
}

}  // namespace crosscheck
