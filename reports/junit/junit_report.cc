#include "reports/junit/junit_report.h"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "reports/alert/alert.h"
#include "reports/wording/figure_words.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

constexpr size_t kMostSources = 50;

// Text for an element or an attribute in double quotes. What XML 1.0 cannot
// hold is shown by name already, save the two characters that are none.
std::string Xml(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = CodePointAt(text, at);
    switch (c.value) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (c.value == 0xFFFE || c.value == 0xFFFF || c.value == 0xFFFD) {
          out += "\xEF\xBF\xBD";
        } else {
          out += text.substr(at, c.length);
        }
    }
    at += c.length;
  }
  return out;
}

struct Case {
  std::string xml;
  bool failed = false;
  bool skipped = false;
};

Case CaseOf(const Alert& alert, Level fail_on) {
  const Finding& finding = *alert.finding;
  const std::string article = Xml(Visible(alert.claim.article));
  Case out;
  const std::string name =
      fmt::format("{} at {}: {}", finding.rule,
                  PlaceWords(alert.claim, *alert.article), alert.claim.quote);
  out.xml = fmt::format("    <testcase classname=\"{}\" name=\"{}\"", article,
                        Xml(Visible(name)));
  const FilePlace place = PlaceOf(alert.claim, *alert.article);
  out.xml += fmt::format(" file=\"{}\"", Xml(Visible(place.path)));
  if (place.line != 0) out.xml += fmt::format(" line=\"{}\"", place.line);
  out.xml += ">\n";
  const std::string body = Xml(AlertBody(alert, kMostSources));
  const std::string message = Xml(Shown(finding.message));
  if (!IsOpen(finding)) {
    out.skipped = true;
    out.xml += fmt::format("      <skipped message=\"{}: {}\"/>\n",
                           ToString(finding.state), message);
    out.xml += fmt::format("      <system-out>{}</system-out>\n", body);
  } else if (fail_on != Level::kNone && finding.level >= fail_on) {
    out.failed = true;
    out.xml +=
        fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                    message, Xml(Visible(finding.rule)), body);
  } else {
    out.xml += fmt::format("      <system-out>{}: {}</system-out>\n",
                           ToString(finding.level), body);
  }
  out.xml += "    </testcase>\n";
  return out;
}

}  // namespace

std::string ToJunit(const Report& report, const JunitOptions& options) {
  bool knows_new = false;
  std::map<std::string, uint64_t> figures;
  for (const ReportArticle& article : report.articles) {
    knows_new |= article.is_new;
  }
  for (const ReportClaim& claim : report.claims) ++figures[claim.article];
  std::map<std::string, std::vector<Case>> cases;
  for (const Alert& alert : AllAlertsOf(report)) {
    cases[alert.claim.article].push_back(CaseOf(alert, options.fail_on));
  }

  std::string suites;
  uint64_t tests = 0, failures = 0, errors = 0, skips = 0;
  for (const ReportArticle& article : report.articles) {
    if (knows_new && !article.is_new && !cases.contains(article.id)) continue;
    std::string body;
    uint64_t suite_tests = 0, suite_failures = 0, suite_skips = 0;
    for (const Case& one : cases[article.id]) {
      ++suite_tests;
      suite_failures += one.failed;
      suite_skips += one.skipped;
      body += one.xml;
    }
    if (suite_tests == 0) {
      suite_tests = 1;
      body = fmt::format(
          "    <testcase classname=\"{}\" name=\"no discrepancy ({})\"/>\n",
          Xml(Visible(article.id)), Counted(figures[article.id], "figure"));
    }
    suites += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" "
        "skipped=\"{}\">\n{}  </testsuite>\n",
        Xml(Visible(article.path.empty() ? article.id : article.path)),
        suite_tests, suite_failures, suite_skips, body);
    tests += suite_tests;
    failures += suite_failures;
    skips += suite_skips;
  }
  if (!report.problems.empty()) {
    errors = report.problems.size();
    tests += errors;
    suites += fmt::format(
        "  <testsuite name=\"crosscheck\" tests=\"{0}\" failures=\"0\" "
        "errors=\"{0}\" skipped=\"0\">\n",
        errors);
    for (const Problem& problem : report.problems) {
      const std::string message = Xml(Shown(problem.message));
      suites += fmt::format(
          "    <testcase classname=\"crosscheck\" name=\"{}\">\n"
          "      <error message=\"{}\" type=\"input\">{}</error>\n"
          "    </testcase>\n",
          Xml(Visible(problem.path)), message, message);
    }
    suites += "  </testsuite>\n";
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"crosscheck\" tests=\"{}\" failures=\"{}\" "
      "errors=\"{}\" skipped=\"{}\">\n{}</testsuites>\n",
      tests, failures, errors, skips, suites);
}

}  // namespace crosscheck
