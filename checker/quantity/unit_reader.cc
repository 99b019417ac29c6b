#include "checker/quantity/unit_reader.h"

#include <algorithm>
#include <utility>

#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr std::pair<std::string_view, UnitRole> kUnitRoles[] = {
    {"unit", UnitRole::kUnit},
    {"symbol", UnitRole::kUnit},
    {"dual", UnitRole::kUnit},
    {"percent", UnitRole::kPercent},
    {"fold", UnitRole::kFold},
    {"times", UnitRole::kTimes},
    {"per_only", UnitRole::kPerOnly},
    {"per", UnitRole::kPer},
    {"power", UnitRole::kPower},
    {"power_prefix", UnitRole::kPowerPrefix},
    {"comparative", UnitRole::kComparative},
    {"mark", UnitRole::kMark},
};

// Speeds are counted in kilometres an hour, lengths in metres, times in
// seconds.
const Decimal kSpeedBase(36, -1);

Decimal NumberOf(std::string_view text, const Decimal& none) {
  return Decimal::Parse(text).value_or(none);
}

}  // namespace

UnitReader::UnitReader(const Rulebook& rules)
    : rules_(rules), by_rule_(rules, {RuleKind::kUnits, RuleKind::kCurrency}) {
  for (uint32_t rule : rules.OfKind(RuleKind::kUnits)) {
    const std::string_view role = rules.Attribute(rule, "role");
    Entry& entry = by_rule_[rule];
    for (const auto& [name, value] : kUnitRoles) {
      if (name == role) entry.role = value;
    }
    entry.unit.id = rules.Means(rule);
    entry.glued_only = rules.Attribute(rule, "glued") == "only";
    entry.alone = rules.Attribute(rule, "place") == "alone";
    entry.before = rules.Attribute(rule, "place") == "before";
    entry.counted = rules.Attribute(rule, "place") == "counted";
    switch (entry.role) {
      case UnitRole::kPercent:
        entry.unit.dimension = Dimension::kPercent;
        break;
      case UnitRole::kFold:
      case UnitRole::kTimes:
        entry.unit.dimension = Dimension::kRatio;
        break;
      case UnitRole::kPower:
      case UnitRole::kPowerPrefix:
        entry.power = rules.Attribute(rule, "factor") == "3" ? 3 : 2;
        break;
      default:
        entry.unit.dimension = Dimension::kMeasure;
        entry.unit.quantity = rules.Attribute(rule, "quantity");
        entry.unit.factor = NumberOf(rules.Attribute(rule, "factor"), 1);
        entry.unit.offset = NumberOf(rules.Attribute(rule, "offset"), 0);
        entry.is_dual = role == "dual";
        break;
    }
    if (entry.role == UnitRole::kMark) marks_.push_back(entry.unit);
    if (role == "symbol") {
      for (std::string_view form : rules.Forms(rule)) {
        if (form.size() == 1) entry.capital = form[0] >= 'A' && form[0] <= 'Z';
      }
    }
  }
  for (uint32_t rule : rules.OfKind(RuleKind::kCurrency)) {
    const std::string_view role = rules.Attribute(rule, "role");
    Entry& entry = by_rule_[rule];
    entry.role = role == "minor"  ? UnitRole::kMinor
                 : role == "none" ? UnitRole::kNone
                                  : UnitRole::kMoney;
    entry.after_scale = rules.Attribute(rule, "place") == "after_scale";
    entry.unit.dimension = Dimension::kMoney;
    for (std::string_view code : rules.List(rule, "candidates")) {
      entry.unit.candidates.emplace_back(code);
    }
    // Where several share the name, the first is meant only if the rule says
    // that it usually or always is.
    if (entry.unit.candidates.size() == 1 ||
        (!entry.unit.candidates.empty() &&
         !rules.Attribute(rule, "default").empty())) {
      entry.unit.id = entry.unit.candidates[0];
    }
    entry.share = NumberOf(rules.Attribute(rule, "minor"), 1);
    entry.is_dual = role == "dual";
    entry.is_symbol = role == "symbol" || role == "code";
    entry.is_code = role == "code";
    entry.any_case = rules.Attribute(rule, "symbol") == "any_case";
    entry.glued_only = rules.Attribute(rule, "glued") == "only";
  }
}

