#include <cassert>
#include <cstring>

#include "reports/json/json_report.h"
#include "reports/json/json_text.h"

namespace crosscheck {
namespace {

// Appends the members of one object after another: `key` is the literal with
// its quotes, colon and blank, after the first also the comma before it.
//
// What is short waits in `room_` until Flush, before which nothing else may
// append to `out`.
class Line {
 public:
  explicit Line(std::string& out) : out_(out) {}
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() { Flush(); }

  void Flush() {
    out_.append(room_, at_ - room_);
    at_ = room_;
  }
  Line& Raw(std::string_view text) {
    Put(text, 0);
    return *this;
  }
  Line& Text(std::string_view key, std::string_view text) {
    if (text.size() > kLongest) {
      Put(key, 0);
      Flush();
      AppendQuoted(text, out_);
      return *this;
    }
    Put(key, QuotedRoom(text.size()));
    at_ = PutQuoted(text, at_);
    return *this;
  }
  Line& TextOrNull(std::string_view key, std::string_view text) {
    if (!text.empty()) return Text(key, text);
    return Raw(key).Raw("null");
  }
  Line& Number(std::string_view key, uint64_t number) {
    Put(key, kNumberRoom);
    at_ = PutNumber(number, at_);
    return *this;
  }
  Line& Truth(std::string_view key, bool truth) {
    return Raw(key).Raw(truth ? "true" : "false");
  }
  Line& Texts(std::string_view key, const std::vector<std::string>& texts) {
    Raw(key);
    std::string_view before = "[";
    for (const std::string& text : texts) {
      Text(before, text);
      before = ", ";
    }
    return Raw(texts.empty() ? "[]" : "]");
  }

 private:
  static constexpr size_t kRoom = 4096;
  static constexpr size_t kMostKey = 64;
  static constexpr size_t kLongest = (kRoom - kMostKey - 10) / kMostOfByte;

  // Writes a key and sees to `more` bytes of room behind it.
  void Put(std::string_view key, size_t more) {
    assert(key.size() <= kMostKey && "keys are short");
    if (room_ + kRoom < at_ + key.size() + more) Flush();
    std::memcpy(at_, key.data(), key.size());
    at_ += key.size();
  }

