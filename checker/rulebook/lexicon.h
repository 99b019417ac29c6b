#ifndef CROSSCHECK_CHECKER_RULEBOOK_LEXICON_H_
#define CROSSCHECK_CHECKER_RULEBOOK_LEXICON_H_

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "checker/model/document.h"
#include "checker/rulebook/rule_kind.h"
#include "checker/rulebook/word_hash.h"

namespace crosscheck {

// What a phrase of the lexicon stands for: a rule, by index in the Rulebook.
struct LexiconEntry {
  uint32_t rule = 0;
  RuleKind kind = RuleKind::kNumbers;
  uint8_t language = 0;  // index into Rulebook::languages(); kShared for all
  uint16_t unused = 0;   // padding would be any bytes, and tables are hashed
};
inline constexpr uint8_t kShared = 255;

// Every form of every rule, all languages together, as a trie over words. A
// word is found by hash of its folded form; a phrase is walked word by word.
// Rules whose kind matches by stem are entered under their words' stems.
//
// A view over the Rulebook's tables: cheap to copy, valid as long as the
// Rulebook. Thread-safe. Cost: one hash a word; no allocation.
class Lexicon {
 public:
  using Node = uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr Node kNone = 0xffffffff;

  // The word with exactly this folded form; 0 when no rule uses it.
  WordId Find(std::string_view folded_word) const;
  // The word entered under this stem (Stemmer's output); 0 when none.
  WordId FindStem(std::string_view stem) const;

  // The node reached from `node` by `word`; kNone when no phrase goes there.
  Node Next(Node node, WordId word) const {
    if (word == 0 || edges_.empty()) return kNone;
    const uint32_t hash = EdgeHash(node, word);
    const uint32_t bit = EdgeBit(hash);
    if ((edge_filter_[bit / 64] >> (bit % 64) & 1) == 0) return kNone;
    return NextBySlot(node, word, hash);
  }
  // The rules whose phrase ends at `node`.
  std::span<const LexiconEntry> Entries(Node node) const {
    if (node == kNone || node + 1 >= entry_begin_.size()) return {};
    return entries_.subspan(entry_begin_[node],
                            entry_begin_[node + 1] - entry_begin_[node]);
  }
  // Bits (1 << RuleKind) of the kinds that have a phrase starting with `word`.
  uint64_t KindsStartingWith(WordId word) const {
    return word < words_.size() ? words_[word].kinds : 0;
  }
  // The node of the phrase that is this word alone; kNone when no phrase
  // begins with it.
  Node First(WordId word) const {
    return word < words_.size() ? words_[word].node : kNone;
  }
  // One more than the largest WordId.
  uint32_t word_count() const { return static_cast<uint32_t>(words_.size()); }
  // Does any phrase go on from `node`?
  bool GoesOn(Node node) const {
    return (nodes_go_on_[node / 64] >> (node % 64) & 1) != 0;
  }

  struct Slot {
    uint32_t hash, word, text_begin, text_end;
  };
  struct Edge {
    uint32_t node, word, next, unused;
  };
  struct Word {
    uint32_t kinds, node;
  };
  // Words that are in no rule are most of those that differ, and are told so
  // by a bit in a table that stays in the processor's cache.
  static constexpr uint32_t kFilterWords = 4096;
  static constexpr uint32_t FilterBit(uint64_t hash) {
    return static_cast<uint32_t>(hash >> 40) % (64 * kFilterWords);
  }

  // Likewise of words that do not go on: most pairs of words are no phrase.
  static constexpr uint32_t EdgeBit(uint32_t edge_hash) {
    return (edge_hash >> 8) % (64 * kFilterWords);
  }

  Lexicon() = default;
  Lexicon(std::span<const Slot> slots, std::string_view texts,
          std::span<const Edge> edges, std::span<const uint32_t> entry_begin,
          std::span<const LexiconEntry> entries,
          std::span<const uint64_t> filter, std::span<const Word> words,
          std::span<const uint64_t> nodes_go_on,
          std::span<const uint64_t> edge_filter)
      : slots_(slots),
        texts_(texts),
        edges_(edges),
        entry_begin_(entry_begin),
        entries_(entries),
        filter_(filter),
        words_(words),
        nodes_go_on_(nodes_go_on),
        edge_filter_(edge_filter) {}

