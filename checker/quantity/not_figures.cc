#include "checker/quantity/not_figures.h"

#include <algorithm>

#include "checker/quantity/number_digits.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestFigure = 24;  // digits; longer runs are ids
constexpr uint32_t kMaxChain = 64;     // tokens looked at around a digit
constexpr uint32_t kMaxTitle = 6;      // words of a title in quotation marks
constexpr uint32_t kMaxStreet = 6;     // tokens of the name of a street
constexpr uint32_t kMaxBack = 4;       // tokens of a phrase before a number
constexpr uint64_t kNames = KindBit(RuleKind::kNames);

bool IsLatinWord(const Document& document, uint32_t token) {
  return IsWord(document, token) &&
         document.tokens[token].script == Script::kLatin;
}

// Has every word of [first, limit) a capital?
bool AllCapitals(const Document& document, uint32_t first, uint32_t limit) {
  for (uint32_t t = first; t < limit; ++t) {
    if (IsWord(document, t) && !document.tokens[t].capital) return false;
  }
  return true;
}

bool IsAddress(const Document& document, uint32_t first, uint32_t limit) {
  // Prose has blanks: what runs on that long is an address or a code.
  if (limit - first > kMaxChain) return true;
  int stops = 0, numbers = 0, others = 0;
  for (uint32_t t = first; t < limit; ++t) {
    const std::string_view text = document.Folded(t);
    if (text == "@" || text == "www" || text == "http" || text == "https" ||
        text == "//" || text == "_" || text == "#") {
      return true;
    }
    if (text == ".") {
      ++stops;
    } else if (document.tokens[t].kind == TokenKind::kDigits) {
      ++numbers;
    } else {
      ++others;
    }
  }
  return stops == 3 && numbers == 4 && others == 0;  // 192.168.1.2
}

// "+1-222-2222", "(02) 555-1234": a plus or a leading nought and many digits,
// or three and more runs joined by hyphens with three digits and more each.
bool IsPhone(const Document& document, uint32_t token, uint32_t first,
             uint32_t limit) {
  const std::string_view digits = document.Folded(token);
  const bool plus = token > first && IsText(document, token - 1, "+");
  if (plus && digits.size() >= 6) return true;
  if (digits[0] == '0' && digits.size() >= 7) return true;
  size_t count = 0, runs = 0, hyphens = 0;
  for (uint32_t t = token; t < limit; ++t) {
    const Token& part = document.tokens[t];
    if (part.kind == TokenKind::kDigits) {
      count += part.end - part.begin;
      ++runs;
    } else if (document.Folded(t) == "-") {
      ++hyphens;
    } else if (document.Folded(t) != "/") {
      break;
    }
  }
  if (plus && count >= 7 && hyphens >= 1) return true;
  return runs >= 3 && hyphens >= 2 && count >= 9;
}

}  // namespace

NotFigures::NotFigures(const Rulebook& rules, const NumberWords& words,
                       const UnitReader& units, const NounFinder& nouns)
    : rules_(rules),
      units_(units),
      nouns_(nouns),
      words_(words),
      by_rule_(rules, {RuleKind::kNames}) {
  for (uint32_t rule : rules.OfKind(RuleKind::kNames)) {
    Entry& entry = by_rule_[rule];
    const std::string_view place = rules.Attribute(rule, "place");
    const std::string_view needs = rules.Attribute(rule, "needs");
    if (place == "before") {
      entry.place = rules.Attribute(rule, "role") == "rank" ? Place::kRank
                                                            : Place::kBefore;
    } else if (place == "whole") {
      entry.place = Place::kWhole;
    } else if (place == "letter") {
      entry.place = Place::kLetter;
    } else if (place == "after") {
      entry.place = Place::kAfter;
    } else if (place == "street") {
      entry.place = Place::kStreet;
    }
    entry.whole_line = needs == "line";
    entry.beside_letter = needs == "letter";
    entry.capitals = needs == "capitals";
    entry.reason = rules.Attribute(rule, "reason");
  }
}

NotFigures::Chain NotFigures::ChainOf(const Document& document,
                                      uint32_t token) const {
  Chain chain{token, token + 1};
  while (chain.first > 0 && document.tokens[chain.first].glued &&
         token - chain.first < kMaxChain) {
    --chain.first;
  }
  while (IsGlued(document, chain.limit) && chain.limit - token < kMaxChain) {
    ++chain.limit;
  }
  return chain;
}

