#include "reports/html/html_report.h"

#include <fmt/format.h>

#include "reports/html/article_page.h"
#include "reports/html/finding_card.h"
#include "reports/html/frame.h"
#include "reports/html/labels.h"
#include "reports/html/matrix.h"
#include "reports/html/method.h"
#include "reports/html/triage.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

// Shown findings by state.
struct ByState {
  std::vector<uint32_t> fresh, known, dismissed;
};

ByState Split(const ReportView& view) {
  ByState out;
  for (uint32_t f : view.shown()) {
    switch (view.FindingAt(f).state) {
      case FindingState::kNew:
      case FindingState::kReopened:
        out.fresh.push_back(f);
        break;
      case FindingState::kKnown:
        out.known.push_back(f);
        break;
      case FindingState::kDismissed:
        out.dismissed.push_back(f);
        break;
    }
  }
  return out;
}

void WriteCards(const Context& context, const std::vector<uint32_t>& findings,
                Page& page) {
  for (uint32_t f : findings) WriteFindingCard(context, f, page);
}

std::string Title(const Context& context) {
  uint64_t conflicts = 0;
  for (uint32_t f : context.view.shown()) {
    const Finding& finding = context.view.FindingAt(f);
    conflicts += finding.verdict == Verdict::kConflict &&
                 finding.state == FindingState::kNew;
  }
  return fmt::format(
      "{} – crosscheck",
      conflicts == 0 ? std::string(context.book.Say(Phrase::kResultClean))
                     : context.book.Count(Phrase::kResultConflicts, conflicts));
}

}  // namespace

std::string ToHtml(const Report& report, const HtmlOptions& options) {
  const ReportView view(report);
  const Phrasebook book(options.lang);
  const Site site;
  const Context context{view, book, site, ""};
  const ByState findings = Split(view);
  Page page;
  std::vector<NavItem> navigation = {
      {"#triage", std::string(book.Say(Phrase::kNavFindings)),
       GroupedDigits(view.shown().size())}};
  if (!view.stories().empty()) {
    navigation.push_back(
        {"#matrix", std::string(book.Say(Phrase::kNavMatrix))});
  }
  navigation.push_back({"#articles",
                        std::string(book.Say(Phrase::kNavArticles)),
                        GroupedDigits(report.articles.size())});
  if (!findings.known.empty() || !findings.dismissed.empty()) {
    navigation.push_back(
        {"#known", std::string(book.Say(Phrase::kNavKnown)),
         GroupedDigits(findings.known.size() + findings.dismissed.size())});
  }
  navigation.push_back({"#method", std::string(book.Say(Phrase::kNavMethod))});
  OpenDocument(context, Title(context), navigation, page);
  WriteVerdictBar(context, page);
  WriteOverview(context, page);
  page.Raw("<section class=\"triage\" aria-labelledby=\"triage\">");
  WriteHeading(2, "triage", book.Say(Phrase::kTriageHeading), page);
  if (view.shown().empty()) {
    page.Raw("<p>").Text(book.Say(Phrase::kNothingToShow)).Raw("</p>");
  } else {
    WriteControls(context, "list", page);
    WriteTriageList(context, "list", view.shown(), page);
  }
  page.Raw("</section>");
  if (!findings.fresh.empty()) {
    page.Raw("<section class=\"cards\" aria-labelledby=\"findings\">");
    WriteHeading(2, "findings", book.Say(Phrase::kFindingsHeading), page);
    WriteCards(context, findings.fresh, page);
    page.Raw("</section>");
  }
  if (!findings.known.empty() || !findings.dismissed.empty()) {
    page.Raw("<section class=\"cards aside\" aria-labelledby=\"known\">");
    WriteHeading(2, "known", book.Say(Phrase::kKnownHeading), page);
    page.Raw("<p class=\"lead\">")
        .Text(book.Say(Phrase::kKnownText))
        .Raw("</p>");
    WriteCards(context, findings.known, page);
    WriteCards(context, findings.dismissed, page);
    page.Raw("</section>");
  }
  if (!view.stories().empty()) {
    page.Raw("<section class=\"matrices\" aria-labelledby=\"matrix\">");
    WriteHeading(2, "matrix", book.Say(Phrase::kMatrixHeading), page);
    page.Raw("<p class=\"lead\">")
        .Text(book.Say(Phrase::kMatrixText))
        .Raw("</p>");
    WriteMatrix(context, view.shown(), page);
    page.Raw("</section>");
  }
  page.Raw("<section class=\"articles\" aria-labelledby=\"articles\">");
  WriteHeading(2, "articles", book.Say(Phrase::kArticlesHeading), page);
  WriteLegend(context, page);
  for (uint32_t a = 0; a < report.articles.size(); ++a) {
    WriteArticle(context, a, false, page);
  }
  page.Raw("</section><section class=\"method\" aria-labelledby=\"method\">");
  WriteHeading(2, "method", book.Say(Phrase::kMethodHeading), page);
  WriteMethod(context, page);
  page.Raw("</section>");
  CloseDocument(context, page);
  return std::move(page).Take();
}

}  // namespace crosscheck
