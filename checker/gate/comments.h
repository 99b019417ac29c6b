#ifndef CROSSCHECK_CHECKER_GATE_COMMENTS_H_
#define CROSSCHECK_CHECKER_GATE_COMMENTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "checker/model/article.h"
#include "checker/model/report.h"

namespace crosscheck {

// A comment in an article that lets findings stand:
//
//   <!-- crosscheck-disable-next-line compare.disjoint -- the ministry
//        corrected itself on 3 March -->
//
// Words: crosscheck-disable-next-line (the next line that is not blank),
// crosscheck-disable-line (its own line), crosscheck-disable and
// crosscheck-enable (all between, or to the end). Then rule ids, or the part
// before the dot, blanks or commas between; none: every rule. After "--" the
// reason. For Markdown and HTML.
struct SuppressingComment {
  std::string article;  // ReportArticle::id
  std::string path;
  uint32_t line = 0;                       // of the comment, from 1
  uint32_t first_line = 0, last_line = 0;  // what it covers
  std::vector<std::string> rules;
  std::string reason;
};

// Comments of an article; those of a word that is unknown go to `problems`
// ("a.md:3: …"), as do those without a reason, which hold all the same. A
// JSON Lines record has none. Cost: one search over the source.
std::vector<SuppressingComment> ReadComments(const Article& article,
                                             std::vector<Problem>& problems);

// Dismisses the findings that comments cover: those that no longer clash when
// the claims in the lines covered are left out. A comment that covers no
// finding is a problem: "a.md:3: lets nothing stand any more; remove it".
void ApplyComments(const std::vector<SuppressingComment>& comments,
                   Report& report, std::vector<Problem>& problems);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_GATE_COMMENTS_H_
