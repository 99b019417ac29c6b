#include "checker/model/time_scope.h"

#include <algorithm>
#include <cstdio>

#include "absl/time/civil_time.h"

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
  return Day{static_cast<int32_t>(absl::CivilDay(year, month, day) -
                                  absl::CivilDay(1970, 1, 1))};
}

YearMonthDay ToYearMonthDay(Day day) {
  const absl::CivilDay civil = absl::CivilDay(1970, 1, 1) + day.number;
  return {static_cast<int>(civil.year()), civil.month(), civil.day()};
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
  char text[40];
  std::snprintf(text, sizeof(text), "%04d-%02d-%02d", d.year, d.month, d.day);
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
