#ifndef CROSSCHECK_CHECKER_CLAIM_PROFILE_H_
#define CROSSCHECK_CHECKER_CLAIM_PROFILE_H_

#include <vector>

#include "checker/claim/sentence_view.h"
#include "checker/model/claim.h"
#include "checker/model/document.h"

namespace crosscheck {

// Gathers an article's profile: the features of the sentences read, the
// headline's apart, and hashes of its runs of words.
//
// Shingles are runs of eight words, kept where their hash is divisible by
// four: two articles that share a long run of words share some of them.
class ProfileMaker {
 public:
  explicit ProfileMaker(const Document& document) : document_(document) {}

  void Add(const SentenceView& view, bool is_title);
  ArticleProfile Finish();

 private:
  const Document& document_;
  ArticleProfile profile_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_PROFILE_H_
