#include "reports/html/frame.h"

#include <fmt/format.h>

#include "reports/html/labels.h"
#include "reports/html/pictures.h"
#include "reports/html/sha256.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

// style/*.css and script.js, embedded.
constexpr std::string_view kStyle =
#include "reports/html/style.inc"
    ;
constexpr std::string_view kScript =
#include "reports/html/script.inc"
    ;

// What goes at the head of every printed sheet. The run id is hex digits; the
// title is one of ours.
std::string PrintStyle(const Context& context) {
  std::string title(context.book.Say(Phrase::kReportTitle));
  return fmt::format(
      "@page{{@top-left{{content:\"crosscheck · {}\"}}@top-right{{content:\"{} "
      "{}\"}}@bottom-right{{content:counter(page) \" / \" counter(pages)}}}}",
      title, context.book.Say(Phrase::kRunId), context.view.RunId());
}

// "311 articles · 25 outlets · 10 September 2012 to 5 February 2025"
void WriteRunLine(const Context& context, Page& page) {
  const ReportView& view = context.view;
  page.Raw("<p class=\"runline\">")
      .Text(
          context.book.Count(Phrase::kArticles, view.report().articles.size()));
  if (view.outlet_count() > 0) {
    page.Raw(" · ").Text(
        context.book.Count(Phrase::kOutlets, view.outlet_count()));
  }
  if (!view.first_day().empty()) {
    page.Raw(" · ");
    WriteDate(context, view.first_day(), page);
    if (view.first_day() != view.last_day()) {
      page.Raw(" – ");
      WriteDate(context, view.last_day(), page);
    }
  }
  page.Raw(" · ")
      .Text(context.book.Say(Phrase::kRunId))
      .Raw(" <bdi dir=\"ltr\" class=\"id\">")
      .Text(context.view.RunId())
      .Raw("</bdi></p>");
}

// <head> up to the style; what may run or style is named by hash: the style, a
// second style and a script, where there are.
void OpenHead(const Phrasebook& book, std::string_view title,
              std::string_view second_style, std::string_view script,
              Page& page) {
  if (book.direction() == "ltr") {
    page.RunFromLeft();
  } else {
    page.RunFromRight();
  }
  const auto source = [](std::string_view text) {
    return text.empty() ? std::string()
                        : fmt::format(" 'sha256-{}'", Sha256Base64(text));
  };
  page.Raw(fmt::format("<!doctype html>\n<html lang=\"{}\" dir=\"{}\"><head>"
                       "<meta charset=\"utf-8\">",
                       book.language(), book.direction()))
      .Raw(fmt::format(
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
          "'none'; style-src{}{}; {}base-uri 'none'; form-action 'none'\">",
          source(kStyle), source(second_style),
          script.empty() ? std::string()
                         : fmt::format("script-src{}; ", source(script))))
      .Raw(
          "<meta name=\"viewport\" content=\"width=device-width, "
          "initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">"
          "<meta name=\"color-scheme\" content=\"light dark\"><title>")
      .Text(title)
      .Raw("</title><style>")
      .Raw(kStyle)
      .Raw("</style>");
}

}  // namespace

void OpenBareDocument(const Phrasebook& book, std::string_view title,
                      Page& page) {
  OpenHead(book, title, {}, "", page);
  page.Raw("</head><body>");
}

void OpenDocument(const Context& context, std::string_view title,
                  const std::vector<NavItem>& navigation, Page& page) {
  const Phrasebook& book = context.book;
  const std::string print = PrintStyle(context);
  OpenHead(book, title, print, kScript, page);
  page.Raw("<style>").Raw(print).Raw("</style></head><body data-copy=\"");
  page.Attribute(book.Say(Phrase::kCopy))
      .Raw("\" data-copied=\"")
      .Attribute(book.Say(Phrase::kCopied))
      .Raw("\">");
  WriteSymbols(page);
  page.Raw("<a class=\"skip-link\" href=\"#main\">")
      .Text(book.Say(Phrase::kSkipLink))
      .Raw("</a><header class=\"mast\"><p class=\"brand\" dir=\"ltr\">");
  page.Raw("cross<b>check</b></p><h1>")
      .Text(book.Say(Phrase::kReportTitle))
      .Raw("</h1>");
  WriteRunLine(context, page);
  page.Raw("<nav aria-label=\"")
      .Attribute(book.Say(Phrase::kNavLabel))
      .Raw("\"><ul>");
  for (const NavItem& item : navigation) {
    page.Raw("<li><a href=\"").Raw(item.href).Raw("\"");
    if (item.is_here) page.Raw(" aria-current=\"page\"");
    page.Raw(">").Text(item.label);
    if (!item.count.empty()) {
      page.Raw(" <span class=\"num\">").Text(item.count).Raw("</span>");
    }
    page.Raw("</a></li>");
  }
  page.Raw("</ul></nav></header><main id=\"main\">");
}

void CloseDocument(const Context& context, Page& page) {
  page.Raw("</main><footer><p>")
      .Text(context.book.Say(Phrase::kFooter))
      .Raw("</p></footer><script>")
      .Raw(kScript)
      .Raw("</script></body></html>\n");
}

}  // namespace crosscheck
