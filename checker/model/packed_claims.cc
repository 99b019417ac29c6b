#include "checker/model/packed_claims.h"

#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

#include "checker/model/claim_fields.h"

namespace crosscheck {
namespace {

using claim_fields::Field;

// Numbers are of variable length; keys and views as they are in memory.
class Packer {
 public:
  static constexpr bool kPacks = true;

  void Number(uint64_t number) {
    if (limit_ - at_ < kMostOfNumber) Grow(kMostOfNumber);
    for (; number >= 0x80; number >>= 7) {
      *at_++ = static_cast<char>(number | 0x80);
    }
    *at_++ = static_cast<char>(number);
  }
  void Key(uint64_t key) { Raw(&key, sizeof(key)); }
  void Text(std::string_view text) {
    Number(text.size());
    Raw(text.data(), text.size());
  }
  void View(std::string_view text) {
    Number(text.size());
    const char* const data = text.data();
    if (!text.empty()) Raw(&data, sizeof(data));
  }
  // With no room to spare.
  std::string Take() const { return room_.substr(0, Used()); }

 private:
  static constexpr std::ptrdiff_t kMostOfNumber = 10;

  void Raw(const void* bytes, size_t size) {
    if (static_cast<size_t>(limit_ - at_) < size) Grow(size);
    std::memcpy(at_, bytes, size);
    at_ += size;
  }
  size_t Used() const { return static_cast<size_t>(at_ - room_.data()); }
  void Grow(size_t size) {
    const size_t used = Used();
    room_.resize(2 * room_.size() + size);
    at_ = room_.data() + used;
    limit_ = room_.data() + room_.size();
  }

  std::string room_ = std::string(1024, '\0');
  char* at_ = room_.data();
  const char* limit_ = at_ + room_.size();
};

// Reads what a Packer wrote, which is trusted.
class Unpacker {
 public:
  static constexpr bool kPacks = false;

  explicit Unpacker(const std::string& bytes) : at_(bytes.data()) {}

  uint64_t Number() {
    auto byte = static_cast<unsigned char>(*at_++);
    uint64_t number = byte & 0x7Fu;
    for (int shift = 7; byte >= 0x80; shift += 7) {
      byte = static_cast<unsigned char>(*at_++);
      number |= uint64_t{byte & 0x7Fu} << shift;
    }
    return number;
  }
  size_t Count() { return Number(); }
  uint64_t Key() { return Raw<uint64_t>(); }
  std::string_view Text() {
    const size_t size = Number();
    const std::string_view text(at_, size);
    at_ += size;
    return text;
  }
  std::string_view View() {
    const size_t size = Number();
    if (size == 0) return {};
    return {Raw<const char*>(), size};
  }

 private:
  template <typename T>
  T Raw() {
    T value;
    std::memcpy(&value, at_, sizeof(T));
    at_ += sizeof(T);
    return value;
  }

  const char* at_;
};

bool IsSameWord(const Feature& x, const Feature& y) {
  return x.key == y.key && x.span == y.span && x.kind == y.kind &&
         x.by_sound == y.by_sound && x.known == y.known;
}

// What is the same wherever the claim of a feature stands: all but the
// distance.
void PackWord(Packer& packer, const Feature& feature) {
  static_assert(FieldCount<Feature>() == 6);
  packer.Key(feature.key);
  packer.Number(feature.span.begin);
  packer.Number(Length(feature.span));
  packer.Number(static_cast<uint64_t>(feature.kind) << 2 |
                (feature.by_sound ? 2 : 0) | (feature.known ? 1 : 0));
}
void UnpackWord(Unpacker& unpacker, Feature& feature) {
  feature.key = unpacker.Key();
  feature.span.begin = static_cast<uint32_t>(unpacker.Number());
  feature.span.end =
      feature.span.begin + static_cast<uint32_t>(unpacker.Number());
  const uint64_t rest = unpacker.Number();
  feature.kind = static_cast<FeatureKind>(rest >> 2);
  feature.by_sound = (rest & 2) != 0;
  feature.known = (rest & 1) != 0;
}

// Claims of one sentence have most of their features in common, but for the
// distance. So a feature is said by how far behind the last such one it is in
// the list of the claim before, which is sorted too; 0: it is not there.
void PackFeatures(Packer& packer, const std::vector<Feature>& before,
                  const std::vector<Feature>& features) {
  packer.Number(features.size());
  size_t at = 0;
  for (const Feature& feature : features) {
    size_t same = at;
    while (same < before.size() && before[same].key < feature.key) ++same;
    if (same < before.size() && IsSameWord(before[same], feature)) {
      packer.Number(same - at + 1);
      at = same + 1;
    } else {
      packer.Number(0);
      PackWord(packer, feature);
    }
    packer.Number(feature.distance);
  }
}
void UnpackFeatures(Unpacker& unpacker, const std::vector<Feature>& before,
                    std::vector<Feature>& features) {
  features.resize(unpacker.Count());
  size_t at = 0;
  for (Feature& feature : features) {
    const size_t skipped = unpacker.Number();
    if (skipped == 0) {
      UnpackWord(unpacker, feature);
    } else {
      at += skipped;
      feature = before[at - 1];
    }
    feature.distance = static_cast<uint8_t>(unpacker.Number());
  }
}

}  // namespace

PackedClaims::PackedClaims(std::vector<Claim> claims,
                           std::vector<ClaimPlace> places)
    : size_(claims.size()) {
  Packer fields, features, where;
  const std::vector<Feature> none;
  const std::vector<Feature>* before = &none;
  for (Claim& claim : claims) {
    Field(fields, claim);
    PackFeatures(features, *before, claim.features);
    before = &claim.features;
  }
  for (ClaimPlace& place : places) Field(where, place);
  claims_ = fields.Take();
  features_ = features.Take();
  places_ = where.Take();
}

std::vector<Claim> PackedClaims::Claims(uint32_t article, Features wanted,
                                        std::vector<Claim> room) const {
  std::vector<Claim> out = std::move(room);
  out.resize(size_);
  Unpacker fields(claims_), features(features_);
  const std::vector<Feature> none;
  const std::vector<Feature>* before = &none;
  for (Claim& claim : out) {
    Field(fields, claim);
    claim.article = article;
    if (wanted == Features::kWithout) {
      claim.features.clear();
      continue;
    }
    UnpackFeatures(features, *before, claim.features);
    before = &claim.features;
  }
  return out;
}

std::vector<ClaimPlace> PackedClaims::Places() const {
  std::vector<ClaimPlace> out(size_);
  Unpacker where(places_);
  for (ClaimPlace& place : out) Field(where, place);
  return out;
}

}  // namespace crosscheck
