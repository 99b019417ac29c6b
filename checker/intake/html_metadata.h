#ifndef CROSSCHECK_CHECKER_INTAKE_HTML_METADATA_H_
#define CROSSCHECK_CHECKER_INTAKE_HTML_METADATA_H_

#include <string>
#include <string_view>

#include "checker/intake/html_tree.h"
#include "checker/intake/metadata.h"

namespace crosscheck {

// What a page says of itself: JSON-LD (an Article of any kind, also in a
// @graph), Open Graph and other meta tags, <html lang>, <link rel=canonical>,
// <time datetime>, <title>; the first of them that says something.
//
// Of several dates the first that is one is taken. `bad_date` is one that is
// none, where no other is given.
struct PageMetadata {
  Metadata metadata;
  Span title;  // og:title or <title> in the file, references not replaced
  std::string bad_date;
};
PageMetadata ReadPageMetadata(std::string_view source, const HtmlTree& tree);

// The encoding a page declares in its first bytes (<meta charset>, or
// http-equiv), as a name; empty: it does not. The page need not be UTF-8.
std::string DeclaredEncoding(std::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_HTML_METADATA_H_
