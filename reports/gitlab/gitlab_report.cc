#include "reports/gitlab/gitlab_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "reports/alert/alert.h"
#include "reports/json/json_writer.h"

namespace crosscheck {
namespace {

constexpr size_t kMostSources = 5;

std::string_view SeverityOf(const Finding& finding) {
  if (finding.level == Level::kError) {
    return finding.severity == Severity::kHigh ? "blocker" : "critical";
  }
  return finding.level == Level::kWarning ? "major" : "info";
}

std::string Description(const Alert& alert) {
  std::string text = Shown(alert.finding->message);
  const size_t count = std::min(alert.others.size(), kMostSources);
  for (size_t i = 0; i < count; ++i) {
    text += (i == 0 ? ". Elsewhere: " : "; ") +
            SourceLine(alert.others[i], *alert.other_articles[i]);
  }
  if (alert.others.size() > count) {
    text += fmt::format("; and {} more", alert.others.size() - count);
  }
  return text;
}

}  // namespace

std::string ToGitlab(const Report& report) {
  JsonWriter json;
  std::map<std::string, int> uses;
  json.BeginArray(JsonWriter::kLines);
  for (const Alert& alert : AllAlertsOf(report)) {
    const Finding& finding = *alert.finding;
    if (finding.state == FindingState::kDismissed) continue;
    const int use = ++uses[finding.fingerprint];
    const FilePlace place = PlaceOf(alert.claim, *alert.article);
    json.BeginObject()
        .Member("description", Description(alert))
        .Member("check_name", finding.rule)
        .Member("fingerprint",
                use == 1 ? finding.fingerprint
                         : fmt::format("{}-{}", finding.fingerprint, use))
        .Member("severity", SeverityOf(finding));
    json.Key("location").BeginObject().Member("path", place.path);
    json.Key("lines")
        .BeginObject()
        .Member("begin", std::max<uint64_t>(1, place.line))
        .Member("end", std::max<uint64_t>(1, place.end_line))
        .EndObject();
    json.EndObject().EndObject();
  }
  json.EndArray();
  return json.Take() + "\n";
}

}  // namespace crosscheck
