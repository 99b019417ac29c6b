#include "checker/quantity/figure_starts.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "checker/quantity/number_digits.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

bool MayBegin(NumberRole role) {
  switch (role) {
    case NumberRole::kNone:
    case NumberRole::kJoin:
    case NumberRole::kHyphen:
    case NumberRole::kDefinite:
    case NumberRole::kPoint:
    case NumberRole::kZeroLetter:
    case NumberRole::kOf:
    case NumberRole::kOver:
    case NumberRole::kScaleLetter:
    case NumberRole::kMoneyLetter:
    case NumberRole::kOrdinalSuffix:
    case NumberRole::kJoinedFraction:
      return false;
    default:
      return true;
  }
}

// Words of dates by themselves, and those that need more behind them; the
// other roles only stand behind or before what these begin.
constexpr std::string_view kTimeAlone[] = {
    "month",        "weekday",   "unit",       "day",     "decade",
    "quarter_mark", "half_mark", "fiscal",     "weekend", "season",
    "period",       "clock",     "clock_time", "holiday"};
constexpr std::string_view kTimeBeforeMore[] = {"part", "daypart", "past",
                                                "closest"};
constexpr std::string_view kTimeSides[] = {"this", "last", "next", "that",
                                           "same"};

template <size_t count>
bool IsIn(std::string_view role, const std::string_view (&roles)[count]) {
  return std::find(std::begin(roles), std::end(roles), role) != std::end(roles);
}

}  // namespace

FigureStarts::FigureStarts(const Rulebook& rules, const NumberWords& numbers,
                           const UnitReader& units, const NounFinder& nouns)
    : rules_(rules),
      numbers_(numbers),
      nouns_(nouns),
      by_rule_(rules,
               {RuleKind::kNumbers, RuleKind::kScales, RuleKind::kUnits,
                RuleKind::kCurrency, RuleKind::kTime, RuleKind::kNames}) {
  for (RuleKind kind : {RuleKind::kNumbers, RuleKind::kScales}) {
    for (uint32_t rule : rules.OfKind(kind)) {
      const NumberRole role = numbers.RoleOf(rule);
      if (role == NumberRole::kDefinite) {
        by_rule_[rule] = Start::kDefinite;
      } else if (role == NumberRole::kArticle) {
        Add(rules, rule, Start::kBeforeMore);
      } else if (MayBegin(role)) {
        Add(rules, rule, Start::kYes);
      }
    }
  }
  for (RuleKind kind : {RuleKind::kUnits, RuleKind::kCurrency}) {
    for (uint32_t rule : rules.OfKind(kind)) {
      if (units.StartsFigure(rule)) {
        Add(rules, rule, Start::kYes);
      } else if (units.NamesUnit(rule)) {
        Add(rules, rule, Start::kBeforeMore);  // كيلومتر ونصف
      }
    }
  }
  for (uint32_t rule : rules.OfKind(RuleKind::kTime)) {
    const std::string_view role = rules.Attribute(rule, "role");
    if (IsIn(role, kTimeAlone)) Add(rules, rule, Start::kYes);
    // "to" in "ten to five" stands behind a number only.
    const bool is_between =
        role == "past" && rules.Attribute(rule, "value") == "0";
    if (role == "part" && !rules.Attribute(rule, "kind").empty()) {
      Add(rules, rule, Start::kYes);  // "EOM"
    } else if (IsIn(role, kTimeBeforeMore) && !is_between) {
      Add(rules, rule, Start::kBeforeTime);
    }
    if (IsIn(role, kTimeSides)) Add(rules, rule, Start::kSide);
    if (role == "article") {
      if (rules.Attribute(rule, "kind") == "one") {
        Add(rules, rule, Start::kTimeArticle);  // "a year"
      } else {
        by_rule_[rule] = Start::kDefinite;
      }
    }
  }
  for (uint32_t rule : rules.OfKind(RuleKind::kNames)) {
    if (rules.Attribute(rule, "place") == "whole") {
      Add(rules, rule, Start::kYes);
    }
  }
}

void FigureStarts::Add(const Rulebook& rules, uint32_t rule, Start start) {
  by_rule_[rule] = start;
  for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
    const WordId word = forms.words()[0];
    if (word >= words_.size()) words_.resize(word + 1);
    const bool more = forms.words().size() > 1;
    words_[word] |= more ? kOfMoreWords : Bit(start);
    if (more) pairs_.set(EdgeHash(word, forms.words()[1]) % kPairs);
  }
}