bool NotFigures::HasRole(const Document& document, uint32_t token,
                         std::initializer_list<NumberRole> roles) const {
  if (token >= document.tokens.size()) return false;
  for (const NumberWord& word : words_.At(document, token)) {
    if (word.proclitics == 0 &&
        std::find(roles.begin(), roles.end(), word.role) != roles.end()) {
      return true;
    }
  }
  return false;
}

// Letters glued to digits that a unit, scale or currency explains.
bool NotFigures::IsKnownWord(const Document& document, uint32_t token) const {
  constexpr uint64_t kKinds =
      KindBit(RuleKind::kUnits) | KindBit(RuleKind::kCurrency) |
      KindBit(RuleKind::kScales) | KindBit(RuleKind::kNumbers) |
      KindBit(RuleKind::kTime) | KindBit(RuleKind::kRanges) |
      KindBit(RuleKind::kModality);
  if (!Starts(document, token, kKinds)) return false;
  const Token& word = document.tokens[token];
  const bool single = word.end - word.begin == 1;
  if (!single || !word.capital) return true;
  // "5G", "3D": one capital must be a unit or scale in that case.
  return units_.Read(document, token, true).has_value() ||
         HasRole(document, token, {NumberRole::kScaleLetter});
}

// Where a number in groups ("1,234,234,…") ends that has more digits than any
// figure; 0 where there is none. What is too long is passed over at once, so
// that no digit is looked at often.
uint32_t NotFigures::EndOfLongGroups(const Document& document, uint32_t token) {
  const auto& tokens = document.tokens;
  size_t digits = 0;
  uint32_t at = token;
  while (tokens[at].kind == TokenKind::kDigits) {
    digits += tokens[at].end - tokens[at].begin;
    if (at + 2 >= tokens.size() || !tokens[at + 1].glued ||
        !tokens[at + 2].glued || tokens[at + 2].kind != TokenKind::kDigits) {
      break;
    }
    const std::string_view mark = document.Folded(at + 1);
    if (mark != "," && mark != "\u066c" && mark != "'") break;
    at += 2;
  }
  return digits > static_cast<size_t>(Decimal::kMaxDigits) ? at + 1 : 0;
}

// Does a unit, scale or percent sign stand behind the number at `token`? Then
// it is a figure, whatever stands before.
bool NotFigures::IsMeasured(const Document& document, uint32_t token) const {
  const auto digits = ReadDigits(document, token);
  const uint32_t next = digits ? digits->limit_token : token + 1;
  if (digits && (digits->grouped || digits->fraction)) return true;
  if (!OnLine(document, next)) return false;
  if (HasRole(document, next,
              {NumberRole::kScale, NumberRole::kScaleLike,
               NumberRole::kVagueScale, NumberRole::kHundred})) {
    return true;
  }
  const auto unit = UnitReader::MayStart(document, next)
                        ? units_.Read(document, next, true)
                        : std::nullopt;
  if (!unit) return false;
  return !(unit->glued_only || unit->single) || document.tokens[next].glued;
}

// Most words in capitals: a headline, where capitals tell nothing.
bool NotFigures::IsTitleCase(const Document& document,
                             const Sentence& sentence) const {
  uint32_t words = 0, capitals = 0;
  for (uint32_t t = sentence.first_token + 1; t < sentence.limit_token; ++t) {
    const Token& token = document.tokens[t];
    if (token.kind != TokenKind::kWord || token.script != Script::kLatin) {
      continue;
    }
    // Short words stay small in headlines too.
    if (token.end - token.begin < 4) continue;
    ++words;
    capitals += token.capital;
  }
  return words == 0 || capitals * 2 > words;
}

