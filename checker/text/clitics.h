#ifndef CROSSCHECK_CHECKER_TEXT_CLITICS_H_
#define CROSSCHECK_CHECKER_TEXT_CLITICS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/document.h"
#include "checker/rulebook/lexicon.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The clitics of one language, from rules/<language>/clitics.yaml, and the
// look-up of a word with and without them.
//
// Failure: none; a word with no reading has reading_count 0.
// Cost: one hash for the word, one more for each clitic it begins or ends
// with (Arabic: rarely over three).
class CliticTable {
 public:
  CliticTable(const Rulebook& rules, uint8_t language);

  // Fills the readings of `word`, a token of this kind: the whole word first,
  // then the word without each clitic before it, shortest clitic first, then
  // without those after it.
  void LookUp(const Lexicon& lexicon, TokenKind kind, KnownWord& word) const;

 private:
  struct Affix {
    std::string text;
    uint16_t bits = 0;
    uint8_t keep_letters = 2;
  };
  // By a byte of the word, so that few are tried: its second, which tells
  // Arabic letters apart, and its last. Shortest first.
  std::array<std::vector<Affix>, 256> before_;
  std::array<std::vector<Affix>, 256> after_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_TEXT_CLITICS_H_
