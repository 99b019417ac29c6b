#ifndef CROSSCHECK_CHECKER_EVALUATE_SEEDS_H_
#define CROSSCHECK_CHECKER_EVALUATE_SEEDS_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/evaluate/gold.h"
#include "checker/model/article.h"
#include "checker/model/report.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// Labelled places of one sort ("must", "optional", "must_not") and kind: how
// many there are, over how many a figure of ours lies (`read`), and over how
// many one with the right value (`right`; not counted for must_not).
struct SeedClaimCounts {
  int64_t places = 0;
  int64_t read = 0;
  int64_t right = 0;

  friend bool operator==(const SeedClaimCounts&,
                         const SeedClaimCounts&) = default;
};

// An issue an editor wants to see once: pairs of one `flag`.
struct SeedIssue {
  std::string flag;  // must_flag|note|must_not_flag
  std::string issue;
  std::vector<std::string> pairs;
  // The most that was said of one of its pairs, as verdict ("" when they never
  // met in a finding), by the order of FactOutcome.
  std::string verdict;
  std::string severity;
};

struct SeedScores {
  std::map<std::pair<std::string, std::string>, SeedClaimCounts> claims;
  std::vector<SeedIssue> issues;    // must_flag and note, by issue
  int64_t must_not_pairs = 0;       // pairs that must not be flagged …
  int64_t must_not_flagged = 0;     // … and those that were
  std::vector<std::string> errors;  // JSON lines
};

// The scores of a report on these articles.
SeedScores ScoreReport(const SeedGold& gold,
                       const std::vector<Article>& articles, Report report);

// Scores the five sample articles against every claim and pair in them. `gold`
// is the folder with claims.jsonl and pairs.jsonl, `articles` that of the
// texts. Overlap counts on the core of a claim (number, unit, modality).
absl::StatusOr<SeedScores> ScoreSeeds(const std::string& gold,
                                      const std::string& articles,
                                      const Pipeline& pipeline);

std::string ToText(const SeedScores& scores);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_SEEDS_H_
