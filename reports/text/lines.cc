#include "reports/text/lines.h"

#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

constexpr std::string_view kIsolate = "\xe2\x81\xa8";     // FSI U+2068
constexpr std::string_view kPopIsolate = "\xe2\x81\xa9";  // PDI U+2069
constexpr std::string_view kLeftMark = "\xe2\x80\x8e";    // LRM U+200E
constexpr std::string_view kRightMark = "\xe2\x80\x8f";   // RLM U+200F

// The end of a quotation that begins at `at`, past its closing mark; npos when
// there is no quotation or it does not close.
size_t QuotationEnd(std::string_view text, size_t at) {
  if (text[at] != '"') return std::string_view::npos;
  const size_t close = text.find('"', at + 1);
  return close == std::string_view::npos ? close : close + 1;
}

// From the first right-to-left letter at `at` to the last before a
// left-to-right one.
size_t RunEnd(std::string_view text, size_t at) {
  size_t end = at;
  while (at < text.size() && text[at] != '"') {
    const CodePoint c = CodePointAt(text, at);
    const Strength strength = StrengthOf(c.value);
    if (strength == Strength::kLeftToRight) break;
    at += c.length;
    if (strength == Strength::kRightToLeft) end = at;
  }
  return end;
}

}  // namespace

std::vector<std::string> Wrap(std::string_view text, int width) {
  std::vector<std::string> lines;
  std::string line;
  int columns = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t blank = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, blank - at);
    at = blank + 1;
    if (word.empty()) continue;
    const int wide = ColumnsOf(word);
    if (columns > 0 && columns + 1 + wide > width) {
      lines.push_back(std::move(line));
      line.clear();
      columns = 0;
    }
    if (columns > 0) {
      line.push_back(' ');
      ++columns;
    }
    line += word;
    columns += wide;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string IsolateName(std::string_view text) {
  std::string out;
  const bool isolate = HasRightToLeft(text);
  if (isolate) out += kIsolate;
  out += text;
  if (isolate) out += kPopIsolate;
  return out;
}

std::string IsolateRuns(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t quotation = QuotationEnd(text, at);
    if (quotation != std::string_view::npos) {
      out.push_back('"');
      out += IsolateName(text.substr(at + 1, quotation - at - 2));
      out.push_back('"');
      at = quotation;
      continue;
    }
    const CodePoint c = CodePointAt(text, at);
    if (StrengthOf(c.value) != Strength::kRightToLeft) {
      out.append(text, at, c.length);
      at += c.length;
      continue;
    }
    const size_t end = RunEnd(text, at);
    out += IsolateName(text.substr(at, end - at));
    at = end;
  }
  return out;
}

std::string IsolateLine(std::string_view line, bool right_to_left) {
  if (!right_to_left && !HasRightToLeft(line)) return std::string(line);
  std::string out(kIsolate);
  const bool starts_right = DirectionOf(line) == Strength::kRightToLeft;
  if (starts_right != right_to_left) {
    out += right_to_left ? kRightMark : kLeftMark;
  }
  out += line;
  out += kPopIsolate;
  return out;
}

}  // namespace crosscheck
