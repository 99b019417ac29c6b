#include "checker/claim/features.h"

#include <algorithm>
#include <string>

#include "checker/claim/concepts.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxFeatures = 96;

}  // namespace

void Features::Add(const SentenceView& view, const Quantity* figure) {
  for (const Mention& mention : view.mentions) {
    if (features_.size() >= kMaxFeatures) return;
    Feature feature;
    if (mention.kind == Mention::kConcept) {
      feature.kind = FeatureKind::kConcept;
    } else if (mention.kind == Mention::kName) {
      feature.kind = FeatureKind::kName;
    } else if (mention.kind == Mention::kWord) {
      feature.kind = FeatureKind::kWord;
    } else {
      continue;
    }
    if (figure != nullptr) {
      const int distance = view.Distance(mention, *figure);
      feature.distance =
          static_cast<uint8_t>(std::min<int>(distance, Feature::kFarthest));
    }
    feature.key = mention.key;
    feature.known = mention.by_rule;
    feature.span = {document_.tokens[mention.first].raw.begin,
                    document_.tokens[mention.limit - 1].raw.end};
    features_.push_back(feature);
    if (mention.sound_key == 0) continue;
    feature.key = mention.sound_key;
    feature.kind = FeatureKind::kName;
    feature.by_sound = true;
    feature.known = false;
    features_.push_back(feature);
  }
}

void Features::AddFigures(std::span<const Quantity> figures,
                          const Quantity& figure) {
  for (const Quantity& other : figures) {
    if (features_.size() >= kMaxFeatures) return;
    if (other.first_token == figure.first_token) continue;
    std::string said = ValueText(other);
    if (said.empty()) continue;
    said += ' ';
    said += ToString(other.kind);
    Feature feature;
    feature.key = WordKey("", said);
    feature.span = other.core;
    feature.kind = FeatureKind::kFigure;
    feature.distance = Feature::kFarthest;
    features_.push_back(feature);
  }
}

std::vector<Feature> Features::Take() {
  if (features_.size() > kMaxFeatures) features_.resize(kMaxFeatures);
  std::stable_sort(features_.begin(), features_.end(),
                   [](const Feature& a, const Feature& b) {
                     if (a.key != b.key) return a.key < b.key;
                     return a.distance < b.distance;
                   });
  const auto limit = std::unique(
      features_.begin(), features_.end(),
      [](const Feature& a, const Feature& b) { return a.key == b.key; });
  // As many as there are: they are most of what a check keeps of a claim.
  std::vector<Feature> out(features_.begin(), limit);
  features_.clear();
  return out;
}

}  // namespace crosscheck
