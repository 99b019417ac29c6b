#ifndef CROSSCHECK_CHECKER_COMPARE_COMPARE_FIGURES_H_
#define CROSSCHECK_CHECKER_COMPARE_COMPARE_FIGURES_H_

#include <string>
#include <string_view>
#include <vector>

#include "checker/compare/settings.h"
#include "checker/model/finding.h"
#include "checker/model/quantity.h"

namespace crosscheck {

// What comparing two figures came to, and how: `steps` are sentences for the
// explanation, in the order of work. `rule` is a finding rule:
//
//   compare.equal       the allowed values are the same            agree
//   compare.rounding    they meet within what was printed          compatible
//   compare.bounds      a bound or an "about" explains it          compatible
//   compare.disjoint    no value fits both                         conflict
//   compare.dates       days differ at the printed granularity     conflict
//   compare.durations   lengths differ at the printed granularity  conflict
//   compare.currency    two currencies, or one left open           undecided
//   compare.units       units that cannot be brought together      undecided
//   compare.unresolved  a date hangs on an unknown day             undecided
struct FigureComparison {
  Verdict verdict = Verdict::kUndecided;
  Severity severity = Severity::kNone;
  std::string_view rule;
  Gap gap;
  std::string likely_slip;
  std::vector<std::string> steps;
};

// Compares what two figures allow. Symmetric but for the order of words.
//
//   "$100 billion", "$500 billion" -> conflict, high, gap 5 times
//   "5.6 million", "about 6 million" -> compatible
//   "2023", "a year ago" (of January 2025) -> conflict, medium
FigureComparison CompareFigures(const Quantity& a, const Quantity& b,
                                const CompareSettings& settings);

// A figure as people say it: "5.6 million USD", "from 5 to 7 percent", "at
// least 40 death", "2023", "1965 to 1981", "1.5 years".
std::string Say(const Quantity& figure);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_COMPARE_COMPARE_FIGURES_H_
