#ifndef CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_
#define CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_

#include "checker/model/article.h"
#include "checker/model/claim.h"
#include "checker/model/report.h"

namespace crosscheck {

// An article and its claims in plain texts, led back to bytes of the file.
ReportArticle ShowArticle(const Article& article);
ReportClaim ShowClaim(const Article& article, const SourceIndex& index,
                      const Claim& claim);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_
