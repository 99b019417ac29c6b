#ifndef CROSSCHECK_CHECKER_QUANTITY_CAPITALS_H_
#define CROSSCHECK_CHECKER_QUANTITY_CAPITALS_H_

#include <cstdint>

#include "checker/model/document.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {

// What capitals tell, in scripts that have them. Arabic has none: there every
// answer is the one for no capital.

inline bool IsLatinWord(const Document& document, uint32_t token) {
  return IsWord(document, token) &&
         document.tokens[token].script == Script::kLatin;
}

// Has every word of [first, limit) a capital?
bool AllCapitals(const Document& document, uint32_t first, uint32_t limit);

// Have most words of the sentence one, or has it no word to tell by? It is a
// headline then, where capitals tell nothing. The first word and those of under
// four letters do not count. Cost: the sentence.
//   "Falcon 9 Lifts Off From Florida"      true
//   "The rocket lifted off from Florida"   false
bool IsTitleCase(const Document& document, const Sentence& sentence);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_CAPITALS_H_
