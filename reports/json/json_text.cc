#include "reports/json/json_text.h"

#include <array>
#include <charconv>
#include <cstring>

namespace crosscheck {
namespace {

// Bytes at which a run must stop: those to escape, and the lead bytes of the
// few characters that may need it (C2 80..9F; E2 80 A8..AE; E2 81 A6..A9).
constexpr std::array<bool, 256> MakeStops() {
  std::array<bool, 256> stops = {};
  for (int c = 0; c < 0x20; ++c) stops[c] = true;
  stops['"'] = stops['\\'] = stops[0x7f] = stops[0xc2] = stops[0xe2] = true;
  return stops;
}
constexpr std::array<bool, 256> kStops = MakeStops();

constexpr uint64_t kOnes = 0x0101010101010101;
constexpr uint64_t kHighs = 0x8080808080808080;

constexpr uint64_t HasZero(uint64_t w) { return (w - kOnes) & ~w & kHighs; }
constexpr uint64_t HasByte(uint64_t w, uint8_t b) {
  return HasZero(w ^ (kOnes * b));
}

// Is one of eight bytes a stop? May say yes of a byte that follows one, never
// no of a stop.
bool MayStop(const char* at) {
  uint64_t w;
  std::memcpy(&w, at, sizeof w);
  uint64_t below_space = (w - kOnes * 0x20) & ~w & kHighs;
  return (below_space | HasByte(w, '"') | HasByte(w, '\\') | HasByte(w, 0x7f) |
          HasByte(w, 0xc2) | HasByte(w, 0xe2)) != 0;
}

void AppendEscape(uint32_t code_point, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  char escape[6] = {'\\', 'u'};
  for (int i = 0; i < 4; ++i) {
    escape[2 + i] = kHex[(code_point >> (12 - 4 * i)) & 0xf];
  }
  out.append(escape, sizeof escape);
}

// The bytes consumed at `at`, a stop.
size_t AppendStop(std::string_view text, size_t at, std::string& out) {
  auto byte = [&](size_t i) -> uint8_t {
    return at + i < text.size() ? static_cast<uint8_t>(text[at + i]) : 0;
  };
  uint8_t lead = byte(0);
  switch (lead) {
    case '"':
      out.append("\\\"");
      return 1;
    case '\\':
      out.append("\\\\");
      return 1;
    case '\n':
      out.append("\\n");
      return 1;
    case '\t':
      out.append("\\t");
      return 1;
    case '\r':
      out.append("\\r");
      return 1;
    default:
      break;
  }
  if (lead == 0xc2 && byte(1) >= 0x80 && byte(1) <= 0x9f) {
    AppendEscape(byte(1), out);
    return 2;
  }
  if (lead == 0xe2 && byte(1) == 0x80 && byte(2) >= 0xa8 && byte(2) <= 0xae) {
    AppendEscape(0x2000 | (byte(2) & 0x3f), out);
    return 3;
  }
  if (lead == 0xe2 && byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9) {
    AppendEscape(0x2040 | (byte(2) & 0x3f), out);
    return 3;
  }
  if (lead < 0x20 || lead == 0x7f) {
    AppendEscape(lead, out);
  } else {
    out.push_back(static_cast<char>(lead));
  }
  return 1;
}

}  // namespace

void AppendQuoted(std::string_view text, std::string& out) {
  out.push_back('"');
  size_t at = 0;
  while (true) {
    size_t run = at;
    while (run + 8 <= text.size() && !MayStop(text.data() + run)) run += 8;
    while (run < text.size() && !kStops[static_cast<uint8_t>(text[run])]) {
      ++run;
    }
    out.append(text.data() + at, run - at);
    if (run == text.size()) break;
    at = run + AppendStop(text, run, out);
  }
  out.push_back('"');
}

void AppendNumber(uint64_t number, std::string& out) {
  char digits[20];
  auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end - digits);
}

}  // namespace crosscheck
