#include "reports/html/page.h"

#include <algorithm>

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

void AppendEscaped(std::string_view text, bool with_chips, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = CodePointAt(text, at);
    const std::string_view entity = EntityFor(c.value);
    if (!entity.empty()) {
      out += entity;
    } else if (c.value == '\n' || c.value == '\t') {
      out.push_back(' ');
    } else if (IsHidden(c.value)) {
      std::string name = VisibleName(c.value);  // "<U+202E>"
      name = name.substr(1, name.size() - 2);
      if (with_chips) {
        out += "<span class=\"hidden\">" + name + "</span>";
      } else {
        out += "[" + name + "]";
      }
    } else if (c.value == 0xfffd) {
      out += "\xef\xbf\xbd";
    } else {
      out.append(text, at, c.length);
    }
    at += c.length;
  }
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

Page& Page::Name(std::string_view text) {
  html_ += "<bdi>";
  AppendEscaped(text, true, html_);
  html_ += "</bdi>";
  return *this;
}

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

std::string TextFragment(std::string_view url, std::string_view prefix,
                         std::string_view quote) {
  std::string out =
      url.find('#') == std::string_view::npos ? "#:~:text=" : ":~:text=";
  if (!prefix.empty()) out += FragmentPart(prefix) + "-,";
  return out + FragmentPart(quote);
}

}  // namespace crosscheck
