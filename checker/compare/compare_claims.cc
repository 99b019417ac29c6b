#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "absl/strings/ascii.h"
#include "checker/compare/compare_times.h"
#include "checker/compare/find_findings.h"

namespace crosscheck {
namespace {

// What was counted so long ago is counted to the end.
constexpr int kSettledDays = 90;

// What the claim says on an axis; empty where it says nothing.
std::string_view SaidOn(const Claim& claim, std::string_view axis) {
  const auto at =
      std::find_if(claim.facets.begin(), claim.facets.end(),
                   [&](const Facet& facet) { return facet.axis == axis; });
  return at == claim.facets.end() ? std::string_view() : at->value;
}

bool IsToll(const Claim& claim) { return !SaidOn(claim, "outcome").empty(); }

// Not comparable after all: the figures may differ, and both may stand.
void Excuse(FigureComparison& result, Verdict verdict, std::string_view rule,
            std::string why) {
  result.verdict = verdict;
  result.rule = rule;
  result.severity = Severity::kNone;
  result.likely_slip.clear();
  result.steps.push_back(std::move(why));
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
  if (!AreWritten(a.when, b.when) || !IsBounded(a.when.days) ||
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

// How far apart two articles were published.
struct Apart {
  bool is_known = false;
  bool one_known = false;  // of the two, only one says when
  int64_t days = 0;        // whole days between; 0 on one day
  bool a_first = false;    // where the days differ
  // Two articles of one outlet, which brings its own story up to date.
  bool one_outlet = false;
  // Minutes from a to b, where both give a time of day.
  std::optional<int64_t> minutes;
};

Apart PublishedApart(const CompareArticle& a, const CompareArticle& b) {
  Apart out;
  const auto says = [](const CompareArticle& article) {
    return article.published && IsBounded(article.published->days);
  };
  out.one_known = says(a) != says(b);
  out.one_outlet = !a.outlet.empty() && a.outlet == b.outlet && a.id != b.id;
  if (!says(a) || !says(b)) return out;
  out.is_known = true;
  if (a.published->minute && b.published->minute) {
    out.minutes = *b.published->minute - *a.published->minute;
  }
  const DayRange& x = a.published->days;
  const DayRange& y = b.published->days;
  if (Meets(x, y)) return out;
  out.a_first = *x.last < *y.first;
  out.days = *x.last < *y.first ? y.first->number - x.last->number
                                : x.first->number - y.last->number;
  return out;
}

// Both sentences name the moment their figures hold for, to the day or finer,
// and it is the same.
bool SameStatedMoment(const Claim& a, const Claim& b) {
  // The day beside a toll is that of the event, not of the count.
  if (a.quantity.kind == QuantityKind::kCount) return false;
  return AreWritten(a.when, b.when) &&
         a.when.granularity <= Granularity::kDay &&
         b.when.granularity <= Granularity::kDay &&
         Meets(a.when.days, b.when.days);
}

// Both sentences name one period, over when either appeared, that their figures
// are of, as the inflation of July is: published once, not told anew.
bool SameStatedPeriod(const Claim& a, const Claim& b,
                      absl::Span<const CompareArticle> articles) {
  const auto is_over = [&](const Claim& claim) {
    const std::optional<IsoDate>& published = articles[claim.article].published;
    return published && IsBounded(published->days) &&
           *claim.when.days.last < *published->days.first;
  };
  return !IsToll(a) && !IsToll(b) && AreWritten(a.when, b.when) &&
         a.when.granularity > Granularity::kDay && IsBounded(a.when.days) &&
         a.when.days == b.when.days && is_over(a) && is_over(b);
}

// Both sentences name a time, the same one, that was long over when either
// appeared: what was counted then no longer changes.
bool IsSettled(const Claim& a, const Claim& b,
               absl::Span<const CompareArticle> articles) {
  const auto is_past = [&](const Claim& claim) {
    const std::optional<IsoDate>& published = articles[claim.article].published;
    return claim.when.basis == TimeBasis::kWritten &&
           IsBounded(claim.when.days) && published &&
           IsBounded(published->days) &&
           published->days.first->number - claim.when.days.last->number >
               kSettledDays;
  };
  return is_past(a) && is_past(b) && Meets(a.when.days, b.when.days);
}

std::optional<Decimal> Ratio(const Quantity& a, const Quantity& b) {
  const auto x = a.value ? a.value : a.range.low;
  const auto y = b.value ? b.value : b.range.low;
  if (!x || !y) return std::nullopt;
  return Divide(std::max(x->Abs(), y->Abs()), std::min(x->Abs(), y->Abs()), 4);
}

Severity Lower(Severity severity) {
  return severity > Severity::kLow
             ? static_cast<Severity>(static_cast<int>(severity) - 1)
             : severity;
}

// Is it a count of people in which the later article is below the earlier?
// Tolls of one event rise from one day to the next; a correction downwards is
// for an editor to know.
bool TollFalls(const Claim& a, const Claim& b, bool a_first) {
  const auto x = a.quantity.value, y = b.quantity.value;
  return a.quantity.kind == QuantityKind::kCount && x && y && IsToll(a) &&
         IsToll(b) && (a_first ? *y < *x : *x < *y);
}

// "43 so far": the count goes on.
bool IsStillCounted(const Claim& claim) {
  return SaidOn(claim, "run") == "cumulative";
}

// May a varying figure have changed between the two articles?
bool MayHaveMoved(const Claim& a, const Claim& b, const Apart& apart,
                  const ClaimLink& link, const CompareSettings& settings) {
  if (!apart.is_known || SameStatedMoment(a, b)) return false;
  if (link.same_tally && apart.days <= 1) return false;
  if (link.same_total && apart.days <= settings.slip_days) return false;
  const auto ratio = Ratio(a.quantity, b.quantity);
  if (ratio && *ratio >= settings.slip_ratio &&
      apart.days <= settings.slip_days) {
    return false;
  }
  if (apart.days > 0) {
    return apart.days > 1 || !TollFalls(a, b, apart.a_first);
  }
  const bool one_moment =
      apart.minutes && std::abs(*apart.minutes) < settings.moment;
  // Within a day and without the hour, a reading moves either way; an outlet's
  // own story does even under one hour, as it is written over.
  if (!apart.minutes && (a.quantity.kind == QuantityKind::kQuantity ||
                         IsStillCounted(a) || IsStillCounted(b))) {
    return true;
  }
  if (apart.one_outlet && (!apart.minutes || one_moment)) return true;
  if (!apart.minutes || one_moment) return false;
  // Within a day a toll rises; the later of two that falls is a conflict.
  const auto x = a.quantity.value, y = b.quantity.value;
  return x && y && (*apart.minutes > 0 ? *y > *x : *x > *y);
}

bool IsForecast(const Claim& claim) {
  return SaidOn(claim, "certainty_of") == "forecast";
}

// "At least 2" and "at least 4": one bound, two figures.
bool IsEditedBound(const Quantity& a, const Quantity& b) {
  return a.modality == b.modality && a.modality != Modality::kExact &&
         a.modality != Modality::kAbout && a.value && b.value && !a.vague &&
         !b.vague && a.unit.id == b.unit.id && *a.value != *b.value;
}

// "Dozens" of 17: a vague word is not held to its last one.
bool IsNearVague(const Quantity& vague, const Quantity& other) {
  if (!vague.vague || other.vague || !vague.range.low || !other.value) {
    return false;
  }
  const auto twice = Multiply(*other.value, Decimal(2));
  return twice && *twice >= *vague.range.low &&
         *other.value <= *vague.range.low;
}

// Does one count a kind of what the other counts, and fewer: soldiers, of the
// persons? Then they may be some of them, unless both are of one known metric.
bool MayBeSomeOf(const Claim& narrow, const Claim& wide) {
  if (narrow.metric_known && narrow.metric == wide.metric) return false;
  return narrow.quantity.value && wide.quantity.value &&
         *narrow.quantity.value < *wide.quantity.value &&
         std::find(narrow.noun_broader.begin(), narrow.noun_broader.end(),
                   wide.noun_key) != narrow.noun_broader.end();
}

// Does one name hold the other: "Police" and "the Calder police"?
bool AreOneParty(std::string_view a, std::string_view b) {
  // Between blanks, so that words are held whole.
  std::string x = fmt::format(" {} ", a), y = fmt::format(" {} ", b);
  absl::AsciiStrToLower(&x);
  absl::AsciiStrToLower(&y);
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

bool SameSpeaker(const Claim& a, const Claim& b) {
  return !a.speaker.empty() && !b.speaker.empty() &&
         AreOneParty(a.speaker, b.speaker);
}

// Counts, amounts and shares of another season may both have been right; the
// date something happened, or how long it was, stays.
bool MayGoStale(const Claim& claim, const ClaimLink& link) {
  switch (claim.quantity.kind) {
    case QuantityKind::kCount:
    case QuantityKind::kMoney:
    case QuantityKind::kPercent:
      return !link.same_metric;
    default:
      return false;
  }
}

// Is the age of the later article as many years more as went by, give or take
// a birthday? Only of articles of two days.
bool MayHaveAged(const Claim& a, const Claim& b, const Apart& apart) {
  const auto x = a.quantity.value, y = b.quantity.value;
  if (a.quantity.kind != QuantityKind::kAge || !x || !y) return false;
  // An infant's months go by sooner than its story.
  if (a.quantity.unit.id != "year" || b.quantity.unit.id != "year") return true;
  const auto more = apart.a_first ? Subtract(*y, *x) : Subtract(*x, *y);
  const int64_t years = apart.days / 365;
  return more && *more >= Decimal(years) && *more <= Decimal(years + 1);
}

}  // namespace

FigureComparison CompareClaims(const Claim& a, const Claim& b,
                               const ClaimLink& link,
                               absl::Span<const CompareArticle> articles,
                               const CompareSettings& settings) {
  FigureComparison result = CompareFigures(a.quantity, b.quantity, settings);
  if (result.verdict == Verdict::kCompatible && link.edited &&
      IsEditedBound(a.quantity, b.quantity)) {
    result.verdict = Verdict::kConflict;
    result.rule = "compare.disjoint";
    result.severity = Severity::kLow;
    result.steps.push_back(
        "as worded one value could fit both, but the sentences are the same "
        "but for the figure: one was edited");
  }
  if (result.verdict != Verdict::kConflict) return result;
  if (IsNearVague(a.quantity, b.quantity) ||
      IsNearVague(b.quantity, a.quantity)) {
    Excuse(result, Verdict::kCompatible, "compare.bounds",
           "one is vague, and the other is more than half of the least it "
           "means");
    return result;
  }
  if (!link.blocked.empty()) {
    Excuse(result, Verdict::kUndecided, "compare.scope",
           fmt::format("not comparable, because the scope differs: {}",
                       link.blocked));
    return result;
  }
  if (!link.may_clash) {
    Excuse(result, Verdict::kUndecided, "compare.scope",
           "not comparable, because it is not sure enough that they are one "
           "fact");
    return result;
  }
  if (!link.part.empty()) {
    Excuse(result, Verdict::kCompatible, "compare.sum",
           fmt::format("one is a part of the other: {}", link.part));
    return result;
  }
  const bool a_narrow = MayBeSomeOf(a, b);
  if (a_narrow || MayBeSomeOf(b, a)) {
    Excuse(result, Verdict::kUndecided, "compare.scope",
           fmt::format("not comparable, because {} may be some of {}",
                       Say((a_narrow ? a : b).quantity),
                       Say((a_narrow ? b : a).quantity)));
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
  if (a.negated != b.negated || a.hypothetical || b.hypothetical) {
    Excuse(result, Verdict::kUndecided, "compare.scope",
           a.negated != b.negated
               ? "not comparable, because one of them is denied"
               : "not comparable, because what is only supposed may differ");
    return result;
  }
  if (IsForecast(a) && IsForecast(b) && !SameSpeaker(a, b)) {
    Excuse(result, Verdict::kUndecided, "compare.scope",
           "not comparable, because both are forecasts, and none says that "
           "they are of one party");
    return result;
  }
  if (TimesApart(a, b)) {
    Excuse(result, Verdict::kUndecided, "compare.time",
           fmt::format("not comparable, because they speak of {} and of {}",
                       SayDays(a.when.days), SayDays(b.when.days)));
    return result;
  }
  const Apart apart = PublishedApart(articles[a.article], articles[b.article]);
  if (IsSettled(a, b, articles)) {
    result.steps.push_back(
        "both speak of a time long over, so neither has changed since");
  } else if (SameStatedPeriod(a, b, articles) &&
             apart.days <= settings.slip_days) {
    result.steps.push_back(
        "both speak of one period that was over, so neither has changed since");
  } else if (a.varies || b.varies ||
             (IsMoveInPercent(a.quantity) && IsMoveInPercent(b.quantity))) {
    if (apart.one_known && !link.same_tally && !link.same_total &&
        !SameStatedMoment(a, b)) {
      Excuse(result, Verdict::kUndecided, "compare.time",
             "not comparable, because such a figure changes as the story goes "
             "on, and only one of the articles says when it was published");
      return result;
    }
    if (MayHaveMoved(a, b, apart, link, settings)) {
      Excuse(result, Verdict::kUpdate, "compare.update",
             apart.days > 0
                 ? fmt::format("such a figure changes as the story goes on; "
                               "they were published {} day{} apart",
                               apart.days, apart.days == 1 ? "" : "s")
             : apart.one_outlet
                 ? std::string("such a figure changes as the story goes on, "
                               "and both are of one outlet")
             : apart.minutes
                 ? std::string("such a figure changes as the story goes on; "
                               "the later article gives the higher one")
                 : std::string("such a figure changes as the story goes on, "
                               "and the articles do not say at what hour they "
                               "were published"));
      return result;
    }
    // What moves within hours is less surely a mistake.
    if (link.same_tally) {
      result.steps.push_back(
          "such a figure changes as the story goes on, but both sentences give "
          "the same figure besides: they speak of one moment");
    } else if (link.same_total) {
      result.steps.push_back(
          "such a figure changes as the story goes on, but both articles give "
          "the same total: it has not moved between them");
    } else if (!SameStatedMoment(a, b) && a.article != b.article) {
      result.severity = Lower(result.severity);
      result.steps.push_back(
          "such a figure changes as the story goes on, but the two articles "
          "appeared too close together, or differ too much, for that");
    }
  } else if (apart.days > settings.stale_days && MayGoStale(a, link)) {
    Excuse(result, Verdict::kUpdate, "compare.update",
           fmt::format("published {} days apart: it may have changed since",
                       apart.days));
    return result;
  }
  if (apart.one_known && a.quantity.kind == QuantityKind::kAge) {
    Excuse(result, Verdict::kUndecided, "compare.time",
           "not comparable, because an age grows with the years, and only one "
           "of the articles says when it was published");
    return result;
  }
  if (apart.days > settings.stale_days && MayHaveAged(a, b, apart)) {
    Excuse(result, Verdict::kUpdate, "compare.update",
           fmt::format("published {} days apart, and so much older in the "
                       "later article",
                       apart.days));
    return result;
  }
  if (link.score < settings.sure_points) {
    result.severity = Lower(result.severity);
    result.steps.push_back(
        "that they are one fact is likely rather than sure: one severity less");
  }
  if (!a.speaker.empty() && !b.speaker.empty() && !SameSpeaker(a, b)) {
    result.severity = Lower(result.severity);
    result.steps.push_back(fmt::format(
        "two parties are quoted: \"{}\" and \"{}\"", a.speaker, b.speaker));
  }
  return result;
}

}  // namespace crosscheck
