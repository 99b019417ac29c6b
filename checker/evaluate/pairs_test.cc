#include "checker/evaluate/pairs.h"

#include <gtest/gtest.h>

#include <fstream>

namespace crosscheck {
namespace {

GoldPair Pair(std::string label, bool two_way = false) {
  GoldPair out;
  out.id = "own:1";
  out.suite = "own";
  out.language = "en";
  out.a = "The bridge is 30 metres long.";
  out.b = "The bridge has a length of 40 metres.";
  out.label = std::move(label);
  out.two_way = two_way;
  out.slices = {{"num_rel", "conflict"}};
  return out;
}

StatementVerdict Said(std::string label) {
  StatementVerdict out;
  out.label = std::move(label);
  return out;
}

TEST(ScoreVerdicts, FillsTheConfusionTable) {
  const PairScores scores = ScoreVerdicts(
      {Pair("contradiction"), Pair("contradiction"), Pair("consistent")},
      {Said("contradiction"), Said("unrelated"), Said("consistent")});
  ASSERT_EQ(scores.slices.size(), 2u) << "the whole, and num_rel=conflict";
  EXPECT_EQ(scores.slices[0].name, "");
  EXPECT_EQ(scores.slices[1].name, "num_rel=conflict");
  Confusion expected;
  expected.counts = {{{1, 0, 0}, {0, 1, 1}, {0, 0, 0}}};
  EXPECT_EQ(scores.slices[0].confusion, expected);
  EXPECT_EQ(scores.slices[1].confusion, expected);
  ASSERT_EQ(scores.errors.size(), 1u);
  EXPECT_EQ(scores.errors[0],
            R"({"id":"own:1","suite":"own","lang":"en",)"
            R"("expected":"contradiction","got":"unrelated","verdict":"",)"
            R"("a":"The bridge is 30 metres long.",)"
            R"("b":"The bridge has a length of 40 metres.",)"
            R"("num_rel":"conflict","claims_a":[],"claims_b":[],)"
            R"("explanation":[]})");
}

// A suite that says only "not entailed" does not say that nothing clashes.
TEST(ScoreVerdicts, HoldsNoClashAgainstUsWhereTheSuiteCannotTell) {
  const std::string unsure =
      ToText(ScoreVerdicts({Pair("unrelated", true), Pair("contradiction")},
                           {Said("contradiction"), Said("contradiction")}));
  const std::string sure =
      ToText(ScoreVerdicts({Pair("unrelated"), Pair("contradiction")},
                           {Said("contradiction"), Said("contradiction")}));
  // pairs, accuracy, two-way, clash hits, misses, false hits, precision
  EXPECT_NE(unsure.find("2      50.0    100.0           1       0           0"
                        "      100.0"),
            std::string::npos)
      << unsure;
  EXPECT_NE(sure.find("2      50.0    100.0           1       0           1"
                      "       50.0"),
            std::string::npos)
      << sure;
}

TEST(ReadGoldPairs, RefusesUnknownLabels) {
  const std::string path = testing::TempDir() + "/pairs.jsonl";
  std::ofstream(path) << R"({"id": "x", "a": "1", "b": "2", "label": "same"})";
  const auto pairs = ReadGoldPairs({path});
  ASSERT_FALSE(pairs.ok());
  EXPECT_EQ(pairs.status().message(),
            path + ":1: no usable \"label\"; give it one");
}

}  // namespace
}  // namespace crosscheck
