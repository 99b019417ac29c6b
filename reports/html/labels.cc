#include "reports/html/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "checker/model/decimal.h"
#include "checker/model/time_scope.h"
#include "reports/html/svg.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

// A gap of 66.67 is "67 times", one of 1.868 "1.9 times".
std::string RoundedRatio(const std::string& ratio) {
  constexpr size_t kMostDigits = 30;
  if (ratio.size() > kMostDigits ||
      ratio.find_first_not_of("0123456789.") != std::string::npos) {
    return ratio;
  }
  const auto value = Decimal::Parse(ratio);
  return value ? value->RoundedTo(2).ToShortString() : ratio;
}

// A ratio that says more than the difference: 5 times, not 1.03 times.
bool Tells(const std::string& ratio) {
  const auto value = Decimal::Parse(ratio);
  return !value || *value >= Decimal(15, -1);
}

// How far apart two dates are, in the unit of the one printed more coarsely:
// 2021 and 2023 are two years apart, not the 366 days between them. Empty
// where that comes to nothing or both name a day.
std::string DateGap(const ReportClaim& a, const ReportClaim& b,
                    const Phrasebook& book) {
  const auto first = ParseIsoDate(a.value), second = ParseIsoDate(b.value);
  if (!first || !second || !first->days.first || !second->days.first) return "";
  const Granularity coarser = std::max(first->granularity, second->granularity);
  const YearMonthDay x = ToYearMonthDay(*first->days.first);
  const YearMonthDay y = ToYearMonthDay(*second->days.first);
  int apart = std::abs(x.year - y.year);
  if (coarser == Granularity::kMonth) {
    apart = std::abs((x.year - y.year) * 12 + x.month - y.month);
  } else if (coarser != Granularity::kYear) {
    return "";
  }
  if (apart == 0) return "";
  return book.Count(
      coarser == Granularity::kYear ? Phrase::kYears : Phrase::kMonths,
      static_cast<uint64_t>(apart));
}

}  // namespace

std::string OutletOf(const ReportClaim& claim) {
  return claim.outlet.empty() ? claim.article : claim.outlet;
}

std::string OutletOf(const ReportArticle& article) {
  return article.outlet.empty() ? article.id : article.outlet;
}

namespace {

struct Outlets {
  std::vector<std::string> names;
  size_t more = 0;
};

Outlets FirstOutlets(const Context& context, const ValueGroup& group,
                     size_t most) {
  Outlets out;
  for (uint32_t c : group.claims) {
    std::string name = OutletOf(context.view.Claim(c));
    if (std::find(out.names.begin(), out.names.end(), name) ==
        out.names.end()) {
      out.names.push_back(std::move(name));
      // Beyond a hundred nobody counts; and the search stays cheap.
      if (out.names.size() > 100) break;
    }
  }
  if (out.names.size() > most) {
    out.more = out.names.size() - most;
    out.names.resize(most);
  }
  return out;
}

}  // namespace

std::string OutletsOf(const Context& context, const ValueGroup& group,
                      size_t most) {
  // Labels are cut by the picture's edge; this only bounds their bytes.
  constexpr int kMostColumns = 60;
  const Outlets outlets = FirstOutlets(context, group, most);
  std::string out;
  for (const std::string& name : outlets.names) {
    if (!out.empty()) out += context.book.Say(Phrase::kComma);
    out += Isolated(Shortened(name, kMostColumns));
  }
  if (outlets.more > 0) out += fmt::format(" +{}", outlets.more);
  return out;
}

void WriteOutlets(const Context& context, const ValueGroup& group, size_t most,
                  Page& page) {
  const Outlets outlets = FirstOutlets(context, group, most);
  for (size_t i = 0; i < outlets.names.size(); ++i) {
    if (i > 0) page.Text(context.book.Say(Phrase::kComma));
    page.Name(outlets.names[i]);
  }
  if (outlets.more > 0) page.Name(fmt::format(" +{}", outlets.more));
}

std::string FactText(const Context& context, const Finding& finding) {
  std::string fact = FactWords(finding.subject, finding.metric, context.book);
  if (fact.empty()) return std::string(context.book.Say(Phrase::kOneFact));
  return fact;
}

void WriteFact(const Context& context, const Finding& finding, Page& page) {
  if (finding.subject.empty() && finding.metric.empty()) {
    page.Text(context.book.Say(Phrase::kOneFact));
    return;
  }
  if (!finding.subject.empty()) page.Name(finding.subject);
  if (!finding.subject.empty() && !finding.metric.empty()) page.Raw(" · ");
  if (!finding.metric.empty()) {
    page.Name(MetricWords(finding.metric, context.book));
  }
}

