#include "reports/wording/figure_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "checker/model/decimal.h"

namespace crosscheck {
namespace {

struct Scale {
  int power;
  std::string_view name;
};
constexpr Scale kScales[] = {{12, "trillion"}, {9, "billion"}, {6, "million"}};
// "1.234 million" reads well, "1.2345 million" less well than its digits.
constexpr int kMostPlaces = 3;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Plain digits only: an exponent in a hostile run would print a page of zeros.
std::optional<Decimal> PlainDecimal(std::string_view text) {
  for (char c : text) {
    if (!IsDigit(c) && c != '.' && c != '-') return std::nullopt;
  }
  return Decimal::Parse(text);
}

std::string Grouped(const Decimal& value) {
  std::string digits = value.ToShortString();
  const size_t first = digits[0] == '-' ? 1 : 0;
  size_t at = std::min(digits.find('.'), digits.size());
  while (at > first + 3) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

// A number as a mantissa and the scale word after it, if one serves.
struct Words {
  std::string mantissa;
  std::string_view scale;
};

Words WordsOf(const Decimal& value) {
  for (const Scale& scale : kScales) {
    if (value.Abs() < Decimal(1, scale.power)) continue;
    const Decimal mantissa = value.Scaled(-scale.power).Reduced();
    if (mantissa.exponent() < -kMostPlaces) break;
    return {Grouped(mantissa), scale.name};
  }
  return {Grouped(value), ""};
}

std::string Joined(const Words& words) {
  if (words.scale.empty()) return words.mantissa;
  return fmt::format("{} {}", words.mantissa, words.scale);
}

// "1.15 to 1.25 billion": one scale word where both have it.
std::string RangeOf(std::string_view low, std::string_view high,
                    std::string_view before_high) {
  const auto a = PlainDecimal(low), b = PlainDecimal(high);
  if (!a || !b) return fmt::format("{} to {}{}", low, before_high, high);
  const Words x = WordsOf(*a), y = WordsOf(*b);
  return fmt::format("{} to {}{}", x.scale == y.scale ? x.mantissa : Joined(x),
                     before_high, Joined(y));
}

std::string_view ModalityWords(std::string_view modality) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"about", "about "},         {"at_least", "at least "},
      {"at_most", "at most "},     {"more_than", "more than "},
      {"less_than", "less than "},
  };
  for (const auto& [name, words] : kWords) {
    if (name == modality) return words;
  }
  return "";
}

// "P1Y6M" -> "1 year 6 months"; anything unexpected as it is.
std::string DurationWords(std::string_view iso) {
  if (iso.size() < 2 || iso[0] != 'P') return std::string(iso);
  std::string out;
  bool in_time = false;
  std::string_view number;
  size_t begin = 1;
  for (size_t at = 1; at < iso.size(); ++at) {
    const char c = iso[at];
    if (IsDigit(c) || c == '.') continue;
    if (c == 'T' && at == begin) {
      in_time = true;
      begin = at + 1;
      continue;
    }
    number = iso.substr(begin, at - begin);
    begin = at + 1;
    const std::string_view noun = c == 'Y'   ? "year"
                                  : c == 'W' ? "week"
                                  : c == 'D' ? "day"
                                  : c == 'H' ? "hour"
                                  : c == 'S' ? "second"
                                  : c != 'M' ? ""
                                  : in_time  ? "minute"
                                             : "month";
    if (number.empty() || noun.empty()) return std::string(iso);
    if (!out.empty()) out.push_back(' ');
    out += fmt::format("{} {}{}", number, noun, number == "1" ? "" : "s");
  }
  return begin == iso.size() && !out.empty() ? out : std::string(iso);
}

std::string UnitWords(const ReportClaim& claim) {
  if (!claim.unit.empty()) return claim.unit;
  std::string out;
  for (size_t i = 0; i < claim.unit_candidates.size(); ++i) {
    if (i > 0) out += i + 1 == claim.unit_candidates.size() ? " or " : ", ";
    out += claim.unit_candidates[i];
  }
  return out;
}

std::string WithUnit(const std::string& number, const ReportClaim& claim) {
  const std::string unit = UnitWords(claim);
  if (unit.empty() || claim.kind == "ordinal") return number;
  if (unit == "percent") return number + "%";
  if (unit == "ratio") return number;
  if (claim.kind == "money" && !claim.unit.empty()) return unit + " " + number;
  if (claim.kind == "count") return fmt::format("{} ({})", number, unit);
  return number + " " + unit;
}

}  // namespace

std::string NumberWords(std::string_view decimal) {
  const auto value = PlainDecimal(decimal);
  return value ? Joined(WordsOf(*value)) : std::string(decimal);
}

std::string FigureWords(const ReportClaim& claim) {
  const std::string modality(ModalityWords(claim.modality));
  const size_t slash = claim.value.find('/');
  if (claim.kind == "date") {
    if (slash == std::string::npos) return modality + claim.value;
    return fmt::format("{} to {}", claim.value.substr(0, slash),
                       claim.value.substr(slash + 1));
  }
  if (claim.kind == "duration") {
    if (slash == std::string::npos) {
      return modality + DurationWords(claim.value);
    }
    return fmt::format("{} to {}", DurationWords(claim.value.substr(0, slash)),
                       DurationWords(claim.value.substr(slash + 1)));
  }
  if (claim.kind == "score") return claim.value;
  if (slash != std::string::npos) {
    return WithUnit(RangeOf(claim.value.substr(0, slash),
                            claim.value.substr(slash + 1), ""),
                    claim);
  }
  if (!claim.value.empty()) {
    return modality + WithUnit(NumberWords(claim.value), claim);
  }
  if (!claim.low.empty() && !claim.high.empty()) {
    return WithUnit(RangeOf(claim.low, claim.high, ""), claim);
  }
  if (!claim.low.empty()) {
    return "at least " + WithUnit(NumberWords(claim.low), claim);
  }
  if (!claim.high.empty()) {
    return "at most " + WithUnit(NumberWords(claim.high), claim);
  }
  return "";
}

std::string RangeWords(const ReportClaim& claim) {
  if (claim.kind == "date" || claim.kind == "score" || claim.value.empty() ||
      claim.value.find('/') != std::string::npos || claim.low.empty() ||
      claim.high.empty() || claim.low == claim.high) {
    return "";
  }
  return RangeOf(claim.low, claim.high, claim.high_included ? "" : "under ");
}

std::string MetricWords(std::string_view metric) {
  std::string out(metric);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string FactWords(std::string_view subject, std::string_view metric) {
  if (metric.empty()) return std::string(subject);
  if (subject.empty()) return MetricWords(metric);
  return fmt::format("{} · {}", subject, MetricWords(metric));
}

std::string QualifierWords(std::string_view qualifier) {
  const size_t equals = qualifier.find('=');
  if (equals == std::string_view::npos) return MetricWords(qualifier);
  return fmt::format("{}: {}", MetricWords(qualifier.substr(0, equals)),
                     MetricWords(qualifier.substr(equals + 1)));
}

std::string GroupedDigits(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string Counted(uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", GroupedDigits(number), noun,
                     number == 1 ? "" : "s");
}

}  // namespace crosscheck
