#include "checker/link/figure_table.h"

#include <algorithm>

namespace crosscheck {

void FigureTable::Add(absl::Span<const FigureKeys> figures) {
  for (const FigureKeys& keys : figures) {
    figure_keys_.push_back(keys.figure);
    const auto next = static_cast<uint32_t>(ids_.size() + 1);
    value_ids_.push_back(
        keys.value == 0 ? 0 : ids_.try_emplace(keys.value, next).first->second);
  }
  first_claim_.push_back(static_cast<uint32_t>(figure_keys_.size()));
}

uint32_t FigureTable::ArticleOf(uint32_t claim) const {
  const auto after =
      std::upper_bound(first_claim_.begin(), first_claim_.end(), claim);
  return static_cast<uint32_t>(after - first_claim_.begin() - 1);
}

}  // namespace crosscheck
