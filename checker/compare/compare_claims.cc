#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "checker/compare/compare_times.h"
#include "checker/compare/find_findings.h"

namespace crosscheck {
namespace {

// Not comparable after all: the figures may differ, and both may stand.
void Excuse(FigureComparison& result, Verdict verdict, std::string_view rule,
            std::string why) {
  result.verdict = verdict;
  result.rule = rule;
  result.severity = Severity::kNone;
  result.likely_slip.clear();
  result.steps.push_back(std::move(why));
}

bool IsTally(const Claim& claim, const CompareSettings& settings) {
  if (claim.quantity.kind != QuantityKind::kCount) return false;
  return std::any_of(claim.facets.begin(), claim.facets.end(),
                     [&](const Facet& facet) {
                       return settings.tally_axes.contains(facet.axis);
                     });
}

std::string SayDays(const DayRange& days) {
  if (!IsBounded(days)) return "an open time";
  if (days.first == days.last) return ToIsoDate(*days.first);
  return fmt::format("{} to {}", ToIsoDate(*days.first), ToIsoDate(*days.last));
}

// Both sentences say when, and the times share no day.
bool TimesApart(const Claim& a, const Claim& b) {
  if (a.quantity.kind == QuantityKind::kDate ||
      b.quantity.kind == QuantityKind::kDate) {
    return false;
  }
  if (a.when.basis != TimeBasis::kWritten ||
      b.when.basis != TimeBasis::kWritten || !IsBounded(a.when.days) ||
      !IsBounded(b.when.days)) {
    return false;
  }
  const Granularity coarser = std::max(a.when.granularity, b.when.granularity);
  if (coarser > Granularity::kDay && coarser < Granularity::kUnknown) {
    return !Meets(WholePeriod(a.when.days, coarser),
                  WholePeriod(b.when.days, coarser));
  }
  DayRange wide = b.when.days;
  wide.first = AddDays(*wide.first, -1);
  wide.last = AddDays(*wide.last, 1);
  return !Meets(a.when.days, wide);
}

// Days between two publications; 0 when either is unknown.
int PublishedApart(const CompareArticle& a, const CompareArticle& b) {
  if (!a.published || !b.published || !IsBounded(*a.published) ||
      !IsBounded(*b.published)) {
    return 0;
  }
  if (Meets(*a.published, *b.published)) return 0;
  return *a.published->last < *b.published->first
             ? b.published->first->number - a.published->last->number
             : a.published->first->number - b.published->last->number;
}

Severity Lower(Severity severity) {
  return severity > Severity::kLow
             ? static_cast<Severity>(static_cast<int>(severity) - 1)
             : severity;
}

}  // namespace

FigureComparison CompareClaims(const Claim& a, const Claim& b,
                               const ClaimLink& link,
                               absl::Span<const CompareArticle> articles,
                               const CompareSettings& settings) {
  FigureComparison result = CompareFigures(a.quantity, b.quantity, settings);
  if (result.verdict != Verdict::kConflict) return result;
  if (!link.blocked.empty()) {
    Excuse(result, Verdict::kUndecided, "compare.scope",
           fmt::format("not comparable, because the scope differs: {}",
                       link.blocked));
    return result;
  }
  if ((a.quantity.change == ChangeRole::kFrom) !=
          (b.quantity.change == ChangeRole::kFrom) ||
      (a.quantity.change == ChangeRole::kBy) !=
          (b.quantity.change == ChangeRole::kBy)) {
    Excuse(result, Verdict::kUndecided, "compare.scope",
           "not comparable, because one is a part of a change (from, to, by) "
           "that the other is not");
    return result;
  }
  if (a.quantity.direction != b.quantity.direction &&
      a.quantity.direction != Direction::kNone &&
      b.quantity.direction != Direction::kNone &&
      a.quantity.change == ChangeRole::kBy) {
    Excuse(result, Verdict::kUndecided, "compare.scope",
           "not comparable, because one rises and the other falls");
    return result;
  }
  if (a.negated != b.negated || a.hypothetical != b.hypothetical) {
    Excuse(result, Verdict::kUndecided, "compare.scope",
           a.negated != b.negated
               ? "not comparable, because one of them is denied"
               : "not comparable, because one of them is only supposed");
    return result;
  }
  if (TimesApart(a, b)) {
    Excuse(result, Verdict::kUndecided, "compare.time",
           fmt::format("not comparable, because they speak of {} and of {}",
                       SayDays(a.when.days), SayDays(b.when.days)));
    return result;
  }
  const int apart = PublishedApart(articles[a.article], articles[b.article]);
  if (apart > 0 && IsTally(a, settings) && IsTally(b, settings)) {
    Excuse(result, Verdict::kUpdate, "compare.update",
           fmt::format("a count that grows as the story goes on, published {} "
                       "day{} apart",
                       apart, apart == 1 ? "" : "s"));
    return result;
  }
  const bool timeless =
      a.quantity.kind == QuantityKind::kDate || link.same_metric;
  if (apart > settings.stale_days && !timeless) {
    Excuse(result, Verdict::kUpdate, "compare.update",
           fmt::format("published {} days apart: it may have changed since",
                       apart));
    return result;
  }
  if (!a.speaker.empty() && !b.speaker.empty() && a.speaker != b.speaker) {
    result.severity = Lower(result.severity);
    result.steps.push_back(fmt::format(
        "two parties are quoted: \"{}\" and \"{}\"", a.speaker, b.speaker));
  }
  return result;
}

}  // namespace crosscheck
