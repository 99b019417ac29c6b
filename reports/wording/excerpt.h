#ifndef CROSSCHECK_REPORTS_WORDING_EXCERPT_H_
#define CROSSCHECK_REPORTS_WORDING_EXCERPT_H_

#include <cstddef>
#include <string_view>

#include "checker/model/report.h"

namespace crosscheck {

// A sentence around its figure: views into the claim. `before` and `after` may
// be cut, at a blank, on the side away from the figure.
//
// Where the claim's sentence does not hold its quote at the place named (a run
// from another tool), the quote is searched for; where it is not found at all,
// `before` is the sentence and `figure` the quote set apart after it.
struct Excerpt {
  std::string_view before;
  std::string_view figure;
  std::string_view after;
  bool cut_before = false;
  bool cut_after = false;
  bool apart = false;  // the figure is not in the sentence
};

// At most about `most` characters besides the figure; all of it for npos.
//
//   a claim of "It cost, after all was done and paid, $5 million in the end"
//   with 24 becomes {"done and paid, ", "$5 million", " in the end",
//   cut_before}
Excerpt ExcerptOf(const ReportClaim& claim,
                  size_t most = std::string_view::npos);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_WORDING_EXCERPT_H_
