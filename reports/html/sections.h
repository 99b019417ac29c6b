#ifndef CROSSCHECK_REPORTS_HTML_SECTIONS_H_
#define CROSSCHECK_REPORTS_HTML_SECTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "reports/html/frame.h"
#include "reports/html/page.h"
#include "reports/html/site.h"

namespace crosscheck {

// The parts that the one page and the pages of a folder are put together from.

// Shown findings: those to look at, and those known or dismissed before.
struct Split {
  std::vector<uint32_t> open, settled;

  explicit Split(const ReportView& view);
};

// "276 discrepancies to look at – crosscheck"
std::string ResultTitle(const Context& context);

// <section class=… aria-labelledby=…> with its heading; the caller closes it.
void OpenSection(std::string_view style, std::string_view id,
                 std::string_view heading, Page& page);

void WriteCards(const Context& context, const std::vector<uint32_t>& findings,
                Page& page);
void WriteMatrixSection(const Context& context,
                        const std::vector<uint32_t>& findings, Page& page);
void WriteMethodSection(const Context& context, Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_SECTIONS_H_
