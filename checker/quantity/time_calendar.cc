#include "checker/quantity/time_calendar.h"

#include <unicode/calendar.h>

namespace crosscheck {
namespace {

constexpr int kLastHijriYear = 1600;
constexpr double kMillisecondsADay = 86400000.0;

// Calendars of ICU are dear to make and not thread-safe: one a thread.
icu::Calendar* UmmAlQura() {
  static thread_local const std::unique_ptr<icu::Calendar> calendar = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> made(icu::Calendar::createInstance(
        *icu::TimeZone::getGMT(), icu::Locale("en@calendar=islamic-umalqura"),
        status));
    if (U_FAILURE(status)) made.reset();
    return made;
  }();
  return calendar.get();
}

std::optional<Day> FirstOf(int year, int month, int day) {
  icu::Calendar* const calendar = UmmAlQura();
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

}  // namespace

std::optional<DayRange> HijriDays(int year, std::optional<int> month,
                                  std::optional<int> day) {
  if (year < 1 || year > kLastHijriYear) return std::nullopt;
  if (month && (*month < 1 || *month > 12)) return std::nullopt;
  if (day && (*day < 1 || *day > 30 || !month)) return std::nullopt;
  if (day) {
    const auto one = FirstOf(year, *month, *day);
    if (!one) return std::nullopt;
    return DayRange{one, one};
  }
  const auto first = FirstOf(year, month.value_or(1), 1);
  const bool ends_year = !month || *month == 12;
  const auto next =
      ends_year ? FirstOf(year + 1, 1, 1) : FirstOf(year, *month + 1, 1);
  if (!first || !next) return std::nullopt;
  return DayRange{first, AddDays(*next, -1)};
}

std::optional<YearMonthDay> ToHijri(Day day) {
  icu::Calendar* const calendar = UmmAlQura();
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

}  // namespace crosscheck
