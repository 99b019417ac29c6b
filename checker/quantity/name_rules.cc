#include "checker/quantity/name_rules.h"

#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxBack = 4;  // tokens of a phrase before a number
constexpr uint64_t kNames = KindBit(RuleKind::kNames);

}  // namespace

NameRules::NameRules(const Rulebook& rules)
    : rules_(rules), by_rule_(rules, {RuleKind::kNames}) {
  for (uint32_t rule : rules.OfKind(RuleKind::kNames)) {
    NameRule& entry = by_rule_[rule];
    const std::string_view place = rules.Attribute(rule, "place");
    const std::string_view needs = rules.Attribute(rule, "needs");
    if (place == "before") {
      entry.place = rules.Attribute(rule, "role") == "rank"
                        ? NamePlace::kRank
                        : NamePlace::kBefore;
    } else if (place == "whole") {
      entry.place = NamePlace::kWhole;
    } else if (place == "letter") {
      entry.place = NamePlace::kLetter;
    } else if (place == "after") {
      entry.place = NamePlace::kAfter;
    } else if (place == "street") {
      entry.place = NamePlace::kStreet;
    }
    entry.whole_line = needs == "line";
    entry.beside_letter = needs == "letter";
    entry.capitals = needs == "capitals";
    entry.article = needs == "article";
    entry.words = rules.Attribute(rule, "role") == "words";
    entry.reason = rules.Attribute(rule, "reason");
  }
}

bool NameRules::StartsAt(const Document& document, uint32_t token,
                         NamePlace place) const {
  if (!Starts(document, token, kNames)) return false;
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kNames)) {
    if (by_rule_[match.rule].place == place) return true;
  }
  return false;
}

std::optional<std::pair<uint32_t, uint32_t>> NameRules::RankBefore(
    const Document& document, uint32_t token, bool article) const {
  for (uint32_t back = 1; back <= kMaxBack && back <= token; ++back) {
    const uint32_t first = token - back;
    if (document.tokens[first + 1].starts_line) break;
    if (!Starts(document, first, kNames)) continue;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, first, kNames)) {
      const NameRule& rule = by_rule_[match.rule];
      if (match.limit_token == token && rule.place == NamePlace::kRank &&
          (article || !rule.article)) {
        return std::make_pair(first, token);
      }
    }
  }
  return std::nullopt;
}

std::optional<uint32_t> NameRules::Before(const Document& document,
                                          uint32_t token) const {
  std::optional<uint32_t> rule;
  for (uint32_t back = 1; back <= kMaxBack && back <= token; ++back) {
    const uint32_t first = token - back;
    if (document.tokens[first + 1].starts_line) break;
    if (!Starts(document, first, kNames)) continue;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, first, kNames)) {
      if (match.limit_token != token ||
          by_rule_[match.rule].place != NamePlace::kBefore) {
        continue;
      }
      rule = match.rule;
      break;
    }
  }
  return rule;
}

const NameRule* NameRules::LetterAt(const Document& document,
                                    uint32_t token) const {
  if (!Starts(document, token, kNames)) return nullptr;
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kNames)) {
    const NameRule& rule = by_rule_[match.rule];
    if (rule.place == NamePlace::kLetter &&
        (match.proclitics & ~kCliticThe) == 0) {
      return &rule;
    }
  }
  return nullptr;
}

}  // namespace crosscheck
