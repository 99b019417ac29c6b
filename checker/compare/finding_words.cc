#include "checker/compare/finding_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "absl/strings/ascii.h"

namespace crosscheck {
namespace {

// What is counted stands behind its figure with no more than this between:
// "12 of the men".
constexpr uint32_t kMostBetween = 24;  // bytes

std::string Spaced(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

// On one line.
std::string OneLine(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(),
      [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return out;
}

}  // namespace

std::string FindingWords::Where(uint32_t claim) const {
  const CompareArticle& article = articles_[claims_[claim].article];
  std::string out(article.outlet.empty() ? article.id : article.outlet);
  if (article.published && IsBounded(article.published->days) &&
      article.published->days.first == article.published->days.last) {
    out += ", " + ToIsoDate(*article.published->days.first);
  }
  return out;
}

std::string FindingWords::Printed(uint32_t claim) const {
  const Claim& said = claims_[claim];
  Span span = said.quantity.span;
  if (!IsEmpty(said.counted) && said.counted.end > span.end &&
      said.counted.begin <= span.end + kMostBetween) {
    span.end = said.counted.end;
  }
  std::string out =
      fmt::format("\"{}\"", OneLine(Cut(articles_[said.article].text, span)));
  if (said.quantity.relative && !said.quantity.iso.empty()) {
    out += fmt::format(" [{}]", Say(said.quantity));
  }
  return out;
}

std::string FindingWords::Topic(const Finding& finding) const {
  const Claim& a = claims_[finding.claims[0]];
  const Claim& b = claims_[finding.claims[1]];
  std::string topic = finding.subject;
  const auto add = [&](std::string_view name) {
    if (!topic.empty()) topic += ", ";
    topic += Spaced(name);
  };
  if (a.metric_known || b.metric_known) {
    add(finding.metric);
  } else {
    for (const Facet& facet : a.facets) {
      // The quotes say what is counted.
      if (facet.value == a.noun && facet.value == b.noun) continue;
      const bool shared = std::any_of(
          b.facets.begin(), b.facets.end(), [&](const Facet& other) {
            return other.axis == facet.axis && other.value == facet.value;
          });
      if (shared) add(facet.value);
    }
  }
  if (topic.empty()) return "One fact";
  topic[0] = absl::ascii_toupper(static_cast<unsigned char>(topic[0]));
  return topic;
}

std::string FindingWords::Message(const Finding& finding,
                                  const FigureComparison& worst) const {
  const uint32_t a = finding.claims[0], b = finding.claims[1];
  const bool one_article = claims_[a].article == claims_[b].article;
  const std::string sides =
      one_article ? fmt::format("{} says both {} and {}", Where(a), Printed(a),
                                Printed(b))
                  : fmt::format("{} ({}) against {} ({})", Printed(a), Where(a),
                                Printed(b), Where(b));
  std::string verdict;
  switch (finding.verdict) {
    case Verdict::kConflict:
      verdict = "they cannot both stand";
      if (!finding.gap.ratio.empty() && worst.rule == "compare.disjoint") {
        const auto ratio = Decimal::Parse(finding.gap.ratio);
        if (ratio && *ratio >= Decimal(15, -1)) {
          verdict += fmt::format(", one is {} times the other",
                                 ratio->RoundedTo(2).ToShortString());
        }
      }
      if (!finding.likely_slip.empty()) {
        verdict += fmt::format(" (looks like {})", finding.likely_slip);
      }
      break;
    case Verdict::kUpdate:
      verdict = "the later one may be an update";
      break;
    case Verdict::kCompatible:
      verdict = "they agree as far as they are worded";
      break;
    case Verdict::kUndecided:
      verdict = worst.steps.empty() ? "undecided" : worst.steps.back();
      break;
    case Verdict::kAgree:
      verdict = "they agree";
      break;
  }
  return fmt::format("{}: {}; {}", Topic(finding), sides, verdict);
}

std::string FindingWords::Remedy(const Finding& finding) const {
  return fmt::format(
      "it would go away if {} and {} allowed one value, or if either sentence "
      "said what sets it apart (time, place, scope)",
      Printed(finding.claims[0]), Printed(finding.claims[1]));
}

}  // namespace crosscheck
