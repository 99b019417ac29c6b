#ifndef CROSSCHECK_CHECKER_RULEBOOK_FOLD_TABLE_H_
#define CROSSCHECK_CHECKER_RULEBOOK_FOLD_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

// Which characters count as the same: code point -> replacement text (empty:
// dropped). Built from rules/*/fold.yaml: Arabic diacritics and tatweel drop,
// alef forms meet, Arabic-Indic digits become ASCII, Latin letters lose case
// and accents. One table for all languages, so that names meet across them.
//
// Replacements are at most kMaxBytes of UTF-8. Folding is idempotent (the
// loader refuses a table that is not). Thread-safe once built.
//
//   Fold("Café")      // "cafe"
//   Fold("أُولَى")      // "اولي"
class FoldTable {
 public:
  static constexpr int kMaxBytes = 6;
  struct Cell {
    int8_t length = -1;   // -1: the character stands for itself
    bool single = false;  // `bytes` are one character
    char bytes[kMaxBytes] = {};
  };

  FoldTable();
  void Set(char32_t code_point, std::string_view replacement);
  const Cell& Get(char32_t code_point) const {
    const uint32_t page = code_point >> 8;
    return page < kPages ? pages_[page_of_[page]][code_point & 255] : same_;
  }
  // What one ASCII byte folds to where that is one byte too; 0 otherwise.
  char Ascii(char byte) const {
    return ascii_[static_cast<unsigned char>(byte)];
  }
  // The ASCII bytes to which anything else happens than that capitals become
  // small letters, each as a number of eight such bytes. Where there are more
  // than these, `has_few` is false.
  struct OddAscii {
    std::array<uint64_t, 2> bytes{};  // 0: none, or the byte 0
    bool has_few = false;
  };
  const OddAscii& odd_ascii() const { return odd_ascii_; }
  // Folds what is plain at the beginning of `text` into `to`, which has room
  // for as much: characters of one or two bytes that fold to one as long. How
  // many bytes those were.
  size_t FoldPlain(std::string_view text, char* to) const;
  std::string Fold(std::string_view text) const;

 private:
  static constexpr uint32_t kPages = 0x110000 >> 8;
  using Page = std::array<Cell, 256>;
  std::array<uint16_t, kPages> page_of_{};  // 0: the page of unchanged cells
  std::vector<Page> pages_;
  std::array<char, 256> ascii_{};
  OddAscii odd_ascii_;
  // The bytes, the first the lower, of what a character of two bytes folds to
  // where that is one of two bytes too; else 0. By those two bytes.
  static size_t PlaceOf(unsigned char first, unsigned char second) {
    return (first & 0x1Fu) << 8 | second;
  }
  uint16_t& TwoOf(char32_t c) {
    return two_[PlaceOf(static_cast<unsigned char>(c >> 6),
                        static_cast<unsigned char>(0x80 | (c & 0x3F)))];
  }
  std::array<uint16_t, 0x2000> two_{};
  Cell same_;
};

// Decodes the UTF-8 character at `at`; returns it and its length in bytes
// (1..4). Invalid bytes come back as U+FFFD of length 1.
std::pair<char32_t, int> DecodeLongUtf8(std::string_view text, size_t at);
inline std::pair<char32_t, int> DecodeUtf8(std::string_view text, size_t at) {
  const auto first =
      static_cast<unsigned char>(at < text.size() ? text[at] : char{0});
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80) {
      return {(first & 0x1Fu) << 6 | (second & 0x3Fu), 2};
    }
  }
  return DecodeLongUtf8(text, at);
}
void AppendUtf8(char32_t code_point, std::string& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_FOLD_TABLE_H_
