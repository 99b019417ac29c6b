#include "checker/quantity/number_reader.h"

#include <algorithm>
#include <optional>
#include <string>

#include "checker/quantity/number_digits.h"
#include "checker/quantity/number_words.h"

namespace crosscheck {

struct NumberReader::Tables {
  explicit Tables(const Rulebook& rules) : words(rules) {}
  NumberWords words;
};

namespace {

// Longer runs of number words are cut: no real number needs more, and hostile
// text could otherwise make every start read to the end.
constexpr uint32_t kMaxNumberTokens = 40;

using Role = NumberRole;

class Parser {
 public:
  Parser(const NumberWords& words, const Document& document, uint32_t token)
      : words_(words), document_(document), first_(token), at_(token) {
    limit_ = std::min<uint32_t>(static_cast<uint32_t>(document.tokens.size()),
                                token + kMaxNumberTokens);
  }

  std::optional<NumberReading> Run() {
    ReadSign();
    if (at_ >= limit_) return std::nullopt;
    if (document_.tokens[at_].kind == TokenKind::kDigits) {
      if (!StartDigits()) return std::nullopt;
    } else if (!StartWord()) {
      return std::nullopt;
    }
    Continue();
    return Finish();
  }

 private:
  static constexpr int kUnits = 1, kTens = 2, kHundreds = 4;

  std::optional<NumberWord> WordAt(uint32_t token,
                                   std::initializer_list<Role> roles) const {
    if (token >= limit_) return std::nullopt;
    if (token > first_ && document_.tokens[token].starts_line) {
      return std::nullopt;
    }
    for (const NumberWord& word : words_.At(document_, token)) {
      for (Role role : roles) {
        if (word.role == role && word.limit_token <= limit_) return word;
      }
    }
    return std::nullopt;
  }

  void Use(const NumberWord& word) {
    rules_.push_back(words_.rules().Id(word.rule));
    at_ = word.limit_token;
    end_ = at_;
  }

  void ReadSign() {
    const auto& tokens = document_.tokens;
    if (document_.Folded(at_) == "-" || document_.Folded(at_) == "+") {
      // A sign only where no word or number is glued before it.
      const bool before = tokens[at_].glued && at_ > 0 &&
                          tokens[at_ - 1].kind != TokenKind::kPunct;
      const bool digits = at_ + 1 < limit_ && tokens[at_ + 1].glued &&
                          tokens[at_ + 1].kind == TokenKind::kDigits;
      if (before || !digits) return;
      negative_ = document_.Folded(at_) == "-";
      ++at_;
    } else if (const auto word = WordAt(at_, {Role::kMinus})) {
      const uint32_t next = word->limit_token;
      if (next < limit_ && (document_.tokens[next].kind == TokenKind::kDigits ||
                            WordAt(next, {Role::kUnit, Role::kTeen, Role::kTen,
                                          Role::kTenUnit}))) {
        negative_ = true;
        Use(*word);
      }
    }
  }

  bool StartDigits() {
    const auto digits = ReadDigits(document_, at_);
    if (!digits) return false;
    group_ = digits->value;
    has_group_ = true;
    used_ = kUnits | kTens | kHundreds;
    fraction_ = digits->fraction;
    by_digits_ = true;
    at_ = end_ = digits->limit_token;
    rules_.push_back("digits");
    // "2 1/2", "2½".
    if (!digits->decimal && !digits->fraction && at_ < limit_) {
      if (const auto sign = WordAt(at_, {Role::kFractionSign})) {
        if (const auto sum = Add(group_, sign->value)) group_ = *sum;
        Use(*sign);
      } else if (document_.tokens[at_].kind == TokenKind::kDigits &&
                 !document_.tokens[at_].starts_line) {
        const auto part = ReadDigits(document_, at_);
        if (part && part->fraction && part->value < Decimal(1)) {
          if (const auto sum = Add(group_, part->value)) group_ = *sum;
          at_ = end_ = part->limit_token;
        }
      }
    }
    // "21st".
    if (!digits->decimal && at_ < limit_ && document_.tokens[at_].glued) {
      if (const auto suffix = WordAt(at_, {Role::kOrdinalSuffix})) {
        ordinal_ = true;
        Use(*suffix);
      }
    }
    return true;
  }

  bool StartWord() {
    in_words_ = true;
    const auto start = WordAt(
        at_,
        {Role::kUnit, Role::kTenUnit, Role::kTeen, Role::kTen, Role::kHundred,
         Role::kHundreds, Role::kScale, Role::kScaleDual, Role::kVagueScale,
         Role::kScaleLike, Role::kVague, Role::kFew, Role::kArticle,
         Role::kFraction, Role::kFractionSign, Role::kOrdinalUnit,
         Role::kOrdinalTeen, Role::kOrdinalTen, Role::kOrdinalHundred});
    if (!start) return false;
    proclitics_ = start->proclitics;
    prefix_bytes_ = start->prefix_bytes;
    if (start->role == Role::kArticle) {
      const auto next =
          WordAt(start->limit_token,
                 {Role::kHundred, Role::kScale, Role::kScaleLike,
                  Role::kFraction, Role::kFew, Role::kOrdinalUnit});
      if (!next) return false;
      if (next->role == Role::kOrdinalUnit) return StartArticleFraction(*start);
      if (next->role == Role::kFew) {
        Use(*start);
        return Take(*next);
      }
      Use(*start);
      if (next->role == Role::kFraction) return Take(*next);
      group_ = 1;
      has_group_ = true;
      used_ = kUnits;
      return true;
    }
    return Take(*start);
  }

  // "a third of": an ordinal after an article, followed by "of".
  bool StartArticleFraction(const NumberWord& article) {
    const auto ordinal = WordAt(article.limit_token, {Role::kOrdinalUnit});
    if (!ordinal || ordinal->value < Decimal(3)) return false;
    if (!WordAt(ordinal->limit_token, {Role::kOf})) return false;
    const auto part = Divide(1, ordinal->value);
    if (!part) return false;
    Use(article);
    Use(*ordinal);
    group_ = *part;
    has_group_ = fraction_ = true;
    used_ = kUnits | kTens | kHundreds;
    return true;
  }

  // Takes a word that may follow what was read; false when it may not.
  bool Take(const NumberWord& word, bool joined = false) {
    switch (word.role) {
      case Role::kUnit:
      case Role::kOrdinalUnit:
        if (used_ & kUnits) return false;
        if (!AddToGroup(word.value)) return false;
        used_ |= kUnits;
        break;
      case Role::kTenUnit:
        // "thirteen" is three then ten; else a plain ten.
        if (used_ & kTens) return false;
        if ((used_ & kUnits) && joined) return false;
        if (!AddToGroup(word.value)) return false;
        used_ |= kUnits | kTens;
        break;
      case Role::kTeen:
      case Role::kOrdinalTeen:
        if (used_ & (kUnits | kTens)) return false;
        if (!AddToGroup(word.value)) return false;
        used_ |= kUnits | kTens;
        break;
      case Role::kTen:
      case Role::kOrdinalTen:
        // Units before tens only when joined: "three and twenty".
        if (used_ & kTens) return false;
        if ((used_ & kUnits) && !joined) return false;
        if (!AddToGroup(word.value)) return false;
        used_ |= kTens;
        if (used_ & kUnits) used_ |= kUnits;
        break;
      case Role::kHundred:
      case Role::kOrdinalHundred:
        if (used_ & kHundreds) return false;
        if (has_group_) {
          if (joined) return false;
          const auto product = Multiply(group_, word.value);
          if (!product) return false;
          group_ = *product;
        } else {
          group_ = word.value;
        }
        has_group_ = true;
        used_ = kHundreds;
        break;
      case Role::kHundreds:
        if (used_ != 0) return false;
        if (!AddToGroup(word.value)) return false;
        used_ |= kHundreds;
        break;
      case Role::kScale:
      case Role::kOrdinalScale:
      case Role::kScaleLetter:
      case Role::kScaleLike:
        if (joined && word.role != Role::kScale) return false;
        if (!CloseGroup(word.value, joined)) return false;
        break;
      case Role::kVagueScale:
        if (!has_group_ && !few_ && total_.IsZero()) {
          vague_ = true;
          group_ = vague_of_ ? *vague_of_ : Decimal(2);
          has_group_ = true;
        }
        if (!CloseGroup(word.value, joined)) return false;
        break;
      case Role::kScaleDual:
        if (has_group_) return false;
        group_ = 2;
        has_group_ = true;
        if (!CloseGroup(word.value, false)) return false;
        break;
      case Role::kVague:
        if (has_group_ || !total_.IsZero()) return false;
        vague_ = true;
        vague_of_ = word.value;
        group_ = *Multiply(word.value, 2);
        has_group_ = true;
        used_ = kUnits | kTens | kHundreds;
        break;
      case Role::kFew:
        if (has_group_ || !total_.IsZero()) return false;
        few_ = true;
        group_ = word.value;
        has_group_ = true;
        used_ = kUnits | kTens;
        break;
      case Role::kFraction:
      case Role::kFractionSign:
        if (has_group_) return false;
        group_ = word.value;
        has_group_ = fraction_ = true;
        used_ = kUnits | kTens | kHundreds;
        break;
      default:
        return false;
    }
    if (word.role >= Role::kOrdinalUnit && word.role <= Role::kOrdinalScale) {
      ordinal_ = true;
    }
    Use(word);
    return true;
  }

  bool AddToGroup(const Decimal& value) {
    const auto sum = Add(group_, value);
    if (!sum) return false;
    group_ = *sum;
    has_group_ = true;
    return true;
  }

  // Multiplies the group by a scale and adds it to the total. Scales go down:
  // million, then thousand.
  bool CloseGroup(const Decimal& scale, bool joined) {
    if (!has_group_) {
      if (!total_.IsZero() && !joined) {
        // "hundred thousand million" style: multiply all.
        const auto product = Multiply(total_, scale);
        if (!product) return false;
        total_ = *product;
        last_scale_ = scale;
        has_scale_ = true;
        return true;
      }
      group_ = 1;
      implied_one_ = true;
    }
    if (last_scale_ && scale >= *last_scale_) return false;
    const auto product = Multiply(group_, scale);
    const auto sum = product ? Add(total_, *product) : std::nullopt;
    if (!sum) return false;
    total_ = *sum;
    last_scale_ = scale;
    group_ = 0;
    has_group_ = false;
    used_ = 0;
    fraction_ = false;
    has_scale_ = true;
    return true;
  }

  void Continue() {
    while (at_ < limit_ && !ordinal_) {
      if (document_.tokens[at_].starts_line) return;
      if (vague_ && vague_of_ && TakeScaleAfterVague()) continue;
      if (TryPoint() || TryDenominator() || TryJoin() || TryPlain()) continue;
      return;
    }
  }

  // "tens of thousands", "hundreds of millions", عشرات الآلاف.
  bool TakeScaleAfterVague() {
    uint32_t next = at_;
    if (const auto of = WordAt(next, {Role::kOf})) next = of->limit_token;
    const auto scale = WordAt(next, {Role::kVagueScale, Role::kScale});
    if (!scale) return false;
    group_ = *vague_of_;
    vague_of_.reset();
    has_group_ = true;
    return Take(*scale);
  }

  bool TryPoint() {
    if (by_digits_ || !has_group_ || after_point_) return false;
    const auto point = WordAt(at_, {Role::kPoint});
    if (!point) return false;
    uint32_t next = point->limit_token;
    std::string digits;
    while (const auto digit = WordAt(next, {Role::kUnit})) {
      digits += digit->value.ToString();
      next = digit->limit_token;
      if (digits.size() > 12) break;
    }
    if (digits.empty()) return false;
    const auto part = Decimal::Parse("0." + digits);
    const auto sum = part ? Add(group_, *part) : std::nullopt;
    if (!sum) return false;
    rules_.push_back(words_.rules().Id(point->rule));
    group_ = *sum;
    after_point_ = true;
    used_ = kUnits | kTens | kHundreds;
    at_ = end_ = next;
    return true;
  }

