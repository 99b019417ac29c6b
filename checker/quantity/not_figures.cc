#include "checker/quantity/not_figures.h"

#include <algorithm>

#include "checker/quantity/capitals.h"
#include "checker/quantity/digit_shapes.h"
#include "checker/quantity/number_digits.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestFigure = 24;  // digits; longer runs are ids
constexpr uint32_t kMaxStreet = 6;     // tokens of the name of a street
constexpr uint64_t kNames = KindBit(RuleKind::kNames);

}  // namespace

NotFigures::NotFigures(const Rulebook& rules, const NumberWords& words,
                       const UnitReader& units, const NounFinder& nouns)
    : rules_(rules),
      nouns_(nouns),
      words_(words),
      names_(rules),
      numbered_(names_, words, units, nouns),
      pronouns_(rules, names_, words, nouns) {}

std::optional<NotFigure> NotFigures::ByShape(const Document& document,
                                             const Sentence& sentence,
                                             uint32_t token) const {
  const std::string_view digits = document.Folded(token);
  const Chain chain = ChainOf(document, token);
  if (digits.size() > kLongestFigure) {
    return NotFigure{chain.limit, "too-long", "shared.shape.too_long"};
  }
  if (const uint32_t limit = EndOfLongGroups(document, token)) {
    return NotFigure{limit, "too-long", "shared.shape.too_long"};
  }
  if (chain.limit - chain.first > 1 && IsAddress(document, chain)) {
    return NotFigure{chain.limit, "address", "shared.shape.address"};
  }
  if (IsPhone(document, chain, token)) {
    return NotFigure{chain.limit, "phone", "shared.shape.phone"};
  }
  if (IsListNumber(document, token)) {
    return NotFigure{token + 2, "list-number", "shared.shape.list_number"};
  }
  if (IsTriple(document, token)) {
    return NotFigure{token + 5, "name", "shared.shape.triple"};
  }
  if (auto found = numbered_.ByLetters(document, token)) return found;
  if (auto found = numbered_.BySpelledLetters(document, token)) return found;
  // "1.2.3": a version, or the number of a section.
  if (IsText(document, token + 1, ".") && IsGlued(document, token + 1) &&
      IsDigits(document, token + 2) && IsGlued(document, token + 2) &&
      IsText(document, token + 3, ".") && IsGlued(document, token + 3) &&
      IsDigits(document, token + 4) && IsGlued(document, token + 4) &&
      document.Folded(token + 2).size() != 3) {
    return NotFigure{chain.limit, "version", "shared.shape.version"};
  }
  if (auto found = numbered_.ByQuotes(document, sentence, token)) return found;
  if (auto found = ByStreet(document, token)) return found;
  return numbered_.ByCapitals(document, sentence, token);
}

// "510 S. Third Street", "10 Downing Street": capital words up to one that ends
// the name of a street; "12 Wall Street banks" are counted.
std::optional<NotFigure> NotFigures::ByStreet(const Document& document,
                                              uint32_t token) const {
  const size_t digits = document.Folded(token).size();
  if (digits > 5 || !OnLine(document, token + 1) ||
      document.tokens[token + 1].glued || !IsLatinWord(document, token + 1)) {
    return std::nullopt;
  }
  for (uint32_t t = token + 1; t <= token + kMaxStreet && OnLine(document, t);
       ++t) {
    const Token& word = document.tokens[t];
    if (word.kind == TokenKind::kDigits || document.Folded(t) == ".") continue;
    if (word.kind != TokenKind::kWord || (!word.capital && !word.glued)) break;
    if (t == token + 1 || !Starts(document, t, kNames)) continue;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, t, kNames)) {
      if (names_[match.rule].place != NamePlace::kStreet) continue;
      const uint32_t next = match.limit_token;
      if (OnLine(document, next) && IsWord(document, next) &&
          !document.tokens[next].capital &&
          nouns_.plurals().IsPlural(document, next)) {
        return std::nullopt;
      }
      return NotFigure{next, "address", rules_.Id(match.rule)};
    }
  }
  return std::nullopt;
}

