// Every format counts columns in a unit of its own. Whatever stands before the
// figure in its line (Arabic, marks, emoji, joined emoji), cutting the line at
// the columns a format names must give the figure back.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "checker/model/article.h"
#include "reports/alert/alert.h"
#include "reports/github/github_report.h"
#include "reports/gitlab/gitlab_report.h"
#include "reports/junit/junit_report.h"
#include "reports/rdjsonl/rdjsonl_report.h"
#include "reports/sarif/sarif_report.h"
#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

using nlohmann::json;

enum class Unit { kCodePoints, kUtf16, kBytes };

size_t UnitsOf(std::string_view character, Unit unit) {
  switch (unit) {
    case Unit::kCodePoints:
      return 1;
    case Unit::kUtf16:
      return character.size() == 4 ? 2 : 1;
    case Unit::kBytes:
      break;
  }
  return character.size();
}

// The text of `lines` from (line, column) to (end_line, end_column), the slow
// way: character by character.
std::string CutAt(const std::string& text, size_t line, size_t column,
                  size_t end_line, size_t end_column, Unit unit) {
  size_t at_line = 1, at_column = 1;
  std::string out;
  for (size_t i = 0; i < text.size();) {
    size_t length = 1;
    while (i + length < text.size() &&
           (static_cast<unsigned char>(text[i + length]) & 0xC0) == 0x80) {
      ++length;
    }
    const std::string character = text.substr(i, length);
    const bool from = std::tie(at_line, at_column) >= std::tie(line, column);
    const bool to =
        std::tie(at_line, at_column) < std::tie(end_line, end_column);
    if (from && to) out += character;
    i += length;
    if (character == "\n") {
      ++at_line;
      at_column = 1;
    } else {
      at_column += UnitsOf(character, unit);
    }
  }
  return out;
}

const std::vector<std::string> kPieces = {
    "a",
    " ",
    "7",
    "%",
    ",",
    "س",      // Arabic letter seen
    "مليون",  // "million"
    "٥",      // Arabic-Indic five
    "دّ",      // dal with shadda, a mark of its own
    "é",
    "e\u0301",
    "€",                   // three bytes
    "😀",                   // beyond the BMP
    "👩‍👩‍👧",  // joined
    "🇪🇬",                  // two regional letters
    "𝟓",                   // a mathematical digit
    "\u200f",              // right-to-left mark
    "漢",
};

struct Sample {
  std::string text;
  Report report;
  std::string quote;
};

Sample Make(std::mt19937& random) {
  Sample sample;
  Article article;
  article.id = "a.md";
  article.path = "drafts/a.md";
  const int lines = 1 + static_cast<int>(random() % 4);
  std::vector<uint32_t> starts;  // of characters
  for (int line = 0; line < lines; ++line) {
    const int pieces = 1 + static_cast<int>(random() % 12);
    for (int i = 0; i < pieces; ++i) {
      starts.push_back(static_cast<uint32_t>(article.text.size()));
      article.text += kPieces[random() % kPieces.size()];
    }
    article.text += '\n';
  }
  // Within a line mostly, over its end sometimes.
  const size_t first = random() % starts.size();
  const size_t last = std::min(starts.size() - 1, first + random() % 5);
  const uint32_t begin = starts[first];
  const uint32_t end = last + 1 < starts.size()
                           ? starts[last + 1]
                           : static_cast<uint32_t>(article.text.size() - 1);
  const Span span{begin, end};
  const SourcePlace place = SourceIndex(article).Find(span);
  sample.text = article.text;
  sample.quote = std::string(Cut(article.text, span));
  // A newline at the end belongs to the gap between two lines.
  while (!sample.quote.empty() && sample.quote.back() == '\n') {
    sample.quote.pop_back();
  }

  Report& report = sample.report;
  report = SampleReport();
  report.findings.resize(1);
  report.articles[0].path = article.path;
  report.articles[0].is_new = true;
  ReportClaim claim = report.claims[report.findings[0].claims[0]];
  claim.quote = sample.quote;
  claim.line = place.line;
  claim.column = place.begin.code_points;
  claim.end_line = place.end_line;
  claim.end_column = place.end.code_points;
  claim.utf16_column = place.begin.utf16_units;
  claim.utf16_end_column = place.end.utf16_units;
  claim.byte_column = place.begin.bytes;
  claim.byte_end_column = place.end.bytes;
  report.claims.Set(report.findings[0].claims[0], claim);
  return sample;
}

size_t Property(const std::string& command, const std::string& name) {
  const size_t at = command.find("," + name + "=");
  return at == std::string::npos
             ? 0
             : std::stoul(command.substr(at + name.size() + 2));
}

// Newlines inside stay; one at the end is no part of the figure.
std::string Trimmed(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

TEST(Columns, LeadBackToTheFigureInEveryFormat) {
  const unsigned seed = 20250302;
  std::mt19937 random(seed);
  for (int round = 0; round < 400; ++round) {
    const Sample sample = Make(random);
    SCOPED_TRACE(fmt::format("seed {} round {}: {}", seed, round, sample.text));

    const json region = json::parse(
        ToSarif(sample.report))["runs"][0]["results"][0]["locations"][0]
                               ["physicalLocation"]["region"];
    EXPECT_EQ(
        Trimmed(CutAt(sample.text, region["startLine"], region["startColumn"],
                      region["endLine"], region["endColumn"], Unit::kUtf16)),
        sample.quote);

    const std::string command = ToGithub(sample.report);
    EXPECT_EQ(
        Trimmed(CutAt(sample.text, Property(command, "line"),
                      Property(command, "col"), Property(command, "endLine"),
                      Property(command, "endColumn"), Unit::kCodePoints)),
        sample.quote);

    const json range =
        json::parse(ToRdjsonl(sample.report))["location"]["range"];
    EXPECT_EQ(Trimmed(CutAt(sample.text, range["start"]["line"],
                            range["start"]["column"], range["end"]["line"],
                            range["end"]["column"], Unit::kBytes)),
              sample.quote);

    const json lines =
        json::parse(ToGitlab(sample.report))[0]["location"]["lines"];
    const ReportClaim& claim =
        sample.report.claims[sample.report.findings[0].claims[0]];
    EXPECT_EQ(lines["begin"], claim.line);
    EXPECT_EQ(lines["end"], claim.end_line);

    // JUnit names "path:line:column", in code points.
    EXPECT_NE(
        ToJunit(sample.report)
            .find(fmt::format("drafts/a.md:{}:{}:", claim.line, claim.column)),
        std::string::npos);
    EXPECT_EQ(CutAt(sample.text, claim.line, claim.column, claim.end_line,
                    claim.end_column, Unit::kCodePoints)
                  .rfind(sample.quote, 0),
              0u);
  }
}

}  // namespace
}  // namespace crosscheck
