#ifndef CROSSCHECK_REPORTS_ALERT_RULE_WORDS_H_
#define CROSSCHECK_REPORTS_ALERT_RULE_WORDS_H_

#include <string_view>

#include "checker/model/finding.h"

namespace crosscheck {

// What a finding rule says, for platforms that show rules apart from findings.
struct RuleWords {
  std::string_view id;     // "compare.disjoint"
  std::string_view name;   // "figures that cannot both stand"
  std::string_view about;  // one or two sentences
  std::string_view remedy;
  Level level;  // that of most of its findings
};

// nullptr for a rule that is not ours (a run from another tool).
const RuleWords* WordsOf(std::string_view rule);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_ALERT_RULE_WORDS_H_
