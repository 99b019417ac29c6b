#include "checker/gate/accepted.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

TEST(ClaimHash, IsOfTheWordsAlone) {
  const std::string hash = ClaimHash("The plant cost $5 million.");
  EXPECT_EQ(hash.size(), 16u);
  EXPECT_EQ(ClaimHash("  The plant\n cost \u200f$5\u00a0million. "), hash);
  EXPECT_EQ(ClaimHash("the PLANT cost $5 million."), hash);
  EXPECT_NE(ClaimHash("The plant cost $6 million."), hash);
  // "The plant cost 5 million": with and without a stretching mark
  EXPECT_NE(ClaimHash("كلفت المحطة 5 ملايين"), hash);
}

TEST(AcceptedMaker, BindsValuesToDocumentsAndNothingElse) {
  Report report = SampleReport();
  const Accepted entry = AcceptedMaker(report).Make(report.findings[0]);
  EXPECT_EQ(entry.rule, "compare.disjoint");
  ASSERT_EQ(entry.claims.size(), 2u);
  EXPECT_EQ(entry.claims[0].document,
            "https://harbour.example/news/marsa-nour-plant?id=7&lang=en");
  EXPECT_EQ(entry.claims[0].value, "1200000000");
  const std::string line = ToLine(entry);
  for (size_t c = 0; c < report.claims.size(); ++c) {
    ReportClaim claim = report.claims[c];
    claim.line += 7;
    claim.begin_byte += 300;
    report.claims.Set(c, claim);
  }
  report.articles[0].path = "elsewhere/moved.md";
  EXPECT_EQ(ToLine(AcceptedMaker(report).Make(report.findings[0])), line);
}

TEST(ToLines, AreSortedAndReadBack) {
  const Report report = SampleReport();
  const AcceptedMaker maker(report);
  std::vector<Accepted> entries = {maker.Make(report.findings[1]),
                                   maker.Make(report.findings[0])};
  entries[0].state = "false-positive-link";
  entries[0].reason = "two \"plants\"";
  entries[0].owner = "desk";
  entries[0].expires = "2026-01-31";
  const std::string text = ToLines(entries);
  const auto back = ReadAccepted("# by hand\n\n" + text, "base.jsonl");
  ASSERT_TRUE(back.ok()) << back.status();
  EXPECT_EQ(ToLines(*back), text);
  EXPECT_EQ((*back)[0].where, "base.jsonl:3");
  EXPECT_EQ(ToLines({entries[1], entries[0], entries[1]}), text);
  // A dismissed false positive keeps its sentences, for a regression case.
  const Accepted& link =
      *std::find_if(back->begin(), back->end(), [](const Accepted& entry) {
        return entry.state == "false-positive-link";
      });
  EXPECT_FALSE(link.claims[0].text.empty());
}

TEST(ReadAccepted, NamesEveryFault) {
  const auto read = ReadAccepted(
      "{\"claims\": []}\n{\"state\": \"maybe\", \"fingerprint\": \"1\"}\n"
      "nonsense\n{\"fingerprint\": \"1\", \"expires\": \"soon\"}\n"
      "{\"fingerprint\": \"1\", \"line\": \"4\"}\n",
      "base.jsonl");
  ASSERT_FALSE(read.ok());
  const std::string message(read.status().message());
  EXPECT_THAT(message, testing::HasSubstr("base.jsonl:1: neither claims nor"));
  EXPECT_THAT(message,
              testing::HasSubstr("base.jsonl:2: unknown state \"maybe\""));
  EXPECT_THAT(message, testing::HasSubstr("base.jsonl:3: not JSON"));
  EXPECT_THAT(message, testing::HasSubstr("base.jsonl:4: expires \"soon\""));
  EXPECT_THAT(message, testing::HasSubstr("base.jsonl:5: unknown key"));
}

}  // namespace
}  // namespace crosscheck
