#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_WORDS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_WORDS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "checker/model/document.h"
#include "checker/quantity/word_roles.h"
#include "checker/rulebook/rule_table.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The part a word plays in a date, a clock time or a duration: the `role` of
// rules of kind time. What `value` and `kind` of a rule say is in brackets.
enum class TimeRole : uint8_t {
  kNone,
  kMonth,     // "January" [1..12; calendar: hijri; kind: weak, name: a first
              // name, too]
  kWeekday,   // "Monday" [1..7 from Monday; kind: weak]
  kWeekdays,  // "Mondays", of which only a number makes a date
  kClosest,   // "closest", "nearest": of weekdays and feasts to a date
  kUnit,      // "year", عام [a TimeUnit; kind: dual, dual of]
  kDay,       // "yesterday" [days from the publication day; kind: nowadays:
              // it may as well mean that]
  kThis,      // "this", هذا [place]
  kLast,  // "last", الماضي [place; value: how many back, 1 unless given; kind:
          // span: up to now, told: before what is told]
  kNext,  // "next", المقبل [place; kind: week, told: after what is told]
  kThat,  // "that", ذلك: of the date last written [place]
  kSame,  // "the same", نفس [place]
  kPart,  // "early", مطلع [a TimePart: "early", "end", "rest" …]
  kSeason,       // "spring" [1 spring .. 4 winter; kind: weak]
  kDecade,       // "the nineties", تسعينيات [90]
  kDecadeMark,   // the "s" of 1990s
  kHourMark,     // the "h" of 16h00
  kQuarterMark,  // the "Q" of Q1
  kHalfMark,     // the "H" of H1
  kFiscal,       // "fiscal", المالية: after or before a year
  kEra,          // [1 after, -1 before Christ, 2 Hijri]
  kAgo,          // "ago" after a length, قبل before one [place]
  kLater,        // "later", "from now" [place; value 0: from now, 1: anchor]
  kOf,           // joins day, month and year: "of", من
  kIn,           // a word before which makes a year of a number: "in", في
  kYearNoun,     // "election 2024": a noun that takes a year
  kSpan,         // makes a bare unit one: "for a year", لمدة عام
  kBound,      // "since", "by" [kind: a modality; value 1: also joins a range,
               // 2: also counts from a date, 3: from one that is past]
  kArticle,    // "a", "the"
  kFiller,     // between number and unit: "more", "consecutive" [a least
               // number where it stands for one: "few"]
  kDaypart,    // "morning", مساء [0 am, 12 pm; kind: weak]
  kOclock,     // "o'clock"
  kClock,      // الساعة: an hour follows
  kClockTime,  // "noon" [minutes since midnight]
  kAt,         // before a clock time: "at" [1: before a day, "on"]
  kZone,       // "GMT", بتوقيت غرينتش [zone: Z or +03:00]
  kPast,  // "past" [minutes: 15 for "a quarter past", 0 where a number says
          // them; kind "to" or "after" where hours and numbers also stand so]
  kTo,    // "ten to", إلا
  kAgeBefore,  // "aged", يبلغ من العمر [kind: bare: digits alone do; closed:
               // they do where the clause ends, or goes on with kAgeClose;
  // bounded: so, with a bound between, "anyone under 21"; opening: two digits
  // do where they and it open a sentence, "At 68,"]
  kAgeAfter,  // "years old", "-year-old" [kind: bare: digits alone do]
  kAgeClose,  // "he was 23 when": goes on behind an age
  kFuture,    // a word that puts the sentence in the future [kind: close, of a
              // day right behind it; near, of one some words behind it; before,
              // of a day anywhere behind it]
  kClause,    // "that": opens another clause [kind: relative, "who"]
  kEvent,     // قبل أسبوع من: opens what a length is before
  kWeekend,   // one word or more for Saturday and Sunday
  kPeriod,    // "period": of the date last written [kind: side: behind "the
              // same" alone]
  kHoliday,   // "Easter" [calendar, value: see FeastDays; kind: weak]
  kTold,      // "was", "said": tells what is over [kind: day, of a day too]
  kUntold,    // "needed", "united": ends as such words do, and tells nothing
  kUndone,    // "be", "the": words behind it that end so tell nothing [kind:
              // be: nor does a second; perfect: "has", of no day]
  kNow,       // "is", "than" [kind: perfect: "has", not right before a day]:
              // makes "today" mean nowadays
  kOnDay,     // "here", "voting": makes it the day
  kElection,  // "ballot" [when one comes: the month, every how many years, what
              // is left of the year divided by them]
  kOfDay,     // "hearing": "today's hearing" is of the day
  kWhose,     // "his": no period of his is one of the calendar
};

