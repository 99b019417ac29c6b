#include "reports/html/page.h"

#include <algorithm>

#include "reports/wording/figure_words.h"
#include "reports/wording/runs.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

bool IsAlphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

std::string_view EntityFor(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return "";
  }
}

// Bytes that are written as they are, whatever follows them.
constexpr bool IsPlain(char c) {
  return c >= ' ' && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"' &&
         c != '\'';
}

void AppendHidden(char32_t c, bool with_chips, std::string& out) {
  const std::string name = VisibleName(c);  // "<U+202E>"
  out += with_chips ? "<span class=\"ctl\">" : "[";
  out.append(name, 1, name.size() - 2);
  out += with_chips ? "</span>" : "]";
}

void AppendEscaped(std::string_view text, bool with_chips, std::string& out) {
  size_t done = 0;  // what stands before it is written
  for (size_t at = 0; at < text.size();) {
    if (IsPlain(text[at])) {
      ++at;
      continue;
    }
    const CodePoint c = CodePointAt(text, at);
    const std::string_view entity = EntityFor(c.value);
    const bool blank = c.value == '\n' || c.value == '\t';
    const bool broken = c.value == 0xfffd && c.length == 1;
    if (entity.empty() && !blank && !broken && !IsHidden(c.value)) {
      at += c.length;
      continue;
    }
    out.append(text, done, at - done);
    if (!entity.empty()) {
      out += entity;
    } else if (blank) {
      out.push_back(' ');
    } else if (broken) {
      out += "\xef\xbf\xbd";
    } else {
      AppendHidden(c.value, with_chips, out);
    }
    at += c.length;
    done = at;
  }
  out.append(text, done, text.size() - done);
}

void AppendPercent(char c, std::string& out) {
  constexpr char kHex[] = "0123456789ABCDEF";
  const auto byte = static_cast<uint8_t>(c);
  out.push_back('%');
  out.push_back(kHex[byte >> 4]);
  out.push_back(kHex[byte & 0xf]);
}

// Everything but letters, digits and a few marks without a meaning in a text
// fragment ("-", "," and "&" have one).
std::string FragmentPart(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (IsAlphanumeric(c) || c == '.' || c == '_' || c == '~') {
      out.push_back(c);
    } else {
      AppendPercent(c, out);
    }
  }
  return out;
}

constexpr std::string_view kBlanks = " \n\t";

std::string_view Trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

std::string_view FirstWords(std::string_view text, int count) {
  text = Trimmed(text);
  size_t end = 0;
  for (int word = 0; word < count && end < text.size(); ++word) {
    end = std::min(text.find_first_not_of(kBlanks, end), text.size());
    end = std::min(text.find_first_of(kBlanks, end), text.size());
  }
  return text.substr(0, end);
}

std::string_view LastWords(std::string_view text, int count) {
  text = Trimmed(text);
  size_t begin = text.size();
  for (int word = 0; word < count && begin > 0; ++word) {
    const size_t last = text.find_last_not_of(kBlanks, begin - 1);
    const size_t blank = text.find_last_of(kBlanks, last);
    begin = blank == std::string_view::npos ? 0 : blank + 1;
    if (word + 1 < count && begin > 0) --begin;
  }
  return Trimmed(text.substr(begin));
}

bool IsLanguageTag(std::string_view text) {
  return !text.empty() && text.size() <= 35 &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return IsAlphanumeric(c) || c == '-'; });
}

}  // namespace

Page& Page::Text(std::string_view text) {
  AppendEscaped(text, true, html_);
  return *this;
}

Page& Page::Prose(std::string_view text) {
  for (const Run& run : RunsOf(text)) {
    if (run.isolated) {
      Name(run.text);
    } else {
      Text(run.text);
    }
  }
  return *this;
}

// Does it run as the page does, with nothing at its ends or within that could
// be drawn to another place by what stands beside it?
bool Page::NeedsNoIsolation(std::string_view name) const {
  if (main_ == Main::kUnknown) return false;
  for (size_t at = 0; at < name.size();) {
    const CodePoint c = CodePointAt(name, at);
    at += c.length;
    constexpr char32_t kMiddleDot = 0xb7;
    if (c.value == ' ' || c.value == kMiddleDot) continue;
    if (main_ == Main::kFromLeft) {
      if (c.value >= 0x80 && !(c.value >= 0xc0 && c.value < 0x250)) {
        return false;
      }
    } else if (!(c.value >= 0x621 && c.value <= 0x652)) {
      return false;  // no Arabic letter or vowel mark
    }
  }
  return true;
}

Page& Page::Name(std::string_view text) {
  if (NeedsNoIsolation(text)) return Text(text);
  html_ += "<bdi>";
  AppendEscaped(text, true, html_);
  html_ += "</bdi>";
  return *this;
}

Page& Page::Pattern(std::string_view pattern,
                    std::initializer_list<Slot> slots) {
  for (size_t at = 0; at < pattern.size();) {
    const size_t open = pattern.find('{', at);
    const size_t close =
        open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) return Text(pattern.substr(at));
    Text(pattern.substr(at, open - at));
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    for (const Slot& slot : slots) {
      if (slot.name != name) continue;
      if (slot.is_markup) {
        Raw(slot.text);
      } else {
        Name(slot.text);
      }
    }
    at = close + 1;
  }
  return *this;
}

Page& Page::Number(uint64_t number) { return Raw(GroupedDigits(number)); }

Page& Page::Attribute(std::string_view text) {
  AppendEscaped(text, false, html_);
  return *this;
}

Page& Page::LanguageOf(std::string_view text, std::string_view language) {
  if (IsLanguageTag(language)) {
    html_ += " lang=\"";
    html_ += language;
    html_ += "\"";
  }
  html_ += MainDirectionOf(text) == Strength::kRightToLeft ? " dir=\"rtl\""
                                                           : " dir=\"ltr\"";
  return *this;
}

std::string SafeUrl(std::string_view url) {
  std::string scheme(url.substr(0, 8));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  if (scheme.rfind("http://", 0) != 0 && scheme != "https://") return "";
  std::string out;
  for (char c : url) {
    const bool printable = c > 0x20 && c < 0x7f;
    if (printable &&
        std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos) {
      out.push_back(c);
    } else {
      AppendPercent(c, out);
    }
  }
  return out;
}

std::string TextFragment(std::string_view url, const QuoteContext& context) {
  constexpr int kContextWords = 3;
  constexpr int kMostWords = 12;
  // The whole words the quote stands in.
  const size_t glued_before = context.before.find_last_of(kBlanks) + 1;
  const size_t glued_after =
      std::min(context.after.find_first_of(kBlanks), context.after.size());
  std::string quote(context.before.substr(glued_before));
  quote += context.quote;
  quote += context.after.substr(0, glued_after);
  const std::string_view prefix =
      LastWords(context.before.substr(0, glued_before), kContextWords);
  const std::string_view suffix =
      FirstWords(context.after.substr(glued_after), kContextWords);

  std::string out =
      url.find('#') == std::string_view::npos ? "#:~:text=" : ":~:text=";
  if (!prefix.empty()) out += FragmentPart(prefix) + "-,";
  const std::string_view start = FirstWords(quote, kMostWords);
  if (start.size() == Trimmed(quote).size()) {
    out += FragmentPart(start);
  } else {
    out += FragmentPart(FirstWords(quote, kContextWords)) + "," +
           FragmentPart(LastWords(quote, kContextWords));
  }
  if (!suffix.empty()) out += ",-" + FragmentPart(suffix);
  return out;
}

}  // namespace crosscheck
