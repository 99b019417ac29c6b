#include "checker/rulebook/token_split.h"

#include <array>
#include <tuple>

#include "checker/rulebook/fold_table.h"

namespace crosscheck {
namespace {

enum class Class : uint8_t {
  kBlank,
  kNewline,
  kLetter,
  kDigit,
  kPunct,
  kSymbol
};

struct CharFacts {
  Class cls = Class::kLetter;
  Script script = Script::kOther;
};

constexpr std::array<Class, 128> MakeAscii() {
  std::array<Class, 128> table{};
  for (int c = 0; c < 128; ++c) {
    if (c == '\n') {
      table[c] = Class::kNewline;
    } else if (c <= ' ' || c == 127) {
      table[c] = Class::kBlank;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      table[c] = Class::kLetter;
    } else if (c >= '0' && c <= '9') {
      table[c] = Class::kDigit;
    } else if (c == '$' || c == '%' || c == '+' || c == '=' || c == '<' ||
               c == '>' || c == '^' || c == '|' || c == '~' || c == '`' ||
               c == '#') {
      table[c] = Class::kSymbol;
    } else {
      table[c] = Class::kPunct;
    }
  }
  return table;
}
constexpr std::array<Class, 128> kAscii = MakeAscii();

struct Range {
  char32_t first, last;
  Class cls;
  Script script;
};

// Blocks of Unicode 15, coarsely; what is not listed counts as a letter of an
// other script, which costs nothing but a token boundary.
constexpr Range kRanges[] = {
    {0x0080, 0x00A0, Class::kBlank, Script::kNone},
    {0x00A1, 0x00A1, Class::kPunct, Script::kNone},
    {0x00A2, 0x00A9, Class::kSymbol, Script::kNone},
    {0x00AA, 0x00AA, Class::kLetter, Script::kLatin},
    {0x00AB, 0x00AB, Class::kPunct, Script::kNone},
    {0x00AC, 0x00B4, Class::kSymbol, Script::kNone},
    {0x00B5, 0x00B5, Class::kLetter, Script::kLatin},
    {0x00B6, 0x00B7, Class::kPunct, Script::kNone},
    {0x00B8, 0x00B9, Class::kSymbol, Script::kNone},
    {0x00BA, 0x00BA, Class::kLetter, Script::kLatin},
    {0x00BB, 0x00BB, Class::kPunct, Script::kNone},
    {0x00BC, 0x00BE, Class::kSymbol, Script::kNone},
    {0x00BF, 0x00BF, Class::kPunct, Script::kNone},
    {0x00C0, 0x024F, Class::kLetter, Script::kLatin},
    {0x0600, 0x0605, Class::kSymbol, Script::kArabic},
    {0x0606, 0x060B, Class::kSymbol, Script::kArabic},
    {0x060C, 0x060D, Class::kPunct, Script::kArabic},
    {0x060E, 0x060F, Class::kSymbol, Script::kArabic},
    {0x061B, 0x061F, Class::kPunct, Script::kArabic},
    {0x0620, 0x065F, Class::kLetter, Script::kArabic},
    {0x0660, 0x0669, Class::kDigit, Script::kArabic},
    {0x066A, 0x066D, Class::kPunct, Script::kArabic},
    {0x066E, 0x06D3, Class::kLetter, Script::kArabic},
    {0x06D4, 0x06D4, Class::kPunct, Script::kArabic},
    {0x06D5, 0x06FF, Class::kLetter, Script::kArabic},
    {0x0750, 0x077F, Class::kLetter, Script::kArabic},
    {0x08A0, 0x08FF, Class::kLetter, Script::kArabic},
    {0x1E00, 0x1EFF, Class::kLetter, Script::kLatin},
    {0x2000, 0x200F, Class::kBlank, Script::kNone},
    {0x2010, 0x2027, Class::kPunct, Script::kNone},
    {0x2028, 0x2029, Class::kNewline, Script::kNone},
    {0x202A, 0x202F, Class::kBlank, Script::kNone},
    {0x2030, 0x2031, Class::kSymbol, Script::kNone},
    {0x2032, 0x205E, Class::kPunct, Script::kNone},
    {0x205F, 0x206F, Class::kBlank, Script::kNone},
    {0x2070, 0x209F, Class::kSymbol, Script::kNone},
    {0x20A0, 0x20CF, Class::kSymbol, Script::kNone},
    {0x2100, 0x2BFF, Class::kSymbol, Script::kNone},
    {0x3000, 0x3000, Class::kBlank, Script::kNone},
    {0x3001, 0x3003, Class::kPunct, Script::kNone},
    {0xFB50, 0xFDFF, Class::kLetter, Script::kArabic},
    {0xFE70, 0xFEFE, Class::kLetter, Script::kArabic},
    {0xFEFF, 0xFEFF, Class::kBlank, Script::kNone},
    {0xFFFC, 0xFFFD, Class::kSymbol, Script::kNone},
    {0x1F000, 0x1FAFF, Class::kSymbol, Script::kNone},
};

constexpr CharFacts LookUp(char32_t c) {
  if (c < 128) return {kAscii[c], Script::kLatin};
  size_t low = 0, high = std::size(kRanges);
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (kRanges[middle].last < c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low < std::size(kRanges) && kRanges[low].first <= c) {
    return {kRanges[low].cls, kRanges[low].script};
  }
  return {};
}

// Those of two bytes and less, Arabic among them, stand in a table.
constexpr char32_t kTableSize = 0x800;
constexpr std::array<CharFacts, kTableSize> MakeTable() {
  std::array<CharFacts, kTableSize> table{};
  for (char32_t c = 0; c < kTableSize; ++c) table[c] = LookUp(c);
  return table;
}
constexpr std::array<CharFacts, kTableSize> kTable = MakeTable();

CharFacts FactsOfChar(char32_t c) {
  return c < kTableSize ? kTable[c] : LookUp(c);
}

bool IsLetterAt(std::string_view text, size_t at) {
  return at < text.size() &&
         FactsOfChar(DecodeUtf8(text, at).first).cls == Class::kLetter;
}

// The end of "u.s." read from its first letter; `begin` where there is none.
size_t EndOfInitials(std::string_view text, size_t begin, size_t after_first) {
  size_t at = after_first;  // after a letter
  int letters = 1;
  while (at < text.size() && text[at] == '.' && IsLetterAt(text, at + 1)) {
    const size_t next = at + 1 + DecodeUtf8(text, at + 1).second;
    if (IsLetterAt(text, next)) break;  // a longer word follows the stop
    at = next;
    ++letters;
  }
  if (letters < 2) return begin;
  if (at < text.size() && text[at] == '.') ++at;
  return at;
}

// The end of the letters of two bytes each, of this script, that stand at
// `end`.
size_t EndOfShortLetters(std::string_view text, size_t end, Script script) {
  for (; end + 1 < text.size(); end += 2) {
    const auto first = static_cast<unsigned char>(text[end]);
    const auto second = static_cast<unsigned char>(text[end + 1]);
    if ((first & 0xE0) != 0xC0 || (second & 0xC0) != 0x80) break;
    const CharFacts facts = kTable[(first & 0x1Fu) << 6 | (second & 0x3Fu)];
    if (facts.cls != Class::kLetter || facts.script != script) break;
  }
  return end;
}

// The end of the word whose first letter is text[begin, end).
size_t EndOfWord(std::string_view text, size_t begin, size_t end,
                 Script script) {
  if (end < text.size() && text[end] == '.') {
    const size_t initials = EndOfInitials(text, begin, end);
    return initials != begin ? initials : end;
  }
  const bool latin = script == Script::kLatin;
  if (!latin) end = EndOfShortLetters(text, end, script);
  while (end < text.size()) {
    const auto byte = static_cast<unsigned char>(text[end]);
    if (byte < 0x80) {
      // ASCII letters are Latin.
      if (!latin) break;
      if (kAscii[byte] == Class::kLetter) {
        ++end;
      } else if ((byte == '\'' || byte == '&') && IsLetterAt(text, end + 1)) {
        ++end;
      } else {
        break;
      }
      continue;
    }
    const auto [next, length] = DecodeUtf8(text, end);
    const CharFacts facts = FactsOfChar(next);
    if (facts.cls != Class::kLetter || facts.script != script) break;
    end += static_cast<size_t>(length);
  }
  return end;
}

}  // namespace

bool TokenSplitter::NextOfAny(SplitToken& token) {
  const std::string_view text = text_;
  size_t at = at_;
  char32_t c = 0;
  int length = 1;
  CharFacts facts;
  for (;; at += static_cast<size_t>(length)) {
    if (at >= text.size()) {
      at_ = at;
      return false;
    }
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
      c = byte;
      length = 1;
      facts = {kAscii[byte], Script::kLatin};
    } else {
      std::tie(c, length) = DecodeUtf8(text, at);
      facts = FactsOfChar(c);
    }
    if (facts.cls != Class::kBlank && facts.cls != Class::kNewline) break;
    glued_ = false;
    if (facts.cls == Class::kNewline) after_newline_ = true;
  }
  token.begin = static_cast<uint32_t>(at);
  token.kind = TokenKind::kWord;
  token.script = Script::kNone;
  token.glued = glued_;
  token.after_newline = after_newline_;
  size_t end = at + static_cast<size_t>(length);
  if (facts.cls == Class::kLetter) {
    token.script = facts.script;
    end = EndOfWord(text, at, end, facts.script);
  } else if (facts.cls == Class::kDigit) {
    token.kind = TokenKind::kDigits;
    while (end < text.size()) {
      const auto [next, next_length] = DecodeUtf8(text, end);
      if (FactsOfChar(next).cls != Class::kDigit) break;
      end += next_length;
    }
  } else {
    token.kind =
        facts.cls == Class::kPunct ? TokenKind::kPunct : TokenKind::kSymbol;
    while (token.kind == TokenKind::kPunct && end < text.size()) {
      const auto [next, next_length] = DecodeUtf8(text, end);
      if (next != c) break;
      end += next_length;
    }
  }
  token.end = static_cast<uint32_t>(end);
  glued_ = true;
  after_newline_ = false;
  at_ = end;
  return true;
}

std::vector<SplitToken> SplitTokens(std::string_view folded) {
  std::vector<SplitToken> tokens;
  tokens.reserve(folded.size() / 5 + 1);
  TokenSplitter splitter(folded);
  for (SplitToken token; splitter.Next(token);) tokens.push_back(token);
  return tokens;
}

}  // namespace crosscheck
