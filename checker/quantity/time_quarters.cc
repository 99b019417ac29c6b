#include "checker/quantity/time_quarters.h"

#include <string_view>

#include "checker/quantity/time_years.h"

namespace crosscheck {

// "Q1 2024", "H2", "FY24", "fiscal 2024".
std::optional<DateParts> ReadMark(const TimeScan& scan, uint32_t token,
                                  const TimeWord& word) {
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = word.limit_token;
  parts.rules.push_back(scan.Id(word));
  if (word.role == TimeRole::kFiscal) {
    parts.fiscal = true;
    const int two = scan.Digits(word.limit_token, 2);
    if (two >= 0 && scan.Text(word.limit_token).size() == 2 &&
        scan.At(word.limit_token).glued) {
      parts.year = 2000 + two;
      parts.limit_token = word.limit_token + 1;
      return parts;
    }
    if (!TakeYearNumber(scan, word.limit_token, parts)) return std::nullopt;
    return parts;
  }
  const uint32_t at = word.limit_token;
  const int number = scan.Digits(at, 1);
  if (number < 1 || !scan.At(at).glued) return std::nullopt;
  if (word.role == TimeRole::kQuarterMark && number <= 4) {
    parts.quarter = number;
  } else if (word.role == TimeRole::kHalfMark && number <= 2) {
    parts.half = number;
  } else {
    return std::nullopt;
  }
  parts.limit_token = at + 1;
  const bool year = TakeYear(scan, parts);
  if (!year) {
    if (const auto fiscal = scan.Find(parts.limit_token, TimeRole::kFiscal)) {
      auto with = ReadMark(scan, parts.limit_token, *fiscal);
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

std::optional<DateParts> ReadQuarterInDigits(const TimeScan& scan,
                                             uint32_t token) {
  if (!scan.IsDigits(token)) return std::nullopt;
  const std::string_view text = scan.Text(token);
  DateParts parts;
  parts.first_token = token;
  // "4Q 2023", "1Q24"
  if (text.size() == 1 && scan.Has(token + 1) && scan.At(token + 1).glued) {
    const auto mark = scan.Find(token + 1, TimeRole::kQuarterMark);
    const int number = scan.Digits(token, 1);
    if (mark && number >= 1 && number <= 4) {
      parts.quarter = number;
      parts.limit_token = token + 2;
      parts.rules.push_back(scan.Id(*mark));
      const int two = scan.Digits(token + 2, 2);
      if (two >= 0 && scan.Has(token + 2) && scan.At(token + 2).glued &&
          scan.Text(token + 2).size() == 2) {
        parts.year = 2000 + two;
        parts.limit_token = token + 3;
      } else {
        TakeYear(scan, parts);
      }
      return parts;
    }
  }
  // "2018Q4", "18q4"
  if ((text.size() == 4 || text.size() == 2) && scan.Has(token + 1) &&
      scan.At(token + 1).glued) {
    const auto mark = scan.Find(token + 1, TimeRole::kQuarterMark);
    const int number = scan.Digits(token + 2, 1);
    if (mark && number >= 1 && number <= 4 && scan.At(token + 2).glued) {
      parts.quarter = number;
      parts.year = scan.Digits(token, 4) + (text.size() == 2 ? 2000 : 0);
      parts.limit_token = token + 3;
      parts.rules.push_back(scan.Id(*mark));
      return parts;
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck
