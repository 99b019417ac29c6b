#ifndef CROSSCHECK_CHECKER_QUANTITY_WORD_ROLES_H_
#define CROSSCHECK_CHECKER_QUANTITY_WORD_ROLES_H_

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Roles that rules of one kind play, fewer than 64 of them.
template <typename Role>
class RoleSet {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): written as a list of roles
  constexpr RoleSet(std::initializer_list<Role> roles) {
    for (const Role role : roles) bits_ |= Bit(role);
  }
  constexpr bool Has(Role role) const { return (bits_ & Bit(role)) != 0; }
  constexpr uint64_t bits() const { return bits_; }
  static constexpr uint64_t Bit(Role role) {
    return uint64_t{1} << static_cast<int>(role);
  }

 private:
  uint64_t bits_ = 0;
};

// Which roles the phrases play that begin with a word: whoever wants a phrase
// of some role is told at a look that none begins at most tokens. Thread-safe
// once built. Cost: a look for each reading.
template <typename Role>
class WordRoles {
 public:
  // The rule's phrases play the role.
  void Add(const Rulebook& rules, uint32_t rule, Role role) {
    for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
      const WordId word = forms.words()[0];
      if (word >= roles_.size()) roles_.resize(word + 1);
      roles_[word] |= RoleSet<Role>::Bit(role);
    }
  }
  // May a phrase that plays one of the roles begin with the token?
  bool MayPlay(const Token& token, RoleSet<Role> roles) const {
    for (int r = 0; r < token.reading_count; ++r) {
      const WordId word = token.readings[r].word;
      if (word < roles_.size() && (roles_[word] & roles.bits()) != 0)
        return true;
    }
    return false;
  }

 private:
  std::vector<uint64_t> roles_;  // by WordId
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_WORD_ROLES_H_
