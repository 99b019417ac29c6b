#ifndef CROSSCHECK_CHECKER_PIPELINE_KEPT_READING_H_
#define CROSSCHECK_CHECKER_PIPELINE_KEPT_READING_H_

#include <optional>
#include <string>
#include <vector>

#include "checker/model/claim.h"
#include "checker/model/packed_claims.h"
#include "checker/model/reading.h"
#include "checker/model/report.h"
#include "checker/model/time_scope.h"

namespace crosscheck {

// An ArticleReading as a run keeps it while it reads others: its claims and
// their places are packed. A check keeps one of every article, and all else it
// holds is small beside them.
struct KeptReading {
  ReportArticle article;
  std::optional<IsoDate> published;
  std::string text;
  ArticleProfile profile;
  PackedClaims claims;
  std::vector<ReportSkip> skipped;
};

KeptReading Keep(ArticleReading&& reading);
std::vector<KeptReading> Keep(std::vector<ArticleReading>&& readings);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_KEPT_READING_H_
