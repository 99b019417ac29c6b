#ifndef CROSSCHECK_CHECKER_CLAIM_KNOWN_WORDS_H_
#define CROSSCHECK_CHECKER_CLAIM_KNOWN_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/rulebook/stemmer.h"
#include "checker/rulebook/word_hash.h"

namespace crosscheck {

// What the claims step knows of a folded word, wherever it stands.
struct WordFacts {
  uint64_t key = 0;
  uint64_t sound_key = 0;  // left out where nothing is linked
  uint32_t stem_word = 0;  // lexicon id of the stem
  bool stop = false;
  bool joined = false;  // an "and" clitic stands before a known word
};

// The words of one language met so far: they come again, in this article and
// in the next. What is handed out stays where it is until Clear. Not
// thread-safe.
class KnownWords {
 public:
  KnownWords(std::string_view language, bool with_sounds)
      : language_(language), with_sounds_(with_sounds), stemmer_(language_) {
    Clear();
  }

  const std::string& language() const { return language_; }
  bool with_sounds() const { return with_sounds_; }
  const Stemmer& stemmer() const { return stemmer_; }
  size_t size() const { return entries_.size(); }

  // The facts of `word`; where it is new, those that `learn` fills in.
  template <typename Learn>
  const WordFacts& Of(std::string_view word, const Learn& learn) {
    const auto hash = static_cast<uint32_t>(WordHash(word));
    size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].entry != 0; at = (at + 1) & (slots_.size() - 1)) {
      const Entry& entry = entries_[slots_[at].entry - 1];
      if (slots_[at].hash == hash &&
          std::string_view(texts_).substr(entry.text_begin, entry.text_size) ==
              word) {
        return entry.facts;
      }
    }
    Entry& entry = entries_.emplace_back();
    entry.text_begin = texts_.size();
    entry.text_size = word.size();
    texts_ += word;
    slots_[at] = {hash, static_cast<uint32_t>(entries_.size())};
    learn(entry.facts);
    if (2 * entries_.size() > slots_.size()) Grow();
    return entry.facts;
  }
  void Clear() {
    entries_.clear();
    texts_.clear();
    slots_.assign(1 << 12, {});
  }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t entry = 0;  // from 1
  };
  struct Entry {
    WordFacts facts;
    size_t text_begin = 0;
    size_t text_size = 0;
  };
  void Grow() {
    std::vector<Slot> slots(4 * slots_.size());
    for (const Slot& slot : slots_) {
      if (slot.entry == 0) continue;
      size_t at = slot.hash & (slots.size() - 1);
      while (slots[at].entry != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = slot;
    }
    slots_ = std::move(slots);
  }

  std::string language_;
  bool with_sounds_;
  Stemmer stemmer_;
  std::vector<Slot> slots_;  // open addressing, power of two
  std::deque<Entry> entries_;
  std::string texts_;
};

// Lends tables to one article at a time and keeps them for the next.
// Thread-safe.
class KnownWordsPool {
 public:
  std::unique_ptr<KnownWords> Take(std::string_view language,
                                   bool with_sounds) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      for (auto& one : free_) {
        if (one->language() != language || one->with_sounds() != with_sounds) {
          continue;
        }
        std::swap(one, free_.back());
        std::unique_ptr<KnownWords> taken = std::move(free_.back());
        free_.pop_back();
        return taken;
      }
    }
    return std::make_unique<KnownWords>(language, with_sounds);
  }
  void GiveBack(std::unique_ptr<KnownWords> one) {
    if (one->size() > kMostWords) one->Clear();
    const std::lock_guard<std::mutex> lock(mutex_);
    if (free_.size() < kMostFree) free_.push_back(std::move(one));
  }

 private:
  static constexpr size_t kMostFree = 16;
  // Text has few more words that come again; with more the table begins anew.
  static constexpr size_t kMostWords = 1 << 14;
  std::mutex mutex_;
  std::vector<std::unique_ptr<KnownWords>> free_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_KNOWN_WORDS_H_
