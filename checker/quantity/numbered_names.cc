#include "checker/quantity/numbered_names.h"

#include "checker/quantity/capitals.h"
#include "checker/quantity/digit_shapes.h"
#include "checker/quantity/number_digits.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxTitle = 6;  // words of a title in quotation marks

}  // namespace

// Letters glued to digits that a unit, scale or currency explains.
bool NumberedNames::IsKnownWord(const Document& document,
                                uint32_t token) const {
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
         words_.Bare(document, token, {NumberRole::kScaleLetter});
}

bool NumberedNames::IsMeasured(const Document& document, uint32_t token) const {
  const auto digits = ReadDigits(document, token);
  const uint32_t next = digits ? digits->limit_token : token + 1;
  if (digits && (digits->grouped || digits->fraction)) return true;
  if (!OnLine(document, next)) return false;
  if (words_.Bare(document, next,
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

// Letters glued to the digits, before or after.
std::optional<NotFigure> NumberedNames::ByLetters(const Document& document,
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

std::optional<NotFigure> NumberedNames::BySpelledLetters(
    const Document& document, uint32_t token) const {
  // Perhaps with a hyphen: "جي بي تي-3".
  const uint32_t back = token > 1 && IsText(document, token - 1, "-") &&
                                document.tokens[token].glued &&
                                document.tokens[token - 1].glued
                            ? 2
                            : 1;
  const NameRule* letter = token >= back && OnLine(document, token)
                               ? names_.LetterAt(document, token - back)
                               : nullptr;
  if (letter != nullptr &&
      (!letter->beside_letter ||
       (token > back &&
        names_.LetterAt(document, token - back - 1) != nullptr))) {
    return NotFigure{token + 1, "name", "shared.shape.spelled_letters"};
  }
  if (OnLine(document, token + 1) &&
      names_.LetterAt(document, token + 1) != nullptr &&
      OnLine(document, token + 2) &&
      names_.LetterAt(document, token + 2) != nullptr) {
    return NotFigure{token + 1, "name", "shared.shape.spelled_letters"};
  }
  return std::nullopt;
}

std::optional<NotFigure> NumberedNames::ByCapitals(const Document& document,
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
  if (IsMeasured(document, token) ||
      names_.RankBefore(document, token, false)) {
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
  if (Starts(document, token - 1, kKnown) &&
      !nouns_.IsHeadNoun(document, token - 1)) {
    return std::nullopt;
  }
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

std::optional<NotFigure> NumberedNames::ByQuotes(const Document& document,
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

}  // namespace crosscheck
