#include "checker/evaluate/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "checker/evaluate/checked_articles.h"
#include "checker/evaluate/gold.h"
#include "checker/evaluate/json_line.h"
#include "checker/evaluate/on_threads.h"
#include "checker/evaluate/value_match.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 8> kOutcomes = {
    "unread", "misread",    "unlinked", "undecided",
    "agree",  "compatible", "update",   "conflict"};

FactOutcome OutcomeOf(Verdict verdict) {
  return static_cast<FactOutcome>(static_cast<int>(FactOutcome::kUndecided) +
                                  VerdictRank(verdict));
}

// The kind of a fact, by the unit its labeller wrote.
std::string KindOfUnit(std::string_view unit) {
  static const std::map<std::string_view, std::string_view> kKinds = {
      {"percent", "percent"},    {"%", "percent"},
      {"date", "date"},          {"hour local", "date"},
      {"time", "date"},          {"ratio", "ratio"},
      {"year", "duration"},      {"years", "duration"},
      {"month", "duration"},     {"months", "duration"},
      {"week", "duration"},      {"weeks", "duration"},
      {"day", "duration"},       {"days", "duration"},
      {"hour", "duration"},      {"hours", "duration"},
      {"minute", "duration"},    {"minutes", "duration"},
      {"second", "duration"},    {"seconds", "duration"},
      {"km", "quantity"},        {"m", "quantity"},
      {"foot", "quantity"},      {"km/h", "quantity"},
      {"mph", "quantity"},       {"tonne", "quantity"},
      {"kg", "quantity"},        {"mile", "quantity"},
      {"miles", "quantity"},     {"pound", "quantity"},
      {"pounds", "quantity"},    {"yards", "quantity"},
      {"microgram", "quantity"},
  };
  if (const auto found = kKinds.find(unit); found != kKinds.end()) {
    return std::string(found->second);
  }
  const bool is_currency =
      unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) {
        return c >= 'A' && c <= 'Z';
      });
  // GPU, ICU: three capitals that are no money are rare enough to live with.
  return is_currency ? "money" : "count";
}

std::string ShowValue(const CheckedArticles& checked, const GoldValue& value) {
  const Article* article = checked.Find(value.article);
  return JsonObject()
      .Text("article", value.article)
      .Text("outlet", article != nullptr ? article->outlet : "")
      .Text("published", article != nullptr ? article->published_text : "")
      .Text("span", value.surface)
      .Text("value", value.value)
      .Text("unit", value.unit)
      .Text("modality", value.modality)
      .Raw("read",
           checked.ShowFigures(checked.ClaimsOver(value.article, value.span)))
      .Text("text", checked.Around(value.article, value.span))
      .Take();
}

struct Judged {
  FactOutcome outcome = FactOutcome::kUnread;
  Severity severity = Severity::kNone;
  std::set<uint32_t> findings;   // that hold a pair
  std::set<uint32_t> conflicts;  // those of them that are conflicts
};

Judged Judge(const CheckedArticles& checked, const GoldFact& fact) {
  Judged out;
  const Report& report = checked.report();
  std::vector<std::vector<uint32_t>> over;
  std::vector<bool> right;
  for (const GoldValue& value : fact.values) {
    over.push_back(checked.ClaimsOver(value.article, value.span));
    right.push_back(std::any_of(
        over.back().begin(), over.back().end(),
        [&](uint32_t c) { return ReadsAs(report.claims[c], value.value); }));
  }
  for (const auto& [i, j] : fact.pairs) {
    if (over[i].empty() || over[j].empty()) continue;
    FactOutcome best =
        right[i] && right[j] ? FactOutcome::kUnlinked : FactOutcome::kMisread;
    for (uint32_t f : checked.Holding(over[i], over[j])) {
      const Finding& finding = report.findings[f];
      best = std::max(best, OutcomeOf(finding.verdict));
      out.findings.insert(f);
      if (finding.verdict != Verdict::kConflict) continue;
      out.conflicts.insert(f);
      out.severity = std::max(out.severity, finding.severity);
    }
    out.outcome = std::max(out.outcome, best);
  }
  return out;
}

