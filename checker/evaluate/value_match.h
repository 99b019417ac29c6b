#ifndef CROSSCHECK_CHECKER_EVALUATE_VALUE_MATCH_H_
#define CROSSCHECK_CHECKER_EVALUATE_VALUE_MATCH_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/decimal.h"
#include "checker/model/report.h"

namespace crosscheck {

// "a/b" -> {"a", "b"}; one text without a slash is itself.
std::vector<std::string_view> SplitSlash(std::string_view text);

// Digits up to which a quotient that gold data cut off must be equal to ours.
inline constexpr int kQuotientDigits = 10;

// Equal in value. A quotient that gold data cut off ("0.6666666666666666") is
// equal to ours from ten digits on; whole numbers must be equal exactly. False
// where one of them is no number.
//   SameNumber("2.50", "2.5")   // true
bool SameNumber(std::string_view a, std::string_view b);

// The length of an ISO 8601 duration, years of 365 days and months of 30 (the
// convention of the suites); nullopt for anything else.
//   DurationSeconds("PT1H30M")   // 5400
std::optional<Decimal> DurationSeconds(std::string_view iso);

// The number of a duration printed with one unit: "P3Y" -> "3"; else empty.
std::string_view DurationCount(std::string_view iso);

// Minutes since midnight of the clock time in an ISO text; nullopt without one.
//   ClockMinutes("2018-01-01T10:15-05:00")   // 615
std::optional<int> ClockMinutes(std::string_view iso);

// Was `gold` read here? By value, whatever the kind: a number, both ends of
// "low/high", a date by the days it covers, a duration by its length or by the
// number printed. A bounded or vague figure matches by its bound.
bool ReadsAs(const ReportClaim& claim, std::string_view gold);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_VALUE_MATCH_H_
