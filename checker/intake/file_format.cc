#include "checker/intake/file_format.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "checker/intake/article_text.h"

namespace crosscheck {
namespace {

struct Ending {
  std::string_view ending;
  FileFormat format;
};
constexpr Ending kEndings[] = {
    {".txt", FileFormat::kText},       {".text", FileFormat::kText},
    {".md", FileFormat::kMarkdown},    {".markdown", FileFormat::kMarkdown},
    {".html", FileFormat::kHtml},      {".htm", FileFormat::kHtml},
    {".xhtml", FileFormat::kHtml},     {".jsonl", FileFormat::kRecords},
    {".ndjson", FileFormat::kRecords},
};

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return lower;
}

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         text.substr(text.size() - end.size()) == end;
}

}  // namespace

std::optional<FileFormat> ReadFormatName(std::string_view name) {
  if (name == "text") return FileFormat::kText;
  if (name == "markdown") return FileFormat::kMarkdown;
  if (name == "html") return FileFormat::kHtml;
  if (name == "jsonl") return FileFormat::kRecords;
  return std::nullopt;
}

std::optional<FileFormat> FormatOfFileName(std::string_view name) {
  const std::string lower = LowerCase(name);
  std::string_view rest = lower;
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (EndsWith(rest, packed)) rest.remove_suffix(packed.size());
  }
  for (const Ending& known : kEndings) {
    if (EndsWith(rest, known.ending)) return known.format;
  }
  return std::nullopt;
}

FileFormat FormatOfContent(std::string_view first_bytes) {
  const std::string begin = LowerCase(Trim(first_bytes.substr(0, 1024)));
  const std::string_view text = begin;
  if (StartsWith(text, "{") &&
      text.find_first_not_of(" \t", 1) == text.find('"')) {
    return FileFormat::kRecords;
  }
  for (const std::string_view tag :
       {"<!doctype html", "<html", "<head", "<body", "<article", "<?xml",
        "<!--", "<meta", "<div", "<p>", "<title", "<h1"}) {
    if (StartsWith(text, tag)) return FileFormat::kHtml;
  }
  if (StartsWith(text, "---\n") || StartsWith(text, "---\r\n") ||
      StartsWith(text, "# ")) {
    return FileFormat::kMarkdown;
  }
  return FileFormat::kText;
}

}  // namespace crosscheck
