#include "checker/evaluate/extraction.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "checker/evaluate/expected_match.h"
#include "checker/evaluate/gold.h"
#include "checker/evaluate/json_line.h"
#include "checker/evaluate/on_threads.h"
#include "checker/model/span.h"

namespace crosscheck {
namespace {

using SliceKey = std::tuple<std::string, std::string, std::string, std::string>;
using Slices = std::map<SliceKey, ExtractionCounts>;

constexpr int kNoClaim = -1;

// What our figures made of each expected one: the best of them, and its level.
struct Meeting {
  int claim = kNoClaim;
  MatchLevel level = MatchLevel::kNone;
};

bool Lies(const ReportClaim& claim, const Span& span) {
  return Overlaps({claim.begin_byte, claim.end_byte}, span);
}

std::vector<Meeting> Meet(const ExtractionCase& test,
                          const std::vector<ReportClaim>& claims) {
  const bool latent = test.Has("latent");
  const bool asserted = !test.Has("ignore_resolution");
  std::vector<bool> taken(claims.size());
  std::vector<Meeting> out;
  for (const ExpectedFigure& expected : test.expected) {
    Meeting best;
    uint32_t best_length = 0;
    for (size_t c = 0; c < claims.size(); ++c) {
      const ReportClaim& claim = claims[c];
      if (expected.span && !Lies(claim, *expected.span)) continue;
      const MatchLevel level = Match(claim, expected, latent, asserted);
      if (!expected.span && (taken[c] || level < MatchLevel::kValue)) continue;
      const uint32_t length = claim.end_byte - claim.begin_byte;
      if (std::tie(level, length) <= std::tie(best.level, best_length)) {
        continue;
      }
      best = {static_cast<int>(c), level};
      best_length = length;
    }
    if (best.claim != kNoClaim) taken[static_cast<size_t>(best.claim)] = true;
    out.push_back(best);
  }
  return out;
}

// Does the figure lie over an expected one that counts as wrong already? "7
// feet 10 inches" read as two figures is one mistake, not two.
bool IsPartOfWrong(const ExtractionCase& test,
                   const std::vector<Meeting>& meetings,
                   const ReportClaim& claim) {
  for (size_t e = 0; e < meetings.size(); ++e) {
    const auto& span = test.expected[e].span;
    if (span && meetings[e].level != MatchLevel::kRight && Lies(claim, *span)) {
      return true;
    }
  }
  return false;
}

std::string ShowError(const ExtractionCase& test, std::string_view what,
                      const ExpectedFigure* expected,
                      const std::vector<const ReportClaim*>& got) {
  std::vector<std::string> read;
  for (const ReportClaim* claim : got) read.push_back(ShowFigure(*claim));
  JsonObject out;
  out.Text("id", test.id)
      .Text("what", what)
      .Text("suite", test.suite)
      .Text("lang", test.language)
      .Text("tier", test.tier)
      .Text("text", test.text)
      .TextIfAny("ref_time", test.ref_time);
  out.Raw("expected", expected != nullptr ? expected->json : "null");
  return out.Raw("got", JsonList(read)).Take();
}

struct CaseResult {
  Slices slices;
  std::vector<std::string> errors;
};

CaseResult ScoreOne(const ExtractionCase& test,
                    const std::vector<ReportClaim>& claims) {
  CaseResult out;
  const auto slice = [&](const std::string& kind) -> ExtractionCounts& {
    return out.slices[{test.suite, test.language, test.tier, kind}];
  };
  const bool latent = test.Has("latent");
  const std::vector<Meeting> meetings = Meet(test, claims);
  std::vector<bool> accounted(claims.size());
  for (size_t e = 0; e < test.expected.size(); ++e) {
    const ExpectedFigure& expected = test.expected[e];
    const Meeting& meeting = meetings[e];
    if (meeting.claim != kNoClaim) {
      accounted[static_cast<size_t>(meeting.claim)] = true;
    }
    ExtractionCounts& counts = slice(expected.kind);
    if (IsOutOfScope(expected, latent)) {
      ++counts.out_of_scope;
      continue;
    }
    ++counts.expected;
    if (meeting.level >= MatchLevel::kFound) ++counts.found;
    if (meeting.level >= MatchLevel::kValue) ++counts.value;
    if (meeting.level == MatchLevel::kRight) {
      ++counts.right;
      continue;
    }
    std::vector<const ReportClaim*> near;
    for (const ReportClaim& claim : claims) {
      if (!expected.span || Lies(claim, *expected.span)) near.push_back(&claim);
    }
    out.errors.push_back(ShowError(test,
                                   meeting.level == MatchLevel::kNone ? "miss"
                                   : meeting.level == MatchLevel::kFound
                                       ? "wrong_value"
                                       : "wrong_unit_or_kind",
                                   &expected, near));
  }
  for (size_t c = 0; c < claims.size(); ++c) {
    if (accounted[c]) continue;
    const auto kind = ListedKind(test.suite, claims[c]);
    if (!kind || IsPartOfWrong(test, meetings, claims[c])) continue;
    ++slice(*kind).false_hits;
    out.errors.push_back(ShowError(test, "false_hit", nullptr, {&claims[c]}));
  }
  if (out.slices.empty()) slice("(none)");
  ++out.slices.begin()->second.cases;
  return out;
}

ExtractionScores Gather(std::vector<CaseResult> results) {
  ExtractionScores out;
  Slices slices;
  for (CaseResult& result : results) {
    for (const auto& [key, counts] : result.slices) slices[key] += counts;
    std::move(result.errors.begin(), result.errors.end(),
              std::back_inserter(out.errors));
  }
  for (const auto& [key, counts] : slices) {
    const auto& [suite, language, tier, kind] = key;
    out.slices.push_back({suite, language, tier, kind, counts});
  }
  return out;
}

}  // namespace

ExtractionScores ScoreCase(const ExtractionCase& test,
                           const std::vector<ReportClaim>& claims) {
  return Gather({ScoreOne(test, claims)});
}

ExtractionCounts& ExtractionCounts::operator+=(const ExtractionCounts& other) {
  cases += other.cases;
  expected += other.expected;
  found += other.found;
  value += other.value;
  right += other.right;
  false_hits += other.false_hits;
  out_of_scope += other.out_of_scope;
  return *this;
}

Tally ToTally(const ExtractionCounts& counts) {
  return {counts.right, counts.expected - counts.right,
          counts.false_hits + counts.found - counts.right};
}

absl::StatusOr<ExtractionScores> ScoreExtraction(
    const std::vector<std::string>& paths, const Pipeline& pipeline, int jobs) {
  const auto cases = ReadExtractionCases(paths);
  if (!cases.ok()) return cases.status();
  std::vector<CaseResult> results(cases->size());
  OnThreads(cases->size(), jobs, [&](size_t i) {
    const ExtractionCase& test = (*cases)[i];
    const Article article =
        MakeTextArticle(test.id, test.language, test.text, test.ref_time);
    results[i] = ScoreOne(test, pipeline.Extract(article).claims);
  });
  return Gather(std::move(results));
}

}  // namespace crosscheck