using TimeRoles = RoleSet<TimeRole>;

enum class TimeUnit : uint8_t {
  kSecond,
  kMinute,
  kHour,
  kNight,
  kDay,
  kWeekend,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kSeason,
  kHalf,
  kYear,
  kDecade,
  kCentury,
  kMillennium,
};
// Is this role, as rules name it, of words that only tell when the text beside
// them happens ("said", "will", "ballot"), and are no part of a date?
bool IsBesideDates(std::string_view role);

std::string_view ToString(TimeUnit unit);  // "second", "year" …
std::optional<TimeUnit> UnitNamed(std::string_view name);

enum class TimePlace : uint8_t { kBoth, kBefore, kAfter };

struct TimeWord {
  TimeRole role = TimeRole::kNone;
  TimePlace place = TimePlace::kBoth;
  int16_t value = 0;
  bool weak = false;  // also a common word of another meaning
  bool dual = false;  // the word itself says two
  bool hijri = false;
  std::string_view kind;
  uint32_t rule = 0;
  uint32_t limit_token = 0;
  uint16_t proclitics = 0;
  uint8_t prefix_bytes = 0;
  uint8_t suffix_bytes = 0;  // "'s"
};

// The words of kind time, by role. Built once; thread-safe.
class TimeWords {
 public:
  explicit TimeWords(const Rulebook& rules);

  // Those that start at `token`, longest first; a word of several roles comes
  // back in each.
  absl::InlinedVector<TimeWord, 4> At(const Document& document,
                                      uint32_t token) const;
  // Those of them that play one of the roles.
  absl::InlinedVector<TimeWord, 4> At(const Document& document, uint32_t token,
                                      TimeRoles roles) const;
  // The first of At() that plays this role and that `fits`.
  template <typename Fits>
  std::optional<TimeWord> First(const Document& document, uint32_t token,
                                TimeRole role, const Fits& fits) const {
    if (!MayPlay(document, token, {role})) return std::nullopt;
    for (const PhraseMatch& match : MatchPhrases(
             rules_.lexicon(), document, token, KindBit(RuleKind::kTime))) {
      if (by_rule_[match.rule].role != role || !fits(match)) continue;
      if (const auto word = Word(document, token, match)) return word;
    }
    return std::nullopt;
  }
  // Is it a verb that its first letters put in the future (سيصل)? Rules of kind
  // letters: those of role future, but for words that begin as one of role
  // present, or are one (place: whole).
  bool BeginsFuture(const Document& document, uint32_t token) const;
  const Rulebook& rules() const { return rules_; }
  // When elections are in this language's news; month 0: not known.
  struct Election {
    int month = 0, every = 1, rest = 0;
  };
  Election ElectionOf(const Document& document) const {
    return document.language_index < elections_.size()
               ? elections_[document.language_index]
               : Election();
  }
  // Does the word end as those that tell what is over do ("-ed")?
  bool EndsAsTold(const Document& document, uint32_t token) const;
  // Is 3/4 the fourth of March in this language? The rule of role "order".
  bool MonthComesFirst(const Document& document) const {
    return document.language_index < month_first_.size() &&
           month_first_[document.language_index];
  }

 private:
  bool MayPlay(const Document& document, uint32_t token,
               TimeRoles roles) const {
    return token < document.tokens.size() &&
           roles_.MayPlay(document.tokens[token], roles);
  }
  // nullopt where it stands before letters that make it another word.
  std::optional<TimeWord> Word(const Document& document, uint32_t token,
                               const PhraseMatch& match) const;

  const Rulebook& rules_;
  RuleTable<TimeWord> by_rule_;  // index: rule
  WordRoles<TimeRole> roles_;
  std::vector<bool> month_first_;                       // index: language
  std::vector<std::vector<std::string>> told_endings_;  // index: language
  std::vector<Election> elections_;                     // index: language
  // Folded.
  std::vector<std::string> future_starts_, present_starts_, present_words_;
  size_t shortest_start_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_WORDS_H_
