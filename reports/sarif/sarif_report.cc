#include "reports/sarif/sarif_report.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <vector>

#include "reports/alert/alert.h"
#include "reports/alert/rule_words.h"
#include "reports/json/json_writer.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

constexpr size_t kMostRelated = 999;  // with the first location 1,000
constexpr size_t kMostNamed = 5;      // in the message

// A path as a URI reference: relative ones stay so. A colon is escaped too,
// else "a:b.md" would name a scheme.
std::string UriOf(std::string_view path) {
  std::string uri;
  if (!path.empty() && path[0] == '/') uri = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || c == '/' || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", byte);
    }
  }
  return uri;
}

// In message texts "[words](3)" is a link to a related location; brackets of
// the words themselves are escaped.
std::string LinkWords(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// Our sentence, which may quote an article: nothing in it is a link.
std::string PlainMessage(std::string_view text) {
  const std::string shown = Shown(text);
  std::string out;
  for (size_t i = 0; i < shown.size(); ++i) {
    if (shown[i] == '[' || shown[i] == '\\') out += '\\';
    out += shown[i];
  }
  return out;
}

std::string_view LevelName(Level level) {
  return level == Level::kNone ? "none" : ToString(level);
}

class Writer {
 public:
  Writer(const Report& report, const SarifOptions& options)
      : report_(report), options_(options) {}

  std::string Write() {
    alerts_ = AllAlertsOf(report_);
    json_.BeginObject(JsonWriter::kLines)
        .Member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .Member("version", "2.1.0");
    json_.Key("runs").BeginArray(JsonWriter::kLines);
    json_.BeginObject(JsonWriter::kLines);
    WriteTool();
    json_.Key("automationDetails")
        .BeginObject()
        .Member("id", options_.automation_id)
        .EndObject();
    json_.Member("columnKind", "utf16CodeUnits");
    json_.Key("results").BeginArray(JsonWriter::kLines);
    size_t count = 0;
    const auto fits = [&] {
      return count < options_.most_results &&
             json_.size() < options_.most_bytes;
    };
    while (count < alerts_.size() && fits()) WriteResult(alerts_[count++]);
    left_out_ = alerts_.size() - count;
    for (const ResolvedFinding& resolved : report_.resolved) {
      if (!fits()) break;
      WriteResolved(resolved);
      ++count;
    }
    json_.EndArray();
    WriteInvocation();
    WriteProperties();
    json_.EndObject().EndArray().EndObject();
    return json_.Take() + "\n";
  }

 private:
  void WriteMessage(std::string_view key, std::string_view text) {
    json_.Key(key).BeginObject().Member("text", text).EndObject();
  }

  void WriteTool() {
    std::map<std::string_view, Level> rules;  // ids and the worst level met
    for (const Alert& alert : alerts_) {
      Level& level = rules[alert.finding->rule];
      level = std::max(level, alert.finding->level);
    }
    for (const ResolvedFinding& resolved : report_.resolved) {
      rules.emplace(resolved.rule, Level::kWarning);
    }
    json_.Key("tool").BeginObject(JsonWriter::kLines);
    json_.Key("driver").BeginObject(JsonWriter::kLines);
    json_.Member("name", "crosscheck");
    if (!report_.tool_version.empty()) {
      json_.Member("version", report_.tool_version);
    }
    json_.Key("rules").BeginArray(JsonWriter::kLines);
    for (const auto& [id, level] : rules) {
      rule_index_.emplace(id, rule_index_.size());
      WriteRule(id, level);
    }
    json_.EndArray().EndObject().EndObject();
  }

  void WriteRule(std::string_view id, Level level) {
    json_.BeginObject(JsonWriter::kLines).Member("id", id);
    if (const RuleWords* words = WordsOf(id)) {
      WriteMessage("shortDescription", words->name);
      WriteMessage("fullDescription", words->about);
      json_.Key("help").BeginObject();
      json_.Member("text", fmt::format("{} {}", words->about, words->remedy))
          .EndObject();
      level = words->level;
    }
    json_.Key("defaultConfiguration")
        .BeginObject()
        .Member("level", LevelName(level))
        .EndObject();
    json_.EndObject();
  }

  void WriteInvocation() {
    json_.Key("invocations").BeginArray().BeginObject(JsonWriter::kLines);
    json_.Key("executionSuccessful").Truth(true);
    json_.Key("toolExecutionNotifications").BeginArray(JsonWriter::kLines);
    for (const Problem& problem : report_.problems) {
      json_.BeginObject().Member("level", "warning");
      WriteMessage("message", PlainMessage(problem.message));
      json_.EndObject();
    }
    if (left_out_ > 0) {
      json_.BeginObject().Member("level", "warning");
      WriteMessage(
          "message",
          fmt::format("{} more findings, none worse than those here, are not "
                      "in this file, which platforms would refuse",
                      left_out_));
      json_.EndObject();
    }
    json_.EndArray().EndObject().EndArray();
  }

  void WriteLocation(const ReportClaim& claim, const ReportArticle& article,
                     size_t id, std::string_view message) {
    const FilePlace place = PlaceOf(claim, article);
    json_.BeginObject();
    if (id != 0) json_.Member("id", id);
    json_.Key("physicalLocation").BeginObject();
    json_.Key("artifactLocation")
        .BeginObject()
        .Member("uri", UriOf(place.path))
        .EndObject();
    if (place.line != 0) {
      json_.Key("region").BeginObject().Member("startLine", place.line);
      if (place.utf16_column != 0) {
        json_.Member("startColumn", place.utf16_column)
            .Member("endLine", place.end_line)
            .Member("endColumn", place.utf16_end_column);
      }
      json_.Key("snippet")
          .BeginObject()
          .Member("text", claim.quote)
          .EndObject();
      json_.EndObject();
    }
    json_.EndObject();
    if (article.record_line != 0) {
      json_.Key("logicalLocations").BeginArray().BeginObject();
      json_.Member("fullyQualifiedName", article.id)
          .Member("kind", "record")
          .EndObject()
          .EndArray();
    }
    if (!message.empty()) WriteMessage("message", message);
    json_.EndObject();
  }

  std::string MessageOf(const Alert& alert, size_t related) const {
    std::string text = PlainMessage(alert.finding->message);
    for (size_t i = 0; i < std::min(related, kMostNamed); ++i) {
      const ReportClaim& claim = alert.others[i];
      const ReportArticle& article = *alert.other_articles[i];
      text += fmt::format("{} [{}]({}): \"{}\"", i == 0 ? ". Elsewhere:" : ";",
                          LinkWords(Shown(SourceWords(claim, article))), i + 1,
                          PlainMessage(claim.quote));
      if (!article.url.empty()) text += " " + PlainMessage(article.url);
    }
    if (alert.others.size() > kMostNamed) {
      text += fmt::format("; and {} more", alert.others.size() - kMostNamed);
    }
    return text;
  }

  // Stable while the sentence and its article stay, wherever they move.
  std::string LineHash(const Alert& alert) {
    const ReportArticle& article = *alert.article;
    const std::string key = fmt::format(
        "{}\n{}\n{}", alert.finding->rule,
        article.url.empty() ? article.id : article.url, alert.claim.sentence);
    const uint64_t hash = XXH3_64bits(key.data(), key.size());
    return fmt::format("{:016x}:{}", hash, ++hash_uses_[hash]);
  }

  void WriteResult(const Alert& alert) {
    const Finding& finding = *alert.finding;
    const size_t related = std::min(alert.others.size(), kMostRelated);
    json_.BeginObject(JsonWriter::kLines).Member("ruleId", finding.rule);
    json_.Member("ruleIndex", rule_index_[finding.rule]);
    json_.Member("level", LevelName(finding.level));
    WriteMessage("message", MessageOf(alert, related));
    json_.Key("locations").BeginArray();
    WriteLocation(alert.claim, *alert.article, 0, "");
    json_.EndArray();
    json_.Key("relatedLocations").BeginArray(JsonWriter::kLines);
    for (size_t i = 0; i < related; ++i) {
      WriteLocation(
          alert.others[i], *alert.other_articles[i], i + 1,
          PlainMessage(fmt::format(
              "{}: {}", SourceWords(alert.others[i], *alert.other_articles[i]),
              alert.others[i].sentence)));
    }
    json_.EndArray();
    json_.Key("partialFingerprints")
        .BeginObject()
        .Member("primaryLocationLineHash", LineHash(alert))
        .Member("crosscheck/v1", finding.fingerprint)
        .EndObject();
    WriteState(finding);
    WriteResultProperties(alert);
    json_.EndObject();
  }

  void WriteState(const Finding& finding) {
    if (!report_.against.empty()) {
      json_.Member("baselineState", finding.state == FindingState::kNew ? "new"
                                    : finding.state == FindingState::kReopened
                                        ? "updated"
                                        : "unchanged");
    }
    if (finding.state != FindingState::kDismissed) return;
    const Disposition& said = finding.disposition;
    json_.Key("suppressions").BeginArray().BeginObject();
    json_.Member("kind", said.in_source ? "inSource" : "external")
        .Member("status", "accepted")
        .Member("justification", said.reason.empty()
                                     ? Visible(said.kind)
                                     : fmt::format("{}: {}", Visible(said.kind),
                                                   Visible(said.reason)));
    json_.EndObject().EndArray();
  }

  void WriteResultProperties(const Alert& alert) {
    const Finding& finding = *alert.finding;
    json_.Key("properties").BeginObject();
    json_.Member("id", finding.id)
        .Member("verdict", ToString(finding.verdict))
        .Member("severity", ToString(finding.severity))
        .Member("state", ToString(finding.state))
        .Member("subject", finding.subject)
        .Member("metric", finding.metric);
    if (!finding.gap.ratio.empty()) json_.Member("gap", finding.gap.ratio);
    if (!finding.likely_slip.empty()) {
      json_.Member("likelySlip", finding.likely_slip);
    }
    json_.Key("explanation").BeginArray();
    for (const std::string& step : finding.explanation) json_.Text(step);
    json_.EndArray();
    json_.Key("sources").BeginArray();
    WriteSource(alert.claim, *alert.article);
    for (size_t i = 0; i < std::min(alert.others.size(), kMostRelated); ++i) {
      WriteSource(alert.others[i], *alert.other_articles[i]);
    }
    json_.EndArray().EndObject();
  }

  void WriteSource(const ReportClaim& claim, const ReportArticle& article) {
    json_.BeginObject()
        .Member("outlet", claim.outlet)
        .Member("published", claim.published)
        .Member("quote", claim.quote)
        .Member("value", claim.value)
        .Member("unit", claim.unit)
        .Member("url", article.url)
        .EndObject();
  }

  void WriteResolved(const ResolvedFinding& resolved) {
    json_.BeginObject(JsonWriter::kLines)
        .Member("ruleId", resolved.rule)
        .Member("ruleIndex", rule_index_[resolved.rule])
        .Member("level", "none")
        .Member("kind", "notApplicable");
    WriteMessage("message", PlainMessage("resolved: " + resolved.message));
    json_.Key("partialFingerprints")
        .BeginObject()
        .Member("crosscheck/v1", resolved.fingerprint)
        .EndObject();
    json_.Member("baselineState", "absent").EndObject();
  }

  void WriteProperties() {
    const Coverage& coverage = report_.coverage;
    json_.Key("properties").BeginObject();
    json_.Member("rulesDigest", report_.rules_digest)
        .Member("articles", report_.articles.size())
        .Member("figures", coverage.figures)
        .Member("claims", coverage.claims)
        .Member("linked", coverage.linked)
        .Member("compared", coverage.compared)
        .Member("agreeing", coverage.agreeing);
    json_.Key("skipped").BeginObject();
    for (const auto& [reason, count] : coverage.skipped) {
      json_.Member(reason, count);
    }
    json_.EndObject().EndObject();
  }

  const Report& report_;
  const SarifOptions& options_;
  std::vector<Alert> alerts_;
  size_t left_out_ = 0;
  std::map<std::string, size_t, std::less<>> rule_index_;
  std::map<uint64_t, int> hash_uses_;
  JsonWriter json_;
};

}  // namespace

std::string ToSarif(const Report& report, const SarifOptions& options) {
  return Writer(report, options).Write();
}

}  // namespace crosscheck
