#include "checker/evaluate/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

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
  switch (verdict) {
    case Verdict::kAgree:
      return FactOutcome::kAgree;
    case Verdict::kCompatible:
      return FactOutcome::kCompatible;
    case Verdict::kUpdate:
      return FactOutcome::kUpdate;
    case Verdict::kConflict:
      return FactOutcome::kConflict;
    case Verdict::kUndecided:
      break;
  }
  return FactOutcome::kUndecided;
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

// A checked story: which claims lie over a place, which findings hold a claim.
class Checked {
 public:
  Checked(const GoldStory& story, Report report)
      : story_(story), report_(std::move(report)) {
    for (uint32_t c = 0; c < report_.claims.size(); ++c) {
      by_article_[report_.claims[c].article].push_back(c);
    }
    holders_.resize(report_.claims.size());
    for (uint32_t f = 0; f < report_.findings.size(); ++f) {
      for (uint32_t claim : report_.findings[f].claims) {
        holders_[claim].push_back(f);
      }
    }
  }

  const Report& report() const { return report_; }

  std::vector<uint32_t> ClaimsOver(const GoldValue& value) const {
    std::vector<uint32_t> out;
    const auto found = by_article_.find(value.article);
    if (found == by_article_.end()) return out;
    for (uint32_t c : found->second) {
      const ReportClaim& claim = report_.claims[c];
      if (Overlaps({claim.begin_byte, claim.end_byte}, value.span)) {
        out.push_back(c);
      }
    }
    return out;
  }

  // The findings that hold a claim of `a` and another one of `b`.
  std::set<uint32_t> Holding(const std::vector<uint32_t>& a,
                             const std::vector<uint32_t>& b) const {
    std::set<uint32_t> out;
    for (uint32_t x : a) {
      for (uint32_t y : b) {
        if (x == y) continue;
        for (uint32_t f : holders_[x]) {
          const auto& others = holders_[y];
          if (std::find(others.begin(), others.end(), f) != others.end()) {
            out.insert(f);
          }
        }
      }
    }
    return out;
  }

