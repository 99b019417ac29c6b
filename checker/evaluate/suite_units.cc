#include "checker/evaluate/suite_units.h"

#include <map>

#include "checker/evaluate/value_match.h"
#include "checker/model/decimal.h"

namespace crosscheck {
namespace {

struct Known {
  std::string_view dimension;
  std::string_view factor;  // to one unit of the dimension
};

const std::map<std::string_view, Known>& KnownUnits() {
  static const std::map<std::string_view, Known> kUnits = {
      {"kilometer", {"length", "1000"}},
      {"km", {"length", "1000"}},
      {"meter", {"length", "1"}},
      {"m", {"length", "1"}},
      {"centimeter", {"length", "0.01"}},
      {"cm", {"length", "0.01"}},
      {"millimeter", {"length", "0.001"}},
      {"mm", {"length", "0.001"}},
      {"micrometer", {"length", "0.000001"}},
      {"μm", {"length", "0.000001"}},
      {"nanometer", {"length", "0.000000001"}},
      {"picometer", {"length", "0.000000000001"}},
      {"inch", {"length", "0.0254"}},
      {"foot", {"length", "0.3048"}},
      {"ft", {"length", "0.3048"}},
      {"yard", {"length", "0.9144"}},
      {"mile", {"length", "1609.344"}},
      {"mi", {"length", "1609.344"}},
      {"astronomical-unit", {"length", "149597870700"}},
      {"au", {"length", "149597870700"}},
      {"gram", {"mass", "1"}},
      {"g", {"mass", "1"}},
      {"kilogram", {"mass", "1000"}},
      {"kg", {"mass", "1000"}},
      {"milligram", {"mass", "0.001"}},
      {"microgram", {"mass", "0.000001"}},
      {"pound", {"mass", "453.59237"}},
      {"lbs", {"mass", "453.59237"}},
      {"ounce", {"mass", "28.349523125"}},
      {"metric-ton", {"mass", "1000000"}},
      {"tonne", {"mass", "1000000"}},
      {"ton", {"mass", "1000000"}},  // suites do not say which ton
      {"liter", {"volume", "1"}},
      {"milliliter", {"volume", "0.001"}},
      {"ml", {"volume", "0.001"}},
      {"centiliter", {"volume", "0.01"}},
      {"hectoliter", {"volume", "100"}},
      {"kiloliter", {"volume", "1000"}},
      {"kl", {"volume", "1000"}},
      {"gallon", {"volume", "3.785411784"}},
      {"cup", {"volume", "0.2365882365"}},
      {"tablespoon", {"volume", "0.01478676478125"}},
      {"cubic-meter", {"volume", "1000"}},
      {"m³", {"volume", "1000"}},
      {"cubic-centimeter", {"volume", "0.001"}},
      {"cc", {"volume", "0.001"}},
      {"cubic-kilometer", {"volume", "1000000000000"}},
      {"square-meter", {"area", "1"}},
      {"square-kilometer", {"area", "1000000"}},
      {"km²", {"area", "1000000"}},
      {"hectare", {"area", "10000"}},
      {"ha", {"area", "10000"}},
      {"acre", {"area", "4046.8564224"}},
      {"square-mile", {"area", "2589988.110336"}},
      {"sq-mi", {"area", "2589988.110336"}},
      {"kilometer-per-hour", {"speed", "1"}},
      {"km/h", {"speed", "1"}},
      {"mile-per-hour", {"speed", "1.609344"}},
      {"mph", {"speed", "1.609344"}},
      {"bit", {"digital", "1"}},
      {"byte", {"digital", "8"}},
      {"kibibyte", {"digital", "8192"}},
      {"megabyte", {"digital", "8000000"}},
      {"gigabyte", {"digital", "8000000000"}},
      {"gb", {"digital", "8000000000"}},
      {"petabyte", {"digital", "8000000000000000"}},
      {"pb", {"digital", "8000000000000000"}},
      {"megabit-per-second", {"bit-rate", "1"}},
      {"mbps", {"bit-rate", "1"}},
      {"kilohertz", {"frequency", "1"}},
      {"khz", {"frequency", "1"}},
      {"gigahertz", {"frequency", "1000000"}},
      {"kilowatt-hour", {"energy", "1"}},
      {"kwh", {"energy", "1"}},
      {"gigawatt-hour", {"energy", "1000000"}},
      {"gwh", {"energy", "1000000"}},
      {"kilowatt", {"power", "1"}},
      {"kw", {"power", "1"}},
      {"celsius", {"celsius", "1"}},
      {"degree-celsius", {"celsius", "1"}},
      {"°c", {"celsius", "1"}},
      {"º&c", {"celsius", "1"}},
      {"fahrenheit", {"fahrenheit", "1"}},
      {"f", {"fahrenheit", "1"}},
      {"degree", {"degree", "1"}},
      {"generic", {"degree", "1"}},
      {"arc-minute", {"angle", "60"}},
      {"minute-of-arc", {"angle", "60"}},
      {"arc-second", {"angle", "1"}},
      {"second-of-arc", {"angle", "1"}},
      {"s", {"time", "1"}},
      {"second", {"time", "1"}},
      {"minute", {"time", "60"}},
      {"min", {"time", "60"}},
      {"hour", {"time", "3600"}},
      {"h", {"time", "3600"}},
      {"l", {"volume", "1"}},
      {"cm³", {"volume", "0.001"}},
      {"m²", {"area", "1"}},
      {"cm²", {"area", "0.0001"}},
      {"square-centimeter", {"area", "0.0001"}},
      {"lb", {"mass", "453.59237"}},
      {"oz", {"mass", "28.349523125"}},
      {"mg", {"mass", "0.001"}},
      {"kilogram-force", {"force", "9.80665"}},
      {"kgf", {"force", "9.80665"}},
      {"/km²", {"density", "1"}},
      {"per-square-kilometer", {"density", "1"}},
  };
  return kUnits;
}

struct Measured {
  std::string dimension;
  Decimal factor;
};

// A unit of the table, or one of it per another: "kg/m³",
// "kilogram-per-cubic-meter".
std::optional<Measured> KnownUnit(std::string_view name) {
  const auto& known = KnownUnits();
  if (const auto one = known.find(name); one != known.end()) {
    return Measured{std::string(one->second.dimension),
                    *Decimal::Parse(one->second.factor)};
  }
  for (std::string_view mark : {"-per-", "/"}) {
    const size_t at = name.find(mark);
    if (at == std::string_view::npos) continue;
    const auto above = known.find(name.substr(0, at));
    const auto below = known.find(name.substr(at + mark.size()));
    if (above == known.end() || below == known.end()) continue;
    const auto factor = Divide(*Decimal::Parse(above->second.factor),
                               *Decimal::Parse(below->second.factor), 24);
    if (!factor) return std::nullopt;
    return Measured{std::string(above->second.dimension) + "/" +
                        std::string(below->second.dimension),
                    *factor};
  }
  return std::nullopt;
}

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string PlainUnit(std::string_view unit) {
  std::string out;
  for (char c : unit) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    out += c == ' ' ? '-' : c;
  }
  while (!out.empty() && out.front() == '-') out.erase(0, 1);
  ReplaceAll(out, "metre", "meter");
  ReplaceAll(out, "litre", "liter");
  if (out.size() > 5 && out.ends_with("meters")) out.pop_back();
  return out;
}

bool SameMeasure(std::string_view value_a, std::string_view unit_a,
                 std::string_view value_b, std::string_view unit_b) {
  const std::string a = PlainUnit(unit_a), b = PlainUnit(unit_b);
  if (a == b) return SameNumber(value_a, value_b);
  const auto x = KnownUnit(a), y = KnownUnit(b);
  if (!x || !y || x->dimension != y->dimension) return false;
  const auto number_a = Decimal::Parse(value_a);
  const auto number_b = Decimal::Parse(value_b);
  if (!number_a || !number_b) return false;
  const auto base_a = Multiply(*number_a, x->factor);
  const auto base_b = Multiply(*number_b, y->factor);
  // A quotient that a suite cut off ("12.166666666666666 ft") is near enough.
  if (!base_a || !base_b) return false;
  if (SameNumber(base_a->ToString(), base_b->ToString())) return true;
  const auto is_cut = [](const Decimal& value) {
    const Decimal reduced = value.Reduced();
    return !(reduced.RoundedTo(kQuotientDigits) == reduced);
  };
  return (is_cut(*number_a) || is_cut(*number_b)) &&
         base_a->RoundedTo(kQuotientDigits) ==
             base_b->RoundedTo(kQuotientDigits);
}

}  // namespace crosscheck
