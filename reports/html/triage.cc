#include "reports/html/triage.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "checker/model/decimal.h"
#include "reports/alert/alert.h"
#include "reports/html/labels.h"
#include "reports/html/pictures.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

struct Counts {
  uint64_t open_conflicts = 0;
  uint64_t conflicts[4] = {};  // open ones, by severity
  uint64_t updates = 0, compatible = 0, undecided = 0;  // open ones
  uint64_t known = 0, dismissed = 0, unlevelled = 0;
};

Counts Count(const Report& report) {
  Counts counts;
  for (const Finding& finding : report.findings) {
    if (finding.verdict == Verdict::kAgree) continue;  // in the coverage
    if (!IsShown(finding)) {
      ++counts.unlevelled;
    } else if (!IsOpen(finding)) {
      ++(finding.state == FindingState::kKnown ? counts.known
                                               : counts.dismissed);
    } else if (finding.verdict == Verdict::kConflict) {
      ++counts.open_conflicts;
      ++counts.conflicts[static_cast<int>(finding.severity)];
    } else if (finding.verdict == Verdict::kUpdate) {
      ++counts.updates;
    } else if (finding.verdict == Verdict::kCompatible) {
      ++counts.compatible;
    } else {
      ++counts.undecided;
    }
  }
  return counts;
}

uint64_t Skipped(const Coverage& coverage) {
  uint64_t total = 0;
  for (const auto& [reason, count] : coverage.skipped) total += count;
  return total;
}

// How far apart, as a whole number that sorts: ten times the logarithm of the
// ratio would do; the digits of its hundredfold do as well.
uint64_t GapRank(const Finding& finding) {
  const std::string& ratio = finding.gap.ratio;
  uint64_t rank = 0;
  bool fraction = false;
  int places = 0;
  for (char c : ratio) {
    if (c == '.') {
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9' || rank > 1'000'000'000'000'000) break;
    if (fraction && ++places > 2) break;
    rank = rank * 10 + (c - '0');
  }
  for (places = std::min(places, 2); places < 2 && rank > 0; ++places) {
    if (rank > 1'000'000'000'000'000) break;
    rank *= 10;
  }
  return rank;
}

void WriteTile(std::string_view style, std::string_view sign,
               std::string_view label, uint64_t count, Page& page) {
  page.Raw("<div class=\"tile ").Raw(style);
  if (count == 0) page.Raw(" none");
  page.Raw(sign.empty() ? "\"><dt>" : "\"><dt class=\"sign-").Raw(sign);
  if (!sign.empty()) page.Raw("\">");
  page.Text(label).Raw("</dt><dd>").Number(count).Raw("</dd></div>");
}

}  // namespace

