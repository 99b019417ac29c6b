#include "checker/claim/sounds.h"

#include <algorithm>

namespace crosscheck {

Sounds::Sounds(const Rulebook& rules) {
  for (uint32_t rule : rules.OfKind(RuleKind::kLetters)) {
    for (std::string_view item : rules.List(rule, "pairs")) {
      const size_t blank = item.find(' ');
      if (blank == 0 || blank == std::string_view::npos) continue;
      std::string letters = rules.fold().Fold(item.substr(0, blank));
      if (letters.empty()) continue;
      const auto first = static_cast<unsigned char>(letters[0]);
      pairs_[first].emplace_back(std::move(letters), item.substr(blank + 1));
    }
  }
  for (auto& pairs : pairs_) {
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) {
                       return a.first.size() > b.first.size();
                     });
  }
}

std::string Sounds::Skeleton(std::string_view word) const {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    size_t step = 1;
    for (const auto& [letters, sound] :
         pairs_[static_cast<unsigned char>(word[at])]) {
      if (word.substr(at).starts_with(letters)) {
        for (char c : sound) {
          // Vowels in a sound only soften the consonant ("ce" is "se").
          if (c == 'e' || c == 'i' || c == 'y') continue;
          if (out.empty() || out.back() != c) out += c;
        }
        step = letters.size();
        break;
      }
    }
    at += step;
  }
  return out;
}

}  // namespace crosscheck
