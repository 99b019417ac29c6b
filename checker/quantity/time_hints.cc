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
    : numbers_(numbers), words_(rules.lexicon().word_count()) {
  // How many forms hold a word: of "a quarter past" the rarest tells it.
  std::vector<uint16_t> forms_with(words_.size());
  for (uint32_t rule : rules.OfKind(RuleKind::kTime)) {
    for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
      for (const WordId word : forms.words()) ++forms_with[word];
    }
  }
  for (uint32_t rule : rules.OfKind(RuleKind::kTime)) {
    const std::string_view role = rules.Attribute(rule, "role");
    const bool has_kind = !rules.Attribute(rule, "kind").empty();
    const bool named = std::find(std::begin(kBeside), std::end(kBeside),
                                 role) != std::end(kBeside);
    // "EOM" is a part and its period; "past" of kind "to" or "after" wants an
    // hour said otherwise.
    if ((named && !(role == "part" && has_kind)) ||
        (role == "past" && has_kind && rules.Attribute(rule, "value") == "0")) {
      continue;
    }
    for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
      const auto rarest = std::min_element(
          forms.words().begin(), forms.words().end(),
          [&](WordId a, WordId b) { return forms_with[a] < forms_with[b]; });
      words_[*rarest] = true;
    }
  }
}

bool TimeHints::IsTimeWord(const Document& document, uint32_t token) const {
  const Token& t = document.tokens[token];
  for (int r = 0; r < t.reading_count; ++r) {
    if (words_[t.readings[r].word]) return true;
  }
  return false;
}

// Behind a word that begins a time, such as "a", "this" or "early", another or
// a number must follow.
bool TimeHints::HasBehind(const Document& document, uint32_t token) const {
  for (uint32_t t = token + 1; t <= token + kWordsBehind; ++t) {
    if (!OnLine(document, t)) return false;
    if (IsDigits(document, t) || IsTimeWord(document, t)) return true;
    if (Starts(document, t, kNumber) && numbers_.Read(document, t)) return true;
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
  const uint32_t limit = number->limit_token;
  for (uint32_t back = 1; back <= kBack && back <= token; ++back) {
    if (document.tokens[token - back + 1].starts_line) break;
    if (IsTimeWord(document, token - back)) return true;
  }
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