  std::string& out_;
  char room_[kRoom];
  char* at_ = room_;
};

void AppendAfterId(const ReportClaim& c, bool with_place_in_text,
                   std::string& out) {
  Line line(out);
  line.Text(", \"article\": ", c.article)
      .Text(", \"outlet\": ", c.outlet)
      .Text(", \"published\": ", c.published)
      .Text(", \"quote\": ", c.quote)
      .Number(", \"begin_byte\": ", c.begin_byte)
      .Number(", \"end_byte\": ", c.end_byte)
      .Number(", \"line\": ", c.line)
      .Number(", \"column\": ", c.column)
      .Text(", \"sentence\": ", c.sentence)
      .Number(", \"sentence_begin_byte\": ", c.sentence_begin_byte)
      .Number(", \"sentence_end_byte\": ", c.sentence_end_byte)
      .Text(", \"kind\": ", c.kind)
      .TextOrNull(", \"value\": ", c.value)
      .TextOrNull(", \"low\": ", c.low)
      .TextOrNull(", \"high\": ", c.high)
      .Truth(", \"low_included\": ", c.low_included)
      .Truth(", \"high_included\": ", c.high_included)
      .TextOrNull(", \"unit\": ", c.unit)
      .Texts(", \"unit_candidates\": ", c.unit_candidates)
      .Text(", \"modality\": ", c.modality)
      .TextOrNull(", \"subject\": ", c.subject)
      .Text(", \"subject_surface\": ", c.subject_surface)
      .TextOrNull(", \"metric\": ", c.metric)
      .Truth(", \"metric_known\": ", c.metric_known)
      .Texts(", \"qualifiers\": ", c.qualifiers)
      .TextOrNull(", \"when\": {\"first\": ", c.when_first)
      .TextOrNull(", \"last\": ", c.when_last)
      .Text(", \"basis\": ", c.when_basis)
      .TextOrNull("}, \"speaker\": ", c.speaker)
      .Truth(", \"planned\": ", c.planned)
      .Truth(", \"negated\": ", c.negated)
      .Texts(", \"rules\": ", c.rules)
      .Text(", \"language\": ", c.language)
      .TextOrNull(", \"field\": ", c.field)
      .Number(", \"quote_in_sentence\": ", c.quote_in_sentence)
      .TextOrNull(", \"doubt\": ", c.doubt)
      .Number(", \"end_line\": ", c.end_line)
      .Number(", \"end_column\": ", c.end_column)
      .Number(", \"utf16_columns\": [", c.utf16_column)
      .Number(", ", c.utf16_end_column)
      .Number("], \"byte_columns\": [", c.byte_column)
      .Number(", ", c.byte_end_column)
      .Raw("]");
  if (with_place_in_text) {
    line.Number(", \"begin_in_text\": ", c.begin_in_text)
        .Number(", \"end_in_text\": ", c.end_in_text);
  }
  line.Raw("}");
}

void AppendClaim(const ReportClaim& claim, bool with_place_in_text,
                 std::string& out) {
  Line(out).Text("{\"id\": ", claim.id);
  AppendAfterId(claim, with_place_in_text, out);
}

void AppendArticle(const ReportArticle& a, bool with_text, std::string& out) {
  Line line(out);
  line.Text("{\"id\": ", a.id)
      .Text(", \"path\": ", a.path)
      .Text(", \"outlet\": ", a.outlet)
      .Text(", \"url\": ", a.url)
      .Text(", \"language\": ", a.language)
      .Text(", \"published\": ", a.published)
      .Text(", \"title\": ", a.title)
      .TextOrNull(", \"copy_of\": ", a.copy_of);
  if (with_text && !a.text.empty()) {
    line.Text(", \"text\": ", a.text);
    std::string_view before = ", \"skipped\": [{\"begin\": ";
    for (const ReportSkip& skip : a.skipped) {
      line.Number(before, skip.begin)
          .Number(", \"end\": ", skip.end)
          .Text(", \"reason\": ", skip.reason);
      before = "}, {\"begin\": ";
    }
    line.Raw(a.skipped.empty() ? ", \"skipped\": []" : "}]");
  }
  if (a.record_line != 0) line.Number(", \"record_line\": ", a.record_line);
  if (a.is_new) line.Truth(", \"is_new\": ", true);
  line.Raw("}");
}

void AppendFinding(const Finding& f, const Report& report, bool embed_claims,
                   std::string& out) {
  Line line(out);
  line.Text("{\"id\": ", f.id)
      .Text(", \"fingerprint\": ", f.fingerprint)
      .Text(", \"rule\": ", f.rule)
      .Text(", \"verdict\": ", ToString(f.verdict))
      .Text(", \"level\": ", ToString(f.level))
      .Text(", \"severity\": ", ToString(f.severity))
      .Text(", \"subject\": ", f.subject)
      .Text(", \"metric\": ", f.metric);
  line.Flush();
  std::string_view before = ", \"claims\": [";
  for (uint32_t claim : f.claims) {
    assert(claim < report.claims.size() && "a finding's claim is in the run");
    out.append(before);
    if (embed_claims) {
      AppendClaim(report.claims[claim], false, out);
    } else {
      AppendQuoted(report.claims.IdOf(claim), out);
    }
    before = ", ";
  }
  out.append(f.claims.empty() ? ", \"claims\": []" : "]");
  line.Text(", \"message\": ", f.message)
      .Texts(", \"explanation\": ", f.explanation)
      .TextOrNull(", \"gap\": {\"ratio\": ", f.gap.ratio)
      .TextOrNull(", \"absolute\": ", f.gap.absolute)
      .TextOrNull(", \"unit\": ", f.gap.unit)
      .TextOrNull("}, \"likely_slip\": ", f.likely_slip)
      .Text(", \"state\": ", ToString(f.state))
      .Number(", \"clash_count\": ", f.clash_count);
  if (!f.disposition.kind.empty()) {
    const Disposition& d = f.disposition;
    line.Text(", \"disposition\": {\"kind\": ", d.kind)
        .TextOrNull(", \"reason\": ", d.reason)
        .TextOrNull(", \"owner\": ", d.owner)
        .TextOrNull(", \"where\": ", d.where)
        .Truth(", \"in_source\": ", d.in_source)
        .Raw("}");
  }
  line.Raw("}");
}

// `"name": [` … `]`, an item a line; "[]" when there are none.
template <typename Items, typename AppendItem>
void AppendLines(
    std::string_view name, const Items& items, AppendItem append_item,
    std::string& out, absl::FunctionRef<void()> after_item = [] {}) {
  out.append(",\n  ");
  AppendQuoted(name, out);
  std::string_view before = ": [\n    ";
  for (const auto& item : items) {
    out.append(before);
    append_item(item);
    after_item();
    before = ",\n    ";
  }
  out.append(items.empty() ? ": []" : "\n  ]");
}

void AppendCoverage(const Coverage& coverage, std::string& out) {
  Line line(out);
  line.Number(",\n  \"coverage\": {\"figures\": ", coverage.figures)
      .Number(", \"claims\": ", coverage.claims)
      .Number(", \"linked\": ", coverage.linked)
      .Number(", \"compared\": ", coverage.compared)
      .Number(", \"agreeing\": ", coverage.agreeing);
  std::string_view before = ", \"skipped\": {";
  for (const auto& [reason, count] : coverage.skipped) {
    line.Text(before, reason).Number(": ", count);
    before = ", ";
  }
  line.Raw(coverage.skipped.empty() ? ", \"skipped\": {}}" : "}}");
}

// About what ToJson will need, so that the string grows once.
size_t EstimateBytes(const Report& report) {
  constexpr size_t kClaimKeys = 800;
  constexpr size_t kOtherKeys = 400;
  size_t bytes = 1000;
  for (const ReportClaim& c : report.claims) {
    bytes += kClaimKeys + c.quote.size() + c.sentence.size();
    for (const std::string& rule : c.rules) bytes += rule.size() + 4;
  }
  for (const Finding& f : report.findings) {
    bytes += kOtherKeys + f.message.size() + 8 * f.claims.size();
    for (const std::string& step : f.explanation) bytes += step.size() + 4;
  }
  return bytes + kOtherKeys * (report.articles.size() + report.problems.size());
}

// `after_item`: called where `out` may be taken away.
void AppendReport(const Report& report, const JsonOptions& options,
                  std::string& out, absl::FunctionRef<void()> after_item) {
  Line line(out);
  line.Text("{\n  \"schema\": ", "crosscheck.run/1")
      .Text(",\n  \"tool\": {\"name\": ", "crosscheck")
      .Text(", \"version\": ", report.tool_version)
      .Text(", \"rules_digest\": ", report.rules_digest)
      .Raw("}");
  line.Flush();
  AppendLines(
      "articles", report.articles,
      [&](const ReportArticle& article) {
        AppendArticle(article, options.texts, out);
      },
      out, after_item);
  AppendLines(
      "claims", report.claims,
      [&](const ReportClaim& claim) {
        AppendClaim(claim, options.texts && claim.end_in_text > 0, out);
      },
      out, after_item);
  AppendLines(
      "findings", report.findings,
      [&](const Finding& f) { AppendFinding(f, report, false, out); }, out,
      after_item);
  AppendCoverage(report.coverage, out);
  AppendLines(
      "problems", report.problems,
      [&](const Problem& problem) {
        Line(out)
            .Text("{\"path\": ", problem.path)
            .Text(", \"message\": ", problem.message)
            .Raw("}");
      },
      out);
  if (!report.against.empty()) {
    line.Text(",\n  \"against\": ", report.against).Flush();
    AppendLines(
        "resolved", report.resolved,
        [&](const ResolvedFinding& resolved) {
          Line(out)
              .Text("{\"fingerprint\": ", resolved.fingerprint)
              .Text(", \"rule\": ", resolved.rule)
              .Text(", \"message\": ", resolved.message)
              .Text(", \"where\": ", resolved.where)
              .Raw("}");
        },
        out);
  }
  out.append("\n}\n");
}

}  // namespace

std::string ToJson(const Report& report, const JsonOptions& options) {
  std::string out;
  out.reserve(EstimateBytes(report));
  AppendReport(report, options, out, [] {});
  return out;
}

void WriteJson(const Report& report, const JsonOptions& options,
               absl::FunctionRef<void(std::string_view)> take) {
  constexpr size_t kPart = size_t{128} << 10;
  std::string out;
  AppendReport(report, options, out, [&] {
    if (out.size() < kPart) return;
    take(out);
    out.clear();
  });
  take(out);
}

std::string ClaimToJson(const ReportClaim& claim) {
  std::string out;
  out.reserve(800 + claim.quote.size() + claim.sentence.size());
  AppendClaim(claim, false, out);
  return out;
}

void AppendClaimAfterId(const ReportClaim& claim, std::string& out) {
  AppendAfterId(claim, false, out);
}

std::string ToJsonLines(const Report& report) {
  std::string out;
  for (const Finding& finding : report.findings) {
    AppendFinding(finding, report, true, out);
    out.push_back('\n');
  }
  return out;
}

}  // namespace crosscheck
