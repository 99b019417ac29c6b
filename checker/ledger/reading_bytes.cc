#include "checker/ledger/reading_bytes.h"

#include <zstd.h>

#include <cstring>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "checker/model/claim_fields.h"

namespace crosscheck {
namespace {

using claim_fields::Field;
using claim_fields::Keys;
using claim_fields::List;
using claim_fields::Maybe;

constexpr int kLevel = 3;
constexpr size_t kMostBytes = size_t{1} << 30;  // of a reading unpacked

// Writes fields one after another. Numbers are variable-length; a text or
// feature key that was written before is a reference to it.
class Packer {
 public:
  static constexpr bool kPacks = true;

  void Number(uint64_t number) {
    while (number >= 0x80) {
      bytes_ += static_cast<char>(number | 0x80);
      number >>= 7;
    }
    bytes_ += static_cast<char>(number);
  }
  void Key(uint64_t key) {
    const auto [at, is_new] = keys_.emplace(key, keys_.size() + 1);
    Number(is_new ? 0 : at->second);
    if (is_new) Fixed(key);
  }
  void Fixed(uint64_t number) {
    char raw[8];
    std::memcpy(raw, &number, 8);
    bytes_.append(raw, 8);
  }
  void Text(std::string_view text) {
    const auto [at, is_new] = texts_.emplace(text, texts_.size() + 1);
    Number(is_new ? 0 : at->second);
    if (!is_new) return;
    Number(text.size());
    bytes_ += text;
  }

  void View(std::string_view text) { Text(text); }

  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  absl::flat_hash_map<uint64_t, uint64_t> keys_;
  absl::flat_hash_map<std::string, uint64_t> texts_;
};

// Reads them back. After a fault everything is 0 and empty.
class Unpacker {
 public:
  static constexpr bool kPacks = false;

  Unpacker(std::string_view bytes, TextPool& pool)
      : bytes_(bytes), pool_(pool) {}

  uint64_t Number() {
    uint64_t number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ >= bytes_.size()) return Fail();
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      number |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return number;
    }
    return Fail();
  }
  uint64_t Fixed() {
    if (bytes_.size() - at_ < 8) return Fail();
    uint64_t number;
    std::memcpy(&number, bytes_.data() + at_, 8);
    at_ += 8;
    return number;
  }
  uint64_t Key() {
    const uint64_t index = Number();
    if (index == 0) {
      keys_.push_back(Fixed());
      return keys_.back();
    }
    return index <= keys_.size() ? keys_[index - 1] : Fail();
  }
  std::string_view Text() {
    const uint64_t index = Number();
    if (index != 0) {
      if (index <= texts_.size()) return texts_[index - 1];
      Fail();
      return {};
    }
    const uint64_t size = Number();
    if (size > bytes_.size() - at_) {
      Fail();
      return {};
    }
    texts_.push_back(bytes_.substr(at_, size));
    at_ += size;
    return texts_.back();
  }
  std::string_view View() { return pool_.Keep(Text()); }

  // How many items follow, each of a byte at least.
  size_t Count() {
    const uint64_t count = Number();
    return count <= bytes_.size() - at_ ? count : Fail();
  }
  bool good() const { return good_; }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  uint64_t Fail() {
    good_ = false;
    at_ = bytes_.size();
    return 0;
  }

  std::string_view bytes_;
  TextPool& pool_;
  size_t at_ = 0;
  bool good_ = true;
  std::vector<uint64_t> keys_;
  std::vector<std::string_view> texts_;  // of bytes_
};

template <typename Bytes>
void Features(Bytes& bytes, std::vector<Feature>& features) {
  List(bytes, features, [&](Feature& feature) { Field(bytes, feature); });
}
template <typename Bytes>
void Field(Bytes& bytes, ArticleProfile& field) {
  static_assert(FieldCount<ArticleProfile>() == 3);
  Keys(bytes, field.keys);
  List(bytes, field.kinds, [&](ProfileKind& kind) { Field(bytes, kind); });
  Keys(bytes, field.shingles);
}
// Only what an article says of itself: copies, texts and newness are of a run.
template <typename Bytes>
void Field(Bytes& bytes, ReportArticle& field) {
  static_assert(FieldCount<ReportArticle>() == 12);
  Field(bytes, field.id);
  Field(bytes, field.path);
  Field(bytes, field.outlet);
  Field(bytes, field.url);
  Field(bytes, field.language);
  Field(bytes, field.published);
  Field(bytes, field.title);
  Field(bytes, field.record_line);
}
template <typename Bytes>
void Field(Bytes& bytes, ReportSkip& field) {
  static_assert(FieldCount<ReportSkip>() == 3);
  Field(bytes, field.begin);
  Field(bytes, field.end);
  Field(bytes, field.reason);
}
template <typename Bytes>
void Field(Bytes& bytes, ArticleReading& field) {
  static_assert(FieldCount<ArticleReading>() == 6);
  static_assert(FieldCount<ArticleClaims>() == 2);
  Field(bytes, field.article);
  Maybe(bytes, field.published, [&](IsoDate& date) { Field(bytes, date); });
  Field(bytes, field.text);
  List(bytes, field.made.claims, [&](Claim& claim) {
    Field(bytes, claim);
    Features(bytes, claim.features);
  });
  Field(bytes, field.made.profile);
  List(bytes, field.places, [&](ClaimPlace& place) { Field(bytes, place); });
  List(bytes, field.skipped, [&](ReportSkip& skip) { Field(bytes, skip); });
}

// Spans of a broken file must not lead out of the text.
bool IsSound(const ArticleReading& reading) {
  const auto inside = [&](const Span& span) {
    return span.begin <= span.end && span.end <= reading.text.size();
  };
  if (reading.places.size() != reading.made.claims.size()) return false;
  const ArticleProfile& profile = reading.made.profile;
  if (profile.keys.size() != profile.kinds.size()) return false;
  for (const Claim& claim : reading.made.claims) {
    if (!inside(claim.sentence_span) || !inside(claim.counted) ||
        !inside(claim.quantity.span) || !inside(claim.quantity.core)) {
      return false;
    }
    for (const Feature& feature : claim.features) {
      if (!inside(feature.span)) return false;
    }
  }
  return true;
}

}  // namespace

std::string PackReading(const ArticleReading& reading) {
  Packer packer;
  Field(packer, const_cast<ArticleReading&>(reading));  // NOLINT: unchanged
  const std::string plain = packer.Take();
  std::string packed(ZSTD_compressBound(plain.size()), '\0');
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, kLevel);
  // A flipped bit is seen here, not as a claim nobody made.
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  const size_t size = ZSTD_compress2(context, packed.data(), packed.size(),
                                     plain.data(), plain.size());
  ZSTD_freeCCtx(context);
  packed.resize(ZSTD_isError(size) != 0 ? 0 : size);
  return packed;
}

absl::StatusOr<ArticleReading> UnpackReading(std::string_view bytes,
                                             TextPool& pool) {
  const auto broken = [] {
    return absl::DataLossError(
        "a stored reading is broken; make the ledger again with crosscheck "
        "index --reindex");
  };
  const uint64_t size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN ||
      size > kMostBytes) {
    return broken();
  }
  std::string plain(size, '\0');
  const size_t got =
      ZSTD_decompress(plain.data(), plain.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0 || got != size) return broken();
  Unpacker unpacker(plain, pool);
  ArticleReading reading;
  Field(unpacker, reading);
  if (!unpacker.good() || !unpacker.at_end() || !IsSound(reading)) {
    return broken();
  }
  return reading;
}

}  // namespace crosscheck
