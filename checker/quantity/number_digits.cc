#include "checker/quantity/number_digits.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace crosscheck {
namespace {

enum class Mark {
  kNone,
  kComma,
  kArabicComma,
  kStop,
  kArabicDecimal,
  kGroupOnly,
  kThinBlank,
  kBlank,
};

constexpr int kMaxExponent = 60;

// Digits put together without allocating.
class Digits {
 public:
  void Add(std::string_view digits) {
    if (size_ + digits.size() > text_.size()) {
      full_ = true;
      return;
    }
    std::copy(digits.begin(), digits.end(), text_.begin() + size_);
    size_ += digits.size();
  }
  std::optional<Decimal> Value() const {
    if (full_) return std::nullopt;
    return Decimal::Parse(std::string_view(text_.data(), size_));
  }

 private:
  std::array<char, 80> text_;
  size_t size_ = 0;
  bool full_ = false;
};

class Reader {
 public:
  Reader(const Document& document, uint32_t token)
      : document_(document), tokens_(document.tokens), first_(token) {}

  std::optional<DigitNumber> Read() {
    if (tokens_[first_].kind != TokenKind::kDigits) {
      Digits digits;  // ".77"
      digits.Add("0.");
      digits.Add(Text(first_ + 1));
      const auto value = digits.Value();
      if (!value) return std::nullopt;
      number_.value = *value;
      number_.decimal = true;
      number_.limit_token = first_ + 2;
    } else {
      ReadGroups();
      ReadDecimal();
      const auto value = digits_.Value();
      if (!value) return std::nullopt;
      number_.value = *value;
    }
    ReadReversed();
    ReadFraction();
    ReadPower();
    return number_;
  }

 private:
  std::string_view Text(uint32_t token) const {
    return document_.Folded(token);
  }
  bool IsGlued(uint32_t token) const {
    return token < tokens_.size() && tokens_[token].glued;
  }
  bool IsGluedDigits(uint32_t token) const {
    return IsGlued(token) && tokens_[token].kind == TokenKind::kDigits;
  }
  bool IsGluedText(uint32_t token, std::string_view text) const {
    return IsGlued(token) && Text(token) == text;
  }

  // What stands between the digits before `token` and digits after it.
  // `next` is where those digits are.
  Mark MarkAt(uint32_t token, uint32_t& next) const {
    if (token >= tokens_.size() || tokens_[token].starts_line) {
      return Mark::kNone;
    }
    if (tokens_[token].kind == TokenKind::kDigits) {
      next = token;
      if (tokens_[token].glued || token == 0) return Mark::kNone;
      // A blank folds to one byte; in the text a no-break or thin blank has
      // two or three.
      const uint32_t bytes =
          tokens_[token].raw.begin - tokens_[token - 1].raw.end;
      const uint32_t folded = tokens_[token].begin - tokens_[token - 1].end;
      if (folded != 1) return Mark::kNone;
      return bytes == 1   ? Mark::kBlank
             : bytes <= 3 ? Mark::kThinBlank
                          : Mark::kNone;
    }
    next = token + 1;
    if (!tokens_[token].glued || !IsGluedDigits(next)) return Mark::kNone;
    const std::string_view text = Text(token);
    if (text == ",") return Mark::kComma;
    if (text == "،") return Mark::kArabicComma;
    if (text == ".") return Mark::kStop;
    if (text == "٫") return Mark::kArabicDecimal;
    if (text == "٬" || text == "'") return Mark::kGroupOnly;
    return Mark::kNone;
  }

  void ReadGroups() {
    const std::string_view first = Text(first_);
    digits_.Add(first);
    number_.limit_token = first_ + 1;
    if (first.size() > 3 || first[0] == '0') return;
    // All groups of three after one same mark.
    uint32_t at = first_ + 1, next = 0;
    int groups = 0;
    bool noughts = true;
    Mark mark = Mark::kNone;
    while (true) {
      const Mark found = MarkAt(at, next);
      if (found == Mark::kNone || found == Mark::kArabicDecimal) break;
      if (groups > 0 && found != mark) break;
      if (Text(next).size() != 3) break;
      noughts = noughts && Text(next) == "000";
      mark = found;
      ++groups;
      at = next + 1;
    }
    if (groups == 0) {
      ReadIndianGroups();
      return;
    }
    // "1.200" is a decimal, "12 300" two numbers; "40 000" is one.
    if (mark == Mark::kStop && groups < 2) return;
    if (mark == Mark::kBlank && groups < 2 && !noughts) return;
    for (uint32_t t = first_ + 1; t < at; ++t) {
      if (tokens_[t].kind == TokenKind::kDigits) digits_.Add(Text(t));
    }
    number_.limit_token = at;
    number_.grouped = true;
    mark_ = mark;
  }

  // 12,34,567: twos, the last of three.
  void ReadIndianGroups() {
    if (Text(first_).size() > 2) return;
    uint32_t at = first_ + 1, next = 0;
    int twos = 0;
    while (MarkAt(at, next) == Mark::kComma && Text(next).size() == 2) {
      ++twos;
      at = next + 1;
    }
    if (twos == 0 || MarkAt(at, next) != Mark::kComma ||
        Text(next).size() != 3) {
      return;
    }
    at = next + 1;
    for (uint32_t t = first_ + 1; t < at; ++t) {
      if (tokens_[t].kind == TokenKind::kDigits) digits_.Add(Text(t));
    }
    number_.limit_token = at;
    number_.grouped = true;
    mark_ = Mark::kComma;
  }

  void ReadDecimal() {
    uint32_t next = 0, after = 0;
    const Mark found = MarkAt(number_.limit_token, next);
    bool decimal = false;
    switch (found) {
      case Mark::kArabicDecimal:
        decimal = true;
        break;
      case Mark::kStop:
        decimal = !(number_.grouped && mark_ == Mark::kStop);
        break;
      case Mark::kComma:
      case Mark::kArabicComma:
        decimal = number_.grouped
                      ? mark_ != found
                      : Text(next).size() != 3 || Text(first_) == "0";
        break;
      default:
        break;
    }
    if (!decimal) return;
    // "1.2.3", "5,6,7" are no decimals.
    const Mark more = MarkAt(next + 1, after);
    if (more == Mark::kStop || more == Mark::kComma ||
        more == Mark::kArabicComma || more == Mark::kArabicDecimal) {
      return;
    }
    digits_.Add(".");
    digits_.Add(Text(next));
    number_.limit_token = next + 1;
    number_.decimal = true;
  }

  // "8ر15": the second run is the whole part, unless the first is nought.
  void ReadReversed() {
    const uint32_t at = number_.limit_token;
    if (number_.grouped || number_.decimal || !IsGluedText(at, "ر") ||
        !IsGluedDigits(at + 1)) {
      return;
    }
    const std::string_view a = Text(first_), b = Text(at + 1);
    Digits digits;
    digits.Add(a == "0" ? a : b);
    digits.Add(".");
    digits.Add(a == "0" ? b : a);
    const auto value = digits.Value();
    if (!value) return;
    number_.value = *value;
    number_.decimal = true;
    number_.limit_token = at + 2;
  }

  void ReadFraction() {
    const uint32_t at = number_.limit_token;
    if (number_.grouped || number_.decimal || !IsGluedText(at, "/") ||
        !IsGluedDigits(at + 1) || Text(at + 1).size() > 4) {
      return;
    }
    if (IsGluedText(at + 2, "/") && IsGluedDigits(at + 3)) return;
    const auto below = Decimal::Parse(Text(at + 1));
    if (!below || below->IsZero()) return;
    const bool upside_down = *below == Decimal(1) && number_.value > Decimal(1);
    const auto quotient = upside_down ? Divide(*below, number_.value)
                                      : Divide(number_.value, *below);
    if (!quotient) return;
    number_.value = *quotient;
    number_.limit_token = at + 2;
    number_.fraction = true;
  }