void WriteVerdictBar(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  const Report& report = context.view.report();
  const Counts counts = Count(report);
  const bool clean = counts.open_conflicts == 0;
  page.Raw(clean ? "<section class=\"verdict clean\" id=\"result\" "
                   "aria-labelledby=\"result-h\">"
                 : "<section class=\"verdict\" id=\"result\" "
                   "aria-labelledby=\"result-h\">");
  page.Raw("<h2 id=\"result-h\">")
      .Text(clean ? std::string(book.Say(Phrase::kResultClean))
                  : book.Count(Phrase::kResultConflicts, counts.open_conflicts))
      .Raw("</h2><p class=\"creed\">")
      .Text(book.Say(clean ? Phrase::kCreedClean : Phrase::kCreed))
      .Raw("</p><dl class=\"tiles\">");
  const auto tile = [&](std::string_view style, std::string_view sign,
                        std::string label, uint64_t count) {
    WriteTile(style, sign, label, count, page);
  };
  const auto conflict = [&](std::string_view severity) {
    return fmt::format("{} · {}", book.TermOr("verdict.", "conflict"),
                       book.TermOr("severity.", severity));
  };
  tile("conflict high", "conflict", conflict("high"), counts.conflicts[3]);
  tile("conflict medium", "conflict", conflict("medium"), counts.conflicts[2]);
  tile("conflict low", "conflict", conflict("low"),
       counts.conflicts[1] + counts.conflicts[0]);
  tile("update", "update", book.TermOr("verdict.", "update"), counts.updates);
  tile("undecided", "undecided", book.TermOr("verdict.", "undecided"),
       counts.undecided);
  tile("compatible", "compatible", book.TermOr("verdict.", "compatible"),
       counts.compatible);
  if (context.view.has_states()) {
    tile("known", "", std::string(book.Say(Phrase::kKnownTile)), counts.known);
    tile("dismissed", "", std::string(book.Say(Phrase::kDismissedTile)),
         counts.dismissed);
  }
  if (!report.against.empty()) {
    tile("resolved", "", std::string(book.Say(Phrase::kResolvedTile)),
         report.resolved.size());
  }
  page.Raw("</dl>");
  if (!report.against.empty()) {
    page.Raw("<p class=\"fine\">")
        .Pattern(book.Say(Phrase::kAgainst), {{"x", report.against}})
        .Raw("</p>");
  }
  page.Raw("<p class=\"coverage\">");
  const Coverage& coverage = report.coverage;
  page.Pattern(
      book.Say(Phrase::kCoverageLine),
      {{"figures", book.Count(Phrase::kFigures, coverage.figures)},
       {"articles", book.Count(Phrase::kArticles, report.articles.size())},
       {"claims", book.Count(Phrase::kClaims, coverage.claims)},
       {"compared", GroupedDigits(coverage.compared)},
       {"skipped", GroupedDigits(Skipped(coverage))}});
  page.Raw(" <a href=\"")
      .Raw(context.ToMethod("coverage"))
      .Raw("\">")
      .Text(book.Say(Phrase::kCoverageLink))
      .Raw("</a></p>");
  if (coverage.agreeing + counts.unlevelled > 0) {
    page.Raw("<p class=\"fine\">")
        .Pattern(book.Say(Phrase::kNotShown),
                 {{"agreeing", GroupedDigits(coverage.agreeing)},
                  {"unlevelled", GroupedDigits(counts.unlevelled)}})
        .Raw("</p>");
  }
  if (!report.problems.empty()) {
    page.Raw("<p class=\"warning sign-undecided\">")
        .Text(book.Count(Phrase::kProblemsLine, report.problems.size()))
        .Raw(" <a href=\"")
        .Raw(context.ToMethod("problems"))
        .Raw("\">")
        .Text(book.Say(Phrase::kProblemsLink))
        .Raw("</a></p>");
  }
  page.Raw("</section>");
}

