#include "checker/claim/profile.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

constexpr size_t kShingleWords = 8;
constexpr uint64_t kKeepOneIn = 4;
constexpr size_t kMaxShingles = 4096;

}  // namespace

void ProfileMaker::Add(const SentenceView& view, bool is_title) {
  for (const Mention& mention : view.mentions) {
    FeatureKind kind;
    if (mention.kind == Mention::kConcept) {
      kind = FeatureKind::kConcept;
    } else if (mention.kind == Mention::kName) {
      kind = FeatureKind::kName;
    } else if (mention.kind == Mention::kWord) {
      kind = FeatureKind::kWord;
    } else {
      continue;
    }
    profile_.features.push_back({.key = mention.key, .kind = kind});
    if (is_title) profile_.title.push_back(mention.key);
    if (mention.sound_key == 0) continue;
    profile_.features.push_back({.key = mention.sound_key,
                                 .kind = FeatureKind::kName,
                                 .by_sound = true});
    if (is_title) profile_.title.push_back(mention.sound_key);
  }
}

ArticleProfile ProfileMaker::Finish() {
  auto& features = profile_.features;
  std::stable_sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end(),
                             [](const Feature& a, const Feature& b) {
                               return a.key == b.key;
                             }),
                 features.end());
  features.shrink_to_fit();  // kept for every article of a check
  auto& title = profile_.title;
  std::sort(title.begin(), title.end());
  title.erase(std::unique(title.begin(), title.end()), title.end());

  std::array<uint64_t, kShingleWords> last{};
  size_t words = 0;
  for (uint32_t t = 0; t < document_.tokens.size(); ++t) {
    const Token& token = document_.tokens[t];
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kDigits) {
      continue;
    }
    std::copy(last.begin() + 1, last.end(), last.begin());
    last.back() = token.word->hash;
    ++words;
    if (words < kShingleWords) continue;
    uint64_t hash = 0;
    for (const uint64_t word : last) {
      hash = hash * 0x9E3779B97F4A7C15 + word;
      hash ^= hash >> 29;
    }
    if (hash % kKeepOneIn == 0 && profile_.shingles.size() < kMaxShingles) {
      profile_.shingles.push_back(hash);
    }
  }
  profile_.word_count = static_cast<uint32_t>(words);
  auto& shingles = profile_.shingles;
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  shingles.shrink_to_fit();
  return std::move(profile_);
}

}  // namespace crosscheck
