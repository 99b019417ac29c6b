#include "reports/sarif/sarif_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

using nlohmann::json;

json RunOf(const Report& report, const SarifOptions& options = {}) {
  return json::parse(ToSarif(report, options))["runs"][0];
}

TEST(ToSarif, PutsTheChangedArticleFirstAndLinksTheOthers) {
  Report report = SampleReport();
  report.articles[1].is_new = true;  // the Arabic one of the first conflict
  const json run = RunOf(report);
  const json& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "compare.disjoint");
  EXPECT_EQ(
      run["tool"]["driver"]["rules"][result["ruleIndex"].get<int>()]["id"],
      "compare.disjoint");
  EXPECT_EQ(result["level"], "error");
  EXPECT_EQ(
      result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
      "examples/02-sahifa.txt");
  EXPECT_EQ(result["relatedLocations"][0]["id"], 1);
  EXPECT_EQ(result["relatedLocations"][0]["physicalLocation"]
                  ["artifactLocation"]["uri"],
            "examples/01-harbour-post.md");
  EXPECT_THAT(result["message"]["text"].get<std::string>(),
              testing::HasSubstr("[The Harbour Post, 2025-03-02](1): \"$1.2 "
                                 "billion\" https://harbour.example/"));
}

TEST(ToSarif, SaysWhichColumnsItCounts) {
  const json run = RunOf(SampleReport());
  EXPECT_EQ(run["columnKind"], "utf16CodeUnits");
  const json& region =
      run["results"][0]["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["endColumn"].get<int>() - region["startColumn"].get<int>(),
            12);  // "$1.2 billion"
}

TEST(ToSarif, HasOneResultALineHashAndLeavesOutAgreement) {
  const json run = RunOf(SampleReport());
  EXPECT_EQ(run["results"].size(), 5u);  // f6 agrees
  std::set<std::string> hashes;
  for (const json& result : run["results"]) {
    const auto& prints = result["partialFingerprints"];
    hashes.insert(prints["primaryLocationLineHash"].get<std::string>());
    EXPECT_FALSE(prints["crosscheck/v1"].get<std::string>().empty());
  }
  EXPECT_EQ(hashes.size(), 5u);
}

TEST(ToSarif, TellsFindingsOnOneLineApart) {
  Report report = SampleReport();
  report.findings.push_back(report.findings[0]);
  const json run = RunOf(report);
  const auto hash = [&](int i) {
    return run["results"][i]["partialFingerprints"]["primaryLocationLineHash"]
        .get<std::string>();
  };
  EXPECT_EQ(hash(0).substr(0, 16), hash(1).substr(0, 16));
  EXPECT_EQ(hash(0).substr(16), ":1");
  EXPECT_EQ(hash(1).substr(16), ":2");
}

TEST(ToSarif, ShowsStatesAsBaselineAndSuppression) {
  Report report = SampleReport();
  EXPECT_FALSE(RunOf(report)["results"][0].contains("baselineState"));
  report.against = "archive.db";
  report.findings[0].state = FindingState::kDismissed;
  report.findings[0].disposition = {"superseded", "corrected", "desk",
                                    "archive.db", false};
  report.findings[1].state = FindingState::kReopened;
  report.resolved = {{"00ff", "compare.disjoint", "a toll", "archive.db"}};
  const json results = RunOf(report)["results"];
  EXPECT_EQ(results[0]["baselineState"], "updated");  // open ones come first
  json dismissed;
  for (const json& result : results) {
    if (result.contains("suppressions")) dismissed = result;
  }
  EXPECT_EQ(dismissed["suppressions"][0]["kind"], "external");
  EXPECT_EQ(dismissed["suppressions"][0]["justification"],
            "superseded: corrected");
  EXPECT_EQ(results.back()["baselineState"], "absent");
}

TEST(ToSarif, KeepsTheWorstUnderTheLimitAndCountsTheRest) {
  const json run = RunOf(SampleReport(), {.most_results = 2});
  ASSERT_EQ(run["results"].size(), 2u);
  EXPECT_EQ(run["results"][0]["properties"]["id"], "f1");
  EXPECT_EQ(run["results"][1]["properties"]["id"], "f2");
  EXPECT_THAT(run["invocations"][0]["toolExecutionNotifications"]
                  .back()["message"]["text"]
                  .get<std::string>(),
              testing::StartsWith("3 more findings"));
}

TEST(ToSarif, WritesPathsAsRelativeUris) {
  Report report = SampleReport();
  // "the draft: 5%.md"
  report.articles[0].path = "./drafts/المسودة: 5%.md";
  EXPECT_EQ(RunOf(report)["results"][0]["locations"][0]["physicalLocation"]
                         ["artifactLocation"]["uri"],
            "drafts/%D8%A7%D9%84%D9%85%D8%B3%D9%88%D8%AF%D8%A9%3A%205%25.md");
}

TEST(ToSarif, HasNoColumnsForARecord) {
  Report report = SampleReport();
  report.articles[0].record_line = 12;
  const json location = RunOf(report)["results"][0]["locations"][0];
  EXPECT_EQ(location["physicalLocation"]["region"]["startLine"], 12);
  EXPECT_FALSE(location["physicalLocation"]["region"].contains("startColumn"));
  EXPECT_EQ(location["logicalLocations"][0]["fullyQualifiedName"],
            "01-harbour-post.md");
}

TEST(ToSarif, LetsNoTextMakeALink) {
  Report report = SampleReport();
  report.findings[0].message = "see [this](1) and [that](https://x.example)";
  report.articles[1].outlet = "";
  const std::string text =
      RunOf(report)["results"][0]["message"]["text"].get<std::string>();
  EXPECT_THAT(text, testing::StartsWith("see \\[this](1) and \\[that]"));
}

}  // namespace
}  // namespace crosscheck
