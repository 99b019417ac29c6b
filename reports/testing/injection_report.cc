#include "reports/testing/injection_report.h"

namespace crosscheck {

std::vector<std::string> InjectionCorpus() {
  std::vector<std::string> corpus = {
      "x",  // what the others are compared with
      "<script>owned=1</script>",
      "</script><script>owned=1</script>",
      "</style><script>owned=1</script>",
      "</title><script>owned=1</script>",
      "</textarea></select></option><script>owned=1</script>",
      "</template><script>owned=1</script>",
      "--><script>owned=1</script><!--",
      "]]><script>owned=1</script><![CDATA[",
      "\" onmouseover=\"owned=1\" x=\"",
      "' onfocus='owned=1' autofocus x='",
      "` onclick=`owned=1`",
      "\"><img src=x onerror=owned=1>",
      "</svg><img src=x onerror=owned=1>",
      "</desc></title><svg onload=owned=1>",
      "<svg><animate onbegin=owned=1 attributeName=x dur=1s>",
      "<math><mtext><mglyph><style><img src=x onerror=owned=1>",
      "<iframe srcdoc='<script>parent.owned=1</script>'></iframe>",
      "<base href=https://evil.example/><meta http-equiv=refresh "
      "content=0;url=https://evil.example/>",
      "<link rel=stylesheet href=https://evil.example/x.css>",
      "<form action=https://evil.example/><input name=q id=q>",
      "javascript:owned=1",
      "JaVaScRiPt:owned=1",
      " java\tscript:owned=1",
      "data:text/html,<script>owned=1</script>",
      "vbscript:owned=1",
      "//evil.example/x",
      "https://evil.example/\" onclick=\"owned=1",
      "&lt;script&gt;owned=1&lt;/script&gt;",
      "&#60;script&#62;owned=1&#60;/script&#62;",
      "{{constructor.constructor('owned=1')()}}${owned=1}",
      "one\xe2\x80\xa8two\xe2\x80\xa9three",
      // Overlong forms of "<", and a lone lead byte before a tag.
      "\xc0\xbcscript\xc0\xbeowned=1\xc0\xbc/script\xc0\xbe",
      "\xe0\x80\xbcscript\xe0\x80\xbe",
      "\xf0<script>owned=1</script>",
      "\xe2\x80\xae"
      "gnihtyreve sesrever\xe2\x80\xad\xe2\x81\xa6\xe2\x81\xa7",
      // Arabic "a very large figure", inside an override.
      "\xe2\x80\xadرقم كبير جدا\xe2\x80\xac 100",
      std::string("nul\0byte", 8),
      "\x1b[2J\x07\xc2\x9b"
      "31m",
      std::string(3000, 'W'),
  };
  return corpus;
}

Report InjectionReport(std::string_view text) {
  const std::string t(text);
  Report report;
  report.tool_version = report.rules_digest = report.against = t;
  for (int i = 0; i < 3; ++i) {
    ReportArticle& article = report.articles.emplace_back();
    article.id = t + std::to_string(i);
    article.path = article.outlet = article.url = article.title = t;
    article.language = i == 0 ? t : i == 1 ? "ar" : "en";
    article.published = i == 0 ? t : "2025-03-02";
    if (i == 2) article.copy_of = report.articles[0].id;
    article.text = t + "\n";
    ReportClaim claim;
    claim.id = t + std::to_string(i);
    claim.article = article.id;
    claim.outlet = claim.speaker = claim.field = claim.doubt = t;
    claim.published = article.published;
    claim.language = article.language;
    claim.quote = t + " " + std::to_string(i + 4);
    claim.sentence = t + " " + claim.quote + " " + t;
    claim.quote_in_sentence = t.size() + 1;
    claim.begin_in_text = article.text.size() + claim.quote_in_sentence;
    claim.end_in_text = claim.begin_in_text + claim.quote.size();
    article.text += claim.sentence + "\n";
    const auto at = static_cast<uint32_t>(article.text.size());
    article.text += t + "\n";
    article.skipped = {{at, at + static_cast<uint32_t>(t.size()), t}};
    claim.kind = "quantity";
    claim.value = claim.low = claim.high = std::to_string(i + 4);
    claim.unit = claim.subject = claim.subject_surface = claim.metric = t;
    claim.modality = t;
    claim.qualifiers = {t, t + "=" + t};
    claim.rules = {t};
    claim.when_first = claim.when_last = t;
    claim.when_basis = "written";
    report.claims.push_back(claim);
  }
  for (int i = 0; i < 2; ++i) {
    Finding& finding = report.findings.emplace_back();
    finding.id = finding.fingerprint = finding.rule = t;
    finding.verdict = Verdict::kConflict;
    finding.level = Level::kError;
    finding.severity = Severity::kHigh;
    finding.subject = finding.metric = t;
    finding.claims = {0, 1, 2};
    finding.clash_count = 2;
    finding.message = t;
    finding.explanation = {t, t};
    finding.gap = {t, t, t};
    finding.likely_slip = t;
    if (i == 1) {
      finding.state = FindingState::kDismissed;
      finding.disposition = {t, t, t, t, false};
    }
  }
  report.coverage.figures = 3;
  report.coverage.skipped = {{t, 3}};
  report.problems = {{t, t}};
  report.resolved = {{t, t, t, t}};
  return report;
}

}  // namespace crosscheck