  // The line of the article around a value, cut to a size one can read.
  std::string Around(const GoldValue& value) const {
    for (const Article& article : story_.articles) {
      if (article.id != value.article) continue;
      const std::string& text = article.text;
      size_t begin = std::min<size_t>(value.span.begin, text.size());
      size_t end = std::min<size_t>(value.span.end, text.size());
      constexpr size_t kReach = 300;
      for (size_t n = 0; n < kReach && begin > 0 && text[begin - 1] != '\n';
           ++n) {
        --begin;
      }
      for (size_t n = 0; n < kReach && end < text.size() && text[end] != '\n';
           ++n) {
        ++end;
      }
      const auto inside = [&](size_t at) {
        return at < text.size() &&
               (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
      };
      while (inside(begin)) ++begin;
      while (end > begin && inside(end)) --end;
      return text.substr(begin, end - begin);
    }
    return "";
  }

  std::string ShowFinding(uint32_t index) const {
    const Finding& finding = report_.findings[index];
    std::vector<std::string> members;
    for (uint32_t c : finding.claims) {
      const ReportClaim& claim = report_.claims[c];
      members.push_back(JsonObject()
                            .Text("article", claim.article)
                            .Text("published", claim.published)
                            .Raw("read", ShowFigure(claim))
                            .Text("sentence", claim.sentence)
                            .Take());
    }
    return JsonObject()
        .Text("rule", finding.rule)
        .Text("verdict", ToString(finding.verdict))
        .Text("severity", ToString(finding.severity))
        .Text("subject", finding.subject)
        .Text("metric", finding.metric)
        .Text("message", finding.message)
        .Raw("explanation", JsonTexts(finding.explanation))
        .Number("clash_count", finding.clash_count)
        .Raw("claims", JsonList(members))
        .Take();
  }

  std::string ShowValue(const GoldValue& value) const {
    std::vector<std::string> read;
    for (uint32_t c : ClaimsOver(value)) {
      read.push_back(ShowFigure(report_.claims[c]));
    }
    std::string published, outlet;
    for (const Article& article : story_.articles) {
      if (article.id != value.article) continue;
      published = article.published_text;
      outlet = article.outlet;
    }
    return JsonObject()
        .Text("article", value.article)
        .Text("outlet", outlet)
        .Text("published", published)
        .Text("span", value.surface)
        .Text("value", value.value)
        .Text("unit", value.unit)
        .Text("modality", value.modality)
        .Raw("read", JsonList(read))
        .Text("text", Around(value))
        .Take();
  }

 private:
  const GoldStory& story_;
  Report report_;
  std::map<std::string, std::vector<uint32_t>> by_article_;
  std::vector<std::vector<uint32_t>> holders_;  // findings of each claim
};

// One story's share of the scores.
struct StoryResult {
  absl::Status status;
  std::vector<ScoredFact> facts;
  std::vector<ExtraAlarm> extras;
  std::vector<std::string> errors;
  int64_t articles = 0;
  int64_t figures = 0;
  int64_t conflict_findings = 0;
};

struct Judged {
  FactOutcome outcome = FactOutcome::kUnread;
  Severity severity = Severity::kNone;
  std::set<uint32_t> findings;   // that hold a pair
  std::set<uint32_t> conflicts;  // those of them that are conflicts
};

Judged Judge(const Checked& checked, const GoldFact& fact) {
  Judged out;
  const Report& report = checked.report();
  std::vector<std::vector<uint32_t>> over;
  std::vector<bool> right;
  for (const GoldValue& value : fact.values) {
    over.push_back(checked.ClaimsOver(value));
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

std::string ShowMistake(const Checked& checked, const GoldStory& story,
                        const GoldFact& fact, const Judged& judged,
                        std::string_view what) {
  std::vector<std::string> values, findings;
  for (const GoldValue& value : fact.values) {
    values.push_back(checked.ShowValue(value));
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

StoryResult ScoreStory(const std::string& folder, const Pipeline& pipeline) {
  StoryResult out;
  const auto story = ReadStory(folder);
  if (!story.ok()) {
    out.status = story.status();
    return out;
  }
  const Checked checked(*story, pipeline.Check(story->articles));
  const Report& report = checked.report();
  out.articles = static_cast<int64_t>(story->articles.size());
  out.figures = static_cast<int64_t>(report.claims.size());
  std::set<uint32_t> accounted;  // conflict findings that met a labelled fact
  for (const GoldFact& fact : story->facts) {
    const Judged judged = Judge(checked, fact);
    const bool alarm = !judged.conflicts.empty();
    const bool conflict = fact.verdict == "conflict";
    accounted.insert(judged.conflicts.begin(), judged.conflicts.end());
    out.facts.push_back(
        {story->id, fact.id, story->language,
         KindOfUnit(fact.values.empty() ? "" : fact.values.front().unit),
         fact.verdict, fact.strength, judged.outcome, judged.severity});
    if (conflict != alarm) {
      out.errors.push_back(
          ShowMistake(checked, *story, fact, judged,
                      conflict ? "missed_conflict" : "false_alarm"));
    }
  }
  for (uint32_t f = 0; f < report.findings.size(); ++f) {
    const Finding& finding = report.findings[f];
    if (finding.verdict != Verdict::kConflict) continue;
    ++out.conflict_findings;
    if (!story->exhaustive || accounted.count(f) > 0) continue;
    out.extras.push_back({story->id, story->language,
                          finding.claims.empty()
                              ? "count"
                              : report.claims[finding.claims.front()].kind,
                          finding.severity});
    out.errors.push_back(
        JsonObject()
            .Text("id", story->id + "." + finding.id)
            .Text("what", "extra_alarm")
            .Text("lang", story->language)
            .Text("expected", "")
            .Text("got", "conflict")
            .Raw("findings", JsonList({checked.ShowFinding(f)}))
            .Take());
  }
  return out;
}

}  // namespace

std::string_view ToString(FactOutcome outcome) {
  return kOutcomes[static_cast<size_t>(outcome)];
}

absl::StatusOr<StoryScores> ScoreStories(const std::vector<std::string>& paths,
                                         const Pipeline& pipeline, int jobs) {
  const auto folders = FindStories(paths);
  if (!folders.ok()) return folders.status();
  std::vector<StoryResult> results(folders->size());
  OnThreads(folders->size(), jobs, [&](size_t i) {
    results[i] = ScoreStory((*folders)[i], pipeline);
  });
  StoryScores out;
  for (StoryResult& result : results) {
    if (!result.status.ok()) return result.status;
    ++out.stories;
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
