#include "checker/ledger/holder_list.h"

#include <algorithm>

namespace crosscheck {

std::string PackHolders(const std::vector<int64_t>& holders) {
  std::string out;
  int64_t last = 0;
  for (const int64_t holder : holders) {
    auto step = static_cast<uint64_t>(holder - last);
    for (; step >= 0x80; step >>= 7) out += static_cast<char>(step | 0x80);
    out += static_cast<char>(step);
    last = holder;
  }
  return out;
}

std::vector<int64_t> UnpackHolders(std::string_view bytes) {
  std::vector<int64_t> out;
  uint64_t step = 0, last = 0;
  int shift = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (shift > 56) return out;
    step |= uint64_t{byte & 0x7Fu} << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    last += step;
    out.push_back(static_cast<int64_t>(last));
    step = 0;
    shift = 0;
  }
  return out;
}

void ChangeHolders(const std::vector<int64_t>& added,
                   const std::vector<int64_t>& removed,
                   std::vector<int64_t>& holders) {
  std::erase_if(holders, [&](int64_t holder) {
    return std::find(removed.begin(), removed.end(), holder) != removed.end();
  });
  holders.insert(holders.end(), added.begin(), added.end());
  std::sort(holders.begin(), holders.end());
  holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
}

}  // namespace crosscheck