std::string AllowedWords(const Context& context, const ReportClaim& claim) {
  const Phrasebook& book = context.book;
  if (claim.kind == "score" || claim.low == claim.high) return "";
  if (claim.kind == "date") {
    const std::string low = book.DateWords(claim.low);
    const std::string high = book.DateWords(claim.high);
    if (low.empty()) return book.Say(Phrase::kDateOrEarlier, {{"x", high}});
    if (high.empty()) return book.Say(Phrase::kDateOrLater, {{"x", low}});
    return book.Say(Phrase::kRange, {{"low", low}, {"high", high}});
  }
  if (claim.high.empty()) {
    return book.Say(claim.low_included ? Phrase::kOrMore : Phrase::kAbove,
                    {{"x", NumberWords(claim.low, book)}});
  }
  if (claim.low.empty()) {
    return book.Say(claim.high_included ? Phrase::kOrLess : Phrase::kBelow,
                    {{"x", NumberWords(claim.high, book)}});
  }
  return RangeWords(claim, book);
}

std::string GapText(const Context& context, const Finding& finding,
                    bool in_sentence) {
  const Phrasebook& book = context.book;
  const std::string ratio = RoundedRatio(finding.gap.ratio);
  if (!ratio.empty() && ratio != "1" &&
      (Tells(ratio) || finding.gap.absolute.empty())) {
    return book.Count(in_sentence ? Phrase::kTimesSentence : Phrase::kTimes,
                      NumberWords(ratio, book));
  }
  if (finding.gap.absolute.empty()) return "";
  const Phrase apart = in_sentence ? Phrase::kApartSentence : Phrase::kApart;
  if (finding.claims.size() > 1) {
    const ReportClaim& a = context.view.Claim(finding.claims[0]);
    const ReportClaim& b = context.view.Claim(finding.claims[1]);
    if (a.kind == "date" && b.kind == "date") {
      const std::string dates = DateGap(a, b, book);
      if (!dates.empty()) return book.Say(apart, {{"x", dates}});
    }
  }
  ReportClaim gap;
  gap.kind = finding.claims.empty()
                 ? "quantity"
                 : context.view.Claim(finding.claims[0]).kind;
  if (gap.kind == "date" || gap.kind == "duration") gap.kind = "quantity";
  gap.value = finding.gap.absolute;
  // Counts differ by a number, whatever the noun.
  if (gap.kind == "count") {
    gap.kind = "quantity";
  } else {
    gap.unit = finding.gap.unit;
  }
  return book.Say(apart, {{"x", FigureWords(gap, book)}});
}

std::string SlipText(const Context& context, const Finding& finding) {
  if (finding.likely_slip.empty()) return "";
  const std::string_view name =
      context.book.Term("slip." + finding.likely_slip);
  return context.book.Say(
      Phrase::kLooksLike,
      {{"slip", name.empty() ? std::string_view(finding.likely_slip) : name}});
}

std::string SignOf(Verdict verdict) {
  return fmt::format("sign-{}", ToString(verdict));
}

void WriteVerdict(const Context& context, const Finding& finding, Page& page) {
  page.Raw("<span class=\"badge ")
      .Raw(SignOf(finding.verdict))
      .Raw("\">")
      .Text(context.book.TermOr("verdict.", ToString(finding.verdict)));
  if (finding.verdict == Verdict::kConflict &&
      finding.severity != Severity::kNone) {
    page.Raw(" · ").Text(
        context.book.TermOr("severity.", ToString(finding.severity)));
  }
  page.Raw("</span>");
}

void WriteDate(const Context& context, std::string_view date, Page& page) {
  if (date.empty()) return;
  const auto iso = ParseIsoDate(date);
  if (!iso) {
    page.Raw("<span class=\"date\">").Name(date).Raw("</span>");
    return;
  }
  page.Raw("<time class=\"date\" datetime=\"")
      .Attribute(date.substr(0, 10))
      .Raw("\">")
      .Name(context.book.DateWords(date.substr(0, 10)))
      .Raw("</time>");
}

void WriteHeading(int level, std::string_view id, std::string_view text,
                  Page& page) {
  page.Raw(fmt::format("<h{} id=\"{}\">", level, id))
      .Text(text)
      .Raw(fmt::format("</h{}>", level));
}

}  // namespace crosscheck
