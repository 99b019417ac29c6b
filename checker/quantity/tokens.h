#ifndef CROSSCHECK_CHECKER_QUANTITY_TOKENS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TOKENS_H_

#include <cstdint>
#include <string_view>

#include "checker/model/document.h"

namespace crosscheck {

// Small questions about a token that every reader of figures asks.

// Is there such a token, on the line of the one before it?
inline bool OnLine(const Document& document, uint32_t token) {
  return token < document.tokens.size() && !document.tokens[token].starts_line;
}

inline bool IsText(const Document& document, uint32_t token,
                   std::string_view text) {
  return token < document.tokens.size() && document.Folded(token) == text;
}

// A comma of either script.
inline bool IsComma(const Document& document, uint32_t token) {
  return IsText(document, token, ",") || IsText(document, token, "،");
}

inline bool IsGlued(const Document& document, uint32_t token) {
  return token < document.tokens.size() && document.tokens[token].glued;
}

inline bool IsWord(const Document& document, uint32_t token) {
  return token < document.tokens.size() &&
         document.tokens[token].kind == TokenKind::kWord;
}

inline bool IsDigits(const Document& document, uint32_t token) {
  return token < document.tokens.size() &&
         document.tokens[token].kind == TokenKind::kDigits;
}

// Does a phrase of one of these kinds of rules start here?
inline bool Starts(const Document& document, uint32_t token, uint64_t kinds) {
  return token < document.tokens.size() &&
         (document.tokens[token].starts & kinds) != 0;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TOKENS_H_
