#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "checker/evaluate/stories.h"
#include "checker/evaluate/table.h"

namespace crosscheck {
namespace {

using FactFilter = std::function<bool(const ScoredFact&)>;
using ExtraFilter = std::function<bool(const ExtraAlarm&)>;

// Conflicts found, missed, and false alarms, of findings at least as severe
// as `least`.
struct Slice {
  Tally tally;
  int64_t fact_alarms = 0;
  int64_t extra_alarms = 0;
};

Slice Count(const StoryScores& scores, Severity least, const FactFilter& fact,
            const ExtraFilter& extra) {
  Slice out;
  for (const ScoredFact& scored : scores.facts) {
    if (!fact(scored)) continue;
    const bool alarm =
        scored.outcome == FactOutcome::kConflict && scored.severity >= least;
    if (scored.verdict == "conflict") {
      ++(alarm ? out.tally.hits : out.tally.misses);
    } else if (alarm) {
      ++out.fact_alarms;
    }
  }
  for (const ExtraAlarm& alarm : scores.extras) {
    if (alarm.severity >= least && extra(alarm)) ++out.extra_alarms;
  }
  out.tally.false_alarms = out.fact_alarms + out.extra_alarms;
  return out;
}

void AddRow(Table& table, const std::string& name, const Slice& slice) {
  const Tally& t = slice.tally;
  table.Row({name, std::to_string(t.hits + t.misses), std::to_string(t.hits),
             std::to_string(slice.fact_alarms),
             std::to_string(slice.extra_alarms), Precision(t), Recall(t),
             F1(t)});
}

// The distinct values of a member, sorted, of facts and extra alarms.
template <typename Of>
std::set<std::string> Distinct(const StoryScores& scores, const Of& of) {
  std::set<std::string> out;
  for (const ScoredFact& fact : scores.facts) out.insert(of(fact));
  for (const ExtraAlarm& extra : scores.extras) out.insert(of(extra));
  return out;
}

const FactFilter kEveryFact = [](const ScoredFact&) { return true; };
const ExtraFilter kEveryExtra = [](const ExtraAlarm&) { return true; };

std::string ConflictTable(const StoryScores& scores) {
  Table table({"conflicts", "gold", "found", "fact alarms", "extra alarms",
               "precision", "recall", "f1"});
  AddRow(table, "all", Count(scores, Severity::kNone, kEveryFact, kEveryExtra));
  table.Rule();
  const auto language = [](const auto& x) { return x.language; };
  for (const std::string& name : Distinct(scores, language)) {
    AddRow(table, "language " + name,
           Count(
               scores, Severity::kNone,
               [&](const ScoredFact& f) { return f.language == name; },
               [&](const ExtraAlarm& e) { return e.language == name; }));
  }
  table.Rule();
  const auto kind = [](const auto& x) { return x.kind; };
  for (const std::string& name : Distinct(scores, kind)) {
    AddRow(table, "kind " + name,
           Count(
               scores, Severity::kNone,
               [&](const ScoredFact& f) { return f.kind == name; },
               [&](const ExtraAlarm& e) { return e.kind == name; }));
  }
  table.Rule();
  std::set<std::string> strengths;
  for (const ScoredFact& fact : scores.facts) strengths.insert(fact.strength);
  for (const std::string& name : strengths) {
    AddRow(table, "strength " + name,
           Count(
               scores, Severity::kNone,
               [&](const ScoredFact& f) { return f.strength == name; },
               [](const ExtraAlarm&) { return false; }));
  }
  table.Rule();
  AddRow(table, "severity high",
         Count(scores, Severity::kHigh, kEveryFact, kEveryExtra));
  AddRow(table, "severity medium+",
         Count(scores, Severity::kMedium, kEveryFact, kEveryExtra));
  AddRow(table, "severity all",
         Count(scores, Severity::kNone, kEveryFact, kEveryExtra));
  return table.ToText();
}

std::string OutcomeTable(const StoryScores& scores) {
  std::vector<std::string> heads = {"gold verdict", "facts"};
  for (int i = 0; i <= static_cast<int>(FactOutcome::kConflict); ++i) {
    heads.emplace_back(ToString(static_cast<FactOutcome>(i)));
  }
  Table table(heads);
  // Every verdict whole, then by strength and by the language of the story.
  std::set<std::pair<std::string, std::string>> rows;
  for (const ScoredFact& fact : scores.facts) {
    rows.emplace(fact.verdict, "");
    rows.emplace(fact.verdict, fact.strength);
    rows.emplace(fact.verdict, fact.language);
  }
  for (const auto& [verdict, part] : rows) {
    std::vector<int64_t> counts(static_cast<size_t>(FactOutcome::kConflict) +
                                1);
    int64_t all = 0;
    for (const ScoredFact& fact : scores.facts) {
      if (fact.verdict != verdict) continue;
      if (!part.empty() && fact.strength != part && fact.language != part) {
        continue;
      }
      ++counts[static_cast<size_t>(fact.outcome)];
      ++all;
    }
    std::vector<std::string> row = {part.empty() ? verdict : "  " + part,
                                    std::to_string(all)};
    for (int64_t count : counts) row.push_back(std::to_string(count));
    table.Row(std::move(row));
  }
  return table.ToText();
}

}  // namespace

std::string ToText(const StoryScores& scores) {
  return fmt::format(
      "{} stories, {} articles, {} figures, {} conflict findings\n\n{}\n{}",
      scores.stories, scores.articles, scores.figures, scores.conflict_findings,
      ConflictTable(scores), OutcomeTable(scores));
}

}  // namespace crosscheck
