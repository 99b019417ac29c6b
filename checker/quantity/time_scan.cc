#include "checker/quantity/time_scan.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kLongestPhrase = 4;

// What TimeWords accepts of a possessive mark changes nothing: "last week's".
bool IsInner(uint16_t proclitics) {
  return (proclitics & ~(kCliticThe | kCliticPossessive)) == 0;
}

}  // namespace

int TimeScan::Digits(uint32_t token, size_t limit) const {
  if (!IsDigits(token)) return -1;
  const std::string_view text = document_.Folded(token);
  if (text.size() > limit || text.size() > 8) return -1;
  int value = 0;
  for (char c : text) value = value * 10 + (c - '0');
  return value;
}

std::optional<TimeWord> TimeScan::FindSome(uint32_t token, TimeRole role,
                                           bool first) const {
  return words_.First(document_, token, role, [&](const PhraseMatch& match) {
    return first || IsInner(match.proclitics);
  });
}

uint32_t TimeScan::Skip(uint32_t token,
                        std::initializer_list<TimeRole> roles) const {
  for (size_t round = 0; round < roles.size(); ++round) {
    const uint32_t before = token;
    for (TimeRole role : roles) {
      if (const auto word = Find(token, role)) {
        token = word->limit_token;
        break;
      }
    }
    if (token == before) break;
  }
  return token;
}

uint32_t TimeScan::SkipJoin(uint32_t token) const {
  if (IsComma(token)) ++token;
  return Skip(token, {TimeRole::kOf, TimeRole::kArticle});
}

std::optional<SmallNumber> TimeScan::ReadNumber(uint32_t token) const {
  if (token >= document_.tokens.size()) return std::nullopt;
  SmallNumber out;
  if (IsDigits(token)) {
    out.value = Digits(token, 3);
    if (out.value < 0) return std::nullopt;
    // A decimal, a group or a fraction is no day.
    if (Has(token + 2) && At(token + 1).glued && At(token + 2).glued &&
        IsDigits(token + 2) && (Is(token + 1, ".") || Is(token + 1, ","))) {
      return std::nullopt;
    }
    out.digits = true;
    out.limit_token = token + 1;
    if (Has(token + 1) && At(token + 1).glued &&
        At(token + 1).kind == TokenKind::kWord) {
      const auto number = numbers_.Read(document_, token);
      if (number && number->ordinal && number->limit_token == token + 2) {
        out.ordinal = true;
        out.limit_token = token + 2;
      }
    }
    return out;
  }
  if (!HasKind(token, KindBit(RuleKind::kNumbers))) return std::nullopt;
  const auto number = numbers_.Read(document_, token);
  if (!number || number->vague || number->fraction || number->implied_one) {
    return std::nullopt;
  }
  const auto value = number->value.ToInt64();
  if (!value || *value < 0 || *value > 999) return std::nullopt;
  out.value = static_cast<int>(*value);
  out.limit_token = number->limit_token;
  out.ordinal = number->ordinal;
  out.proclitics = number->proclitics;
  out.prefix_bytes = static_cast<uint8_t>(number->raw.begin -
                                          document_.tokens[token].raw.begin);
  return out;
}

std::optional<TimeScan::Year> TimeScan::ReadYear(uint32_t token) const {
  if (token >= document_.tokens.size()) return std::nullopt;
  if (IsDigits(token)) {
    if (Text(token).size() != 4) return std::nullopt;
    const int value = Digits(token, 4);
    if (value < 1000 || value > 2999) return std::nullopt;
    // "1,990" and "2024.5" are amounts; so is a longer chain.
    if (Has(token + 2) && At(token + 1).glued && At(token + 2).glued &&
        IsDigits(token + 2) && (Is(token + 1, ".") || Is(token + 1, ","))) {
      return std::nullopt;
    }
    return Year{value, token + 1, false};
  }
  if (!HasKind(token,
               KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales))) {
    return std::nullopt;
  }
  const auto number = numbers_.Read(document_, token);
  if (!number || number->vague || number->fraction || number->ordinal) {
    return std::nullopt;
  }
  const auto value = number->value.ToInt64();
  if (!value) return std::nullopt;
  // ألف وتسعمئة وستون is a year as much as 1960, ألف alone a thousand, as is
  // "a thousand".
  if (*value > 1000 && *value <= 2999 &&
      (!number->implied_one || *value % 1000 != 0)) {
    return Year{static_cast<int>(*value), number->limit_token, true};
  }
  // "nineteen eighty-four", "twenty twenty".
  if (*value < 10 || *value > 21 || !Has(number->limit_token)) {
    return std::nullopt;
  }
  const auto rest = Number(number->limit_token);
  if (!rest || rest->digits || rest->ordinal || rest->value < 10 ||
      rest->value > 99) {
    return std::nullopt;
  }
  return Year{static_cast<int>(*value) * 100 + rest->value, rest->limit_token,
              true};
}

bool TimeScan::HasProclitic(uint32_t token, uint16_t clitic) const {
  const Token& word = At(token);
  for (int r = 0; r < word.reading_count; ++r) {
    if ((word.readings[r].proclitics & clitic) != 0) return true;
  }
  return false;
}

