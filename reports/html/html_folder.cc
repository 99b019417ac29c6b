#include <fmt/format.h>

#include <algorithm>

#include "reports/html/article_page.h"
#include "reports/html/html_report.h"
#include "reports/html/labels.h"
#include "reports/html/method.h"
#include "reports/html/sections.h"
#include "reports/html/triage.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

constexpr size_t kFactsOnIndex = 50;

class Folder {
 public:
  Folder(const Report& report, const HtmlOptions& options)
      : view_(report),
        book_(options.lang),
        site_(Site::Folder(view_)),
        findings_(view_) {}

  using Write = std::function<absl::Status(std::string_view, std::string)>;

  absl::Status WriteAll(const Write& write) const {
    for (uint32_t p = 0; p < site_.fact_pages(); ++p) {
      if (auto done = write(Site::FactPage(p), FactPage(p)); !done.ok()) {
        return done;
      }
    }
    uint32_t first = 0;
    for (uint32_t p = 0; p < site_.article_pages(); ++p) {
      uint32_t end = first;
      while (end < articles() && site_.PageOfArticle(end) == p) ++end;
      if (auto done = write(Site::ArticlePage(p), ArticlePage(p, first, end));
          !done.ok()) {
        return done;
      }
      first = end;
    }
    for (const auto& [name, page] :
         {std::pair("search.html", &Folder::SearchPage),
          std::pair("articles.html", &Folder::ArticleList),
          std::pair("method.html", &Folder::MethodPage),
          std::pair("index.html", &Folder::IndexPage)}) {
      if (auto done = write(name, (this->*page)()); !done.ok()) return done;
    }
    return absl::OkStatus();
  }

 private:
  uint32_t articles() const { return view_.report().articles.size(); }

  // The navigation is the same on every page; `here` is marked.
  void Open(const Context& context, std::string_view title,
            std::string_view here, Page& page) const {
    const auto item = [&](std::string_view href, Phrase label, size_t count) {
      return NavItem{std::string(href), std::string(book_.Say(label)),
                     count > 0 ? GroupedDigits(count) : std::string(),
                     href == here};
    };
    std::vector<NavItem> items = {
        item("index.html", Phrase::kNavResult, 0),
        item("facts-1.html", Phrase::kNavFindings, view_.shown().size())};
    if (!findings_.settled.empty()) {
      items.push_back(item(context.ToFinding(findings_.settled[0]),
                           Phrase::kNavKnown, findings_.settled.size()));
    }
    items.push_back(item("articles.html", Phrase::kNavArticles, articles()));
    items.push_back(item("search.html", Phrase::kNavSearch, 0));
    items.push_back(item("method.html", Phrase::kNavMethod, 0));
    OpenDocument(context, title, items, page);
  }

  Context At(std::string_view name) const {
    return {view_, book_, site_, std::string(name)};
  }

  // "1 to 50"
  std::string RangeText(size_t begin, size_t end) const {
    return book_.Say(Phrase::kPageRange, {{"first", GroupedDigits(begin + 1)},
                                          {"last", GroupedDigits(end)}});
  }
  std::string TitleOf(Phrase phrase, size_t begin, size_t end,
                      size_t all) const {
    return book_.Say(phrase,
                     {{"first", GroupedDigits(std::min(begin + 1, end))},
                      {"last", GroupedDigits(end)},
                      {"all", GroupedDigits(all)}});
  }

  // Above and below the same; one landmark a page is enough.
  void WritePager(uint32_t at, uint32_t count,
                  std::string (*name)(uint32_t page), bool above,
                  Page& page) const {
    if (count < 2) return;
    if (above) {
      page.Raw("<nav class=\"pager\" aria-label=\"")
          .Attribute(book_.Say(Phrase::kPagerLabel))
          .Raw("\">");
    } else {
      page.Raw("<div class=\"pager\">");
    }
    const auto link = [&](uint32_t to, Phrase words, std::string_view rel) {
      page.Raw(fmt::format("<a rel=\"{}\" href=\"{}\">", rel, name(to)))
          .Text(book_.Say(words))
          .Raw("</a>");
    };
    if (at > 0) {
      link(at - 1, Phrase::kPreviousPage, "prev");
    } else {
      page.Raw("<span></span>");
    }
    if (at + 1 < count) link(at + 1, Phrase::kNextPage, "next");
    page.Raw(above ? "</nav>" : "</div>");
  }

  std::string FactPage(uint32_t p) const {
    const std::string name = Site::FactPage(p);
    const Context context = At(name);
    std::vector<uint32_t> here;
    size_t begin = view_.shown().size(), end = begin;
    for (size_t i = 0; i < view_.shown().size(); ++i) {
      if (site_.PageOfFinding(view_.shown()[i]) != p) continue;
      if (here.empty()) begin = i;
      end = i + 1;
      here.push_back(view_.shown()[i]);
    }
    const std::string title =
        TitleOf(Phrase::kFactPageTitle, begin, end, view_.shown().size());
    Page page;
    Open(context, title + " – crosscheck", name, page);
    OpenSection("triage", "triage", title, page);
    WritePager(p, site_.fact_pages(), Site::FactPage, true, page);
    if (here.empty()) {
      page.Raw("<p>").Text(book_.Say(Phrase::kNothingToShow)).Raw("</p>");
    } else {
      WriteControls(context, "list", page);
      WriteTriageList(context, "list", here, page);
    }
    page.Raw("</section>");
    if (!here.empty()) {
      OpenSection("cards", "findings", book_.Say(Phrase::kFindingsHeading),
                  page);
      WriteCards(context, here, page);
      page.Raw("</section>");
    }
    WriteMatrixSection(context, here, page);
    WritePager(p, site_.fact_pages(), Site::FactPage, false, page);
    CloseDocument(context, page);
    return std::move(page).Take();
  }

