#include "checker/quantity/time_ages.h"

#include "checker/quantity/length_quantity.h"
#include "checker/quantity/time_lengths.h"

namespace crosscheck {
namespace {

constexpr int kOldest = 125;  // years; a person's age is not above it

// Is there a word such as "aged" before `token`, perhaps with "about" and an
// article between?
std::optional<TimeWord> AgeWordBefore(const TimeScan& scan, uint32_t token) {
  scan.FindBefore(token, TimeRole::kArticle, &token);
  if (const auto word = scan.FindBefore(token, TimeRole::kAgeBefore);
      word && word->kind != "bounded" && word->kind != "decade" &&
      word->kind != "somebody") {
    return word;
  }
  for (uint32_t back = 1; back <= 3 && back < token; ++back) {
    if (scan.At(token - back + 1).starts_line) break;
    for (const PhraseMatch& match : MatchPhrases(
             scan.rules().lexicon(), scan.document(), token - back,
             KindBit(RuleKind::kModality) | KindBit(RuleKind::kRanges))) {
      if (match.limit_token != token) continue;
      // "anyone under 21", but not "Republicans won 58".
      if (const auto word = scan.FindBefore(token - back, TimeRole::kAgeBefore);
          word &&
          (word->kind != "bounded" || match.kind == RuleKind::kModality)) {
        return word;
      }
    }
  }
  return std::nullopt;
}

// Does "between" stand before the age word of `token`?
bool OpensBetween(const TimeScan& scan, uint32_t token) {
  constexpr uint32_t kReach = 5;
  for (uint32_t back = 1; back <= kReach && back <= token; ++back) {
    if (scan.At(token - back + 1).starts_line) break;
    for (const PhraseMatch& match :
         MatchPhrases(scan.rules().lexicon(), scan.document(), token - back,
                      KindBit(RuleKind::kRanges))) {
      if (scan.rules().Attribute(match.rule, "pairs_with") == "and") {
        return true;
      }
    }
  }
  return false;
}

// "ages 18 and 23": the second, behind the first.
std::optional<TimeWord> AgeWordBeforeOther(const TimeScan& scan,
                                           uint32_t token) {
  if (token < 2 || scan.At(token).starts_line) return std::nullopt;
  const auto link = scan.RangeWord(token - 1, "and");
  if (!link || *link != token) return std::nullopt;
  const auto first = scan.Number(token - 2);
  if (!first || first->limit_token != token - 1) return std::nullopt;
  auto word = AgeWordBefore(scan, token - 2);
  if (word && word->kind != "bare") word.reset();
  return word;
}

bool IsPlainWord(const Token& token) {
  return token.kind == TokenKind::kWord && !token.capital;
}

// What goes on about a person: "is", "who", "said", "of", "a".
bool IsPersonal(const TimeScan& scan, uint32_t token) {
  return scan.HasKind(
      token, KindBit(RuleKind::kStopwords) | KindBit(RuleKind::kSpeech));
}

// (25 عاما) or ، 25 عاما، behind a word.
bool IsBracketed(const TimeScan& scan, const LengthParts& length) {
  const uint32_t first = length.first_token, limit = length.limit_token;
  if (first < 2 || scan.At(first).starts_line) return false;
  if (scan.IsComma(first - 1)) {
    // Not one of a list of lengths.
    return scan.At(first - 2).kind == TokenKind::kWord &&
           !scan.At(first - 1).starts_line && scan.At(first - 1).glued &&
           scan.Has(limit) && scan.IsComma(limit) && scan.At(limit).glued &&
           scan.Words(first - 2).empty();
  }
  if (scan.Text(first - 1) != "(") return false;
  if (scan.At(first - 2).kind != TokenKind::kWord &&
      scan.Text(first - 2) != "\"") {
    return false;
  }
  return scan.Is(limit, ")") || scan.IsComma(limit);
}

// "the man, 34, left": a word of role age_before of kind "somebody".
bool IsSomebody(const TimeScan& scan, uint32_t token) {
  const auto word = scan.Find(token, TimeRole::kAgeBefore);
  return word && word->kind == "somebody";
}

// The digits of an age between commas behind a name, or behind one and before
// the full stop of a sentence that says who speaks:
//   "Jane Smith, 34, said", "Smith, 34, left", "said Jane Smith, 34."
bool IsApposed(const TimeScan& scan, uint32_t token, uint32_t limit) {
  if (token < 2 || scan.Text(token - 1) != "," || !scan.At(token - 1).glued ||
      scan.At(token).glued ||
      !(scan.At(token - 2).capital || IsSomebody(scan, token - 2)) ||
      scan.At(token - 2).kind != TokenKind::kWord ||
      scan.At(token).starts_line || scan.At(token - 1).starts_line ||
      (scan.HasKind(token - 2, KindBit(RuleKind::kTime)) &&
       !IsSomebody(scan, token - 2))) {
    return false;
  }
  const bool hyphen = token > 4 && scan.Text(token - 3) == "-" &&
                      scan.At(token - 3).glued && scan.At(token - 2).glued;
  // "Mr. Smith"
  const bool titled = token > 3 && scan.Text(token - 3) == "." &&
                      scan.At(token - 3).glued && scan.At(token - 4).capital;
  const bool full_name = token > 2 && !scan.At(token - 2).starts_line &&
                         (scan.At(token - 3).capital || hyphen || titled);
  const bool of_age = scan.Digits(token, 3) >= 10;
  const bool grown = full_name && of_age;
  if (scan.IsGlued(limit, ",") && scan.Has(limit + 1)) {
    const Token& next = scan.At(limit + 1);
    if (next.glued) return false;
    // "John Lane, 37, Mary Smith, 40, and", "John Lane, 37, Clerk"
    if (!IsPlainWord(next)) return grown && next.capital;
    const Document& document = scan.document();
    const bool opens =
        of_age && !scan.HasKind(token - 2, KindBit(RuleKind::kStopwords)) &&
        document.sentences[SentenceOf(document, token)].first_token ==
            token - 2;
    return full_name || opens || IsPersonal(scan, limit + 1) ||
           IsSomebody(scan, token - 2);
  }
  // "…, 46; and Vishnu Pandit, 61. No"
  if (grown && scan.IsGlued(limit, ";")) return true;
  if (!scan.IsGlued(limit, ".") ||
      (scan.Has(limit + 1) && scan.At(limit + 1).glued &&
       scan.Text(limit + 1) != "\"")) {
    return false;
  }
  // A full name and no list of numbers.
  if (grown && (!scan.Has(limit + 1) || scan.At(limit + 1).capital)) {
    return true;
  }
  for (uint32_t back = 3; back <= 6 && back <= token; ++back) {
    if (scan.IsSpeech(token - back)) return true;
    if (scan.At(token - back).starts_line) break;
  }
  return false;
}

// "He was 23 when", "who is 45,": behind a word of role age_before of kind
// "closed" the clause ends or goes on with "when".
bool IsClosed(const TimeScan& scan, uint32_t limit) {
  if (!scan.Has(limit) || scan.Find(limit, TimeRole::kAgeClose)) return true;
  // "She is 25 and lives here."
  if (scan.HasKind(limit, KindBit(RuleKind::kSentences))) return true;
  const Token& next = scan.At(limit);
  return next.kind == TokenKind::kPunct && next.glued &&
         (scan.IsComma(limit) || scan.Text(limit) == "." ||
          scan.Text(limit) == ";") &&
         !(scan.Has(limit + 1) && scan.At(limit + 1).glued &&
           scan.IsDigits(limit + 1));
}

// "At 68, he runs": two digits and a comma, where a sentence begins.
bool Opens(const TimeScan& scan, uint32_t token, uint32_t limit) {
  const Document& document = scan.document();
  return scan.IsDigits(token) && scan.Text(token).size() == 2 && token > 0 &&
         document.sentences[SentenceOf(document, token)].first_token + 1 ==
             token &&
         scan.IsGlued(limit, ",") && scan.Has(limit + 1) &&
         !scan.At(limit + 1).glued;
}

}  // namespace

std::optional<Quantity> ReadAge(const TimeScan& scan,
                                const LengthParts& length) {
  if (length.side != TimeSide::kNone || length.vague) return std::nullopt;
  LengthParts parts = length;
  uint32_t at = length.limit_token;
  if (scan.IsGlued(at, "-")) ++at;
  // "102 hours of his life" are no age.
  if (length.unit < TimeUnit::kDay) return std::nullopt;
  std::optional<TimeWord> word = scan.Find(at, TimeRole::kAgeAfter);
  if (word) {
    parts.limit_token = word->limit_token;
  } else {
    word = AgeWordBefore(scan, length.first_token);
    if (word && (word->kind == "closed" || word->kind == "bounded" ||
                 word->kind == "opening" || word->kind == "decade" ||
                 word->kind == "somebody")) {
      word.reset();
    }
  }
  const bool years = length.unit == TimeUnit::kYear;
  const bool young = years && length.value &&
                     *length.value < Decimal(kOldest) &&
                     length.value->IsInteger();
  const bool young_range =
      years && length.range && length.high < Decimal(kOldest);
  if (word && (word->kind == "ordinal" ||
               (word->kind == "years" && !young && !young_range))) {
    word.reset();
  }
  if (!word) {
    const bool sane = young && !length.in_words;
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
  if (!number || number->value < 1 || number->value > kOldest) {
    return std::nullopt;
  }
  // "في السابعة عشرة من العمر", "في ال29 من عمره"
  auto behind = scan.Find(number->limit_token, TimeRole::kAgeAfter);
  if (behind && behind->kind != "bare") behind.reset();
  LengthParts parts;
  parts.first_token = parts.core_first_token = token;
  parts.limit_token = number->limit_token;
  parts.unit = TimeUnit::kYear;
  parts.value = number->value;
  parts.in_words = !number->digits;
  auto word = AgeWordBefore(scan, token);
  if (!word && number->digits) word = AgeWordBeforeOther(scan, token);
  // "دون سن الخامسة", "فتاة في الثامنة"
  const bool of_row = word && word->kind == "ordinal" && number->value > 2;
  if (number->ordinal && !behind &&
      !(word && (word->kind == "bare" || of_row) &&
        (number->proclitics & kCliticThe) != 0)) {
    return std::nullopt;
  }
  // "عمره وأحد": one of something.
  if (!number->digits && !number->ordinal && number->value == 1) {
    return std::nullopt;
  }
  if (behind) {
    parts.limit_token = behind->limit_token;
    parts.rules.push_back(scan.Id(*behind));
  } else if (word && (word->kind == "bare" || (of_row && number->ordinal) ||
                      ((word->kind == "closed" || word->kind == "bounded") &&
                       number->digits && number->value >= 5 &&
                       IsClosed(scan, number->limit_token)) ||
                      (word->kind == "opening" &&
                       Opens(scan, token, number->limit_token)))) {
    parts.rules.push_back(scan.Id(*word));
    // "aged 18 to 24"
    uint32_t at = parts.limit_token;
    std::optional<uint32_t> link;
    for (std::string_view role : {"to", "dash", "and"}) {
      // "at ages 18 and 23" are two, "between the ages of 18 and 23" is a
      // range.
      if (role == "and" && !OpensBetween(scan, token)) break;
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
    if (!number->digits || number->value < 5 ||
        !IsApposed(scan, token, parts.limit_token)) {
      return std::nullopt;
    }
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
