#ifndef CROSSCHECK_CHECKER_TEXT_FOLD_TEXT_H_
#define CROSSCHECK_CHECKER_TEXT_FOLD_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/document.h"
#include "checker/model/span.h"
#include "checker/rulebook/fold_table.h"

namespace crosscheck {

// Folded text with the way back, kept as runs: the characters of a run are as
// long folded as they were raw, so one offset serves them all; a character
// whose length changed is a run by itself, of which no byte is told from
// another. Combining marks belong to the letter before them, which ends its
// run; direction marks belong to none.
//
//   raw:    أُ و ل ى     folded: ا و ل ي      runs: {ا} {و ل ي}
//           4 bytes +…          2 bytes each
struct FoldedText {
  struct Run {
    uint32_t folded_begin = 0;
    uint32_t raw_begin = 0;
    uint32_t raw_end = 0;  // its combining marks included
    bool whole = false;    // one character whose length changed
  };
  std::string text;
  std::vector<Run> runs;  // in order; the last one stands behind the text
};

// Leads folded bytes back to raw ones. Spans are asked for in order: each
// begins no earlier than the one before. Cost: one pass over the runs in all.
class WayBack {
 public:
  explicit WayBack(const FoldedText& folded) : runs_(folded.runs) {}

  // Raw bytes of folded bytes [begin, end), which is not empty and lies on
  // character boundaries.
  Span RawSpan(uint32_t begin, uint32_t end) {
    // Most spans lie inside the run of the one before.
    if (end < limit_) return {begin + offset_, end + offset_};
    return RawSpanOfAny(begin, end);
  }

 private:
  Span RawSpanOfAny(uint32_t begin, uint32_t end);
  uint32_t LimitOf(size_t run) const { return runs_[run + 1].folded_begin; }

  const std::vector<FoldedText::Run>& runs_;
  size_t at_ = 0;
  // Of the run at `at_`, where one offset serves all of it; else the limit is
  // 0.
  uint32_t limit_ = 0;
  uint32_t offset_ = 0;
};

// Cost: one pass.
FoldedText FoldText(std::string_view raw, const FoldTable& table);

// Sets Token::capital and all_capitals from the raw word: a letter is upper
// case when folding changes it to an ASCII lower-case letter it is not.
void SetOddCapitals(std::string_view raw_word, const FoldTable& table,
                    Token& token);
inline void SetCapitals(std::string_view raw_word, const FoldTable& table,
                        Token& token) {
  // Letters of scripts without capitals, their marks too.
  if (token.script == Script::kArabic || raw_word.empty()) return;
  // Most words are small letters, or so after the first.
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool small_first = is_small(raw_word[0]);
  const bool capital_first = raw_word[0] >= 'A' && raw_word[0] <= 'Z';
  if ((small_first || capital_first) && raw_word.size() > 1 &&
      is_small(raw_word[1])) {
    // A second letter that is small leaves nothing to tell.
    token.capital = capital_first;
    return;
  }
  SetOddCapitals(raw_word, table, token);
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_TEXT_FOLD_TEXT_H_
