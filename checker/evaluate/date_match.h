#ifndef CROSSCHECK_CHECKER_EVALUATE_DATE_MATCH_H_
#define CROSSCHECK_CHECKER_EVALUATE_DATE_MATCH_H_

#include "checker/evaluate/gold.h"
#include "checker/model/report.h"

namespace crosscheck {

// Was the date a suite expects read? What counts:
// - days: the days ours covers are those of the expected one at its grain
//   (a week begins on the day given, a quarter has three months);
// - a clock time: hour and minute as printed; the day must be right where
//   ours has one (a clock time without a day is "T10:15" by the contract);
// - a range: both ends, the last one inclusive or exclusive as the suite has
//   it (Recognizers-Text ends "the 19th to 20th" on the 20th, and "this week"
//   on the Monday after); of an open range ("since 2014") the end that is
//   there;
// - any of the alternatives of the suite (last or next 2 October).
bool IsExpectedDate(const ReportClaim& claim, const ExpectedFigure& expected);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_DATE_MATCH_H_
