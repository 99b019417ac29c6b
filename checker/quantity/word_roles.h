#ifndef CROSSCHECK_CHECKER_QUANTITY_WORD_ROLES_H_
#define CROSSCHECK_CHECKER_QUANTITY_WORD_ROLES_H_

#include <cassert>
#include <cstdint>
#include <vector>

#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Which roles the phrases play that begin with a word, a bit (1 << role) each:
// whoever wants a phrase of some role is told at a look that none begins at
// most tokens. Thread-safe once built. Cost: a look for each reading.
class WordRoles {
 public:
  // The rule's phrases play the role.
  void Add(const Rulebook& rules, uint32_t rule, int role) {
    assert(role < 64 && "a role has a bit");
    for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
      const WordId word = forms.words()[0];
      if (word >= roles_.size()) roles_.resize(word + 1);
      roles_[word] |= uint64_t{1} << role;
    }
  }
  // May a phrase that plays one of the roles begin with the token?
  bool MayPlay(const Token& token, uint64_t roles) const {
    for (int r = 0; r < token.reading_count; ++r) {
      const WordId word = token.readings[r].word;
      if (word < roles_.size() && (roles_[word] & roles) != 0) return true;
    }
    return false;
  }

 private:
  std::vector<uint64_t> roles_;  // by WordId
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_WORD_ROLES_H_
