#include "checker/ledger/claim_keys.h"

#include <fmt/format.h>
#include <unicode/unistr.h>
#include <xxhash.h>

#include <algorithm>
#include <string>

namespace crosscheck {

uint64_t TextKey(std::string_view kind, std::string_view text) {
  return XXH3_64bits_withSeed(text.data(), text.size(),
                              XXH3_64bits(kind.data(), kind.size()));
}

uint64_t SubjectKey(std::string_view name) {
  std::string folded;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<int32_t>(name.size())))
      .trim()
      .foldCase()
      .toUTF8String(folded);
  return TextKey("subject", folded);
}

uint64_t ValueKey(const Quantity& quantity) {
  const std::string value =
      quantity.value ? quantity.value->ToShortString() : ValueText(quantity);
  return TextKey("value",
                 fmt::format("{}\n{}", ToString(quantity.kind), value));
}

std::vector<uint64_t> ClaimKeysOf(const std::vector<Claim>& claims) {
  std::vector<uint64_t> keys;
  for (const Claim& claim : claims) {
    if (!claim.subject.empty()) keys.push_back(SubjectKey(claim.subject));
    if (!claim.subject_surface.empty()) {
      keys.push_back(SubjectKey(claim.subject_surface));
    }
    keys.push_back(ValueKey(claim.quantity));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace crosscheck
