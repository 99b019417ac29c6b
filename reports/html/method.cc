#include "reports/html/method.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "reports/html/labels.h"
#include "reports/html/pictures.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

void WriteVerdicts(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  WriteHeading(3, "verdicts", book.Say(Phrase::kVerdictsHeading), page);
  page.Raw("<dl class=\"terms\">");
  for (std::string_view verdict :
       {"conflict", "update", "undecided", "compatible", "agree"}) {
    page.Raw(fmt::format("<dt class=\"{0} sign-{0}\">", verdict))
        .Text(book.TermOr("verdict.", verdict))
        .Raw("</dt><dd>")
        .Text(book.TermOr("verdict_means.", verdict))
        .Raw("</dd>");
  }
  page.Raw("</dl>");
}

void WriteComparisons(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  std::map<std::string_view, uint64_t> rules;
  for (const Finding& finding : context.view.report().findings) {
    if (!finding.rule.empty()) ++rules[finding.rule];
  }
  if (rules.empty()) return;
  WriteHeading(3, "comparisons", book.Say(Phrase::kComparisonsHeading), page);
  page.Raw("<dl class=\"terms\">");
  for (const auto& [rule, count] : rules) {
    const std::string_view words = book.Term("rule." + std::string(rule));
    page.Raw("<dt id=\"")
        .Raw(ComparisonAnchor(rule))
        .Raw("\"><bdi dir=\"ltr\" class=\"rule\">")
        .Text(rule)
        .Raw("</bdi> <span class=\"fine\">")
        .Text(book.Count(Phrase::kFindingsCount, count))
        .Raw("</span></dt><dd>")
        .Text(words.empty() ? book.Say(Phrase::kRuleUnknown) : words)
        .Raw("</dd>");
  }
  page.Raw("</dl>");
}

void WriteReadingRules(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  std::map<std::string_view, uint64_t> rules;
  for (const ReportClaim& claim : context.view.claims()) {
    for (const std::string& rule : claim.rules) ++rules[rule];
  }
  if (rules.empty()) return;
  WriteHeading(3, "readings", book.Say(Phrase::kReadingRulesHeading), page);
  page.Raw("<p>")
      .Text(book.Say(Phrase::kReadingRulesText))
      .Raw("</p><details><summary>")
      .Text(book.Count(Phrase::kRulesUsed, rules.size()))
      .Raw("</summary><ul class=\"rules\">");
  for (const auto& [rule, count] : rules) {
    page.Raw("<li id=\"")
        .Raw(RuleAnchor(rule))
        .Raw("\"><bdi dir=\"ltr\" class=\"rule\">")
        .Text(rule)
        .Raw("</bdi> ")
        .Number(count)
        .Raw("</li>");
  }
  page.Raw("</ul></details>");
}

void WriteCoverage(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  const Coverage& coverage = context.view.report().coverage;
  WriteHeading(3, "coverage", book.Say(Phrase::kCoverageHeading), page);
  page.Raw("<p>").Text(book.Say(Phrase::kCoverageText)).Raw("</p>");
  WriteBars(context, "p-coverage", book.Say(Phrase::kCoverageCaption),
            book.Say(Phrase::kStepHeading),
            {{std::string(book.Say(Phrase::kStepFigures)), "", "known",
              coverage.figures},
             {std::string(book.Say(Phrase::kStepClaims)), "", "known",
              coverage.claims},
             {std::string(book.Say(Phrase::kStepLinked)), "", "known",
              coverage.linked},
             {std::string(book.Say(Phrase::kStepCompared)), "", "known",
              coverage.compared}},
            page);
  if (coverage.skipped.empty()) return;
  std::vector<std::pair<uint64_t, std::string_view>> reasons;
  for (const auto& [reason, count] : coverage.skipped) {
    reasons.emplace_back(count, reason);
  }
  std::stable_sort(
      reasons.begin(), reasons.end(),
      [](const auto& a, const auto& b) { return a.first > b.first; });
  WriteHeading(4, "left-out", book.Say(Phrase::kLeftOutHeading), page);
  page.Raw("<table class=\"plain\"><thead><tr><th scope=\"col\">")
      .Text(book.Say(Phrase::kReasonHeading))
      .Raw("</th><th scope=\"col\">")
      .Text(book.Say(Phrase::kNumberHeading))
      .Raw("</th></tr></thead><tbody>");
  for (const auto& [count, reason] : reasons) {
    page.Raw("<tr><th scope=\"row\">")
        .Name(book.TermOr("skip.", reason))
        .Raw("</th><td>")
        .Number(count)
        .Raw("</td></tr>");
  }
  page.Raw("</tbody></table>");
}

void WriteProblems(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  const std::vector<Problem>& problems = context.view.report().problems;
  WriteHeading(3, "problems", book.Say(Phrase::kProblemsHeading), page);
  if (problems.empty()) {
    page.Raw("<p>").Text(book.Say(Phrase::kNoProblems)).Raw("</p>");
    return;
  }
  page.Raw("<ul class=\"problems\" lang=\"en\" dir=\"ltr\">");
  for (const Problem& problem : problems) {
    page.Raw("<li>");
    if (!problem.path.empty() && problem.message.rfind(problem.path, 0) != 0) {
      page.Raw("<b>").Name(problem.path).Raw("</b>: ");
    }
    page.Prose(problem.message).Raw("</li>");
  }
  page.Raw("</ul>");
}

void WriteRepeat(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  const Report& report = context.view.report();
  WriteHeading(3, "repeat", book.Say(Phrase::kRepeatHeading), page);
  page.Raw("<p>")
      .Text(book.Say(Phrase::kRepeatText))
      .Raw("</p><table class=\"plain\"><tbody>");
  const auto row = [&](Phrase label, std::string_view value) {
    page.Raw("<tr><th scope=\"row\">")
        .Text(book.Say(label))
        .Raw("</th><td><bdi dir=\"ltr\">")
        .Text(value)
        .Raw("</bdi></td></tr>");
  };
  row(Phrase::kToolVersion, report.tool_version);
  row(Phrase::kRulesDigest, report.rules_digest);
  row(Phrase::kRunId, context.view.RunId());
  page.Raw("</tbody></table>");
}

}  // namespace

void WriteResolved(const Context& context, Page& page) {
  const std::vector<ResolvedFinding>& resolved = context.view.report().resolved;
  if (resolved.empty()) return;
  WriteHeading(3, "resolved", context.book.Say(Phrase::kResolvedHeading), page);
  page.Raw("<ul class=\"resolved\" lang=\"en\" dir=\"ltr\">");
  for (const ResolvedFinding& finding : resolved) {
    page.Raw("<li>").Prose(finding.message);
    if (!finding.where.empty()) {
      page.Raw(" <span class=\"place\">").Name(finding.where).Raw("</span>");
    }
    page.Raw("</li>");
  }
  page.Raw("</ul>");
}

void WriteMethod(const Context& context, Page& page) {
  page.Raw("<p class=\"lead\">")
      .Text(context.book.Say(Phrase::kMethodText))
      .Raw("</p>");
  WriteVerdicts(context, page);
  WriteComparisons(context, page);
  WriteCoverage(context, page);
  WriteProblems(context, page);
  WriteReadingRules(context, page);
  WriteRepeat(context, page);
}

}  // namespace crosscheck