void WriteOverview(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  const ReportView& view = context.view;
  if (view.shown().empty()) return;
  const Counts counts = Count(view.report());
  constexpr std::string_view kConflict = "conflict";
  const auto conflict = [&](std::string_view severity) {
    return fmt::format("{} · {}", book.TermOr("verdict.", kConflict),
                       book.TermOr("severity.", severity));
  };
  std::vector<CountBar> facts = {
      {conflict("high"), "", "conflict high", counts.conflicts[3]},
      {conflict("medium"), "", "conflict medium", counts.conflicts[2]},
      {conflict("low"), "", "conflict low",
       counts.conflicts[1] + counts.conflicts[0]},
      {book.TermOr("verdict.", "update"), "", "update", counts.updates},
      {book.TermOr("verdict.", "undecided"), "", "undecided", counts.undecided},
      {book.TermOr("verdict.", "compatible"), "", "compatible",
       counts.compatible}};
  if (counts.known > 0) {
    facts.push_back(
        {std::string(book.Say(Phrase::kKnownTile)), "", "known", counts.known});
  }
  if (counts.dismissed > 0) {
    facts.push_back({std::string(book.Say(Phrase::kDismissedTile)), "", "known",
                     counts.dismissed});
  }
  facts.erase(
      std::remove_if(facts.begin(), facts.end(),
                     [](const CountBar& bar) { return bar.count == 0; }),
      facts.end());
  // The articles with most conflicts.
  constexpr size_t kMostArticles = 8;
  std::vector<std::pair<uint64_t, uint32_t>> articles;
  for (uint32_t a = 0; a < view.report().articles.size(); ++a) {
    uint64_t count = 0;
    for (uint32_t f : view.FindingsOf(a)) {
      const Finding& finding = view.FindingAt(f);
      count += finding.verdict == Verdict::kConflict && IsOpen(finding);
    }
    if (count > 0) articles.emplace_back(count, a);
  }
  std::stable_sort(
      articles.begin(), articles.end(),
      [](const auto& x, const auto& y) { return x.first > y.first; });
  std::vector<CountBar> bars;
  for (const auto& [count, a] : articles) {
    if (bars.size() == kMostArticles) break;
    const ReportArticle& article = view.report().articles[a];
    std::string label = OutletOf(article);
    if (!article.title.empty()) label += " – " + article.title;
    bars.push_back(
        {std::move(label), context.ToArticle(a), "conflict high", count});
  }
  page.Raw("<section class=\"overview\" aria-labelledby=\"overview\">");
  WriteHeading(2, "overview", book.Say(Phrase::kOverview), page);
  page.Raw("<div class=\"pair\">");
  WriteBars(context, "p-facts", book.Say(Phrase::kFactsBySeverity),
            book.Say(Phrase::kVerdictHeading), facts, page);
  if (!bars.empty()) {
    page.Raw("<div>");
    WriteBars(context, "p-articles", book.Say(Phrase::kArticlesByConflicts),
              book.Say(Phrase::kArticle), bars, page);
    page.Raw("<p class=\"fine\">")
        .Pattern(book.Say(Phrase::kArticlesWithout),
                 {{"with", GroupedDigits(articles.size())},
                  {"all", GroupedDigits(view.report().articles.size())}})
        .Raw("</p></div>");
  }
  page.Raw("</div></section>");
}

void WriteSearchAll(const Context& context, Page& page) {
  const Phrasebook& book = context.book;
  page.Raw(
          "<form class=\"find js\" role=\"search\" "
          "data-all=\"search.html\"><div class=\"field grow\"><label "
          "for=\"qa\">")
      .Text(book.Say(Phrase::kSearch))
      .Raw(
          "</label><input id=\"qa\" type=\"search\" autocomplete=\"off\" "
          "placeholder=\"")
      .Attribute(book.Say(Phrase::kSearchHint))
      .Raw("\"></div><button type=\"submit\">")
      .Text(book.Count(Phrase::kSearchAll, context.view.shown().size()))
      .Raw("</button></form><p><a href=\"search.html\">")
      .Text(book.Say(Phrase::kSearchHeading))
      .Raw("</a></p>");
}

