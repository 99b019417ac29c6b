#include "reports/testing/large_report.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "checker/model/time_scope.h"

namespace crosscheck {
namespace {

// Knuth's MMIX generator: the same numbers everywhere.
class Dice {
 public:
  uint64_t Roll(uint64_t sides) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return (state_ >> 33) % sides;
  }

 private:
  uint64_t state_ = 2025;
};

struct Place {
  const char* en;
  const char* ar;
};
constexpr Place kPlaces[] = {{"Marsa Nour", "مرسى نور"},
                             {"Wadi Safa", "وادي صفا"},
                             {"Port Halim", "ميناء حليم"},
                             {"Tell Amal", "تل أمل"},
                             {"Ras Zahra", "رأس زهرة"}};
constexpr const char* kOutlets[] = {"The Harbour Post", "Coast Wire",
                                    "صحيفة الشاطئ",  // "The Shore"
                                    "The Delta Record",
                                    "خبر اليوم",  // "News of the Day"
                                    "Northern Star"};

struct Kind {
  const char* kind;
  const char* unit;
  const char* metric;
  const char* en;  // {} is the figure
  const char* ar;
};
// In Arabic: "the cost of the project reached {} million dollars"; "{} people
// were killed in the flood"; "the turnout reached {} per cent"; "the bridge was
// opened in the year {}".
constexpr Kind kKinds[] = {
    {"money", "USD", "construction_cost",
     "The project will cost ${} million, the ministry said.",
     "وبلغت كلفة المشروع {} مليون دولار، بحسب الوزارة."},
    {"count", "death", "deaths", "At least {} people died in the flood.",
     "وقُتل ما لا يقل عن {} شخصا في السيل."},
    {"percent", "percent", "turnout", "Turnout reached {}% by the evening.",
     "وبلغت نسبة المشاركة {}% عند المساء."},
    {"date", "", "opened_on", "The bridge was opened in {} after long delays.",
     "وافتتح الجسر عام {} بعد تأخر طويل."},
};

class Builder {
 public:
  Report Build(size_t findings, size_t articles) {
    report_.tool_version = "0.1.0";
    report_.rules_digest = "large";
    for (size_t a = 0; a < articles; ++a) AddArticle(a);
    const size_t stories = std::max<size_t>(articles / 3, 1);
    for (size_t f = 0; f < findings; ++f) AddFinding(f, f % stories);
    report_.coverage.figures = report_.claims.size();
    report_.coverage.claims = report_.claims.size();
    report_.coverage.linked = report_.claims.size();
    report_.coverage.compared = report_.claims.size();
    report_.coverage.skipped = {{"phone", articles}};
    return std::move(report_);
  }

 private:
  void AddArticle(size_t a) {
    ReportArticle article;
    article.id = fmt::format("{:05}.txt", a);
    article.path = "archive/" + article.id;
    article.outlet = kOutlets[a % std::size(kOutlets)];
    const bool arabic = article.outlet[0] < 0;
    article.language = arabic ? "ar" : "en";
    article.url = fmt::format("https://news.example/{}", a);
    article.published = ToIsoDate(Day{20000 + static_cast<int>(a / 12)});
    const Place& place = kPlaces[a / 3 % std::size(kPlaces)];
    article.title = arabic ? fmt::format("{}: الحصيلة {}", place.ar, a / 3)
                           : fmt::format("{}: story {}", place.en, a / 3);
    article.text = article.title + "\n";
    for (int line = 0; line < 4; ++line) {
      article.text += arabic
                          // "Residents followed the news through the day."
                          ? "وتابع السكان الأخبار طوال اليوم من دون انقطاع.\n"
                          : "Residents followed the news all day long, from "
                            "the first call to the last.\n";
    }
    const auto at = static_cast<uint32_t>(article.text.size());
    article.text += "0800 555 010\n";
    article.skipped = {{at, at + 12, "phone"}};
    if (a % 6 == 5) article.copy_of = report_.articles[a - 1].id;
    report_.articles.push_back(std::move(article));
  }

