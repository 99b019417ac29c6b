#ifndef CROSSCHECK_CHECKER_MODEL_KNOWN_WORD_H_
#define CROSSCHECK_CHECKER_MODEL_KNOWN_WORD_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace crosscheck {

// Identifies a word of the lexicon; 0 is "not in the lexicon".
using WordId = uint32_t;

// One way to look a word up: the word itself, or what is left after known
// clitics are taken off ("وبكلفة" -> "كلفة" after "و" and "ب"). Lengths are
// bytes of the folded token. `proclitics` are bits of Clitic.
struct WordReading {
  WordId word = 0;
  uint8_t prefix_bytes = 0;
  uint8_t suffix_bytes = 0;
  uint16_t proclitics = 0;
};

// What the claims step knows of a word, once it has asked.
struct WordFacts {
  uint64_t key = 0;
  uint64_t sound_key = 0;  // where `with_sounds`; left out to be shown only
  uint32_t stem_word = 0;  // lexicon id of the stem
  bool stop = false;
  bool joined = false;  // an "and" clitic stands before a known word
  bool known = false;
  bool with_sounds = false;
};

// A folded word of one language and what is known of it wherever it stands, so
// that a word that comes again, in this article or the next, is looked up once.
//
// `readings` hold up to four look-ups, the whole word first; the count of those
// in use is `reading_count`. `starts` has a bit (1 << RuleKind) for each kind
// of rule that has a phrase beginning with one of them. `hash` is
// WordHash(text).
struct KnownWord {
  uint64_t hash = 0;
  std::string_view text;
  uint32_t starts = 0;
  uint8_t reading_count = 0;
  uint8_t letters = 0;  // characters; 255 stands for more
  WordFacts facts;
  std::array<WordReading, 4> readings;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_KNOWN_WORD_H_
