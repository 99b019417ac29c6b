#ifndef CROSSCHECK_REPORTS_HTML_PAGE_H_
#define CROSSCHECK_REPORTS_HTML_PAGE_H_

#include <string>
#include <string_view>
#include <utility>

namespace crosscheck {

// HTML being written. Raw() takes our own markup, and only literals belong
// there; every text of a report goes through one of the others, which escape
// it for the place it lands in.
class Page {
 public:
  Page& Raw(std::string_view markup) {
    html_ += markup;
    return *this;
  }

  // Text between tags. & < > " ' are escaped; control characters and
  // bidirectional controls become <span class="hidden">U+202E</span>; newlines
  // and tabs become blanks.
  Page& Text(std::string_view text);

  // Our own sentence: as Text, right-to-left runs in <bdi>.
  Page& Prose(std::string_view text);

  // A name or value: as Text, within <bdi>.
  Page& Name(std::string_view text);

  // The value of an attribute, between the double quotes the caller writes.
  Page& Attribute(std::string_view text);

  // ` lang="ar" dir="rtl"` for a quoted text; a language that is no language
  // tag is left out. The direction is that of most of its letters.
  Page& LanguageOf(std::string_view text, std::string_view language);

  std::string Take() && { return std::move(html_); }

 private:
  std::string html_;
};

// The URL as the value of an href (to be written with Attribute), bytes beyond
// printable ASCII percent-encoded; empty unless it is http or https.
//
//   SafeUrl("https://shati.example/أ")   // "https://shati.example/%D8%A3"
//   SafeUrl("javascript:alert(1)")       // ""
std::string SafeUrl(std::string_view url);

// A text fragment that leads a browser to a quote, with its "#" unless the URL
// has one: "#:~:text=will%20cost-,%241.2%20billion". `prefix` may be empty.
std::string TextFragment(std::string_view url, std::string_view prefix,
                         std::string_view quote);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_PAGE_H_
