#include "checker/model/time_unit.h"

#include <cstdint>

namespace crosscheck {

std::optional<Decimal> SecondsOf(std::string_view unit) {
  struct Row {
    std::string_view unit;
    int64_t seconds;
  };
  static constexpr Row kRows[] = {
      {"second", 1},           {"minute", 60},     {"hour", 3600},
      {"day", 86400},          {"week", 604800},   {"month", 2629746},
      {"quarter", 7889238},    {"year", 31556952}, {"decade", 315569520},
      {"century", 3155695200}, {"night", 86400},   {"season", 7889238},
  };
  for (const Row& row : kRows) {
    if (row.unit == unit) return Decimal(row.seconds);
  }
  return std::nullopt;
}

}  // namespace crosscheck
