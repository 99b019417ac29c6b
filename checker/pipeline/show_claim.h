#ifndef CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_
#define CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_

#include <string_view>

#include "checker/model/article.h"
#include "checker/model/claim.h"
#include "checker/model/reading.h"
#include "checker/model/report.h"

namespace crosscheck {

// An article and its claims in plain texts, led back to bytes of the file. The
// article's own text is left out.
ReportArticle ShowArticle(const Article& article);
ClaimPlace PlaceClaim(const SourceIndex& index, const Claim& claim);
// `text` is Article::text. The claim's id is left empty.
ReportClaim ShowClaim(const ReportArticle& article, std::string_view text,
                      const ClaimPlace& place, const Claim& claim);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_
