#include "checker/evaluate/stories.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirst =
    "Ferry sinks\nThe ferry carried 40 people. It cost 3 million dollars.\n";
constexpr std::string_view kSecond =
    "Ferry goes down\nOn board were 60 people. The ship cost $3m.\n";

void Write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// The offsets of `span` in a text, as JSON keys.
std::string Place(std::string_view text, std::string_view span) {
  const size_t begin = text.find(span);
  return "\"span\": \"" + std::string(span) +
         "\", \"begin_byte\": " + std::to_string(begin) +
         ", \"end_byte\": " + std::to_string(begin + span.size());
}

class StoriesTest : public testing::Test {
 protected:
  StoriesTest() : home_(fs::path(testing::TempDir()) / "stories" / "ferry") {
    Write(home_ / "articles" / "a.txt", kFirst);
    Write(home_ / "articles" / "b.txt", kSecond);
    Write(home_ / "articles" / "sources.json",
          R"({"articles": {
              "a.txt": {"outlet": "Port News", "language": "en",
                        "published": "2024-03-05T08:30:00+01:00",
                        "title": "Ferry sinks"},
              "b.txt": {"outlet": "The Quay", "language": "en",
                        "published": "2024-03-05", "title": null}}})");
    Write(home_ / "story.json", R"({"exhaustive": true, "lang": ["en"]})");
    Write(
        home_ / "facts.jsonl",
        R"({"id": "ferry.0", "verdict": "conflict", "strength": "clear",)"
        R"( "values": [{"article": "a.txt", "value": 40, "unit": "people", )" +
            Place(kFirst, "40 people") +
            R"(}, {"article": "b.txt", "value": 60, "unit": "people", )" +
            Place(kSecond, "60 people") +
            "}]}\n"
            R"({"id": "ferry.1", "verdict": "compatible",)"
            R"( "strength": "clear", "values": [{"article": "a.txt",)"
            R"( "value": 3000000, "unit": "USD", )" +
            Place(kFirst, "3 million dollars") +
            R"(}, {"article": "b.txt", "value": 3000000, "unit": "USD", )" +
            Place(kSecond, "$3m") + "}]}\n");
  }
  ~StoriesTest() override { fs::remove_all(home_.parent_path()); }

  GoldStory Story() const { return *ReadStory(home_.string()); }

  fs::path home_;
};

ReportClaim Claim(std::string article, std::string_view text,
                  std::string_view quote, std::string value) {
  ReportClaim out;
  out.article = std::move(article);
  out.quote = quote;
  out.begin_byte = static_cast<uint32_t>(text.find(quote));
  out.end_byte = out.begin_byte + static_cast<uint32_t>(quote.size());
  out.kind = "count";
  out.value = std::move(value);
  out.modality = "exact";
  return out;
}

// Every figure of both articles, and no finding.
Report Read() {
  Report out;
  out.claims = {Claim("a.txt", kFirst, "40", "40"),
                Claim("a.txt", kFirst, "3 million", "3000000"),
                Claim("b.txt", kSecond, "60", "60"),
                Claim("b.txt", kSecond, "$3m", "3000000")};
  return out;
}

Finding Found(Verdict verdict, std::vector<uint32_t> claims,
              Severity severity = Severity::kHigh) {
  Finding out;
  out.id = "f1";
  out.verdict = verdict;
  out.severity = severity;
  out.claims = std::move(claims);
  return out;
}

std::vector<FactOutcome> Outcomes(const StoryScores& scores) {
  std::vector<FactOutcome> out;
  for (const ScoredFact& fact : scores.facts) out.push_back(fact.outcome);
  return out;
}

TEST_F(StoriesTest, ReadsAStory) {
  const GoldStory story = Story();
  EXPECT_EQ(story.id, "ferry");
  EXPECT_EQ(story.language, "en");
  EXPECT_TRUE(story.exhaustive);
  ASSERT_EQ(story.articles.size(), 2u);
  EXPECT_EQ(Cut(story.articles[0].text, story.articles[0].title_span),
            "Ferry sinks");
  // No headline where sources.json says there is none.
  EXPECT_TRUE(IsEmpty(story.articles[1].title_span));
  ASSERT_TRUE(story.articles[0].published.has_value());
  EXPECT_EQ(ToIsoDate(*story.articles[0].published->days.first), "2024-03-05");
  ASSERT_EQ(story.facts.size(), 2u);
  // No conflict_pairs given: the values that differ clash.
  EXPECT_EQ(story.facts[0].pairs,
            (std::vector<std::pair<uint32_t, uint32_t>>{{0, 1}}));
}

