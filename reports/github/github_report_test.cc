#include "reports/github/github_report.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::stringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Report WithFindings(int count, Level level) {
  Report report = SampleReport();
  const Finding first = report.findings[0];
  report.findings.clear();
  for (int i = 0; i < count; ++i) {
    report.findings.push_back(first);
    report.findings.back().level = level;
    report.findings.back().message = fmt::format("finding {}", i);
  }
  return report;
}

TEST(ToGithub, AnnotatesTheLine) {
  const auto lines = LinesOf(ToGithub(SampleReport()));
  ASSERT_EQ(lines.size(), 4u);  // one agrees, one is known
  EXPECT_THAT(lines[0],
              StartsWith("::error file=examples/01-harbour-post.md,line=3,"
                         "endLine=3,col=63,endColumn=75,title=conflict%3A "
                         "Marsa Nour plant · construction cost::"));
  EXPECT_THAT(lines[0], HasSubstr("%0A"));
  EXPECT_THAT(lines[1], StartsWith("::warning file="));
  EXPECT_THAT(lines[2], StartsWith("::notice file="));
}

TEST(ToGithub, KeepsToTenOfAKindAndCountsTheRest) {
  auto lines = LinesOf(ToGithub(WithFindings(10, Level::kError)));
  EXPECT_EQ(lines.size(), 10u);
  lines = LinesOf(ToGithub(WithFindings(37, Level::kError)));
  ASSERT_EQ(lines.size(), 11u);
  EXPECT_THAT(lines[9], HasSubstr("finding 9"));
  EXPECT_THAT(lines[10],
              StartsWith("::notice title=crosscheck::27 more: 27 errors;"));
  // The count is a notice too: notes leave it room.
  lines = LinesOf(ToGithub(WithFindings(37, Level::kNote)));
  ASSERT_EQ(lines.size(), 10u);
  EXPECT_THAT(lines[9],
              StartsWith("::notice title=crosscheck::28 more: 28 notes;"));
}

TEST(ToGithub, LetsNoTextBeginACommand) {
  Report report = HostileReport();
  report.findings[0].message = "a\n::error::forged\r\n::set-output name=x::y";
  report.articles[0].path = "a,line=9::b\n::error::c.md";
  for (const std::string& line : LinesOf(ToGithub(report))) {
    EXPECT_THAT(line, testing::AnyOf(StartsWith("::error file="),
                                     StartsWith("::warning file="),
                                     StartsWith("::notice file=")));
    // The message may hold anything; what GitHub parses ends at its "::".
    const std::string head = line.substr(0, line.find("::", 2));
    EXPECT_THAT(head, Not(HasSubstr("line=9:")));
  }
}

TEST(ToGithub, IsSilentWhenClean) { EXPECT_EQ(ToGithub(CleanReport()), ""); }

TEST(ToGithubSummary, HasATableAndTheReasons) {
  const std::string markdown = ToGithubSummary(SampleReport());
  EXPECT_THAT(markdown, StartsWith("## crosscheck: 1 error, 1 warning, 2 "
                                   "notes\n"));
  EXPECT_THAT(markdown, HasSubstr("| error | new | Marsa Nour plant"));
  EXPECT_THAT(markdown, HasSubstr("<details><summary>"));
}

TEST(ToGithubSummary, StaysUnderTheLimitAndSaysHowManyAreLeft) {
  const Report report = WithFindings(2000, Level::kError);
  const std::string markdown =
      ToGithubSummary(report, {.most_summary_bytes = 50'000});
  EXPECT_LE(markdown.size(), 50'000u);
  EXPECT_THAT(markdown, testing::ContainsRegex("\\*\\*[0-9]+ more\\*\\*"));
  EXPECT_LE(ToGithubSummary(report).size(), 1u << 20);
}

TEST(ToGithubSummary, EscapesMarkup) {
  const std::string markdown = ToGithubSummary(HostileReport());
  EXPECT_THAT(markdown, Not(HasSubstr("<script")));
  EXPECT_THAT(markdown, Not(HasSubstr("onmouseover=\"")));
  EXPECT_THAT(markdown, Not(HasSubstr("](")));
}

}  // namespace
}  // namespace crosscheck
