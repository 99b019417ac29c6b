#include "checker/quantity/time_months.h"

#include <string_view>
#include <utility>

#include "checker/quantity/capitals.h"
#include "checker/quantity/time_sides.h"
#include "checker/quantity/time_years.h"

namespace crosscheck {

namespace {

// "Jan.": the stop belongs to it where the text goes on in digits.
void TakeStop(const TimeScan& scan, DateParts& parts) {
  if (scan.IsGlued(parts.limit_token, ".") && scan.Has(parts.limit_token + 1) &&
      scan.IsDigits(parts.limit_token + 1)) {
    ++parts.limit_token;
  }
}

// Both names at once: مايو/أيار, the second in brackets, or right behind.
void TakeOtherName(const TimeScan& scan, DateParts& parts) {
  const auto other_at = [&](uint32_t token) {
    auto other = scan.Find(token, TimeRole::kMonth);
    const bool same =
        other && other->value == *parts.month && other->hijri == parts.hijri;
    return same ? other : std::nullopt;
  };
  const uint32_t at = parts.limit_token;
  if (const auto other = other_at(at)) {
    scan.Use(*other, parts);
  } else if (scan.Is(at, "/") || scan.Is(at, "-")) {
    if (const auto next = other_at(at + 1)) scan.Use(*next, parts);
  } else if (scan.Is(at, "(")) {
    const auto next = other_at(at + 1);
    if (!next || !scan.Is(next->limit_token, ")")) return;
    scan.Use(*next, parts);
    ++parts.limit_token;
  }
}

// The month `word` at the end of what was read, by one or both of its names.
void TakeMonthWord(const TimeScan& scan, const TimeWord& word,
                   DateParts& parts) {
  parts.month = word.value;
  parts.hijri = word.hijri;
  scan.Use(word, parts);
  TakeStop(scan, parts);
  TakeOtherName(scan, parts);
}

// "April Miller": a word with a capital behind it, and before it none that
// stands before months or nouns ("the April Senate hearing").
bool IsFirstName(const TimeScan& scan, uint32_t token, uint32_t limit) {
  const Document& document = scan.document();
  if (limit != token + 1 || !scan.Has(limit) || scan.HasContext(token) ||
      !scan.At(token).capital || !scan.At(limit).capital ||
      scan.At(limit).all_capitals || scan.At(limit).glued ||
      !IsWord(document, limit) ||
      scan.HasKind(limit,
                   KindBit(RuleKind::kTime) | KindBit(RuleKind::kStopwords)) ||
      IsTitleCase(document, document.sentences[SentenceOf(document, token)])) {
    return false;
  }
  return token == 0 || scan.At(token).starts_line ||
         !(scan.Find(token - 1, TimeRole::kArticle, true) ||
           scan.Find(token - 1, TimeRole::kThis, true) ||
           scan.Find(token - 1, TimeRole::kThat, true) ||
           scan.Find(token - 1, TimeRole::kWhose, true) ||
           IsPossessive(document, token - 1) ||
           scan.RangeWord(token - 1, "to") == token);
}

}  // namespace

bool TakeMonth(const TimeScan& scan, uint32_t token, DateParts& parts) {
  const auto word = scan.Find(token, TimeRole::kMonth);
  if (!word) return false;
  TakeMonthWord(scan, *word, parts);
  return true;
}

std::optional<DateParts> ReadMonth(const TimeScan& scan, uint32_t token,
                                   const TimeWord& word, bool inside) {
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = token;
  const Token& first = scan.At(token);
  const bool lower =
      word.weak && first.script == Script::kLatin && !first.capital;
  // The longest name there; one behind a clitic is `word` alone, which
  // TakeMonth does not see inside an expression.
  DateParts named = parts;
  if (TakeMonth(scan, token, named)) {
    parts = named;
  } else {
    TakeMonthWord(scan, word, parts);
  }
  bool said = false;
  // The day: "Jan 27", "January the 27th".
  uint32_t at = parts.limit_token;
  const bool glued = scan.IsGlued(at, "-");
  if (glued) ++at;
  // "October, 17, 2014", "Friday, March, 13"
  if (scan.IsComma(at) && scan.IsDigits(at + 1) &&
      scan.Digits(at + 1, 2) >= 1 && scan.Digits(at + 1, 2) <= 31 &&
      ((scan.IsComma(at + 2) && scan.IsDigits(at + 3) &&
        scan.Text(at + 3).size() == 4) ||
       (token >= 2 && scan.IsComma(token - 1) &&
        scan.Find(token - 2, TimeRole::kWeekday)))) {
    ++at;
  }
  at = scan.Skip(at, {TimeRole::kArticle});
  const auto number = scan.Has(at) ? scan.Number(at) : std::nullopt;
  if (number && number->value >= 1 && number->value <= 31 &&
      (number->digits || number->ordinal) &&
      !(scan.IsGlued(number->limit_token, ":") &&
        scan.Has(number->limit_token + 1) &&
        scan.At(number->limit_token + 1).glued) &&
      !scan.IsCount(number->limit_token)) {
    DateParts dated = parts;
    dated.day = number->value;
    dated.limit_token = number->limit_token;
    dated.suffix_bytes = 0;
    const bool year = TakeYear(scan, dated);
    // "in May 27 people" counts people.
    const bool in = scan.FindBefore(token, TimeRole::kIn) && !number->ordinal &&
                    !year && scan.Has(number->limit_token) &&
                    scan.At(number->limit_token).kind == TokenKind::kWord;
    // صفر is zero, too: the score 0-1.
    const bool score =
        glued && !year && scan.HasKind(token, KindBit(RuleKind::kNumbers));
    if (!in && !score) {
      parts = std::move(dated);
      said = true;
    }
  }
  // "may" and "march" in small letters are verbs, but for "march 3".
  if (lower && !said) return std::nullopt;
  if (!said) said = TakeYear(scan, parts);
  if (!said) {
    said = TakeSideAfter(scan, parts);
  }
  if (word.kind == "name" && !said && !inside &&
      IsFirstName(scan, token, parts.limit_token)) {
    return std::nullopt;
  }
  if (word.weak && !said && !inside && !scan.HasContext(token) &&
      !scan.OpensRange(token)) {
    // "March and April", "April to May": the other month vouches for it.
    uint32_t next = parts.limit_token;
    for (std::string_view role : {"to", "and", "or", "dash"}) {
      if (token > 1 && !scan.At(token).starts_line &&
          scan.RangeWord(token - 1, role) == token) {
        const auto other = scan.FindBefore(token - 1, TimeRole::kMonth);
        if (other && !other->weak) return parts;
      }
      if (const auto after = scan.RangeWord(next, role)) {
        if (const auto other = scan.Find(*after, TimeRole::kMonth);
            other && !other->weak) {
          return parts;
        }
      }
    }
    if (parts.limit_token > word.limit_token) return parts;  // both names
    // صفر alone is zero.
    if (scan.IsAlone(token, parts.limit_token) &&
        !scan.HasKind(token, KindBit(RuleKind::kNumbers))) {
      return parts;
    }
    return std::nullopt;
  }
  return parts;
}

// شهر 3, شهر عشرة: the month by its number, right behind the word for it.
std::optional<DateParts> ReadNumberedMonth(const TimeScan& scan,
                                           uint32_t token) {
  const auto word = scan.FindBefore(token, TimeRole::kUnit);
  const bool of = scan.FindBefore(token, TimeRole::kOf).has_value();
  const bool month = word && word->kind == "numbered" &&
                     UnitOf(*word) == TimeUnit::kMonth && !word->dual;
  if (!scan.Has(token) || !month) return std::nullopt;
  const auto number = scan.Number(token);
  // شهر واحد is one month.
  if (!number || number->value < 1 || number->value > 12 || number->ordinal ||
      number->proclitics != 0 || (!number->digits && number->value < 3)) {
    return std::nullopt;
  }
  DateParts parts;
  parts.first_token = token;
  parts.month = number->value;
  parts.limit_token = number->limit_token;
  parts.rules.push_back(scan.Id(*word));
  if (TakeYear(scan, parts) || of) return parts;
  return scan.IsCount(parts.limit_token) ? std::nullopt : std::optional(parts);
}

}  // namespace crosscheck