// The number of a list line: "1.", "2)" or "3-" at its start, a word after it;
// or "3- البيرو" in a list that runs on.
bool NotFigures::IsListNumber(const Document& document, uint32_t token) {
  const auto& tokens = document.tokens;
  const uint32_t mark = token + 1, word = token + 2;
  if (document.Folded(token).size() > 2 || tokens[token].glued ||
      !IsGlued(document, mark) || !OnLine(document, word)) {
    return false;
  }
  const bool arabic =
      IsWord(document, word) && tokens[word].script == Script::kArabic;
  if (IsText(document, mark, "-")) {
    return IsWord(document, word) &&
           (tokens[word].glued ? arabic && tokens[token].starts_line
                               : arabic || tokens[token].starts_line);
  }
  if (!IsText(document, mark, ".") && !IsText(document, mark, ")")) {
    return false;
  }
  // "… cuts. 4) No more": a list that runs on.
  if (IsText(document, mark, ")") && token > 0 &&
      (IsText(document, token - 1, ".") || IsText(document, token - 1, ":") ||
       IsText(document, token - 1, ";")) &&
      IsWord(document, word) && tokens[word].capital) {
    return true;
  }
  return tokens[token].starts_line && (arabic || !tokens[word].glued);
}

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
  if (chain.limit - chain.first > 1 &&
      IsAddress(document, chain.first, chain.limit)) {
    return NotFigure{chain.limit, "address", "shared.shape.address"};
  }
  if (IsPhone(document, token, chain.first, chain.limit)) {
    return NotFigure{chain.limit, "phone", "shared.shape.phone"};
  }
  if (IsListNumber(document, token)) {
    return NotFigure{token + 2, "list-number", "shared.shape.list_number"};
  }
  if (auto found = ByLetters(document, token)) return found;
  if (auto found = BySpelledLetters(document, token)) return found;
  // "1.2.3": a version, or the number of a section.
  if (IsText(document, token + 1, ".") && IsGlued(document, token + 1) &&
      IsDigits(document, token + 2) && IsGlued(document, token + 2) &&
      IsText(document, token + 3, ".") && IsGlued(document, token + 3) &&
      IsDigits(document, token + 4) && IsGlued(document, token + 4) &&
      document.Folded(token + 2).size() != 3) {
    return NotFigure{chain.limit, "version", "shared.shape.version"};
  }
  if (auto found = ByQuotes(document, sentence, token)) return found;
  if (auto found = ByStreet(document, token)) return found;
  return ByCapitals(document, sentence, token);
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
      if (by_rule_[match.rule].place != Place::kStreet) continue;
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

// Letters glued to the digits, before or after.
std::optional<NotFigure> NotFigures::ByLetters(const Document& document,
                                               uint32_t token) const {
  const auto& tokens = document.tokens;
  const Chain chain = ChainOf(document, token);
  // Before: R1, GPT-4, F-16, scp2-173.
  if (tokens[token].glued && token > 0) {
    uint32_t before = token - 1;
    const bool hyphen =
        IsText(document, before, "-") && tokens[before].glued && before > 0;
    if (hyphen) --before;
    const Token& letters = tokens[before];
    if (letters.kind == TokenKind::kWord && letters.script == Script::kLatin) {
      const bool currency =
          !hyphen && Starts(document, before, KindBit(RuleKind::kCurrency)) &&
          units_.Read(document, before, false);
      const bool joined_word =
          before > 0 && tokens[before].glued && IsDigits(document, before - 1);
      if (!currency && !joined_word && (letters.capital || !hyphen)) {
        return NotFigure{chain.limit, "name", "shared.shape.letters_before"};
      }
    }
    // Names in other scripts: "جي بي تي-3".
    if (hyphen && letters.kind == TokenKind::kWord &&
        letters.script == Script::kArabic && letters.end - letters.begin >= 4 &&
        !IsKnownWord(document, before)) {
      return NotFigure{token + 1, "name", "shared.shape.letters_before"};
    }
  }
  // After: 36Kr, 5G, 3D; "01.AI"; 24703L202; 401(k), 501(c)(3).
  const uint32_t after = token + 1;
  if (!IsGlued(document, after)) return std::nullopt;
  if (IsText(document, after, "(") && IsGlued(document, after + 1) &&
      IsLatinWord(document, after + 1) &&
      document.Folded(after + 1).size() == 1 && IsGlued(document, after + 2) &&
      IsText(document, after + 2, ")")) {
    return NotFigure{chain.limit, "name", "shared.shape.letters_after"};
  }
  // "3-D"
  if (IsText(document, after, "-") && IsGlued(document, after + 1) &&
      IsLatinWord(document, after + 1) &&
      document.Folded(after + 1).size() == 1 &&
      document.tokens[after + 1].capital) {
    return NotFigure{chain.limit, "name", "shared.shape.letters_after"};
  }
  if (IsText(document, after, ".") && IsGlued(document, after + 1) &&
      IsLatinWord(document, after + 1)) {
    return NotFigure{chain.limit, "name", "shared.shape.letters_after"};
  }
  if (!IsLatinWord(document, after)) return std::nullopt;
  const bool code =
      IsGlued(document, after + 1) && IsDigits(document, after + 1) &&
      document.Folded(after + 1).size() > 1 && !IsText(document, after, "e") &&
      !IsText(document, after, "x") && !IsText(document, after, "ft");
  if (code || !IsKnownWord(document, after)) {
    // "3x5", "1e10" are sums.
    if (!code &&
        (IsText(document, after, "e") || IsText(document, after, "x")) &&
        IsGlued(document, after + 1)) {
      return std::nullopt;
    }
    return NotFigure{chain.limit, "name", "shared.shape.letters_after"};
  }
  return std::nullopt;
}

