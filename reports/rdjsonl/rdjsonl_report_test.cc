#include "reports/rdjsonl/rdjsonl_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

using nlohmann::json;

std::vector<json> LinesOf(const Report& report) {
  std::vector<json> out;
  std::stringstream stream(ToRdjsonl(report));
  for (std::string line; std::getline(stream, line);) {
    out.push_back(json::parse(line));
  }
  return out;
}

TEST(ToRdjsonl, CountsBytes) {
  Report report = SampleReport();
  report.articles[1].is_new = true;  // the Arabic one of the first conflict
  const auto lines = LinesOf(report);
  ASSERT_EQ(lines.size(), 4u);
  const json& first = lines[0];
  EXPECT_EQ(first["severity"], "ERROR");
  EXPECT_EQ(first["code"]["value"], "compare.disjoint");
  EXPECT_EQ(first["source"]["name"], "crosscheck");
  EXPECT_EQ(first["location"]["path"], "examples/02-sahifa.txt");
  const ReportClaim& claim = report.claims[report.findings[0].claims[1]];
  const json& range = first["location"]["range"];
  EXPECT_EQ(range["start"]["column"], claim.byte_column);
  EXPECT_EQ(range["end"]["column"].get<size_t>(),
            claim.byte_column + claim.quote.size());
  EXPECT_EQ(first["relatedLocations"][0]["location"]["path"],
            "examples/01-harbour-post.md");
}

TEST(ToRdjsonl, IsEmptyWhenClean) { EXPECT_EQ(ToRdjsonl(CleanReport()), ""); }

}  // namespace
}  // namespace crosscheck
