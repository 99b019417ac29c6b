#ifndef CROSSCHECK_CHECKER_MODEL_KNOWN_WORD_H_
#define CROSSCHECK_CHECKER_MODEL_KNOWN_WORD_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "checker/model/phrase_match.h"

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
  uint32_t noun_node = 0;  // of the lexicon, where phrases of nouns go on; or 0
  bool stop = false;
  bool governs = false;    // a preposition: what stands behind it hangs on it
  bool ends_name = false;  // no noun phrase goes on past it: "also", "in"
  bool joined = false;     // an "and" clitic stands before a known word
  bool known = false;
  bool with_sounds = false;
};

// What the readers of figures know of a word, once they have asked: does a
// figure ever begin with it?
enum class FigureStart : uint8_t { kUnknown, kNever, kMayBe };

// A folded word of one language and what is known of it wherever it stands, so
// that a word that comes again, in this article or the next, is looked up once.
//
// `readings` hold up to four look-ups, the whole word first; the count of those
// in use is `reading_count`. `starts` has a bit (1 << RuleKind) for each kind
// of rule that has a phrase beginning with one of them. `hash` is
// WordHash(text). `alone` are the phrases that are this word and no more, as
// MatchPhrases gives them but with a limit of 1; `nodes` are those of the
// lexicon where longer ones go on, by reading, 0 where none does, or null where
// none does at all.
//
// Sixty-four bytes are what a processor fetches at once: the first of them tell
// a word and most of what is asked of it, the second what readers of figures
// and sentences ask.
struct alignas(64) KnownWord {
  uint64_t hash = 0;
  uint64_t head = 0;  // the first eight bytes of `text`, the first the lowest
  std::string_view text;
  uint32_t starts = 0;
  uint8_t reading_count = 0;
  uint8_t letters = 0;  // characters; 255 stands for more
  FigureStart figure_start = FigureStart::kUnknown;
  uint32_t alone_kinds = 0;
  uint32_t alone_count = 0;
  const PhraseMatch* alone = nullptr;
  const std::array<uint32_t, 4>* nodes = nullptr;
  std::array<WordReading, 4> readings;
  WordFacts facts;
};
static_assert(sizeof(KnownWord) == 128);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_KNOWN_WORD_H_
