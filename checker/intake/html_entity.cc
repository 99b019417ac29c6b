#include "checker/intake/html_entity.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

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
  char32_t character;
};
// Names of HTML 5 that pages use and libxml2, which knows HTML 4, does not.
constexpr Name kHtml5[] = {
    {"NewLine", '\n'},   {"Tab", '\t'},
    {"ast", '*'},        {"bsol", '\\'},
    {"bullet", 0x2022},  {"check", 0x2713},
    {"colon", ':'},      {"comma", ','},
    {"commat", '@'},     {"dollar", '$'},
    {"emsp13", 0x2004},  {"equals", '='},
    {"excl", '!'},       {"grave", '`'},
    {"hairsp", 0x200A},  {"half", 0xBD},
    {"horbar", 0x2015},  {"hyphen", 0x2010},
    {"lbrace", '{'},     {"lbrack", '['},
    {"lcub", '{'},       {"ldquor", 0x201E},
    {"lowbar", '_'},     {"lpar", '('},
    {"lsqb", '['},       {"num", '#'},
    {"numsp", 0x2007},   {"percnt", '%'},
    {"period", '.'},     {"plus", '+'},
    {"puncsp", 0x2008},  {"quest", '?'},
    {"rbrace", '}'},     {"rbrack", ']'},
    {"rcub", '}'},       {"rdquor", 0x201D},
    {"rpar", ')'},       {"rsqb", ']'},
    {"rsquor", 0x2019},  {"semi", ';'},
    {"sol", '/'},        {"verbar", '|'},
    {"vert", '|'},       {"ZeroWidthSpace", 0x200B},
    {"NoBreak", 0x2060},
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

char32_t NamedCharacter(const std::string& name) {
  const htmlEntityDesc* known =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  if (known != nullptr) return known->value;
  const auto found =
      std::find_if(std::begin(kHtml5), std::end(kHtml5),
                   [&](const Name& entry) { return entry.name == name; });
  return found == std::end(kHtml5) ? 0 : found->character;
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
  const std::string name(text.substr(1, at - 1));
  if (name.empty()) return {};
  if (at < text.size() && text[at] == ';') {
    const char32_t character = NamedCharacter(name);
    return character == 0 ? HtmlEntity{} : Of(character, at + 1);
  }
  // The few that old pages write without the semicolon.
  for (const std::string_view bare : {"amp", "nbsp", "quot", "lt", "gt"}) {
    if (name == bare) return Of(NamedCharacter(name), at);
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
