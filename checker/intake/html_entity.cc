#include "checker/intake/html_entity.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "checker/rulebook/fold_table.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestName = 32;

// What bytes 0x80..0x9F mean in Windows-1252, which pages use by number.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

struct Name {
  std::string_view name;
  std::string_view text;
};
// Sorted by name.
constexpr Name kNames[] = {
#include "checker/intake/html_entity_names.inc"
};

char32_t Mend(uint32_t number) {
  if (number >= 0x80 && number <= 0x9F) return kWindows1252[number - 0x80];
  if (number == 0 || number > 0x10FFFF ||
      (number >= 0xD800 && number <= 0xDFFF)) {
    return 0xFFFD;
  }
  return number;
}

HtmlEntity Of(char32_t character, size_t length) {
  HtmlEntity entity;
  AppendUtf8(character, entity.text);
  entity.length = length;
  return entity;
}

HtmlEntity ReadNumber(std::string_view text) {
  size_t at = 2;
  const bool is_hex = at < text.size() && (text[at] | 0x20) == 'x';
  if (is_hex) ++at;
  const size_t begin = at;
  uint32_t number = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const char lower = static_cast<char>(c | 0x20);
    uint32_t digit;
    if (c >= '0' && c <= '9') {
      digit = static_cast<uint32_t>(c - '0');
    } else if (is_hex && lower >= 'a' && lower <= 'f') {
      digit = static_cast<uint32_t>(lower - 'a') + 10;
    } else {
      break;
    }
    if (number <= 0x10FFFF) number = number * (is_hex ? 16 : 10) + digit;
  }
  if (at == begin) return {};
  if (at < text.size() && text[at] == ';') ++at;
  return Of(Mend(number), at);
}

// Empty where the name is none.
std::string_view NamedText(std::string_view name) {
  const auto found = std::lower_bound(
      std::begin(kNames), std::end(kNames), name,
      [](const Name& entry, std::string_view n) { return entry.name < n; });
  if (found == std::end(kNames) || found->name != name) return {};
  return found->text;
}

}  // namespace

HtmlEntity ReadEntity(std::string_view text) {
  if (text.size() < 3 || text[0] != '&') return {};
  if (text[1] == '#') return ReadNumber(text);
  size_t at = 1;
  while (at < text.size() && at <= kLongestName &&
         ((text[at] >= 'a' && text[at] <= 'z') ||
          (text[at] >= 'A' && text[at] <= 'Z') ||
          (text[at] >= '0' && text[at] <= '9'))) {
    ++at;
  }
  const std::string_view name = text.substr(1, at - 1);
  if (at < text.size() && text[at] == ';') {
    const std::string_view known = NamedText(name);
    return known.empty() ? HtmlEntity{}
                         : HtmlEntity{std::string(known), at + 1};
  }
  // The few that old pages write without the semicolon.
  for (const std::string_view bare : {"amp", "nbsp", "quot", "lt", "gt"}) {
    if (name == bare) return {std::string(NamedText(name)), at};
  }
  return {};
}

std::string DecodeEntities(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t mark = std::min(text.find('&', at), text.size());
    decoded.append(text, at, mark - at);
    if (mark == text.size()) break;
    const HtmlEntity entity = ReadEntity(text.substr(mark));
    if (entity.length == 0) {
      decoded += '&';
      at = mark + 1;
    } else {
      decoded += entity.text;
      at = mark + entity.length;
    }
  }
  return decoded;
}

}  // namespace crosscheck
