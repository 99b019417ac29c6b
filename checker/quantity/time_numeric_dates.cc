#include "checker/quantity/time_numeric_dates.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "checker/model/time_scope.h"
#include "checker/quantity/time_years.h"

namespace crosscheck {
namespace {

bool IsDayOf(int year, int month, int day) {
  return MakeDay(year, month, day).has_value();
}

// "11 / 2016", and "2 / 15" where that is all there is.
std::optional<DateParts> ReadSpacedDate(const TimeScan& scan, uint32_t token) {
  if (!scan.Is(token + 1, "/") || scan.At(token + 1).glued ||
      !scan.IsDigits(token + 2) || scan.At(token + 2).glued ||
      (token > 0 && scan.Text(token - 1) == "/")) {
    return std::nullopt;
  }
  const int first = scan.Digits(token, 2), second = scan.Digits(token + 2, 4);
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = token + 3;
  parts.rules.push_back("digits");
  // "14 / 6 / 2018"
  if (scan.Is(token + 3, "/") && scan.IsDigits(token + 4)) {
    const bool month_first = scan.MonthComesFirst();
    parts.year = scan.Digits(token + 4, 4);
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
    TakeEra(scan, parts);
    return parts;
  }
  if (scan.Text(token + 2).size() == 4 && second >= kFirstBareYear &&
      second <= kLastBareYear && first >= 1 && first <= 12 &&
      !scan.IsCount(token + 3)) {
    parts.month = first;
    parts.year = second;
    return parts;
  }
  if (!scan.IsAlone(token, token + 3)) return std::nullopt;
  parts.month = scan.MonthComesFirst() ? first : second;
  parts.day = scan.MonthComesFirst() ? second : first;
  if (*parts.month > 12) std::swap(*parts.month, *parts.day);
  return IsDayOf(2024, *parts.month, *parts.day) ? std::optional(parts)
                                                 : std::nullopt;
}

}  // namespace

std::optional<DateParts> ReadNumericDate(const TimeScan& scan, uint32_t token) {
  if (!scan.IsDigits(token) || !scan.Has(token + 2)) return std::nullopt;
  if (auto spaced = ReadSpacedDate(scan, token)) return spaced;
  const std::string_view mark = scan.Text(token + 1);
  if (mark != "/" && mark != "-" && mark != ".") return std::nullopt;
  if (!scan.At(token + 1).glued || !scan.At(token + 2).glued ||
      !scan.IsDigits(token + 2)) {
    return std::nullopt;
  }
  // Not the tail of something longer.
  if (token > 0 && scan.At(token).glued &&
      (scan.At(token - 1).kind == TokenKind::kWord ||
       (scan.Text(token - 1) == "/" && scan.Text(token).size() < 4) ||
       scan.Text(token - 1) == "-" || scan.Text(token - 1) == ".")) {
    return std::nullopt;
  }
  const std::array<int, 2> two = {scan.Digits(token, 4),
                                  scan.Digits(token + 2, 4)};
  if (two[0] < 0 || two[1] < 0) return std::nullopt;
  DateParts parts;
  parts.first_token = token;
  parts.rules.push_back("digits");
  const size_t first_size = scan.Text(token).size();
  const size_t second_size = scan.Text(token + 2).size();
  const bool third = scan.Is(token + 3, mark) && scan.At(token + 3).glued &&
                     scan.IsDigits(token + 4) && scan.Has(token + 4) &&
                     scan.At(token + 4).glued;
  const bool day_first = mark == "." || !scan.MonthComesFirst();
  if (third) {
    const int last = scan.Digits(token + 4, 4);
    const size_t last_size = scan.Text(token + 4).size();
    // A fourth part: no date.
    if (scan.Is(token + 5, mark) && scan.At(token + 5).glued &&
        scan.IsDigits(token + 6)) {
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
      TakeEra(scan, parts);
      return parts;
    }
    if (!IsDayOf(*parts.year, *parts.month, *parts.day)) return std::nullopt;
    TakeEra(scan, parts);
    return parts;
  }
  parts.limit_token = token + 3;
  if (scan.IsGlued(token + 3, mark)) return std::nullopt;
  if (scan.IsCount(token + 3)) return std::nullopt;
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
        (YearMayStand(scan, token) || second_size == 2 ||
         scan.IsAlone(token, token + 3))) {
      parts.day = high;
      parts.month = low;
      return IsDayOf(2024, low, high) ? std::optional(parts) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck
