#include "reports/html/html_report.h"

#include "reports/html/page.h"
#include "reports/wording/excerpt.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

void WriteClaim(const ReportClaim& claim, Page& page) {
  page.Raw("<figure><figcaption>")
      .Name(claim.outlet.empty() ? claim.article : claim.outlet)
      .Raw(" ")
      .Name(claim.published)
      .Raw("</figcaption><blockquote")
      .LanguageOf(claim.sentence, claim.language)
      .Raw(">");
  const Excerpt quote = ExcerptOf(claim);
  page.Text(quote.before)
      .Raw("<mark>")
      .Text(quote.figure)
      .Raw("</mark>")
      .Text(quote.after)
      .Raw("</blockquote><p>= ")
      .Name(FigureWords(claim))
      .Raw("</p></figure>");
}

}  // namespace

std::string ToHtml(const Report& report, const HtmlOptions& options) {
  Page page;
  page.Raw(
          "<!doctype html><html lang=\"en\" dir=\"ltr\"><head>"
          "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\""
          " content=\"default-src 'none'\"><meta name=\"viewport\" "
          "content=\"width=device-width,initial-scale=1\">"
          "<title>crosscheck</title></head><body><main><h1>")
      .Text(Counted(report.findings.size(), "finding"))
      .Raw("</h1>");
  for (const Finding& finding : report.findings) {
    page.Raw("<section><h2>")
        .Prose(FactWords(finding.subject, finding.metric))
        .Raw("</h2><p>")
        .Prose(finding.message)
        .Raw("</p>");
    for (uint32_t claim : finding.claims) {
      WriteClaim(report.claims[claim], page);
    }
    for (const std::string& step : finding.explanation) {
      page.Raw("<p>").Prose(step).Raw("</p>");
    }
    page.Raw("</section>");
  }
  page.Raw("</main></body></html>\n");
  return std::move(page).Take();
}

}  // namespace crosscheck