std::string ShowMistake(const CheckedArticles& checked, const GoldStory& story,
                        const GoldFact& fact, const Judged& judged,
                        std::string_view what) {
  std::vector<std::string> values, findings;
  for (const GoldValue& value : fact.values) {
    values.push_back(ShowValue(checked, value));
  }
  for (uint32_t f : judged.findings) findings.push_back(checked.ShowFinding(f));
  return JsonObject()
      .Text("id", fact.id)
      .Text("what", what)
      .Text("lang", story.language)
      .Text("expected", fact.verdict)
      .Text("strength", fact.strength)
      .Text("got", ToString(judged.outcome))
      .Text("fact", fact.fact)
      .Text("subject", fact.subject)
      .Text("metric", fact.metric)
      .Text("note", fact.note)
      .Raw("values", JsonList(values))
      .Raw("findings", JsonList(findings))
      .Take();
}

}  // namespace

std::string_view ToString(FactOutcome outcome) {
  return kOutcomes[static_cast<size_t>(outcome)];
}

StoryScores ScoreStory(const GoldStory& story, Report given) {
  StoryScores out;
  const CheckedArticles checked(story.articles, std::move(given));
  const Report& report = checked.report();
  out.stories = 1;
  out.articles = static_cast<int64_t>(story.articles.size());
  out.figures = static_cast<int64_t>(report.claims.size());
  std::set<uint32_t> accounted;  // conflict findings that met a labelled fact
  for (const GoldFact& fact : story.facts) {
    const Judged judged = Judge(checked, fact);
    const bool alarm = !judged.conflicts.empty();
    const bool conflict = fact.verdict == "conflict";
    accounted.insert(judged.conflicts.begin(), judged.conflicts.end());
    out.facts.push_back(
        {story.id, fact.id, story.language,
         KindOfUnit(fact.values.empty() ? "" : fact.values.front().unit),
         fact.verdict, fact.strength, judged.outcome, judged.severity});
    if (conflict != alarm) {
      out.errors.push_back(
          ShowMistake(checked, story, fact, judged,
                      conflict ? "missed_conflict" : "false_alarm"));
    }
  }
  for (uint32_t f = 0; f < report.findings.size(); ++f) {
    const Finding& finding = report.findings[f];
    if (finding.verdict != Verdict::kConflict) continue;
    ++out.conflict_findings;
    if (!story.exhaustive || accounted.count(f) > 0) continue;
    out.extras.push_back({story.id, story.language,
                          finding.claims.empty()
                              ? "count"
                              : report.claims[finding.claims.front()].kind,
                          finding.severity});
    out.errors.push_back(
        JsonObject()
            .Text("id", story.id + "." + finding.id)
            .Text("what", "extra_alarm")
            .Text("lang", story.language)
            .Text("expected", "")
            .Text("got", "conflict")
            .Raw("findings", JsonList({checked.ShowFinding(f)}))
            .Take());
  }
  return out;
}

absl::StatusOr<StoryScores> ScoreStories(const std::vector<std::string>& paths,
                                         const Pipeline& pipeline, int jobs) {
  const auto folders = FindStories(paths);
  if (!folders.ok()) return folders.status();
  std::vector<absl::Status> problems(folders->size());
  std::vector<StoryScores> results(folders->size());
  OnThreads(folders->size(), jobs, [&](size_t i) {
    const auto story = ReadStory((*folders)[i]);
    if (!story.ok()) {
      problems[i] = story.status();
      return;
    }
    results[i] = ScoreStory(*story, pipeline.Check(story->articles));
  });
  StoryScores out;
  for (size_t i = 0; i < results.size(); ++i) {
    if (!problems[i].ok()) return problems[i];
    StoryScores& result = results[i];
    out.stories += result.stories;
    out.articles += result.articles;
    out.figures += result.figures;
    out.conflict_findings += result.conflict_findings;
    std::move(result.facts.begin(), result.facts.end(),
              std::back_inserter(out.facts));
    std::move(result.extras.begin(), result.extras.end(),
              std::back_inserter(out.extras));
    std::move(result.errors.begin(), result.errors.end(),
              std::back_inserter(out.errors));
  }
  return out;
}

}  // namespace crosscheck
