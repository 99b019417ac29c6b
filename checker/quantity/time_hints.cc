#include "checker/quantity/time_hints.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr uint64_t kTime = KindBit(RuleKind::kTime);
constexpr uint64_t kNumber =
    KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales);

// Roles of words that stand beside those that make a time.
constexpr std::string_view kBeside[] = {
    "of",     "in",    "article",   "filler",   "bound", "at",
    "clause", "this",  "last",      "next",     "that",  "same",
    "part",   "span",  "to",        "ago",      "later", "event",
    "future", "order", "year_noun", "age_close"};

// How far the parsers look: words before the number, words behind it that are
// no numbers (a link of ranges, fillers, a side), tokens in all.
constexpr uint32_t kBack = 8;
constexpr uint32_t kWordsBehind = 10;
constexpr uint32_t kMostBehind = 40;

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
    return IsMarked(document, token) || IsDigits(document, token + 1);
  }
  // "nineteen eighty-four"; الثالثة والنصف, with no word for the hour.
  return number.value >= Decimal(1000) ||
         Starts(document, number.limit_token, kNumber) ||
         (number.ordinal && number.proclitics != 0);
}

}  // namespace

TimeHints::TimeHints(const Rulebook& rules, const NumberReader& numbers)
    : numbers_(numbers) {
  for (uint32_t rule : rules.OfKind(RuleKind::kTime)) {
    const std::string_view role = rules.Attribute(rule, "role");
    // "past" of kind "to" or "after" wants an hour said otherwise.
    const bool beside =
        std::find(std::begin(kBeside), std::end(kBeside), role) !=
            std::end(kBeside) ||
        (role == "past" && !rules.Attribute(rule, "kind").empty() &&
         rules.Attribute(rule, "value") == "0");
    if (beside) continue;
    for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
      const WordId word = forms.words()[0];
      if (word >= words_.size()) words_.resize(word + 1);
      words_[word] = true;
    }
  }
}

bool TimeHints::IsTimeWord(const Document& document, uint32_t token) const {
  const Token& t = document.tokens[token];
  if ((t.starts & kTime) == 0) return false;
  for (int r = 0; r < t.reading_count; ++r) {
    const WordId word = t.readings[r].word;
    if (word < words_.size() && words_[word]) return true;
  }
  return false;
}

bool TimeHints::Has(const Document& document, uint32_t token) const {
  const auto number = numbers_.Read(document, token);
  if (!number || HasShape(document, token, *number)) return true;
  const uint32_t limit = number->limit_token;
  for (uint32_t back = 1; back <= kBack && back <= token; ++back) {
    if (document.tokens[token - back + 1].starts_line) break;
    if (IsTimeWord(document, token - back)) return true;
  }
  if (IsTimeWord(document, token)) return true;
  uint32_t words = 0;
  for (uint32_t t = token + 1; t < limit + kMostBehind; ++t) {
    if (!OnLine(document, t)) break;
    if (IsTimeWord(document, t)) return true;
    if (IsDigits(document, t)) {
      // "20 to 27/5/2024"
      if (IsMarked(document, t)) return true;
    } else if (t >= limit && !Starts(document, t, kNumber) &&
               ++words > kWordsBehind) {
      break;
    }
  }
  return false;
}

}  // namespace crosscheck
