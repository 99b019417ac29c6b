#ifndef CROSSCHECK_CHECKER_MODEL_CLAIM_FIELDS_H_
#define CROSSCHECK_CHECKER_MODEL_CLAIM_FIELDS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "checker/model/claim.h"
#include "checker/model/field_count.h"
#include "checker/model/reading.h"

// The fields of a claim and of its place, packed to bytes and back: one
// function a type both ways, so that what is packed is what is unpacked, and a
// static_assert where a noun has a field that is not. What the bytes look like
// is the packer's business, which hands one over as `bytes`:
//
//   static constexpr bool kPacks = true;    // and the fields stay as they are
//   void Number(uint64_t), Key(uint64_t), Text(std::string_view),
//        View(std::string_view)             // a text that is not its own
//   static constexpr bool kPacks = false;
//   uint64_t Number(), Key(); std::string_view Text(), View();
//   size_t Count();                         // a Number: how many items follow
//
//   Field(packer, claim);  …  Field(unpacker, copy);  // copy is claim,
//   whatever
//                                                     // it was before
namespace crosscheck::claim_fields {

inline uint64_t ZigZag(int64_t number) {
  return (static_cast<uint64_t>(number) << 1) ^
         static_cast<uint64_t>(number >> 63);
}
inline int64_t UnZigZag(uint64_t number) {
  return static_cast<int64_t>(number >> 1) ^ -static_cast<int64_t>(number & 1);
}

template <typename T>
concept Small = std::is_unsigned_v<T> || std::is_enum_v<T>;
template <typename T>
concept Signed = std::is_signed_v<T> && std::is_integral_v<T>;

template <typename Bytes, Small T>
void Field(Bytes& bytes, T& field) {
  if constexpr (Bytes::kPacks) {
    bytes.Number(static_cast<uint64_t>(field));
  } else {
    field = static_cast<T>(bytes.Number());
  }
}
template <typename Bytes, Signed T>
void Field(Bytes& bytes, T& field) {
  if constexpr (Bytes::kPacks) {
    bytes.Number(ZigZag(field));
  } else {
    field = static_cast<T>(UnZigZag(bytes.Number()));
  }
}
template <typename Bytes>
void Field(Bytes& bytes, std::string& field) {
  if constexpr (Bytes::kPacks) {
    bytes.Text(field);
  } else {
    field = bytes.Text();
  }
}
template <typename Bytes>
void Field(Bytes& bytes, std::string_view& field) {
  if constexpr (Bytes::kPacks) {
    bytes.View(field);
  } else {
    field = bytes.View();
  }
}
template <typename Bytes>
void Key(Bytes& bytes, uint64_t& field) {
  if constexpr (Bytes::kPacks) {
    bytes.Key(field);
  } else {
    field = bytes.Key();
  }
}

// `each` packs one item.
template <typename Bytes, typename T, typename Each>
void List(Bytes& bytes, std::vector<T>& list, const Each& each) {
  if constexpr (Bytes::kPacks) {
    bytes.Number(list.size());
  } else {
    list.resize(bytes.Count());
  }
  for (T& item : list) each(item);
}
template <typename Bytes>
void Keys(Bytes& bytes, std::vector<uint64_t>& keys) {
  List(bytes, keys, [&](uint64_t& key) { Key(bytes, key); });
}

template <typename Bytes, typename T, typename Inner>
void Maybe(Bytes& bytes, std::optional<T>& field, const Inner& inner) {
  if constexpr (Bytes::kPacks) {
    bytes.Number(field.has_value() ? 1 : 0);
    if (field) inner(*field);
  } else if (bytes.Number() != 0) {
    inner(field.emplace());
  } else {
    field.reset();
  }
}

template <typename Bytes>
void Field(Bytes& bytes, Decimal& field) {
  using Wide = unsigned __int128;
  if constexpr (Bytes::kPacks) {
    const __int128 number = field.coefficient();
    const Wide folded = number < 0 ? ((~static_cast<Wide>(number)) << 1) | 1
                                   : static_cast<Wide>(number) << 1;
    bytes.Number(static_cast<uint64_t>(folded));
    bytes.Number(static_cast<uint64_t>(folded >> 64));
    bytes.Number(ZigZag(field.exponent()));
  } else {
    Wide folded = bytes.Number();
    folded |= static_cast<Wide>(bytes.Number()) << 64;
    const auto half = static_cast<__int128>(folded >> 1);
    const auto exponent = static_cast<int>(UnZigZag(bytes.Number()));
    field = Decimal((folded & 1) != 0 ? ~half : half, exponent);
  }
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
// All but the features: they are most of a claim, and whoever packs it packs
// them in its own way.
template <typename Bytes>
void Field(Bytes& bytes, Claim& field) {
  static_assert(FieldCount<Claim>() == 28);
  Field(bytes, field.article);
  Field(bytes, field.sentence);
  Field(bytes, field.quantity);
  Field(bytes, field.sentence_span);
  Field(bytes, field.counted);
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
}  // namespace crosscheck::claim_fields

#endif  // CROSSCHECK_CHECKER_MODEL_CLAIM_FIELDS_H_
