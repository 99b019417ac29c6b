#ifndef CROSSCHECK_REPORTS_TESTING_LARGE_REPORT_H_
#define CROSSCHECK_REPORTS_TESTING_LARGE_REPORT_H_

#include <cstddef>

#include "checker/model/report.h"

namespace crosscheck {

// An invented archive of any size, the same for the same numbers: stories of
// three articles each, in English and Arabic, with their texts; findings of
// every verdict and state over amounts, tolls, shares and dates; one article in
// six is a copy of another.
Report LargeReport(size_t findings, size_t articles);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_TESTING_LARGE_REPORT_H_
