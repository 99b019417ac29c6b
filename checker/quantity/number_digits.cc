#include "checker/quantity/number_digits.h"

#include <string>

namespace crosscheck {
namespace {

enum class Mark { kNone, kComma, kStop, kArabicDecimal, kGroupOnly };

Mark MarkOf(std::string_view text) {
  if (text == "," || text == "،") return Mark::kComma;
  if (text == ".") return Mark::kStop;
  if (text == "٫") return Mark::kArabicDecimal;
  if (text == "٬" || text == "'") return Mark::kGroupOnly;
  return Mark::kNone;
}

// A run of digits, then a glued mark, then glued digits.
bool MarkThenDigits(const Document& document, uint32_t mark) {
  const auto& tokens = document.tokens;
  return mark + 1 < tokens.size() && tokens[mark].glued &&
         tokens[mark + 1].glued && tokens[mark + 1].kind == TokenKind::kDigits;
}

}  // namespace

std::optional<DigitNumber> ReadDigits(const Document& document,
                                      uint32_t token) {
  const auto& tokens = document.tokens;
  const std::string first(document.Folded(token));
  DigitNumber number;
  number.limit_token = token + 1;
  std::string digits = first;

  // Groups of three after one same mark.
  Mark mark = Mark::kNone;
  std::string grouped = first;
  uint32_t at = token + 1;
  int groups = 0;
  if (first.size() <= 3) {
    while (MarkThenDigits(document, at)) {
      const Mark next = MarkOf(document.Folded(at));
      if (next == Mark::kNone || next == Mark::kArabicDecimal) break;
      if (groups > 0 && next != mark) break;
      if (document.Folded(at + 1).size() != 3) break;
      mark = next;
      grouped += document.Folded(at + 1);
      ++groups;
      at += 2;
    }
  }
  const bool leading_zero = first.size() > 1 && first[0] == '0';
  const bool groups_stand = groups > 0 && !leading_zero && first != "0" &&
                            (mark != Mark::kStop || groups > 1);
  if (groups_stand) {
    digits = grouped;
    number.limit_token = at;
    number.grouped = true;
  }
  // A decimal part.
  at = number.limit_token;
  if (MarkThenDigits(document, at)) {
    const Mark next = MarkOf(document.Folded(at));
    const std::string_view part = document.Folded(at + 1);
    const bool more = MarkThenDigits(document, at + 2) &&
                      MarkOf(document.Folded(at + 2)) != Mark::kNone;
    bool decimal = false;
    if (next == Mark::kArabicDecimal) decimal = true;
    if (next == Mark::kStop && !(number.grouped && mark == Mark::kStop)) {
      decimal = !more;
    }
    if (next == Mark::kComma && !number.grouped && part.size() != 3) {
      decimal = !more;
    }
    if (next == Mark::kComma && number.grouped && mark == Mark::kStop) {
      decimal = !more;
    }
    if (decimal) {
      digits += '.';
      digits += part;
      number.limit_token = at + 2;
      number.decimal = true;
    }
  }
  // Four digits, comma, three: "1234,567" is no number we know; keep the run.
  const auto value = Decimal::Parse(digits);
  if (!value) return std::nullopt;
  number.value = *value;
  // n/m.
  at = number.limit_token;
  if (!number.grouped && !number.decimal && MarkThenDigits(document, at) &&
      document.Folded(at) == "/" && document.Folded(at + 1).size() <= 4 &&
      !(MarkThenDigits(document, at + 2) && document.Folded(at + 2) == "/")) {
    const auto below = Decimal::Parse(document.Folded(at + 1));
    if (below && !below->IsZero()) {
      if (const auto quotient = Divide(number.value, *below)) {
        number.value = *quotient;
        number.limit_token = at + 2;
        number.fraction = true;
      }
    }
  }
  return number.limit_token <= tokens.size() ? std::optional(number)
                                             : std::nullopt;
}

}  // namespace crosscheck
