#ifndef CROSSCHECK_CHECKER_QUANTITY_NOUN_PREFIXES_H_
#define CROSSCHECK_CHECKER_QUANTITY_NOUN_PREFIXES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Clitics joined before a noun: "and", "for", the article, by the rules of kind
// clitics. A word is looked at by its letters, since nouns are in no lexicon;
// that a word of its own may begin so is told where the lexicon has it whole.
// English has none: every answer is false. Built once; thread-safe. Cost: a
// comparison for each clitic.
struct NounPrefix {
  std::string text;  // folded
  bool definite = false;
  uint32_t cut_bytes = 0;  // what is no part of the noun: all but the article
};

class NounPrefixes {
 public:
  explicit NounPrefixes(const Rulebook& rules);

  // Longest first.
  const std::vector<NounPrefix>& all() const { return all_; }

  // Does the word begin with a joined "and"? It opens something else then.
  bool BeginsJoined(const Document& document, uint32_t token) const;
  // "28 لنيمار" (for Neymar), "17 للفريق" (for the team): behind a joined
  // preposition stands whose they are or what for, not what is counted.
  bool IsGoverned(const Document& document, uint32_t token) const;
  // Does the word begin with a joined article?
  bool BeginsDefinite(const Document& document, uint32_t token) const;
  // Is the token an article alone, as before digits ("الـ35", the 35)? Where it
  // may be `joined`, also behind letters of its own ("والـ35", and the 35).
  bool IsArticle(const Document& document, uint32_t token,
                 bool joined = true) const;

 private:
  std::vector<NounPrefix> all_;
  std::vector<std::string> and_;
  std::vector<std::string> for_the_;  // لل: never of a counted noun
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NOUN_PREFIXES_H_
