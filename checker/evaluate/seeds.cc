#include "checker/evaluate/seeds.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "checker/evaluate/checked_articles.h"
#include "checker/evaluate/gold.h"
#include "checker/evaluate/json_line.h"
#include "checker/evaluate/table.h"
#include "checker/evaluate/value_match.h"

namespace crosscheck {
namespace {

void ScoreClaims(const SeedGold& gold, const CheckedArticles& checked,
                 SeedScores& out) {
  for (const SeedClaim& claim : gold.claims) {
    SeedClaimCounts& counts = out.claims[{claim.extract, claim.kind}];
    const auto over = checked.ClaimsOver(claim.article, claim.core);
    const bool read = !over.empty();
    const bool right = std::any_of(over.begin(), over.end(), [&](uint32_t c) {
      return ReadsAs(checked.report().claims[c], claim.value);
    });
    ++counts.places;
    if (read) ++counts.read;
    if (right) ++counts.right;
    const bool trap = claim.extract == "must_not";
    if (trap ? !read : right) continue;
    out.errors.push_back(
        JsonObject()
            .Text("id", claim.id)
            .Text("what", trap   ? "read_what_is_no_claim"
                          : read ? "wrong_value"
                                 : "unread")
            .Text("extract", claim.extract)
            .Text("kind", claim.kind)
            .Text("expected", claim.value)
            .Text("unit", claim.unit)
            .Text("core", claim.surface)
            .Raw("got", checked.ShowFigures(over))
            .Text("text", checked.Around(claim.article, claim.core))
            .Take());
  }
}

// The most that a finding says of two labelled claims.
struct Said {
  int rank = -1;
  Severity severity = Severity::kNone;
  std::string verdict;
  std::vector<uint32_t> findings;
};

Said SaidOf(const CheckedArticles& checked, const SeedClaim& a,
            const SeedClaim& b) {
  Said out;
  for (uint32_t f : checked.Holding(checked.ClaimsOver(a.article, a.core),
                                    checked.ClaimsOver(b.article, b.core))) {
    const Finding& finding = checked.report().findings[f];
    out.findings.push_back(f);
    const int rank = VerdictRank(finding.verdict);
    if (std::tie(rank, finding.severity) <= std::tie(out.rank, out.severity)) {
      continue;
    }
    out.rank = rank;
    out.severity = finding.severity;
    out.verdict = ToString(finding.verdict);
  }
  return out;
}

void ScoreSeedPairs(const SeedGold& gold, const CheckedArticles& checked,
                    SeedScores& out) {
  std::map<std::string, const SeedClaim*> by_id;
  for (const SeedClaim& claim : gold.claims) by_id[claim.id] = &claim;
  std::map<std::pair<std::string, std::string>, std::pair<SeedIssue, Said>>
      issues;
  for (const SeedPair& pair : gold.pairs) {
    const auto a = by_id.find(pair.a), b = by_id.find(pair.b);
    if (a == by_id.end() || b == by_id.end()) continue;
    Said said = SaidOf(checked, *a->second, *b->second);
    const bool conflict = said.verdict == "conflict";
    const bool must = pair.flag == "must_flag";
    if (must || pair.flag == "note") {
      const std::string name = pair.issue.empty() ? pair.id : pair.issue;
      auto& [issue, best] = issues[{pair.flag, name}];
      issue.flag = pair.flag;
      issue.issue = name;
      issue.pairs.push_back(pair.id);
      if (std::tie(said.rank, said.severity) >
          std::tie(best.rank, best.severity)) {
        best = said;
      }
    } else {
      ++out.must_not_pairs;
      if (conflict) ++out.must_not_flagged;
    }
    if (conflict == must) continue;
    std::vector<std::string> findings;
    for (uint32_t f : said.findings) findings.push_back(checked.ShowFinding(f));
    const auto side = [&](const SeedClaim& claim) {
      return JsonObject()
          .Text("id", claim.id)
          .Text("core", claim.surface)
          .Raw("read", checked.ShowFigures(
                           checked.ClaimsOver(claim.article, claim.core)))
          .Text("text", checked.Around(claim.article, claim.core))
          .Take();
    };
    out.errors.push_back(JsonObject()
                             .Text("id", pair.id)
                             .Text("what", must ? "missed_pair" : "false_alarm")
                             .Text("expected", pair.flag)
                             .Text("relation", pair.relation)
                             .Text("issue", pair.issue)
                             .Text("got", said.verdict)
                             .Text("why", pair.why)
                             .Raw("a", side(*a->second))
                             .Raw("b", side(*b->second))
                             .Raw("findings", JsonList(findings))
                             .Take());
  }
  for (auto& [key, entry] : issues) {
    auto& [issue, best] = entry;
    issue.verdict = best.verdict;
    issue.severity = ToString(best.severity);
    out.issues.push_back(std::move(issue));
  }
}

}  // namespace

SeedScores ScoreReport(const SeedGold& gold,
                       const std::vector<Article>& articles, Report report) {
  const CheckedArticles checked(articles, std::move(report));
  SeedScores out;
  ScoreClaims(gold, checked, out);
  ScoreSeedPairs(gold, checked, out);
  return out;
}

absl::StatusOr<SeedScores> ScoreSeeds(const std::string& gold,
                                      const std::string& articles,
                                      const Pipeline& pipeline) {
  const auto labels = ReadSeedGold(gold);
  if (!labels.ok()) return labels.status();
  const auto texts = ReadGoldArticles(articles);
  if (!texts.ok()) return texts.status();
  return ScoreReport(*labels, *texts, pipeline.Check(*texts));
}

std::string ToText(const SeedScores& scores) {
  Table claims({"claims", "places", "read", "right", "% read", "% right"});
  std::string sort;
  for (const auto& [key, counts] : scores.claims) {
    if (!sort.empty() && sort != key.first) claims.Rule();
    sort = key.first;
    const bool trap = sort == "must_not";
    claims.Row({key.first + " " + key.second, std::to_string(counts.places),
                std::to_string(counts.read),
                trap ? "-" : std::to_string(counts.right),
                PercentText(counts.read, counts.places),
                trap ? "-" : PercentText(counts.right, counts.places)});
  }
  Table issues({"issue", "flag", "pairs", "verdict", "severity"});
  for (const SeedIssue& issue : scores.issues) {
    issues.Row({issue.issue, issue.flag, std::to_string(issue.pairs.size()),
                issue.verdict.empty() ? "-" : issue.verdict, issue.severity});
  }
  return fmt::format("{}\n{}\nmust not flag: {} of {} pairs flagged\n",
                     claims.ToText(), issues.ToText(), scores.must_not_flagged,
                     scores.must_not_pairs);
}

}  // namespace crosscheck
