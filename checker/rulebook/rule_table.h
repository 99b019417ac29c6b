#ifndef CROSSCHECK_CHECKER_RULEBOOK_RULE_TABLE_H_
#define CROSSCHECK_CHECKER_RULEBOOK_RULE_TABLE_H_

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What a step keeps of each rule of some kinds, looked up by the rule's index;
// rules of other kinds all have the one Entry{}. Two bytes for every rule of
// the book and an Entry for each of those kinds: a step starts without touching
// memory for the thousands of rules it never asks about.
//
//   RuleTable<Entry> table(rules, {RuleKind::kUnits});
//   for (uint32_t rule : rules.OfKind(RuleKind::kUnits)) table[rule].x = …;
template <typename Entry>
class RuleTable {
 public:
  RuleTable(const Rulebook& rules, std::initializer_list<RuleKind> kinds)
      : slots_(rules.size()), entries_(1) {
    uint16_t next = 1;
    for (const RuleKind kind : kinds) {
      for (const uint32_t rule : rules.OfKind(kind)) slots_[rule] = next++;
    }
    entries_.resize(next);
  }

  // Only for rules of those kinds.
  Entry& operator[](uint32_t rule) { return entries_[slots_[rule]]; }
  const Entry& operator[](uint32_t rule) const {
    return entries_[slots_[rule]];
  }

 private:
  std::vector<uint16_t> slots_;  // by rule; 0: of another kind
  std::vector<Entry> entries_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_RULE_TABLE_H_
