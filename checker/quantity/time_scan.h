#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_SCAN_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_SCAN_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "checker/model/document.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_words.h"
#include "checker/quantity/tokens.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// A whole number as dates use them: a day, an hour, the third (quarter).
struct SmallNumber {
  int value = 0;
  uint32_t limit_token = 0;
  bool ordinal = false;
  bool digits = false;
  uint16_t proclitics = 0;
  uint8_t prefix_bytes = 0;
};

// Questions the time parsers ask of a Document. Cheap to make; borrows all.
class TimeScan {
 public:
  TimeScan(const TimeWords& words, const NumberReader& numbers,
           const Document& document, bool years_stand = false)
      : words_(words),
        numbers_(numbers),
        document_(document),
        years_stand_(years_stand) {}

  const Document& document() const { return document_; }
  const Rulebook& rules() const { return words_.rules(); }
  bool years_stand() const { return years_stand_; }
  std::string_view Id(const TimeWord& word) const {
    return rules().Id(word.rule);
  }

  // False past the end and across a line break.
  bool Has(uint32_t token) const {
    return token < document_.tokens.size() &&
           !document_.tokens[token].starts_line;
  }
  const Token& At(uint32_t token) const { return document_.tokens[token]; }
  std::string_view Text(uint32_t token) const {
    return token < document_.tokens.size() ? document_.Folded(token)
                                           : std::string_view();
  }
  bool Is(uint32_t token, std::string_view text) const {
    return Has(token) && document_.Folded(token) == text;
  }
  bool IsComma(uint32_t token) const {
    return Has(token) && crosscheck::IsComma(document_, token);
  }
  // Is, with no blank before it.
  bool IsGlued(uint32_t token, std::string_view text) const {
    return Is(token, text) && document_.tokens[token].glued;
  }
  bool IsDigits(uint32_t token) const {
    return token < document_.tokens.size() &&
           document_.tokens[token].kind == TokenKind::kDigits;
  }
  // The value of a digits token of at most `limit` digits; -1 otherwise.
  int Digits(uint32_t token, size_t limit) const;

  // The longest word of `role` that starts at `token`. Inside an expression
  // only the article may stand before it; `first` lifts that.
  std::optional<TimeWord> Find(uint32_t token, TimeRole role,
                               bool first = false) const {
    if (!HasKind(token, KindBit(RuleKind::kTime)) || (!first && !Has(token))) {
      return std::nullopt;
    }
    return FindSome(token, role, first);
  }
  absl::InlinedVector<TimeWord, 4> Words(uint32_t token) const {
    if (!HasKind(token, KindBit(RuleKind::kTime))) return {};
    return words_.At(document_, token);
  }
  // Those of them that play one of the roles.
  absl::InlinedVector<TimeWord, 4> Words(uint32_t token,
                                         TimeRoles roles) const {
    return words_.At(document_, token, roles);
  }
  // The token after words of these roles, each at most once, in any order.
  uint32_t Skip(uint32_t token, std::initializer_list<TimeRole> roles) const;
  // Skip of "," and of words that join ("of", من).
  uint32_t SkipJoin(uint32_t token) const;

  // A number below 1000 in digits or words, with its ordinal ending.
  // Parsers ask of one token again and again.
  std::optional<SmallNumber> Number(uint32_t token) const {
    if (token != number_token_) {
      number_ = ReadNumber(token);
      number_token_ = token;
    }
    return number_;
  }
  const NumberReader& numbers() const { return numbers_; }
  bool MonthComesFirst() const { return words_.MonthComesFirst(document_); }

  // Four digits, or words ("nineteen eighty-four"), that are a year by shape.
  struct Year {
    int value = 0;
    uint32_t limit_token = 0;
    bool words = false;
  };
  std::optional<Year> ReadYear(uint32_t token) const;

  // Can this clitic be split off the word at `token`?
  bool HasProclitic(uint32_t token, uint16_t clitic) const;
  // A word of kind ranges with this role.
  std::optional<uint32_t> RangeWord(uint32_t token,
                                    std::string_view role) const;
  // Does a word that opens a range ("from", "between") end right before it?
  bool OpensRange(uint32_t token) const;
  // Where words that bound an amount ("more than") and end right before it
  // begin. The last of them may be one that a year stands behind.
  std::optional<uint32_t> BoundBefore(uint32_t token) const;
  bool BeginsFuture(uint32_t token) const {
    return words_.BeginsFuture(document_, token);
  }
  // Is there a phrase of `role` that ends right before `token`?
  std::optional<TimeWord> FindBefore(uint32_t token, TimeRole role,
                                     uint32_t* first_token = nullptr) const;
  bool HasKind(uint32_t token, uint64_t kinds) const {
    return Starts(document_, token, kinds);
  }
  // Does a phrase of saying ("said") begin at `token`, all of it?
  bool IsSpeech(uint32_t token) const {
    if (!HasKind(token, KindBit(RuleKind::kSpeech))) return false;
    // "للكشف", for a check, is no word of saying.
    constexpr uint16_t kJoined = kCliticAnd | kCliticThen | kCliticPossessive;
    for (const PhraseMatch& match : MatchPhrases(
             rules().lexicon(), document_, token, KindBit(RuleKind::kSpeech))) {
      if ((match.proclitics & ~kJoined) == 0) return true;
    }
    return false;
  }
  bool EndsAsTold(uint32_t token) const {
    return words_.EndsAsTold(document_, token);
  }
  TimeWords::Election election() const { return words_.ElectionOf(document_); }
  // Does the word at `token` tell what is over ("said", "was", a verb that ends
  // so)? Not "be held", "is so divided", "with wounded sailors"; nor "has
  // turned", but where the `perfect` tells, too.
  bool IsTold(uint32_t token, bool perfect = false) const;
  // Are tokens [token, limit) all there is in their sentence, but for
  // articles before and marks after?
  bool IsAlone(uint32_t token, uint32_t limit_token) const;
  // Does a unit, a currency or a scale stand at `limit_token`, so that the
  // number before it is an amount and no day or year?
  bool IsCount(uint32_t limit_token) const;
  // Does a word that stands before dates ("in", "since", "early") end right
  // before `token`?
  bool HasContext(uint32_t token) const;
  // Is what stands at `token` no word that a number before it would tell of?
  // "Tuesday the first." and "the first of May", not "Tuesday the first woman".
  bool EndsPhrase(uint32_t token) const;

  // A date of which nothing but its first word is read.
  DateParts Begin(uint32_t token, const TimeWord& word) const {
    DateParts parts;
    parts.first_token = token;
    Use(word, parts);
    return parts;
  }
  // The word belongs to the date, and is the last of it so far.
  void Use(const TimeWord& word, DateParts& parts) const {
    parts.limit_token = word.limit_token;
    parts.suffix_bytes = word.suffix_bytes;
    parts.rules.push_back(Id(word));
  }

 private:
  std::optional<SmallNumber> ReadNumber(uint32_t token) const;
  std::optional<TimeWord> FindSome(uint32_t token, TimeRole role,
                                   bool first) const;

  const TimeWords& words_;
  const NumberReader& numbers_;
  const Document& document_;
  bool years_stand_ = false;
  // The answer of Number that was asked for last, and of which token.
  mutable uint32_t number_token_ = UINT32_MAX;
  mutable std::optional<SmallNumber> number_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_SCAN_H_
