#ifndef CROSSCHECK_CHECKER_EVALUATE_TRADE_OFF_H_
#define CROSSCHECK_CHECKER_EVALUATE_TRADE_OFF_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/evaluate/stories.h"
#include "checker/pipeline/pipeline.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Stories scored anew for each of several thresholds: the points two figures
// that do not meet need to be taken for one fact.
struct TradeOff {
  struct Point {
    int threshold = 0;
    StoryScores scores;
  };
  std::vector<Point> points;  // by threshold
  int chosen = 0;             // the threshold of the rules
};

// From 120 points below the rules' threshold to 150 above, every 15. Cost: as
// many runs of ScoreStories.
absl::StatusOr<TradeOff> ScoreTradeOff(const std::vector<std::string>& paths,
                                       const Rulebook& rules,
                                       const PipelineOptions& options,
                                       int jobs);

// A row a threshold: clear conflicts found, false alarms as a share of the
// facts that are none, precision and recall; the chosen one is marked.
std::string ToText(const TradeOff& trade_off);

// Recall of clear conflicts (across) against precision of conflict findings
// (up), a line a language of stories and one for all, the chosen threshold
// ringed. SVG; looks the same everywhere: no font but the generic ones, no
// script, no colour that is the only difference.
std::string ToSvg(const TradeOff& trade_off);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_TRADE_OFF_H_
