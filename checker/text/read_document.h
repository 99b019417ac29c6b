#ifndef CROSSCHECK_CHECKER_TEXT_READ_DOCUMENT_H_
#define CROSSCHECK_CHECKER_TEXT_READ_DOCUMENT_H_

#include "checker/model/article.h"
#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Article -> Document: folds the text, cuts tokens and sentences, looks words
// up. Pure. Cost: one pass over the bytes, one hash a word.
Document ReadDocument(const Article& article, const Rulebook& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_TEXT_READ_DOCUMENT_H_
