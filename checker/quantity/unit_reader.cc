#include "checker/quantity/unit_reader.h"

namespace crosscheck {

UnitReader::UnitReader(const Rulebook& rules) : rules_(rules) {
  for (uint32_t rule : rules.OfKind(RuleKind::kUnits)) {
    const std::string_view role = rules.Attribute(rule, "role");
    Entry entry;
    entry.unit.id = rules.Means(rule);
    if (role == "percent") {
      entry.role = UnitRole::kPercent;
      entry.unit.dimension = Dimension::kPercent;
    } else if (role == "fold") {
      entry.role = UnitRole::kFold;
      entry.unit.dimension = Dimension::kRatio;
    } else {
      entry.unit.dimension = Dimension::kMeasure;
      entry.unit.quantity = rules.Attribute(rule, "quantity");
      entry.unit.factor =
          Decimal::Parse(rules.Attribute(rule, "factor")).value_or(Decimal(1));
      entry.unit.offset =
          Decimal::Parse(rules.Attribute(rule, "offset")).value_or(Decimal(0));
      entry.is_dual = role == "dual";
    }
    by_rule_[rule] = std::move(entry);
  }
  for (uint32_t rule : rules.OfKind(RuleKind::kCurrency)) {
    const std::string_view role = rules.Attribute(rule, "role");
    Entry entry;
    entry.role = role == "minor" ? UnitRole::kMinor : UnitRole::kMoney;
    entry.unit.dimension = Dimension::kMoney;
    for (std::string_view code : rules.List(rule, "candidates")) {
      entry.unit.candidates.emplace_back(code);
    }
    if (!entry.unit.candidates.empty()) {
      entry.unit.id = entry.unit.candidates[0];
    }
    entry.share =
        Decimal::Parse(rules.Attribute(rule, "minor")).value_or(Decimal(1));
    entry.is_dual = role == "dual";
    entry.is_symbol = role == "symbol" || role == "code";
    entry.is_code = role == "code";
    by_rule_[rule] = std::move(entry);
  }
}

std::optional<UnitReading> UnitReader::Read(const Document& document,
                                            uint32_t token,
                                            bool prefer_measure) const {
  const auto matches = MatchPhrases(rules_.lexicon(), document, token, Kinds());
  const PhraseMatch* best = nullptr;
  for (const PhraseMatch& match : matches) {
    if ((match.proclitics & ~kCliticThe) != 0) continue;
    if (best == nullptr || (match.limit_token == best->limit_token &&
                            match.kind == RuleKind::kUnits && prefer_measure &&
                            best->kind == RuleKind::kCurrency)) {
      best = &match;
    }
  }
  if (best == nullptr) return std::nullopt;
  // A code of letters is one only in capitals ("ALL", "TRY").
  const Entry& entry = by_rule_.at(best->rule);
  const Token& first = document.tokens[token];
  if (entry.is_code && first.kind == TokenKind::kWord && !first.capital) {
    return std::nullopt;
  }
  UnitReading out;
  out.role = entry.role;
  out.first_token = token;
  out.limit_token = best->limit_token;
  out.unit = entry.unit;
  out.share = entry.share;
  out.is_dual = entry.is_dual;
  out.is_symbol = entry.is_symbol;
  out.is_code = entry.is_code;
  out.rule = rules_.Id(best->rule);
  return out;
}

}  // namespace crosscheck