// A code is one in capitals ("TRY", not "try"), and not in a line of capitals
// ("TOP 10 CITIES"); a letter and a sign only joined ("A$", not "a $5 fee").
bool UnitReader::CodeStands(const Document& document, uint32_t token,
                            const Found& found) const {
  const auto& tokens = document.tokens;
  const Token& first = tokens[token];
  if (first.kind != TokenKind::kWord) return true;
  if (found.limit_token > token + 1) {
    const bool joined = tokens[token + 1].glued;
    // "C $ 16 million": a text that is cut into words.
    const bool cut = first.capital && !IsGlued(document, found.limit_token);
    return joined || first.all_capitals || cut;
  }
  if (by_rule_[found.rule].any_case) return true;
  if (first.script != Script::kLatin) return true;
  const bool short_form = first.end - first.begin < 3;
  if (!first.all_capitals && !(short_form && first.capital)) return false;
  for (uint32_t t : {token - 1, found.limit_token, found.limit_token + 1}) {
    if (t >= tokens.size() || t + 1 == 0) continue;
    if (tokens[t].kind == TokenKind::kWord && tokens[t].all_capitals &&
        tokens[t].script == Script::kLatin) {
      return false;
    }
  }
  return true;
}

std::optional<UnitReader::Found> UnitReader::Match(const Document& document,
                                                   uint32_t token,
                                                   bool prefer_measure) const {
  std::optional<Found> best;
  RuleKind best_kind = RuleKind::kUnits;
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token,
                    KindBit(RuleKind::kUnits) | KindBit(RuleKind::kCurrency))) {
    const Entry& entry = by_rule_[match.rule];
    if (entry.role == UnitRole::kNone) {
      // "euro zone" is no euro: a rule that says so keeps shorter ones out.
      if (!best) return std::nullopt;
      continue;
    }
    if ((match.proclitics & ~kCliticThe) != 0 && !entry.is_dual) continue;
    if (entry.role == UnitRole::kMark) continue;
    // "12 million KGS" is money, "12 kgs" is none.
    const bool measure_first = prefer_measure &&
                               match.kind == RuleKind::kUnits &&
                               best_kind == RuleKind::kCurrency;
    const bool code_first =
        !prefer_measure && entry.is_code && best_kind == RuleKind::kUnits;
    if (best && (match.limit_token != best->limit_token ||
                 !(measure_first || code_first))) {
      continue;
    }
    const Found found{match.rule, match.limit_token, match.proclitics,
                      match.prefix_bytes};
    const Token& first = document.tokens[token];
    if (entry.is_code && !CodeStands(document, token, found)) continue;
    // "5 W" is watts, "5 w" is not; "12 M" no metres.
    const bool letter = first.kind == TokenKind::kWord &&
                        first.end - first.begin == 1 &&
                        match.limit_token == token + 1;
    if (letter && match.kind == RuleKind::kUnits &&
        entry.capital != first.capital) {
      continue;
    }
    best = found;
    best_kind = match.kind;
  }
  return best;
}

std::optional<UnitReading> UnitReader::ReadMark(const Document& document,
                                                uint32_t token) const {
  if (token >= document.tokens.size() || !document.tokens[token].glued ||
      !MayStart(document, token)) {
    return std::nullopt;
  }
  const auto found = RoleAt(document, token, UnitRole::kMark);
  if (!found) return std::nullopt;
  UnitReading out;
  out.first_token = token;
  out.limit_token = found->limit_token;
  out.unit = by_rule_[found->rule].unit;
  out.rule = rules_.Id(found->rule);
  return out;
}

const Unit* UnitReader::TwelfthOf(const Unit& unit) const {
  for (const Unit& mark : marks_) {
    const auto twelve = Multiply(mark.factor, 12);
    if (mark.quantity == unit.quantity && twelve && *twelve == unit.factor) {
      return &mark;
    }
  }
  return nullptr;
}

std::optional<UnitReader::Found> UnitReader::RoleAt(const Document& document,
                                                    uint32_t token,
                                                    UnitRole role) const {
  if (!OnLine(document, token)) return std::nullopt;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kUnits))) {
    if (by_rule_[match.rule].role == role && match.proclitics == 0) {
      return Found{match.rule, match.limit_token, 0, 0};
    }
  }
  return std::nullopt;
}

