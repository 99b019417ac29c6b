#include "checker/evaluate/expected_match.h"

#include <algorithm>
#include <initializer_list>

#include "checker/evaluate/date_match.h"
#include "checker/evaluate/suite_units.h"
#include "checker/evaluate/value_match.h"

namespace crosscheck {
namespace {

bool IsAny(std::string_view text,
           std::initializer_list<std::string_view> those) {
  return std::find(those.begin(), those.end(), text) != those.end();
}

bool IsDateRange(const ExpectedFigure& expected) {
  // A season that is not resolved has no ends.
  return expected.kind == "range" &&
         (!expected.grain.empty() || expected.end_exclusive ||
          expected.values.empty());
}

// "unnamed" amounts and multiples are bare numbers here.
bool IsBareUnit(std::string_view unit) {
  return unit.empty() || unit == "unnamed" || unit == "x";
}

bool IsRightKind(const ReportClaim& claim, const ExpectedFigure& expected,
                 bool latent) {
  const std::string_view kind = claim.kind, wanted = expected.kind;
  if (latent || wanted == "number") return true;
  // "in two weeks" and "the past two weeks" are lengths here: date_match.h.
  if (wanted == "date" || IsDateRange(expected)) {
    return kind == "date" || kind == "duration";
  }
  if (wanted == "duration") return kind == "duration" || kind == "age";
  if (wanted == "quantity") {
    return kind == "quantity" || IsBareUnit(expected.unit);
  }
  if (wanted == "range") return kind != "date";
  return kind == wanted;
}

// The expected currency as the contract has it.
std::string_view MoneyOf(std::string_view unit) {
  return unit == "Pence" ? "GBP" : unit;
}

bool IsRightMoney(const ReportClaim& claim, const ExpectedFigure& expected) {
  const std::string_view id = MoneyOf(expected.unit);
  const auto& candidates = claim.unit_candidates;
  const auto has = [&](std::string_view one) {
    return claim.unit == one || std::find(candidates.begin(), candidates.end(),
                                          one) != candidates.end();
  };
  if (id == "Franc") return has("CHF") || has("XAF") || has("FRF");
  if (claim.unit == id) return true;
  return (claim.unit.empty() || expected.unit_ambiguous) && has(id);
}

// Equal numbers, with no regard to units, or after conversion of units.
bool IsSame(std::string_view ours, const ReportClaim& claim,
            std::string_view wanted, const ExpectedFigure& expected) {
  if (SameNumber(ours, wanted)) return true;
  if (expected.in_minor_unit) {
    const auto coins = Decimal::Parse(wanted);
    return coins && SameNumber(ours, coins->Scaled(-2).ToString());
  }
  if (expected.unit.empty() || expected.kind == "money") return false;
  return SameMeasure(ours, claim.unit, wanted, expected.unit);
}

// The length meant by a suite's number and unit, in seconds.
std::optional<Decimal> ExpectedSeconds(std::string_view value,
                                       std::string_view unit) {
  const std::string name = PlainUnit(unit);
  if (name.empty()) return std::nullopt;
  const bool in_time = IsAny(name, {"second", "minute", "hour"});
  const char letter = static_cast<char>(name[0] - 'a' + 'A');
  const std::string iso = std::string(in_time ? "PT1" : "P1") + letter;
  const auto one = DurationSeconds(iso);
  const auto count = Decimal::Parse(value);
  if (!one || !count) return std::nullopt;
  return Multiply(*one, *count);
}

// "half a year" is six months here and 182.5 days in a suite.
bool IsPartOfYear(std::string_view iso, const Decimal& seconds) {
  const std::string_view count = DurationCount(iso);
  if (count.empty() || iso.back() != 'M' ||
      iso.find('T') != std::string_view::npos) {
    return false;
  }
  const auto months = Decimal::Parse(count);
  const auto year = months ? Multiply(*months, 365 * 86400) : std::nullopt;
  const auto twelve = Multiply(seconds, 12);
  return year && twelve && *year == *twelve;
}

bool IsSameDuration(const ReportClaim& claim, std::string_view wanted,
                    const ExpectedFigure& expected) {
  const auto seconds = ExpectedSeconds(wanted, expected.unit);
  if (!seconds) return false;
  if (const auto ours = DurationSeconds(claim.value)) {
    return *ours == *seconds || IsPartOfYear(claim.value, *seconds);
  }
  const auto ours = ExpectedSeconds(
      claim.value, claim.unit.empty() ? "year" : std::string_view(claim.unit));
  return ours && *ours == *seconds;
}

bool IsRightRange(const ReportClaim& claim, const ExpectedFigure& expected) {
  const std::string& low = expected.values[0];
  const std::string& high = expected.values[1];
  if (claim.modality == "exact") {  // "equal to 5000" as a range of one value
    return low == high && IsSame(claim.value, claim, low, expected);
  }
  if (claim.kind == "duration" && claim.low.empty() && claim.high.empty()) {
    return false;
  }
  const auto end = [&](const std::string& ours, const std::string& wanted) {
    return wanted.empty() ? ours.empty()
                          : IsSame(ours, claim, wanted, expected);
  };
  if (end(claim.low, low) && end(claim.high, high)) return true;
  // A bound of a figure that is itself loose ("over about 40"): by its number.
  const bool above = IsAny(claim.modality, {"at_least", "more_than"});
  const bool below = IsAny(claim.modality, {"at_most", "less_than"});
  if (above && high.empty()) return IsSame(claim.value, claim, low, expected);
  if (below && low.empty()) return IsSame(claim.value, claim, high, expected);
  return false;
}

bool IsRightValue(const ReportClaim& claim, const ExpectedFigure& expected) {
  if (expected.kind == "date" || IsDateRange(expected)) {
    return IsExpectedDate(claim, expected);
  }
  if (expected.values.size() == 2) return IsRightRange(claim, expected);
  if (expected.values.empty()) return true;
  const std::string& wanted = expected.values.front();
  if (expected.kind == "duration") {
    if (IsSameDuration(claim, wanted, expected)) return true;
  }
  if (IsSame(claim.value, claim, wanted, expected)) return true;
  return ReadsAs(claim, wanted);
}

bool IsRightUnit(const ReportClaim& claim, const ExpectedFigure& expected) {
  if (IsBareUnit(expected.unit) || expected.values.empty()) return true;
  if (expected.kind == "money") return IsRightMoney(claim, expected);
  if (expected.kind == "percent") {
    return claim.kind == "percent" && claim.unit == "percent";
  }
  if (expected.kind == "duration") {
    return IsSameDuration(claim, expected.values.front(), expected);
  }
  // The values are equal by now; equal in these units too?
  if (claim.unit.empty()) return false;
  if (expected.values.size() == 2) {
    for (const std::string& value : expected.values) {
      if (value.empty()) continue;
      if (SameMeasure(claim.low, claim.unit, value, expected.unit) ||
          SameMeasure(claim.high, claim.unit, value, expected.unit)) {
        return true;
      }
    }
    return SameMeasure(claim.value, claim.unit,
                       expected.values[expected.values[0].empty() ? 1 : 0],
                       expected.unit);
  }
  const auto is_it = [&](const std::string& ours) {
    return SameMeasure(ours, claim.unit, expected.values.front(),
                       expected.unit);
  };
  return is_it(claim.value) ||
         (claim.modality == "range" && (is_it(claim.low) || is_it(claim.high)));
}

}  // namespace

MatchLevel Match(const ReportClaim& claim, const ExpectedFigure& expected,
                 bool latent, bool values_asserted) {
  const bool kind = IsRightKind(claim, expected, latent);
  const bool value = IsRightValue(claim, expected);
  if (!values_asserted && kind) return MatchLevel::kRight;
  if (!value) return MatchLevel::kFound;
  return kind && IsRightUnit(claim, expected) ? MatchLevel::kRight
                                              : MatchLevel::kValue;
}

std::optional<std::string> ListedKind(std::string_view suite,
                                      const ReportClaim& claim) {
  const std::string& kind = claim.kind;
  const auto is = [&](std::string_view part) {
    return suite.find(part) != std::string_view::npos;
  };
  const auto only = [&](bool listed) {
    return listed ? std::optional<std::string>(kind) : std::nullopt;
  };
  if (is("money") || is("currency")) return only(kind == "money");
  if (is("measure")) return only(kind == "quantity" || kind == "percent");
  if (is("distance") || is("volume") || is("quantity") || is("dimension")) {
    return only(kind == "quantity");
  }
  if (is("duration")) return only(kind == "duration");
  if (is("-age")) return only(kind == "age");
  if (is("ordinal")) return only(kind == "ordinal");
  if (is("percent")) return only(kind == "percent");
  if (is("-time") || is("date")) return only(kind == "date");
  if (kind == "date") return std::nullopt;
  if (is("numberrange")) {
    if (claim.modality == "exact") return std::nullopt;
    return "range";
  }
  if (kind == "ordinal") return std::nullopt;
  return "number";
}

bool IsOutOfScope(const ExpectedFigure& expected, bool latent) {
  if (expected.is_relative) return true;
  if (expected.kind == "date" || expected.kind == "range") return latent;
  return expected.values.empty();
}

}  // namespace crosscheck
