#ifndef CROSSCHECK_REPORTS_GITLAB_GITLAB_REPORT_H_
#define CROSSCHECK_REPORTS_GITLAB_GITLAB_REPORT_H_

#include <string>

#include "checker/model/report.h"

namespace crosscheck {

// A run as a GitLab code quality report: a JSON array, one entry a finding,
// worst first, each at a line of the changed article with the other sources in
// its description. Source of the fields:
// https://docs.gitlab.com/ci/testing/code_quality/
//
// Severity: error is critical (blocker where a conflict is of high severity),
// warning major, note info. GitLab drops an entry whose fingerprint another
// has; ours never share one. Known findings are in the report (GitLab compares
// it with that of the target branch by itself), dismissed ones are not.
std::string ToGitlab(const Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_GITLAB_GITLAB_REPORT_H_
