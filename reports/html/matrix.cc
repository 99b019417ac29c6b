#include "reports/html/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "reports/html/labels.h"
#include "reports/html/pictures.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

constexpr size_t kMostFacts = 12;
constexpr size_t kMostColumns = 6;

// Findings that follow one another and are about the same articles, in tables
// of at most kMostFacts.
std::vector<std::vector<uint32_t>> Tables(
    const ReportView& view, const std::vector<uint32_t>& findings) {
  std::vector<uint32_t> place(view.report().findings.size(), kNowhere);
  for (uint32_t i = 0; i < findings.size(); ++i) place[findings[i]] = i;
  std::vector<std::vector<uint32_t>> tables;
  for (const Story& story : view.stories()) {
    std::vector<uint32_t> here;
    for (uint32_t f : story.findings) {
      if (place[f] != kNowhere) here.push_back(f);
    }
    // Facts of the same articles side by side, so that columns are shared.
    std::stable_sort(here.begin(), here.end(), [&](uint32_t a, uint32_t b) {
      return view.ArticleOf(view.FindingAt(a).claims[0]) <
             view.ArticleOf(view.FindingAt(b).claims[0]);
    });
    for (size_t at = 0; at < here.size(); at += kMostFacts) {
      const size_t end = std::min(here.size(), at + kMostFacts);
      tables.emplace_back(here.begin() + at, here.begin() + end);
    }
  }
  return tables;
}

void WriteColumnHead(const Context& context, uint32_t origin, Page& page) {
  const ReportArticle& article = context.view.report().articles[origin];
  page.Raw("<th scope=\"col\"><a href=\"")
      .Raw(context.ToArticle(origin))
      .Raw("\">")
      .Name(OutletOf(article))
      .Raw("</a>");
  if (!article.published.empty()) {
    page.Raw(" ");
    WriteDate(context, article.published, page);
  }
  if (context.view.CopiesOf(origin) > 0) {
    page.Raw(" <span class=\"fine\">")
        .Text(
            context.book.Count(Phrase::kCopies, context.view.CopiesOf(origin)))
        .Raw("</span>");
  }
  page.Raw("</th>");
}

void WriteCell(const Context& context, const Finding& finding,
               const std::vector<uint32_t>& claims, Page& page) {
  if (claims.empty()) {
    page.Raw("<td class=\"none\"><span class=\"vh\">")
        .Text(context.book.Say(Phrase::kSaysNothing))
        .Raw("</span></td>");
    return;
  }
  const size_t clashing = ReportView::ClashCount(finding);
  std::set<std::string> said;
  page.Raw("<td>");
  for (uint32_t c : claims) {
    std::string words = FigureWords(context.view.Claim(c), context.book);
    if (words.empty()) words = context.view.Claim(c).quote;
    if (!said.insert(words).second) continue;
    const bool clashes =
        finding.verdict == Verdict::kConflict &&
        std::find(finding.claims.begin(), finding.claims.begin() + clashing,
                  c) != finding.claims.begin() + clashing;
    if (said.size() > 1) page.Raw("<br>");
    page.Raw(clashes ? "<a class=\"cell clash sign-conflict\" href=\""
                     : "<a class=\"cell\" href=\"")
        .Raw(context.ToClaim(c))
        .Raw("\">");
    page.Name(words).Raw("</a>");
  }
  page.Raw("</td>");
}

void WriteTable(const Context& context, const std::vector<uint32_t>& findings,
                Page& page) {
  const ReportView& view = context.view;
  // Columns: origins in order of first mention.
  std::vector<uint32_t> origins;
  std::map<std::pair<uint32_t, uint32_t>, std::vector<uint32_t>> cells;
  std::set<uint32_t> seen;
  for (uint32_t f : findings) {
    for (uint32_t c : view.FindingAt(f).claims) {
      const uint32_t a = view.ArticleOf(c);
      if (a == kNowhere) continue;
      const uint32_t origin = view.OriginOf(a);
      if (seen.insert(origin).second) origins.push_back(origin);
      cells[{f, origin}].push_back(c);
    }
  }
  for (size_t at = 0; at < origins.size(); at += kMostColumns) {
    const size_t end = std::min(origins.size(), at + kMostColumns);
    const std::vector<uint32_t> columns(origins.begin() + at,
                                        origins.begin() + end);
    const std::string caption = context.book.Say(
        Phrase::kMatrixCaption,
        {{"facts", FactText(context, view.FindingAt(findings[0]))}});
    page.Raw(
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
            "aria-label=\"")
        .Attribute(caption)
        .Raw("\"><table class=\"matrix\"><caption class=\"vh\">")
        .Text(caption)
        .Raw("</caption><thead><tr><th scope=\"col\">")
        .Text(context.book.Say(Phrase::kFactHeading))
        .Raw("</th>");
    for (uint32_t origin : columns) WriteColumnHead(context, origin, page);
    page.Raw("</tr></thead><tbody>");
    for (uint32_t f : findings) {
      const bool any =
          std::any_of(columns.begin(), columns.end(), [&](uint32_t origin) {
            return cells.count({f, origin}) > 0;
          });
      if (!any) continue;
      const Finding& finding = view.FindingAt(f);
      page.Raw(fmt::format(
                   "<tr class=\"{}\"><th scope=\"row\"><a class=\"{}\" href=\"",
                   ToString(finding.verdict), SignOf(finding.verdict)))
          .Raw(context.ToFinding(f))
          .Raw("\"><span class=\"vh\">")
          .Text(context.book.TermOr("verdict.", ToString(finding.verdict)))
          .Raw(": </span>");
      WriteFact(context, finding, page);
      page.Raw("</a></th>");
      for (uint32_t origin : columns) {
        const auto found = cells.find({f, origin});
        WriteCell(
            context, finding,
            found == cells.end() ? std::vector<uint32_t>() : found->second,
            page);
      }
      page.Raw("</tr>");
    }
    page.Raw("</tbody></table></div>");
  }
}

}  // namespace

void WriteMatrix(const Context& context, const std::vector<uint32_t>& findings,
                 Page& page) {
  for (const auto& table : Tables(context.view, findings)) {
    WriteTable(context, table, page);
  }
}

}  // namespace crosscheck
