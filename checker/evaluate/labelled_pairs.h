#ifndef CROSSCHECK_CHECKER_EVALUATE_LABELLED_PAIRS_H_
#define CROSSCHECK_CHECKER_EVALUATE_LABELLED_PAIRS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// Every pair of claims of labelled stories that linking weighs, as JSON lines
// for tests/tools/fit_link.py: {"story", "lang", "verdict", "same", "meets",
// "within", "a", "b", "signs"}. `same`: 1, both lie over values of one fact
// that is a conflict, compatible or an update, or of two facts of one metric
// that share a value (verdict "same family"); 0, over values of facts told
// apart (or, in a story where every conflict is labelled, over what no fact
// joins and the values differ); other pairs are left out. `within`: of one
// article. Stories run on `jobs` threads; the result does not depend on it.
// Error: an unreadable story.
absl::StatusOr<std::vector<std::string>> LabelledPairs(
    const std::vector<std::string>& paths, const Pipeline& pipeline, int jobs);

// The same of an archive without labels: the pairs of two articles whose
// figures clash, "verdict" background, "same" 0. Of tens of thousands of such
// pairs hardly one is of one fact, and they show what stories of one event
// cannot: how alike other events look. Every nth pair, so that at most
// kMostBackground come out.
inline constexpr size_t kMostBackground = 20000;
std::vector<std::string> BackgroundPairs(const std::vector<Article>& articles,
                                         const Pipeline& pipeline);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_LABELLED_PAIRS_H_
