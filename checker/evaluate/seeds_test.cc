#include "checker/evaluate/seeds.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

// Two notes on one tower, with a name that must not be read as a figure.
std::vector<Article> Articles() {
  return {MakeTextArticle("a.txt", "en",
                          "The T-80 tower is 90 m high, built in 1975.", ""),
          MakeTextArticle("b.txt", "en", "The tower measures 99 m.", "")};
}

SeedClaim Labelled(std::string id, const Article& article, std::string surface,
                   std::string value, std::string extract, std::string kind) {
  SeedClaim out;
  out.id = std::move(id);
  out.article = article.id;
  out.core.begin = static_cast<uint32_t>(article.text.find(surface));
  out.core.end = out.core.begin + static_cast<uint32_t>(surface.size());
  out.surface = std::move(surface);
  out.value = std::move(value);
  out.extract = std::move(extract);
  out.kind = std::move(kind);
  return out;
}

SeedGold Gold() {
  const std::vector<Article> articles = Articles();
  SeedGold out;
  out.claims = {
      Labelled("a.name", articles[0], "T-80", "", "must_not", "name_not_claim"),
      Labelled("a.height", articles[0], "90 m", "90", "must", "quantity"),
      Labelled("a.built", articles[0], "1975", "1975", "must", "date"),
      Labelled("b.height", articles[1], "99 m", "99", "must", "quantity")};
  const auto pair = [](std::string id, std::string a, std::string b,
                       std::string flag, std::string issue) {
    SeedPair made;
    made.id = std::move(id);
    made.a = std::move(a);
    made.b = std::move(b);
    made.flag = std::move(flag);
    made.issue = std::move(issue);
    return made;
  };
  out.pairs = {
      pair("p1", "a.height", "b.height", "must_flag", "height"),
      pair("p2", "a.built", "b.height", "must_not_flag", ""),
  };
  return out;
}

ReportClaim Over(const SeedClaim& place, std::string value) {
  ReportClaim out;
  out.article = place.article;
  out.begin_byte = place.core.begin;
  out.end_byte = place.core.end;
  out.kind = place.kind;
  out.value = std::move(value);
  out.modality = "exact";
  return out;
}

TEST(ScoreReport, CountsPlacesAndIssues) {
  const SeedGold gold = Gold();
  Report report;
  report.claims = {Over(gold.claims[0], "80"),  // the trap
                   Over(gold.claims[1], "90"),  // right
                   Over(gold.claims[3], "9")};  // wrong
  Finding finding;
  finding.verdict = Verdict::kConflict;
  finding.severity = Severity::kMedium;
  finding.claims = {1, 2};
  report.findings = {finding};
  const SeedScores scores = ScoreReport(gold, Articles(), report);
  EXPECT_EQ(scores.claims.at({"must", "quantity"}),
            (SeedClaimCounts{.places = 2, .read = 2, .right = 1}));
  EXPECT_EQ(scores.claims.at({"must", "date"}),
            (SeedClaimCounts{.places = 1, .read = 0, .right = 0}));
  EXPECT_EQ(scores.claims.at({"must_not", "name_not_claim"}),
            (SeedClaimCounts{.places = 1, .read = 1, .right = 0}));
  ASSERT_EQ(scores.issues.size(), 1u);
  EXPECT_EQ(scores.issues[0].verdict, "conflict");
  EXPECT_EQ(scores.issues[0].severity, "medium");
  EXPECT_EQ(scores.must_not_pairs, 1);
  EXPECT_EQ(scores.must_not_flagged, 0);
  // The trap, the wrong value, the unread date.
  EXPECT_EQ(scores.errors.size(), 3u);
}

TEST(ScoreReport, CountsPairsFlaggedAgainstTheLabel) {
  const SeedGold gold = Gold();
  Report report;
  report.claims = {Over(gold.claims[2], "1975"), Over(gold.claims[3], "99")};
  Finding finding;
  finding.verdict = Verdict::kConflict;
  finding.claims = {0, 1};
  report.findings = {finding};
  const SeedScores scores = ScoreReport(gold, Articles(), report);
  EXPECT_EQ(scores.must_not_flagged, 1);
  EXPECT_EQ(scores.issues[0].verdict, "") << "the heights never met";
}

}  // namespace
}  // namespace crosscheck
