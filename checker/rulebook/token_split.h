#ifndef CROSSCHECK_CHECKER_RULEBOOK_TOKEN_SPLIT_H_
#define CROSSCHECK_CHECKER_RULEBOOK_TOKEN_SPLIT_H_

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "checker/model/document.h"
#include "checker/rulebook/word_hash.h"

namespace crosscheck {

// A token of folded text, before anything is known of its raw bytes.
struct SplitToken {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint64_t head = 0;  // HeadBytes of its text
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
  bool Next(SplitToken& token) {
    if (NextPlain(token)) return true;
    // Of its own, so that what most tokens are stays in registers.
    SplitToken any;
    if (!NextOfAny(any)) return false;
    any.head = HeadBytes(text_.data() + any.begin, any.end - any.begin,
                         text_.size() - any.begin);
    token = any;
    return true;
  }

 private:
  // A word of small ASCII letters behind one blank at most, as most tokens are;
  // false, and nothing done, where none stands there.
  bool NextPlain(SplitToken& token) {
    size_t at = at_;
    const bool blank = at < text_.size() && text_[at] == ' ';
    if (blank) ++at;
    if (at < text_.size() && static_cast<signed char>(text_[at]) < 0) {
      return false;
    }
    size_t end = at;
    uint64_t head = 0;
    for (;;) {
      if (end + sizeof(uint64_t) >= text_.size()) return false;
      uint64_t eight = 0;
      std::memcpy(&eight, text_.data() + end, sizeof(eight));
      const uint64_t others = ~SmallLetters(eight) & kTops;
      if (others != 0) {
        // All bytes below the first that is none.
        if (end == at) head = eight & (((others & -others) >> 7) - 1);
        end += static_cast<size_t>(std::countr_zero(others)) / 8;
        break;
      }
      if (end == at) head = eight;
      end += sizeof(eight);
    }
    if (end == at) return false;
    const auto next = static_cast<unsigned char>(text_[end]);
    // What may be of the word; behind one letter a stop: "u.s.".
    if (next >= 0x80 || (next >= 'A' && next <= 'Z') || next == '\'' ||
        next == '&' || (next == '.' && end == at + 1)) {
      return false;
    }
    token = {static_cast<uint32_t>(at),
             static_cast<uint32_t>(end),
             head,
             TokenKind::kWord,
             Script::kLatin,
             glued_ && !blank,
             after_newline_};
    glued_ = true;
    after_newline_ = false;
    at_ = end;
    return true;
  }
  bool NextOfAny(SplitToken& token);

  static constexpr uint64_t kEach = 0x0101010101010101;
  static constexpr uint64_t kTops = kEach * 0x80;
  // The top bit of each byte that is a small ASCII letter.
  static uint64_t SmallLetters(uint64_t eight) {
    const uint64_t low = eight & ~kTops;
    const uint64_t from_a = low + kEach * (0x80 - 'a');
    const uint64_t beyond_z = low + kEach * (0x80 - 'z' - 1);
    return from_a & ~beyond_z & ~eight & kTops;
  }

  std::string_view text_;
  size_t at_ = 0;
  bool glued_ = false;
  bool after_newline_ = true;
};

// All of them.
std::vector<SplitToken> SplitTokens(std::string_view folded);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_TOKEN_SPLIT_H_
