#include "checker/ledger/reading_bytes.h"

#include <zstd.h>

#include <cstring>
#include <type_traits>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "checker/ledger/field_count.h"

namespace crosscheck {
namespace {

constexpr int kLevel = 3;
constexpr size_t kMostBytes = size_t{1} << 30;  // of a reading unpacked

// Writes fields one after another. Numbers are variable-length; a text or
// feature key that was written before is a reference to it.
class Packer {
 public:
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

  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  absl::flat_hash_map<uint64_t, uint64_t> keys_;
  absl::flat_hash_map<std::string, uint64_t> texts_;
};

// Reads them back. After a fault everything is 0 and empty.
class Unpacker {
 public:
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
  std::string_view Pooled() { return pool_.Keep(Text()); }

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

// One function a type both ways, so that what is packed is what is unpacked.
// A Packer never changes the field.

uint64_t ZigZag(int64_t number) {
  return (static_cast<uint64_t>(number) << 1) ^
         static_cast<uint64_t>(number >> 63);
}
int64_t UnZigZag(uint64_t number) {
  return static_cast<int64_t>(number >> 1) ^ -static_cast<int64_t>(number & 1);
}

template <typename T>
concept Small = std::is_unsigned_v<T> || std::is_enum_v<T>;

template <Small T>
void Field(Packer& out, T& field) {
  out.Number(static_cast<uint64_t>(field));
}
template <Small T>
void Field(Unpacker& in, T& field) {
  field = static_cast<T>(in.Number());
}
void Field(Packer& out, int32_t& field) { out.Number(ZigZag(field)); }
void Field(Unpacker& in, int32_t& field) {
  field = static_cast<int32_t>(UnZigZag(in.Number()));
}
void Field(Packer& out, int64_t& field) { out.Number(ZigZag(field)); }
void Field(Unpacker& in, int64_t& field) { field = UnZigZag(in.Number()); }
void Field(Packer& out, std::string& field) { out.Text(field); }
void Field(Unpacker& in, std::string& field) { field = in.Text(); }
void Field(Packer& out, std::string_view& field) { out.Text(field); }
void Field(Unpacker& in, std::string_view& field) { field = in.Pooled(); }

void Key(Packer& out, uint64_t& field) { out.Key(field); }
void Key(Unpacker& in, uint64_t& field) { field = in.Key(); }

// `each` packs one item.
template <typename T, typename Each>
void List(Packer& out, std::vector<T>& list, const Each& each) {
  out.Number(list.size());
  for (T& item : list) each(item);
}
template <typename T, typename Each>
void List(Unpacker& in, std::vector<T>& list, const Each& each) {
  list.resize(in.Count());
  for (T& item : list) each(item);
}

template <typename Bytes>
void Keys(Bytes& bytes, std::vector<uint64_t>& keys) {
  List(bytes, keys, [&](uint64_t& key) { Key(bytes, key); });
}

template <typename T, typename Inner>
void Maybe(Packer& out, std::optional<T>& field, const Inner& inner) {
  out.Number(field.has_value() ? 1 : 0);
  if (field) inner(*field);
}
template <typename T, typename Inner>
void Maybe(Unpacker& in, std::optional<T>& field, const Inner& inner) {
  if (in.Number() == 0) return;
  inner(field.emplace());
}

void Field(Packer& out, Decimal& field) {
  using Wide = unsigned __int128;
  const __int128 number = field.coefficient();
  const Wide folded = number < 0 ? ((~static_cast<Wide>(number)) << 1) | 1
                                 : static_cast<Wide>(number) << 1;
  out.Number(static_cast<uint64_t>(folded));
  out.Number(static_cast<uint64_t>(folded >> 64));
  out.Number(ZigZag(field.exponent()));
}
void Field(Unpacker& in, Decimal& field) {
  using Wide = unsigned __int128;
  Wide folded = in.Number();
  folded |= static_cast<Wide>(in.Number()) << 64;
  const auto half = static_cast<__int128>(folded >> 1);
  const auto exponent = static_cast<int>(UnZigZag(in.Number()));
  field = Decimal((folded & 1) != 0 ? ~half : half, exponent);
}

template <typename Bytes>
void Field(Bytes& bytes, Span& field) {
  static_assert(FieldCount<Span>() == 2);
  Field(bytes, field.begin);
  Field(bytes, field.end);
}
template <typename Bytes>
void Field(Bytes& bytes, Column& field) {
  static_assert(FieldCount<Column>() == 3);
  Field(bytes, field.code_points);
  Field(bytes, field.utf16_units);
  Field(bytes, field.bytes);
}
template <typename Bytes>
void Field(Bytes& bytes, DayRange& field) {
  static_assert(FieldCount<DayRange>() == 2);
  Maybe(bytes, field.first, [&](Day& day) { Field(bytes, day.number); });
  Maybe(bytes, field.last, [&](Day& day) { Field(bytes, day.number); });
}
template <typename Bytes>
void Field(Bytes& bytes, IsoDate& field) {
  static_assert(FieldCount<IsoDate>() == 3);
  Field(bytes, field.days);
  Field(bytes, field.granularity);
  Maybe(bytes, field.minute, [&](int64_t& minute) { Field(bytes, minute); });
}
template <typename Bytes>
void Field(Bytes& bytes, TimeScope& field) {
  static_assert(FieldCount<TimeScope>() == 3);
  Field(bytes, field.days);
  Field(bytes, field.basis);
  Field(bytes, field.granularity);
}
template <typename Bytes>
void Field(Bytes& bytes, Interval& field) {
  static_assert(FieldCount<Interval>() == 4);
  Maybe(bytes, field.low, [&](Decimal& low) { Field(bytes, low); });
  Maybe(bytes, field.high, [&](Decimal& high) { Field(bytes, high); });
  Field(bytes, field.low_included);
  Field(bytes, field.high_included);
}
template <typename Bytes>
void Texts(Bytes& bytes, std::vector<std::string>& texts) {
  List(bytes, texts, [&](std::string& text) { Field(bytes, text); });
}
template <typename Bytes>
void Field(Bytes& bytes, Unit& field) {
  static_assert(FieldCount<Unit>() == 6);
  Field(bytes, field.dimension);
  Field(bytes, field.id);
  Texts(bytes, field.candidates);
  Field(bytes, field.quantity);
  Field(bytes, field.factor);
  Field(bytes, field.offset);
}
template <typename Bytes>
void Field(Bytes& bytes, Quantity& field) {
  static_assert(FieldCount<Quantity>() == 26);
  Field(bytes, field.span);
  Field(bytes, field.core);
  Field(bytes, field.first_token);
  Field(bytes, field.limit_token);
  Field(bytes, field.kind);
  Maybe(bytes, field.value, [&](Decimal& value) { Field(bytes, value); });
  Field(bytes, field.range);
  Field(bytes, field.unit);
  Field(bytes, field.modality);
  Field(bytes, field.vague);
  Field(bytes, field.approximate);
  Field(bytes, field.in_words);
  Field(bytes, field.implied_one);
  Field(bytes, field.change);
  Field(bytes, field.direction);
  Field(bytes, field.noun_first_token);
  Field(bytes, field.noun_limit_token);
  Field(bytes, field.days);
  Field(bytes, field.granularity);
  Field(bytes, field.iso);
  Texts(bytes, field.alternatives);
  Field(bytes, field.relative);
  Field(bytes, field.unresolved);
  Field(bytes, field.doubt);
  Field(bytes, field.same_as);
  List(bytes, field.rules, [&](std::string_view& rule) { Field(bytes, rule); });
}
template <typename Bytes>
void Field(Bytes& bytes, Feature& field) {
  static_assert(FieldCount<Feature>() == 6);
  Key(bytes, field.key);
  Field(bytes, field.span);
  Field(bytes, field.kind);
  Field(bytes, field.distance);
  Field(bytes, field.by_sound);
  Field(bytes, field.known);
}
template <typename Bytes>
void Field(Bytes& bytes, Facet& field) {
  static_assert(FieldCount<Facet>() == 5);
  Field(bytes, field.axis);
  Field(bytes, field.value);
  Field(bytes, field.rule);
  Field(bytes, field.near);
  Field(bytes, field.stated_scope);
}
template <typename Bytes>
void Field(Bytes& bytes, Claim& field) {
  static_assert(FieldCount<Claim>() == 27);
  Field(bytes, field.article);
  Field(bytes, field.sentence);
  Field(bytes, field.quantity);
  Field(bytes, field.sentence_span);
  Field(bytes, field.subject);
  Field(bytes, field.subject_surface);
  Key(bytes, field.subject_key);
  Field(bytes, field.metric);
  Field(bytes, field.metric_known);
  Field(bytes, field.metric_single);
  Field(bytes, field.metric_rule);
  Field(bytes, field.noun);
  Key(bytes, field.noun_key);
  Field(bytes, field.noun_is_concept);
  Keys(bytes, field.noun_broader);
  Field(bytes, field.when);
  Field(bytes, field.speaker);
  Field(bytes, field.planned);
  Field(bytes, field.negated);
  Field(bytes, field.hypothetical);
  Field(bytes, field.part);
  Field(bytes, field.varies);
  Field(bytes, field.in_title);
  Field(bytes, field.in_lede);
  Field(bytes, field.leads);
  List(bytes, field.facets, [&](Facet& facet) { Field(bytes, facet); });
  List(bytes, field.features, [&](Feature& feature) { Field(bytes, feature); });
}
template <typename Bytes>
void Field(Bytes& bytes, ArticleProfile& field) {
  static_assert(FieldCount<ArticleProfile>() == 4);
  List(bytes, field.features, [&](Feature& feature) { Field(bytes, feature); });
  Keys(bytes, field.title);
  Keys(bytes, field.shingles);
  Field(bytes, field.word_count);
}
template <typename Bytes>
void Field(Bytes& bytes, ClaimPlace& field) {
  static_assert(FieldCount<ClaimPlace>() == 9);
  Field(bytes, field.field);
  Field(bytes, field.begin_byte);
  Field(bytes, field.end_byte);
  Field(bytes, field.line);
  Field(bytes, field.begin);
  Field(bytes, field.end_line);
  Field(bytes, field.end);
  Field(bytes, field.sentence_begin_byte);
  Field(bytes, field.sentence_end_byte);
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
  List(bytes, field.made.claims, [&](Claim& claim) { Field(bytes, claim); });
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
  for (const Claim& claim : reading.made.claims) {
    if (!inside(claim.sentence_span) || !inside(claim.quantity.span) ||
        !inside(claim.quantity.core)) {
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
