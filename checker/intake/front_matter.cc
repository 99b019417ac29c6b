#include "checker/intake/front_matter.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "checker/intake/article_text.h"

namespace crosscheck {
namespace {

// yaml-cpp is slow; no front matter is this long.
constexpr size_t kLimit = 256 << 10;

std::string* MemberOf(const std::string& key, Metadata& metadata) {
  if (key == "title" || key == "headline") return &metadata.title;
  if (key == "date" || key == "published" || key == "publishDate" ||
      key == "datePublished" || key == "pubdate") {
    return &metadata.published;
  }
  if (key == "outlet" || key == "source" || key == "publication" ||
      key == "site") {
    return &metadata.outlet;
  }
  if (key == "lang" || key == "language" || key == "locale") {
    return &metadata.language;
  }
  if (key == "url" || key == "link" || key == "permalink" ||
      key == "canonical" || key == "canonical_url") {
    return &metadata.url;
  }
  return nullptr;
}

// Where the scalar `value` stands in `yaml`, from `at` on, perhaps in quotes.
Span FindScalar(std::string_view yaml, size_t at, std::string_view value) {
  for (int step = 0; step < 2; ++step, ++at) {
    if (yaml.size() >= at && yaml.substr(at, value.size()) == value) {
      return {static_cast<uint32_t>(at),
              static_cast<uint32_t>(at + value.size())};
    }
  }
  return {};
}

}  // namespace

FrontMatter ReadFrontMatter(std::string_view text) {
  FrontMatter front;
  Lines lines(text.substr(0, kLimit));
  if (!lines.Next() || Trim(Cut(text, lines.line())) != "---" ||
      text[0] != '-') {
    return front;
  }
  const uint32_t begin = lines.line_with_end().end;
  uint32_t end = 0;
  while (lines.Next()) {
    std::string_view line = Cut(text, lines.line());
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line == "---" || line == "...") {
      end = lines.line().begin;
      front.end = lines.line_with_end().end;
      break;
    }
  }
  // Without an end, the first line is a rule across the page.
  if (front.end == 0) return front;
  const std::string yaml(text.substr(begin, end - begin));
  try {
    const YAML::Node root = YAML::Load(yaml);
    if (root.IsNull()) return front;
    if (!root.IsMap()) {
      front.fault =
          "line 2: front matter: not keys and values; write "
          "\"title: …\"";
      return front;
    }
    for (const auto& entry : root) {
      if (!entry.first.IsScalar() || !entry.second.IsScalar()) continue;
      std::string* member = MemberOf(entry.first.Scalar(), front.metadata);
      if (member == nullptr || !member->empty()) continue;
      *member = entry.second.Scalar();
      const int at = entry.second.Mark().pos;
      if (member == &front.metadata.title && !member->empty() && at >= 0) {
        const Span found = FindScalar(yaml, static_cast<size_t>(at), *member);
        if (!IsEmpty(found) && member->find('\n') == std::string::npos) {
          front.title = {begin + found.begin, begin + found.end};
        }
      }
    }
  } catch (const YAML::Exception& error) {
    front.fault = fmt::format("line {}: front matter: not YAML ({}); mend it",
                              error.mark.line + 2, error.msg);
  }
  return front;
}

}  // namespace crosscheck
