#include "checker/quantity/time_ages.h"

#include "checker/quantity/time_lengths.h"

namespace crosscheck {
namespace {

constexpr int kOldest = 125;  // years; a person's age is not above it

// Is there a word such as "aged" before `token`, perhaps with "about" between?
std::optional<TimeWord> AgeWordBefore(const TimeScan& scan, uint32_t token) {
  if (const auto word = scan.FindBefore(token, TimeRole::kAgeBefore)) {
    return word;
  }
  for (uint32_t back = 1; back <= 3 && back < token; ++back) {
    if (scan.At(token - back + 1).starts_line) break;
    for (const PhraseMatch& match : MatchPhrases(
             scan.rules().lexicon(), scan.document(), token - back,
             KindBit(RuleKind::kModality) | KindBit(RuleKind::kRanges))) {
      if (match.limit_token != token) continue;
      if (const auto word =
              scan.FindBefore(token - back, TimeRole::kAgeBefore)) {
        return word;
      }
    }
  }
  return std::nullopt;
}

bool IsPlainWord(const Token& token) {
  return token.kind == TokenKind::kWord && !token.capital;
}

// (25 عاما) or ، 25 عاما، behind a word.
bool IsBracketed(const TimeScan& scan, const LengthParts& length) {
  const uint32_t first = length.first_token;
  if (first < 2 || scan.At(first).starts_line) return false;
  if (scan.Text(first - 1) != "(") return false;
  if (scan.At(first - 2).kind != TokenKind::kWord &&
      scan.Text(first - 2) != "\"") {
    return false;
  }
  return scan.Is(length.limit_token, ")") || scan.IsComma(length.limit_token);
}

}  // namespace

std::optional<Quantity> ReadAge(const TimeScan& scan,
                                const LengthParts& length) {
  if (length.side != TimeSide::kNone || length.vague) return std::nullopt;
  LengthParts parts = length;
  uint32_t at = length.limit_token;
  if (scan.IsGlued(at, "-")) ++at;
  std::optional<TimeWord> word = scan.Find(at, TimeRole::kAgeAfter);
  if (word) {
    parts.limit_token = word->limit_token;
  } else {
    word = AgeWordBefore(scan, length.first_token);
  }
  const bool years = length.unit == TimeUnit::kYear;
  if (!word) {
    const bool sane = years && length.value && !length.in_words &&
                      *length.value < Decimal(kOldest) &&
                      length.value->IsInteger();
    if (!sane || !IsBracketed(scan, length)) return std::nullopt;
  }
  Quantity out = ToQuantity(scan, parts, std::nullopt);
  out.kind = QuantityKind::kAge;
  if (word) out.rules.push_back(scan.Id(*word));
  // Ages are whole years that have passed: 34 until the next birthday.
  if (out.value && out.value->IsInteger()) out.range = Exactly(*out.value);
  if (out.value) out.iso.clear();
  return out;
}

std::optional<Quantity> ReadBareAge(const TimeScan& scan, uint32_t token) {
  const auto number = scan.Number(token);
  if (!number || number->ordinal || number->value < 1 ||
      number->value > kOldest) {
    return std::nullopt;
  }
  LengthParts parts;
  parts.first_token = parts.core_first_token = token;
  parts.limit_token = number->limit_token;
  parts.unit = TimeUnit::kYear;
  parts.value = number->value;
  parts.in_words = !number->digits;
  const auto word = AgeWordBefore(scan, token);
  if (word && word->kind == "bare") {
    parts.rules.push_back(scan.Id(*word));
    // "aged 18 to 24"
    uint32_t at = parts.limit_token;
    std::optional<uint32_t> link;
    for (std::string_view role : {"to", "dash", "and"}) {
      if ((link = scan.RangeWord(at, role))) break;
    }
    const auto second = link ? scan.Number(*link) : std::nullopt;
    if (second && second->value > number->value && second->value <= kOldest) {
      parts.range = true;
      parts.low = number->value;
      parts.high = second->value;
      parts.value.reset();
      parts.limit_token = second->limit_token;
    }
  } else {
    // "Jane Smith, 34, said"
    if (!number->digits || token < 3 || scan.Text(token - 1) != "," ||
        !scan.At(token - 1).glued || scan.At(token).glued ||
        !scan.At(token - 2).capital || !scan.At(token - 3).capital ||
        scan.At(token - 2).starts_line || scan.At(token).starts_line) {
      return std::nullopt;
    }
    const uint32_t after = parts.limit_token;
    if (!scan.IsGlued(after, ",") || !scan.Has(after + 1) ||
        !IsPlainWord(scan.At(after + 1)) || number->value < 5) {
      return std::nullopt;
    }
    if (scan.HasKind(token - 2, KindBit(RuleKind::kTime))) return std::nullopt;
    parts.rules.push_back("digits");
  }
  Quantity out = ToQuantity(scan, parts, std::nullopt);
  out.kind = QuantityKind::kAge;
  if (out.value) {
    out.range = Exactly(*out.value);
    out.iso.clear();
  }
  return out;
}

}  // namespace crosscheck