  // "two thirds", ثلاثة أرباع.
  bool TryDenominator() {
    if (!has_group_ || by_digits_ || fraction_) return false;
    if (group_ > Decimal(20) || !total_.IsZero()) return false;
    uint32_t next = at_;
    if (const auto hyphen = WordAt(next, {Role::kHyphen})) {
      next = hyphen->limit_token;
    }
    const auto below = WordAt(next, {Role::kDenominator});
    if (!below) return false;
    const auto quotient = Divide(group_, below->value);
    if (!quotient) return false;
    group_ = *quotient;
    fraction_ = true;
    used_ = kUnits | kTens | kHundreds;
    Use(*below);
    return true;
  }

  // "and" as a word, or as a clitic of the next word.
  bool TryJoin() {
    uint32_t next = at_;
    bool joined = false;
    if (const auto join = WordAt(next, {Role::kJoin})) {
      next = join->limit_token;
      joined = true;
    }
    if (next >= limit_ || document_.tokens[next].starts_line) return false;
    // Digits after a scale and a joiner: "مليون و800 ألف".
    if (document_.tokens[next].kind == TokenKind::kDigits) {
      if (!joined || !last_scale_ || has_group_) return false;
      const auto digits = ReadDigits(document_, next);
      if (!digits || digits->fraction || digits->value >= *last_scale_) {
        return false;
      }
      // Only when a lower scale follows, or the rest fills the last scale.
      const auto scale =
          WordAt(digits->limit_token, {Role::kScale, Role::kVagueScale});
      if (!scale || scale->value >= *last_scale_) return false;
      group_ = digits->value;
      has_group_ = true;
      at_ = end_ = digits->limit_token;
      return true;
    }
    for (const NumberWord& word : words_.At(document_, next)) {
      const bool clitic = (word.proclitics & kCliticAnd) != 0;
      if (!joined && !clitic) continue;
      if (TakeHalf(word)) return true;
      if (!JoinFits(word)) continue;
      if (by_digits_ && last_scale_ == std::nullopt) continue;
      if (Take(word, true)) return true;
    }
    return false;
  }

  // May a joined word go on with this number, or does it begin another one?
  bool JoinFits(const NumberWord& word) const {
    switch (word.role) {
      case Role::kUnit:
      case Role::kTeen:
      case Role::kTenUnit:
        return (used_ & kHundreds) != 0 || (!has_group_ && last_scale_);
      case Role::kTen:
        return (used_ & (kUnits | kHundreds)) != 0 ||
               (!has_group_ && last_scale_);
      case Role::kOrdinalTen:
        return (used_ & (kUnits | kHundreds)) != 0 ||
               (!has_group_ && last_scale_);
      case Role::kOrdinalUnit:
      case Role::kOrdinalTeen:
        return (used_ & kHundreds) != 0 || (!has_group_ && last_scale_);
      case Role::kHundred:
      case Role::kHundreds:
      case Role::kScaleDual:
        return !has_group_ && last_scale_;
      case Role::kScale:
        return !has_group_ && last_scale_ && word.value < *last_scale_;
      default:
        return false;
    }
  }

  // "two and a half million", "مليون ونصف".
  bool TakeHalf(const NumberWord& word) {
    NumberWord half = word;
    uint32_t skip = word.limit_token;
    if (word.role == Role::kArticle) {
      const auto next =
          WordAt(word.limit_token, {Role::kFraction, Role::kDenominator});
      if (!next) return false;
      half = *next;
      if (half.role == Role::kDenominator) {
        const auto part = Divide(1, half.value);
        if (!part) return false;
        half.value = *part;
      }
      skip = half.limit_token;
    }
    if (half.role != Role::kFraction && word.role != Role::kArticle) {
      return false;
    }
    if (has_group_ && !fraction_) {
      const auto sum = Add(group_, half.value);
      if (!sum) return false;
      group_ = *sum;
      used_ = kUnits | kTens | kHundreds;
    } else if (!has_group_ && last_scale_) {
      const auto part = Multiply(half.value, *last_scale_);
      const auto sum = part ? Add(total_, *part) : std::nullopt;
      if (!sum) return false;
      total_ = *sum;
    } else {
      return false;
    }
    rules_.push_back(words_.rules().Id(half.rule));
    at_ = end_ = skip;
    return true;
  }

