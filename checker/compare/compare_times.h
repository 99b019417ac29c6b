#ifndef CROSSCHECK_CHECKER_COMPARE_COMPARE_TIMES_H_
#define CROSSCHECK_CHECKER_COMPARE_COMPARE_TIMES_H_

#include "checker/compare/compare_figures.h"
#include "checker/compare/settings.h"
#include "checker/model/quantity.h"
#include "checker/model/time_scope.h"

namespace crosscheck {

// The whole period of a granularity that holds the days: kYear of 2024-05-07
// is 2024-01-01 .. 2024-12-31. Days, and ranges with an open end, stay.
DayRange WholePeriod(const DayRange& days, Granularity granularity);

// Dates are compared first at the coarser printed granularity; a tolerance of
// half a unit each side then only sets the severity (they touch: medium).
// A relative date ("a year ago") stands for the day that far back.
// Times of day, of days that may be one, are compared as finely as both are
// printed ("3:25" and "3:30" agree, "11:30" and "12:15" clash); undecided where
// only one prints its zone, or they are half a day apart.
FigureComparison CompareDates(const Quantity& a, const Quantity& b,
                              const CompareSettings& settings);

// Likewise lengths of time: "18 months" and "a year and a half" agree, "a
// year" and "a year and a half" clash, and touch. A year has 12 months, a month
// 30.436875 days (the Gregorian mean).
FigureComparison CompareDurations(const Quantity& a, const Quantity& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_COMPARE_COMPARE_TIMES_H_
