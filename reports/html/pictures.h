#ifndef CROSSCHECK_REPORTS_HTML_PICTURES_H_
#define CROSSCHECK_REPORTS_HTML_PICTURES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/html/page.h"
#include "reports/html/report_view.h"
#include "reports/html/site.h"

namespace crosscheck {

// Pictures are inline SVG without a viewBox: what lies across is placed in
// percent, so that a picture is as wide as its column and its letters stay as
// large as the text around it, on a phone too. Colours and patterns are the
// style sheet's; meaning is carried by shape and words as well. Each has a
// title and a description; the table behind it is the finding's own.

// The allowed ranges of a finding's values on one scale, the clashing ones
// first, with the gap or the overlap between them; for dates a timeline. Writes
// nothing and returns false where there is nothing to compare by eye.
bool WriteScale(const Context& context, uint32_t finding,
                const std::vector<ValueGroup>& groups, Page& page);

// A running tally: values against the days they speak of. Only for counts,
// amounts and measures of which three or more (two of an update) differ in
// value and day; else false.
bool WriteTally(const Context& context, uint32_t finding,
                const std::vector<ValueGroup>& groups, Page& page);

// A bar chart of labelled counts; a label may lead somewhere.
struct CountBar {
  std::string label;
  std::string href;        // of ours; may be empty
  std::string_view style;  // class: "conflict", "note", …
  uint64_t count = 0;
};
void WriteBars(const Context& context, std::string_view id,
               std::string_view title, std::string_view label_heading,
               const std::vector<CountBar>& bars, Page& page);

// Patterns the pictures refer to; once a page.
void WriteSymbols(Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_PICTURES_H_