  // A signed whole number at `token`; its last token in `last`.
  std::optional<int> ExponentAt(uint32_t token, uint32_t& last) const {
    bool negative = false;
    if (IsGluedText(token, "+") || IsGluedText(token, "-")) {
      negative = Text(token) == "-";
      ++token;
    }
    if (!IsGluedDigits(token) || Text(token).size() > 2) return std::nullopt;
    int value = 0;
    for (char c : Text(token)) value = value * 10 + (c - '0');
    if (value > kMaxExponent) return std::nullopt;
    last = token;
    return negative ? -value : value;
  }

  static std::optional<Decimal> Power(const Decimal& base, int exponent) {
    if (base == Decimal(10)) return Decimal(1, exponent);
    Decimal product = 1;
    for (int i = 0; i < std::abs(exponent); ++i) {
      auto next = Multiply(product, base);
      // Past 36 digits a figure is no longer exact; 16 are kept.
      if (!next) next = Multiply(product.RoundedTo(16), base.RoundedTo(16));
      if (!next) return std::nullopt;
      product = *next;
    }
    return exponent < 0 ? Divide(1, product, 16) : product;
  }

  void ReadPower() {
    const uint32_t at = number_.limit_token;
    uint32_t last = 0;
    if (number_.fraction) return;
    std::optional<Decimal> value;
    if (IsGluedText(at, "e")) {
      const auto exponent = ExponentAt(at + 1, last);
      if (exponent) value = number_.value.Scaled(*exponent);
    } else if (IsGluedText(at, "^")) {
      const auto exponent = ExponentAt(at + 1, last);
      if (exponent) value = Power(number_.value, *exponent);
    } else if ((IsGluedText(at, "x") || IsGluedText(at, "×") ||
                IsGluedText(at, "*")) &&
               IsGluedDigits(at + 1)) {
      // "x10^6", "x2^10"; "x10-3" has lost its caret.
      const bool ten = Text(at + 1) == "10";
      const bool caret = IsGluedText(at + 2, "^");
      const bool bare_sign =
          ten && (IsGluedText(at + 2, "-") || IsGluedText(at + 2, "+"));
      if (!caret && !bare_sign) return;
      const auto base = Decimal::Parse(Text(at + 1));
      const auto exponent = ExponentAt(caret ? at + 3 : at + 2, last);
      if (base && exponent) {
        if (const auto power = Power(*base, *exponent)) {
          value = Multiply(number_.value, *power);
        }
      }
    }
    if (!value) return;
    // "1e10x", "24e7abc": a code.
    if (IsGlued(last + 1) && tokens_[last + 1].kind == TokenKind::kWord &&
        Text(at) == "e") {
      return;
    }
    number_.value = *value;
    number_.power = true;
    number_.limit_token = last + 1;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const uint32_t first_;
  Digits digits_;
  Mark mark_ = Mark::kNone;
  DigitNumber number_;
};

}  // namespace

bool StartsDigits(const Document& document, uint32_t token) {
  const auto& tokens = document.tokens;
  if (tokens[token].kind == TokenKind::kDigits) return true;
  if (document.Folded(token) != "." || token + 1 >= tokens.size() ||
      !tokens[token + 1].glued ||
      tokens[token + 1].kind != TokenKind::kDigits) {
    return false;
  }
  // ".77", "$.50", "-.5", "(.5"; not "x.5".
  if (token == 0 || !tokens[token].glued) return true;
  const Token& before = tokens[token - 1];
  return before.kind == TokenKind::kSymbol ||
         (before.kind == TokenKind::kPunct &&
          document.Folded(token - 1) != "." &&
          document.Folded(token - 1) != "\"");
}

std::optional<DigitNumber> ReadDigits(const Document& document,
                                      uint32_t token) {
  return Reader(document, token).Read();
}

}  // namespace crosscheck
