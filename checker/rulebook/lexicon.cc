#include "checker/rulebook/lexicon.h"

#include <algorithm>
#include <string>

#include "absl/container/inlined_vector.h"
#include "checker/rulebook/word_hash.h"

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

Lexicon::Node Lexicon::Next(Node node, WordId word) const {
  if (word == 0 || edges_.empty()) return kNone;
  const uint32_t hash = EdgeHash(node, word);
  const uint32_t bit = EdgeBit(hash);
  if ((edge_filter_[bit / 64] >> (bit % 64) & 1) == 0) return kNone;
  const size_t mask = edges_.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    const Edge& edge = edges_[at];
    if (edge.word == 0) return kNone;
    if (edge.node == node && edge.word == word) return edge.next;
  }
}

std::span<const LexiconEntry> Lexicon::Entries(Node node) const {
  if (node == kNone || node + 1 >= entry_begin_.size()) return {};
  return entries_.subspan(entry_begin_[node],
                          entry_begin_[node + 1] - entry_begin_[node]);
}

namespace {

// Phrases longer than this are refused by the loader.
constexpr int kMaxPhraseTokens = 12;

using Found = absl::InlinedVector<PhraseMatch, 16>;

struct Walk {
  const Lexicon& lexicon;
  const Document& document;
  uint16_t proclitics = 0;
  uint8_t prefix_bytes = 0;
  Found& found;

  void Collect(Lexicon::Node node, uint32_t limit) {
    for (const LexiconEntry& entry : lexicon.Entries(node)) {
      const bool any_language =
          entry.kind == RuleKind::kEntities || entry.kind == RuleKind::kNames;
      if (!any_language && entry.language != kShared &&
          entry.language != document.language_index) {
        continue;
      }
      found.push_back({limit, entry.rule, entry.kind, entry.language,
                       proclitics, prefix_bytes});
    }
  }

  // Depth is bounded by the longest phrase of the lexicon.
  void Continue(Lexicon::Node node, uint32_t token, int depth) {
    Collect(node, token);
    if (!lexicon.GoesOn(node) || token >= document.tokens.size() ||
        depth >= kMaxPhraseTokens) {
      return;
    }
    const Token& next = document.tokens[token];
    if (next.starts_line) return;
    for (int r = 0; r < next.reading_count; ++r) {
      const WordReading& reading = next.readings[r];
      if (reading.suffix_bytes != 0) continue;
      const Lexicon::Node after = lexicon.Next(node, reading.word);
      if (after != Lexicon::kNone) Continue(after, token + 1, depth + 1);
    }
  }
};

// Longest first. What is equal stays in the order it was found.
bool Before(const PhraseMatch& a, const PhraseMatch& b) {
  if (a.limit_token != b.limit_token) return a.limit_token > b.limit_token;
  if (a.prefix_bytes != b.prefix_bytes) return a.prefix_bytes < b.prefix_bytes;
  return a.rule < b.rule;
}

const FoundPhrases::AtToken& LookAt(const Lexicon& lexicon,
                                    const Document& document, uint32_t token) {
  Found found;
  const Token& first = document.tokens[token];
  for (int r = 0; r < first.reading_count; ++r) {
    const WordReading& reading = first.readings[r];
    if (lexicon.KindsStartingWith(reading.word) == 0) continue;
    const Lexicon::Node node = lexicon.First(reading.word);
    if (node == Lexicon::kNone) continue;
    Walk walk{lexicon, document, reading.proclitics, reading.prefix_bytes,
              found};
    walk.Continue(node, token + 1, 1);
  }
  if (found.size() > 1 && !std::is_sorted(found.begin(), found.end(), Before)) {
    std::stable_sort(found.begin(), found.end(), Before);
  }
  return document.phrases.Keep(token, {found.data(), found.size()});
}

}  // namespace

PhraseMatches MatchSomePhrases(const Lexicon& lexicon, const Document& document,
                               uint32_t token, uint64_t kinds) {
  const FoundPhrases::AtToken* at =
      &document.phrases.At(token, document.tokens.size());
  if (!at->known) at = &LookAt(lexicon, document, token);
  if ((at->kinds & kinds) == 0) return {};
  return {at->first, at->count, kinds};
}

}  // namespace crosscheck
