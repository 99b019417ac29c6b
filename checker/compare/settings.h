#ifndef CROSSCHECK_CHECKER_COMPARE_SETTINGS_H_
#define CROSSCHECK_CHECKER_COMPARE_SETTINGS_H_

#include <map>
#include <string>
#include <string_view>

#include "checker/model/decimal.h"
#include "checker/model/finding.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The policy of comparison: rules/shared/compare.yaml, with a newsroom's
// tolerances and levels on top. Percentages are of the larger figure.
struct CompareSettings {
  Decimal round_slack;      // percent a round figure may be off
  Decimal cut_slack;        // percent that may be cut off a longer figure
  Decimal high_gap;         // percent from which a gap is of high severity
  Decimal medium_gap;       // … of medium severity
  int64_t small_count = 0;  // whole counts below it are exact
  int64_t stale_days = 0;   // published further apart, a figure may have moved
  int64_t date_slack = 0;   // days by which two days may differ (time zones)
  int64_t moment = 0;       // minutes within which a varying figure stays
  Decimal slip_ratio;       // from which a varying figure is a slip …
  int64_t sure_points = 0;  // a weaker link lowers the severity by one
  int64_t note_points = 0;  // telling points a note needs
  int64_t slip_days = 0;    // … if published within so many days
  Decimal bound_ratio;      // from which one "more than" denies another
  std::map<std::string, Level> levels;  // finding rule -> level
};

// `tolerances` replaces values by the last part of their rule's id
// ("round_slack" -> "1"); one that is no number is left out.
CompareSettings ReadCompareSettings(
    const Rulebook& rules, const std::map<std::string, std::string>& tolerances,
    const std::map<std::string, Level>& levels);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_COMPARE_SETTINGS_H_