bool NotFigures::IsLetterName(const Document& document, uint32_t token,
                              bool& weak) const {
  if (!Starts(document, token, kNames)) return false;
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kNames)) {
    if (by_rule_[match.rule].place != Place::kLetter ||
        (match.proclitics & ~kCliticThe) != 0) {
      continue;
    }
    weak = by_rule_[match.rule].beside_letter;
    return true;
  }
  return false;
}

// "آر 1", "36 كيه آر": beside letters spelled out.
std::optional<NotFigure> NotFigures::BySpelledLetters(const Document& document,
                                                      uint32_t token) const {
  bool weak = false, other = false;
  // Perhaps with a hyphen: "جي بي تي-3".
  const uint32_t back = token > 1 && IsText(document, token - 1, "-") &&
                                document.tokens[token].glued &&
                                document.tokens[token - 1].glued
                            ? 2
                            : 1;
  if (token >= back && OnLine(document, token) &&
      IsLetterName(document, token - back, weak) &&
      (!weak ||
       (token > back && IsLetterName(document, token - back - 1, other)))) {
    return NotFigure{token + 1, "name", "shared.shape.spelled_letters"};
  }
  if (OnLine(document, token + 1) && IsLetterName(document, token + 1, weak) &&
      OnLine(document, token + 2) && IsLetterName(document, token + 2, other)) {
    return NotFigure{token + 1, "name", "shared.shape.spelled_letters"};
  }
  return std::nullopt;
}

// A capital word right before a bare number: AIME 2024, AlpacaEval 2.0,
// Voyager 2.
std::optional<NotFigure> NotFigures::ByCapitals(const Document& document,
                                                const Sentence& sentence,
                                                uint32_t token) const {
  const auto& tokens = document.tokens;
  if (token == 0 || !OnLine(document, token) || tokens[token].glued ||
      !IsLatinWord(document, token - 1) || !tokens[token - 1].capital) {
    return std::nullopt;
  }
  const auto digits = ReadDigits(document, token);
  if (!digits || digits->grouped || digits->fraction || digits->power ||
      document.Folded(token).size() > 4) {
    return std::nullopt;
  }
  const uint32_t next = digits->limit_token;
  const Token& before = tokens[token - 1];
  const uint32_t letters = before.raw.end - before.raw.begin;
  if (IsMeasured(document, token) || RankBefore(document, token)) {
    return std::nullopt;
  }
  const bool word_after = OnLine(document, next) && IsWord(document, next);
  // n.0 behind a capital is a version whatever follows.
  if (digits->decimal && document.Folded(next - 1) == "0") {
    return NotFigure{next, "version", "shared.shape.version"};
  }
  if (IsTitleCase(document, sentence)) return std::nullopt;
  if (before.all_capitals && letters >= 3 && !word_after &&
      !IsKnownWord(document, token - 1)) {
    return NotFigure{next, "name", "shared.shape.capitals_before"};
  }
  // Voyager 2: not the first word, no word the rules know, a small number
  // with no plural behind it and no verb of being.
  if (digits->decimal || document.Folded(token).size() > 3) return std::nullopt;
  if (token - 1 == sentence.first_token || letters < 3) return std::nullopt;
  constexpr uint64_t kKnown =
      KindBit(RuleKind::kTime) | KindBit(RuleKind::kStopwords) |
      KindBit(RuleKind::kModality) | KindBit(RuleKind::kRanges) |
      KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kContext) |
      KindBit(RuleKind::kEntities);
  if (Starts(document, token - 1, kKnown)) return std::nullopt;
  if (IsText(document, token - 2, "\"") || IsText(document, token - 2, ":")) {
    return std::nullopt;
  }
  if (word_after) {
    if (Starts(document, next,
               KindBit(RuleKind::kStopwords) | KindBit(RuleKind::kRanges)) &&
        !tokens[next].capital) {
      // "Falcon 9 is": "is" does not count things, but "12 were" do.
      return std::nullopt;
    }
    if (nouns_.plurals().IsPlural(document, next)) return std::nullopt;
    const auto noun = nouns_.Find(document, token, next, Decimal(2));
    if (noun && nouns_.plurals().IsPlural(document, noun->head_token)) {
      return std::nullopt;
    }
  } else if (IsText(document, next, "-") && IsGlued(document, next)) {
    return std::nullopt;  // a score
  } else if (IsText(document, next, ",") && IsLatinWord(document, next + 1) &&
             tokens[next + 1].capital) {
    return std::nullopt;  // a table: "Milan 2, Roma 1"
  }
  return NotFigure{next, "name", "shared.shape.numbered_name"};
}

