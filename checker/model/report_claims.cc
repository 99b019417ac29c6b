#include "checker/model/report_claims.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "checker/model/field_count.h"

namespace crosscheck {
namespace {

constexpr size_t kMostOfPack = 16;

// All fields but the id, for a Packer or an Unpacker.
template <typename Bytes>
void EachField(Bytes& bytes) {
  using C = ReportClaim;
  static_assert(FieldCount<C>() == 45);
  for (const auto text : {&C::article,   &C::outlet,
                          &C::published, &C::field,
                          &C::quote,     &C::sentence,
                          &C::kind,      &C::value,
                          &C::low,       &C::high,
                          &C::unit,      &C::modality,
                          &C::subject,   &C::subject_surface,
                          &C::metric,    &C::when_first,
                          &C::when_last, &C::when_basis,
                          &C::speaker,   &C::doubt,
                          &C::language}) {
    bytes.Text(text);
  }
  for (const auto texts : {&C::unit_candidates, &C::qualifiers, &C::rules}) {
    bytes.Texts(texts);
  }
  for (const auto number :
       {&C::begin_byte, &C::end_byte, &C::line, &C::column, &C::end_line,
        &C::end_column, &C::utf16_column, &C::utf16_end_column, &C::byte_column,
        &C::byte_end_column, &C::sentence_begin_byte, &C::sentence_end_byte,
        &C::quote_in_sentence, &C::begin_in_text, &C::end_in_text}) {
    bytes.Number(number);
  }
  for (const auto truth : {&C::low_included, &C::high_included,
                           &C::metric_known, &C::planned, &C::negated}) {
    bytes.Truth(truth);
  }
}

// Writes a claim. A text is its length and one, and its bytes; 0 where it is
// that of the claim before.
class Packer {
 public:
  // `before`: null for the first of a pack.
  Packer(const ReportClaim& claim, const ReportClaim* before,
         std::string& bytes)
      : claim_(claim), before_(before), bytes_(bytes) {}

  void Text(std::string ReportClaim::*field) {
    Put(claim_.*field, before_ == nullptr ? nullptr : &(before_->*field));
  }
  void Texts(std::vector<std::string> ReportClaim::*field) {
    const std::vector<std::string>& texts = claim_.*field;
    Put(texts.size());
    for (size_t i = 0; i < texts.size(); ++i) {
      const bool has_before =
          before_ != nullptr && i < (before_->*field).size();
      Put(texts[i], has_before ? &(before_->*field)[i] : nullptr);
    }
  }
  void Number(uint32_t ReportClaim::*field) { Put(claim_.*field); }
  void Truth(bool ReportClaim::*field) { Put(claim_.*field ? 1 : 0); }

 private:
  void Put(uint64_t number) {
    while (number >= 0x80) {
      bytes_ += static_cast<char>(number | 0x80);
      number >>= 7;
    }
    bytes_ += static_cast<char>(number);
  }
  void Put(const std::string& text, const std::string* before) {
    if (before != nullptr && *before == text) return Put(0);
    Put(text.size() + 1);
    bytes_ += text;
  }

  const ReportClaim& claim_;
  const ReportClaim* before_;
  std::string& bytes_;
};

// Reads a claim over the one before.
class Unpacker {
 public:
  Unpacker(const char* at, ReportClaim& claim) : at_(at), claim_(claim) {}

  void Text(std::string ReportClaim::*field) { Take(claim_.*field); }
  void Texts(std::vector<std::string> ReportClaim::*field) {
    (claim_.*field).resize(Take());
    for (std::string& text : claim_.*field) Take(text);
  }
  void Number(uint32_t ReportClaim::*field) {
    claim_.*field = static_cast<uint32_t>(Take());
  }
  void Truth(bool ReportClaim::*field) { claim_.*field = Take() != 0; }

  const char* at() const { return at_; }

 private:
  uint64_t Take() {
    uint64_t number = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      number |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return number;
    }
  }
  void Take(std::string& text) {
    const uint64_t size = Take();
    if (size == 0) return;
    text.assign(at_, size - 1);
    at_ += size - 1;
  }

  const char* at_;
  ReportClaim& claim_;
};

}  // namespace

ReportClaims::ReportClaims(std::initializer_list<ReportClaim> claims) {
  for (const ReportClaim& claim : claims) push_back(claim);
}
ReportClaims::ReportClaims(const std::vector<ReportClaim>& claims) {
  for (const ReportClaim& claim : claims) push_back(claim);
}

size_t ReportClaims::PackOf(size_t index) const {
  const auto after = std::upper_bound(
      packs_.begin(), packs_.end(), index,
      [](size_t wanted, const Pack& pack) { return wanted < pack.first; });
  return static_cast<size_t>(after - packs_.begin()) - 1;
}

ReportClaim ReportClaims::operator[](size_t index) const {
  Iterator at(*this, PackOf(index));
  while (at.index_ < index) ++at;
  return std::move(at.claim_);
}

ReportClaims::Iterator ReportClaims::begin() const {
  return Iterator(*this, 0);
}
ReportClaims::Iterator ReportClaims::end() const {
  return Iterator(*this, packs_.size());
}

void ReportClaims::push_back(const ReportClaim& claim) {
  if (!is_sealed_ && size() - packs_.back().first == kMostOfPack) Seal();
  if (is_sealed_) packs_.push_back({size(), {}});
  Packer packer(claim, is_sealed_ ? nullptr : &last_, packs_.back().bytes);
  EachField(packer);
  ids_.push_back(claim.id);
  last_ = claim;
  is_sealed_ = false;
}

// Nothing is added to the last pack anymore.
void ReportClaims::Seal() {
  if (!is_sealed_) packs_.back().bytes.shrink_to_fit();
  is_sealed_ = true;
}

void ReportClaims::Set(size_t index, const ReportClaim& claim) {
  const size_t pack = PackOf(index);
  const size_t first = packs_[pack].first;
  const size_t limit =
      pack + 1 < packs_.size() ? packs_[pack + 1].first : size();
  ReportClaims again;
  for (size_t i = first; i < limit; ++i) {
    again.push_back(i == index ? claim : (*this)[i]);
  }
  again.Seal();
  if (pack + 1 == packs_.size()) Seal();
  packs_[pack].bytes = std::move(again.packs_[0].bytes);
  ids_[index] = claim.id;
}

void ReportClaims::Append(ReportClaims&& other) {
  Seal();
  other.Seal();
  for (Pack& pack : other.packs_) {
    packs_.push_back({size() + pack.first, std::move(pack.bytes)});
  }
  std::move(other.ids_.begin(), other.ids_.end(), std::back_inserter(ids_));
  other = ReportClaims();
}

bool operator==(const ReportClaims& a, const ReportClaims& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

ReportClaims::Iterator::Iterator(const ReportClaims& claims, size_t pack)
    : claims_(&claims),
      pack_(pack),
      index_(pack < claims.packs_.size() ? claims.packs_[pack].first
                                         : claims.size()) {
  Read();
}

ReportClaims::Iterator& ReportClaims::Iterator::operator++() {
  ++index_;
  Read();
  return *this;
}

void ReportClaims::Iterator::Read() {
  if (index_ >= claims_->size()) return;
  const auto& packs = claims_->packs_;
  if (pack_ + 1 < packs.size() && index_ == packs[pack_ + 1].first) ++pack_;
  if (index_ == packs[pack_].first) at_ = packs[pack_].bytes.data();
  Unpacker unpacker(at_, claim_);
  EachField(unpacker);
  at_ = unpacker.at();
  claim_.id = claims_->ids_[index_];
}

}  // namespace crosscheck
