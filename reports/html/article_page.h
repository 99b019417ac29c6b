#ifndef CROSSCHECK_REPORTS_HTML_ARTICLE_PAGE_H_
#define CROSSCHECK_REPORTS_HTML_ARTICLE_PAGE_H_

#include <cstdint>

#include "reports/html/page.h"
#include "reports/html/site.h"

namespace crosscheck {

// What the marks in articles mean; once a page.
void WriteLegend(const Context& context, Page& page);

// "✕ 3 discrepancies · 2 notes", else how many figures were read.
void WriteArticleBadges(const Context& context, uint32_t article, Page& page);

// An article with every figure marked: part of a conflict, of a note, read and
// not clashing, left out. Where the run has no texts, that is said and the
// sentences with figures stand in for them. A table of all figures follows.
// `open`: unfolded.
void WriteArticle(const Context& context, uint32_t article, bool open,
                  Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_ARTICLE_PAGE_H_
