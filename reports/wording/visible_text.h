#ifndef CROSSCHECK_REPORTS_WORDING_VISIBLE_TEXT_H_
#define CROSSCHECK_REPORTS_WORDING_VISIBLE_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

// A character of a text and the bytes it takes. Bytes that are no UTF-8 come
// one at a time as U+FFFD.
struct CodePoint {
  char32_t value = 0;
  uint32_t length = 0;
};
CodePoint CodePointAt(std::string_view text, size_t at);

// Is this a character that a terminal, an editor or a browser obeys instead
// of showing, and so may deceive a reader: C0 and C1 controls, DEL, U+2028,
// U+2029, the bidirectional embeddings, overrides and isolates? Tab and
// newline are not among them, nor the marks that ordinary Arabic needs (LRM,
// RLM, ALM, joiners).
bool IsHidden(char32_t c);

// The text for people: every hidden character as "<U+202E>", every run of
// newlines and tabs as one blank. Never longer than eight times the input.
//
//   Visible("5\x1b[31m %")     // "5<U+001B>[31m %"
std::string Visible(std::string_view text);
// "<U+202E>"
std::string VisibleName(char32_t hidden);

// What a character says about direction.
enum class Strength : uint8_t { kNone, kLeftToRight, kRightToLeft };
Strength StrengthOf(char32_t c);
// Of the first strong character; kNone for "5%".
Strength DirectionOf(std::string_view text);
// Of most strong characters, the first deciding a tie: "OpenAI تعلن نموذجها"
// is right-to-left.
Strength MainDirectionOf(std::string_view text);
bool HasRightToLeft(std::string_view text);

// Columns of a terminal: 0 for combining and format characters, 2 for wide
// ones (CJK, emoji), else 1.
int ColumnsOf(char32_t c);
int ColumnsOf(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_WORDING_VISIBLE_TEXT_H_
