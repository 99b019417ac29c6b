#include "checker/quantity/time_hints.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr uint64_t kNumber =
    KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales);

// Roles of words that stand beside those that make a time.
constexpr std::string_view kBeside[] = {
    "of",      "in",     "article",   "filler",    "bound",  "at",
    "clause",  "this",   "last",      "next",      "that",   "same",
    "part",    "span",   "to",        "ago",       "later",  "event",
    "future",  "order",  "year_noun", "age_close", "told",   "whose",
    "untold",  "undone", "now",       "on_day",    "of_day", "told_ending",
    "election"};

// What stands between a number and its word of time: links of ranges, fillers,
// sides, numbers; and an adjective, which may be any word.
constexpr uint64_t kBetween = kNumber | KindBit(RuleKind::kTime) |
                              KindBit(RuleKind::kRanges) |
                              KindBit(RuleKind::kModality);

// How far the parsers look: words before the number, words behind it that are
// no numbers, those of them that are not of kBetween, tokens in all.
constexpr uint32_t kBack = 8;
constexpr uint32_t kWordsBehind = 10;
constexpr uint32_t kOthersBehind = 2;
constexpr uint32_t kMostBehind = 40;

bool IsOther(const Document& document, uint32_t token) {
  return IsWord(document, token) &&
         (!Starts(document, token, kBetween) ||
          Starts(document, token, KindBit(RuleKind::kSpeech)));
}

bool IsGluedDigits(const Document& document, uint32_t token) {
  return IsGlued(document, token) && IsDigits(document, token);
}

// Do digits, the mark behind those at `token` and digits look like a date or a
// time of day, not like a decimal or a group?
bool IsMarked(const Document& document, uint32_t token) {
  const uint32_t mark = token + 1;
  if (!IsGlued(document, mark) || IsWord(document, mark)) {
    return IsText(document, mark, "/");  // "3 / 2016"
  }
  const std::string_view text = document.Folded(mark);
  if (text == "/" || text == "-" || text == ":") return true;
  return text == "." && IsGluedDigits(document, mark + 1) &&
         IsText(document, mark + 2, ".") && IsGluedDigits(document, mark + 3);
}

// Does the number have the shape of a year, an age, a date or a clock time?
bool HasShape(const Document& document, uint32_t token,
              const NumberReading& number) {
  const Token& first = document.tokens[token];
  if (first.kind == TokenKind::kDigits) {
    if (first.end - first.begin == 4) return true;  // a year
    // "Smith, 34,": an age
    if (token > 0 && IsComma(document, token - 1)) return true;
    // "'08": a year
    if (first.glued && token > 0 && IsText(document, token - 1, "'")) {
      return true;
    }
    return IsMarked(document, token) || IsDigits(document, token + 1);
  }
  // "nineteen eighty-four"; الثالثة والنصف, with no word for the hour.
  return number.value >= Decimal(1000) ||
         Starts(document, number.limit_token, kNumber) ||
         (number.ordinal && number.proclitics != 0);
}

}  // namespace

TimeHints::TimeHints(const Rulebook& rules, const NumberReader& numbers)
    : numbers_(numbers), words_(rules.lexicon().word_count()) {
  // Of "a quarter past" the word tells it that the fewest forms hold and that
  // is no function word.
  std::vector<uint32_t> cost_of(words_.size());
  for (uint32_t rule : rules.OfKind(RuleKind::kTime)) {
    for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
      for (const WordId word : forms.words()) ++cost_of[word];
    }
  }
  const auto cost = [&](WordId word) {
    constexpr uint32_t kFunctionWord = 1 << 20;
    const bool function = (rules.lexicon().KindsStartingWith(word) &
                           KindBit(RuleKind::kStopwords)) != 0;
    return cost_of[word] + (function ? kFunctionWord : 0);
  };
  for (uint32_t rule : rules.OfKind(RuleKind::kTime)) {
    const std::string_view role = rules.Attribute(rule, "role");
    const std::string_view kind = rules.Attribute(rule, "kind");
    const bool named = std::find(std::begin(kBeside), std::end(kBeside),
                                 role) != std::end(kBeside);
    // 27 الجاري: a side behind its day. "EOM" is a part and its period; "past"
    // of kind "to" or "after" wants an hour said otherwise; "the man, 34," is
    // told by its commas.
    const bool makes_day =
        role == "this" && rules.Attribute(rule, "place") == "after";
    if ((named && !makes_day && !(role == "part" && !kind.empty())) ||
        kind == "somebody" ||
        (role == "past" && !kind.empty() &&
         rules.Attribute(rule, "value") == "0")) {
      continue;
    }
    const bool makes = role != "age_before";
    const bool before = !makes || kind == "numbered";
    for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
      const auto words = forms.words();
      const auto rarest = std::min_element(
          words.begin(), words.end(),
          [&](WordId a, WordId b) { return cost(a) < cost(b); });
      if (makes) words_[*rarest] |= kMakes;
      if (before) words_[words.back()] |= kBefore;
    }
  }
}

bool TimeHints::IsTimeWord(const Document& document, uint32_t token,
                           uint8_t bits) const {
  const Token& t = document.tokens[token];
  for (int r = 0; r < t.reading_count; ++r) {
    if ((words_[t.readings[r].word] & bits) != 0) return true;
  }
  return false;
}

// Behind a word that begins a time, such as "a", "this" or "early", another or
// a number must follow.
bool TimeHints::HasBehind(const Document& document, uint32_t token) const {
  uint32_t others = 0;
  for (uint32_t t = token + 1; t <= token + kWordsBehind; ++t) {
    if (!OnLine(document, t)) return false;
    if (IsDigits(document, t) || IsTimeWord(document, t)) return true;
    if (Starts(document, t, kNumber) && numbers_.Read(document, t)) return true;
    if (IsOther(document, t) && ++others > kOthersBehind) return false;
  }
  return false;
}

bool TimeHints::Has(const Document& document, uint32_t token) const {
  if (IsTimeWord(document, token)) return true;
  const auto number = numbers_.Read(document, token);
  if (!number) {
    return !IsWord(document, token) || HasBehind(document, token);
  }
  if (HasShape(document, token, *number)) return true;
  for (uint32_t back = 1; back <= kBack && back <= token; ++back) {
    if (document.tokens[token - back + 1].starts_line) break;
    if (IsTimeWord(document, token - back, kBefore)) return true;
    if (IsOther(document, token - back)) break;
  }
  uint32_t words = 0, others = 0;
  for (uint32_t t = token + 1; t < number->limit_token + kMostBehind; ++t) {
    if (!OnLine(document, t)) break;
    if (IsTimeWord(document, t)) return true;
    if (IsDigits(document, t)) {
      if (IsMarked(document, t)) return true;  // "20 to 27/5/2024"
      continue;
    }
    if (t < number->limit_token || Starts(document, t, kNumber)) continue;
    if (++words > kWordsBehind) break;
    if (IsOther(document, t) && ++others > kOthersBehind) break;
  }
  return false;
}

}  // namespace crosscheck
