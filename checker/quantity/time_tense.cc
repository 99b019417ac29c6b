#include "checker/quantity/time_tense.h"

#include <algorithm>
#include <optional>

#include "checker/quantity/time_periods.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

// How far around a date the words that tell its tense are looked for.
constexpr uint32_t kTenseReach = 14;
// And words that tell it only of a day right behind them.
constexpr uint32_t kCloseReach = 2;
// And words that tell it of a day not far behind them.
constexpr uint32_t kNearReach = 10;

// Is it said right before the colon at `token` who speaks?
bool SpeaksBefore(const TimeScan& scan, uint32_t token, uint32_t from) {
  constexpr uint32_t kReach = 3;
  for (uint32_t back = 1; back <= kReach && token >= from + back; ++back) {
    if (scan.IsSpeech(token - back)) return true;
  }
  return false;
}

// What the words around a date say of it. Looks both ways, as far as the clause
// seems to go. Behind "said Friday" what follows is what was said: "told
// reporters on Friday that the ferry will sail".
class Tense {
 public:
  Tense(const TimeScan& scan, uint32_t token) : scan_(scan), token_(token) {
    const auto& document = scan.document();
    const Sentence& sentence = document.sentences[SentenceOf(document, token)];
    from_ = std::max(sentence.first_token,
                     token > kTenseReach ? token - kTenseReach : 0);
    to_ = std::min(sentence.limit_token, token + kTenseReach);
    // What is "by Friday" or "until May" may well be asked for.
    const auto bound = scan.FindBefore(token, TimeRole::kBound);
    open_ = bound && bound->kind == "at_most";
  }

  bool IsFuture() const {
    const std::optional<bool> before = Before();
    return before ? *before : Behind();
  }

 private:
  enum class Says { kNothing, kWas, kWillBe };

  // What stands before the date says; nullopt where it says nothing.
  std::optional<bool> Before() const {
    const bool whose = IsPossessive(scan_.document(), token_);
    bool verb = false;  // one that begins as verbs of the future do
    for (uint32_t t = token_; t-- > from_;) {
      // "said Friday's vote will be close": what is said begins with the day.
      if (whose && t + 1 == token_ && scan_.IsSpeech(t)) break;
      const Says says = SaysAt(t);
      if (says == Says::kWillBe) return !WasToBe(t);
      if (OpensClause(t)) {
        if (const auto phrase = ToBeBefore(t)) return !WasToBe(*phrase);
        break;
      }
      if (scan_.BeginsFuture(t)) verb = true;
      if (const auto who = scan_.Find(t, TimeRole::kClause, true);
          verb && who && who->kind == "relative") {
        return true;
      }
      // "التي أقيمت الأحد": it is over.
      if (!verb && says == Says::kWas) return false;
      // "He went on: Saturday's match will be …": what is said begins behind
      // it.
      if (scan_.Text(t) == ":" && SpeaksBefore(scan_, t, from_)) break;
      // "قال ستبرغ الجمعة": a name, without "that" before it.
      if (scan_.IsSpeech(t)) return verb && scan_.Text(t + 1) == "\"";
    }
    if (verb) return true;
    return std::nullopt;
  }

  bool Behind() const {
    for (uint32_t t = token_; t < to_; ++t) {
      if (OpensClause(t)) break;  // "asked on Monday that the summit be held"
      const Says says = SaysAt(t);
      if (says == Says::kWillBe || scan_.BeginsFuture(t)) return true;
      if ((says == Says::kWas && !TellsOfDay(t)) || scan_.IsSpeech(t)) break;
    }
    return false;
  }

  // The longest phrase at `t` says so.
  Says SaysAt(uint32_t t) const {
    // "المقررة" is a form of its own, though it holds "المقرر".
    bool found = false;
    for (const TimeWord& word :
         scan_.Words(t, {TimeRole::kFuture, TimeRole::kUntold})) {
      if (word.role == TimeRole::kUntold) {
        return found ? Says::kWillBe : Says::kNothing;
      }
      if (word.kind == "before" && t >= token_) continue;
      // "could turn on Friday", not "on Friday, what he could do"
      if (word.kind == "near") {
        if (!IsWithin(word, kNearReach)) continue;
        // "was preparing to land on Friday"
        if (t > from_ && scan_.IsTold(t - 1)) return Says::kWas;
      }
      found = true;
      if (word.kind == "close") {
        return IsWithin(word, kCloseReach) ? Says::kWillBe : Says::kNothing;
      }
    }
    if (found) return Says::kWillBe;
    return !open_ && scan_.IsTold(t) ? Says::kWas : Says::kNothing;
  }

  // Does the date stand behind the word, so many tokens at most?
  bool IsWithin(const TimeWord& word, uint32_t reach) const {
    return word.limit_token <= token_ && token_ - word.limit_token <= reach;
  }