void WriteControls(const Context& context, std::string_view id, Page& page) {
  const Phrasebook& book = context.book;
  page.Raw("<form class=\"controls js\" role=\"search\" data-list=\"")
      .Raw(id)
      .Raw("\"><div class=\"field grow\"><label for=\"q\">")
      .Text(book.Say(Phrase::kSearch))
      .Raw(
          "</label><input id=\"q\" type=\"search\" autocomplete=\"off\" "
          "placeholder=\"")
      .Attribute(book.Say(Phrase::kSearchHint))
      .Raw("\"></div><div class=\"field\"><label for=\"fv\">")
      .Text(book.Say(Phrase::kVerdictHeading))
      .Raw("</label><select id=\"fv\"><option value=\"\">")
      .Text(book.Say(Phrase::kAll))
      .Raw("</option>");
  for (std::string_view verdict :
       {"conflict", "update", "undecided", "compatible"}) {
    page.Raw("<option value=\"")
        .Raw(verdict)
        .Raw("\">")
        .Text(book.TermOr("verdict.", verdict))
        .Raw("</option>");
  }
  page.Raw("</select></div>");
  if (context.view.has_states()) {
    page.Raw("<div class=\"field\"><label for=\"fs\">")
        .Text(book.Say(Phrase::kStateHeading))
        .Raw("</label><select id=\"fs\"><option value=\"\">")
        .Text(book.Say(Phrase::kAll))
        .Raw("</option>");
    for (std::string_view state : {"new", "reopened", "known", "dismissed"}) {
      page.Raw("<option value=\"")
          .Raw(state)
          .Raw("\">")
          .Text(book.TermOr("state.", state))
          .Raw("</option>");
    }
    page.Raw("</select></div>");
  }
  page.Raw("<div class=\"field\"><label for=\"so\">")
      .Text(book.Say(Phrase::kOrder))
      .Raw("</label><select id=\"so\">");
  const std::pair<std::string_view, Phrase> kOrders[] = {
      {"worst", Phrase::kOrderWorst},
      {"gap", Phrase::kOrderGap},
      {"articles", Phrase::kOrderArticles},
      {"latest", Phrase::kOrderLatest},
      {"name", Phrase::kOrderName}};
  for (const auto& [value, phrase] : kOrders) {
    page.Raw("<option value=\"").Raw(value).Raw("\">").Text(book.Say(phrase));
    page.Raw("</option>");
  }
  page.Raw("</select></div><p class=\"count\" role=\"status\" data-of=\"")
      .Attribute(book.Say(Phrase::kShownOf))
      .Raw("\"></p><button type=\"reset\">")
      .Text(book.Say(Phrase::kShowAll))
      .Raw("</button></form>");
}

