#include "reports/testing/sample_report.h"

#include <cassert>
#include <string_view>
#include <utility>

namespace crosscheck {
namespace {

ReportClaim MakeClaim(const Report& report, int article, std::string_view quote,
                      std::string_view sentence) {
  const ReportArticle& from = report.articles[article];
  ReportClaim c;
  c.id = "c" + std::to_string(report.claims.size() + 1);
  c.article = from.id;
  c.outlet = from.outlet;
  c.published = from.published;
  c.language = from.language;
  c.quote = quote;
  c.sentence = sentence;
  size_t at = c.sentence.find(c.quote);
  assert(at != std::string::npos);
  c.quote_in_sentence = static_cast<uint32_t>(at);
  c.sentence_begin_byte = 1000 + 500 * report.claims.size();
  c.sentence_end_byte = c.sentence_begin_byte + c.sentence.size();
  c.begin_byte = c.sentence_begin_byte + c.quote_in_sentence;
  c.end_byte = c.begin_byte + c.quote.size();
  c.line = 3 + 2 * (report.claims.size() % 4);
  c.column = 1;
  for (char byte : std::string_view(c.sentence).substr(0, at)) {
    if ((static_cast<uint8_t>(byte) & 0xc0) != 0x80) ++c.column;
  }
  // All of it in the Basic Multilingual Plane, each sentence its own line.
  uint32_t length = 0;
  for (char byte : c.quote) {
    if ((static_cast<uint8_t>(byte) & 0xc0) != 0x80) ++length;
  }
  c.end_line = c.line;
  c.utf16_column = c.column;
  c.end_column = c.utf16_end_column = c.column + length;
  c.byte_column = static_cast<uint32_t>(at + 1);
  c.byte_end_column = static_cast<uint32_t>(at + 1 + c.quote.size());
  return c;
}

void AddArticles(Report& report) {
  report.articles = {
      {"01-harbour-post.md", "examples/01-harbour-post.md", "The Harbour Post",
       "https://harbour.example/news/marsa-nour-plant?id=7&lang=en", "en",
       "2025-03-02", "Marsa Nour plant to open this summer"},
      {"02-sahifa.txt", "examples/02-sahifa.txt", "صحيفة الشاطئ",
       "https://shati.example/أخبار/12", "ar", "2025-03-03",
       // "The Marsa Nour plant enters service in the summer"
       "محطة مرسى نور تدخل الخدمة صيفًا"},
      {"03-wire.txt", "examples/03-wire.txt", "Coast Wire", "", "en",
       "2025-03-06", "Storm toll rises along the coast"},
      {"04-khabar.txt", "examples/04-khabar.txt", "خبر اليوم", "", "ar", "",
       // "Storm on the coast"
       "عاصفة على الساحل"},
  };
}

// f1: 1.2 billion against 12 billion dollars.
void AddCostConflict(Report& report) {
  ReportClaim a =
      MakeClaim(report, 0, "$1.2 billion",
                "The plant, built over four years on reclaimed land, will cost "
                "$1.2 billion, the water ministry said on Sunday.");
  a.kind = "money";
  a.value = "1200000000";
  a.low = "1150000000";
  a.high = "1250000000";
  a.high_included = false;
  a.unit = "USD";
  a.unit_candidates = {"USD"};
  a.modality = "exact";
  a.subject = "Marsa Nour plant";
  a.subject_surface = "The plant";
  a.metric = "construction_cost";
  a.metric_known = true;
  a.when_first = a.when_last = "2025-03-02";
  a.when_basis = "publication";
  a.speaker = "the water ministry";
  a.planned = true;
  a.rules = {"en.number.digits", "shared.scale.billion", "en.currency.dollar"};
  report.claims.push_back(a);

  // "The ministry said that the cost of the Marsa Nour desalination plant
  // amounts to about 12 billion dollars, financed by four Gulf banks."
  ReportClaim b = MakeClaim(
      report, 1, "نحو 12 مليار دولار",
      "وقالت الوزارة إن كلفة محطة مرسى نور لتحلية مياه البحر تبلغ نحو 12 "
      "مليار دولار، وتموّلها أربعة مصارف خليجية.");
  b.kind = "money";
  b.value = "12000000000";
  b.low = "11400000000";
  b.high = "12600000000";
  b.unit = "USD";
  b.unit_candidates = {"USD"};
  b.modality = "about";
  b.subject = "Marsa Nour plant";
  b.subject_surface = "محطة مرسى نور";
  b.metric = "construction_cost";
  b.metric_known = true;
  b.when_first = b.when_last = "2025-03-03";
  b.when_basis = "publication";
  b.speaker = "الوزارة";
  b.rules = {"ar.modality.about", "ar.number.digits", "ar.scale.billion",
             "ar.currency.dollar"};
  report.claims.push_back(b);

  Finding f;
  f.id = "f1";
  f.fingerprint = "9f2c51d07ab3e846";
  f.rule = "compare.disjoint";
  f.verdict = Verdict::kConflict;
  f.level = Level::kError;
  f.severity = Severity::kHigh;
  f.subject = "Marsa Nour plant";
  f.metric = "construction_cost";
  f.claims = {0, 1};
  f.clash_count = 2;
  f.message =
      "The Harbour Post puts the construction cost of the Marsa Nour plant at "
      "$1.2 billion, صحيفة الشاطئ at about $12 billion.";
  f.explanation = {
      "Both name the Marsa Nour plant and state its construction cost.",
      "\"$1.2 billion\" allows 1.15 to 1.25 billion USD (rounding); \"نحو 12 "
      "مليار دولار\" allows 11.4 to 12.6 billion USD (about).",
      "The ranges share no value."};
  f.gap = {"10", "10150000000", "USD"};
  f.likely_slip = "a factor of 10";
  report.findings.push_back(f);
}

// f2: opened in 2022 against a year and a half ago.
void AddDateConflict(Report& report) {
  ReportClaim a = MakeClaim(
      report, 2, "in 2022",
      "The pilot plant opened in 2022 and has run without a stop since.");
  a.kind = "date";
  a.value = "2022";
  a.low = "2022-01-01";
  a.high = "2022-12-31";
  a.modality = "exact";
  a.subject = "pilot plant";
  a.subject_surface = "The pilot plant";
  a.metric = "opened_on";
  a.metric_known = true;
  a.when_first = "2022-01-01";
  a.when_last = "2022-12-31";
  a.when_basis = "written";
  a.rules = {"en.time.year"};
  report.claims.push_back(a);

  // "The pilot plant opened only a year ago"
  ReportClaim b =
      MakeClaim(report, 1, "قبل عام", "افتُتحت المحطة التجريبية قبل عام فقط.");
  b.kind = "date";
  b.value = "2024";
  b.low = "2024-01-01";
  b.high = "2024-12-31";
  b.modality = "exact";
  b.subject = "pilot plant";
  b.subject_surface = "المحطة التجريبية";
  b.metric = "opened_on";
  b.metric_known = true;
  b.when_first = "2024-01-01";
  b.when_last = "2024-12-31";
  b.when_basis = "written";
  b.rules = {"ar.time.ago"};
  report.claims.push_back(b);

  Finding f;
  f.id = "f2";
  f.fingerprint = "51d07ab3e8469f2c";
  f.rule = "compare.dates";
  f.verdict = Verdict::kConflict;
  f.level = Level::kWarning;
  f.severity = Severity::kMedium;
  f.subject = "pilot plant";
  f.metric = "opened_on";
  f.claims = {2, 3};
  f.clash_count = 2;
  f.message = "The pilot plant opened in 2022, or in 2024.";
  f.explanation = {"\"قبل عام\", written on 2025-03-03, is 2024.",
                   "Both are printed as years; the years differ."};
  f.gap = {"", "2", "year"};
  report.findings.push_back(f);
}

// f3: a toll that rises, with a third figure from an undated article.
void AddUpdate(Report& report) {
  ReportClaim a = MakeClaim(report, 0, "12 people",
                            "At least 12 people died when the storm crossed "
                            "the coast on Saturday night.");
  a.quote = "At least 12 people";
  a.quote_in_sentence = 0;
  a.column = 1;
  a.begin_byte = a.sentence_begin_byte;
  a.kind = "count";
  a.value = a.low = "12";
  a.unit = "death";
  a.modality = "at_least";
  a.subject = "storm";
  a.metric = "deaths";
  a.metric_known = true;
  a.when_first = a.when_last = "2025-03-01";
  a.when_basis = "written";
  a.rules = {"en.modality.at_least", "en.number.digits"};
  report.claims.push_back(a);

  ReportClaim b = MakeClaim(report, 2, "17",
                            "By Thursday the toll had climbed to 17, with "
                            "four fishermen still missing.");
  b.kind = "count";
  b.value = b.low = b.high = "17";
  b.unit = "death";
  b.modality = "exact";
  b.subject = "storm";
  b.metric = "deaths";
  b.metric_known = true;
  b.when_first = b.when_last = "2025-03-06";
  b.when_basis = "written";
  b.speaker = "the coast guard";
  b.rules = {"en.number.digits"};
  report.claims.push_back(b);

  // "Nine people lost their lives in the storm"
  ReportClaim c = MakeClaim(report, 3, "تسعة أشخاص",
                            "لقي تسعة أشخاص حتفهم في العاصفة، وفق الدفاع "
                            "المدني.");
  c.kind = "count";
  c.value = c.low = c.high = "9";
  c.unit = "death";
  c.modality = "exact";
  c.subject = "storm";
  c.metric = "deaths";
  c.metric_known = true;
  c.speaker = "الدفاع المدني";
  c.rules = {"ar.number.words"};
  c.doubt = "the article has no publication date";
  report.claims.push_back(c);

  Finding f;
  f.id = "f3";
  f.fingerprint = "7ab3e8469f2c51d0";
  f.rule = "compare.update";
  f.verdict = Verdict::kUpdate;
  f.level = Level::kNote;
  f.severity = Severity::kLow;
  f.subject = "storm";
  f.metric = "deaths";
  f.claims = {4, 5, 6};
  f.clash_count = 2;
  f.message = "The toll of the storm rises from at least 12 to 17.";
  f.explanation = {"The later figure speaks of a later day."};
  f.gap = {"1.42", "5", "death"};
  report.findings.push_back(f);
}

// f4: 5.6 million under "no more than 6 million".
void AddCompatible(Report& report) {
  ReportClaim a = MakeClaim(report, 0, "5.6 million litres",
                            "It will pump 5.6 million litres a day.");
  a.kind = "quantity";
  a.value = "5600000";
  a.low = "5550000";
  a.high = "5650000";
  a.high_included = false;
  a.unit = "liter";
  a.modality = "exact";
  a.subject = "Marsa Nour plant";
  a.metric = "daily output";
  a.rules = {"en.number.digits", "shared.scale.million"};
  report.claims.push_back(a);

  // "with a daily output that does not exceed 6 million litres"
  ReportClaim b = MakeClaim(report, 1, "لا يتجاوز 6 ملايين لتر",
                            "بإنتاج يومي لا يتجاوز 6 ملايين لتر.");
  b.kind = "quantity";
  b.value = b.high = "6000000";
  b.unit = "liter";
  b.modality = "at_most";
  b.subject = "Marsa Nour plant";
  b.metric = "daily output";
  b.rules = {"ar.modality.at_most", "ar.number.digits", "ar.scale.million"};
  report.claims.push_back(b);

  Finding f;
  f.id = "f4";
  f.fingerprint = "e8469f2c51d07ab3";
  f.rule = "compare.bounds";
  f.verdict = Verdict::kCompatible;
  f.level = Level::kNote;
  f.severity = Severity::kNone;
  f.subject = "Marsa Nour plant";
  f.metric = "daily output";
  f.claims = {7, 8};
  f.message = "5.6 million litres lies under \"no more than 6 million\".";
  f.explanation = {"The ranges meet."};
  report.findings.push_back(f);
}

// f5: dollars against bare dinars.
void AddUndecided(Report& report) {
  // "The ministry pays 40 million dinars a year"
  ReportClaim a = MakeClaim(report, 3, "40 مليون دينار",
                            "تدفع الوزارة 40 مليون دينار كل عام.");
  a.kind = "money";
  a.value = "40000000";
  a.low = "39500000";
  a.high = "40500000";
  a.high_included = false;
  a.unit_candidates = {"KWD", "JOD", "IQD"};
  a.modality = "exact";
  a.subject = "water ministry";
  a.metric = "yearly payment";
  a.rules = {"ar.number.digits", "ar.scale.million", "ar.currency.dinar"};
  a.doubt = "\"دينار\" may be KWD, JOD or IQD";
  report.claims.push_back(a);

  ReportClaim b = MakeClaim(report, 2, "$120 million",
                            "The ministry pays $120 million every year.");
  b.kind = "money";
  b.value = "120000000";
  b.low = "119500000";
  b.high = "120500000";
  b.high_included = false;
  b.unit = "USD";
  b.unit_candidates = {"USD"};
  b.modality = "exact";
  b.subject = "water ministry";
  b.metric = "yearly payment";
  b.rules = {"en.number.digits", "shared.scale.million", "en.currency.dollar"};
  report.claims.push_back(b);

  Finding f;
  f.id = "f5";
  f.fingerprint = "469f2c51d07ab3e8";
  f.rule = "compare.units";
  f.verdict = Verdict::kUndecided;
  f.level = Level::kNote;
  f.subject = "water ministry";
  f.metric = "yearly payment";
  f.claims = {9, 10};
  f.message = "40 million dinars and $120 million: the dinar is not named.";
  f.explanation = {"The unit stays open: KWD, JOD or IQD."};
  f.state = FindingState::kKnown;
  report.findings.push_back(f);
}

// f6: says the same as f1's first claim.
void AddAgreement(Report& report) {
  ReportClaim a = report.claims[0];
  a.id = "c12";
  a.article = report.articles[2].id;
  a.outlet = report.articles[2].outlet;
  a.published = report.articles[2].published;
  report.claims.push_back(a);
  Finding f;
  f.id = "f6";
  f.fingerprint = "9f2c51d07ab3e847";
  f.rule = "compare.equal";
  f.verdict = Verdict::kAgree;
  f.subject = "Marsa Nour plant";
  f.metric = "construction_cost";
  f.claims = {0, 11};
  f.message = "Both say 1.2 billion dollars.";
  report.findings.push_back(f);
}

}  // namespace

Report SampleReport() {
  Report report;
  report.tool_version = "0.1.0";
  report.rules_digest = "3f1e5a90c2d4b687";
  AddArticles(report);
  AddCostConflict(report);
  AddDateConflict(report);
  AddUpdate(report);
  AddCompatible(report);
  AddUndecided(report);
  AddAgreement(report);
  report.coverage.figures = 1041;
  report.coverage.claims = 12;
  report.coverage.linked = 12;
  report.coverage.compared = 10;
  report.coverage.agreeing = 1;
  report.coverage.skipped = {{"list-number", 1}, {"name", 14}, {"phone", 2}};
  report.problems = {
      {"examples/05-scan.txt",
       "byte 17: not UTF-8; convert it, or declare its encoding"},
      {"examples/06.html", "no text found; check that it is an article"}};
  return report;
}

Report SampleReportWithTexts() {
  Report report = SampleReport();
  for (ReportArticle& article : report.articles) {
    article.text = article.title + "\n";
    for (size_t i = 0; i < report.claims.size(); ++i) {
      ReportClaim claim = report.claims[i];
      if (claim.article != article.id) continue;
      claim.begin_in_text = article.text.size() + claim.quote_in_sentence;
      claim.end_in_text = claim.begin_in_text + claim.quote.size();
      article.text += claim.sentence + "\n";
      report.claims.Set(i, claim);
    }
    const size_t at = article.text.size();
    article.text += "0800 555 010\n";
    article.skipped = {
        {static_cast<uint32_t>(at), static_cast<uint32_t>(at + 12), "phone"}};
  }
  report.articles[2].copy_of = report.articles[0].id;
  return report;
}

Report HostileReport() {
  Report report = SampleReport();
  const std::string kScript = "</mark><script>alert(1)</script>";
  const std::string kAttribute = "\" onmouseover=\"alert(2)\" x='";
  // ESC [ 2 J clears a terminal, ESC ] 0 renames it, C1 CSI does the same in
  // two bytes, and a carriage return writes over the line.
  const std::string kTerminal =
      "\x1b[2J\x1b]0;owned\x07\xc2\x9b"
      "31m\rwritten over\b\x7f";
  // U+202E turns what follows around; U+2066 opens an isolate and leaves it.
  const std::string kBidi =
      "\xe2\x80\xae"
      "desrever\xe2\x81\xa6open";
  const std::string kLines = "one\xe2\x80\xa8two\xe2\x80\xa9three\nfour";
  const std::string kTemplate =
      "<!-- --><![CDATA[ ]]></style></title>&lt;{{x}}";

  report.articles[0].url = "javascript:alert(3)";
  report.articles[0].outlet = kScript + kAttribute;
  report.articles[0].title = kTemplate;
  report.articles[0].id = kAttribute + kTerminal;
  report.articles[1].url = "data:text/html,<script>alert(4)</script>";
  report.articles[1].language = "ar\" onload=\"alert(5)";
  report.articles[2].url = " https://x.example/\"><script>alert(6)</script>";
  report.articles[2].path = kTerminal;
  report.articles[3].url = "https://y.example/?a=1&b='\"<>" + kBidi;
  report.rules_digest = kScript;
  report.tool_version = kTerminal;

  std::vector<ReportClaim> claims(report.claims.begin(), report.claims.end());
  for (ReportClaim& c : claims) {
    std::string before = c.sentence.substr(0, c.quote_in_sentence);
    std::string after = c.sentence.substr(c.quote_in_sentence + c.quote.size());
    c.quote += kScript + kTerminal;
    c.sentence = kBidi + before + c.quote + after + kLines + kTemplate;
    c.quote_in_sentence = kBidi.size() + before.size();
    c.speaker = kScript + kBidi;
    c.subject += kAttribute;
    c.unit += "<b>";
    c.doubt = kTerminal;
    c.language = "ar\" dir=\"ltr";
    c.published = "2025-03-02<i>";
    c.article = report.articles[0].id;
  }
  claims[0].quote_in_sentence = 4000000000;  // beyond the sentence
  claims[1].quote_in_sentence = 1;           // within a character
  claims[2].quote = "nowhere to be found";
  claims[3].value = "9e999999999";
  claims[3].low = "not a number";
  claims[4].line = 0;
  claims[5].sentence.clear();
  claims[6].quote.clear();
  report.claims = claims;

  for (Finding& f : report.findings) {
    f.message = kScript + kTerminal + kBidi + kLines;
    f.explanation = {kScript, kTerminal, kBidi, kLines, kTemplate};
    f.subject = kScript;
    f.metric = kAttribute;
    f.rule = kTemplate;
    f.likely_slip = kTerminal + kScript;
    f.id += kAttribute;
    f.gap.ratio = kScript;
    f.gap.unit = kTerminal;
  }
  report.problems.push_back({kTerminal + kScript, kBidi + kLines});
  report.coverage.skipped[kScript + kTerminal] = 3;
  return report;
}

Report CleanReport() {
  Report report = SampleReport();
  report.findings.clear();
  report.problems.clear();
  report.coverage.agreeing = 0;
  return report;
}

}  // namespace crosscheck
