#ifndef CROSSCHECK_CHECKER_QUANTITY_PHRASE_BEFORE_H_
#define CROSSCHECK_CHECKER_QUANTITY_PHRASE_BEFORE_H_

#include <cstdint>
#include <optional>

#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// A phrase that ends where a figure begins.
struct PhraseBefore {
  uint32_t first_token = 0;
  uint32_t rule = 0;
  uint8_t prefix_bytes = 0;  // clitics of its first token
};

// The longest phrase of `kind` that ends right before `token`, on its line,
// whose rule passes `wanted`; looks back at most six tokens.
template <typename Wanted>
std::optional<PhraseBefore> FindPhraseBefore(const Rulebook& rules,
                                             const Document& document,
                                             uint32_t token, RuleKind kind,
                                             const Wanted& wanted) {
  std::optional<PhraseBefore> found;
  for (uint32_t back = 1; back <= 6 && back <= token; ++back) {
    if (document.tokens[token - back + 1].starts_line) break;
    for (const PhraseMatch& match :
         MatchPhrases(rules.lexicon(), document, token - back, KindBit(kind))) {
      if (match.limit_token == token && wanted(match.rule)) {
        found = PhraseBefore{token - back, match.rule, match.prefix_bytes};
        break;
      }
    }
  }
  return found;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_PHRASE_BEFORE_H_
