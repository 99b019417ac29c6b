#include "checker/quantity/range_words.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace crosscheck {
namespace {

constexpr uint32_t kMaxBack = 3;

constexpr std::pair<std::string_view, RangeRole> kRoles[] = {
    {"and", RangeRole::kAnd},     {"to", RangeRole::kTo},
    {"but", RangeRole::kBut},     {"or", RangeRole::kOr},
    {"dash", RangeRole::kDash},   {"by", RangeRole::kBy},
    {"up", RangeRole::kUp},       {"down", RangeRole::kDown},
    {"per", RangeRole::kPer},     {"ranged", RangeRole::kRanged},
    {"score", RangeRole::kScore}, {"against", RangeRole::kAgainst},
};

}  // namespace

RangeWords::RangeWords(const Rulebook& rules)
    : rules_(rules), by_rule_(rules.size()) {
  for (uint32_t rule : rules.OfKind(RuleKind::kRanges)) {
    const std::string_view role = rules.Attribute(rule, "role");
    if (role == "open") {
      by_rule_[rule] = rules.Attribute(rule, "pairs_with") == "and"
                           ? RangeRole::kBetween
                           : RangeRole::kFrom;
    }
    for (const auto& [name, value] : kRoles) {
      if (name == role) by_rule_[rule] = value;
    }
  }
}

std::optional<RangeWord> RangeWords::At(
    const Document& document, uint32_t token,
    std::initializer_list<RangeRole> roles) const {
  if (!MayStart(document, token)) return std::nullopt;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kRanges))) {
    const RangeRole role = by_rule_[match.rule];
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) continue;
    return RangeWord{role,
                     token,
                     match.limit_token,
                     match.rule,
                     match.proclitics,
                     match.prefix_bytes};
  }
  return std::nullopt;
}

std::optional<RangeWord> RangeWords::Before(
    const Document& document, uint32_t token,
    std::initializer_list<RangeRole> roles) const {
  std::optional<RangeWord> found;
  for (uint32_t back = 1; back <= kMaxBack && back <= token; ++back) {
    if (document.tokens[token - back + 1].starts_line) break;
    if (!MayStart(document, token - back)) continue;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, token - back,
                      KindBit(RuleKind::kRanges))) {
      const RangeRole role = by_rule_[match.rule];
      if (match.limit_token != token ||
          std::find(roles.begin(), roles.end(), role) == roles.end()) {
        continue;
      }
      found = RangeWord{role,       token - back,     match.limit_token,
                        match.rule, match.proclitics, match.prefix_bytes};
      break;
    }
  }
  return found;
}

}  // namespace crosscheck
