#ifndef CROSSCHECK_CHECKER_INTAKE_DRAFT_H_
#define CROSSCHECK_CHECKER_INTAKE_DRAFT_H_

#include <functional>
#include <string>
#include <vector>

#include "checker/intake/metadata.h"
#include "checker/model/article.h"

namespace crosscheck {

// An article as the reader of its format leaves it: text, pieces, title_span
// and source are set; metadata are as written, site lines still in.
struct Draft {
  Article article;
  Metadata metadata;
  // What the reader had to do, or could not, each with the place inside the
  // file before it ("line 3: front matter: …").
  std::vector<std::string> problems;
  std::vector<std::string> warnings;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_DRAFT_H_
