#ifndef CROSSCHECK_REPORTS_HTML_FRAME_H_
#define CROSSCHECK_REPORTS_HTML_FRAME_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/html/page.h"
#include "reports/html/site.h"

namespace crosscheck {

// A link of the navigation: where to, what it says, how many.
struct NavItem {
  std::string href;
  std::string label;
  std::string count;  // may be empty
  bool is_here = false;
};

// The document up to <body>, with the policy that lets nothing in and the
// style; no script.
void OpenBareDocument(const Phrasebook& book, std::string_view title,
                      Page& page);

// The document up to <main>: the policy that lets nothing in but this page's
// own style and script (by their hashes), the style, the masthead with the
// run's name, the navigation. The print style carries the run id on every
// sheet.
void OpenDocument(const Context& context, std::string_view title,
                  const std::vector<NavItem>& navigation, Page& page);

// </main>, the footer and the script.
void CloseDocument(const Context& context, Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_FRAME_H_
