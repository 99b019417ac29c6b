#ifndef CROSSCHECK_REPORTS_JSON_JSON_REPORT_H_
#define CROSSCHECK_REPORTS_JSON_JSON_REPORT_H_

#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "checker/model/report.h"

namespace crosscheck {

struct JsonOptions {
  bool texts = false;  // carry the articles' texts, where the run has them
};

// A run as JSON, schema "crosscheck.run/1", and back again. The saved file is
// the whole Report: every other format can be made from it later.
//
// Keys come in the contract's order, one article, claim or finding a line, so
// that the diff of two runs shows what changed. The same Report gives the same
// bytes. null stands for an open value, low, high, unit, subject, metric,
// speaker, when.first, when.last, gap member, likely_slip, field or doubt.
// Beyond the contract a claim has "language", "field", "quote_in_sentence",
// "doubt", "end_line", "end_column" and its begin and end columns in other
// units ("utf16_columns", "byte_columns"); an article "copy_of", of JSON Lines
// its "record_line", one that was asked about "is_new"; a finding "clash_count"
// and, where someone let it stand, "disposition"; the run "problems" and, where
// its states are against something, "against" and "resolved".
// With `texts`, an article that has its text also has "text" and "skipped", a
// claim "begin_in_text" and "end_in_text" (bytes of it): all that the HTML
// report needs, at the size of the articles.
//
// Invariant: FromJson(ToJson(r, {.texts = true}), "") == r; without texts, r
// but for them and the places in them.
// Texts must be valid UTF-8; every Finding::claims must index Report::claims.
// Cost: hundreds of MB/s out, the more the longer the texts; see
// json_report_bench.cc.
// Ends with a newline.
std::string ToJson(const Report& report, const JsonOptions& options = {});
// The same, handed over part by part: the text of a large run is as large as
// the run.
void WriteJson(const Report& report, const JsonOptions& options,
               absl::FunctionRef<void(std::string_view)> take);

// One claim as one line without a newline: what `extract` prints.
//
//   {"id": "c12", "article": "001_x.txt", …, "quote": "5.6 مليون دولار", …}
std::string ClaimToJson(const ReportClaim& claim);
// All of that line that comes after the id: `, "article": …}`.
void AppendClaimAfterId(const ReportClaim& claim, std::string& out);

// One finding a line, its `claims` not ids but the claims themselves, so that
// a line can be read alone. Empty when there is no finding.
std::string ToJsonLines(const Report& report);

// Reads what ToJson wrote, or another tool's file of the same schema. `path`
// is for messages only. Unknown keys are passed over; a key that is absent
// leaves its field as a new Report has it, save those without which nothing
// can be shown (schema, findings; an id; quote and sentence of a claim;
// verdict and claims of a finding). A finding's level and severity follow from
// nothing and must be there too.
//
// Failure: InvalidArgument, `path:line:column` for text that is no JSON, else
// the place in it:
//   run.json: findings[3].verdict: "maybe" is no verdict; use agree, …
absl::StatusOr<Report> FromJson(std::string_view text, std::string_view path);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_JSON_JSON_REPORT_H_
