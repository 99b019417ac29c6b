#ifndef CROSSCHECK_REPORTS_HTML_PAGE_H_
#define CROSSCHECK_REPORTS_HTML_PAGE_H_

#include <cstdint>
#include <initializer_list>
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

  // From here on all runs from the left (or the right), so that a name of Latin
  // (Arabic) letters alone needs no <bdi>: a fifth of the elements of a large
  // page.
  void RunFromLeft() { main_ = Main::kFromLeft; }
  void RunFromRight() { main_ = Main::kFromRight; }

  // A pattern of the catalogue ("{a} says {x}"), its {names} filled: with names
  // or values (in <bdi>), or with markup of ours.
  struct Slot {
    std::string_view name;
    std::string_view text;
    bool is_markup = false;
  };
  Page& Pattern(std::string_view pattern, std::initializer_list<Slot> slots);

  // "1,041"
  Page& Number(uint64_t number);

  // Text of an SVG: as Text, without elements, so that hidden characters read
  // "[U+202E]". Attribute values are written the same way.
  Page& SvgText(std::string_view text) { return Attribute(text); }

  // The value of an attribute, between the double quotes the caller writes.
  Page& Attribute(std::string_view text);

  // ` lang="ar" dir="rtl"` for a quoted text; a language that is no language
  // tag is left out. The direction is that of most of its letters.
  Page& LanguageOf(std::string_view text, std::string_view language);

  size_t size() const { return html_.size(); }
  std::string Take() && { return std::move(html_); }

 private:
  enum class Main : uint8_t { kUnknown, kFromLeft, kFromRight };

  bool NeedsNoIsolation(std::string_view name) const;

  std::string html_;
  Main main_ = Main::kUnknown;
};

// The URL as the value of an href (to be written with Attribute), bytes beyond
// printable ASCII percent-encoded; empty unless it is http or https.
//
//   SafeUrl("https://shati.example/أ")   // "https://shati.example/%D8%A3"
//   SafeUrl("javascript:alert(1)")       // ""
std::string SafeUrl(std::string_view url);

// Where a quote stands in its sentence.
struct QuoteContext {
  std::string_view before;
  std::string_view quote;
  std::string_view after;
};

// The fragment that leads a browser to a quote, with its "#" unless the URL has
// one. The quote is widened to whole words, which is all a browser looks for,
// and has up to three words of its sentence on each side, so that the right
// one of two equal figures is found; a long one is given by its two ends.
//
//   "#:~:text=plant%20will%20cost-,%241.2%20billion,-the%20ministry%20said"
std::string TextFragment(std::string_view url, const QuoteContext& context);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_PAGE_H_
