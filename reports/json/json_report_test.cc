#include "reports/json/json_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

using Ordered = nlohmann::ordered_json;

std::vector<std::string> Keys(const Ordered& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

std::string MessageOf(std::string_view text) {
  return std::string(FromJson(text, "run.json").status().message());
}

TEST(ToJson, WritesTheContractsKeysInItsOrder) {
  Ordered run = Ordered::parse(ToJson(SampleReport()));
  using Names = std::vector<std::string>;
  EXPECT_EQ(Keys(run), (Names{"schema", "tool", "articles", "claims",
                              "findings", "coverage", "problems"}));
  EXPECT_EQ(run["schema"], "crosscheck.run/1");
  EXPECT_EQ(Keys(run["tool"]), (Names{"name", "version", "rules_digest"}));
  EXPECT_EQ(Keys(run["articles"][0]),
            (Names{"id", "path", "outlet", "url", "language", "published",
                   "title", "copy_of"}));
  EXPECT_EQ(Keys(run["claims"][0]), (Names{"id",
                                           "article",
                                           "outlet",
                                           "published",
                                           "quote",
                                           "begin_byte",
                                           "end_byte",
                                           "line",
                                           "column",
                                           "sentence",
                                           "sentence_begin_byte",
                                           "sentence_end_byte",
                                           "kind",
                                           "value",
                                           "low",
                                           "high",
                                           "low_included",
                                           "high_included",
                                           "unit",
                                           "unit_candidates",
                                           "modality",
                                           "subject",
                                           "subject_surface",
                                           "metric",
                                           "metric_known",
                                           "qualifiers",
                                           "when",
                                           "speaker",
                                           "planned",
                                           "negated",
                                           "rules",
                                           "language",
                                           "field",
                                           "quote_in_sentence",
                                           "doubt",
                                           "end_line",
                                           "end_column",
                                           "utf16_columns",
                                           "byte_columns"}));
  EXPECT_EQ(Keys(run["claims"][0]["when"]), (Names{"first", "last", "basis"}));
  EXPECT_EQ(Keys(run["findings"][0]),
            (Names{"id", "fingerprint", "rule", "verdict", "level", "severity",
                   "subject", "metric", "claims", "message", "explanation",
                   "gap", "likely_slip", "state", "clash_count"}));
  EXPECT_EQ(Keys(run["findings"][0]["gap"]),
            (Names{"ratio", "absolute", "unit"}));
  EXPECT_EQ(Keys(run["coverage"]), (Names{"figures", "claims", "linked",
                                          "compared", "agreeing", "skipped"}));
}

TEST(ToJson, WritesAClaimOnOneLine) {
  std::string json = ToJson(SampleReport());
  // Arabic: "Nine people lost their lives in the storm, says civil defence."
  EXPECT_NE(
      json.find(
          "    {\"id\": \"c7\", \"article\": \"04-khabar.txt\", \"outlet\": "
          "\"خبر اليوم\", \"published\": \"\", \"quote\": \"تسعة أشخاص\", "
          "\"begin_byte\": 4007, \"end_byte\": 4026, \"line\": 7, \"column\": "
          "5, \"sentence\": \"لقي تسعة أشخاص حتفهم في العاصفة، وفق الدفاع "
          "المدني.\", \"sentence_begin_byte\": 4000, \"sentence_end_byte\": "
          "4093, \"kind\": \"count\", \"value\": \"9\", \"low\": \"9\", "
          "\"high\": \"9\", \"low_included\": true, \"high_included\": true, "
          "\"unit\": \"death\", \"unit_candidates\": [], \"modality\": "
          "\"exact\", \"subject\": \"storm\", \"subject_surface\": \"\", "
          "\"metric\": \"deaths\", \"metric_known\": true, \"qualifiers\": [], "
          "\"when\": {\"first\": null, \"last\": null, \"basis\": "
          "\"unstated\"}, \"speaker\": \"الدفاع المدني\", \"planned\": false, "
          "\"negated\": false, \"rules\": [\"ar.number.words\"], "
          "\"language\": \"ar\", \"field\": null, \"quote_in_sentence\": 7, "
          "\"doubt\": \"the article has no publication date\", "
          "\"end_line\": 7, \"end_column\": 15, \"utf16_columns\": [5, 15], "
          "\"byte_columns\": [8, 27]},\n"),
      std::string::npos)
      << json;
}

TEST(ToJson, WritesAFindingOnOneLine) {
  EXPECT_NE(
      ToJson(SampleReport())
          .find("    {\"id\": \"f2\", \"fingerprint\": \"51d07ab3e8469f2c\", "
                "\"rule\": \"compare.dates\", \"verdict\": \"conflict\", "
                "\"level\": \"warning\", \"severity\": \"medium\", "
                "\"subject\": \"pilot plant\", \"metric\": \"opened_on\", "
                "\"claims\": [\"c3\", \"c4\"], \"message\": \"The pilot plant "
                "opened in 2022, or in 2024.\", \"explanation\": [\"\\\"قبل "
                "عام\\\", written on 2025-03-03, is 2024.\", \"Both are "
                "printed as years; the years differ.\"], \"gap\": {\"ratio\": "
                "null, \"absolute\": \"2\", \"unit\": \"year\"}, "
                "\"likely_slip\": null, \"state\": \"new\", \"clash_count\": "
                "2},\n"),
      std::string::npos);
}

TEST(ToJson, WritesAnEmptyRun) {
  EXPECT_EQ(ToJson(Report()),
            "{\n"
            "  \"schema\": \"crosscheck.run/1\",\n"
            "  \"tool\": {\"name\": \"crosscheck\", \"version\": \"\", "
            "\"rules_digest\": \"\"},\n"
            "  \"articles\": [],\n"
            "  \"claims\": [],\n"
            "  \"findings\": [],\n"
            "  \"coverage\": {\"figures\": 0, \"claims\": 0, \"linked\": 0, "
            "\"compared\": 0, \"agreeing\": 0, \"skipped\": {}},\n"
            "  \"problems\": []\n"
            "}\n");
}

TEST(ToJson, IsTheSameEveryTime) {
  EXPECT_EQ(ToJson(SampleReport()), ToJson(SampleReport()));
}

TEST(ToJson, LetsNoTextBreakOut) {
  std::string json = ToJson(HostileReport());
  EXPECT_FALSE(Ordered::parse(json, nullptr, false).is_discarded());
  for (char c : json) {
    EXPECT_TRUE(static_cast<uint8_t>(c) >= 0x20 || c == '\n');
  }
  for (std::string_view sign :
       {"\x1b", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xae", "\xc2\x9b"}) {
    EXPECT_EQ(json.find(sign), std::string::npos);
  }
}

TEST(ClaimToJson, IsALineOfTheRun) {
  Report report = SampleReport();
  std::string json = ToJson(report);
  for (const ReportClaim& claim : report.claims) {
    std::string line = ClaimToJson(claim);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_NE(json.find("    " + line), std::string::npos);
  }
}

TEST(ClaimToJson, LeavesWhatIsOpenNull) {
  ReportClaim claim;
  claim.id = "c1";
  Ordered json = Ordered::parse(ClaimToJson(claim));
  for (const char* key : {"value", "low", "high", "unit", "subject", "metric",
                          "speaker", "field", "doubt"}) {
    EXPECT_TRUE(json[key].is_null()) << key;
  }
  for (const char* key : {"outlet", "published", "quote", "sentence", "kind",
                          "modality", "subject_surface"}) {
    EXPECT_EQ(json[key], "") << key;
  }
}

TEST(ToJsonLines, EmbedsTheClaims) {
  Report report = SampleReport();
  std::string lines = ToJsonLines(report);
  size_t count = 0;
  for (size_t at = 0; at < lines.size();) {
    size_t end = lines.find('\n', at);
    ASSERT_NE(end, std::string::npos);
    Ordered line = Ordered::parse(lines.substr(at, end - at));
    const Finding& finding = report.findings[count++];
    EXPECT_EQ(line["id"], finding.id);
    ASSERT_EQ(line["claims"].size(), finding.claims.size());
    EXPECT_EQ(line["claims"][0],
              Ordered::parse(ClaimToJson(report.claims[finding.claims[0]])));
    at = end + 1;
  }
  EXPECT_EQ(count, report.findings.size());
  EXPECT_EQ(ToJsonLines(Report()), "");
}

TEST(FromJson, ReadsBackWhatWasWritten) {
  for (const Report& report :
       {SampleReport(), HostileReport(), CleanReport(), Report()}) {
    std::string json = ToJson(report);
    absl::StatusOr<Report> back = FromJson(json, "run.json");
    ASSERT_TRUE(back.ok()) << back.status();
    EXPECT_TRUE(*back == report);
    EXPECT_EQ(ToJson(*back), json);
  }
}

TEST(FromJson, ReadsBackTextsWhereTheyAreAskedFor) {
  const Report report = SampleReportWithTexts();
  const std::string json = ToJson(report, {.texts = true});
  absl::StatusOr<Report> back = FromJson(json, "run.json");
  ASSERT_TRUE(back.ok()) << back.status();
  EXPECT_TRUE(*back == report);
  EXPECT_EQ(ToJson(report).find("begin_in_text"), std::string::npos);
  EXPECT_EQ(ToJson(report).find("0800 555 010"), std::string::npos);
}

TEST(FromJson, TakesALeanFileOfTheSameSchema) {
  absl::StatusOr<Report> report = FromJson(
      "\xef\xbb\xbf{\"findings\": [{\"id\": \"f1\", \"verdict\": \"conflict\", "
      "\"level\": \"error\", \"severity\": \"high\", \"claims\": [\"a\"], "
      "\"note\": {\"mine\": 1.5}}], \"claims\": [{\"id\": \"a\", \"quote\": "
      "\"5%\", \"sentence\": \"It fell 5%.\"}], \"schema\": "
      "\"crosscheck.run/1\"}",
      "lean.json");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->findings[0].claims, std::vector<uint32_t>{0});
  EXPECT_EQ(report->claims[0].quote_in_sentence, 8u);
  EXPECT_EQ(report->claims[0].when_basis, "unstated");
}

TEST(FromJson, SaysWhatIsWrongAndWhere) {
  struct Row {
    std::string_view text, message;
  };
  constexpr std::string_view kRun = "{\"schema\": \"crosscheck.run/1\", ";
  const Row kRows[] = {
      {"",
       "run.json:1:1: the file ends before the run does; save the run "
       "again with crosscheck check --format json"},
      {"{\"schema\": \"crosscheck.run/1\",\n \"findings\": [",
       "run.json:2:15: the file ends before the run does; save the run again "
       "with crosscheck check --format json"},
      // Arabic: "a figure"; columns count letters, not bytes
      {"{\n\"رقم\": رقم}",
       "run.json:2:8: not JSON from here on; save the run again with "
       "crosscheck check --format json"},
      {"[]",
       "run.json: an array where a run belongs; save the run again with "
       "crosscheck check --format json"},
      {"{}",
       "run.json: schema: missing; save the run again with crosscheck "
       "check --format json"},
      {"{\"schema\": \"crosscheck.run/2\"}",
       "run.json: schema: \"crosscheck.run/2\" where \"crosscheck.run/1\" is "
       "read; use the crosscheck that saved it"},
  };
  for (const Row& row : kRows) EXPECT_EQ(MessageOf(row.text), row.message);

  const Row kInRun[] = {
      {"\"findings\": 5}",
       "run.json: findings: a number where an array belongs; save the run "
       "again with crosscheck check --format json"},
      {"\"findings\": [{\"id\": \"f1\", \"verdict\": \"maybe\"}]}",
       "run.json: findings[0].verdict: \"maybe\" is no verdict; use one of "
       "agree, compatible, update, conflict, undecided"},
      {"\"findings\": [{\"id\": \"f1\", \"verdict\": \"\"}]}",
       "run.json: findings[0].verdict: \"\" is no verdict; use one of agree, "
       "compatible, update, conflict, undecided"},
      {"\"findings\": [{\"id\": \"f1\", \"verdict\": \"agree\", \"level\": "
       "\"none\", \"severity\": \"none\", \"claims\": [\"c9\"]}]}",
       "run.json: findings[0].claims: no claim has the id \"c9\"; save the run "
       "again with crosscheck check --format json"},
      {"\"findings\": [{\"id\": \"f1\", \"verdict\": \"agree\", \"level\": "
       "\"none\", \"severity\": \"none\", \"claims\": [], \"clash_count\": "
       "2}]}",
       "run.json: findings[0].clash_count: 2 of 0 claims cannot clash; save "
       "the run again with crosscheck check --format json"},
      {"\"claims\": [7], \"findings\": []}",
       "run.json: claims[0]: a number where an object belongs; save the run "
       "again with crosscheck check --format json"},
      {"\"claims\": [{\"id\": \"c1\", \"quote\": \"\", \"sentence\": \"\", "
       "\"line\": -1}], \"findings\": []}",
       "run.json: claims[0].line: a number where a whole number from 0 "
       "belongs; save the run again with crosscheck check --format json"},
      {"\"claims\": [{\"id\": \"c1\", \"quote\": \"\", \"sentence\": \"\", "
       "\"begin_byte\": 4294967296}], \"findings\": []}",
       "run.json: claims[0].begin_byte: 4294967296 is out of range; articles "
       "are smaller than 4 GiB"},
      {"\"claims\": [{\"id\": \"c1\", \"quote\": \"\", \"sentence\": \"\"}, "
       "{\"id\": \"c1\", \"quote\": \"\", \"sentence\": \"\"}], \"findings\": "
       "[]}",
       "run.json: claims[1].id: \"c1\" is the id of an earlier claim too; "
       "save the run again with crosscheck check --format json"},
      {"\"coverage\": {\"skipped\": {\"name\": \"many\"}}, \"findings\": []}",
       "run.json: coverage.skipped.name: a string where a whole number from 0 "
       "belongs; save the run again with crosscheck check --format json"},
  };
  for (const Row& row : kInRun) {
    std::string text(kRun);
    text += row.text;
    EXPECT_EQ(MessageOf(text), row.message);
  }
}

// Nesting past the parser's limit is an error, not a crash.
TEST(FromJson, SurvivesDeepNesting) {
  std::string deep = "{\"schema\": \"crosscheck.run/1\", \"x\": ";
  deep += std::string(100000, '[');
  EXPECT_FALSE(FromJson(deep, "deep.json").ok());
  deep += std::string(100000, ']') + "}";
  EXPECT_FALSE(FromJson(deep, "deep.json").ok());
}

TEST(FromJson, SurvivesATruncatedFile) {
  std::string json = ToJson(SampleReport());
  for (size_t cut = 0; cut + 2 < json.size(); cut += 97) {
    absl::StatusOr<Report> report =
        FromJson(std::string_view(json).substr(0, cut), "cut.json");
    EXPECT_FALSE(report.ok()) << cut;
  }
}

TEST(ToJson, KeepsWhatTheGateAdds) {
  Report report = SampleReport();
  report.articles[0].is_new = true;
  report.articles[1].record_line = 17;
  report.findings[0].state = FindingState::kReopened;
  report.findings[0].disposition = {"superseded", "corrected on 3 March",
                                    "desk", "dispositions.yaml:4", false};
  report.findings[1].state = FindingState::kDismissed;
  report.findings[1].disposition = {"false-positive-link", "", "",
                                    "examples/01-harbour-post.md:4", true};
  report.against = "archive.db";
  report.resolved = {{"00ff", "compare.disjoint", "a toll", "base.jsonl:3"}};
  const std::string json = ToJson(report);
  const auto back = FromJson(json, "run.json");
  ASSERT_TRUE(back.ok()) << back.status();
  EXPECT_EQ(*back, report);
  EXPECT_NE(json.find("\"state\": \"reopened\""), std::string::npos);
}

}  // namespace
}  // namespace crosscheck
