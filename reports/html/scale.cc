#include "reports/html/scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "checker/model/time_scope.h"

namespace crosscheck {
namespace {

// A side, so that no bar touches an edge it ends at.
constexpr int kMargin = 70;
constexpr int kRoom = kScaleWidth - 2 * kMargin;
constexpr int kLogBits = 10;
constexpr size_t kMostDigits = 30;
constexpr int kMostSteps = 4;

std::optional<Decimal> ReadNumber(const std::string& text) {
  if (text.size() > kMostDigits) return std::nullopt;
  for (char c : text) {
    if ((c < '0' || c > '9') && c != '.' && c != '-') return std::nullopt;
  }
  return Decimal::Parse(text);
}

std::optional<Decimal> ReadDay(const std::string& text, bool first) {
  const auto date = ParseIsoDate(text);
  if (!date || !IsBounded(date->days)) return std::nullopt;
  return Decimal(first ? date->days.first->number : date->days.last->number);
}

// log10 of a positive number in units of 2^-kLogBits: squaring the mantissa
// turns out the binary digits of its logarithm one by one.
int64_t Log10(const Decimal& number) {
  constexpr Decimal::Coefficient kOne = 1'000'000'000'000'000;
  Decimal::Coefficient mantissa = number.coefficient();
  int exponent = number.exponent() + 15;
  while (mantissa >= 10 * kOne) {
    mantissa /= 10;
    ++exponent;
  }
  while (mantissa < kOne) {
    mantissa *= 10;
    --exponent;
  }
  int64_t log = exponent;
  for (int bit = 0; bit < kLogBits; ++bit) {
    mantissa = mantissa * mantissa / kOne;
    log *= 2;
    if (mantissa >= 10 * kOne) {
      mantissa /= 10;
      ++log;
    }
  }
  return log;
}

// The power of ten at or below a positive number: 1200 -> 3.
int FloorLog10(const Decimal& number) {
  int power = number.exponent();
  for (Decimal::Coefficient c = number.coefficient(); c >= 10; c /= 10) ++power;
  return power;
}

// Rounded down to whole units of 10^power; nullopt past 18 digits.
std::optional<int64_t> FloorIn(const Decimal& number, int power) {
  const Decimal scaled = number.Scaled(-power);
  Decimal::Coefficient c = scaled.coefficient();
  for (int e = scaled.exponent(); e < 0 && c != 0; ++e) {
    const Decimal::Coefficient rest = c % 10;
    c = c / 10 - (rest < 0 ? 1 : 0);
  }
  constexpr Decimal::Coefficient kMost = 1'000'000'000'000'000'000;
  for (int e = scaled.exponent(); e > 0; --e) {
    if (c > kMost || c < -kMost) return std::nullopt;
    c *= 10;
  }
  if (c > kMost || c < -kMost) return std::nullopt;
  return static_cast<int64_t>(c);
}

struct Ends {
  std::optional<Decimal> low, high, value;
};

std::optional<Ends> EndsOf(const ReportClaim& claim) {
  Ends ends;
  if (claim.kind == "date") {
    ends.low = ReadDay(claim.low, true);
    ends.high = ReadDay(claim.high, false);
  } else {
    ends.low = ReadNumber(claim.low);
    ends.high = ReadNumber(claim.high);
    ends.value = ReadNumber(claim.value);
  }
  if (!ends.low && !ends.high) return std::nullopt;
  if (ends.low && ends.high && *ends.high < *ends.low) return std::nullopt;
  return ends;
}

}  // namespace

std::optional<Axis> Axis::Over(const std::vector<Decimal>& points,
                               bool are_days) {
  if (points.empty()) return std::nullopt;
  Axis axis;
  axis.least_ = *std::min_element(points.begin(), points.end());
  axis.most_ = *std::max_element(points.begin(), points.end());
  if (axis.least_ == axis.most_) return std::nullopt;
  const auto span = Subtract(axis.most_, axis.least_);
  if (!span) return std::nullopt;
  axis.span_ = *span;
  if (are_days) {
    axis.kind_ = Kind::kDays;
    axis.AddDayTicks();
    return axis;
  }
  const auto fiftyfold = Multiply(axis.least_, 50);
  if (axis.least_ > Decimal(0) && fiftyfold && *fiftyfold < axis.most_) {
    axis.kind_ = Kind::kLogarithmic;
    axis.log_least_ = Log10(axis.least_);
    axis.log_span_ = std::max<int64_t>(Log10(axis.most_) - axis.log_least_, 1);
    axis.AddPowerTicks();
  } else {
    // From zero where that costs at most a third of the room: lengths then
    // show proportions.
    const auto thrice = Multiply(axis.least_, 3);
    if (axis.least_ > Decimal(0) && thrice && *thrice <= axis.most_) {
      axis.least_ = Decimal(0);
      axis.span_ = axis.most_;
    }
    axis.AddNumberTicks();
  }
  return axis;
}

int Axis::Place(const Decimal& number) const {
  if (is_logarithmic()) {
    return kMargin +
           static_cast<int>((Log10(number) - log_least_) * kRoom / log_span_);
  }
  const auto from_least = Subtract(number, least_);
  const auto share =
      from_least ? Divide(*from_least, span_, 6) : std::optional<Decimal>();
  const auto scaled = share ? Multiply(*share, kRoom) : share;
  const auto whole = scaled ? FloorIn(*scaled, 0) : std::nullopt;
  return whole ? kMargin + static_cast<int>(*whole) : kMargin;
}

void Axis::AddTick(const Decimal& at, std::string value) {
  if (at < least_ || at > most_) return;
  ticks_.push_back({Place(at), std::move(value)});
}

void Axis::AddNumberTicks() {
  constexpr int kSteps[] = {1, 2, 5, 10, 20, 50};
  const int power = FloorLog10(span_) - 1;
  for (int step : kSteps) {
    const auto first = FloorIn(least_, power), last = FloorIn(most_, power);
    if (!first || !last) return;
    if ((*last - *first) / step > kMostSteps) continue;
    // Up to the next multiple.
    int64_t at = *first - ((*first % step) + step) % step;
    for (; at <= *last; at += step) {
      const Decimal value(static_cast<Decimal::Coefficient>(at), power);
      AddTick(value, value.ToShortString());
    }
    return;
  }
}

void Axis::AddPowerTicks() {
  const int first = FloorLog10(least_), last = FloorLog10(most_);
  const int step = std::max(1, (last - first + kMostSteps - 1) / kMostSteps);
  for (int power = first; power <= last; power += step) {
    const Decimal value(1, power);
    AddTick(value, value.ToShortString());
  }
}

void Axis::AddDayTicks() {
  const auto from = least_.ToInt64(), to = most_.ToInt64();
  if (!from || !to) return;
  const Day first{static_cast<int32_t>(*from)};
  const YearMonthDay begin = ToYearMonthDay(first);
  const int64_t days = *to - *from;
  if (days > 2 * 366) {
    constexpr int kSteps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000};
    for (int step : kSteps) {
      if (days / 365 / step > kMostSteps) continue;
      for (int year = begin.year - begin.year % step; year < 9999;
           year += step) {
        const auto day = MakeDay(year, 1, 1);
        if (!day || day->number > *to) {
          if (day) break;
          continue;
        }
        AddTick(Decimal(day->number), fmt::format("{:04}", year));
      }
      return;
    }
    return;
  }
  if (days > 50) {
    constexpr int kSteps[] = {1, 2, 3, 6, 12};
    for (int step : kSteps) {
      if (days / 30 / step > kMostSteps && step < 12) continue;
      const auto start =
          MakeDay(begin.year, begin.month - (begin.month - 1) % step, 1);
      if (!start) return;
      for (Day day = *start; day.number <= *to; day = AddMonths(day, step)) {
        AddTick(Decimal(day.number), ToIsoDate(day).substr(0, 7));
      }
      return;
    }
  }
  constexpr int kSteps[] = {1, 2, 5, 10, 20};
  for (int step : kSteps) {
    if (days / step > kMostSteps) continue;
    for (int64_t day = *from; day <= *to; day += step) {
      AddTick(Decimal(day), ToIsoDate(Day{static_cast<int32_t>(day)}));
    }
    return;
  }
}

