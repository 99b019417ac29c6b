#ifndef CROSSCHECK_REPORTS_JUNIT_JUNIT_REPORT_H_
#define CROSSCHECK_REPORTS_JUNIT_JUNIT_REPORT_H_

#include <string>

#include "checker/model/report.h"

namespace crosscheck {

struct JunitOptions {
  // From this level on a finding is a failure; below it a passed test with the
  // finding as its output. kNone: none is.
  Level fail_on = Level::kError;
};

// A run as JUnit XML: a test suite an article (the changed ones where the run
// knows them), a test case a finding that stands in it, the whole of it in the
// body since many platforms show nothing else. An article without findings is
// one passed case that says how many figures were read. Known and dismissed
// findings are skipped tests; an input that could not be read is an error in
// the suite "crosscheck".
//
// Always valid XML 1.0, whatever the articles hold.
std::string ToJunit(const Report& report, const JunitOptions& options = {});

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_JUNIT_JUNIT_REPORT_H_