  uint32_t AddClaim(size_t a, const Kind& kind, uint64_t number) {
    ReportArticle& article = report_.articles[a];
    const bool arabic = article.language == "ar";
    ReportClaim c;
    c.id = fmt::format("c{}", report_.claims.size() + 1);
    c.article = article.id;
    c.outlet = article.outlet;
    c.published = article.published;
    c.language = article.language;
    c.kind = kind.kind;
    c.unit = kind.unit;
    c.metric = kind.metric;
    c.metric_known = true;
    c.modality = "exact";
    c.subject = kPlaces[a / 3 % std::size(kPlaces)].en;
    c.quote = std::to_string(number);
    c.value = c.low = c.high = c.quote;
    if (c.kind == "money") {
      c.value += "000000";
      c.low = std::to_string(number * 10 - 5) + "00000";
      c.high = std::to_string(number * 10 + 5) + "00000";
      c.high_included = false;
    } else if (c.kind == "date") {
      c.low += "-01-01";
      c.high += "-12-31";
    }
    const std::string_view pattern = arabic ? kind.ar : kind.en;
    const size_t slot = pattern.find("{}");
    c.sentence = std::string(pattern.substr(0, slot)) + c.quote +
                 std::string(pattern.substr(slot + 2));
    c.quote_in_sentence = static_cast<uint32_t>(slot);
    c.begin_in_text = static_cast<uint32_t>(article.text.size() + slot);
    c.end_in_text = c.begin_in_text + static_cast<uint32_t>(c.quote.size());
    c.begin_byte = c.begin_in_text;
    c.end_byte = c.end_in_text;
    c.line = 7;
    c.when_first = c.when_last = c.published;
    c.when_basis = "publication";
    c.rules = {"en.number.digits"};
    article.text += c.sentence + "\n";
    report_.claims.push_back(std::move(c));
    return static_cast<uint32_t>(report_.claims.size() - 1);
  }

  void AddFinding(size_t f, size_t story) {
    const Kind& kind = kKinds[dice_.Roll(std::size(kKinds))];
    const bool is_date = std::string_view(kind.kind) == "date";
    const uint64_t base = is_date ? 1990 + dice_.Roll(30) : 5 + dice_.Roll(90);
    Finding it;
    it.id = fmt::format("f{}", f + 1);
    it.fingerprint = fmt::format("{:016x}", (f + 1) * 0x9e3779b97f4a7c15u);
    it.subject = kPlaces[story % std::size(kPlaces)].en;
    it.metric = kind.metric;
    it.clash_count = 2;
    const uint64_t other = is_date ? base + 1 + dice_.Roll(9) : base * 10;
    const size_t members = 2 + dice_.Roll(3);
    for (size_t m = 0; m < members; ++m) {
      const size_t a = std::min(story * 3 + m % 3, report_.articles.size() - 1);
      it.claims.push_back(AddClaim(a, kind, m % 2 == 0 ? base : other));
    }
    const uint64_t kindness = dice_.Roll(10);
    it.verdict = kindness < 6   ? Verdict::kConflict
                 : kindness < 7 ? Verdict::kUpdate
                 : kindness < 9 ? Verdict::kCompatible
                                : Verdict::kUndecided;
    const bool conflict = it.verdict == Verdict::kConflict;
    it.severity =
        conflict ? static_cast<Severity>(1 + dice_.Roll(3)) : Severity::kNone;
    it.level = !conflict                        ? Level::kNote
               : it.severity == Severity::kHigh ? Level::kError
                                                : Level::kWarning;
    it.rule = conflict ? (is_date ? "compare.dates" : "compare.disjoint")
                       : "compare.bounds";
    if (!is_date) it.gap = {"10", std::to_string(other - base), kind.unit};
    if (conflict && !is_date) it.likely_slip = "a factor of 10";
    it.message = fmt::format("{}: {} against {}", it.metric, base, other);
    it.explanation = {"taken for one fact: they name one place",
                      "no value fits both"};
    const uint64_t state = dice_.Roll(12);
    it.state = state == 0   ? FindingState::kKnown
               : state == 1 ? FindingState::kDismissed
                            : FindingState::kNew;
    report_.findings.push_back(std::move(it));
  }

  Report report_;
  Dice dice_;
};

}  // namespace

Report LargeReport(size_t findings, size_t articles) {
  return Builder().Build(findings, articles);
}

}  // namespace crosscheck
