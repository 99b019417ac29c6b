#ifndef CROSSCHECK_CHECKER_CLAIM_CONCEPTS_H_
#define CROSSCHECK_CHECKER_CLAIM_CONCEPTS_H_

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rule_table.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The kinds of figures named ("count", "money") as a set, a bit each.
uint32_t KindBits(const std::vector<std::string_view>& kinds);
constexpr uint32_t KindBit(QuantityKind kind) {
  return 1u << static_cast<int>(kind);
}

// Is the figure a quantity in a unit that measures one of these ("length")?
bool IsMeasuredIn(const std::vector<std::string_view>& measures,
                  const Quantity& figure);

// A shared concept of rules/shared/nouns.yaml.
struct Concept {
  std::string_view name;    // "death"
  std::string_view group;   // contrast group, "outcome"; may be empty
  std::string_view cls;     // "casualty"; may be empty
  std::string_view is;      // broader concept; may be empty
  std::string_view counts;  // what is counted by it: 12 dead are 12 persons
  std::string_view rule;    // id
  uint64_t key = 0;         // feature key
  bool weak = false;        // too common to tell facts apart
  // The kinds of figures it has that change from day to day, a bit each.
  uint32_t varies = 0;
  // What the units of its figures measure ("length"); empty: anything.
  std::vector<std::string_view> measures;
  // The kinds of figures it can be said of, a bit each: its own, else those of
  // its group's rule. Where it has measures: only quantities in such a unit,
  // and shares and rates of them.
  uint32_t kinds = ~0u;

  // "2 metres" can be a depth, "62 aftershocks" cannot. Cost: a few compares.
  bool CanBe(const Quantity& figure) const;
};

// The concepts by name and by rule: built once, read-only after.
class Concepts {
 public:
  explicit Concepts(const Rulebook& rules);

  // The concept a rule of kind nouns (of any language) points to; null when
  // no shared rule defines it.
  const Concept* OfRule(uint32_t rule) const;
  const Concept* Find(std::string_view name) const;
  // What the rule itself says of a folded word: one of its wordings, or one
  // that shares their stem and means something else (`except`)?
  enum class Says : uint8_t { kNothing, kWording, kExcept };
  bool HasExcept(uint32_t rule) const { return by_rule_[rule].words != 0; }
  Says OfWord(uint32_t rule, std::string_view word) const;
  // What a counted name of that type is ("demonym": 12 Egyptians are persons),
  // by the `names` of its rule; null when no concept says.
  const Concept* OfNames(std::string_view type) const;
  // The keys of what `name` is by `is`, the nearest first.
  std::vector<uint64_t> Broader(std::string_view name) const;
  // The broadest concept of the same contrast group that `idea` is by `is`:
  // an execution is a death where outcomes are told apart.
  const Concept& InGroup(const Concept& idea) const;

 private:
  // What a rule that has an `except` says of words; read when it is first
  // asked for, since few articles ask for many.
  struct Words {
    std::once_flag read;
    absl::flat_hash_map<std::string, Says> says;
  };
  struct Entry {
    uint16_t idea = 0;   // of concepts_, from 1
    uint16_t words = 0;  // of words_, from 1
  };
  const Rulebook& rules_;
  std::vector<Concept> concepts_;
  std::unordered_map<std::string_view, size_t> by_name_;
  std::unordered_map<std::string_view, size_t> by_type_of_name_;
  RuleTable<Entry> by_rule_;
  mutable std::deque<Words> words_;
};

// Feature keys: a hash of what the feature is, the same on every machine.
uint64_t ConceptKey(std::string_view concept_name);
uint64_t NameKey(std::string_view canonical_name);
uint64_t SoundKey(std::string_view skeleton);
uint64_t WordKey(std::string_view language, std::string_view stem);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_CONCEPTS_H_
