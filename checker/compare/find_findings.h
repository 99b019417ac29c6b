#ifndef CROSSCHECK_CHECKER_COMPARE_FIND_FINDINGS_H_
#define CROSSCHECK_CHECKER_COMPARE_FIND_FINDINGS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/types/span.h"
#include "checker/compare/compare_figures.h"
#include "checker/compare/settings.h"
#include "checker/model/claim.h"
#include "checker/model/claim_link.h"
#include "checker/model/finding.h"
#include "checker/model/for_each.h"
#include "checker/model/time_scope.h"

namespace crosscheck {

// What comparing needs of an article besides its claims. Views live as long as
// the caller's articles.
struct CompareArticle {
  std::string_view id;
  std::string_view url;
  std::string_view outlet;
  std::string_view text;  // Article::text, for quotes
  std::optional<IsoDate> published;
};

// Two linked claims compared: the figures, and then what keeps them from being
// one fact after all (time, scope, change, denial).
FigureComparison CompareClaims(const Claim& a, const Claim& b,
                               const ClaimLink& link,
                               absl::Span<const CompareArticle> articles,
                               const CompareSettings& settings);

// What one run came to. Findings are worst first and have no ids yet.
struct Findings {
  std::vector<Finding> findings;
  uint64_t linked = 0;    // claims with a link
  uint64_t compared = 0;  // claims in a group with a verdict
  uint64_t agreeing = 0;  // groups that meet and are no news, kept or not
};

// Is one of two articles, by index, a copy of the other?
using AreCopiesRef = absl::FunctionRef<bool(uint32_t, uint32_t)>;

// Links -> groups of claims about one fact -> a finding each. A group never
// holds two figures of one sentence: said side by side they are two facts. A
// conflict names the members that clash, the smallest clashing set first, then
// those that stand by one of them. What is no news is left out unless
// `keep_agreeing`: figures that agree, and such as meet but are not surely of
// one fact (ClaimLink::telling). Pure; the same claims give the same findings,
// whatever `for_each` the links are compared by.
Findings FindFindings(absl::Span<const Claim> claims,
                      absl::Span<const ClaimLink> links,
                      absl::Span<const CompareArticle> articles,
                      AreCopiesRef are_copies, const CompareSettings& settings,
                      bool keep_agreeing, const ForEach& for_each = InTurn);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_COMPARE_FIND_FINDINGS_H_
