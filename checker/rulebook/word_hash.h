#ifndef CROSSCHECK_CHECKER_RULEBOOK_WORD_HASH_H_
#define CROSSCHECK_CHECKER_RULEBOOK_WORD_HASH_H_

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace crosscheck {

static_assert(std::endian::native == std::endian::little);

// One to seven bytes as a number, the first the lowest. Looked at in two or
// three overlapping pieces: a loop over them costs more than the rest of a
// hash.
inline uint64_t LastBytes(const char* data, size_t count) {
  if (count >= 4) {
    uint32_t first = 0, last = 0;
    std::memcpy(&first, data, 4);
    std::memcpy(&last, data + count - 4, 4);
    return first | uint64_t{last} << (8 * (count - 4));
  }
  const auto byte = [&](size_t at) {
    return uint64_t{static_cast<unsigned char>(data[at])} << (8 * at);
  };
  return byte(0) | byte(count / 2) | byte(count - 1);
}

// The first eight bytes of a text, or all of a shorter one, likewise.
// `readable`: how many bytes there are from data on, at least `count`.
inline uint64_t HeadBytes(const char* data, size_t count, size_t readable) {
  if (count == 0) return 0;
  if (readable < 8) return LastBytes(data, count);
  uint64_t eight = 0;
  std::memcpy(&eight, data, 8);
  return count >= 8 ? eight : eight & ((uint64_t{1} << (8 * count)) - 1);
}

// Are the two, of one length, the same bytes? For words, which are too short
// for a call to pay.
inline bool SameBytes(const char* a, const char* b, size_t count) {
  if (count < 8)
    return count == 0 || LastBytes(a, count) == LastBytes(b, count);
  const auto eight = [](const char* data) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, data, 8);
    return bytes;
  };
  for (size_t at = 0; at + 8 < count; at += 8) {
    if (eight(a + at) != eight(b + at)) return false;
  }
  return eight(a + count - 8) == eight(b + count - 8);
}

inline constexpr uint64_t kHashMultiplier = 0x9E3779B97F4A7C15;

// The hash of the compiled tables: the same on every machine and run, which
// absl::Hash is not. Multiply-and-fold over eight bytes at a time.
inline uint64_t MixHash(uint64_t hash, uint64_t part) {
  const auto product =
      static_cast<unsigned __int128>(hash ^ part) * kHashMultiplier;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}
inline constexpr uint64_t kHashEnd = 0xA0761D6478BD642F;

inline uint64_t WordHash(std::string_view text, uint64_t seed = 0) {
  uint64_t hash = seed ^ (text.size() * kHashMultiplier);
  const char* data = text.data();
  size_t left = text.size();
  for (; left >= 8; left -= 8, data += 8) {
    uint64_t part;
    std::memcpy(&part, data, 8);
    hash = MixHash(hash, part);
  }
  if (left > 0) hash = MixHash(hash, LastBytes(data, left));
  return MixHash(hash, kHashEnd);
}
// The same of a text whose HeadBytes are known, without a seed.
inline uint64_t WordHashWithHead(std::string_view text, uint64_t head) {
  if (text.size() >= 8) return WordHash(text);
  const uint64_t hash = text.size() * kHashMultiplier;
  return MixHash(text.empty() ? hash : MixHash(hash, head), kHashEnd);
}

inline uint32_t EdgeHash(uint32_t node, uint32_t word) {
  const uint64_t key = uint64_t{node} << 32 | word;
  return static_cast<uint32_t>((key * 0x9E3779B97F4A7C15) >> 32);
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_WORD_HASH_H_
