#ifndef CROSSCHECK_CHECKER_LINK_COPIES_H_
#define CROSSCHECK_CHECKER_LINK_COPIES_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "checker/model/claim.h"

namespace crosscheck {

// Which articles copy which: of two, one repeats half or more of the shorter
// one's runs of words (ArticleProfile::shingles). Exact: what comparing each
// with each gives, without doing so.
// Cost: building sorts all runs of words and compares the articles that share
// one of the shorter one's rarer half; asking is a binary search.
class Copies {
 public:
  Copies() = default;
  // Of the articles with these profiles, by index.
  explicit Copies(absl::Span<const ArticleProfile* const> profiles);

  bool Are(uint32_t a, uint32_t b) const;
  // All such pairs, the smaller index first, sorted.
  absl::Span<const std::pair<uint32_t, uint32_t>> pairs() const {
    return pairs_;
  }

 private:
  std::vector<std::pair<uint32_t, uint32_t>> pairs_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_COPIES_H_
