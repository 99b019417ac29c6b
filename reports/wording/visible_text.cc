#include "reports/wording/visible_text.h"

#include <fmt/format.h>

namespace crosscheck {
namespace {

struct Range {
  char32_t first, last;
};

template <size_t n>
bool In(const Range (&ranges)[n], char32_t c) {
  for (const Range& range : ranges) {
    if (c < range.first) return false;
    if (c <= range.last) return true;
  }
  return false;
}

// Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin. Arabic-Indic digits and
// the marks between are not strong; they follow what stands around them.
constexpr Range kRightToLeft[] = {
    {0x590, 0x5ff},   {0x608, 0x608},     {0x60b, 0x60b},    {0x60d, 0x60d},
    {0x61b, 0x64a},   {0x66d, 0x66f},     {0x671, 0x6d5},    {0x6e5, 0x6e6},
    {0x6ee, 0x6ef},   {0x6fa, 0x8ff},     {0x200f, 0x200f},  {0xfb1d, 0xfdff},
    {0xfe70, 0xfefe}, {0x10800, 0x10fff}, {0x1e800, 0x1efff}};

// Blocks above Latin-1 that are punctuation, symbols or marks.
constexpr Range kNoStrength[] = {
    {0xd7, 0xd7},     {0xf7, 0xf7},       {0x2b9, 0x2ff},     {0x300, 0x36f},
    {0x600, 0x6ff},   {0x2000, 0x200d},   {0x2010, 0x20ff},   {0x2190, 0x2bff},
    {0x2e00, 0x2e7f}, {0x3000, 0x303f},   {0xfe00, 0xfe6f},   {0xfeff, 0xfeff},
    {0xfff0, 0xffff}, {0x1f000, 0x1faff}, {0xe0000, 0x10ffff}};

constexpr Range kNoColumns[] = {
    {0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},    {0x610, 0x61a},
    {0x61c, 0x61c},   {0x64b, 0x65f},   {0x670, 0x670},    {0x6d6, 0x6dc},
    {0x6df, 0x6e4},   {0x6e7, 0x6e8},   {0x6ea, 0x6ed},    {0x8d3, 0x8ff},
    {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x206f},  {0xfe00, 0xfe0f},
    {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xe0000, 0xe0fff}};

constexpr Range kTwoColumns[] = {
    {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0xa4cf},
    {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},
    {0xff00, 0xff60},   {0xffe0, 0xffe6},   {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};

}  // namespace

CodePoint CodePointAt(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) -> uint32_t {
    return at + i < text.size() ? static_cast<uint8_t>(text[at + i]) : 0;
  };
  const auto follows = [&](size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xc2 && lead < 0xe0 && follows(1)) {
    return {(lead & 0x1f) << 6 | (byte(1) & 0x3f), 2};
  }
  if (lead >= 0xe0 && lead < 0xf0 && follows(1) && follows(2)) {
    const char32_t c =
        (lead & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
    if (c >= 0x800 && (c < 0xd800 || c > 0xdfff)) return {c, 3};
  }
  if (lead >= 0xf0 && lead < 0xf5 && follows(1) && follows(2) && follows(3)) {
    const char32_t c = (lead & 0x07) << 18 | (byte(1) & 0x3f) << 12 |
                       (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f);
    if (c >= 0x10000 && c < 0x110000) return {c, 4};
  }
  return {0xfffd, 1};
}

bool IsHidden(char32_t c) {
  if (c == '\n' || c == '\t') return false;
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string VisibleName(char32_t hidden) {
  return fmt::format("<U+{:04X}>", static_cast<uint32_t>(hidden));
}

std::string Visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = CodePointAt(text, at);
    if (c.value == '\n' || c.value == '\t') {
      if (!blank) out.push_back(' ');
      blank = true;
    } else {
      blank = false;
      if (IsHidden(c.value)) {
        out += VisibleName(c.value);
      } else if (c.value == 0xfffd) {
        out += "\xef\xbf\xbd";
      } else {
        out.append(text, at, c.length);
      }
    }
    at += c.length;
  }
  return out;
}

Strength StrengthOf(char32_t c) {
  if (c < 0x80) {
    const char32_t lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' ? Strength::kLeftToRight
                                        : Strength::kNone;
  }
  if (In(kRightToLeft, c)) return Strength::kRightToLeft;
  if (c == 0xaa || c == 0xb5 || c == 0xba) return Strength::kLeftToRight;
  if (c < 0xc0 || In(kNoStrength, c)) return Strength::kNone;
  return Strength::kLeftToRight;
}

Strength DirectionOf(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = CodePointAt(text, at);
    const Strength strength = StrengthOf(c.value);
    if (strength != Strength::kNone) return strength;
    at += c.length;
  }
  return Strength::kNone;
}

Strength MainDirectionOf(std::string_view text) {
  int64_t rightwards = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = CodePointAt(text, at);
    const Strength strength = StrengthOf(c.value);
    if (strength == Strength::kLeftToRight) ++rightwards;
    if (strength == Strength::kRightToLeft) --rightwards;
    at += c.length;
  }
  if (rightwards == 0) return DirectionOf(text);
  return rightwards > 0 ? Strength::kLeftToRight : Strength::kRightToLeft;
}

bool HasRightToLeft(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = CodePointAt(text, at);
    if (StrengthOf(c.value) == Strength::kRightToLeft) return true;
    at += c.length;
  }
  return false;
}

int ColumnsOf(char32_t c) {
  if (c < 0x300) return c < 0x20 ? 0 : 1;
  if (In(kNoColumns, c)) return 0;
  return In(kTwoColumns, c) ? 2 : 1;
}

int ColumnsOf(std::string_view text) {
  int columns = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = CodePointAt(text, at);
    columns += ColumnsOf(c.value);
    at += c.length;
  }
  return columns;
}

}  // namespace crosscheck
