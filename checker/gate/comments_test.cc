#include "checker/gate/comments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosscheck {
namespace {

Article Draft(const std::string& source) {
  Article article;
  article.id = "a.md";
  article.path = "drafts/a.md";
  article.source = source;
  article.text = "the text without comments";
  return article;
}

std::string Show(const std::string& source) {
  std::vector<Problem> problems;
  std::string out;
  for (const SuppressingComment& comment :
       ReadComments(Draft(source), problems)) {
    out +=
        std::to_string(comment.line) + ": lines " +
        std::to_string(comment.first_line) + "-" +
        (comment.last_line == ~uint32_t{0} ? "end"
                                           : std::to_string(comment.last_line));
    for (const std::string& rule : comment.rules) out += " " + rule;
    out += " (" + comment.reason + ")\n";
  }
  for (const Problem& problem : problems) out += problem.message + "\n";
  return out;
}

TEST(ReadComments, ReadsWhatEachCovers) {
  EXPECT_EQ(Show("<!-- crosscheck-disable-next-line compare.disjoint -- two "
                 "ministries -->\n\n\nIt cost $5.\n"),
            "1: lines 4-4 compare.disjoint (two ministries)\n");
  EXPECT_EQ(Show("a\nb <!--crosscheck-disable-line compare, facts.conflict "
                 "-- why-->\n"),
            "2: lines 2-2 compare facts.conflict (why)\n");
  EXPECT_EQ(Show("<!-- crosscheck-disable -- all\n  of it -->\na\n"
                 "<!-- crosscheck-enable -->\nb\n"),
            "1: lines 1-4 (all of it)\n");
  EXPECT_EQ(Show("<!-- crosscheck-disable compare.dates -- x -->\na\n"),
            "1: lines 1-end compare.dates (x)\n");
  EXPECT_EQ(Show("<!-- a remark --> <!-- cross --> <!-- crosscheck-"), "");
}

TEST(ReadComments, ComplainsOfWhatItDoesNotKnow) {
  EXPECT_THAT(Show("a\n<!-- crosscheck-disable-nextline x -- y -->\n"),
              testing::StartsWith("drafts/a.md:2: unknown comment "
                                  "\"crosscheck-disable-nextline\""));
  EXPECT_THAT(Show("<!-- crosscheck-disable-line compare -->\n"),
              testing::HasSubstr("without a reason"));
}

Report Found(
    const std::vector<std::tuple<std::string, uint32_t, std::string>>& claims) {
  Report report;
  Finding& finding = report.findings.emplace_back();
  finding.rule = "compare.disjoint";
  finding.level = Level::kError;
  for (const auto& [article, line, value] : claims) {
    finding.claims.push_back(static_cast<uint32_t>(report.claims.size()));
    ReportClaim claim;
    claim.article = article;
    claim.line = line;
    claim.value = claim.low = claim.high = value;
    report.claims.push_back(claim);
  }
  return report;
}

SuppressingComment Over(uint32_t line, std::vector<std::string> rules = {}) {
  return {"a.md", "drafts/a.md", 3, line, line, std::move(rules), "why"};
}

TEST(ApplyComments, DismissesAFindingItsClaimMakes) {
  Report report = Found({{"a.md", 4, "5"}, {"b.md", 4, "6"}});
  std::vector<Problem> problems;
  ApplyComments({Over(4, {"compare.disjoint"})}, report, problems);
  EXPECT_EQ(report.findings[0].state, FindingState::kDismissed);
  EXPECT_EQ(report.findings[0].disposition.where, "drafts/a.md:3");
  EXPECT_TRUE(report.findings[0].disposition.in_source);
  EXPECT_THAT(problems, testing::IsEmpty());
}

TEST(ApplyComments, LeavesWhatClashesWithoutIt) {
  Report report = Found({{"a.md", 4, "5"}, {"b.md", 4, "6"}, {"c.md", 9, "7"}});
  std::vector<Problem> problems;
  ApplyComments({Over(4)}, report, problems);
  EXPECT_EQ(report.findings[0].state, FindingState::kNew);
  EXPECT_THAT(problems, testing::IsEmpty());
}

TEST(ApplyComments, SaysWhatCoversNothing) {
  for (const SuppressingComment& comment :
       {Over(5), Over(4, {"compare.dates"})}) {
    Report report = Found({{"a.md", 4, "5"}, {"b.md", 4, "6"}});
    std::vector<Problem> problems;
    ApplyComments({comment}, report, problems);
    EXPECT_EQ(report.findings[0].state, FindingState::kNew);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_THAT(
        problems[0].message,
        testing::StartsWith("drafts/a.md:3: lets nothing stand any more"));
  }
}

}  // namespace
}  // namespace crosscheck
