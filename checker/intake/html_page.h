#ifndef CROSSCHECK_CHECKER_INTAKE_HTML_PAGE_H_
#define CROSSCHECK_CHECKER_INTAKE_HTML_PAGE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "checker/intake/article_text.h"
#include "checker/intake/furniture.h"
#include "checker/intake/html_tree.h"
#include "checker/model/span.h"

namespace crosscheck {

// Which runs of a page are the article, in order, and which are its headline.
struct HtmlSelection {
  std::vector<uint32_t> headline;  // runs of the chosen h1; none: empty
  std::vector<uint32_t> body;      // runs, without those of the headline
};

// Finds the main text: the element marked as article body, else the largest
// article, else main, else the smallest block that holds most of the
// paragraphs. Not taken: nav, aside, footer, forms, scripts, hidden elements,
// parts whose class or id says what they are (rules, `where: class`), and
// blocks that are hardly more than links. `title` (og:title, <title>) tells
// the headline among several h1.
//
// Cost: linear in the page.
HtmlSelection SelectArticle(std::string_view source, const HtmlTree& tree,
                            const Furniture& furniture, std::string_view title);

// Lays out runs of a page: blanks joined, references replaced, a line a block,
// a tab between cells. Every byte leads home.
void AppendRuns(std::string_view source, const HtmlTree& tree,
                const std::vector<uint32_t>& runs, SourcedText& text);

// All text of a fragment of HTML in `source`, scripts and their like aside.
void AppendPageText(std::string_view source, uint32_t begin, uint32_t end,
                    SourcedText& text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_HTML_PAGE_H_
