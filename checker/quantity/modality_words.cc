#include "checker/quantity/modality_words.h"

#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxBack = 6;

constexpr uint64_t kKind = KindBit(RuleKind::kModality);

}  // namespace

Modality ModalityNamed(std::string_view name) {
  for (int m = 0; m <= static_cast<int>(Modality::kRange); ++m) {
    if (ToString(static_cast<Modality>(m)) == name) {
      return static_cast<Modality>(m);
    }
  }
  return Modality::kExact;
}

ModalityWords::ModalityWords(const Rulebook& rules)
    : rules_(rules), by_rule_(rules, {RuleKind::kModality}) {
  for (uint32_t rule : rules.OfKind(RuleKind::kModality)) {
    by_rule_[rule] = {ModalityNamed(rules.Attribute(rule, "bound")),
                      rules.Attribute(rule, "place") != "after", true};
  }
}

std::optional<ModalityWord> ModalityWords::Before(const Document& document,
                                                  uint32_t token) const {
  std::optional<ModalityWord> found;
  for (uint32_t back = 1; back <= kMaxBack && back <= token; ++back) {
    const uint32_t first = token - back;
    if (document.tokens[first + 1].starts_line) break;
    if (!Starts(document, first, kKind)) continue;
    // "in the run-up to the 2020 vote"
    if (first > 0 && document.tokens[first].glued &&
        IsText(document, first - 1, "-") && document.tokens[first - 1].glued &&
        IsWord(document, first)) {
      continue;
    }
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, first, kKind)) {
      if (match.limit_token < token) break;
      const Entry& entry = by_rule_[match.rule];
      if (match.limit_token != token || !entry.before) continue;
      found = ModalityWord{entry.bound,       first,
                           match.limit_token, match.rule,
                           match.proclitics,  match.prefix_bytes};
      break;
    }
  }
  return found;
}

std::optional<ModalityWord> ModalityWords::After(const Document& document,
                                                 uint32_t token) const {
  if (!OnLine(document, token) || !Starts(document, token, kKind)) {
    return std::nullopt;
  }
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kKind)) {
    const Entry& entry = by_rule_[match.rule];
    if (entry.before || match.proclitics != 0) continue;
    // "1,104 +4.2": the sign of the next figure; "12 +/- 3".
    const uint32_t next = match.limit_token;
    if (IsText(document, next, "/") && IsGlued(document, next) &&
        IsGlued(document, next + 1) && !IsWord(document, next + 1)) {
      continue;
    }
    if (document.tokens[token].kind != TokenKind::kWord &&
        !document.tokens[token].glued && IsGlued(document, next) &&
        IsDigits(document, next)) {
      continue;
    }
    return ModalityWord{entry.bound, token, match.limit_token,
                        match.rule,  0,     0};
  }
  return std::nullopt;
}

uint32_t ModalityWords::Skip(const Document& document, uint32_t token) const {
  for (int stacked = 0; stacked < 2; ++stacked) {
    if (!OnLine(document, token) || !Starts(document, token, kKind)) break;
    uint32_t limit = token;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, token, kKind)) {
      if (!by_rule_[match.rule].before) continue;
      limit = match.limit_token;
      break;
    }
    if (limit == token || !OnLine(document, limit)) break;
    token = limit;
  }
  return token;
}

}  // namespace crosscheck
