#include "checker/evaluate/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace crosscheck {

Tally& Tally::operator+=(const Tally& other) {
  hits += other.hits;
  misses += other.misses;
  false_alarms += other.false_alarms;
  return *this;
}

int64_t PerMille(int64_t part, int64_t whole) {
  return whole == 0 ? 0 : (part * 2000 + whole) / (2 * whole);
}

std::string PercentText(int64_t part, int64_t whole) {
  if (whole == 0) return "-";
  const int64_t thousandths = PerMille(part, whole);
  return fmt::format("{}.{}", thousandths / 10, thousandths % 10);
}

std::string Precision(const Tally& tally) {
  return PercentText(tally.hits, tally.hits + tally.false_alarms);
}

std::string Recall(const Tally& tally) {
  return PercentText(tally.hits, tally.hits + tally.misses);
}

std::string F1(const Tally& tally) {
  return PercentText(2 * tally.hits,
                     2 * tally.hits + tally.misses + tally.false_alarms);
}

std::string Table::ToText() const {
  std::vector<size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], row[i].size());
    }
  }
  size_t across = 0;
  for (size_t width : widths) across += width + 2;
  std::string out;
  for (const auto& row : rows_) {
    if (row.empty()) {
      out += std::string(across > 2 ? across - 2 : 0, '-');
    }
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += "  ";
      if (i > 0) {
        out += fmt::format("{:>{}}", row[i], widths[i]);
      } else if (row.size() > 1) {
        out += fmt::format("{:<{}}", row[i], widths[i]);
      } else {
        out += row[i];
      }
    }
    out += "\n";
  }
  return out;
}

}  // namespace crosscheck
