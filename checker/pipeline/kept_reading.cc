#include "checker/pipeline/kept_reading.h"

#include <utility>

namespace crosscheck {

KeptReading Keep(ArticleReading&& reading) {
  return {
      std::move(reading.article),
      reading.published,
      std::move(reading.text),
      std::move(reading.made.profile),
      PackedClaims(std::move(reading.made.claims), std::move(reading.places)),
      std::move(reading.skipped)};
}

std::vector<KeptReading> Keep(std::vector<ArticleReading>&& readings) {
  std::vector<KeptReading> out;
  out.reserve(readings.size());
  for (ArticleReading& reading : readings) {
    out.push_back(Keep(std::move(reading)));
  }
  return out;
}

}  // namespace crosscheck
