#include "checker/rulebook/fold_table.h"

#include <cassert>
#include <cstring>

namespace crosscheck {
namespace {

constexpr char32_t kTwoByteEnd = 0x800;

uint16_t TwoBytes(std::string_view character) {
  return static_cast<uint16_t>(static_cast<unsigned char>(character[0]) |
                               static_cast<unsigned char>(character[1]) << 8);
}

}  // namespace

FoldTable::FoldTable() : pages_(1) {
  for (int c = 1; c < 128; ++c) ascii_[c] = static_cast<char>(c);
  for (char32_t c = 0x80; c < kTwoByteEnd; ++c) {
    std::string character;
    AppendUtf8(c, character);
    TwoOf(c) = TwoBytes(character);
  }
}

void FoldTable::Set(char32_t code_point, std::string_view replacement) {
  assert(replacement.size() <= kMaxBytes);
  assert(code_point < 0x110000);
  uint16_t& page = page_of_[code_point >> 8];
  if (page == 0) {
    page = static_cast<uint16_t>(pages_.size());
    pages_.emplace_back();
  }
  Cell& cell = pages_[page][code_point & 255];
  cell.length = static_cast<int8_t>(replacement.size());
  std::memcpy(cell.bytes, replacement.data(), replacement.size());
  cell.single = !replacement.empty() &&
                static_cast<size_t>(DecodeUtf8(replacement, 0).second) ==
                    replacement.size();
  if (code_point >= 0x80 && code_point < kTwoByteEnd) {
    TwoOf(code_point) = cell.single && replacement.size() == 2
                            ? TwoBytes(replacement)
                            : uint16_t{0};
  }
  if (code_point >= 128) return;
  ascii_[code_point] = replacement.size() == 1 ? replacement[0] : '\0';
  size_t odd = 0;
  for (int c = 1; c < 128; ++c) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (ascii_[c] == c + (is_capital ? 'a' - 'A' : 0)) continue;
    if (odd < odd_ascii_.bytes.size()) {
      odd_ascii_.bytes[odd] = static_cast<uint64_t>(c) * 0x0101010101010101;
    }
    ++odd;
  }
  odd_ascii_.has_few = odd <= odd_ascii_.bytes.size();
}

size_t FoldTable::FoldPlain(std::string_view text, char* to) const {
  constexpr uint64_t kEach = 0x0101010101010101;
  constexpr uint64_t kTops = kEach * 0x80;
  // Not 0 where one of eight bytes is that which `pattern` repeats.
  const auto holds = [](uint64_t bytes, uint64_t pattern) {
    const uint64_t other = bytes ^ pattern;
    return (other - kEach) & ~other & kTops;
  };
  size_t at = 0;
  while (at < text.size()) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first >= 0x80) {
      if ((first & 0xE0) != 0xC0 || at + 1 == text.size()) break;
      const auto second = static_cast<unsigned char>(text[at + 1]);
      const uint16_t two = two_[PlaceOf(first, second)];
      if (two == 0) break;
      std::memcpy(to + at, &two, sizeof(two));
      at += sizeof(two);
      continue;
    }
    uint64_t eight = 0;
    if (odd_ascii_.has_few && at + sizeof(eight) <= text.size()) {
      std::memcpy(&eight, text.data() + at, sizeof(eight));
      if (((eight & kTops) | holds(eight, odd_ascii_.bytes[0]) |
           holds(eight, odd_ascii_.bytes[1])) == 0) {
        // Small letters for capitals: a byte's top bit tells whether adding to
        // it reached 128.
        const uint64_t from_a = eight + kEach * (0x80 - 'A');
        const uint64_t beyond_z = eight + kEach * (0x80 - 'Z' - 1);
        eight |= (from_a & ~beyond_z & kTops) >> 2;
        std::memcpy(to + at, &eight, sizeof(eight));
        at += sizeof(eight);
        continue;
      }
    }
    const char plain = ascii_[first];
    if (plain == 0) break;
    to[at++] = plain;
  }
  return at;
}

std::string FoldTable::Fold(std::string_view text) const {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto [code_point, length] = DecodeUtf8(text, at);
    const Cell& cell = Get(code_point);
    if (cell.length < 0) {
      out.append(text.substr(at, length));
    } else {
      out.append(cell.bytes, cell.length);
    }
    at += length;
  }
  return out;
}

std::pair<char32_t, int> DecodeLongUtf8(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned b0 = byte(at);
  if (b0 >= 0xE0 && b0 < 0xF0 && follows(at + 1) && follows(at + 2)) {
    const char32_t c =
        (b0 & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
  }
  if (b0 >= 0xF0 && b0 < 0xF5 && follows(at + 1) && follows(at + 2) &&
      follows(at + 3)) {
    const char32_t c = (b0 & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 |
                       (byte(at + 2) & 0x3F) << 6 | (byte(at + 3) & 0x3F);
    if (c >= 0x10000 && c < 0x110000) return {c, 4};
  }
  return {0xFFFD, 1};
}

void AppendUtf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

}  // namespace crosscheck
