#include "reports/alert/alert.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "reports/wording/runs.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

constexpr std::string_view kIsolate = "\xE2\x81\xA8";     // U+2068
constexpr std::string_view kPopIsolate = "\xE2\x81\xA9";  // U+2069

using ArticlesById = absl::flat_hash_map<std::string, const ReportArticle*>;

// A claim of an article the report does not list (a run from another tool).
const ReportArticle kNoArticle;

const ReportArticle* ArticleOf(const ReportClaim& claim,
                               const ArticlesById& articles) {
  const auto at = articles.find(claim.article);
  return at == articles.end() ? &kNoArticle : at->second;
}

Alert MakeAlert(const Report& report, const Finding& finding,
                const ArticlesById& articles) {
  Alert alert;
  alert.finding = &finding;
  size_t chosen = 0;
  for (size_t i = 0; i < finding.claims.size(); ++i) {
    if (ArticleOf(report.claims[finding.claims[i]], articles)->is_new) {
      chosen = i;
      break;
    }
  }
  for (size_t i = 0; i < finding.claims.size(); ++i) {
    ReportClaim claim = report.claims[finding.claims[i]];
    const ReportArticle* article = ArticleOf(claim, articles);
    if (i == chosen) {
      alert.claim = std::move(claim);
      alert.article = article;
    } else {
      alert.others.push_back(std::move(claim));
      alert.other_articles.push_back(article);
    }
  }
  return alert;
}

int Standing(const Finding& finding) {
  if (IsOpen(finding)) return 2;
  return finding.state == FindingState::kKnown ? 1 : 0;
}

template <typename Wanted>
std::vector<Alert> Gather(const Report& report, const Wanted& wanted) {
  ArticlesById articles;
  for (const ReportArticle& article : report.articles) {
    articles.emplace(article.id, &article);
  }
  std::vector<Alert> alerts;
  for (const Finding& finding : report.findings) {
    if (finding.claims.empty() || finding.level == Level::kNone ||
        !wanted(finding)) {
      continue;
    }
    alerts.push_back(MakeAlert(report, finding, articles));
  }
  std::stable_sort(alerts.begin(), alerts.end(),
                   [](const Alert& x, const Alert& y) {
                     const Finding& a = *x.finding;
                     const Finding& b = *y.finding;
                     return std::make_tuple(Standing(a), a.level, a.severity) >
                            std::make_tuple(Standing(b), b.level, b.severity);
                   });
  return alerts;
}

}  // namespace

bool IsOpen(const Finding& finding) {
  return finding.state == FindingState::kNew ||
         finding.state == FindingState::kReopened;
}

std::vector<Alert> AlertsOf(const Report& report) {
  return Gather(report, [](const Finding& finding) {
    return IsOpen(finding) || (finding.state == FindingState::kKnown &&
                               finding.level >= Level::kWarning);
  });
}

std::vector<Alert> AllAlertsOf(const Report& report) {
  return Gather(report, [](const Finding&) { return true; });
}

FilePlace PlaceOf(const ReportClaim& claim, const ReportArticle& article) {
  FilePlace place;
  place.path = article.path.empty() ? claim.article : article.path;
  while (place.path.rfind("./", 0) == 0) {
    place.path.erase(
        0, std::max<size_t>(2, std::min(place.path.find_first_not_of('/', 2),
                                        place.path.size())));
  }
  if (article.record_line != 0) {
    place.line = place.end_line = article.record_line;
    return place;
  }
  place.line = claim.line;
  place.end_line = claim.end_line == 0 ? claim.line : claim.end_line;
  place.column = claim.column;
  place.end_column = claim.end_column;
  place.utf16_column = claim.utf16_column;
  place.utf16_end_column = claim.utf16_end_column;
  place.byte_column = claim.byte_column;
  place.byte_end_column = claim.byte_end_column;
  return place;
}

std::string Shown(std::string_view text) {
  const std::string visible = Visible(text);
  std::string out;
  for (const Run& run : RunsOf(visible)) {
    if (run.isolated) out += kIsolate;
    out += run.text;
    if (run.isolated) out += kPopIsolate;
  }
  return out;
}

std::string SourceWords(const ReportClaim& claim,
                        const ReportArticle& article) {
  const std::string& name = !claim.outlet.empty()     ? claim.outlet
                            : !article.outlet.empty() ? article.outlet
                                                      : claim.article;
  return claim.published.empty() ? name
                                 : fmt::format("{}, {}", name, claim.published);
}

std::string PlaceWords(const ReportClaim& claim, const ReportArticle& article) {
  const FilePlace place = PlaceOf(claim, article);
  if (article.record_line != 0) {
    return fmt::format("{}:{} ({} {}:{})", place.path, article.record_line,
                       claim.field.empty() ? "text" : claim.field, claim.line,
                       claim.column);
  }
  return fmt::format("{}:{}:{}", place.path, claim.line, claim.column);
}

std::string SourceLine(const ReportClaim& claim, const ReportArticle& article) {
  std::string line =
      fmt::format("{}: \"{}\" at {}", Shown(SourceWords(claim, article)),
                  Shown(claim.quote), Shown(PlaceWords(claim, article)));
  if (!article.url.empty()) line += ", " + Visible(article.url);
  return line;
}

std::string AlertBody(const Alert& alert, size_t most_sources) {
  const Finding& finding = *alert.finding;
  std::string body = Shown(finding.message);
  body += "\n" + SourceLine(alert.claim, *alert.article);
  for (size_t i = 0; i < alert.others.size(); ++i) {
    if (i == most_sources) {
      body += fmt::format("\nand {} more", alert.others.size() - i);
      break;
    }
    body += "\n" + SourceLine(alert.others[i], *alert.other_articles[i]);
  }
  for (const std::string& step : finding.explanation) {
    body += "\nwhy: " + Shown(step);
  }
  if (!finding.likely_slip.empty()) {
    body += "\nslip: " + Shown(finding.likely_slip);
  }
  if (finding.state != FindingState::kNew) {
    body += fmt::format("\nstate: {}", ToString(finding.state));
    const Disposition& said = finding.disposition;
    if (!said.kind.empty()) {
      body += fmt::format(" ({}{}{})", Visible(said.kind),
                          said.where.empty() ? "" : ", ", Shown(said.where));
    }
    if (!said.reason.empty()) body += ": " + Shown(said.reason);
  }
  body += fmt::format("\n{} {}", Visible(finding.rule),
                      Visible(finding.fingerprint));
  return body;
}

}  // namespace crosscheck
