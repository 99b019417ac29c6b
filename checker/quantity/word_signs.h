#ifndef CROSSCHECK_CHECKER_QUANTITY_WORD_SIGNS_H_
#define CROSSCHECK_CHECKER_QUANTITY_WORD_SIGNS_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What a word may be, told by how it ends or begins: forms of rules of kind
// numbers with these roles.
enum class WordSign : uint8_t {
  kShownPlural,  // plural_ending: of languages whose plurals show
  kSingular,     // singular_ending: of words that end as such plurals do
  kAdjective,    // adjective_ending
  kNoun,         // noun_ending: of nouns that end as adjectives do
  kPlural,       // shows_plural_ending and sure_plural_ending
  kSurePlural,   // sure_plural_ending
  kPronoun,      // pronoun_ending: whose it is
  kVerb,         // verb_ending: what they did
  kRelative,     // relative_ending: of adjectives made of nouns
  kFeminine,     // feminine_ending
  kPresent,      // present_beginning: of verbs
  kGoverned,     // governed_beginning: of words behind a joined preposition
  kOwnLetter,    // own_first_letter: begins as "and", a preposition or a verb
                 // does, and is one word
};
inline constexpr size_t kWordSigns =
    static_cast<size_t>(WordSign::kOwnLetter) + 1;

// Built once; thread-safe. Cost of a question: the forms of the role.
class WordSigns {
 public:
  explicit WordSigns(const Rulebook& rules);

  // Has the document's language forms of the role?
  bool Has(const Document& document, WordSign sign) const {
    return document.language_index < by_language_.size() &&
           !by_language_[document.language_index][static_cast<size_t>(sign)]
                .empty();
  }
  // Does the folded word at `token` end (begin) so in the document's language,
  // with `least` bytes besides?
  bool Show(const Document& document, uint32_t token, WordSign sign,
            size_t least = 0) const {
    return ShownBytes(document, token, sign, least) > 0;
  }
  // How many bytes of it are that ending (beginning); 0: it has none.
  size_t ShownBytes(const Document& document, uint32_t token, WordSign sign,
                    size_t least = 0) const;

 private:
  using Forms = std::array<std::vector<std::string>, kWordSigns>;
  std::vector<Forms> by_language_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_WORD_SIGNS_H_
