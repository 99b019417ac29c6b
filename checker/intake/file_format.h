#ifndef CROSSCHECK_CHECKER_INTAKE_FILE_FORMAT_H_
#define CROSSCHECK_CHECKER_INTAKE_FILE_FORMAT_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace crosscheck {

enum class FileFormat : uint8_t { kText, kMarkdown, kHtml, kRecords };

// "text", "markdown", "html", "jsonl".
std::optional<FileFormat> ReadFormatName(std::string_view name);

// By the end of a file's name, ".gz" and ".zst" aside: .txt .text, .md
// .markdown, .html .htm .xhtml, .jsonl .ndjson. nullopt: it does not say.
std::optional<FileFormat> FormatOfFileName(std::string_view name);

// By how the content begins; plain text where nothing else shows.
//   FormatOfContent("<!doctype html>…")   // kHtml
//   FormatOfContent("{\"text\": …")       // kRecords
FileFormat FormatOfContent(std::string_view first_bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_FILE_FORMAT_H_
