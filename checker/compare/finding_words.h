#ifndef CROSSCHECK_CHECKER_COMPARE_FINDING_WORDS_H_
#define CROSSCHECK_CHECKER_COMPARE_FINDING_WORDS_H_

#include <cstdint>
#include <string>

#include "absl/types/span.h"
#include "checker/compare/compare_figures.h"
#include "checker/compare/find_findings.h"
#include "checker/model/claim.h"
#include "checker/model/finding.h"

namespace crosscheck {

// A finding in plain words, in terms of what was printed. English, one line
// each, for whoever reads no report; `claims` and `articles` are those that the
// finding's numbers are of, and must live on. Pure; thread-safe.
//
//   Message: `Northport, death: "12 people" (Harbour Post, 2025-03-12) against
//            "at least 15 people" (Coast Daily, 2025-03-12); they cannot both
//            stand`
class FindingWords {
 public:
  FindingWords(absl::Span<const Claim> claims,
               absl::Span<const CompareArticle> articles)
      : claims_(claims), articles_(articles) {}

  // Of a finding with its members, subject and metric; `worst` is what its
  // worst pair came to.
  std::string Message(const Finding& finding,
                      const FigureComparison& worst) const;
  // What would make a conflict go away.
  std::string Remedy(const Finding& finding) const;

 private:
  // "Harbour Post, 2025-03-12"
  std::string Where(uint32_t claim) const;
  // The figure with what it counts, as printed; a date that hangs on the day
  // of publication with the day it comes to: "last May" [2024-05].
  std::string Printed(uint32_t claim) const;
  // What the finding is about: the subject, and the known metric or what the
  // worst pair says of its figures on both sides.
  std::string Topic(const Finding& finding) const;

  absl::Span<const Claim> claims_;
  absl::Span<const CompareArticle> articles_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_COMPARE_FINDING_WORDS_H_
