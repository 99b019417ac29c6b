#ifndef CROSSCHECK_CHECKER_CLAIM_MENTION_H_
#define CROSSCHECK_CHECKER_CLAIM_MENTION_H_

#include <cstdint>
#include <string_view>

#include "checker/claim/concepts.h"

namespace crosscheck {

// Something said in a sentence: a concept, a name, a word, a reporting verb,
// a scope word, a negation; tokens [first, limit) of the Document.
struct Mention {
  enum Kind : uint8_t {
    kConcept,
    kName,
    kWord,
    kSpeech,
    kScope,
    kNegation,
    kHypothetical,
    kPlanned,
    kPart,
    kNow,
    kCompared,
    kCountOf,  // "the number of": what is counted stands behind it
    kPhrase,   // marks nothing, and so do its words
  };
  Kind kind = kWord;
  uint32_t first = 0;
  uint32_t limit = 0;
  const Concept* idea = nullptr;  // kConcept
  uint32_t rule = 0;              // kSpeech, kScope, kName by rule, …
  bool by_rule = false;           // kName: an entity the rules know
  bool governed = false;          // kName: behind a preposition ("in Lorne")
  std::string_view text;          // canonical name, folded word
  uint64_t key = 0;
  uint64_t sound_key = 0;  // names and words of another script; or 0
  uint32_t stem = 0;       // WordId of the stem; 0 when no rule has it
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_MENTION_H_
