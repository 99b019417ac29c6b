#include "checker/rulebook/fold_lines.h"

#include <charconv>

#include "checker/rulebook/fold_table.h"

namespace crosscheck {

std::optional<char32_t> ReadFoldCharacter(std::string_view text) {
  if (text.size() > 2 && text.substr(0, 2) == "U+") {
    uint32_t value = 0;
    const auto [end, error] =
        std::from_chars(text.data() + 2, text.data() + text.size(), value, 16);
    if (error != std::errc() || end != text.data() + text.size() ||
        value >= 0x110000) {
      return std::nullopt;
    }
    return value;
  }
  if (text.empty()) return std::nullopt;
  const auto [c, length] = DecodeUtf8(text, 0);
  if (static_cast<size_t>(length) != text.size()) return std::nullopt;
  return c;
}

std::optional<std::pair<char32_t, std::string>> ReadFoldPair(
    std::string_view line) {
  const size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto from = ReadFoldCharacter(line.substr(0, blank));
  std::string_view to = line.substr(blank + 1);
  if (!from || to.empty()) return std::nullopt;
  std::string replacement;
  if (to.size() > 2 && to.substr(0, 2) == "U+") {
    const auto c = ReadFoldCharacter(to);
    if (!c) return std::nullopt;
    AppendUtf8(*c, replacement);
  } else {
    replacement = to;
  }
  if (replacement.size() > FoldTable::kMaxBytes) return std::nullopt;
  return std::make_pair(*from, replacement);
}

std::optional<std::pair<char32_t, char32_t>> ReadFoldRange(
    std::string_view line) {
  const size_t dots = line.find("..");
  if (dots == std::string_view::npos) {
    const auto one = ReadFoldCharacter(line);
    if (!one) return std::nullopt;
    return std::make_pair(*one, *one);
  }
  const auto first = ReadFoldCharacter(line.substr(0, dots));
  const auto last = ReadFoldCharacter(line.substr(dots + 2));
  if (!first || !last || *first > *last) return std::nullopt;
  return std::make_pair(*first, *last);
}

}  // namespace crosscheck
