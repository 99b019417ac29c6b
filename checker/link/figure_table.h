#ifndef CROSSCHECK_CHECKER_LINK_FIGURE_TABLE_H_
#define CROSSCHECK_CHECKER_LINK_FIGURE_TABLE_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "checker/link/figure_keys.h"

namespace crosscheck {

// The little that is asked of every claim of a run, whichever articles are at
// hand: which figure it gives. Claims are numbered through, article by article.
//
// Thread-safe once filled. Cost: 12 bytes a claim.
//
//   articles of 3 and 2 claims: RangeOf(1) is [3, 5), ArticleOf(3) is 1
class FigureTable {
 public:
  // The claims of an article, by number.
  struct Range {
    uint32_t first = 0;
    uint32_t limit = 0;
  };

  // The figures of the next article.
  void Add(absl::Span<const FigureKeys> figures);

  uint32_t size() const { return first_claim_.back(); }
  Range RangeOf(uint32_t article) const {
    return {first_claim_[article], first_claim_[article + 1]};
  }
  uint32_t ArticleOf(uint32_t claim) const;
  // Equal where two claims give the same figure for the same kind of thing
  // (FigureKeys::figure); 0: it has no value.
  uint64_t FigureKey(uint32_t claim) const { return figure_keys_[claim]; }
  // Equal for claims of equal values, counted from 1; 0: it has none.
  uint32_t ValueId(uint32_t claim) const { return value_ids_[claim]; }

 private:
  std::vector<uint32_t> first_claim_ = {0};  // of each, and how many there are
  std::vector<uint64_t> figure_keys_;
  std::vector<uint32_t> value_ids_;
  absl::flat_hash_map<uint64_t, uint32_t> ids_;  // of values
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_FIGURE_TABLE_H_
