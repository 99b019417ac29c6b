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
// Shows one claim after another in the same ReportClaim, whose texts keep their
// room: where claims are only written, nothing is allocated for most of them.
class ClaimShower {
 public:
  // `text` is Article::text. The claim's id is left empty. What is returned is
  // valid until the next call.
  ReportClaim& Show(const ReportArticle& article, std::string_view text,
                    const ClaimPlace& place, const Claim& claim);

 private:
  ReportClaim shown_;
};

// The same of one claim.
ReportClaim ShowClaim(const ReportArticle& article, std::string_view text,
                      const ClaimPlace& place, const Claim& claim);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_SHOW_CLAIM_H_
