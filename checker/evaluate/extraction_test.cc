#include "checker/evaluate/extraction.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace crosscheck {
namespace {

// The cases of one file of lines.
std::vector<ExtractionCase> Cases(std::string_view lines) {
  const std::string path = testing::TempDir() + "/extraction_cases.jsonl";
  std::ofstream(path, std::ios::binary) << lines;
  auto cases = ReadExtractionCases({path});
  EXPECT_TRUE(cases.ok()) << cases.status();
  std::filesystem::remove(path);
  return *std::move(cases);
}

ReportClaim Claim(uint32_t begin, uint32_t end, std::string kind,
                  std::string value, std::string unit = "") {
  ReportClaim out;
  out.begin_byte = begin;
  out.end_byte = end;
  out.kind = std::move(kind);
  out.value = std::move(value);
  out.unit = std::move(unit);
  out.modality = "exact";
  return out;
}

ExtractionCounts Sum(const ExtractionScores& scores) {
  ExtractionCounts out;
  for (const ExtractionSlice& slice : scores.slices) out += slice.counts;
  return out;
}

TEST(ReadExtractionCases, TurnsCodePointsIntoBytes) {
  // "paid 7 dinars": the digit is the sixth letter, at byte 9.
  const auto cases =
      Cases(R"({"id": "x", "suite": "own-money", "lang": "ar", )"
            R"("text": "دفعت 7 دنانير", "expected": [{"surface": "7 دنانير", )"
            R"("start": 5, "end": 13, "kind": "money", "value": "7", )"
            R"("unit": null}]})");
  ASSERT_EQ(cases.size(), 1u);
  ASSERT_TRUE(cases[0].expected[0].span.has_value());
  EXPECT_EQ(Cut(cases[0].text, *cases[0].expected[0].span), "7 دنانير");
  EXPECT_EQ(cases[0].tier, "A") << "the tier where none is given";
}

TEST(ReadExtractionCases, NamesTheLineThatIsWrong) {
  const std::string path = testing::TempDir() + "/broken.jsonl";
  std::ofstream(path) << R"({"id": "x", "text": "t", "expected": []})"
                      << "\n\n{\"id\": \"y\"}\n";
  const auto cases = ReadExtractionCases({path});
  ASSERT_FALSE(cases.ok());
  EXPECT_EQ(cases.status().message(),
            path + ":3: no usable \"text\"; give it one");
}

TEST(ScoreCase, CountsLevels) {
  const auto cases = Cases(
      R"({"id": "x", "suite": "own-money", "lang": "en", "tier": "A", )"
      R"("text": "from 5 dollars to 9 euros and 11 pounds", "expected": [)"
      R"({"start": 5, "end": 14, "kind": "money", "value": "5", )"
      R"("unit": "USD"}, {"start": 18, "end": 25, "kind": "money", )"
      R"("value": "9", "unit": "EUR"}, {"start": 30, "end": 39, )"
      R"("kind": "money", "value": "11", "unit": "GBP"}]})");
  const auto scores = ScoreCase(
      cases[0],
      {Claim(5, 14, "money", "5", "USD"), Claim(18, 25, "money", "9", "USD"),
       Claim(0, 4, "money", "1", "USD"),    // "from" is no money
       Claim(0, 4, "count", "1", "USD")});  // not listed by money
  EXPECT_EQ(Sum(scores), (ExtractionCounts{.cases = 1,
                                           .expected = 3,
                                           .found = 2,
                                           .value = 2,
                                           .right = 1,
                                           .false_hits = 1}));
  EXPECT_EQ(ToTally(Sum(scores)),
            (Tally{.hits = 1, .misses = 2, .false_alarms = 2}));
  ASSERT_EQ(scores.errors.size(), 3u);
  EXPECT_NE(scores.errors[0].find("\"wrong_unit_or_kind\""), std::string::npos);
  EXPECT_NE(scores.errors[1].find("\"miss\""), std::string::npos);
  EXPECT_NE(scores.errors[2].find("\"false_hit\""), std::string::npos);
}

TEST(ScoreCase, MatchesByValueWhereThereAreNoOffsets) {
  const auto cases = Cases(
      R"({"id": "x", "suite": "own-number", "lang": "en", "tier": "A", )"
      R"("text": "two or two", "expected": [{"start": null, "end": null, )"
      R"("kind": "number", "value": "2", "unit": null}, {"start": null, )"
      R"("end": null, "kind": "number", "value": "2", "unit": null}]})");
  // One figure serves one expected value.
  EXPECT_EQ(
      Sum(ScoreCase(cases[0], {Claim(0, 3, "count", "2")})),
      (ExtractionCounts{
          .cases = 1, .expected = 2, .found = 1, .value = 1, .right = 1}));
  EXPECT_EQ(Sum(ScoreCase(cases[0], {Claim(0, 3, "count", "2"),
                                     Claim(7, 10, "count", "2")}))
                .right,
            2);
}

TEST(ScoreCase, HoldsNothingAgainstUsThatTheContractDoesNotSpeakOf) {
  const auto cases =
      Cases(R"({"id": "x", "suite": "own-ordinal", "lang": "en", "tier": "A", )"
            R"("text": "the last one", "expected": [{"start": 4, "end": 8, )"
            R"("kind": "ordinal", "value": null, "relative": "end+0", )"
            R"("unit": null}]})");
  EXPECT_EQ(Sum(ScoreCase(cases[0], {})),
            (ExtractionCounts{.cases = 1, .out_of_scope = 1}));
}

TEST(ScoreCase, CountsFalseHitsOfEmptyCases) {
  const auto cases = Cases(
      R"({"id": "x", "suite": "own-duration", "lang": "en", "tier": "A", )"
      R"("text": "minutes of the meeting", "expected": []})");
  EXPECT_EQ(Sum(ScoreCase(cases[0], {Claim(0, 7, "duration", "PT1M")})),
            (ExtractionCounts{.cases = 1, .false_hits = 1}));
}

}  // namespace
}  // namespace crosscheck
