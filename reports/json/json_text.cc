#include "reports/json/json_text.h"

#include <algorithm>
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

// Sixteen bytes at a time, as every processor of today compares them.
using Bytes = uint8_t __attribute__((vector_size(16)));

bool HasStop(const Bytes& bytes) {
  const auto stops = (bytes < 0x20) | (bytes == '"') | (bytes == '\\') |
                     (bytes == 0x7f) | (bytes == 0xc2) | (bytes == 0xe2);
  uint64_t halves[2];
  std::memcpy(halves, &stops, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

// `text` is a literal.
char* PutText(std::string_view text, char* to) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

char* PutEscape(uint32_t code_point, char* to) {
  constexpr char kHex[] = "0123456789abcdef";
  *to++ = '\\';
  *to++ = 'u';
  for (int i = 0; i < 4; ++i) {
    *to++ = kHex[(code_point >> (12 - 4 * i)) & 0xf];
  }
  return to;
}

// Writes what stands at `at`, a stop, and moves `at` behind it.
char* PutStop(std::string_view text, size_t& at, char* to) {
  const size_t stop = at++;
  const auto byte = [&](size_t i) -> uint8_t {
    return stop + i < text.size() ? static_cast<uint8_t>(text[stop + i]) : 0;
  };
  const uint8_t lead = byte(0);
  switch (lead) {
    case '"':
      return PutText("\\\"", to);
    case '\\':
      return PutText("\\\\", to);
    case '\n':
      return PutText("\\n", to);
    case '\t':
      return PutText("\\t", to);
    case '\r':
      return PutText("\\r", to);
    default:
      break;
  }
  if (lead == 0xc2 && byte(1) >= 0x80 && byte(1) <= 0x9f) {
    ++at;
    return PutEscape(byte(1), to);
  }
  if (lead == 0xe2 && byte(1) == 0x80 && byte(2) >= 0xa8 && byte(2) <= 0xae) {
    at += 2;
    return PutEscape(0x2000 | (byte(2) & 0x3f), to);
  }
  if (lead == 0xe2 && byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9) {
    at += 2;
    return PutEscape(0x2040 | (byte(2) & 0x3f), to);
  }
  if (lead < 0x20 || lead == 0x7f) return PutEscape(lead, to);
  *to = static_cast<char>(lead);
  return to + 1;
}

}  // namespace

char* PutQuoted(std::string_view text, char* to) {
  *to++ = '"';
  for (size_t at = 0; at < text.size();) {
    if (at + sizeof(Bytes) <= text.size()) {
      Bytes bytes;
      std::memcpy(&bytes, text.data() + at, sizeof bytes);
      if (!HasStop(bytes)) {
        std::memcpy(to, &bytes, sizeof bytes);
        to += sizeof bytes;
        at += sizeof bytes;
        continue;
      }
    }
    const size_t limit = std::min(text.size(), at + sizeof(Bytes));
    while (at < limit) {
      if (kStops[static_cast<uint8_t>(text[at])]) {
        to = PutStop(text, at, to);
      } else {
        *to++ = text[at++];
      }
    }
  }
  *to++ = '"';
  return to;
}

void AppendQuoted(std::string_view text, std::string& out) {
  char room[1024];
  if (QuotedRoom(text.size()) <= sizeof room) {
    out.append(room, PutQuoted(text, room) - room);
    return;
  }
  // A run at a time; none is cut inside a character.
  constexpr size_t kRun = (sizeof room - 8) / kMostOfByte;
  out.push_back('"');
  while (!text.empty()) {
    size_t run = std::min(text.size(), kRun);
    while (run < text.size() && run > kRun - 4 &&
           (static_cast<uint8_t>(text[run]) & 0xC0) == 0x80) {
      --run;
    }
    const char* const end = PutQuoted(text.substr(0, run), room) - 1;
    out.append(room + 1, end - room - 1);
    text.remove_prefix(run);
  }
  out.push_back('"');
}

char* PutNumber(uint64_t number, char* to) {
  return std::to_chars(to, to + kNumberRoom, number).ptr;
}

void AppendNumber(uint64_t number, std::string& out) {
  char digits[kNumberRoom];
  out.append(digits, PutNumber(number, digits) - digits);
}

}  // namespace crosscheck