// Is all that begins at `token`, a word, an article?
bool FigureStarts::IsArticle(const Document& document, uint32_t token) const {
  constexpr uint64_t kKinds = KindBit(RuleKind::kNumbers) |
                              KindBit(RuleKind::kScales) |
                              KindBit(RuleKind::kTime);
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kKinds)) {
    const Start start = by_rule_[match.rule];
    if (start != Start::kDefinite && start != Start::kBeforeMore &&
        start != Start::kTimeArticle) {
      return false;
    }
  }
  return true;
}

// Does a phrase of these kinds begin at `token`, other than those that rules of
// numbers have for the nouns behind them?
bool FigureStarts::IsPart(const Document& document, uint32_t token,
                          uint64_t kinds) const {
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kinds)) {
    if (match.kind != RuleKind::kNumbers ||
        numbers_.RoleOf(match.rule) != NumberRole::kNone) {
      return true;
    }
  }
  return false;
}

// What does not begin so is no part of a date, a length or a number.
bool FigureStarts::GoesOn(const Document& document, uint32_t token,
                          Start start) const {
  constexpr uint64_t kOfTime = KindBit(RuleKind::kNumbers) |
                               KindBit(RuleKind::kScales) |
                               KindBit(RuleKind::kTime);
  constexpr uint64_t kAny = kOfTime | KindBit(RuleKind::kUnits) |
                            KindBit(RuleKind::kCurrency) |
                            KindBit(RuleKind::kContext);
  if (!OnLine(document, token)) return false;
  if (!IsWord(document, token)) return true;
  if (!IsPart(document, token, start == Start::kBeforeMore ? kAny : kOfTime)) {
    return false;
  }
  return start != Start::kSide || !IsArticle(document, token);
}

bool FigureStarts::BeginsPhrase(const Document& document,
                                uint32_t token) const {
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kStarting)) {
    const Start start = by_rule_[match.rule];
    if (start == Start::kYes || (start > Start::kDefinite &&
                                 GoesOn(document, match.limit_token, start))) {
      return true;
    }
  }
  return false;
}

// What begins with this reading of a word, as in `words_`.
uint8_t FigureStarts::BeginsWith(const Document& document, uint32_t token,
                                 int reading) const {
  const WordReading& r = document.tokens[token].readings[reading];
  if (r.word >= words_.size() || words_[r.word] == 0) return 0;
  // "Friday's": a mark behind the word, no letters.
  if (r.suffix_bytes != 0) {
    const std::string_view text = document.Folded(token);
    if (text[text.size() - r.suffix_bytes] != '\'') return 0;
  }
  return words_[r.word];
}

// May a phrase go on from the word `first` with `token`?
bool FigureStarts::IsSecondWord(const Document& document, uint32_t token,
                                WordId first) const {
  if (!OnLine(document, token)) return false;
  const Token& t = document.tokens[token];
  for (int r = 0; r < t.reading_count; ++r) {
    if (pairs_[EdgeHash(first, t.readings[r].word) % kPairs]) return true;
  }
  return false;
}

// شخصين: two of a noun.
bool FigureStarts::IsDual(const Document& document, uint32_t token) const {
  return document.tokens[token].script == Script::kArabic &&
         nouns_.DualAt(document, token).has_value();
}

bool FigureStarts::EverStarts(const Document& document, uint32_t token) const {
  const Token& t = document.tokens[token];
  for (int r = 0; r < t.reading_count; ++r) {
    if (BeginsWith(document, token, r) != 0) return true;
  }
  if (t.kind == TokenKind::kWord) return IsDual(document, token);
  const std::string_view text = document.Folded(token);
  return text == "-" || text == "+" || text == ".";
}

bool FigureStarts::StartsHere(const Document& document, uint32_t token) const {
  const Token& t = document.tokens[token];
  for (int r = 0; r < t.reading_count; ++r) {
    uint8_t begins = BeginsWith(document, token, r);
    // "the" and "that" before a word of no figure are passed by at a look.
    if (t.reading_count == 1) {
      if ((begins & kOfMoreWords) != 0 &&
          !IsSecondWord(document, token + 1, t.readings[r].word)) {
        begins &= ~kOfMoreWords;
      }
      if (begins != 0 && (begins & (kOfMoreWords | Bit(Start::kYes))) == 0) {
        const bool of_numbers = (begins & Bit(Start::kBeforeMore)) != 0;
        if (!GoesOn(document, token + 1,
                    of_numbers ? Start::kBeforeMore : Start::kBeforeTime)) {
          continue;
        }
      }
    }
    if (begins != 0 && BeginsPhrase(document, token)) return true;
  }
  if (t.kind == TokenKind::kWord) return IsDual(document, token);
  const std::string_view text = document.Folded(token);
  if (text == "-" || text == "+") {
    return IsGlued(document, token + 1) &&
           document.tokens[token + 1].kind != TokenKind::kWord;
  }
  return text == "." && StartsDigits(document, token);
}

}  // namespace crosscheck
