#ifndef CROSSCHECK_CHECKER_MODEL_REPORT_CLAIMS_H_
#define CROSSCHECK_CHECKER_MODEL_REPORT_CLAIMS_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <vector>

#include "checker/model/report_claim.h"

namespace crosscheck {

// The claims of a report, in order. There is one for every figure of a run, and
// most texts of one are those of the one before it; so they are kept as bytes
// that say what is new, in a third of the memory. Reads like a vector, but what
// it gives are copies: who changes a claim sets it.
//
// Thread-safe for reading. Cost: about a microsecond to put one in; to take one
// out, as much as the few that are packed with it; in order less.
//
//   ReportClaim claim = report.claims[7];
//   claim.line = 12;
//   report.claims.Set(7, claim);
class ReportClaims {
 public:
  class Iterator;
  using value_type = ReportClaim;
  using const_iterator = Iterator;

  ReportClaims() = default;
  ReportClaims(std::initializer_list<ReportClaim> claims);
  // NOLINTNEXTLINE: the same claims.
  ReportClaims(const std::vector<ReportClaim>& claims);

  size_t size() const { return ids_.size(); }
  bool empty() const { return ids_.empty(); }
  ReportClaim operator[](size_t index) const;
  // ReportClaim::id, for which nothing is unpacked.
  const std::string& IdOf(size_t index) const { return ids_[index]; }
  // What a loop gives is valid until its next step.
  Iterator begin() const;
  Iterator end() const;

  void push_back(const ReportClaim& claim);
  void Set(size_t index, const ReportClaim& claim);
  // Puts the claims of the other behind its own.
  void Append(ReportClaims&& other);

  friend bool operator==(const ReportClaims& a, const ReportClaims& b);

 private:
  // Claims in a row, of which the first says all, the others what is new.
  struct Pack {
    size_t first = 0;
    std::string bytes;
  };
  size_t PackOf(size_t index) const;
  void Seal();

  std::vector<std::string> ids_;
  std::vector<Pack> packs_;
  ReportClaim last_;  // of the last pack, while that is not sealed
  bool is_sealed_ = true;
};

class ReportClaims::Iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = ReportClaim;
  using difference_type = std::ptrdiff_t;
  using pointer = const ReportClaim*;
  using reference = const ReportClaim&;

  const ReportClaim& operator*() const { return claim_; }
  const ReportClaim* operator->() const { return &claim_; }
  Iterator& operator++();
  friend bool operator==(const Iterator& a, const Iterator& b) {
    return a.index_ == b.index_;
  }

 private:
  friend class ReportClaims;
  // At the first claim of a pack.
  Iterator(const ReportClaims& claims, size_t pack);
  void Read();

  const ReportClaims* claims_;
  size_t pack_;
  size_t index_;
  const char* at_ = nullptr;
  ReportClaim claim_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_REPORT_CLAIMS_H_
