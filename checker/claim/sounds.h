#ifndef CROSSCHECK_CHECKER_CLAIM_SOUNDS_H_
#define CROSSCHECK_CHECKER_CLAIM_SOUNDS_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The consonant skeleton of a name, the same in every script as far as the
// letters of rules/<language>/letters.yaml say so: how names meet across
// scripts and spellings. Coarse on purpose; it is evidence, never identity.
// Repeated consonants count once. Thread-safe.
//
//   Skeleton("harambe")  // "rmb"
//   Skeleton("هارامبي")   // "rmb"   (the same name in Arabic)
class Sounds {
 public:
  explicit Sounds(const Rulebook& rules);

  std::string Skeleton(std::string_view folded_word) const;

 private:
  // By first byte: (letters, sound), longest letters first.
  std::vector<std::pair<std::string, std::string>> pairs_[256];
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_SOUNDS_H_
