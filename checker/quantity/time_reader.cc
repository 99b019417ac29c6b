#include "checker/quantity/time_reader.h"

namespace crosscheck {

struct TimeReader::Tables {};

TimeReader::TimeReader(const Rulebook& rules, const NumberReader& numbers)
    : tables_(std::make_shared<const Tables>()) {}

std::optional<Quantity> TimeReader::Read(
    const Document& document, uint32_t token,
    const std::optional<IsoDate>& published,
    const std::optional<IsoDate>& anchor) const {
  return std::nullopt;
}

}  // namespace crosscheck