  bool OpensClause(uint32_t t) const {
    const auto word = scan_.Find(t, TimeRole::kClause, true);
    return word && word->kind != "relative";
  }

  // Does the word tell what was of a day, too?
  bool TellsOfDay(uint32_t t) const {
    const auto word = scan_.Find(t, TimeRole::kTold, true);
    return word && word->kind == "day";
  }

  // "كان من المقرر": it was to be, and is over.
  bool WasToBe(uint32_t t) const {
    for (uint32_t back = 1; back <= kCloseReach && t >= from_ + back; ++back) {
      if (TellsOfDay(t - back)) return true;
    }
    return false;
  }

  // من المقرر أن: the clause is what is to be.
  std::optional<uint32_t> ToBeBefore(uint32_t t) const {
    for (uint32_t back = 1; back <= kCloseReach && t >= from_ + back; ++back) {
      for (const TimeWord& word : scan_.Words(t - back, {TimeRole::kFuture})) {
        if (word.limit_token >= t) return t - back;
      }
    }
    return std::nullopt;
  }

  const TimeScan& scan_;
  const uint32_t token_;  // the date's first
  uint32_t from_ = 0, to_ = 0;
  bool open_ = false;
};

}  // namespace

bool SpeaksOfFuture(const TimeScan& scan, uint32_t token) {
  return Tense(scan, token).IsFuture();
}

bool TellsOfPast(const TimeScan& scan, uint32_t first, uint32_t limit) {
  constexpr uint32_t kBefore = 9, kBehind = 9;
  const auto ends = [&](uint32_t t) {
    const bool hyphen = scan.IsGlued(t, "-") && scan.Has(t + 1) &&
                        scan.At(t + 1).glued &&
                        scan.At(t + 1).kind == TokenKind::kWord;
    return (scan.At(t).kind != TokenKind::kWord && !hyphen) ||
           scan.Find(t, TimeRole::kClause, true) || scan.RangeWord(t, "to") ||
           scan.Find(t, TimeRole::kFuture, true);
  };
  const auto tells = [&](uint32_t t) {
    // Not "to be issued".
    return scan.IsTold(t) && !(t > 0 && scan.RangeWord(t - 1, "to")) &&
           !(t > 1 && scan.RangeWord(t - 2, "to"));
  };
  if (const auto bound = scan.FindBefore(first, TimeRole::kBound);
      bound && bound->kind == "at_most") {
    return false;
  }
  for (uint32_t back = 1; back <= kBefore && back <= first; ++back) {
    const uint32_t t = first - back;
    if (scan.At(t + 1).starts_line || ends(t)) break;
    if (tells(t)) return true;
  }
  // "In March, the senator outlined"; but "in March, he said" tells who says
  // so.
  uint32_t t = limit;
  if (scan.IsComma(limit)) {
    const Sentence& sentence =
        scan.document().sentences[SentenceOf(scan.document(), first)];
    if (first > sentence.first_token + 2) return false;
    ++t;
  }
  for (const uint32_t last = t + kBehind; t < last; ++t) {
    if (!scan.Has(t) || ends(t)) break;
    if (tells(t)) return true;
  }
  return false;
}

bool IsSincePast(const TimeScan& scan, uint32_t token) {
  constexpr int kPast = 3;  // the value of such a bound
  const auto bound = scan.FindBefore(token, TimeRole::kBound);
  return bound && bound->value == kPast;
}

bool IsComingElection(const TimeScan& scan, const DateParts& date,
                      const TimeContext& context) {
  constexpr int kLastDay = 8, kHalfYear = 6;
  const TimeWords::Election election = scan.election();
  const auto& published = context.published;
  if (!date.month || *date.month != election.month || date.hijri ||
      (date.day && *date.day > kLastDay) || context.past || !published ||
      !IsBounded(published->days)) {
    return false;
  }
  const YearMonthDay day = ToYearMonthDay(Middle(published->days));
  const bool over = day.month >= election.month;
  if ((day.year + (over ? 1 : 0)) % election.every != election.rest ||
      (over && (!context.future || day.month == election.month)) ||
      (context.told && election.month - day.month > kHalfYear)) {
    return false;
  }
  const Document& document = scan.document();
  const uint32_t token = date.first_token;
  const Sentence& sentence = document.sentences[SentenceOf(document, token)];
  const uint32_t to =
      std::min(sentence.limit_token, date.limit_token + kTenseReach);
  for (uint32_t t = std::max(sentence.first_token,
                             token > kTenseReach ? token - kTenseReach : 0);
       t < to; ++t) {
    if (scan.Find(t, TimeRole::kElection, true)) return true;
  }
  return false;
}

}  // namespace crosscheck
