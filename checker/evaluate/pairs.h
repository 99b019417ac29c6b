#ifndef CROSSCHECK_CHECKER_EVALUATE_PAIRS_H_
#define CROSSCHECK_CHECKER_EVALUATE_PAIRS_H_

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/evaluate/gold.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// The labels of a pair of statements.
enum class PairLabel : uint8_t { kConsistent, kContradiction, kUnrelated };
inline constexpr size_t kPairLabels = 3;
std::string_view ToString(PairLabel label);

// How often a gold label (first index) got one of ours (second).
struct Confusion {
  std::array<std::array<int64_t, kPairLabels>, kPairLabels> counts{};
  // Of the unrelated ones, those of suites that tell only consistent from
  // not: a contradiction there is neither right nor a false alarm.
  std::array<int64_t, kPairLabels> unrelated_two_way{};

  Confusion& operator+=(const Confusion& other);
  friend bool operator==(const Confusion&, const Confusion&) = default;
};

struct PairSlice {
  std::string suite;
  std::string language;
  std::string name;  // empty: the whole; else "num_rel=conflict" …
  Confusion confusion;
};

struct PairScores {
  std::vector<PairSlice> slices;    // sorted by suite, language, name
  std::vector<std::string> errors;  // JSON lines, in file order
};

// The scores of verdicts on pairs, verdicts[i] on pairs[i].
PairScores ScoreVerdicts(const std::vector<GoldPair>& pairs,
                         const std::vector<StatementVerdict>& verdicts);

// Scores Pipeline::Compare on labelled pairs. Most pairs of these suites clash
// (or agree) in words, not in figures, so a low recall is the nature of the
// matter; the slices num_rel=conflict and num_only_edit=1 hold the pairs a
// reader of figures can tell. Error: a file or line that cannot be read.
absl::StatusOr<PairScores> ScorePairs(const std::vector<std::string>& paths,
                                      const Pipeline& pipeline, int jobs);

// The confusion table of every suite and language, accuracy, two-way accuracy
// (consistent or not), precision and recall of contradiction; then the slices.
std::string ToText(const PairScores& scores);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_PAIRS_H_
