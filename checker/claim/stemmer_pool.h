#ifndef CROSSCHECK_CHECKER_CLAIM_STEMMER_POOL_H_
#define CROSSCHECK_CHECKER_CLAIM_STEMMER_POOL_H_

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/rulebook/stemmer.h"

namespace crosscheck {

// Lends a stemmer of a language to one article at a time and keeps it for the
// next. Thread-safe.
class StemmerPool {
 public:
  struct Lent {
    std::string language;
    std::unique_ptr<const Stemmer> stemmer;
  };
  Lent Take(std::string_view language) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      for (Lent& one : free_) {
        if (one.language != language) continue;
        std::swap(one, free_.back());
        Lent taken = std::move(free_.back());
        free_.pop_back();
        return taken;
      }
    }
    return {std::string(language), std::make_unique<const Stemmer>(language)};
  }
  void GiveBack(Lent one) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (free_.size() < kMostFree) free_.push_back(std::move(one));
  }

 private:
  static constexpr size_t kMostFree = 16;
  std::mutex mutex_;
  std::vector<Lent> free_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_STEMMER_POOL_H_
