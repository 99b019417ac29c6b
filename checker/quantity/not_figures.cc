#include "checker/quantity/not_figures.h"

#include "checker/quantity/phrase_before.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestFigure = 24;  // digits; longer runs are ids
constexpr uint32_t kMaxChain = 64;     // tokens looked at around a digit

bool IsWordToken(const Document& document, uint32_t token) {
  return token < document.tokens.size() &&
         document.tokens[token].kind == TokenKind::kWord;
}

// Letters glued to the digits that no unit, scale or currency explains.
bool IsKnownWord(const Rulebook& rules, const Document& document,
                 uint32_t token) {
  constexpr uint64_t kKinds =
      KindBit(RuleKind::kUnits) | KindBit(RuleKind::kCurrency) |
      KindBit(RuleKind::kScales) | KindBit(RuleKind::kNumbers) |
      KindBit(RuleKind::kTime) | KindBit(RuleKind::kRanges) |
      KindBit(RuleKind::kModality);
  return !MatchPhrases(rules.lexicon(), document, token, kKinds).empty();
}

// Tokens without a blank between them, around `token`.
std::pair<uint32_t, uint32_t> Chain(const Document& document, uint32_t token) {
  uint32_t first = token, limit = token + 1;
  while (first > 0 && document.tokens[first].glued &&
         token - first < kMaxChain) {
    --first;
  }
  while (limit < document.tokens.size() && document.tokens[limit].glued &&
         limit - token < kMaxChain) {
    ++limit;
  }
  return {first, limit};
}

bool IsAddress(const Document& document, uint32_t first, uint32_t limit) {
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

std::optional<NotFigure> ByShape(const Rulebook& rules,
                                 const Document& document, uint32_t token) {
  const auto& tokens = document.tokens;
  const std::string_view digits = document.Folded(token);
  const auto [first, limit] = Chain(document, token);
  if (digits.size() > kLongestFigure) {
    return NotFigure{limit, "too-long", "shared.shape.too_long"};
  }
  if (IsAddress(document, first, limit)) {
    return NotFigure{limit, "address", "shared.shape.address"};
  }
  // A telephone number: "+" or a leading nought and many digits.
  const bool plus =
      token > 0 && tokens[token].glued && document.Folded(token - 1) == "+";
  if ((plus && digits.size() >= 6) ||
      (digits[0] == '0' && digits.size() >= 7)) {
    return NotFigure{limit, "phone", "shared.shape.phone"};
  }
  // The number of a list line: "1." or "2)" at its start, a word after it.
  if (tokens[token].starts_line && digits.size() <= 2 &&
      token + 2 < tokens.size() && tokens[token + 1].glued &&
      (document.Folded(token + 1) == "." ||
       document.Folded(token + 1) == ")") &&
      !tokens[token + 2].glued && !tokens[token + 2].starts_line) {
    return NotFigure{token + 2, "list-number", "shared.shape.list_number"};
  }
  // Letters before: R1, GPT-4, F-16.
  if (tokens[token].glued && token > 0) {
    uint32_t before = token - 1;
    const bool hyphen =
        document.Folded(before) == "-" && tokens[before].glued && before > 0;
    if (hyphen) --before;
    const Token& letters = tokens[before];
    if (letters.kind == TokenKind::kWord && letters.script == Script::kLatin &&
        !(IsKnownWord(rules, document, before) && !hyphen) &&
        (letters.capital || !hyphen)) {
      return NotFigure{limit, "name", "shared.shape.letters_before"};
    }
    // Arabic names of letters: "جي بي تي-3".
    if (hyphen && letters.script == Script::kArabic && !letters.glued &&
        !IsKnownWord(rules, document, before)) {
      return NotFigure{token + 1, "name", "shared.shape.letters_before"};
    }
  }
  // Letters after: 36Kr, 5G, 3D; also "01.AI".
  uint32_t after = token + 1;
  if (after < tokens.size() && tokens[after].glued &&
      document.Folded(after) == "." && after + 1 < tokens.size() &&
      tokens[after + 1].glued && IsWordToken(document, after + 1) &&
      tokens[after + 1].script == Script::kLatin) {
    return NotFigure{limit, "name", "shared.shape.letters_after"};
  }
  if (after < tokens.size() && tokens[after].glued &&
      IsWordToken(document, after) && tokens[after].script == Script::kLatin &&
      !IsKnownWord(rules, document, after)) {
    return NotFigure{limit, "name", "shared.shape.letters_after"};
  }
  // AIME 2024: three or more capitals, then bare digits.
  if (token > 0 && !tokens[token].starts_line && !tokens[token].glued &&
      tokens[token - 1].all_capitals &&
      tokens[token - 1].raw.end - tokens[token - 1].raw.begin >= 3 &&
      !IsKnownWord(rules, document, token - 1) && digits.size() <= 4 &&
      (after >= tokens.size() || tokens[after].starts_line ||
       tokens[after].kind != TokenKind::kWord)) {
    return NotFigure{token + 1, "name", "shared.shape.capitals_before"};
  }
  // A version: "AlpacaEval 2.0", a capital word and n.0.
  if (token > 0 && !tokens[token].starts_line && tokens[token - 1].capital &&
      token + 2 < tokens.size() && document.Folded(token + 1) == "." &&
      tokens[token + 1].glued && document.Folded(token + 2) == "0" &&
      tokens[token + 2].glued) {
    return NotFigure{token + 3, "version", "shared.shape.version"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<NotFigure> FindNotFigure(const Rulebook& rules,
                                       const Document& document,
                                       uint32_t token) {
  const bool digits = document.tokens[token].kind == TokenKind::kDigits;
  if (digits) {
    if (const auto found = ByShape(rules, document, token)) return found;
    const auto before = FindPhraseBefore(
        rules, document, token, RuleKind::kNames, [&](uint32_t rule) {
          return rules.Attribute(rule, "place") == "before";
        });
    if (before) {
      // "Article 12 people": a noun after the number keeps it a count; a
      // scale or a mark of money does too.
      const auto [first, limit] = Chain(document, token);
      return NotFigure{limit, rules.Attribute(before->rule, "reason"),
                       rules.Id(before->rule)};
    }
  }
  for (const PhraseMatch& match : MatchPhrases(rules.lexicon(), document, token,
                                               KindBit(RuleKind::kNames))) {
    if (rules.Attribute(match.rule, "place") != "whole") continue;
    return NotFigure{match.limit_token, rules.Attribute(match.rule, "reason"),
                     rules.Id(match.rule)};
  }
  return std::nullopt;
}

}  // namespace crosscheck
