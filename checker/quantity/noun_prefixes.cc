#include "checker/quantity/noun_prefixes.h"

#include <algorithm>
#include <utility>

namespace crosscheck {

NounPrefixes::NounPrefixes(const Rulebook& rules) {
  std::vector<std::string> articles;
  for (uint32_t rule : rules.OfKind(RuleKind::kClitics)) {
    if (rules.Means(rule) != "the") continue;
    for (std::string_view form : rules.Forms(rule)) {
      articles.push_back(rules.fold().Fold(form));
    }
  }
  for (uint32_t rule : rules.OfKind(RuleKind::kClitics)) {
    if (rules.Attribute(rule, "place") == "after") continue;
    const std::string_view means = rules.Means(rule);
    for (std::string_view form : rules.Forms(rule)) {
      NounPrefix prefix;
      prefix.text = rules.fold().Fold(form);
      prefix.definite = means.ends_with("the");
      prefix.cut_bytes = static_cast<uint32_t>(prefix.text.size());
      for (const std::string& article : articles) {
        if (prefix.text.ends_with(article)) {
          prefix.cut_bytes -= static_cast<uint32_t>(article.size());
        }
      }
      if (means == "and") and_.push_back(prefix.text);
      if (means == "for the") for_the_.push_back(prefix.text);
      all_.push_back(std::move(prefix));
    }
  }
  std::sort(
      all_.begin(), all_.end(), [](const NounPrefix& a, const NounPrefix& b) {
        return a.text.size() != b.text.size() ? a.text.size() > b.text.size()
                                              : a.text < b.text;
      });
}

// Does the word begin with a joined "and"? It opens something else then.
bool NounPrefixes::BeginsJoined(const Document& document,
                                uint32_t token) const {
  const Token& t = document.tokens[token];
  if (t.script != Script::kArabic) return false;
  const std::string_view word = document.Folded(token);
  for (const std::string& prefix : and_) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + 6) continue;
    // A word of its own that happens to begin so is in the lexicon whole.
    const bool whole = t.reading_count > 0 && t.readings[0].prefix_bytes == 0 &&
                       t.readings[0].suffix_bytes == 0;
    if (!whole) return true;
  }
  return false;
}

bool NounPrefixes::IsGoverned(const Document& document, uint32_t token) const {
  const Token& t = document.tokens[token];
  if (t.script != Script::kArabic) return false;
  const std::string_view word = document.Folded(token);
  for (const std::string& prefix : for_the_) {
    if (word.starts_with(prefix) && word.size() > prefix.size()) return true;
  }
  if (t.reading_count == 0 || t.readings[0].prefix_bytes == 0) return false;
  constexpr uint16_t kPrepositions = kCliticBy | kCliticFor | kCliticAs;
  for (int r = 0; r < t.reading_count; ++r) {
    if ((t.readings[r].proclitics & kPrepositions) == 0) return false;
  }
  return true;
}

// Does the word begin with a joined article?
bool NounPrefixes::BeginsDefinite(const Document& document,
                                  uint32_t token) const {
  if (document.tokens[token].script != Script::kArabic) return false;
  const std::string_view word = document.Folded(token);
  return std::any_of(all_.begin(), all_.end(), [&](const NounPrefix& prefix) {
    return prefix.definite && word.size() > prefix.text.size() &&
           word.starts_with(prefix.text);
  });
}

bool NounPrefixes::IsArticle(const Document& document, uint32_t token,
                             bool joined) const {
  const std::string_view text = document.Folded(token);
  return std::any_of(all_.begin(), all_.end(), [&](const NounPrefix& prefix) {
    return prefix.definite && prefix.text == text &&
           (joined || prefix.cut_bytes == 0);
  });
}

}  // namespace crosscheck
