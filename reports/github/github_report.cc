#include "reports/github/github_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "reports/alert/alert.h"
#include "reports/wording/figure_words.h"
#include "reports/wording/phrasebook.h"

namespace crosscheck {
namespace {

constexpr size_t kMostSources = 5;

// The data of a workflow command; properties need two more escapes.
std::string Escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (property && c == ':') {
      out += "%3A";
    } else if (property && c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view TypeOf(Level level) {
  switch (level) {
    case Level::kError:
      return "error";
    case Level::kWarning:
      return "warning";
    default:
      return "notice";
  }
}

std::string Command(const Alert& alert) {
  const Finding& finding = *alert.finding;
  const FilePlace place = PlaceOf(alert.claim, *alert.article);
  std::string out = fmt::format("::{} file={}", TypeOf(finding.level),
                                Escaped(place.path, true));
  if (place.line != 0) {
    out += fmt::format(",line={},endLine={}", place.line, place.end_line);
  }
  if (place.column != 0) out += fmt::format(",col={}", place.column);
  if (place.end_column != 0) {
    out += fmt::format(",endColumn={}", place.end_column);
  }
  const std::string fact =
      FactWords(finding.subject, finding.metric, Phrasebook());
  std::string title = fmt::format("{}{}{}", ToString(finding.verdict),
                                  fact.empty() ? "" : ": ", Shown(fact));
  if (finding.state != FindingState::kNew) {
    title += fmt::format(" ({})", ToString(finding.state));
  }
  out += fmt::format(",title={}::{}\n", Escaped(title, true),
                     Escaped(AlertBody(alert, kMostSources), false));
  return out;
}

// "3 errors, 1 warning"
std::string CountsOf(const std::array<size_t, 4>& by_level) {
  std::vector<std::string> parts;
  constexpr std::pair<Level, std::string_view> kNames[] = {
      {Level::kError, "error"},
      {Level::kWarning, "warning"},
      {Level::kNote, "note"}};
  for (const auto& [level, name] : kNames) {
    const size_t count = by_level[static_cast<size_t>(level)];
    if (count > 0) parts.push_back(Counted(count, name));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

// Every ASCII mark that means something in Markdown or HTML as an entity;
// letters, digits and other scripts stay.
std::string Markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || c == ' ' || c == ',' ||
                       c == '.' || c == '%' || c == '$' || c == ';' ||
                       c == '?' || c == '\'' || c == '/' ||
                       static_cast<unsigned char>(c) >= 0x80;
    if (plain) {
      out += c;
    } else if (c == '\n') {
      out += "<br>";
    } else {
      out += fmt::format("&#{};", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string Row(const Alert& alert) {
  const Finding& finding = *alert.finding;
  std::vector<std::string> values;
  const auto add = [&](const ReportClaim& claim) {
    std::string words = Markdown(Shown(claim.quote));
    if (std::find(values.begin(), values.end(), words) == values.end()) {
      values.push_back(std::move(words));
    }
  };
  add(alert.claim);
  for (const ReportClaim& other : alert.others) add(other);
  constexpr size_t kMostValues = 4;
  std::string figures = fmt::format(
      "{}",
      fmt::join(values.begin(),
                values.begin() + std::min(values.size(), kMostValues), " · "));
  if (values.size() > kMostValues) {
    figures += fmt::format(" and {} more", values.size() - kMostValues);
  }
  return fmt::format(
      "| {} | {} | {} | {} | {} |\n", ToString(finding.level),
      ToString(finding.state),
      Markdown(Shown(FactWords(finding.subject, finding.metric, Phrasebook()))),
      figures, Markdown(Shown(PlaceWords(alert.claim, *alert.article))));
}

std::string Details(const Alert& alert) {
  return fmt::format("<details><summary>{}</summary>\n\n{}\n\n</details>\n\n",
                     Markdown(Shown(alert.finding->message)),
                     Markdown(AlertBody(alert, 20)));
}

}  // namespace

std::string ToGithub(const Report& report, const GithubOptions& options) {
  const std::vector<Alert> alerts = AlertsOf(report);
  std::array<std::vector<const Alert*>, 4> by_level;
  for (const Alert& alert : alerts) {
    by_level[static_cast<size_t>(alert.finding->level)].push_back(&alert);
  }
  // The "N more" line is a notice itself and needs room among them.
  auto& notes = by_level[static_cast<size_t>(Level::kNote)];
  const bool too_many = std::any_of(
      by_level.begin(), by_level.end(),
      [&](const auto& list) { return list.size() > options.most_of_type; });
  const size_t most_notes =
      too_many ? options.most_of_type - 1 : options.most_of_type;
  std::string out;
  std::array<size_t, 4> left_out{};
  size_t left = 0;
  for (size_t level = by_level.size(); level-- > 0;) {
    const auto& list = by_level[level];
    const size_t most = &list == &notes ? most_notes : options.most_of_type;
    for (size_t i = 0; i < std::min(list.size(), most); ++i) {
      out += Command(*list[i]);
    }
    left_out[level] = list.size() - std::min(list.size(), most);
    left += left_out[level];
  }
  if (left > 0) {
    out += fmt::format(
        "::notice title=crosscheck::{} more: {}; GitHub shows {} of a kind, "
        "the step summary and the SARIF file have them all\n",
        left, CountsOf(left_out), options.most_of_type);
  }
  return out;
}

std::string ToGithubSummary(const Report& report,
                            const GithubOptions& options) {
  const std::vector<Alert> alerts = AlertsOf(report);
  std::array<size_t, 4> by_level{};
  size_t known = 0, dismissed = 0;
  for (const Alert& alert : alerts) {
    ++by_level[static_cast<size_t>(alert.finding->level)];
  }
  for (const Finding& finding : report.findings) {
    known += finding.state == FindingState::kKnown;
    dismissed += finding.state == FindingState::kDismissed;
  }
  std::string out = "## crosscheck: ";
  out += alerts.empty() ? "no discrepancy found" : CountsOf(by_level);
  out += "\n\n";
  const Coverage& coverage = report.coverage;
  std::string tail = fmt::format(
      "{} read, {}, {} linked, {} compared",
      Counted(coverage.figures, "figure"), Counted(coverage.claims, "claim"),
      GroupedDigits(coverage.linked), GroupedDigits(coverage.compared));
  for (const auto& [reason, count] : coverage.skipped) {
    tail += fmt::format("; left out: {} {}", GroupedDigits(count),
                        Markdown(reason));
  }
  tail += ".";
  if (!report.against.empty()) {
    tail += fmt::format(" Against {}: {} known, {} dismissed, {} resolved.",
                        Markdown(report.against), GroupedDigits(known),
                        GroupedDigits(dismissed),
                        GroupedDigits(report.resolved.size()));
  }
  tail +=
      fmt::format(" crosscheck {}, rules {}.\n", Markdown(report.tool_version),
                  Markdown(report.rules_digest));
  for (const Problem& problem : report.problems) {
    if (tail.size() > options.most_summary_bytes / 4) break;
    tail += fmt::format("\n- {}", Markdown(Shown(problem.message)));
  }
  if (alerts.empty()) return out + tail;

  std::string table =
      "| level | state | fact | figures | place |\n"
      "|---|---|---|---|---|\n";
  std::string details;
  const size_t room =
      options.most_summary_bytes -
      std::min(options.most_summary_bytes, out.size() + tail.size() + 200);
  size_t shown = 0;
  for (const Alert& alert : alerts) {
    const std::string row = Row(alert), more = Details(alert);
    if (table.size() + details.size() + row.size() + more.size() > room) break;
    table += row;
    details += more;
    ++shown;
  }
  if (shown < alerts.size()) {
    details += fmt::format("**{} more** would not fit here.\n\n",
                           alerts.size() - shown);
  }
  return out + table + "\n" + details + tail;
}

}  // namespace crosscheck
