#ifndef CROSSCHECK_CHECKER_EVALUATE_EXTRACTION_H_
#define CROSSCHECK_CHECKER_EVALUATE_EXTRACTION_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/evaluate/gold.h"
#include "checker/evaluate/table.h"
#include "checker/model/report.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// Counts of expected figures by how far ours met them (see expected_match.h),
// each level holding those above it: right <= value <= found <= expected.
// `false_hits` are figures of ours of the sort the suite lists which it does
// not expect; `out_of_scope` expected places the contract does not speak of.
struct ExtractionCounts {
  int64_t cases = 0;
  int64_t expected = 0;
  int64_t found = 0;
  int64_t value = 0;
  int64_t right = 0;
  int64_t false_hits = 0;
  int64_t out_of_scope = 0;

  ExtractionCounts& operator+=(const ExtractionCounts& other);
  friend bool operator==(const ExtractionCounts&,
                         const ExtractionCounts&) = default;
};

// A figure found but not right is both a miss and a false hit.
Tally ToTally(const ExtractionCounts& counts);

// The counts of one suite in one language and tier, and kind of figure.
struct ExtractionSlice {
  std::string suite;
  std::string language;
  std::string tier;
  std::string kind;  // of the expected figure; of ours for a false hit
  ExtractionCounts counts;
};

struct ExtractionScores {
  std::vector<ExtractionSlice> slices;  // sorted by suite, language, tier, kind
  std::vector<std::string> errors;      // JSON lines, in case order
};

// The scores of one case, given the figures read in its text.
ExtractionScores ScoreCase(const ExtractionCase& test,
                           const std::vector<ReportClaim>& claims);

// Scores Pipeline::Extract on suites. A figure of ours meets an expected one
// when their bytes overlap; where a suite gives no offsets, when the value is
// right, each figure for one expected. Among several the best counts.
// `paths` are *.jsonl or folders of them. The result does not depend on
// `jobs`. Error: a file or line that cannot be read.
absl::StatusOr<ExtractionScores> ScoreExtraction(
    const std::vector<std::string>& paths, const Pipeline& pipeline, int jobs);

// Tables: tier A by suite and language, by kind and language; all tiers by
// kind and language.
std::string ToText(const ExtractionScores& scores);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_EXTRACTION_H_
