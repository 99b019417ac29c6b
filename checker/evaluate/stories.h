#ifndef CROSSCHECK_CHECKER_EVALUATE_STORIES_H_
#define CROSSCHECK_CHECKER_EVALUATE_STORIES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/evaluate/gold.h"
#include "checker/model/finding.h"
#include "checker/model/report.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// What became of a labelled fact, the least to the most: no figure of ours
// lies over a value; one does but says something else; both were read but
// never met in a finding; they met, and this was said of them.
enum class FactOutcome : uint8_t {
  kUnread,
  kMisread,
  kUnlinked,
  kUndecided,
  kAgree,
  kCompatible,
  kUpdate,
  kConflict,
};
std::string_view ToString(FactOutcome outcome);  // "unread", "conflict" …

// A labelled fact and what was made of it. `severity` is that of the worst
// conflict finding that holds it, kNone where none does.
struct ScoredFact {
  std::string story;
  std::string id;
  std::string language;  // of the story: "ar", "en", "ar+en"
  std::string kind;      // by the gold unit: "money", "date", "count" …
  std::string verdict;   // gold
  std::string strength;  // gold
  FactOutcome outcome = FactOutcome::kUnread;
  Severity severity = Severity::kNone;
};

// A conflict finding on an exhaustive story that holds no labelled conflict,
// and no labelled fact that already counts as a false alarm.
struct ExtraAlarm {
  std::string story;
  std::string language;
  std::string kind;  // of our claims
  Severity severity = Severity::kNone;
};

// Scores against design/formats.md, "Gold data": a conflict fact is found when
// one conflict finding holds claims over the two values of a clashing pair;
// any other fact is a false alarm when a conflict finding holds two of its
// values; ExtraAlarm is the third sort. A claim lies over a value when their
// bytes overlap; the two claims must be different ones.
struct StoryScores {
  int64_t stories = 0;
  int64_t articles = 0;
  int64_t figures = 0;
  int64_t conflict_findings = 0;
  std::vector<ScoredFact> facts;    // in story and file order
  std::vector<ExtraAlarm> extras;   // likewise
  std::vector<std::string> errors;  // JSON lines, see --errors
};

// The scores of one story, given what the pipeline reported on its articles.
StoryScores ScoreStory(const GoldStory& story, Report report);

// `paths` are story folders, or folders of them. `pipeline` should keep
// agreeing findings (PipelineOptions::keep_agreeing), or agreeing facts show
// as unlinked. Stories run on `jobs` threads (0: one a core); the result does
// not depend on it. Error: an unreadable story.
absl::StatusOr<StoryScores> ScoreStories(const std::vector<std::string>& paths,
                                         const Pipeline& pipeline, int jobs);

// The tables: found and false alarms by strength, language and kind, the
// curve over severity, and gold verdicts against outcomes.
std::string ToText(const StoryScores& scores);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_STORIES_H_