// "Article 12", "القناة 4".
std::optional<NotFigure> NotFigures::ByPhraseBefore(const Document& document,
                                                    const Sentence& sentence,
                                                    uint32_t token) const {
  // "covid-19" too
  const bool hyphen = token > 1 && IsText(document, token - 1, "-") &&
                      document.tokens[token].glued &&
                      document.tokens[token - 1].glued;
  auto rule = names_.Before(document, hyphen ? token - 1 : token);
  // "القضية \"4000\""
  if (!rule && token > 0 && IsText(document, token - 1, "\"") &&
      IsText(document, token + 1, "\"")) {
    rule = names_.Before(document, token - 1);
  }
  if (!rule || numbered_.IsMeasured(document, token)) return std::nullopt;
  const auto digits = ReadDigits(document, token);
  const uint32_t next = digits ? digits->limit_token : token + 1;
  // "In group 12 people fell ill": a plural is counted; not in "Issue 3 wins".
  const bool named = document.tokens[token - 1].capital &&
                     token - 1 != sentence.first_token &&
                     !IsTitleCase(document, sentence);
  if (!named && OnLine(document, next) &&
      nouns_.plurals().IsPlural(document, next)) {
    return std::nullopt;
  }
  return NotFigure{std::max(ChainOf(document, token).limit, next),
                   names_[*rule].reason, rules_.Id(*rule)};
}

// "the phase two deal", but "in this season three sailors fell ill".
std::optional<NotFigure> NotFigures::ByWordsBefore(const Document& document,
                                                   uint32_t token) const {
  if (!IsWord(document, token) ||
      !words_.Bare(document, token, {NumberRole::kUnit, NumberRole::kTeen})) {
    return std::nullopt;
  }
  const auto rule = names_.Before(document, token);
  if (!rule || !names_[*rule].words) return std::nullopt;
  const uint32_t next = token + 1;
  const auto noun = nouns_.Find(document, token, next, Decimal(2));
  if ((noun && nouns_.plurals().IsPlural(document, noun->head_token)) ||
      (OnLine(document, next) && !words_.At(document, next).empty())) {
    return std::nullopt;
  }
  return NotFigure{next, names_[*rule].reason, rules_.Id(*rule)};
}

// "المرة الثانية عشرة", "واحد من كل خمسة": the phrase ends amid a number of
// more words, or amid what makes a ratio.
bool NotFigures::EndsInNumber(const Document& document, uint32_t limit) const {
  if (Starts(document, limit - 1, KindBit(RuleKind::kRanges))) {
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, limit - 1,
                      KindBit(RuleKind::kRanges))) {
      if (match.limit_token > limit &&
          rules_.Attribute(match.rule, "role") == "per" &&
          OnLine(document, match.limit_token) &&
          (IsDigits(document, match.limit_token) ||
           !words_.At(document, match.limit_token).empty())) {
        return true;
      }
    }
  }
  if (!NumberWords::MayStart(document, limit - 1)) return false;
  const bool teens = OnLine(document, limit) &&
                     words_.Bare(document, limit, {NumberRole::kTenUnit});
  for (const NumberWord& word : words_.At(document, limit - 1)) {
    if (word.limit_token > limit) return true;
    // "مئتا ألف" (200,000), which looks like a name.
    if (word.role == NumberRole::kHundreds && OnLine(document, limit) &&
        words_.Bare(document, limit, {NumberRole::kScale})) {
      return true;
    }
    if (teens && word.role == NumberRole::kOrdinalUnit) return true;
  }
  return false;
}

std::optional<NotFigure> NotFigures::ByPhrase(const Document& document,
                                              const Sentence& sentence,
                                              uint32_t token) const {
  if (!Starts(document, token, kNames)) return std::nullopt;
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kNames)) {
    const NameRule& entry = names_[match.rule];
    if (entry.place != NamePlace::kWhole) continue;
    if (EndsInNumber(document, match.limit_token)) continue;
    if (entry.whole_line && !(document.tokens[token].starts_line &&
                              !OnLine(document, match.limit_token))) {
      continue;
    }
    if (entry.capitals && (IsTitleCase(document, sentence) ||
                           !AllCapitals(document, token, match.limit_token))) {
      continue;
    }
    return NotFigure{match.limit_token, entry.reason, rules_.Id(match.rule)};
  }
  return std::nullopt;
}

std::optional<NotFigure> NotFigures::Find(const Document& document,
                                          const Sentence& sentence,
                                          uint32_t token) const {
  if (document.tokens[token].kind == TokenKind::kDigits) {
    if (auto found = ByShape(document, sentence, token)) return found;
    if (auto found = ByPhraseBefore(document, sentence, token)) return found;
    // "12 comments" on a line of its own: the noun has the rule.
    if (document.tokens[token].starts_line) {
      const uint32_t next = token + 1;
      if (OnLine(document, next)) {
        for (const PhraseMatch& match :
             MatchPhrases(rules_.lexicon(), document, next, kNames)) {
          const NameRule& entry = names_[match.rule];
          if (entry.place == NamePlace::kWhole && entry.whole_line &&
              !OnLine(document, match.limit_token)) {
            return NotFigure{match.limit_token, entry.reason,
                             rules_.Id(match.rule)};
          }
        }
      }
    }
  }
  if (auto found = ByWordsBefore(document, token)) return found;
  return ByPhrase(document, sentence, token);
}
}  // namespace crosscheck
