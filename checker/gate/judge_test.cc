#include "checker/gate/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosscheck {
namespace {

// A claim of a document: "a 5 blue" is document a, value 5, the sentence
// "blue 5".
struct Said {
  std::string document, value, sentence;
};

Report Found(const std::vector<Said>& claims,
             const std::string& subject = "plant",
             const std::string& metric = "cost") {
  Report report;
  Finding finding;
  finding.id = "f1";
  finding.fingerprint = "print";
  finding.rule = "compare.disjoint";
  finding.verdict = Verdict::kConflict;
  finding.level = Level::kError;
  finding.severity = Severity::kHigh;
  finding.subject = subject;
  finding.metric = metric;
  for (const Said& said : claims) {
    ReportClaim claim;
    claim.article = said.document;
    claim.value = said.value;
    claim.quote = said.value;
    claim.unit = "USD";
    claim.sentence = said.sentence + " " + said.value;
    finding.claims.push_back(static_cast<uint32_t>(report.claims.size()));
    report.claims.push_back(claim);
    const bool is_new =
        std::none_of(report.articles.begin(), report.articles.end(),
                     [&](const auto& a) { return a.id == said.document; });
    if (is_new) report.articles.emplace_back().id = said.document;
  }
  report.findings.push_back(finding);
  return report;
}

Accepted Entry(const std::vector<Said>& claims, const std::string& state = "") {
  const Report report = Found(claims);
  Accepted entry = AcceptedMaker(report).Make(report.findings[0]);
  if (!state.empty()) entry.state = state;
  entry.where = "base.jsonl:1";
  return entry;
}

std::string Verdict(const std::vector<Accepted>& accepted, Report report,
                    JudgeOptions options = {}) {
  Judge(accepted, options, report);
  std::string out(ToString(report.findings[0].state));
  out += " ";
  out += ToString(report.findings[0].level);
  if (!report.resolved.empty()) {
    out += ", " + std::to_string(report.resolved.size()) + " resolved";
  }
  return out;
}

const std::vector<Said> kClash = {{"a", "5", "blue"}, {"b", "6", "red"}};

TEST(Judge, KnowsWhatWasAccepted) {
  const std::vector<Accepted> accepted = {Entry(kClash)};
  struct Row {
    std::vector<Said> found;
    std::string_view verdict;
    std::string_view why;
  };
  const Row kRows[] = {
      {kClash, "known note", "the same"},
      {{{"b", "6", "red"}, {"a", "5", "blue"}}, "known note", "in any order"},
      {{{"a", "5", "green"}, {"b", "6", "red"}}, "known note", "reworded"},
      {{{"x", "5", "blue"}, {"y", "6", "red"}}, "known note", "moved files"},
      {{{"a", "5", "blue"}, {"b", "6", "red"}, {"c", "5", "blue"}},
       "known warning",
       "a sentence copied"},
      {{{"a", "5", "blue"}, {"b", "6", "red"}, {"c", "5", "grey"}},
       "known warning",
       "a known value repeated"},
      {{{"a", "7", "blue"}, {"b", "6", "red"}}, "reopened error", "changed"},
      {{{"a", "5", "blue"}, {"b", "6", "red"}, {"c", "9", "grey"}},
       "reopened error",
       "a third value"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(Verdict(accepted, Found(row.found)), row.verdict) << row.why;
  }
}

TEST(Judge, TellsFactsApart) {
  const std::vector<Accepted> accepted = {Entry(kClash)};
  // Other sentences of the same documents with the same figures, of another
  // fact: new.
  EXPECT_EQ(Verdict(accepted, Found({{"a", "5", "x"}, {"b", "6", "y"}}, "dam")),
            "new error, 1 resolved");
  // The fact is called otherwise, the sentences are the same: known.
  EXPECT_EQ(Verdict(accepted, Found(kClash, "the plant", "price")),
            "known note");
  // … and one figure changed.
  EXPECT_EQ(Verdict(accepted, Found({{"a", "7", "blue"}, {"b", "6", "red"}},
                                    "the plant", "price")),
            "reopened error");
}

TEST(Judge, DismissesWhatAPersonSettled) {
  const std::vector<Accepted> accepted = {Entry(kClash, "superseded")};
  EXPECT_EQ(Verdict(accepted, Found(kClash)), "dismissed note");
  EXPECT_EQ(
      Verdict(
          accepted,
          Found({{"a", "5", "blue"}, {"b", "6", "red"}, {"c", "6", "grey"}})),
      "known warning");
  EXPECT_EQ(Verdict(accepted, Found({{"a", "4", "blue"}, {"b", "6", "red"}})),
            "reopened error");
}

TEST(Judge, OpensWhatHasExpiredAndSaysSo) {
  Accepted entry = Entry(kClash, "superseded");
  entry.expires = "2025-03-31";
  EXPECT_EQ(Verdict({entry}, Found(kClash), {.today = MakeDay(2025, 3, 31)}),
            "dismissed note");
  Report report = Found(kClash);
  Judge({entry}, {.today = MakeDay(2025, 4, 1)}, report);
  EXPECT_EQ(report.findings[0].state, FindingState::kReopened);
  EXPECT_EQ(report.findings[0].level, Level::kError);
  EXPECT_THAT(report.findings[0].explanation.back(),
              testing::HasSubstr("accepted until 2025-03-31"));
}

TEST(Judge, CountsWhatIsResolvedAmongTheDocumentsLookedAt) {
  const std::vector<Accepted> accepted = {
      Entry(kClash), Entry({{"x", "1", "one"}, {"y", "2", "two"}})};
  EXPECT_EQ(Verdict(accepted, Found(kClash)), "known note, 1 resolved");
  JudgeOptions options;
  options.documents = std::set<std::string>{"a"};
  EXPECT_EQ(Verdict(accepted, Found(kClash), options), "known note");
  options.documents->insert("y");
  EXPECT_EQ(Verdict(accepted, Found(kClash), options),
            "known note, 1 resolved");
}

TEST(Judge, TakesAFingerprintWrittenByHand) {
  Accepted entry;
  entry.fingerprint = "print";
  entry.state = "attributed-dispute";
  EXPECT_EQ(Verdict({entry}, Found(kClash)), "dismissed note");
  entry.fingerprint = "other";
  EXPECT_EQ(Verdict({entry}, Found(kClash)), "new error, 1 resolved");
}

}  // namespace
}  // namespace crosscheck