  bool TryPlain() {
    uint32_t next = at_;
    bool hyphen = false;
    if (const auto mark = WordAt(next, {Role::kHyphen})) {
      // "twenty-five", but "5-6" is a range and "two-year" a compound.
      if (by_digits_ && !total_.IsZero()) return false;
      next = mark->limit_token;
      hyphen = true;
      if (next >= limit_) return false;
    }
    const Token& token = document_.tokens[next];
    if (token.starts_line || token.kind == TokenKind::kDigits) return false;
    for (const NumberWord& word : words_.At(document_, next)) {
      const bool scale =
          word.role == Role::kScale || word.role == Role::kVagueScale ||
          word.role == Role::kScaleLetter || word.role == Role::kScaleLike;
      if ((word.proclitics & ~kCliticThe) != 0) continue;
      if (word.role == Role::kScaleLetter && !(by_digits_ && token.glued)) {
        continue;
      }
      if (by_digits_ && !scale) continue;
      if (hyphen && !scale && word.role != Role::kUnit &&
          word.role != Role::kOrdinalUnit) {
        continue;
      }
      if (scale && !has_group_ && total_.IsZero()) continue;
      if (scale && word.role != Role::kScale && !has_group_) continue;
      if (fraction_ && !scale) continue;
      if (word.role == Role::kHundred && !has_group_ && !total_.IsZero()) {
        // "two thousand hundred" is none.
        continue;
      }
      // Ordinals do not follow a whole number that could stand alone unless
      // they fill its units.
      if (Take(word)) return true;
    }
    // "half a million": the article between.
    if (fraction_) {
      if (const auto article = WordAt(next, {Role::kArticle})) {
        if (const auto scale = WordAt(article->limit_token,
                                      {Role::kScale, Role::kScaleLike})) {
          Use(*article);
          return Take(*scale);
        }
      }
    }
    return false;
  }

  std::optional<NumberReading> Finish() {
    NumberReading out;
    Decimal value = total_;
    if (has_group_) {
      const auto sum = Add(total_, group_);
      if (!sum) return std::nullopt;
      value = *sum;
    }
    if (end_ == first_) return std::nullopt;
    out.first_token = first_;
    out.limit_token = end_;
    out.value = negative_ ? value.Negated() : value;
    out.in_words = in_words_;
    out.ordinal = ordinal_;
    out.vague = vague_ || few_;
    if (few_) {
      // "several": from two up to ten of the scale.
      out.vague_limit = Multiply(out.value, 5);
    }
    out.fraction = fraction_ && total_.IsZero();
    out.has_scale = has_scale_;
    out.implied_one = implied_one_;
    out.proclitics = proclitics_;
    out.rules = std::move(rules_);
    const Token& first = document_.tokens[first_];
    out.raw = {first.raw.begin, document_.tokens[end_ - 1].raw.end};
    // The article is part of how a definite number is written; other clitics
    // are words of their own.
    if (prefix_bytes_ > 0 && Length(first.raw) == first.end - first.begin &&
        (proclitics_ & ~kCliticThe) != 0) {
      out.raw.begin += prefix_bytes_;
    }
    return out;
  }

  const NumberWords& words_;
  const Document& document_;
  const uint32_t first_;
  uint32_t at_;
  uint32_t end_ = 0;
  uint32_t limit_ = 0;

  Decimal total_ = 0;
  Decimal group_ = 0;
  bool has_group_ = false;
  int used_ = 0;
  std::optional<Decimal> last_scale_;
  std::optional<Decimal> vague_of_;
  bool negative_ = false;
  bool in_words_ = false;
  bool by_digits_ = false;
  bool after_point_ = false;
  bool fraction_ = false;
  bool ordinal_ = false;
  bool vague_ = false;
  bool few_ = false;
  bool has_scale_ = false;
  bool implied_one_ = false;
  uint16_t proclitics_ = 0;
  uint8_t prefix_bytes_ = 0;
  absl::InlinedVector<std::string_view, 4> rules_;
};

}  // namespace

NumberReader::NumberReader(const Rulebook& rules)
    : tables_(std::make_shared<const Tables>(rules)) {}

std::optional<NumberReading> NumberReader::Read(const Document& document,
                                                uint32_t token) const {
  return Parser(tables_->words, document, token).Run();
}

}  // namespace crosscheck
