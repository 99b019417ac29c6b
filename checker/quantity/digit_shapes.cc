#include "checker/quantity/digit_shapes.h"

#include <cstddef>
#include <string_view>

#include "checker/model/decimal.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxChain = 64;  // tokens looked at around a digit

// Is a bracket open at `token`?
bool OpensBracket(const Document& document, uint32_t token) {
  for (uint32_t back = 1; back <= kMaxChain && back <= token; ++back) {
    const uint32_t t = token - back;
    if (document.tokens[t + 1].starts_line) break;
    const std::string_view text = document.Folded(t);
    if (text == "(") return true;
    if (text == ")") break;
  }
  return false;
}

}  // namespace

Chain ChainOf(const Document& document, uint32_t token) {
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

bool IsAddress(const Document& document, const Chain& chain) {
  // Prose has blanks: what runs on that long is an address or a code.
  if (chain.limit - chain.first > kMaxChain) return true;
  int stops = 0, numbers = 0, others = 0;
  for (uint32_t t = chain.first; t < chain.limit; ++t) {
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

bool IsPhone(const Document& document, const Chain& chain, uint32_t token) {
  const std::string_view digits = document.Folded(token);
  const bool plus = token > chain.first && IsText(document, token - 1, "+");
  if (plus && digits.size() >= 6) return true;
  if (digits[0] == '0' && digits.size() >= 7) return true;
  size_t count = 0, runs = 0, hyphens = 0;
  for (uint32_t t = token; t < chain.limit; ++t) {
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

bool IsListNumber(const Document& document, uint32_t token) {
  const auto& tokens = document.tokens;
  const uint32_t mark = token + 1, word = token + 2;
  // "(2) On the port, …" where a line or a sentence begins
  if (document.Folded(token).size() == 1 && token > 0 &&
      IsText(document, token - 1, "(") && tokens[token].glued &&
      IsText(document, mark, ")") && IsGlued(document, mark) &&
      OnLine(document, word) && IsWord(document, word) && !tokens[word].glued &&
      tokens[word].capital &&
      (tokens[token - 1].starts_line || token < 2 ||
       tokens[token - 2].kind == TokenKind::kPunct)) {
    return true;
  }
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
  // "because 1) it is cheap, and 2) they share it": no bracket was opened.
  if (IsText(document, mark, ")") && IsWord(document, word) &&
      !tokens[word].glued && !OpensBracket(document, token)) {
    return true;
  }
  // "… search engines. 3. Become a martyr": lines that run on
  if (IsText(document, mark, ".") && IsWord(document, word) &&
      tokens[word].capital && !tokens[word].glued &&
      document.sentences[SentenceOf(document, token)].first_token == token) {
    return true;
  }
  return tokens[token].starts_line && (arabic || !tokens[word].glued);
}

bool IsTriple(const Document& document, uint32_t token) {
  constexpr uint32_t kTokens = 5;
  if (token + kTokens > document.tokens.size()) return false;
  if (token > 0 && document.tokens[token].glued &&
      IsText(document, token - 1, "-")) {
    return false;
  }
  for (uint32_t t = token; t < token + kTokens; ++t) {
    const bool mark = (t - token) % 2 == 1;
    if ((t > token && !IsGlued(document, t)) ||
        (mark ? document.Folded(t) != "-"
              : !IsDigits(document, t) || document.Folded(t).size() != 1)) {
      return false;
    }
  }
  return !IsGlued(document, token + kTokens) ||
         !IsText(document, token + kTokens, "-");
}

uint32_t EndOfLongGroups(const Document& document, uint32_t token) {
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

}  // namespace crosscheck
