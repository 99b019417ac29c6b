#include "checker/text/fold_text.h"

namespace crosscheck {
namespace {

// Marks that sit on the letter before them.
bool IsCombining(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || c == 0x0640 ||
         (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) ||
         c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED) ||
         (c >= 0x08D3 && c <= 0x08FF) || (c >= 0xFE00 && c <= 0xFE0F);
}

}  // namespace

FoldedText FoldText(std::string_view raw, const FoldTable& table) {
  FoldedText out;
  out.text.reserve(raw.size());
  out.raw_begin.reserve(raw.size());
  out.raw_end.reserve(raw.size());
  const auto add = [&](std::string_view bytes, size_t begin, size_t end) {
    out.text += bytes;
    out.raw_begin.insert(out.raw_begin.end(), bytes.size(),
                         static_cast<uint32_t>(begin));
    out.raw_end.insert(out.raw_end.end(), bytes.size(),
                       static_cast<uint32_t>(end));
  };
  size_t last_letter_bytes = 0;  // of the character last added
  for (size_t at = 0; at < raw.size();) {
    const auto [c, length] = DecodeUtf8(raw, at);
    const FoldTable::Cell& cell = table.Get(c);
    if (cell.length == 0) {
      if (IsCombining(c)) {
        for (size_t i = 0; i < last_letter_bytes; ++i) {
          out.raw_end[out.raw_end.size() - 1 - i] =
              static_cast<uint32_t>(at + length);
        }
      } else {
        last_letter_bytes = 0;
      }
    } else {
      const std::string_view bytes =
          cell.length < 0 ? raw.substr(at, length)
                          : std::string_view(cell.bytes, cell.length);
      add(bytes, at, at + length);
      last_letter_bytes = bytes.size();
    }
    at += length;
  }
  return out;
}

void SetCapitals(std::string_view raw_word, const FoldTable& table,
                 Token& token) {
  int letters = 0, capitals = 0;
  for (size_t at = 0; at < raw_word.size();) {
    const auto [c, length] = DecodeUtf8(raw_word, at);
    const bool upper =
        (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
        (c >= 0x100 && c <= 0x24F && (c & 1) == 0 && table.Get(c).length > 0) ||
        (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
    if (at == 0) token.capital = upper;
    if (c != '.' && c != '\'' && c != '&') {
      ++letters;
      capitals += upper;
    }
    at += length;
  }
  token.all_capitals = letters >= 2 && capitals == letters;
}

}  // namespace crosscheck
