#ifndef CROSSCHECK_CHECKER_QUANTITY_DUAL_NOUNS_H_
#define CROSSCHECK_CHECKER_QUANTITY_DUAL_NOUNS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checker/model/document.h"
#include "checker/quantity/noun_prefixes.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// A word that says two of what it names: "شخصين".
struct DualNoun {
  uint32_t rule = 0;
  std::string_view singular;  // folded
  uint32_t prefix_bytes = 0;  // clitics joined before it, the article apart
  bool definite = false;
};

// The words that say two of what they name. Made from the singulars of rules of
// kind numbers, roles counted and counted_person, by the endings of role
// dual_ending and dual_or_plural_ending; what an ending changes in the word
// ("ة" to "ت") is in its `joins`. Built once; thread-safe. Cost: a look at the
// last byte for most words, else the endings and a hash look-up for each
// clitic.
//
//   At "شخصين" (two persons)       singular "شخص"
//   At "والشخصين" (and the two)    the same, definite
//   At "مهندسين" (engineers)       nullopt: a plural that ends as duals do
class DualNouns {
 public:
  // `prefixes` must outlive it.
  DualNouns(const Rulebook& rules, const NounPrefixes& prefixes);

  std::optional<DualNoun> At(const Document& document, uint32_t token) const;
  // Does the word only end as duals do?
  bool EndsAsDual(const Document& document, uint32_t token) const;

 private:
  struct Singular {
    uint32_t rule = 0;
    std::string word;
  };
  const NounPrefixes& prefixes_;
  std::vector<std::string> endings_;
  std::array<bool, 256> ends_dual_{};  // by last byte: most words end with none
  std::unordered_map<std::string, Singular> duals_;  // by folded dual
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_DUAL_NOUNS_H_