std::optional<uint32_t> TimeScan::RangeWord(uint32_t token,
                                            std::string_view role) const {
  if (!Has(token)) return std::nullopt;
  for (const PhraseMatch& match : MatchPhrases(
           rules().lexicon(), document_, token, KindBit(RuleKind::kRanges))) {
    // وحتى: "and until" is "to".
    const bool plain = match.proclitics == 0 ||
                       (role == "to" && match.proclitics == kCliticAnd);
    if (plain && rules().Attribute(match.rule, "role") == role) {
      return match.limit_token;
    }
  }
  return std::nullopt;
}

bool TimeScan::OpensRange(uint32_t token) const {
  if (token == 0 || At(token).starts_line) return false;
  for (const PhraseMatch& match :
       MatchPhrases(rules().lexicon(), document_, token - 1,
                    KindBit(RuleKind::kRanges))) {
    if (match.limit_token == token &&
        rules().Attribute(match.rule, "role") == "open") {
      return true;
    }
  }
  return false;
}

std::optional<uint32_t> TimeScan::BoundBefore(uint32_t token) const {
  for (uint32_t back = 2; back <= kLongestPhrase && back <= token; ++back) {
    if (At(token - back + 1).starts_line) break;
    for (const PhraseMatch& match :
         MatchPhrases(rules().lexicon(), document_, token - back,
                      KindBit(RuleKind::kModality))) {
      if (match.limit_token == token) return token - back;
    }
  }
  return std::nullopt;
}

std::optional<TimeWord> TimeScan::FindBefore(uint32_t token, TimeRole role,
                                             uint32_t* first_token) const {
  std::optional<TimeWord> found;
  for (uint32_t back = 1; back <= kLongestPhrase && back <= token; ++back) {
    const uint32_t next = token - back + 1;
    if (next < document_.tokens.size() && document_.tokens[next].starts_line) {
      break;
    }
    if (!HasKind(token - back, KindBit(RuleKind::kTime))) continue;
    const auto word = words_.First(
        document_, token - back, role,
        [&](const PhraseMatch& match) { return match.limit_token == token; });
    if (!word) continue;
    found = word;
    if (first_token != nullptr) *first_token = token - back;
  }
  return found;
}

bool TimeScan::IsAlone(uint32_t token, uint32_t limit_token) const {
  const Sentence& sentence = document_.sentences[SentenceOf(document_, token)];
  uint32_t first = sentence.first_token;
  while (first < token) {
    const auto word = Find(first, TimeRole::kArticle, true);
    if (!word) return false;
    first = word->limit_token;
  }
  while (limit_token < sentence.limit_token) {
    if (At(limit_token).kind == TokenKind::kWord ||
        At(limit_token).kind == TokenKind::kDigits) {
      return false;
    }
    ++limit_token;
  }
  return true;
}

bool TimeScan::IsTold(uint32_t token, bool perfect) const {
  const Token& word = At(token);
  if (word.kind != TokenKind::kWord) return false;
  bool told = words_.EndsAsTold(document_, token);
  if (HasKind(token, KindBit(RuleKind::kTime))) {
    for (const TimeWord& one : Words(token)) {
      if (one.role == TimeRole::kUntold) return false;
      told |= one.role == TimeRole::kTold;
    }
  }
  if (!told) return false;
  // "flood-ravaged"
  if (token > 0 && word.glued && Text(token - 1) == "-") return false;
  const Sentence& sentence = document_.sentences[SentenceOf(document_, token)];
  for (uint32_t back = 1; back <= 2 && token >= sentence.first_token + back;
       ++back) {
    const auto undone = Find(token - back, TimeRole::kUndone, true);
    if (undone && (back == 1 || undone->kind == "be") &&
        !(perfect && undone->kind == "perfect")) {
      return false;
    }
  }
  return true;
}

bool TimeScan::IsCount(uint32_t limit_token) const {
  if (!Has(limit_token)) return false;
  // "2014 يوم الخميس": on Thursday, not days.
  if (const auto unit = Find(limit_token, TimeRole::kUnit);
      unit && Find(unit->limit_token, TimeRole::kWeekday)) {
    return false;
  }
  for (const PhraseMatch& match :
       MatchPhrases(rules().lexicon(), document_, limit_token,
                    KindBit(RuleKind::kUnits) | KindBit(RuleKind::kCurrency) |
                        KindBit(RuleKind::kScales))) {
    if ((match.proclitics & ~kCliticThe) != 0) continue;
    // "three times the size": words that follow a ratio are no units.
    const std::string_view role = rules().Attribute(match.rule, "role");
    if (role == "comparative" || role == "per" || role == "mark") continue;
    // One letter is a unit only where it is glued to its number.
    const Token& next = At(limit_token);
    if (match.limit_token == limit_token + 1 && next.end - next.begin <= 2 &&
        next.kind == TokenKind::kWord && !next.glued) {
      continue;
    }
    return true;
  }
  return false;
}

bool TimeScan::HasContext(uint32_t token) const {
  for (TimeRole role :
       {TimeRole::kIn, TimeRole::kBound, TimeRole::kOf, TimeRole::kPart,
        TimeRole::kThis, TimeRole::kLast, TimeRole::kNext}) {
    if (FindBefore(token, role)) return true;
  }
  return false;
}

// Is what stands at `token` no word that a number before it would tell of?
// "Tuesday the first." and "the first of May", not "Tuesday the first woman".
bool TimeScan::EndsPhrase(uint32_t token) const {
  return !Has(token) || !IsWord(document_, token) ||
         Find(token, TimeRole::kOf) ||
         HasKind(token, KindBit(RuleKind::kStopwords));
}

}  // namespace crosscheck
