#ifndef CROSSCHECK_CHECKER_TEXT_READ_DOCUMENT_H_
#define CROSSCHECK_CHECKER_TEXT_READ_DOCUMENT_H_

#include <vector>

#include "checker/model/article.h"
#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"
#include "checker/rulebook/word_table.h"
#include "checker/text/clitics.h"

namespace crosscheck {

// Article -> Document: folds the text, cuts tokens and sentences, looks words
// up. Built once from the rules, which must outlive it; Read is pure and
// thread-safe. Cost: two passes over the bytes, one hash a word.
class DocumentReader {
 public:
  explicit DocumentReader(const Rulebook& rules);
  Document Read(const Article& article) const;
  // Lets go of the words that are kept for the next Read.
  void ForgetWords() const { words_.Clear(); }

 private:
  const Rulebook& rules_;
  std::vector<CliticTable> clitics_;  // by language
  CliticTable no_clitics_;
  mutable WordTablePool words_;
};

// For a single article.
Document ReadDocument(const Article& article, const Rulebook& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_TEXT_READ_DOCUMENT_H_
