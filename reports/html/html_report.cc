#include "reports/html/html_report.h"

#include "reports/html/page.h"

namespace crosscheck {

std::string ToHtml(const Report& report, const HtmlOptions& options) {
  Page page;
  page.Raw("<!doctype html><html><head><meta charset=\"utf-8\"></head><body>");
  for (const Finding& finding : report.findings) {
    page.Raw("<p>").Prose(finding.message).Raw("</p>");
  }
  page.Raw("</body></html>");
  return std::move(page).Take();
}

}  // namespace crosscheck