TEST_F(StoriesTest, TellsWhereAConflictWasLost) {
  const GoldStory story = Story();
  using enum FactOutcome;
  EXPECT_EQ(Outcomes(ScoreStory(story, Report())),
            (std::vector<FactOutcome>{kUnread, kUnread}));
  Report report = Read();
  EXPECT_EQ(Outcomes(ScoreStory(story, report)),
            (std::vector<FactOutcome>{kUnlinked, kUnlinked}));
  ReportClaim misread = report.claims[0];
  misread.value = "4";
  report.claims.Set(0, misread);
  EXPECT_EQ(Outcomes(ScoreStory(story, report)),
            (std::vector<FactOutcome>{kMisread, kUnlinked}));
  report.findings = {Found(Verdict::kUpdate, {0, 2})};
  EXPECT_EQ(Outcomes(ScoreStory(story, report)),
            (std::vector<FactOutcome>{kUpdate, kUnlinked}));
}

TEST_F(StoriesTest, CountsFoundConflicts) {
  Report report = Read();
  report.findings = {Found(Verdict::kConflict, {0, 2}, Severity::kMedium)};
  const StoryScores scores = ScoreStory(Story(), report);
  EXPECT_EQ(scores.facts[0].outcome, FactOutcome::kConflict);
  EXPECT_EQ(scores.facts[0].severity, Severity::kMedium);
  EXPECT_EQ(scores.conflict_findings, 1);
  EXPECT_TRUE(scores.extras.empty());
  EXPECT_TRUE(scores.errors.empty());
}

TEST_F(StoriesTest, CountsFalseAlarmsOfBothSorts) {
  Report report = Read();
  report.findings = {Found(Verdict::kConflict, {1, 3}),   // a compatible fact
                     Found(Verdict::kConflict, {0, 1})};  // no labelled fact
  GoldStory story = Story();
  StoryScores scores = ScoreStory(story, report);
  EXPECT_EQ(Outcomes(scores),
            (std::vector<FactOutcome>{FactOutcome::kUnlinked,
                                      FactOutcome::kConflict}));
  EXPECT_EQ(scores.extras.size(), 1u);
  EXPECT_EQ(scores.errors.size(), 3u);  // missed, false alarm, extra alarm
  EXPECT_NE(scores.errors[0].find("missed_conflict"), std::string::npos);
  EXPECT_NE(scores.errors[0].find("It cost 3 million"), std::string::npos)
      << "the line around the value is shown: " << scores.errors[0];
  // What is not labelled may be a true conflict where labels are not complete.
  story.exhaustive = false;
  scores = ScoreStory(story, report);
  EXPECT_TRUE(scores.extras.empty());
}

TEST_F(StoriesTest, AClaimDoesNotClashWithItself) {
  GoldStory story = Story();
  // Both values of the fact under one figure of ours.
  story.facts[0].values[1] = story.facts[0].values[0];
  Report report = Read();
  report.findings = {Found(Verdict::kConflict, {0, 1})};
  EXPECT_EQ(ScoreStory(story, report).facts[0].outcome, FactOutcome::kUnlinked);
}

TEST_F(StoriesTest, PrintsTheCurveOverSeverity) {
  Report report = Read();
  report.findings = {Found(Verdict::kConflict, {0, 2}, Severity::kHigh),
                     Found(Verdict::kConflict, {1, 3}, Severity::kLow)};
  const std::string text = ToText(ScoreStory(Story(), report));
  EXPECT_NE(text.find("severity high        1      1            0             0"
                      "      100.0   100.0  100.0\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("severity all         1      1            1             0"
                      "       50.0   100.0   66.7\n"),
            std::string::npos)
      << text;
}

TEST(FindStories, SaysWhatIsMissing) {
  const auto found = FindStories({"/nowhere/at/all"});
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.status().message(),
            "/nowhere/at/all: holds no story.json; name a folder of stories");
}

}  // namespace
}  // namespace crosscheck
