#include "reports/html/sections.h"

#include <fmt/format.h>

#include "reports/alert/alert.h"
#include "reports/html/finding_card.h"
#include "reports/html/labels.h"
#include "reports/html/matrix.h"
#include "reports/html/method.h"

namespace crosscheck {

Split::Split(const ReportView& view) {
  for (uint32_t f : view.shown()) {
    (IsOpen(view.FindingAt(f)) ? open : settled).push_back(f);
  }
}

std::string ResultTitle(const Context& context) {
  uint64_t conflicts = 0;
  for (uint32_t f : context.view.shown()) {
    const Finding& finding = context.view.FindingAt(f);
    conflicts += finding.verdict == Verdict::kConflict && IsOpen(finding);
  }
  return fmt::format(
      "{} – crosscheck",
      conflicts == 0 ? std::string(context.book.Say(Phrase::kResultClean))
                     : context.book.Count(Phrase::kResultConflicts, conflicts));
}

void OpenSection(std::string_view style, std::string_view id,
                 std::string_view heading, Page& page) {
  page.Raw(
      fmt::format("<section class=\"{}\" aria-labelledby=\"{}\">", style, id));
  WriteHeading(2, id, heading, page);
}

void WriteCards(const Context& context, const std::vector<uint32_t>& findings,
                Page& page) {
  for (uint32_t f : findings) WriteFindingCard(context, f, page);
}

void WriteMatrixSection(const Context& context,
                        const std::vector<uint32_t>& findings, Page& page) {
  if (findings.empty() || context.view.stories().empty()) return;
  OpenSection("matrices", "matrix", context.book.Say(Phrase::kMatrixHeading),
              page);
  page.Raw("<p class=\"lead\">")
      .Text(context.book.Say(Phrase::kMatrixText))
      .Raw("</p>");
  WriteMatrix(context, findings, page);
  page.Raw("</section>");
}

void WriteMethodSection(const Context& context, Page& page) {
  OpenSection("method", "method", context.book.Say(Phrase::kMethodHeading),
              page);
  WriteMethod(context, page);
  page.Raw("</section>");
}

}  // namespace crosscheck
