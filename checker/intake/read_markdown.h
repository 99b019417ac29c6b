#ifndef CROSSCHECK_CHECKER_INTAKE_READ_MARKDOWN_H_
#define CROSSCHECK_CHECKER_INTAKE_READ_MARKDOWN_H_

#include <string>

#include "checker/intake/draft.h"

namespace crosscheck {

// Reads draft.article.text as Markdown (CommonMark with tables and struck-out
// text) with front matter, and replaces it by what a reader would read:
// paragraphs, headings, list items and table rows, a line each. Left out: link
// addresses, code blocks, pictures and their descriptions, HTML tags, scripts,
// and what is struck out, which is no longer said. The file becomes the source.
//
// The headline is the title of the front matter, else the first heading of the
// first level.
//
//   # مقتل **12** في زلزال          text: مقتل 12 في زلزال
//   [قالت](http://x.example) …      text: قالت …
//
// Cost: md4c is linear on what people write; files longer than kMarkdownLimit
// are read as plain text, with a warning.
void ReadMarkdown(Draft& draft);

inline constexpr size_t kMarkdownLimit = size_t{8} << 20;

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_READ_MARKDOWN_H_
