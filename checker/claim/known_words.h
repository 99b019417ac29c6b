#ifndef CROSSCHECK_CHECKER_CLAIM_KNOWN_WORDS_H_
#define CROSSCHECK_CHECKER_CLAIM_KNOWN_WORDS_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "checker/rulebook/stemmer.h"
#include "checker/rulebook/word_hash.h"

namespace crosscheck {

// What the claims step knows of a folded word, wherever it stands.
struct WordFacts {
  uint32_t stem_word = 0;  // lexicon id of the stem
  uint64_t key = 0;
  uint64_t sound_key = 0;  // left out where nothing is linked
  std::string stem;
  bool stop = false;
  bool joined = false;  // an "and" clitic stands before a known word
};

// The words of one language met so far: they come again, in this article and
// in the next. Not thread-safe.
struct KnownWords {
  // Text has no more common words; with more the table begins anew.
  static constexpr size_t kMost = 1 << 14;

  KnownWords(std::string_view for_language, bool has_sounds)
      : language(for_language), with_sounds(has_sounds), stemmer(language) {}

  std::string language;
  bool with_sounds;
  Stemmer stemmer;
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return WordHash(word); }
  };
  std::unordered_map<std::string, WordFacts, Hash, std::equal_to<>> words;
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
        if (one->language != language || one->with_sounds != with_sounds) {
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
    if (one->words.size() > KnownWords::kMost) one->words.clear();
    const std::lock_guard<std::mutex> lock(mutex_);
    if (free_.size() < kMostFree) free_.push_back(std::move(one));
  }

 private:
  static constexpr size_t kMostFree = 16;
  std::mutex mutex_;
  std::vector<std::unique_ptr<KnownWords>> free_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_KNOWN_WORDS_H_
