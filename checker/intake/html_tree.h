#ifndef CROSSCHECK_CHECKER_INTAKE_HTML_TREE_H_
#define CROSSCHECK_CHECKER_INTAKE_HTML_TREE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/span.h"

namespace crosscheck {

// Elements that matter to the layout of a page; the rest are inline.
enum class HtmlTag : uint8_t {
  kInline,  // b, span, custom elements, …
  kBlock,   // div, section, blockquote, …
  kLink,    // a
  kArticle,
  kMain,
  kHeader,
  kForm,
  kHeading1,
  kHeading,  // h2 .. h6
  kParagraph,
  kListItem,
  kList,
  kDefinition,  // dt, dd
  kTable,
  kRow,
  kCell,
  kPreformatted,
  kTime,
  kTitle,
  kScript,
  kHead,
  kHtml,
  kBody,
  kLeftOut,  // nav, aside, footer, style, button, svg, …
  kVoid,     // img, input, …: no content
  kBreak,    // br, hr
  kMeta,
  kLinkElement,  // link
};
bool IsBlock(HtmlTag tag);

// An element of a page. `attributes` are the bytes between its name and ">".
struct HtmlNode {
  static constexpr uint32_t kNone = 0xffffffff;
  uint32_t parent = kNone;  // always before the node
  Span attributes;
  HtmlTag tag = HtmlTag::kInline;
};

// How the text of a run stands to the one before it.
enum class HtmlBreak : uint8_t { kNone, kCell, kLine };

// Text as it stands in the file: bytes without tags, references not replaced.
struct HtmlRun {
  Span span;
  uint32_t node = 0;
  HtmlBreak before = HtmlBreak::kNone;
};

// A page as flat arrays, in the order of the file: nodes after their parents,
// runs as they are read. Node 0 stands for the page and holds what no element
// holds. Made by a scanner of our own rather than libxml2, because that keeps
// no byte offsets of text; end tags may be missing as HTML allows, and be
// wrong as pages are.
//
// Never fails: any bytes are some page. No recursion, and linear in the bytes,
// whatever they are: a million nested or unclosed elements, half a file.
//
//   <p>A &amp; B<br>C     nodes: page, p
//                         runs: "A &amp; B" (kLine), "C" (kLine)
struct HtmlTree {
  std::vector<HtmlNode> nodes;
  std::vector<HtmlRun> runs;
  std::vector<HtmlNode> metas;  // <meta>
  std::vector<HtmlNode> links;  // <link>
};
HtmlTree ParseHtml(std::string_view source, uint32_t begin, uint32_t end);

// The attribute `name` (lower case) in a tag's `attributes`: its value as it
// stands, references not replaced; nullopt where there is none. An attribute
// without a value is empty.
std::optional<std::string_view> FindAttribute(std::string_view attributes,
                                              std::string_view name);
// The same with references replaced; empty where there is none.
std::string Attribute(std::string_view attributes, std::string_view name);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_HTML_TREE_H_
