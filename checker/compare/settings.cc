#include "checker/compare/settings.h"

namespace crosscheck {

CompareSettings ReadCompareSettings(
    const Rulebook& rules, const std::map<std::string, std::string>& tolerances,
    const std::map<std::string, Level>& levels) {
  const auto number = [&](const std::string& name) {
    const auto own = tolerances.find(name);
    if (own != tolerances.end()) {
      if (const auto value = Decimal::Parse(own->second)) return *value;
    }
    const auto rule = rules.Find("shared.compare." + name);
    if (!rule) return Decimal(0);
    return Decimal::Parse(rules.Attribute(*rule, "value")).value_or(Decimal(0));
  };
  CompareSettings out;
  out.round_slack = number("round_slack");
  out.cut_slack = number("cut_slack");
  out.high_gap = number("high_gap");
  out.medium_gap = number("medium_gap");
  out.small_count = number("small_count").ToInt64().value_or(0);
  out.stale_days = number("stale_days").ToInt64().value_or(0);
  out.date_slack = number("date_slack").ToInt64().value_or(0);
  out.moment = number("moment").ToInt64().value_or(0);
  out.slip_ratio = number("slip_ratio");
  out.bound_ratio = number("bound_ratio");
  out.sure_points = number("sure_points").ToInt64().value_or(0);
  out.note_points = number("note_points").ToInt64().value_or(0);
  out.slip_days = number("slip_days").ToInt64().value_or(0);
  for (uint32_t rule : rules.OfKind(RuleKind::kCompare)) {
    if (const auto level = ParseLevel(rules.Attribute(rule, "level"))) {
      out.levels[std::string(rules.Means(rule))] = *level;
    }
  }
  for (const auto& [name, level] : levels) out.levels[name] = level;
  return out;
}

}  // namespace crosscheck
