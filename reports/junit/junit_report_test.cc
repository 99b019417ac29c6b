#include "reports/junit/junit_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <string>

#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

using testing::HasSubstr;
using testing::Not;

// Faults libxml2 finds, empty for XML that is well-formed.
std::string FaultOf(const std::string& xml) {
  xmlDocPtr document =
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "junit.xml",
                    nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR);
  if (document != nullptr) {
    xmlFreeDoc(document);
    return "";
  }
  const auto* error = xmlGetLastError();
  return error == nullptr ? "no XML" : error->message;
}

TEST(ToJunit, IsASuiteAnArticleAndACaseAFinding) {
  const std::string xml = ToJunit(SampleReport());
  EXPECT_EQ(FaultOf(xml), "");
  EXPECT_THAT(xml,
              HasSubstr("<testsuite name=\"examples/01-harbour-post.md\""));
  EXPECT_THAT(xml, HasSubstr("classname=\"01-harbour-post.md\" "
                             "name=\"compare.disjoint at "
                             "examples/01-harbour-post.md:3:"));
  EXPECT_THAT(xml, HasSubstr("type=\"compare.disjoint\">"));
  // The other source is named in the body.
  EXPECT_THAT(xml, HasSubstr("https://shati.example/"));
}

TEST(ToJunit, FailsFromTheLevelGiven) {
  const Report report = SampleReport();
  EXPECT_THAT(ToJunit(report), HasSubstr("failures=\"1\" errors=\"2\""));
  EXPECT_THAT(ToJunit(report, {.fail_on = Level::kWarning}),
              HasSubstr("failures=\"2\" errors=\"2\""));
  EXPECT_THAT(ToJunit(report, {.fail_on = Level::kNone}),
              HasSubstr("failures=\"0\" errors=\"2\""));
}

TEST(ToJunit, SkipsWhatIsKnownOrDismissed) {
  Report report = SampleReport();
  report.findings[0].state = FindingState::kKnown;
  const std::string xml = ToJunit(report);
  EXPECT_THAT(xml, HasSubstr("<skipped message=\"known: "));
  EXPECT_THAT(xml, HasSubstr("failures=\"0\""));
}

TEST(ToJunit, PassesAnArticleWithoutFindings) {
  const std::string xml = ToJunit(CleanReport());
  EXPECT_THAT(xml, HasSubstr("name=\"no discrepancy ("));
  EXPECT_THAT(xml, HasSubstr("failures=\"0\" errors=\"0\" skipped=\"0\""));
}

TEST(ToJunit, ShowsOnlyChangedArticlesWhereTheyAreKnown) {
  Report report = CleanReport();
  report.articles[2].is_new = true;
  const std::string xml = ToJunit(report);
  EXPECT_THAT(xml, HasSubstr("examples/03-wire.txt"));
  EXPECT_THAT(xml, Not(HasSubstr("examples/01-harbour-post.md")));
}

TEST(ToJunit, IsXmlWhateverItHolds) {
  EXPECT_EQ(FaultOf(ToJunit(HostileReport())), "");
  Report report = SampleReport();
  report.findings[0].message = std::string("\x01\x7f]]>\xEF\xBF\xBE<&\">", 13);
  EXPECT_EQ(FaultOf(ToJunit(report)), "");
}

}  // namespace
}  // namespace crosscheck
