#ifndef CROSSCHECK_CHECKER_TEXT_SENTENCES_H_
#define CROSSCHECK_CHECKER_TEXT_SENTENCES_H_

#include <vector>

#include "checker/model/article.h"
#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Cuts the tokens of a document into sentences. A line always ends one. Inside
// a line a sentence ends after . ! ? ؟ … (with closing quotes and brackets)
// when something follows that can begin one: for a full stop, a blank must
// follow, the word before must be no abbreviation (rules of kind sentences,
// role abbreviation) or single initial, and a Latin word after it must not
// begin in lower case. Quotation marks are never paired.
//
//   "It cost $5.6 million. The U.S. said so."   // two sentences
//   "للمجتهدين.. لا للأغنياء فقط"                  // one: two stops are no end
//                                               // (a title's pause)
// Cost: linear.
std::vector<Sentence> CutSentences(const Article& article,
                                   const Document& document,
                                   const Rulebook& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_TEXT_SENTENCES_H_