// A title in quotation marks that ends with a number: "Toy Story 4".
std::optional<NotFigure> NotFigures::ByQuotes(const Document& document,
                                              const Sentence& sentence,
                                              uint32_t token) const {
  const auto digits = ReadDigits(document, token);
  if (!digits || digits->grouped || digits->fraction ||
      document.Folded(token).size() > 4 || document.tokens[token].glued) {
    return std::nullopt;
  }
  const uint32_t next = digits->limit_token;
  if (!IsText(document, next, "\"") || !IsGlued(document, next)) {
    return std::nullopt;
  }
  for (uint32_t back = 1; back <= kMaxTitle && back <= token; ++back) {
    const uint32_t t = token - back;
    if (t < sentence.first_token) break;
    if (IsText(document, t, "\"")) {
      return back > 1 ? std::optional(
                            NotFigure{next, "name", "shared.shape.quoted_name"})
                      : std::nullopt;
    }
    if (!IsWord(document, t)) break;
    if (Starts(document, t,
               KindBit(RuleKind::kStopwords) | KindBit(RuleKind::kModality))) {
      break;
    }
  }
  return std::nullopt;
}

std::optional<std::pair<uint32_t, uint32_t>> NotFigures::RankBefore(
    const Document& document, uint32_t token) const {
  for (uint32_t back = 1; back <= kMaxBack && back <= token; ++back) {
    const uint32_t first = token - back;
    if (document.tokens[first + 1].starts_line) break;
    if (!Starts(document, first, kNames)) continue;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, first, kNames)) {
      if (match.limit_token == token &&
          by_rule_[match.rule].place == Place::kRank) {
        return std::make_pair(first, token);
      }
    }
  }
  return std::nullopt;
}

// "Article 12", "القناة 4".
std::optional<NotFigure> NotFigures::ByPhraseBefore(const Document& document,
                                                    const Sentence& sentence,
                                                    uint32_t token) const {
  std::optional<uint32_t> rule;
  for (uint32_t back = 1; back <= kMaxBack && back <= token; ++back) {
    const uint32_t first = token - back;
    if (document.tokens[first + 1].starts_line) break;
    if (!Starts(document, first, kNames)) continue;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document, first, kNames)) {
      if (match.limit_token != token ||
          by_rule_[match.rule].place != Place::kBefore) {
        continue;
      }
      rule = match.rule;
      break;
    }
  }
  if (!rule || IsMeasured(document, token)) return std::nullopt;
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
                   by_rule_[*rule].reason, rules_.Id(*rule)};
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
                     HasRole(document, limit, {NumberRole::kTenUnit});
  for (const NumberWord& word : words_.At(document, limit - 1)) {
    if (word.limit_token > limit) return true;
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
    const Entry& entry = by_rule_[match.rule];
    if (entry.place != Place::kWhole) continue;
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
          const Entry& entry = by_rule_[match.rule];
          if (entry.place == Place::kWhole && entry.whole_line &&
              !OnLine(document, match.limit_token)) {
            return NotFigure{match.limit_token, entry.reason,
                             rules_.Id(match.rule)};
          }
        }
      }
    }
  }
  return ByPhrase(document, sentence, token);
}

