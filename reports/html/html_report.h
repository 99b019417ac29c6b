#ifndef CROSSCHECK_REPORTS_HTML_HTML_REPORT_H_
#define CROSSCHECK_REPORTS_HTML_HTML_REPORT_H_

#include <string>

#include "checker/model/report.h"

namespace crosscheck {

struct HtmlOptions {
  // BCP 47 of the words on the page around the quotes, for screen readers.
  // Messages and labels are English today; quotes have their own language.
  std::string lang = "en";
};

// A run as one page for the desk: the result, a list to work through, then
// each finding with its sentences side by side, the figure marked, the values
// on one scale, why it is one, what was read and left out, the articles.
//
// The page is whole in itself: no script, nothing fetched (its Content Security
// Policy forbids both), links only to http and https addresses of articles. It
// reads without colour, on paper, at 320 pixels, in dark and light, and gives
// every quote its language and direction. Findings that agree or have level
// none are only counted; dismissed ones come last.
//
// Every text of the report is escaped where it is written, whatever it holds;
// control characters and bidirectional controls are shown by name. The same
// Report gives the same bytes.
std::string ToHtml(const Report& report, const HtmlOptions& options);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_HTML_REPORT_H_