// A country whose currency is among the unit's candidates; the token after.
std::optional<uint32_t> UnitReader::CountryAt(const Document& document,
                                              uint32_t token, const Unit& unit,
                                              std::string& code) const {
  if (!OnLine(document, token)) return std::nullopt;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kContext))) {
    if ((match.proclitics & ~kCliticThe) != 0) continue;
    const std::string_view currency = rules_.Attribute(match.rule, "currency");
    const auto& all = unit.candidates;
    if (std::find(all.begin(), all.end(), currency) == all.end()) continue;
    code = currency;
    return match.limit_token;
  }
  return std::nullopt;
}

std::optional<UnitReading> UnitReader::ReadSimple(const Document& document,
                                                  uint32_t token,
                                                  bool prefer_measure) const {
  const auto found = Match(document, token, prefer_measure);
  if (!found) return std::nullopt;
  const Entry& entry = by_rule_[found->rule];
  const Token& first = document.tokens[token];
  UnitReading out;
  out.role = entry.role;
  out.first_token = token;
  out.limit_token = found->limit_token;
  out.unit = entry.unit;
  out.share = entry.share;
  out.is_dual = entry.is_dual;
  out.is_symbol = entry.is_symbol;
  out.is_code = entry.is_code;
  out.glued_only = entry.glued_only;
  out.after_scale = entry.after_scale;
  out.alone = entry.alone;
  out.before_number = entry.before;
  out.counted = entry.counted;
  out.single = first.kind == TokenKind::kWord && first.end - first.begin == 1 &&
               found->limit_token == token + 1;
  out.proclitics = found->proclitics;
  out.prefix_bytes = found->prefix_bytes;
  out.rule = rules_.Id(found->rule);
  return out;
}

void UnitReader::ApplyPower(UnitReading& reading, int power) const {
  Decimal factor = 1;
  for (int i = 0; i < power; ++i) {
    const auto product = Multiply(factor, reading.unit.factor);
    if (!product) return;
    factor = *product;
  }
  reading.unit.factor = factor;
  reading.unit.id = (power == 3 ? "cubic-" : "square-") + reading.unit.id;
  reading.unit.quantity = power == 3 ? "volume" : "area";
  reading.single = reading.glued_only = false;
}

void UnitReader::ReadPower(const Document& document,
                           UnitReading& reading) const {
  if (reading.role != UnitRole::kUnit || reading.unit.quantity != "length") {
    return;
  }
  const auto power = RoleAt(document, reading.limit_token, UnitRole::kPower);
  if (!power) return;
  const Token& first = document.tokens[reading.limit_token];
  // Digits and signs are powers only where they are glued on: "m2".
  if (first.kind != TokenKind::kWord && !first.glued) return;
  if (first.kind == TokenKind::kDigits &&
      power->limit_token < document.tokens.size()) {
    const Token& after = document.tokens[power->limit_token];
    if (after.glued && after.kind == TokenKind::kWord) return;  // "km2x"
  }
  ApplyPower(reading, by_rule_[power->rule].power);
  reading.limit_token = power->limit_token;
}

// "metres per second squared", "m/s2".
void UnitReader::ReadSecondPower(const Document& document,
                                 UnitReading& reading) const {
  if (reading.unit.quantity != "duration") return;
  const auto power = RoleAt(document, reading.limit_token, UnitRole::kPower);
  if (!power || by_rule_[power->rule].power != 2) return;
  const Token& first = document.tokens[reading.limit_token];
  if (first.kind != TokenKind::kWord && !first.glued) return;
  ApplyPower(reading, 2);
  reading.unit.quantity = "square-duration";
  reading.limit_token = power->limit_token;
}

// "500 per square kilometre": a density of what is counted.
std::optional<UnitReading> UnitReader::ReadDensity(const Document& document,
                                                   uint32_t token) const {
  const auto per = RoleAt(document, token, UnitRole::kPer);
  const auto power =
      per ? RoleAt(document, per->limit_token, UnitRole::kPowerPrefix)
          : std::nullopt;
  if (!power || !OnLine(document, power->limit_token)) return std::nullopt;
  auto reading = ReadSimple(document, power->limit_token, true);
  if (!reading || reading->unit.quantity != "length") return std::nullopt;
  ApplyPower(*reading, by_rule_[power->rule].power);
  const auto factor = Divide(Decimal(1), reading->unit.factor, 24);
  if (!factor) return std::nullopt;
  reading->unit.factor = factor->Reduced();
  reading->unit.id = "per-" + reading->unit.id;
  reading->unit.quantity = "per-" + reading->unit.quantity;
  reading->first_token = token;
  return reading;
}