namespace {

void WriteChips(const Context& context, const std::vector<ValueGroup>& groups,
                Page& page) {
  constexpr size_t kMostChips = 4;
  page.Raw("<span class=\"chips\">");
  for (size_t i = 0; i < std::min(kMostChips, groups.size()); ++i) {
    const ReportClaim& claim = context.view.Claim(groups[i].claims[0]);
    std::string words = FigureWords(claim, context.book);
    if (words.empty()) words = claim.quote;
    page.Raw(groups[i].clashes ? "<span class=\"chip clash\">"
                               : "<span class=\"chip\">")
        .Name(words)
        .Raw(" <b>")
        .Raw("<span class=\"vh\">")
        .Text(context.book.Count(Phrase::kInArticles, groups[i].articles))
        .Raw("</span><span aria-hidden=\"true\">")
        .Number(groups[i].articles)
        .Raw("</span></b></span> ");
  }
  if (groups.size() > kMostChips) {
    page.Raw("<span class=\"more\">")
        .Text(
            context.book.Count(Phrase::kMoreValues, groups.size() - kMostChips))
        .Raw("</span>");
  }
  page.Raw("</span>");
}

void WriteOutletColumn(const Context& context, const Finding& finding,
                       Page& page) {
  constexpr size_t kMostOutlets = 3;
  ValueGroup all;
  all.claims = finding.claims;
  page.Raw("<span class=\"who\">");
  WriteOutlets(context, all, kMostOutlets, page);
  page.Raw("</span>");
}

// What the script sorts and filters rows by.
void WriteRowFacts(const Context& context, const Finding& finding, Page& page) {
  std::set<uint32_t> articles;
  std::string_view latest;
  for (uint32_t c : finding.claims) {
    articles.insert(context.view.ArticleOf(c));
    latest =
        std::max(latest, std::string_view(context.view.Claim(c).published));
  }
  page.Raw(
      fmt::format(" data-v=\"{}\" data-s=\"{}\" data-g=\"{}\" "
                  "data-n=\"{}\" data-d=\"",
                  ToString(finding.verdict), ToString(finding.state),
                  GapRank(finding), articles.size()));
  page.Attribute(latest.substr(0, 10)).Raw("\"");
}

void WriteRow(const Context& context, uint32_t f, Page& page) {
  const ReportView& view = context.view;
  const Finding& finding = view.FindingAt(f);
  const std::vector<ValueGroup> groups = view.GroupsOf(finding);
  page.Raw(fmt::format("<li class=\"row {} {} {}\"", ToString(finding.verdict),
                       ToString(finding.severity), ToString(finding.state)));
  WriteRowFacts(context, finding, page);
  page.Raw(">");
  WriteVerdict(context, finding, page);
  page.Raw("<a href=\"").Raw(context.ToFinding(f)).Raw("\">");
  WriteFact(context, finding, page);
  page.Raw("</a>");
  WriteChips(context, groups, page);
  page.Raw("<span class=\"gap\">");
  const std::string gap = finding.verdict == Verdict::kConflict
                              ? GapText(context, finding)
                              : std::string();
  if (!gap.empty()) page.Name(gap);
  const std::string slip = SlipText(context, finding);
  if (!slip.empty()) {
    page.Raw(" <span class=\"slip\">").Text(slip).Raw("</span>");
  }
  page.Raw("</span>");
  WriteOutletColumn(context, finding, page);
  if (view.has_states()) {
    page.Raw("<span class=\"state\">")
        .Text(context.book.TermOr("state.", ToString(finding.state)))
        .Raw("</span>");
  }
  page.Raw("</li>");
}

void WriteLine(const Context& context, uint32_t f, Page& page) {
  constexpr size_t kMostValues = 3;
  const ReportView& view = context.view;
  const Finding& finding = view.FindingAt(f);
  const std::vector<ValueGroup> groups = view.GroupsOf(finding);
  page.Raw("<li class=\"").Raw(ToString(finding.verdict)).Raw("\"");
  WriteRowFacts(context, finding, page);
  page.Raw(">");
  WriteVerdict(context, finding, page);
  page.Raw(" <a href=\"").Raw(context.ToFinding(f)).Raw("\">");
  WriteFact(context, finding, page);
  page.Raw("</a> <span class=\"values\">");
  for (size_t i = 0; i < std::min(kMostValues, groups.size()); ++i) {
    const ReportClaim& claim = view.Claim(groups[i].claims[0]);
    std::string words = FigureWords(claim, context.book);
    if (words.empty()) words = claim.quote;
    if (i > 0) page.Raw(" / ");
    page.Name(words);
  }
  if (groups.size() > kMostValues) {
    page.Raw(" ").Text(
        context.book.Count(Phrase::kMoreValues, groups.size() - kMostValues));
  }
  page.Raw("</span> ");
  WriteOutletColumn(context, finding, page);
  page.Raw("</li>");
}

}  // namespace

void WriteLines(const Context& context, std::string_view id,
                const std::vector<uint32_t>& findings, Page& page) {
  page.Raw("<ol class=\"lines\" id=\"").Raw(id).Raw("\">");
  for (uint32_t f : findings) WriteLine(context, f, page);
  page.Raw("</ol>");
}

void WriteTriageList(const Context& context, std::string_view id,
                     const std::vector<uint32_t>& findings, Page& page) {
  const Phrasebook& book = context.book;
  const bool has_states = context.view.has_states();
  page.Raw(has_states ? "<div class=\"rows with-states\">"
                      : "<div class=\"rows\">")
      .Raw("<p class=\"row head\" aria-hidden=\"true\">");
  for (Phrase heading :
       {Phrase::kVerdictHeading, Phrase::kFactHeading, Phrase::kValuesHeading,
        Phrase::kGapHeading, Phrase::kOutletsHeading, Phrase::kStateHeading}) {
    if (heading == Phrase::kStateHeading && !has_states) continue;
    page.Raw("<span>").Text(book.Say(heading)).Raw("</span>");
  }
  page.Raw("</p><ol id=\"").Raw(id).Raw("\">");
  for (uint32_t f : findings) WriteRow(context, f, page);
  page.Raw("</ol></div>");
}

}  // namespace crosscheck
