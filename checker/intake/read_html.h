#ifndef CROSSCHECK_CHECKER_INTAKE_READ_HTML_H_
#define CROSSCHECK_CHECKER_INTAKE_READ_HTML_H_

#include "checker/intake/draft.h"
#include "checker/intake/furniture.h"

namespace crosscheck {

// Reads draft.article.text as a web page, and replaces it by the article's
// text: the headline, a newline, and the main text, a line a block. The page
// becomes the source, to which every byte leads back, through references too.
//
// The headline is the h1, else what og:title or <title> says. A page whose
// main text is empty leaves an empty text.
//
//   <h1>AT&amp;T</h1><p>بلغت 5&nbsp;ملايين دولار</p>
//     text "AT&T\nبلغت 5 ملايين دولار", the blank U+00A0 leading to "&nbsp;"
//
// Cost: linear, whatever the bytes (a million nested tags, half a file).
void ReadHtml(const Furniture& furniture, Draft& draft);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_READ_HTML_H_
