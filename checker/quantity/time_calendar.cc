#include "checker/quantity/time_calendar.h"

#include <unicode/calendar.h>

#include <array>
#include <charconv>
#include <memory>

#include "checker/quantity/time_sky.h"

namespace crosscheck {
namespace {

constexpr double kMillisecondsADay = 86400000.0;

// Calendars of ICU are dear to make and not thread-safe: one a thread.
enum class System { kHijri, kHebrew, kChinese };

icu::Calendar* CalendarOf(System system) {
  static constexpr const char* kNames[] = {"en@calendar=islamic-umalqura",
                                           "en@calendar=hebrew",
                                           "en@calendar=chinese"};
  static thread_local std::array<std::unique_ptr<icu::Calendar>, 3> calendars;
  auto& calendar = calendars[static_cast<size_t>(system)];
  if (calendar == nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    calendar.reset(icu::Calendar::createInstance(
        *icu::TimeZone::getGMT(),
        icu::Locale(kNames[static_cast<size_t>(system)]), status));
    if (U_FAILURE(status)) calendar.reset();
  }
  return calendar.get();
}

std::optional<Day> Reckon(System system, int year, int month, int day) {
  icu::Calendar* const calendar = CalendarOf(system);
  if (calendar == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  calendar->clear();
  calendar->set(UCAL_EXTENDED_YEAR, year);
  calendar->set(UCAL_MONTH, month - 1);
  calendar->set(UCAL_DATE, day);
  const double time = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  // Read back: ICU rolls the 30th of a month of 29 days on.
  if (calendar->get(UCAL_MONTH, status) != month - 1 || U_FAILURE(status)) {
    return std::nullopt;
  }
  return Day{
      static_cast<int32_t>(time / kMillisecondsADay - (time < 0 ? 0.5 : -0.5))};
}

// Reckoned once for the dates that come again: ICU adds years up.
std::optional<Day> FirstOf(System system, int year, int month, int day) {
  struct Known {
    std::array<int, 4> date{};
    std::optional<Day> day;
  };
  static thread_local std::array<Known, 64> known;
  const std::array<int, 4> date = {static_cast<int>(system) + 1, year, month,
                                   day};
  Known& one =
      known[static_cast<size_t>(year * 12 + month + 7 * day) % known.size()];
  if (one.date != date) one = {date, Reckon(system, year, month, day)};
  return one.day;
}

std::optional<YearMonthDay> ToSystem(System system, Day day) {
  icu::Calendar* const calendar = CalendarOf(system);
  if (calendar == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  calendar->setTime(day.number * kMillisecondsADay, status);
  YearMonthDay out;
  out.year = calendar->get(UCAL_EXTENDED_YEAR, status);
  out.month = calendar->get(UCAL_MONTH, status) + 1;
  out.day = calendar->get(UCAL_DATE, status);
  if (U_FAILURE(status)) return std::nullopt;
  return out;
}

// Easter Sunday of the Gregorian reckoning.
std::optional<Day> Easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return MakeDay(year, n / 31, n % 31 + 1);
}

// That of the Julian, as a Gregorian day.
std::optional<Day> OrthodoxEaster(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int n = d + e + 114;
  const auto julian = MakeDay(year, n / 31, n % 31 + 1);
  if (!julian) return std::nullopt;
  return AddDays(*julian, year / 100 - year / 400 - 2);
}

// The nth weekday of a month; the last where nth is -1.
std::optional<Day> NthWeekday(int year, int nth, int weekday, int month) {
  if (nth == 0 || nth < -1 || nth > 5 || weekday < 1 || weekday > 7 ||
      month < 1 || month > 12) {
    return std::nullopt;
  }
  const auto first =
      MakeDay(year, month, nth > 0 ? 1 : DaysInMonth(year, month));
  if (!first) return std::nullopt;
  if (nth < 0)
    return AddDays(*first, -((IsoWeekday(*first) - weekday + 7) % 7));
  return AddDays(*first,
                 (weekday - IsoWeekday(*first) + 7) % 7 + 7 * (nth - 1));
}

// The day of a calendar of the moon that falls in the Gregorian `year`.
std::optional<Day> InYear(System system, int year, int month, int day) {
  const auto start = MakeDay(year, 1, 1);
  const auto begun = start ? ToSystem(system, *start) : std::nullopt;
  if (!begun) return std::nullopt;
  for (int y = begun->year; y <= begun->year + 2; ++y) {
    const auto found = FirstOf(system, y, month, day);
    if (found && ToYearMonthDay(*found).year == year) return found;
  }
  return std::nullopt;
}

// The Shahenshahi calendar of the Parsis: twelve months of 30 days and five
// days more, never a leap day. Its year began on 17 August 2018.
std::optional<Day> ParsiDay(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
  const int offset = (month - 1) * 30 + day - 1;
  const Day start = *MakeDay(2018, 8, 17);
  for (int years : {year - 2019, year - 2018, year - 2017}) {
    const Day found = AddDays(start, years * 365 + offset);
    if (ToYearMonthDay(found).year == year) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DayRange> HijriDays(int year, std::optional<int> month,
                                  std::optional<int> day) {
  if (year < 1 || year > kLastHijriYear) return std::nullopt;
  if (month && (*month < 1 || *month > 12)) return std::nullopt;
  if (day && (*day < 1 || *day > 30 || !month)) return std::nullopt;
  if (day) {
    const auto one = FirstOf(System::kHijri, year, *month, *day);
    if (!one) return std::nullopt;
    return DayRange{one, one};
  }
  const auto first = FirstOf(System::kHijri, year, month.value_or(1), 1);
  const bool ends_year = !month || *month == 12;
  const auto next = ends_year ? FirstOf(System::kHijri, year + 1, 1, 1)
                              : FirstOf(System::kHijri, year, *month + 1, 1);
  if (!first || !next) return std::nullopt;
  return DayRange{first, AddDays(*next, -1)};
}

std::optional<int> HijriYearIn(int gregorian, int month,
                               std::optional<int> day) {
  const auto first = InYear(System::kHijri, gregorian, month, day.value_or(1));
  const auto hijri = first ? ToHijri(*first) : std::nullopt;
  return hijri ? std::optional(hijri->year) : std::nullopt;
}

std::optional<YearMonthDay> ToHijri(Day day) {
  return ToSystem(System::kHijri, day);
}

std::optional<DayRange> FeastDays(std::string_view calendar,
                                  std::string_view value, int year) {
  std::array<int, 4> n = {};
  size_t count = 0;
  const char* at = value.data();
  const char* const end = at + value.size();
  while (at != end) {
    if (count == n.size()) return std::nullopt;
    const auto [next, error] = std::from_chars(at, end, n[count++]);
    if (error != std::errc()) return std::nullopt;
    at = next != end && *next == ' ' ? next + 1 : next;
  }
  std::optional<Day> first;
  int days = 1;
  if (calendar == "weekday") {
    first = NthWeekday(year, n[0], n[1], n[2]);
    if (first) first = AddDays(*first, n[3]);
  } else if (calendar == "easter" || calendar == "orthodox") {
    first = calendar == "easter" ? Easter(year) : OrthodoxEaster(year);
    if (first) first = AddDays(*first, n[0]);
    if (count > 1) days = n[1];
  } else {
    if (count < 2) return std::nullopt;
    if (count > 2) days = n[2];
    if (calendar == "hijri") {
      first = InYear(System::kHijri, year, n[0], n[1]);
    } else if (calendar == "hebrew") {
      first = InYear(System::kHebrew, year, n[0], n[1]);
    } else if (calendar == "chinese") {
      first = InYear(System::kChinese, year, n[0], n[1]);
    } else if (calendar == "hindu moon") {
      first = HinduMoonDay(year, n[0], n[1], n[2]);
      if (first) first = AddDays(*first, n[3]);
      days = 1;
    } else if (calendar == "hindu sun") {
      first = HinduSunDay(year, n[0], n[1]);
    } else if (calendar == "hindu star") {
      first = HinduStarDay(year, n[0], n[1]);
    } else if (calendar == "parsi") {
      first = ParsiDay(year, n[0], n[1]);
    } else if (calendar.empty()) {
      first = MakeDay(year, n[0], n[1]);
    }
  }
  if (!first || days < 1) return std::nullopt;
  return DayRange{first, AddDays(*first, days - 1)};
}

}  // namespace crosscheck
