#include "reports/html/html_report.h"

#include "reports/html/article_page.h"
#include "reports/html/finding_card.h"
#include "reports/html/method.h"
#include "reports/html/sections.h"
#include "reports/html/triage.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

std::vector<NavItem> Navigation(const Context& context, size_t settled) {
  const Phrasebook& book = context.book;
  const ReportView& view = context.view;
  const auto item = [&](std::string_view href, Phrase label, size_t count) {
    return NavItem{std::string(href), std::string(book.Say(label)),
                   count > 0 ? GroupedDigits(count) : std::string()};
  };
  std::vector<NavItem> out = {
      item("#triage", Phrase::kNavFindings, view.shown().size())};
  if (settled > 0) out.push_back(item("#known", Phrase::kNavKnown, settled));
  if (!view.stories().empty()) {
    out.push_back(item("#matrix", Phrase::kNavMatrix, 0));
  }
  out.push_back(
      item("#articles", Phrase::kNavArticles, view.report().articles.size()));
  out.push_back(item("#method", Phrase::kNavMethod, 0));
  return out;
}

}  // namespace

std::string ToHtml(const Report& report, const HtmlOptions& options) {
  return *ToHtmlWithin(report, options, std::string::npos);
}

std::optional<std::string> ToHtmlWithin(const Report& report,
                                        const HtmlOptions& options,
                                        size_t most_bytes) {
  const ReportView view(report);
  const Phrasebook book(options.lang);
  const Site site;
  const Context context{view, book, site, ""};
  const Split findings(view);
  const size_t settled = findings.settled.size() + report.resolved.size();
  Page page;
  const auto write_cards = [&](const std::vector<uint32_t>& cards) {
    for (uint32_t f : cards) {
      if (page.size() > most_bytes) return;
      WriteFindingCard(context, f, page);
    }
  };
  OpenDocument(context, ResultTitle(context), Navigation(context, settled),
               page);
  WriteVerdictBar(context, page);
  OpenSection("triage", "triage", book.Say(Phrase::kTriageHeading), page);
  if (view.shown().empty()) {
    page.Raw("<p>").Text(book.Say(Phrase::kNothingToShow)).Raw("</p>");
  } else {
    WriteControls(context, "list", page);
    WriteTriageList(context, "list", view.shown(), page);
  }
  page.Raw("</section>");
  WriteOverview(context, page);
  if (!findings.open.empty()) {
    OpenSection("cards", "findings", book.Say(Phrase::kFindingsHeading), page);
    write_cards(findings.open);
    page.Raw("</section>");
  }
  if (settled > 0) {
    OpenSection("cards aside", "known", book.Say(Phrase::kKnownHeading), page);
    page.Raw("<p class=\"lead\">")
        .Text(book.Say(Phrase::kKnownText))
        .Raw("</p>");
    write_cards(findings.settled);
    WriteResolved(context, page);
    page.Raw("</section>");
  }
  if (page.size() > most_bytes) return std::nullopt;
  WriteMatrixSection(context, view.shown(), page);
  OpenSection("articles", "articles", book.Say(Phrase::kArticlesHeading), page);
  if (!report.articles.empty()) WriteLegend(context, page);
  for (uint32_t a = 0; a < report.articles.size(); ++a) {
    if (page.size() > most_bytes) return std::nullopt;
    WriteArticle(context, a, false, page);
  }
  page.Raw("</section>");
  WriteMethodSection(context, page);
  CloseDocument(context, page);
  if (page.size() > most_bytes) return std::nullopt;
  return std::move(page).Take();
}

std::string ToHtmlSignpost(std::string_view href, const HtmlOptions& options) {
  const Phrasebook book(options.lang);
  Page page;
  OpenBareDocument(book, book.Say(Phrase::kReportTitle), page);
  page.Raw("<main class=\"signpost\"><h1>")
      .Text(book.Say(Phrase::kReportTitle))
      .Raw("</h1><p class=\"lead\">")
      .Text(book.Say(Phrase::kSignpostText))
      .Raw("</p><p><a href=\"")
      .Attribute(href)
      .Raw("\">")
      .Text(book.Say(Phrase::kSignpostLink))
      .Raw("</a></p></main></body></html>\n");
  return std::move(page).Take();
}

}  // namespace crosscheck
