#include "checker/intake/read_html.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "checker/intake/article_text.h"
#include "checker/intake/html_metadata.h"
#include "checker/intake/html_page.h"
#include "checker/intake/html_tree.h"

namespace crosscheck {
namespace {

// "Headline | Outlet", "Headline - Outlet": the headline alone.
Span WithoutOutlet(std::string_view source, Span title,
                   std::string_view outlet) {
  if (outlet.empty()) return title;
  const std::string_view text = Trim(Cut(source, title));
  if (text.size() <= outlet.size() ||
      text.substr(text.size() - outlet.size()) != outlet) {
    return title;
  }
  const size_t begin = static_cast<size_t>(text.data() - source.data());
  std::string_view rest = Trim(text.substr(0, text.size() - outlet.size()));
  for (const std::string_view mark :
       {"|", "-", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xBB", "::"}) {
    if (rest.size() > mark.size() &&
        rest.substr(rest.size() - mark.size()) == mark) {
      rest = Trim(rest.substr(0, rest.size() - mark.size()));
      return {static_cast<uint32_t>(begin),
              static_cast<uint32_t>(begin + rest.size())};
    }
  }
  return title;
}

}  // namespace

void ReadHtml(const Furniture& furniture, Draft& draft) {
  Article& article = draft.article;
  std::string source = std::move(article.text);
  const HtmlTree tree =
      ParseHtml(source, 0, static_cast<uint32_t>(source.size()));
  PageMetadata page = ReadPageMetadata(source, tree);
  const HtmlSelection chosen =
      SelectArticle(source, tree, furniture, page.metadata.title);

  SourcedText text(source);
  if (!chosen.headline.empty()) {
    AppendRuns(source, tree, chosen.headline, text);
  } else if (!IsEmpty(page.title)) {
    const Span title = WithoutOutlet(source, page.title, page.metadata.outlet);
    AppendPageText(source, title.begin, title.end, text);
  }
  const uint32_t title_end = text.size();
  if (title_end > 0) text.Add('\n');
  AppendRuns(source, tree, chosen.body, text);
  if (text.size() <= title_end + 1) text.Cut(title_end);
  text.MoveTo(article);
  const Span title =
      Trimmed(std::string_view(article.text).substr(0, title_end));
  article.title_span = title;
  article.title = std::string(Cut(article.text, title));
  article.source = std::move(source);
  if (!page.bad_date.empty()) {
    draft.problems.push_back(fmt::format(
        "published \"{}\" is no date; relative dates stay open, write "
        "2025-01-28",
        page.bad_date));
  }
  draft.metadata = std::move(page.metadata);
}

}  // namespace crosscheck
