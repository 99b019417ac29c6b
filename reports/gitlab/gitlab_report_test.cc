#include "reports/gitlab/gitlab_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

using nlohmann::json;

TEST(ToGitlab, IsAnEntryAFinding) {
  const json report = json::parse(ToGitlab(SampleReport()));
  ASSERT_EQ(report.size(), 5u);
  const json& first = report[0];
  EXPECT_EQ(first["check_name"], "compare.disjoint");
  EXPECT_EQ(first["severity"], "blocker");
  EXPECT_EQ(first["location"]["path"], "examples/01-harbour-post.md");
  EXPECT_EQ(first["location"]["lines"]["begin"], 3);
  EXPECT_THAT(first["description"].get<std::string>(),
              testing::HasSubstr("https://shati.example/"));
  EXPECT_EQ(report[1]["severity"], "major");
  EXPECT_EQ(report[2]["severity"], "info");
}

TEST(ToGitlab, GivesEachEntryItsFingerprint) {
  Report report = SampleReport();
  report.findings[1].fingerprint = report.findings[0].fingerprint;
  report.findings[2].fingerprint = report.findings[0].fingerprint;
  std::set<std::string> prints;
  for (const json& entry : json::parse(ToGitlab(report))) {
    prints.insert(entry["fingerprint"].get<std::string>());
  }
  EXPECT_EQ(prints.size(), 5u);
}

TEST(ToGitlab, LeavesOutDismissed) {
  Report report = SampleReport();
  report.findings[0].state = FindingState::kDismissed;
  EXPECT_EQ(json::parse(ToGitlab(report)).size(), 4u);
  EXPECT_EQ(ToGitlab(CleanReport()), "[]\n");
}

}  // namespace
}  // namespace crosscheck
