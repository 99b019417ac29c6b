#include "checker/rulebook/lexicon.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace crosscheck {

WordId Lexicon::Find(std::string_view word) const {
  if (slots_.empty()) return 0;
  const uint64_t whole_hash = WordHash(word);
  const uint32_t bit = FilterBit(whole_hash);
  if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) return 0;
  const auto hash = static_cast<uint32_t>(whole_hash | 1);
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == 0) return 0;
    if (slot.hash == hash && slot.text_end - slot.text_begin == word.size() &&
        SameBytes(texts_.data() + slot.text_begin, word.data(), word.size())) {
      return slot.word;
    }
  }
}

WordId Lexicon::FindStem(std::string_view stem) const {
  char key[64];
  if (stem.size() >= sizeof(key)) return Find("~" + std::string(stem));
  key[0] = '~';
  std::copy(stem.begin(), stem.end(), key + 1);
  return Find({key, stem.size() + 1});
}

Lexicon::Node Lexicon::NextBySlot(Node node, WordId word, uint32_t hash) const {
  const size_t mask = edges_.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    const Edge& edge = edges_[at];
    if (edge.word == 0) return kNone;
    if (edge.node == node && edge.word == word) return edge.next;
  }
}

namespace {

// Phrases longer than this are refused by the loader.
constexpr int kMaxPhraseTokens = 12;

// Matches of one token, written where they stay; those that need more room
// than there is, elsewhere first.
class Found {
 public:
  explicit Found(PhraseMatch* room) : first_(room) {}
  void Add(const PhraseMatch& match) {
    if (count_ < FoundPhrases::kRoom) {
      first_[count_++] = match;
      return;
    }
    if (more_.empty()) more_.assign(first_, first_ + count_);
    more_.push_back(match);
  }
  std::span<PhraseMatch> all() {
    return more_.empty() ? std::span(first_, count_) : std::span(more_);
  }

 private:
  PhraseMatch* first_;
  size_t count_ = 0;
  std::vector<PhraseMatch> more_;
};

template <typename Take>
void Collect(const Lexicon& lexicon, uint8_t language_index, Lexicon::Node node,
             const PhraseMatch& as, const Take& take) {
  for (const LexiconEntry& entry : lexicon.Entries(node)) {
    const bool any_language =
        entry.kind == RuleKind::kEntities || entry.kind == RuleKind::kNames;
    if (!any_language && entry.language != kShared &&
        entry.language != language_index) {
      continue;
    }
    take(PhraseMatch{as.limit_token, entry.rule, entry.kind, entry.language,
                     as.proclitics, as.prefix_bytes});
  }
}

struct Walk {
  const Lexicon& lexicon;
  const Document& document;
  uint32_t first_token;
  PhraseMatch as;  // limit_token apart, what all found have in common
  Found& found;

  // Goes on from `node` with `token`. Depth is bounded by the longest phrase of
  // the lexicon.
  void Continue(Lexicon::Node node, uint32_t token, int depth) {
    if (token >= document.tokens.size() || depth >= kMaxPhraseTokens) return;
    const Token& next = document.tokens[token];
    if (next.starts_line) return;
    for (int r = 0; r < next.reading_count; ++r) {
      const WordReading& reading = next.readings[r];
      if (reading.suffix_bytes != 0) continue;
      const Lexicon::Node after = lexicon.Next(node, reading.word);
      if (after == Lexicon::kNone) continue;
      as.limit_token = token + 1 - first_token;
      Collect(lexicon, document.language_index, after, as,
              [&](const PhraseMatch& match) { found.Add(match); });
      if (lexicon.GoesOn(after)) Continue(after, token + 1, depth + 1);
    }
  }
};

// Does a phrase that begins with `word` go on with `token`?
bool GoesOnWith(const Lexicon& lexicon, const Document& document,
                const KnownWord& word, uint32_t token) {
  if (token >= document.tokens.size()) return false;
  const Token& next = document.tokens[token];
  if (next.starts_line) return false;
  for (int r = 0; r < word.reading_count; ++r) {
    const Lexicon::Node node = (*word.nodes)[r];
    if (node == Lexicon::kRoot) continue;
    for (int n = 0; n < next.reading_count; ++n) {
      if (next.readings[n].suffix_bytes == 0 &&
          lexicon.Next(node, next.readings[n].word) != Lexicon::kNone) {
        return true;
      }
    }
  }
  return false;
}

// Longest first. What is equal stays in the order it was found.
bool Before(const PhraseMatch& a, const PhraseMatch& b) {
  if (a.limit_token != b.limit_token) return a.limit_token > b.limit_token;
  if (a.prefix_bytes != b.prefix_bytes) return a.prefix_bytes < b.prefix_bytes;
  return a.rule < b.rule;
}

}  // namespace

WordPhrases LookUpWord(const Lexicon& lexicon, uint8_t language_index,
                       const KnownWord& word) {
  WordPhrases out;
  for (int r = 0; r < word.reading_count; ++r) {
    const WordReading& reading = word.readings[r];
    if (lexicon.KindsStartingWith(reading.word) == 0) continue;
    const Lexicon::Node node = lexicon.First(reading.word);
    if (node == Lexicon::kNone) continue;
    PhraseMatch as;
    as.limit_token = 1;
    as.proclitics = reading.proclitics;
    as.prefix_bytes = reading.prefix_bytes;
    Collect(lexicon, language_index, node, as,
            [&](const PhraseMatch& match) { out.alone.push_back(match); });
    if (!lexicon.GoesOn(node)) continue;
    out.nodes[r] = node;
    out.goes_on = true;
  }
  std::stable_sort(out.alone.begin(), out.alone.end(), Before);
  return out;
}

const FoundPhrases::AtToken& LookForPhrases(const Lexicon& lexicon,
                                            const Document& document,
                                            uint32_t token) {
  const size_t token_count = document.tokens.size();
  const KnownWord& word = *document.tokens[token].word;
  const FoundPhrases::AtToken alone = {word.alone, word.alone_count,
                                       word.alone_kinds};
  // Most words that a phrase begins with stand alone.
  if (!GoesOnWith(lexicon, document, word, token + 1)) {
    return document.phrases.Keep(token, token_count, alone);
  }
  Found found(document.phrases.Room());
  for (int r = 0; r < word.reading_count; ++r) {
    const Lexicon::Node node = (*word.nodes)[r];
    if (node == Lexicon::kRoot) continue;
    const WordReading& reading = word.readings[r];
    PhraseMatch as;
    as.proclitics = reading.proclitics;
    as.prefix_bytes = reading.prefix_bytes;
    Walk walk{lexicon, document, token, as, found};
    walk.Continue(node, token + 1, 1);
  }
  const std::span<PhraseMatch> longer = found.all();
  if (longer.empty()) return document.phrases.Keep(token, token_count, alone);
  // Few, so put in their places one by one: stable_sort asks for memory.
  for (auto at = longer.begin(); at != longer.end(); ++at) {
    std::rotate(std::upper_bound(longer.begin(), at, *at, Before), at, at + 1);
  }
  for (uint32_t i = 0; i < word.alone_count; ++i) found.Add(word.alone[i]);
  return document.phrases.Keep(token, token_count, found.all());
}

}  // namespace crosscheck
