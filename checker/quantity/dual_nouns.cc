#include "checker/quantity/dual_nouns.h"

#include <algorithm>
#include <cstddef>

#include "checker/quantity/tokens.h"

namespace crosscheck {

DualNouns::DualNouns(const Rulebook& rules, const NounPrefixes& prefixes)
    : prefixes_(prefixes) {
  struct Ending {
    std::string text, from, to;
    bool certain = false;
  };
  std::vector<Ending> endings;
  for (uint32_t rule : rules.OfKind(RuleKind::kNumbers)) {
    const std::string_view role = rules.Attribute(rule, "role");
    if (role != "dual_ending" && role != "dual_or_plural_ending") continue;
    std::string_view joins = rules.Attribute(rule, "joins");
    Ending ending;
    if (const size_t blank = joins.find(' '); blank != joins.npos) {
      ending.from = rules.fold().Fold(joins.substr(0, blank));
      ending.to = rules.fold().Fold(joins.substr(blank + 1));
    }
    ending.certain = role == "dual_ending";
    for (std::string_view form : rules.Forms(rule)) {
      ending.text = rules.fold().Fold(form);
      endings.push_back(ending);
      endings_.push_back(ending.text);
      ends_dual_[static_cast<unsigned char>(ending.text.back())] = true;
    }
  }
  for (uint32_t rule : rules.OfKind(RuleKind::kNumbers)) {
    const std::string_view role = rules.Attribute(rule, "role");
    const bool broken = role == "counted";
    if (!broken && role != "counted_person") continue;
    for (std::string_view form : rules.Forms(rule)) {
      const std::string word = rules.fold().Fold(form);
      for (const Ending& ending : endings) {
        std::string stem = word;
        const bool changes =
            !ending.from.empty() && stem.ends_with(ending.from);
        if (changes) {
          stem.resize(stem.size() - ending.from.size());
          stem += ending.to;
        }
        // A regular plural ends as the oblique dual does, unless the word is
        // one whose dual keeps a letter the plural loses.
        if (!broken && !ending.certain && !changes) continue;
        duals_.emplace(stem + ending.text, Singular{rule, word});
      }
    }
  }
}

std::optional<DualNoun> DualNouns::At(const Document& document,
                                      uint32_t token) const {
  if (duals_.empty() || !IsWord(document, token)) return std::nullopt;
  const Token& t = document.tokens[token];
  if (t.script != Script::kArabic || t.end - t.begin < 8) return std::nullopt;
  const std::string_view word = document.Folded(token);
  if (!ends_dual_[static_cast<unsigned char>(word.back())]) return std::nullopt;
  if (!EndsAsDual(document, token)) return std::nullopt;
  std::string key(word);
  if (const auto at = duals_.find(key); at != duals_.end()) {
    return DualNoun{at->second.rule, at->second.word, 0, false};
  }
  for (const NounPrefix& prefix : prefixes_.all()) {
    if (!word.starts_with(prefix.text)) continue;
    key = word.substr(prefix.text.size());
    if (const auto at = duals_.find(key); at != duals_.end()) {
      return DualNoun{at->second.rule, at->second.word, prefix.cut_bytes,
                      prefix.definite};
    }
  }
  return std::nullopt;
}

bool DualNouns::EndsAsDual(const Document& document, uint32_t token) const {
  const std::string_view word = document.Folded(token);
  return std::any_of(endings_.begin(), endings_.end(),
                     [&](const std::string& e) { return word.ends_with(e); });
}

}  // namespace crosscheck
