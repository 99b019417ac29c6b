#ifndef CROSSCHECK_CHECKER_MODEL_DOCUMENT_H_
#define CROSSCHECK_CHECKER_MODEL_DOCUMENT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/known_word.h"
#include "checker/model/phrase_match.h"
#include "checker/model/span.h"

namespace crosscheck {

class ReadNumbers;  // see quantity/number_reader.h

enum class TokenKind : uint8_t {
  kWord,    // letters (and marks) of one script; "AT&T" and "don't" are one
  kDigits,  // a run of digits of one system, no marks inside
  kPunct,   // one punctuation character, or one run of the same ("...", "--")
  kSymbol,  // one symbol: $ % ° ½ + = …
};

enum class Script : uint8_t { kNone, kLatin, kArabic, kOther };

// Bits of WordReading::proclitics: what a clitic means, by the `means` of its
// rule in rules/<language>/clitics.yaml.
enum Clitic : uint16_t {
  kCliticAnd = 1,
  kCliticThen = 2,
  kCliticBy = 4,
  kCliticFor = 8,
  kCliticAs = 16,
  kCliticThe = 32,
  kCliticPossessive = 64,
  kCliticOther = 128,
};

// A token. `begin`/`end` are bytes of Document::folded; `raw` are bytes of
// Article::text. Letters glued to digits make two tokens ("9أشخاص", "5bn"),
// with `glued` true on the second. `word` is what is known of it wherever it
// stands; `readings` (in number `reading_count`) and `starts` are those of
// `word`, at hand.
struct Token {
  uint32_t begin = 0;
  uint32_t end = 0;
  Span raw;
  TokenKind kind = TokenKind::kWord;
  Script script = Script::kNone;
  bool glued = false;         // no blank before it
  bool starts_line = false;   // first token after a newline (or of the text)
  bool capital = false;       // first letter is upper case
  bool all_capitals = false;  // two or more letters, all upper case
  uint8_t reading_count = 0;
  uint32_t starts = 0;
  const WordReading* readings = nullptr;
  KnownWord* word = nullptr;
};

// A sentence, heading or list line: tokens [first_token, limit_token).
struct Sentence {
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  Span raw;                 // bytes of Article::text, trimmed of blanks
  uint32_t paragraph = 0;   // from 0; the headline is its own paragraph
  bool is_title = false;    // the headline
  bool is_heading = false;  // a short line with no final mark
};

// An article's text made ready to read: folded (one form for letters and
// digits that count as the same), cut into tokens and sentences, words looked
// up in the Rulebook's lexicon. Indexes, not pointers: cheap to move.
//
// `phrases` and `numbers` are filled as phrases and numbers are looked for, and
// `words`, which is lent to this Document alone, as words are: one thread at a
// time reads a Document.
//
// Invariant: tokens are in order; sentences cover all tokens, in order,
// without overlap; every raw span lies on UTF-8 boundaries of the text.
struct Document {
  std::string language;        // "ar", "en"
  uint8_t language_index = 0;  // index into Rulebook::languages()
  std::string folded;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::shared_ptr<void> words;  // holds what Token::word points at
  mutable FoundPhrases phrases;
  mutable std::shared_ptr<ReadNumbers> numbers;

  std::string_view Folded(uint32_t token) const {
    const Token& t = tokens[token];
    return std::string_view(folded).substr(t.begin, t.end - t.begin);
  }
};

// "Monday's": says whose the next thing is.
inline bool IsPossessive(const Document& document, uint32_t token) {
  return document.Folded(token).ends_with("'s");
}

// The sentence that holds the token. Cost: O(log sentences).
uint32_t SentenceOf(const Document& document, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_DOCUMENT_H_
