#include "reports/rdjsonl/rdjsonl_report.h"

#include "reports/alert/alert.h"
#include "reports/json/json_writer.h"

namespace crosscheck {
namespace {

constexpr size_t kMostSources = 5;

std::string_view SeverityOf(Level level) {
  return level == Level::kError     ? "ERROR"
         : level == Level::kWarning ? "WARNING"
                                    : "INFO";
}

void WritePosition(std::string_view key, uint32_t line, uint32_t column,
                   JsonWriter& json) {
  json.Key(key).BeginObject().Member("line", line);
  if (column != 0) json.Member("column", column);
  json.EndObject();
}

void WriteLocation(const ReportClaim& claim, const ReportArticle& article,
                   JsonWriter& json) {
  const FilePlace place = PlaceOf(claim, article);
  json.Key("location").BeginObject().Member("path", place.path);
  if (place.line != 0) {
    json.Key("range").BeginObject();
    WritePosition("start", place.line, place.byte_column, json);
    if (place.byte_end_column != 0) {
      WritePosition("end", place.end_line, place.byte_end_column, json);
    }
    json.EndObject();
  }
  json.EndObject();
}

}  // namespace

std::string ToRdjsonl(const Report& report) {
  std::string out;
  for (const Alert& alert : AlertsOf(report)) {
    const Finding& finding = *alert.finding;
    JsonWriter json;
    json.BeginObject().Member("message", AlertBody(alert, kMostSources));
    WriteLocation(alert.claim, *alert.article, json);
    json.Member("severity", SeverityOf(finding.level));
    json.Key("source").BeginObject().Member("name", "crosscheck").EndObject();
    json.Key("code").BeginObject().Member("value", finding.rule).EndObject();
    json.Key("relatedLocations").BeginArray();
    for (size_t i = 0; i < alert.others.size(); ++i) {
      json.BeginObject().Member(
          "message", SourceLine(alert.others[i], *alert.other_articles[i]));
      WriteLocation(alert.others[i], *alert.other_articles[i], json);
      json.EndObject();
    }
    json.EndArray().EndObject();
    out += json.Take();
    out.push_back('\n');
  }
  return out;
}

}  // namespace crosscheck