// "أول شركة ميسترال": a first one that has a name of its own is no rank; the
// word stands for "firstly".
bool NotFigures::IsBeforeNamed(const Document& document,
                               const Quantity& figure) const {
  const uint32_t noun = figure.limit_token;
  if (nouns_.plurals().KnowsLanguage(document) || !OnLine(document, noun) ||
      !OnLine(document, noun + 1) || !IsWord(document, noun) ||
      Starts(document, noun, KindBit(RuleKind::kTime)) ||
      !HasRole(document, figure.first_token, {NumberRole::kOrdinalUnit})) {
    return false;
  }
  // A company; of a country, or of a product, it may well be the first.
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, noun + 1,
                    KindBit(RuleKind::kEntities))) {
    if (match.proclitics == 0 &&
        rules_.Attribute(match.rule, "type") == "company") {
      return true;
    }
  }
  return false;
}

// "or another", "or other": a form of the rule of idioms that ends so.
bool NotFigures::IsAnotherBehind(const Document& document,
                                 uint32_t token) const {
  if (!OnLine(document, token) || !Starts(document, token, kNames)) {
    return false;
  }
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kNames)) {
    if (by_rule_[match.rule].place == Place::kAfter) return true;
  }
  return false;
}

std::optional<NotFigure> NotFigures::Doubt(const Document& document,
                                           const Quantity& figure) const {
  const uint32_t first = figure.first_token, limit = figure.limit_token;
  if (!figure.in_words || limit != first + 1) return std::nullopt;
  const bool alone =
      document.tokens[first].starts_line && !OnLine(document, limit);
  if (alone) return std::nullopt;
  if (figure.kind == QuantityKind::kCount && figure.value == Decimal(1) &&
      figure.noun_first_token >= figure.noun_limit_token) {
    // "the one who", "no one"; but "one, two, three" and "killed one and
    // injured two" count.
    const bool listed =
        OnLine(document, limit) && IsComma(document, limit) &&
        Starts(document, limit + 1, KindBit(RuleKind::kNumbers)) &&
        !HasRole(document, limit + 1,
                 {NumberRole::kDefinite, NumberRole::kArticle});
    if (!listed) return NotFigure{limit, "pronoun", "shared.shape.pronoun"};
  }
  // "the first one starts": no noun of one is a plural.
  if (figure.kind == QuantityKind::kCount && figure.value == Decimal(1) &&
      first > 0 && OnLine(document, first) &&
      nouns_.plurals().KnowsLanguage(document) &&
      HasRole(document, first - 1, {NumberRole::kOrdinalUnit})) {
    return NotFigure{limit, "pronoun", "shared.shape.pronoun"};
  }
  // "one danger or another"
  if (figure.kind == QuantityKind::kCount && figure.value == Decimal(1) &&
      figure.noun_first_token < figure.noun_limit_token &&
      nouns_.plurals().KnowsLanguage(document) &&
      IsAnotherBehind(document, figure.noun_limit_token)) {
    return NotFigure{limit, "idiom", "shared.shape.pronoun"};
  }
  if (figure.kind == QuantityKind::kOrdinal && figure.value == Decimal(1) &&
      IsBeforeNamed(document, figure)) {
    return NotFigure{limit, "adverb", "shared.shape.adverb"};
  }
  if (figure.kind == QuantityKind::kOrdinal &&
      nouns_.plurals().KnowsLanguage(document)) {
    // "First, …": an argument; "he first met": an adverb.
    if (IsText(document, limit, ",") && document.tokens[limit].glued) {
      const bool opens = document.tokens[first].starts_line ||
                         document.tokens[first - 1].kind == TokenKind::kPunct;
      if (opens) return NotFigure{limit, "idiom", "shared.shape.argument"};
    }
    if (figure.value == Decimal(1)) {
      const bool determined =
          first > 0 && OnLine(document, first) &&
          (HasRole(document, first - 1,
                   {NumberRole::kDefinite, NumberRole::kArticle}) ||
           document.Folded(first - 1).ends_with("'s"));
      const bool compound =
          IsText(document, limit, "-") && document.tokens[limit].glued;
      if (!determined && !compound) {
        return NotFigure{limit, "adverb", "shared.shape.adverb"};
      }
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck
