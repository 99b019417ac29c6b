#ifndef CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_
#define CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_

#include <vector>

#include "checker/model/article.h"
#include "checker/model/claim.h"
#include "checker/model/quantity.h"
#include "checker/model/report.h"

namespace crosscheck {

// An article and its claims in plain texts, led back to bytes of the file. The
// article's own text is left out; KeepText adds it, with what was left out.
ReportArticle ShowArticle(const Article& article);
void KeepText(const Article& article, const std::vector<SkippedFigure>& skipped,
              ReportArticle& out);
ReportClaim ShowClaim(const Article& article, const SourceIndex& index,
                      const Claim& claim);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_
