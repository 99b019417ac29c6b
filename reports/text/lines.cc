#include "reports/text/lines.h"

#include <algorithm>

#include "reports/wording/runs.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

constexpr std::string_view kIsolate = "\xe2\x81\xa8";     // FSI U+2068
constexpr std::string_view kPopIsolate = "\xe2\x81\xa9";  // PDI U+2069
constexpr std::string_view kLeftMark = "\xe2\x80\x8e";    // LRM U+200E
constexpr std::string_view kRightMark = "\xe2\x80\x8f";   // RLM U+200F

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
  for (const Run& run : RunsOf(text)) {
    if (run.isolated) out += kIsolate;
    out += run.text;
    if (run.isolated) out += kPopIsolate;
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
