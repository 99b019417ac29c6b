#ifndef CROSSCHECK_REPORTS_GITHUB_GITHUB_REPORT_H_
#define CROSSCHECK_REPORTS_GITHUB_GITHUB_REPORT_H_

#include <cstddef>
#include <string>

#include "checker/model/report.h"

namespace crosscheck {

struct GithubOptions {
  // What GitHub shows of one step, by type (error, warning, notice).
  size_t most_of_type = 10;
  // Of one step summary: 1 MiB; what is longer is refused whole.
  size_t most_summary_bytes = 1'000'000;
};

// A run as GitHub workflow commands, one annotation a line, worst first:
//
//   ::error file=a.md,line=3,endLine=3,col=17,endColumn=28,title=…::…
//
// Those past GitHub's limit are counted in a last notice, "N more". Columns
// count code points, endColumn is the one after the last character; a record
// of JSON Lines has only its line. No text of an article can begin a command.
// A clean run is an empty text.
std::string ToGithub(const Report& report, const GithubOptions& options = {});

// The same run as Markdown for $GITHUB_STEP_SUMMARY: the result in a line, a
// table of findings, then each with its sources and reasons folded away, what
// was read and left out. Text of articles is escaped: no markup, no link, no
// mention in it works. Where the limit would be passed, "N more".
std::string ToGithubSummary(const Report& report,
                            const GithubOptions& options = {});

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_GITHUB_GITHUB_REPORT_H_
