#ifndef CROSSCHECK_REPORTS_HTML_HTML_REPORT_H_
#define CROSSCHECK_REPORTS_HTML_HTML_REPORT_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "checker/model/report.h"

namespace crosscheck {

struct HtmlOptions {
  // Language of the page's own words: "en" or "ar". Quotes, names and outlets
  // keep theirs.
  std::string lang = "en";
};

// A run as one page for the desk: the result, a list to work through, then
// each finding with its sentences side by side, the figure marked, the values
// on one scale, why it is one and what would settle it; who says what about
// which fact; the articles with every figure marked; how it was done and what
// was left out.
//
// The page is whole in itself: nothing is fetched, and its Content Security
// Policy lets nothing in but its own style and script. It reads without the
// script, which only searches, filters, sorts, unfolds and copies. It reads
// without colour, on paper, at 320 pixels, in dark and light, from left and
// from right, and gives every quote its language and direction. Findings that
// agree or have level none are counted and not shown; known and dismissed ones
// come last.
//
// Every text of the report is escaped where it is written, whatever it holds;
// control characters and bidirectional controls are shown by name. Only http
// and https addresses become links. The same Report gives the same bytes.
// Without texts in the run (ReportArticle::text), articles show the sentences
// that hold figures, and say so.
std::string ToHtml(const Report& report, const HtmlOptions& options);

// Beyond this a page is slow to open: use ToHtmlFolder.
inline constexpr size_t kMostBytesOfOnePage = 10'000'000;

// The page where it is of at most `most_bytes`, else nothing; gives up as soon
// as that shows.
std::optional<std::string> ToHtmlWithin(const Report& report,
                                        const HtmlOptions& options,
                                        size_t most_bytes);

// What stands where a page was asked for and a folder was written: one link.
// `href` is a relative URL, percent-encoded.
std::string ToHtmlSignpost(std::string_view href, const HtmlOptions& options);

// The same run as a folder of pages: index.html (the result, the worst
// findings, the way to the rest; at most 2 MB), facts-N.html of 50 findings
// each, articles-N.html, search.html (every finding on a line),
// articles.html (every article on a line), method.html. Nothing is left out.
// `write` is called for each file with its name and bytes, index.html last; its
// failure ends the work and is returned.
absl::Status ToHtmlFolder(
    const Report& report, const HtmlOptions& options,
    const std::function<absl::Status(std::string_view name, std::string bytes)>&
        write);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_HTML_REPORT_H_