  std::string ArticlePage(uint32_t p, uint32_t begin, uint32_t end) const {
    const std::string name = Site::ArticlePage(p);
    const Context context = At(name);
    const std::string title =
        TitleOf(Phrase::kArticlePageTitle, begin, end, articles());
    Page page;
    Open(context, title + " – crosscheck", name, page);
    OpenSection("articles", "articles", title, page);
    WritePager(p, site_.article_pages(), Site::ArticlePage, true, page);
    WriteLegend(context, page);
    for (uint32_t a = begin; a < end; ++a) {
      WriteArticle(context, a, true, page);
    }
    page.Raw("</section>");
    WritePager(p, site_.article_pages(), Site::ArticlePage, false, page);
    CloseDocument(context, page);
    return std::move(page).Take();
  }

  std::string SearchPage() const {
    const Context context = At("search.html");
    Page page;
    Open(context,
         fmt::format("{} – crosscheck", book_.Say(Phrase::kSearchHeading)),
         "search.html", page);
    OpenSection("triage", "triage", book_.Say(Phrase::kSearchHeading), page);
    page.Raw("<p class=\"lead\">")
        .Pattern(book_.Say(Phrase::kSearchText),
                 {{"all", GroupedDigits(view_.shown().size())}})
        .Raw("</p>");
    WriteControls(context, "list", page);
    WriteLines(context, "list", view_.shown(), page);
    page.Raw("</section>");
    CloseDocument(context, page);
    return std::move(page).Take();
  }

  std::string ArticleList() const {
    const Context context = At("articles.html");
    Page page;
    Open(context,
         fmt::format("{} – crosscheck", book_.Say(Phrase::kArticleListHeading)),
         "articles.html", page);
    OpenSection("articles", "articles", book_.Say(Phrase::kArticleListHeading),
                page);
    page.Raw("<ol class=\"lines by-article\">");
    for (uint32_t a = 0; a < articles(); ++a) {
      const ReportArticle& article = view_.report().articles[a];
      page.Raw("<li><b>").Name(OutletOf(article)).Raw("</b> ");
      WriteDate(context, article.published, page);
      page.Raw(" <a href=\"")
          .Raw(context.ToArticle(a))
          .Raw("\"><bdi")
          .LanguageOf(article.title, article.language)
          .Raw(">")
          .Text(article.title.empty() ? article.id : article.title)
          .Raw("</bdi></a> ");
      WriteArticleBadges(context, a, page);
      page.Raw("</li>");
    }
    page.Raw("</ol></section>");
    CloseDocument(context, page);
    return std::move(page).Take();
  }

  std::string MethodPage() const {
    const Context context = At("method.html");
    Page page;
    Open(context,
         fmt::format("{} – crosscheck", book_.Say(Phrase::kMethodHeading)),
         "method.html", page);
    WriteMethodSection(context, page);
    if (!view_.report().resolved.empty()) {
      OpenSection("aside", "known", book_.Say(Phrase::kKnownHeading), page);
      WriteResolved(context, page);
      page.Raw("</section>");
    }
    CloseDocument(context, page);
    return std::move(page).Take();
  }

  std::string IndexPage() const {
    const Context context = At("index.html");
    Page page;
    Open(context, ResultTitle(context), "index.html", page);
    WriteVerdictBar(context, page);
    page.Raw("<p class=\"lead\">")
        .Text(book_.Say(Phrase::kFolderText))
        .Raw("</p>");
    WriteSearchAll(context, page);
    const size_t count = std::min(kFactsOnIndex, findings_.open.size());
    if (count > 0) {
      OpenSection("triage", "triage", book_.Count(Phrase::kWorstHeading, count),
                  page);
      WriteTriageList(context, "list",
                      {findings_.open.begin(), findings_.open.begin() + count},
                      page);
      page.Raw("</section>");
    }
    WriteOverview(context, page);
    OpenSection("all", "pages", book_.Say(Phrase::kPagesHeading), page);
    page.Raw("<ol class=\"pages\">");
    size_t begin = 0;
    for (uint32_t p = 0; p < site_.fact_pages(); ++p) {
      size_t end = begin;
      while (end < view_.shown().size() &&
             site_.PageOfFinding(view_.shown()[end]) == p) {
        ++end;
      }
      page.Raw(fmt::format("<li><a href=\"{}\">", Site::FactPage(p)))
          .Text(RangeText(begin, end))
          .Raw("</a></li>");
      begin = end;
    }
    page.Raw("</ol></section>");
    CloseDocument(context, page);
    return std::move(page).Take();
  }

  const ReportView view_;
  const Phrasebook book_;
  const Site site_;
  const Split findings_;
};

}  // namespace

absl::Status ToHtmlFolder(
    const Report& report, const HtmlOptions& options,
    const std::function<absl::Status(std::string_view name, std::string bytes)>&
        write) {
  return Folder(report, options).WriteAll(write);
}

}  // namespace crosscheck