void UnitReader::ReadPer(const Document& document, UnitReading& reading) const {
  if (reading.role != UnitRole::kUnit) return;
  const uint32_t at = reading.limit_token;
  const auto per = RoleAt(document, at, UnitRole::kPer);
  if (!per) return;
  if (document.tokens[at].kind != TokenKind::kWord &&
      !document.tokens[at].glued) {
    return;
  }
  if (!OnLine(document, per->limit_token)) return;
  // "per square kilometre"
  uint32_t below_at = per->limit_token;
  const auto prefix = RoleAt(document, below_at, UnitRole::kPowerPrefix);
  if (prefix && OnLine(document, prefix->limit_token)) {
    below_at = prefix->limit_token;
  }
  auto below = ReadSimple(document, below_at, true);
  if (prefix && below && below->unit.quantity == "length") {
    ApplyPower(*below, by_rule_[prefix->rule].power);
  } else if (prefix) {
    return;
  }
  if (!below ||
      (below->role != UnitRole::kUnit && below->role != UnitRole::kPerOnly)) {
    return;
  }
  if (below->is_dual) return;
  // "a" and "an" are per only before a time: "miles an hour".
  if (rules_.Attribute(per->rule, "per") == "time" &&
      below->role != UnitRole::kPerOnly) {
    return;
  }
  ReadPower(document, *below);
  ReadSecondPower(document, *below);
  Unit& unit = reading.unit;
  const bool speed =
      unit.quantity == "length" && below->unit.quantity == "duration";
  const auto scaled =
      speed ? Multiply(unit.factor, kSpeedBase) : std::optional(unit.factor);
  const auto factor = scaled ? Divide(*scaled, below->unit.factor, 24)
                             : std::optional<Decimal>();
  if (!factor) return;
  unit.factor = factor->Reduced();
  unit.quantity = speed ? std::string("speed")
                        : unit.quantity + "-per-" + below->unit.quantity;
  unit.id += "-per-" + below->unit.id;
  reading.limit_token = below->limit_token;
  reading.single = false;
}

std::optional<UnitReading> UnitReader::Read(const Document& document,
                                            uint32_t token,
                                            bool prefer_measure) const {
  if (!MayStart(document, token)) return std::nullopt;
  // "square kilometre": the power first.
  if (const auto power = RoleAt(document, token, UnitRole::kPowerPrefix)) {
    auto reading = OnLine(document, power->limit_token)
                       ? ReadSimple(document, power->limit_token, true)
                       : std::nullopt;
    if (reading && reading->unit.quantity == "length") {
      ApplyPower(*reading, by_rule_[power->rule].power);
      reading->first_token = token;
      ReadPer(document, *reading);
      return reading;
    }
  }
  if (auto density = ReadDensity(document, token)) return density;
  auto reading = ReadSimple(document, token, prefer_measure);
  // "Egyptian pounds": the country first.
  if (!reading) {
    for (const PhraseMatch& match : MatchPhrases(
             rules_.lexicon(), document, token, KindBit(RuleKind::kContext))) {
      if (!OnLine(document, match.limit_token)) continue;
      auto money = ReadSimple(document, match.limit_token, false);
      std::string code;
      if (money && money->role == UnitRole::kMoney && !money->is_symbol &&
          CountryAt(document, token, money->unit, code)) {
        money->unit.id = code;
        money->unit.candidates = {code};
        money->first_token = token;
        return money;
      }
    }
    return std::nullopt;
  }
  switch (reading->role) {
    case UnitRole::kUnit:
      ReadPower(document, *reading);
      ReadPer(document, *reading);
      break;
    case UnitRole::kMoney:
    case UnitRole::kMinor: {
      std::string code;
      if (reading->is_symbol || reading->unit.candidates.size() < 2) break;
      if (const auto limit =
              CountryAt(document, reading->limit_token, reading->unit, code)) {
        reading->unit.id = code;
        reading->unit.candidates = {code};
        reading->limit_token = *limit;
      }
      break;
    }
    case UnitRole::kTimes:
      if (!RoleAt(document, reading->limit_token, UnitRole::kComparative)) {
        return std::nullopt;
      }
      reading->role = UnitRole::kFold;
      break;
    case UnitRole::kPercent:
    case UnitRole::kFold:
      break;
    default:
      return std::nullopt;
  }
  return reading;
}

}  // namespace crosscheck
