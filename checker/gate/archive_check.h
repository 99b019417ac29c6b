#ifndef CROSSCHECK_CHECKER_GATE_ARCHIVE_CHECK_H_
#define CROSSCHECK_CHECKER_GATE_ARCHIVE_CHECK_H_

#include <set>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/ledger/ledger.h"
#include "checker/model/reading.h"
#include "checker/model/report.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// New articles against everything a ledger holds, but for `left_out` (what the
// new ones replace). The report holds the new articles (ReportArticle::is_new)
// and the archived ones they were compared with; the findings are those of
// Pipeline::CheckReadings over the whole archive with the same articles new,
// but only articles that share rare features or a measure are read.
// Cost: look-ups by key, and reading a few dozen articles, however many there
// are; all of them where there are few (kWeighAllUpTo).
absl::StatusOr<Report> CheckAgainstLedger(
    const Pipeline& pipeline, Ledger& ledger, std::vector<ArticleReading> news,
    const std::set<ArticleNumber>& left_out);

// The same against articles read for it.
Report CheckAgainstReadings(const Pipeline& pipeline,
                            std::vector<ArticleReading> archive,
                            std::vector<ArticleReading> news);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_GATE_ARCHIVE_CHECK_H_
