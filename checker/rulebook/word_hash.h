#ifndef CROSSCHECK_CHECKER_RULEBOOK_WORD_HASH_H_
#define CROSSCHECK_CHECKER_RULEBOOK_WORD_HASH_H_

#include <cstdint>
#include <cstring>
#include <string_view>

namespace crosscheck {

// The hash of the compiled tables: the same on every machine and run, which
// absl::Hash is not. Multiply-and-fold over eight bytes at a time.
inline uint64_t WordHash(std::string_view text, uint64_t seed = 0) {
  constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15;
  uint64_t hash = seed ^ (text.size() * kMultiplier);
  const auto mix = [&](uint64_t part) {
    const auto product =
        static_cast<unsigned __int128>(hash ^ part) * kMultiplier;
    hash =
        static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
  };
  const char* data = text.data();
  size_t left = text.size();
  for (; left >= 8; left -= 8, data += 8) {
    uint64_t part;
    std::memcpy(&part, data, 8);
    mix(part);
  }
  if (left > 0) {
    uint64_t part = 0;
    std::memcpy(&part, data, left);
    mix(part);
  }
  mix(0xA0761D6478BD642F);
  return hash;
}

inline uint32_t EdgeHash(uint32_t node, uint32_t word) {
  const uint64_t key = uint64_t{node} << 32 | word;
  return static_cast<uint32_t>((key * 0x9E3779B97F4A7C15) >> 32);
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_WORD_HASH_H_
