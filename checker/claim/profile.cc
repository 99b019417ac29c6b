#include "checker/claim/profile.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

constexpr size_t kShingleWords = 8;
constexpr uint64_t kKeepOneIn = 4;
constexpr size_t kMaxShingles = 4096;

}  // namespace

void ProfileMaker::Add(const SentenceView& view) {
  for (const Mention& mention : view.mentions) {
    switch (mention.kind) {
      case Mention::kConcept:
        found_.emplace_back(mention.key, ProfileKind::kConcept);
        break;
      case Mention::kName:
        found_.emplace_back(mention.key, ProfileKind::kName);
        break;
      case Mention::kWord:
        found_.emplace_back(mention.key, ProfileKind::kWord);
        break;
      default:
        continue;
    }
    if (mention.sound_key != 0) {
      found_.emplace_back(mention.sound_key, ProfileKind::kSound);
    }
  }
}

ArticleProfile ProfileMaker::Finish() {
  ArticleProfile out;
  // Of a key found as two kinds the first stands.
  std::stable_sort(
      found_.begin(), found_.end(),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  found_.erase(std::unique(found_.begin(), found_.end(),
                           [](const auto& a, const auto& b) {
                             return a.first == b.first;
                           }),
               found_.end());
  out.keys.reserve(found_.size());
  out.kinds.reserve(found_.size());
  for (const auto& [key, kind] : found_) {
    out.keys.push_back(key);
    out.kinds.push_back(kind);
  }

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
    if (hash % kKeepOneIn == 0 && out.shingles.size() < kMaxShingles) {
      out.shingles.push_back(hash);
    }
  }
  auto& shingles = out.shingles;
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  shingles.shrink_to_fit();
  return out;
}

}  // namespace crosscheck
