#include <cstdint>
#include <optional>
#include <string_view>

#include "checker/quantity/nouns.h"
#include "checker/quantity/time_words.h"
#include "checker/quantity/tokens.h"

// What stands before a counted noun, and the noun of "one", in languages whose
// plurals show.

namespace crosscheck {
namespace {

// How far behind "one" its noun may stand.
constexpr uint32_t kMaxHeadReach = 8;

}  // namespace

// Does nothing in [first, limit) name what is counted by itself, so that an
// "and" behind it joins adjectives ("Republican and Democratic lawmakers")?
bool NounFinder::AreAdjectives(const Document& document, uint32_t first,
                               uint32_t limit) const {
  for (uint32_t t = first; t < limit; ++t) {
    if (!IsWord(document, t)) return false;
    const Part part = PartOf(document, t);
    if (part == Part::kSkip || part == Part::kAdjective) continue;
    if (!document.tokens[t].capital && !EndsAsAdjective(document, t)) {
      return false;
    }
  }
  return first < limit;
}

// "and", "or", a comma: what may stand between two adjectives.
bool NounFinder::JoinsAdjectives(const Document& document,
                                 uint32_t token) const {
  if (IsComma(document, token)) return true;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kRanges))) {
    const std::string_view role = rules_.Attribute(match.rule, "role");
    if (match.limit_token == token + 1 && match.proclitics == 0 &&
        (role == "and" || role == "or" || role == "but")) {
      return true;
    }
  }
  return false;
}

// The last token of an adjective made of a number and a word, "110-story",
// "two-term", "20th-century"; 0 where none begins.
uint32_t NounFinder::EndOfNumbered(const Document& document,
                                   uint32_t token) const {
  if (!OnLine(document, token)) return 0;
  const bool digits = document.tokens[token].kind == TokenKind::kDigits;
  uint32_t mark = token + 1;
  // the "th" of "20th"
  if (digits && IsGlued(document, mark) && IsWord(document, mark)) ++mark;
  const bool joined = IsText(document, mark, "-") &&
                      document.tokens[mark].glued &&
                      IsGlued(document, mark + 1) &&
                      IsWord(document, mark + 1) && OnLine(document, mark + 2);
  const bool number =
      digits || words_.First(document, token,
                             {NumberRole::kUnit, NumberRole::kTeen,
                              NumberRole::kTen, NumberRole::kOrdinalUnit});
  // "20 first-graders": the noun itself
  return joined && number && !plurals_.IsPlural(document, mark + 1) ? mark + 1
                                                                    : 0;
}

// The last token of words that hyphens join at `token`, 0 where it is one word:
// "full-time", "back-to-back".
uint32_t NounFinder::EndOfCompound(const Document& document,
                                   uint32_t token) const {
  uint32_t last = token;
  while (IsText(document, last + 1, "-") && document.tokens[last + 1].glued &&
         IsGlued(document, last + 2) && IsWord(document, last + 2)) {
    last += 2;
  }
  return last == token ? 0 : last;
}

// "familiar", "unfenced", "mostly": nothing that is counted itself.
bool NounFinder::IsAdjective(const Document& document, uint32_t token) const {
  const Part part = PartOf(document, token);
  return part == Part::kAdjective ||
         (part == Part::kNone && EndsAsAdjective(document, token));
}

// Is it counted by itself though it looks like an adjective ("one liberal")?
bool NounFinder::Stands(const Document& document, uint32_t token) const {
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kNumbers))) {
    if (part_of_rule_[match.rule] == Part::kVerbalNoun) return true;
  }
  return signs_.Show(document, token, WordSign::kNoun);
}

// "10-to-12", "12-and-under"; but "60-vote" counts votes.
bool NounFinder::IsBound(const Document& document, uint32_t token) const {
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token,
           KindBit(RuleKind::kModality) | KindBit(RuleKind::kRanges))) {
    if (rules_.Attribute(match.rule, "role") != "score") return true;
  }
  return false;
}

// "Monday", "April"
bool NounFinder::IsOfDate(const Document& document, uint32_t token) const {
  if (!Starts(document, token, KindBit(RuleKind::kTime))) return false;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kTime))) {
    if (!IsBesideDates(rules_.Attribute(match.rule, "role"))) return true;
  }
  return false;
}

// May a noun phrase go on with the word at `token`?
bool NounFinder::MayGoOn(const Document& document, uint32_t token) const {
  return OnLine(document, token) && IsWord(document, token) &&
         (IsHeadNoun(document, token) ||
          (!IsStop(document, token) &&
           !(document.tokens[token].capital && IsOfDate(document, token))));
}

// What "one" counts: behind the adjectives and names ("one great storm", "one
// White House official", "one Trump political adviser"), and behind a noun
// where the next is one that others stand before (role head_noun: "one party
// leader", but "one party controlled"). nullopt where only an adjective
// stands: "one familiar to all", "one based in the north".
std::optional<uint32_t> NounFinder::SingularHead(const Document& document,
                                                 uint32_t first) const {
  // "one questions the rule": what it does
  if (plurals_.IsPlural(document, first) && !document.tokens[first].capital &&
      PartOf(document, first) == Part::kNone &&
      !IsText(document, first + 1, "-")) {
    return std::nullopt;
  }
  bool moved = false;
  for (uint32_t t = first; t - first < kMaxHeadReach; ++t, moved = true) {
    // "one ferry-related rule"
    const uint32_t begin = t;
    while (IsText(document, t + 1, "-") && document.tokens[t + 1].glued &&
           IsGlued(document, t + 2) && IsWord(document, t + 2)) {
      t += 2;
    }
    // "one person's way": what is whose is not counted.
    const bool goes_on = MayGoOn(document, t + 1) && !IsPossessive(document, t);
    if (goes_on && IsHeadNoun(document, t + 1)) continue;
    // "one health care official", "one White House official"
    if (goes_on && MayGoOn(document, t + 2) && IsHeadNoun(document, t + 2) &&
        (document.tokens[t + 1].capital || !IsAdjective(document, t + 1))) {
      continue;
    }
    if (IsAdjective(document, t)) {
      const bool listed = PartOf(document, t) == Part::kAdjective;
      // "one liberal", "one happy ending"; but "one familiar to all"
      if (!goes_on ||
          (document.tokens[t + 1].capital && !moved && t == begin)) {
        return moved || Stands(document, t) ? std::optional(t) : std::nullopt;
      }
      if (!listed && IsAdjective(document, t + 1) &&
          !(MayGoOn(document, t + 2))) {
        return std::nullopt;
      }
      continue;
    }
    const bool modifier =
        document.tokens[t].capital || PartOf(document, t) == Part::kBeforeNoun;
    if (!goes_on || !modifier) return t;
    // "One American died", "one Republican voted"
    if (IsHeadNoun(document, t)) return t;
    if (IsAdjective(document, t + 1) &&
        !(MayGoOn(document, t + 2) && IsHeadNoun(document, t + 2))) {
      return t;
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck
