#ifndef CROSSCHECK_CHECKER_CLAIM_PROFILE_H_
#define CROSSCHECK_CHECKER_CLAIM_PROFILE_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "checker/claim/sentence_view.h"
#include "checker/model/claim.h"
#include "checker/model/document.h"

namespace crosscheck {

// Gathers an article's profile: the features of the sentences read, and hashes
// of its runs of words.
//
// Shingles are runs of eight words, kept where their hash is divisible by
// four: two articles that share a long run of words share some of them.
class ProfileMaker {
 public:
  explicit ProfileMaker(const Document& document) : document_(document) {}

  void Add(const SentenceView& view);
  ArticleProfile Finish();

 private:
  const Document& document_;
  std::vector<std::pair<uint64_t, ProfileKind>> found_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_PROFILE_H_
