#include "checker/compare/compare_figures.h"

#include <fmt/format.h>

#include <algorithm>

#include "checker/compare/compare_times.h"
#include "checker/compare/slips.h"

namespace crosscheck {
namespace {

constexpr struct {
  int power;
  std::string_view name;
} kScales[] = {{12, "trillion"}, {9, "billion"}, {6, "million"}};

// From here on sizes have names of their own: thousand, million.
const Decimal kSmallestSize(1, 3);

// A measure of fewer steps of its last place is told by rounding alone.
constexpr int kFineSteps = 20;

std::string SayNumber(const Decimal& value) {
  for (const auto& scale : kScales) {
    const Decimal one(1, scale.power);
    if (value.Abs() >= one) {
      return fmt::format("{} {}", value.Scaled(-scale.power).ToShortString(),
                         scale.name);
    }
  }
  return value.ToShortString();
}

// A single 1 before its zeros is the least of its size: what is more than a
// twentieth below it is printed in the next smaller size, "$700 million" and
// not "$1 billion".
Interval WithinItsSize(const Quantity& figure, Interval range) {
  if (figure.modality != Modality::kExact || !figure.value ||
      figure.value->Reduced().coefficient() != 1 ||
      *figure.value < kSmallestSize) {
    return range;
  }
  const auto low = Multiply(*figure.value, Decimal(95, -2));
  if (low && range.low && *range.low < *low) {
    range.low = low;
    range.low_included = true;
  }
  return range;
}

// A figure that ends in zeros is often rounded further than it shows: it may
// be off by half of its last digit that is not zero, up to `round_slack`.
Interval Slacken(const Quantity& figure, const CompareSettings& settings) {
  if (figure.modality != Modality::kExact || !figure.value ||
      !figure.range.low || !figure.range.high) {
    return figure.range;
  }
  const Decimal& value = *figure.value;
  if (figure.kind == QuantityKind::kQuantity &&
      value.Abs() >= Decimal(kFineSteps, value.exponent())) {
    // Instruments and conversions differ by one in the last place, where that
    // is little: nobody measures 12 km of 13.
    const Decimal place(1, value.exponent());
    const auto low = Subtract(value, place), high = Add(value, place);
    if (low && high && *low < *figure.range.low) {
      Interval wide = figure.range;
      wide.low = low;
      wide.high = high;
      wide.high_included = true;
      return wide;
    }
    return figure.range;
  }
  const bool counted = figure.kind == QuantityKind::kCount;
  if (counted && value.Abs() < Decimal(settings.small_count)) {
    return figure.range;
  }
  const Decimal reduced = value.Reduced();
  if (reduced.exponent() < value.exponent() + 2 && reduced.exponent() < 2) {
    return figure.range;
  }
  const Decimal half = Decimal(5, reduced.exponent() - 1);
  auto most = Multiply(value.Abs(), settings.round_slack.Scaled(-2));
  const Decimal slack = most && *most < half ? *most : half;
  const auto low = Subtract(value, slack), high = Add(value, slack);
  if (!low || !high) return figure.range;
  Interval wide = figure.range;
  if (*low < *wide.low) wide.low = low;
  if (*high > *wide.high) wide.high = high;
  return wide;
}

// Desks write "more than 80" of 80 itself as often as of 81: where two figures
// are compared, a bound may be reached.
Interval Reachable(Interval range) {
  range.low_included = true;
  range.high_included = true;
  return range;
}

// The finer figure cut (not rounded) to the last place of the coarser is the
// coarser one: "43 million" of 43,885,310. What is cut off must be little:
// nobody says 400 of 450.
bool IsCut(const Quantity& coarse, const Quantity& fine,
           const CompareSettings& settings) {
  if (!coarse.value || !fine.value || coarse.modality != Modality::kExact ||
      fine.modality != Modality::kExact) {
    return false;
  }
  const Decimal place = coarse.value->Reduced().LastPlace();
  if (fine.value->Reduced().LastPlace() >= place) return false;
  if (coarse.kind == QuantityKind::kCount && coarse.value->exponent() == 0 &&
      place <= Decimal(10)) {
    return false;
  }
  const auto above = Subtract(*fine.value, *coarse.value);
  const auto most = Multiply(fine.value->Abs(), settings.cut_slack.Scaled(-2));
  return above && most && !above->IsNegative() && *above < place &&
         *above <= *most;
}

// Both are said to be the least, of one unit.
bool BothLeast(const Quantity& a, const Quantity& b) {
  const auto least = [](const Quantity& figure) {
    return figure.value && !figure.vague &&
           (figure.modality == Modality::kAtLeast ||
            figure.modality == Modality::kMoreThan);
  };
  // What is counted was told by linking, in words of either language.
  return least(a) && least(b) &&
         (a.kind == QuantityKind::kCount || a.unit.id == b.unit.id);
}

// "More than 100" is not said of what is more than 400.
bool FarBeyond(const Quantity& a, const Quantity& b,
               const CompareSettings& settings) {
  if (a.modality != Modality::kMoreThan || b.modality != Modality::kMoreThan) {
    return false;
  }
  const Decimal larger = std::max(a.value->Abs(), b.value->Abs());
  const auto least =
      Multiply(std::min(a.value->Abs(), b.value->Abs()), settings.bound_ratio);
  return least && !least->IsZero() && larger >= *least;
}

// The value in base units: kilometres and miles both in metres.
std::optional<Interval> InBase(const Interval& range, const Unit& unit) {
  if (unit.dimension != Dimension::kMeasure) return range;
  auto scaled = Times(range, unit.factor);
  if (!scaled || unit.offset.IsZero()) return scaled;
  const auto shift = [&](std::optional<Decimal>& end) {
    if (end) end = Add(*end, unit.offset);
  };
  shift(scaled->low);
  shift(scaled->high);
  return scaled;
}

std::optional<Decimal> Middle(const Interval& range) {
  if (range.low && range.high) {
    const auto sum = Add(*range.low, *range.high);
    return sum ? Divide(*sum, Decimal(2)) : std::nullopt;
  }
  return range.low ? range.low : range.high;
}

// The percent by which the ranges are apart, of the larger stated figure.
Severity SeverityOf(const Interval& x, const Interval& y,
                    const CompareSettings& settings) {
  const auto p = Middle(x), q = Middle(y);
  if (!p || !q) return Severity::kMedium;
  const auto difference = Subtract(*p, *q);
  const Decimal larger = std::max(p->Abs(), q->Abs());
  if (!difference || larger.IsZero()) return Severity::kMedium;
  const auto share = Divide(difference->Abs(), larger);
  if (!share) return Severity::kMedium;
  const Decimal percent = share->Scaled(2);
  if (percent >= settings.high_gap) return Severity::kHigh;
  if (percent >= settings.medium_gap) return Severity::kMedium;
  return Severity::kLow;
}

std::string SayRange(const Interval& range) { return ToString(range); }

// What a figure allows beside another one: "11 days a month" beside "11.2" is
// no count of days, but an average like it, and rounded.
Interval Allows(const Quantity& figure, const Quantity& other,
                const CompareSettings& settings) {
  const bool average = figure.kind == QuantityKind::kCount &&
                       figure.modality == Modality::kExact && figure.value &&
                       figure.value->IsInteger() && other.value &&
                       !other.value->IsInteger();
  if (average && figure.value->Abs() < Decimal(settings.small_count)) {
    return Rounded(*figure.value, Decimal(1));
  }
  return WithinItsSize(figure, Slacken(figure, settings));
}

FigureComparison CompareNumbers(const Quantity& a, const Quantity& b,
                                const CompareSettings& settings) {
  FigureComparison out;
  const bool converted =
      a.unit.dimension == Dimension::kMeasure && a.unit.id != b.unit.id;
  const auto x = InBase(Allows(a, b, settings), a.unit);
  const auto y = InBase(Allows(b, a, settings), b.unit);
  if (!x || !y) {
    out.rule = "compare.units";
    out.steps.push_back("the figures are too large to be converted exactly");
    return out;
  }
  out.steps.push_back(fmt::format("{} allows {}; {} allows {}{}", Say(a),
                                  SayRange(*x), Say(b), SayRange(*y),
                                  converted ? " (both in base units)" : ""));
  const bool bounded =
      a.modality != Modality::kExact || b.modality != Modality::kExact;
  if (BothLeast(a, b)) {
    out.likely_slip = LikelySlip(a, b);
    const bool slip = !out.likely_slip.empty();
    if (slip || FarBeyond(a, b, settings)) {
      out.verdict = Verdict::kConflict;
      out.rule = "compare.disjoint";
      out.severity = slip ? Severity::kMedium : Severity::kLow;
      out.steps.push_back(fmt::format(
          "as worded one value could fit both, but nobody says \"more than\" "
          "of a figure that much larger{}",
          slip ? ": the digits are the same" : ""));
      return out;
    }
  }
  bool meet = Meets(*x, *y);
  if (!meet && a.unit.offset != b.unit.offset) {
    // "1.53 °F warmer" is 0.85 °C: a difference has no zero point.
    const auto p = Times(a.range, a.unit.factor);
    const auto q = Times(b.range, b.unit.factor);
    if (p && q && Meets(*p, *q)) {
      meet = true;
      out.steps.push_back("as differences of temperature they are the same");
    }
  }
  const bool reached = bounded && !meet && Meets(Reachable(*x), Reachable(*y));
  if (!meet && a.unit.id == b.unit.id &&
      (IsCut(a, b, settings) || IsCut(b, a, settings))) {
    out.verdict = Verdict::kCompatible;
    out.rule = "compare.rounding";
    out.steps.push_back(
        "the coarser is the finer one cut to its last printed place");
    return out;
  }
  if (meet || reached) {
    const bool equal = a.value && b.value && *a.value == *b.value &&
                       a.unit.id == b.unit.id && a.modality == b.modality &&
                       !a.vague && !b.vague;
    const bool same_range = !a.value && !b.value && a.range == b.range;
    if (equal || same_range) {
      out.verdict = Verdict::kAgree;
      out.rule = "compare.equal";
      out.steps.push_back("they are the same");
      return out;
    }
    out.verdict = Verdict::kCompatible;
    if (reached) {
      out.rule = "compare.bounds";
      out.steps.push_back("one stands at the very bound of the other");
      return out;
    }
    out.rule = bounded ? "compare.bounds" : "compare.rounding";
    const auto shared = Intersect(*x, *y);
    out.steps.push_back(fmt::format(
        "both hold for every value in {}{}",
        shared ? SayRange(*shared) : std::string("what they share"),
        bounded ? ", as they are worded" : ", as they are rounded"));
    return out;
  }
  out.verdict = Verdict::kConflict;
  out.rule = "compare.disjoint";
  out.severity = SeverityOf(*x, *y, settings);
  const auto gap = GapBetween(*x, *y);
  const auto p = Middle(*x), q = Middle(*y);
  if (a.value && b.value && p && q && !converted) {
    const Decimal larger = std::max(a.value->Abs(), b.value->Abs());
    const Decimal smaller = std::min(a.value->Abs(), b.value->Abs());
    if (const auto ratio = Divide(larger, smaller, 4)) {
      out.gap.ratio = ratio->ToShortString();
    }
    if (const auto apart = Subtract(larger, smaller)) {
      out.gap.absolute = apart->ToShortString();
    }
    out.gap.unit = a.unit.id;
  } else if (gap) {
    out.gap.absolute = gap->ToShortString();
    out.gap.unit = converted ? a.unit.quantity : a.unit.id;
  }
  out.steps.push_back(fmt::format(
      "no value fits both: they are {} apart beyond what is printed",
      gap ? gap->ToShortString() : std::string("somewhat")));
  out.likely_slip = LikelySlip(a, b);
  return out;
}

// Scores are told from either side, "lost 3-1" and "won 3-1"; while a match is
// on, both sides only rise.
FigureComparison CompareScores(const Quantity& a, const Quantity& b) {
  FigureComparison out;
  out.steps.push_back(fmt::format("{} against {}", Say(a), Say(b)));
  const auto sides = [](const std::string& iso) {
    const size_t slash = std::min(iso.find('/'), iso.size());
    const auto one = Decimal::Parse(iso.substr(0, slash));
    const auto two = Decimal::Parse(slash < iso.size() ? iso.substr(slash + 1)
                                                       : std::string());
    const Decimal p = one.value_or(Decimal(0)), q = two.value_or(Decimal(0));
    return std::make_pair(std::min(p, q), std::max(p, q));
  };
  const auto [x_low, x_high] = sides(a.iso);
  const auto [y_low, y_high] = sides(b.iso);
  if (x_low == y_low && x_high == y_high) {
    out.verdict = Verdict::kAgree;
    out.rule = "compare.equal";
  } else if ((x_low <= y_low && x_high <= y_high) ||
             (y_low <= x_low && y_high <= x_high)) {
    out.verdict = Verdict::kUndecided;
    out.rule = "compare.score";
    out.steps.push_back(
        "not comparable, because one may be the score while the match was on");
  } else {
    out.verdict = Verdict::kConflict;
    out.rule = "compare.disjoint";
    out.severity = Severity::kHigh;
  }
  return out;
}

// The currencies a figure may be in.
std::vector<std::string> Currencies(const Quantity& figure) {
  if (!figure.unit.candidates.empty()) return figure.unit.candidates;
  if (!figure.unit.id.empty()) return {figure.unit.id};
  return {};
}

}  // namespace

std::string Say(const Quantity& figure) {
  const bool written =
      figure.kind == QuantityKind::kDate || figure.kind == QuantityKind::kScore;
  std::string said;
  if (written && !figure.iso.empty()) {
    said = figure.iso;
    const size_t slash = said.find('/');
    if (figure.kind == QuantityKind::kDate && slash != std::string::npos) {
      said.replace(slash, 1, " to ");
    }
  } else if (figure.value) {
    said = SayNumber(*figure.value);
  } else if (figure.range.low && figure.range.high) {
    said = fmt::format("{} to {}", SayNumber(*figure.range.low),
                       SayNumber(*figure.range.high));
  } else {
    said = figure.iso.empty() ? "an open date" : figure.iso;
  }
  switch (figure.modality) {
    case Modality::kAbout:
      said = "about " + said;
      break;
    case Modality::kAtLeast:
      said = "at least " + said;
      break;
    case Modality::kAtMost:
      said = "at most " + said;
      break;
    case Modality::kMoreThan:
      said = "more than " + said;
      break;
    case Modality::kLessThan:
      said = "less than " + said;
      break;
    case Modality::kExact:
    case Modality::kRange:
      break;
  }
  if (!written && !figure.unit.id.empty()) {
    said += ' ';
    said += figure.unit.id;
    if (figure.kind == QuantityKind::kDuration && figure.value != Decimal(1)) {
      said += 's';
    }
  }
  return said;
}

FigureComparison CompareFigures(const Quantity& a, const Quantity& b,
                                const CompareSettings& settings) {
  if (a.kind == QuantityKind::kDate) return CompareDates(a, b, settings);
  if (a.kind == QuantityKind::kDuration) return CompareDurations(a, b);
  FigureComparison out;
  if (a.kind == QuantityKind::kMoney && a.unit.id != b.unit.id) {
    const auto x = Currencies(a), y = Currencies(b);
    const bool may_match =
        std::any_of(x.begin(), x.end(), [&](const std::string& code) {
          return std::find(y.begin(), y.end(), code) != y.end();
        });
    if (!may_match || (x.size() > 1 && y.size() > 1)) {
      out.rule = "compare.currency";
      out.steps.push_back(
          may_match ? "the currency is left open; no exchange rate decides this"
                    : "they are in two currencies; no exchange rate decides "
                      "this");
      return out;
    }
  }
  if (a.kind == QuantityKind::kScore) return CompareScores(a, b);
  return CompareNumbers(a, b, settings);
}

}  // namespace crosscheck