bool ShareAxis(const ReportClaim& a, const ReportClaim& b) {
  if ((a.kind == "date") != (b.kind == "date")) return false;
  if (a.kind == "date") return true;
  if (a.kind == "duration" || b.kind == "duration" || a.kind == "score" ||
      b.kind == "score") {
    return a.kind == b.kind && a.unit == b.unit;
  }
  return (a.kind == "count" && b.kind == "count") || a.unit == b.unit;
}

std::optional<Scale> ScaleOf(const std::vector<const ReportClaim*>& claims) {
  if (claims.size() < 2) return std::nullopt;
  std::vector<Ends> all;
  std::vector<Decimal> points;
  for (const ReportClaim* claim : claims) {
    if (!ShareAxis(*claims[0], *claim)) return std::nullopt;
    auto ends = EndsOf(*claim);
    if (!ends) return std::nullopt;
    for (const auto& end : {ends->low, ends->high, ends->value}) {
      if (end) points.push_back(*end);
    }
    all.push_back(std::move(*ends));
  }
  auto axis = Axis::Over(points, claims[0]->kind == "date");
  if (!axis) return std::nullopt;
  Scale scale{*std::move(axis), {}};
  for (const Ends& ends : all) {
    Bar bar;
    bar.open_begin = !ends.low;
    bar.open_end = !ends.high;
    bar.begin = ends.low ? scale.axis.Place(*ends.low) : 0;
    bar.end = ends.high ? scale.axis.Place(*ends.high) : kScaleWidth;
    if (ends.value) bar.value = scale.axis.Place(*ends.value);
    scale.bars.push_back(bar);
  }
  return scale;
}

std::optional<Decimal> PointOf(const ReportClaim& claim) {
  if (claim.kind == "date" || claim.kind == "duration" ||
      claim.kind == "score") {
    return std::nullopt;
  }
  if (auto value = ReadNumber(claim.value)) return value;
  const auto low = ReadNumber(claim.low), high = ReadNumber(claim.high);
  if (low && high) {
    const auto sum = Add(*low, *high);
    return sum ? Divide(*sum, 2) : std::nullopt;
  }
  return low ? low : high;
}

std::optional<Decimal> DayOf(const ReportClaim& claim) {
  std::optional<Decimal> written;
  if (claim.when_basis == "written" && !claim.when_first.empty() &&
      claim.when_first == claim.when_last) {
    written = ReadDay(claim.when_first, true);
  }
  if (written && claim.kind != "count") return written;
  const auto published = ParseIsoDate(claim.published);
  if (!published || published->granularity > Granularity::kDay ||
      !published->days.first) {
    return written;
  }
  return Decimal(published->days.first->number);
}

}  // namespace crosscheck
