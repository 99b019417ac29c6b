#ifndef CROSSCHECK_CHECKER_RULEBOOK_TOKEN_SPLIT_H_
#define CROSSCHECK_CHECKER_RULEBOOK_TOKEN_SPLIT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "checker/model/document.h"

namespace crosscheck {

// A token of folded text, before anything is known of its raw bytes.
struct SplitToken {
  uint32_t begin = 0;
  uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
  Script script = Script::kNone;
  bool glued = false;  // no blank before it
  bool after_newline = false;
};

// Cuts folded text into tokens; the forms of rules and the text of articles
// are cut alike, which is what makes them meet.
//
// * A word is a run of letters of one script. An apostrophe or ampersand
//   between letters stays inside ("don't", "at&t"); single letters with full
//   stops are one word ("u.s.", "a.m.").
// * Digits are a run of ASCII digits (folding made them so).
// * Any other visible character is a token of its own; a run of one same
//   punctuation character is one ("...").
//
//   "grew 5.6bn" -> grew | 5 | . | 6 | bn     (the last four after "5" glued)
//
// Cost: linear. Unknown scripts count as letters.
class TokenSplitter {
 public:
  explicit TokenSplitter(std::string_view folded) : text_(folded) {}
  // False, and `token` as it was, at the end.
  bool Next(SplitToken& token);

 private:
  std::string_view text_;
  size_t at_ = 0;
  bool glued_ = false;
  bool after_newline_ = true;
};

// All of them.
std::vector<SplitToken> SplitTokens(std::string_view folded);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_TOKEN_SPLIT_H_
