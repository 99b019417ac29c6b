#ifndef CROSSCHECK_CHECKER_PIPELINE_RUN_CLAIMS_H_
#define CROSSCHECK_CHECKER_PIPELINE_RUN_CLAIMS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "checker/compare/find_findings.h"
#include "checker/link/link_claims.h"
#include "checker/model/claim.h"
#include "checker/model/claim_link.h"
#include "checker/model/report_claims.h"
#include "checker/pipeline/kept_reading.h"

namespace crosscheck {

// The claims of a run, numbered through in the order of its articles, as the
// steps ask for them. They are unpacked for as long as they are looked at.
//
// Ownership: keeps a reference to the readings, whose articles and texts must
// stay where they are.
class RunClaims {
 public:
  explicit RunClaims(std::vector<KeptReading>& readings);
  RunClaims(const RunClaims&) = delete;
  RunClaims& operator=(const RunClaims&) = delete;

  size_t size() const { return first_.back(); }
  // Of each article the number of its first claim, and of all how many.
  const std::vector<size_t>& first() const { return first_; }
  const std::vector<LinkArticle>& link_articles() const {
    return link_articles_;
  }
  const std::vector<CompareArticle>& compare_articles() const {
    return compare_articles_;
  }
  ClaimsOf claims_of() const;

  // All of them, and those that are linked: without features. The links name
  // the latter by their place among them from then on.
  std::vector<Claim> All() const;
  struct Linked {
    std::vector<Claim> claims;
    std::vector<uint32_t> numbers;  // of each in the run, ascending
  };
  Linked TakeLinked(std::vector<ClaimLink>& links) const;

  // As a report shows them, on `jobs` threads. What only they need is let go
  // along the way; of the texts, unless they are kept, too.
  struct Shown {
    ReportClaims claims;
    std::vector<char> is_named;  // of each: it has a subject or a metric
  };
  Shown Show(int jobs, bool keep_texts);

 private:
  std::vector<KeptReading>& readings_;
  std::vector<size_t> first_;
  std::vector<LinkArticle> link_articles_;
  std::vector<CompareArticle> compare_articles_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_RUN_CLAIMS_H_
