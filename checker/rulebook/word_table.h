#ifndef CROSSCHECK_CHECKER_RULEBOOK_WORD_TABLE_H_
#define CROSSCHECK_CHECKER_RULEBOOK_WORD_TABLE_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "checker/model/known_word.h"
#include "checker/rulebook/word_hash.h"

namespace crosscheck {

// The words of one language met so far. What is handed out stays where it is
// until Clear. Not thread-safe. Cost: one hash a look-up.
class WordTable {
 public:
  explicit WordTable(std::string_view language) : language_(language) {
    Clear();
  }

  const std::string& language() const { return language_; }
  size_t size() const { return count_; }

  // Bring near what Of will touch, the slot first, then the word: tables are
  // larger than the processor's nearest memory.
  void FetchSlot(uint64_t hash) const {
    __builtin_prefetch(&slots_[hash & mask_]);
  }
  void FetchWord(uint64_t hash) const {
    __builtin_prefetch(slots_[hash & mask_].word);
  }

  // The word with this folded text, its HeadBytes and WordHash; where it is
  // new, `learn` fills it in.
  template <typename Learn>
  KnownWord& Of(std::string_view text, uint64_t head, uint64_t hash,
                const Learn& learn) {
    size_t at = hash & mask_;
    for (; slots_[at].word != nullptr; at = (at + 1) & mask_) {
      if (slots_[at].hash != hash) continue;
      KnownWord& word = *slots_[at].word;
      if (word.head == head && word.text.size() == text.size() &&
          (text.size() <= 8 ||
           SameBytes(word.text.data() + 8, text.data() + 8, text.size() - 8))) {
        return word;
      }
    }
    KnownWord& word = Add(text, head, hash, at);
    learn(word);
    return word;
  }
  // A copy of what is known of a word beside itself, for as long as the word.
  template <typename Known>
  const Known* Keep(std::span<const Known> all) {
    static_assert(std::is_trivially_destructible_v<Known>);
    auto* const copy =
        reinterpret_cast<Known*>(Room(all.size_bytes(), alignof(Known)));
    std::uninitialized_copy(all.begin(), all.end(), copy);
    return copy;
  }
  void Clear() {
    count_ = 0;
    blocks_.clear();
    left_ = 0;
    slots_.assign(1 << 12, {});
    mask_ = slots_.size() - 1;
  }

 private:
  struct Slot {
    uint64_t hash = 0;
    KnownWord* word = nullptr;
  };
  static_assert(std::is_trivially_destructible_v<KnownWord>);

  char* Room(size_t bytes, size_t align) {
    constexpr size_t kBlock = size_t{32} << 10;
    size_t skip = -reinterpret_cast<uintptr_t>(next_) % align;
    if (left_ < skip + bytes) {
      left_ = std::max(kBlock, bytes + align);
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
      next_ = blocks_.back().get();
      skip = -reinterpret_cast<uintptr_t>(next_) % align;
    }
    char* const room = next_ + skip;
    next_ = room + bytes;
    left_ -= skip + bytes;
    return room;
  }
  // A word with its text right behind it.
  KnownWord& Store(std::string_view text) {
    char* const room =
        Room(sizeof(KnownWord) + text.size(), alignof(KnownWord));
    KnownWord* const word = new (room) KnownWord;
    char* const copy = room + sizeof(KnownWord);
    std::memcpy(copy, text.data(), text.size());
    word->text = {copy, text.size()};
    return *word;
  }
  // Of its own, so that what most words are stays in registers.
  [[gnu::noinline]] KnownWord& Add(std::string_view text, uint64_t head,
                                   uint64_t hash, size_t slot) {
    KnownWord& word = Store(text);
    word.hash = hash;
    word.head = head;
    slots_[slot] = {hash, &word};
    if (2 * ++count_ > slots_.size()) Grow();
    return word;
  }
  void Grow() {
    std::vector<Slot> slots(2 * slots_.size());
    mask_ = slots.size() - 1;
    for (const Slot& slot : slots_) {
      if (slot.word == nullptr) continue;
      size_t at = slot.hash & mask_;
      while (slots[at].word != nullptr) at = (at + 1) & mask_;
      slots[at] = slot;
    }
    slots_ = std::move(slots);
  }

  std::string language_;
  std::vector<Slot> slots_;  // open addressing, power of two
  size_t mask_ = 0;
  size_t count_ = 0;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  size_t left_ = 0;
};

// Lends tables to one Document at a time and keeps them for the next, until
// Clear. Thread-safe; a table may come back after the pool is gone.
class WordTablePool {
 public:
  void Clear() {
    const std::lock_guard<std::mutex> lock(free_->mutex);
    free_->tables.clear();
  }
  std::shared_ptr<WordTable> Take(std::string_view language) {
    std::unique_ptr<WordTable> taken;
    {
      const std::lock_guard<std::mutex> lock(free_->mutex);
      for (auto& one : free_->tables) {
        if (one->language() != language) continue;
        std::swap(one, free_->tables.back());
        taken = std::move(free_->tables.back());
        free_->tables.pop_back();
        break;
      }
    }
    if (!taken) taken = std::make_unique<WordTable>(language);
    return {taken.release(), [free = free_](WordTable* back) {
              std::unique_ptr<WordTable> one(back);
              if (one->size() > kMostWords) one->Clear();
              const std::lock_guard<std::mutex> lock(free->mutex);
              if (free->tables.size() < kMostFree) {
                free->tables.push_back(std::move(one));
              }
            }};
  }

 private:
  static constexpr size_t kMostFree = 16;
  // Twenty megabytes of news have 50,000 words in English, 100,000 in Arabic;
  // with more the table begins anew. Room for 100,000 saves 2 % of the time in
  // Arabic and costs 24 MB of the peak.
  static constexpr size_t kMostWords = 50000;
  struct Free {
    std::mutex mutex;
    std::vector<std::unique_ptr<WordTable>> tables;
  };
  std::shared_ptr<Free> free_ = std::make_shared<Free>();
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_WORD_TABLE_H_
