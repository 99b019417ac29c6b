#include "reports/html/scale.h"

#include <algorithm>

#include "checker/model/decimal.h"
#include "checker/model/time_scope.h"

namespace crosscheck {
namespace {

constexpr int kMargin =
    60;  // a side, so that no bar touches an edge it ends at
constexpr int kLogBits = 10;
constexpr size_t kMostDigits = 30;

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

std::optional<Scale> ScaleOf(const std::vector<const ReportClaim*>& claims) {
  if (claims.size() < 2) return std::nullopt;
  std::vector<Ends> all;
  std::optional<Decimal> least, most;
  for (const ReportClaim* claim : claims) {
    if (claim->unit != claims[0]->unit ||
        (claim->kind == "date") != (claims[0]->kind == "date")) {
      return std::nullopt;
    }
    auto ends = EndsOf(*claim);
    if (!ends) return std::nullopt;
    for (const auto& end : {ends->low, ends->high, ends->value}) {
      if (!end) continue;
      if (!least || *end < *least) least = end;
      if (!most || *end > *most) most = end;
    }
    all.push_back(std::move(*ends));
  }
  if (*least == *most) return std::nullopt;

  Scale scale;
  const auto fiftyfold = Multiply(*least, 50);
  scale.logarithmic = claims[0]->kind != "date" && *least > Decimal(0) &&
                      fiftyfold && *fiftyfold < *most;
  const auto span = Subtract(*most, *least);
  if (!span) return std::nullopt;
  const int64_t log_least = scale.logarithmic ? Log10(*least) : 0;
  const int64_t log_span =
      scale.logarithmic ? std::max<int64_t>(Log10(*most) - log_least, 1) : 1;
  constexpr int kRoom = kScaleWidth - 2 * kMargin;
  const auto place = [&](const Decimal& number) -> int {
    if (scale.logarithmic) {
      return kMargin +
             static_cast<int>((Log10(number) - log_least) * kRoom / log_span);
    }
    const auto from_least = Subtract(number, *least);
    const auto share =
        from_least ? Divide(*from_least, *span, 6) : std::optional<Decimal>();
    const auto scaled = share ? Multiply(*share, kRoom) : share;
    // The whole part: the text up to the point.
    return scaled ? kMargin + std::stoi(scaled->ToString()) : kMargin;
  };
  for (const Ends& ends : all) {
    Bar bar;
    bar.open_begin = !ends.low;
    bar.open_end = !ends.high;
    bar.begin = ends.low ? place(*ends.low) : 0;
    bar.end = ends.high ? place(*ends.high) : kScaleWidth;
    if (ends.value) bar.value = place(*ends.value);
    scale.bars.push_back(bar);
  }
  return scale;
}

}  // namespace crosscheck