 private:
  Node NextBySlot(Node node, WordId word, uint32_t hash) const;

  std::span<const Slot> slots_;  // open addressing, power of two
  std::string_view texts_;
  std::span<const Edge> edges_;            // open addressing, power of two
  std::span<const uint32_t> entry_begin_;  // node -> first entry; size n+1
  std::span<const LexiconEntry> entries_;
  std::span<const uint64_t> filter_;
  std::span<const Word> words_;
  std::span<const uint64_t> nodes_go_on_;
  std::span<const uint64_t> edge_filter_;
};

static_assert(kRuleKindCount <= 32, "Token::starts has 32 bits");
inline constexpr uint64_t KindBit(RuleKind kind) {
  return uint64_t{1} << static_cast<int>(kind);
}

// The phrases of some kinds among those that begin at a token. A view: valid
// as long as the Document.
class PhraseMatches {
 public:
  class Iterator {
   public:
    Iterator(const PhraseMatch* at, const PhraseMatch* end, uint64_t kinds,
             uint32_t token)
        : at_(at), end_(end), kinds_(kinds), token_(token) {
      Settle();
    }
    // Kept are limits from the token on, so that tokens of one word share them.
    PhraseMatch operator*() const {
      PhraseMatch match = *at_;
      match.limit_token += token_;
      return match;
    }
    Iterator& operator++() {
      ++at_;
      Settle();
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    void Settle() {
      while (at_ != end_ && (kinds_ & KindBit(at_->kind)) == 0) ++at_;
    }
    const PhraseMatch* at_;
    const PhraseMatch* end_;
    uint64_t kinds_;
    uint32_t token_;
  };

  PhraseMatches() = default;
  PhraseMatches(const PhraseMatch* first, uint32_t count, uint64_t kinds,
                uint32_t token)
      : first_(first), end_(first + count), kinds_(kinds), token_(token) {}

  Iterator begin() const { return {first_, end_, kinds_, token_}; }
  Iterator end() const { return {end_, end_, kinds_, token_}; }
  bool empty() const { return begin() == end(); }
  PhraseMatch front() const { return *begin(); }  // not empty

 private:
  const PhraseMatch* first_ = nullptr;
  const PhraseMatch* end_ = nullptr;
  uint64_t kinds_ = 0;
  uint32_t token_ = 0;
};

// The phrases that are a word of these readings and no more, and the nodes
// where longer ones go on: what is to stand in KnownWord::alone and nodes.
struct WordPhrases {
  std::vector<PhraseMatch> alone;
  std::array<Lexicon::Node, 4> nodes{};
  bool goes_on = false;  // is one of `nodes` not 0?
};
WordPhrases LookUpWord(const Lexicon& lexicon, uint8_t language_index,
                       const KnownWord& word);

// All phrases of the wanted kinds that start at `token`, longest first, then
// by rule index. Looks through all readings of the first token (its clitics
// taken off) and of the following ones; only rules of the document's language
// and shared ones, except kinds kEntities and kNames, which every language
// sees. A phrase never crosses a newline.
//
//   "وبكلفة" with rule ar.noun.cost {كلفة}: one match, proclitics And|By.
//
// What is found is kept in the Document, which must be asked with one lexicon
// only. Cost: a walk of the trie the first time a token is asked about, then a
// look at what was found.
const FoundPhrases::AtToken& LookForPhrases(const Lexicon& lexicon,
                                            const Document& document,
                                            uint32_t token);
inline PhraseMatches MatchPhrases(const Lexicon& lexicon,
                                  const Document& document, uint32_t token,
                                  uint64_t kinds) {
  if (token >= document.tokens.size()) return {};
  const Token& first = document.tokens[token];
  if ((first.starts & kinds) == 0) return {};
  const KnownWord& word = *first.word;
  if (word.nodes == nullptr) {
    if ((word.alone_kinds & kinds) == 0) return {};
    return {word.alone, word.alone_count, kinds, token};
  }
  FoundPhrases::AtToken at = document.phrases.At(token);
  if (!at.known) at = LookForPhrases(lexicon, document, token);
  if ((at.kinds & kinds) == 0) return {};
  return {at.first, at.count, kinds, token};
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_LEXICON_H_
