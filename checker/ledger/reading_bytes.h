#ifndef CROSSCHECK_CHECKER_LEDGER_READING_BYTES_H_
#define CROSSCHECK_CHECKER_LEDGER_READING_BYTES_H_

#include <string>
#include <string_view>
#include <unordered_set>

#include "absl/status/statusor.h"
#include "checker/model/reading.h"

namespace crosscheck {

// Owns the texts that unpacked claims view (rule ids, facets).
class TextPool {
 public:
  std::string_view Keep(std::string_view text) {
    return *texts_.emplace(text).first;
  }

 private:
  std::unordered_set<std::string> texts_;  // nodes stay where they are
};

// Goes up by one whenever what a reading holds changes, so that a ledger tells
// readings it cannot take from those it can.
inline constexpr int kReadingForm = 2;

// A reading as bytes and back: all of it that linking, comparing and showing
// need. Texts and feature keys stand once each; the whole is zstd-compressed
// (level 3). About as long as the article's text.
//
// Invariant: UnpackReading(PackReading(r)) is r.
// Failure: DataLoss for bytes that are no reading, whatever they are.
std::string PackReading(const ArticleReading& reading);
absl::StatusOr<ArticleReading> UnpackReading(std::string_view bytes,
                                             TextPool& pool);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_READING_BYTES_H_
