#include "checker/quantity/capitals.h"

namespace crosscheck {

bool AllCapitals(const Document& document, uint32_t first, uint32_t limit) {
  for (uint32_t t = first; t < limit; ++t) {
    if (IsWord(document, t) && !document.tokens[t].capital) return false;
  }
  return true;
}

bool IsTitleCase(const Document& document, const Sentence& sentence) {
  uint32_t words = 0, capitals = 0;
  for (uint32_t t = sentence.first_token + 1; t < sentence.limit_token; ++t) {
    const Token& token = document.tokens[t];
    if (token.kind != TokenKind::kWord || token.script != Script::kLatin) {
      continue;
    }
    // Short words stay small in headlines too.
    if (token.end - token.begin < 4) continue;
    ++words;
    capitals += token.capital;
  }
  return words == 0 || capitals * 2 > words;
}

}  // namespace crosscheck
