#ifndef CROSSCHECK_REPORTS_SARIF_SARIF_REPORT_H_
#define CROSSCHECK_REPORTS_SARIF_SARIF_REPORT_H_

#include <cstddef>
#include <string>

#include "checker/model/report.h"

namespace crosscheck {

struct SarifOptions {
  // Keeps an archive's results apart from a pull request's on one platform.
  std::string automation_id = "crosscheck/";
  // GitHub refuses a run with more results than this, or, packed, of more than
  // 10 MB; results pack to a tenth and less.
  size_t most_results = 25000;
  size_t most_bytes = 80'000'000;
};

// A run as SARIF 2.1.0, one run of one tool. Source of the field names:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/ ; of the limits:
// https://docs.github.com/en/code-security (SARIF support for code scanning).
//
// A result is a finding of level note and above, worst first; what passes the
// limit is counted in a notification, as is every input that could not be
// read. locations[0] is the changed article; the other sources are
// relatedLocations, linked from message.text as "[outlet, date](1)". Columns
// are UTF-16 code units, which columnKind says. Paths are relative URIs; the
// addresses of articles stand in messages and properties only, since GitHub
// refuses a location that is no file.
//
// partialFingerprints: "primaryLocationLineHash" is of rule, article and
// sentence, with an index where several findings share it; "crosscheck/v1" is
// the finding's own. baselineState and suppressions follow its state; resolved
// findings are results of baselineState "absent".
std::string ToSarif(const Report& report, const SarifOptions& options = {});

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_SARIF_SARIF_REPORT_H_
