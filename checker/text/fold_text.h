#ifndef CROSSCHECK_CHECKER_TEXT_FOLD_TEXT_H_
#define CROSSCHECK_CHECKER_TEXT_FOLD_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/document.h"
#include "checker/model/span.h"
#include "checker/rulebook/fold_table.h"

namespace crosscheck {

// Folded text with the way back. raw_begin[i] is the raw byte where the
// character that gave folded byte i begins, raw_end[i] where it ends,
// combining marks after it included (they belong to their letter), direction
// marks after it not.
//
//   raw:    أُ و ل ى     folded: ا و ل ي      each folded letter leads to its
//   own
//           4 bytes +…          2 bytes each
struct FoldedText {
  std::string text;
  std::vector<uint32_t> raw_begin;
  std::vector<uint32_t> raw_end;

  // Raw bytes of folded bytes [begin, end), which is not empty.
  Span RawSpan(uint32_t begin, uint32_t end) const {
    return {raw_begin[begin], raw_end[end - 1]};
  }
};

// Cost: one pass.
FoldedText FoldText(std::string_view raw, const FoldTable& table);

// Sets Token::capital and all_capitals from the raw word: a letter is upper
// case when folding changes it to an ASCII lower-case letter it is not.
void SetCapitals(std::string_view raw_word, const FoldTable& table,
                 Token& token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_TEXT_FOLD_TEXT_H_
