#include "checker/quantity/time_moments.h"

#include <algorithm>

#include "checker/quantity/time_calendar.h"
#include "checker/quantity/time_clock.h"
#include "checker/quantity/time_periods.h"

namespace crosscheck {
namespace {

// How far around a date the words that tell its tense are looked for.
constexpr uint32_t kTenseReach = 14;
// And words that tell it only of a day right behind them.
constexpr uint32_t kCloseReach = 2;
// And words that tell it of a day not far behind them.
constexpr uint32_t kNearReach = 10;

void AddRules(const ClockReading& clock, DateParts& parts) {
  for (std::string_view rule : clock.rules) parts.rules.push_back(rule);
}

// "this evening at 8": the part of the day settles the hour.
void Settle(DateParts& parts) {
  if (parts.clock && parts.daypart && !parts.clock->settled) {
    PlaceInDay(*parts.daypart, *parts.clock);
  }
}

DateParts Clocked(uint32_t token, const ClockReading& clock) {
  DateParts parts;
  parts.first_token = token;
  parts.limit_token = clock.limit_token;
  parts.clock = clock.clock;
  AddRules(clock, parts);
  return parts;
}

// The parts of `day`, at the hour of `hour`.
DateParts OnDay(const DateParts& day, const DateParts& hour) {
  DateParts out = day;
  out.clock = hour.clock;
  out.first_token = hour.first_token;
  out.limit_token = hour.limit_token;
  out.suffix_bytes = hour.suffix_bytes;
  out.rules = hour.rules;
  for (std::string_view rule : day.rules) out.rules.push_back(rule);
  Settle(out);
  return out;
}

// Is it said right before the colon at `token` who speaks?
bool SpeaksBefore(const TimeScan& scan, uint32_t token, uint32_t from) {
  constexpr uint32_t kReach = 3;
  for (uint32_t back = 1; back <= kReach && token >= from + back; ++back) {
    if (scan.IsSpeech(token - back)) return true;
  }
  return false;
}

}  // namespace

// Looks from the date both ways, as far as the clause seems to go. Behind "said
// Friday" what follows is what was said: "told reporters on Friday that the
// ferry will sail".
bool SpeaksOfFuture(const TimeScan& scan, uint32_t token) {
  const auto& document = scan.document();
  const Sentence& sentence = document.sentences[SentenceOf(document, token)];
  const uint32_t from = std::max(sentence.first_token,
                                 token > kTenseReach ? token - kTenseReach : 0);
  const uint32_t to = std::min(sentence.limit_token, token + kTenseReach);
  // What is "by Friday" or "until May" may well be asked for.
  const auto bound = scan.FindBefore(token, TimeRole::kBound);
  const bool open = bound && bound->kind == "at_most";
  // 1: will be, -1: was, 0: tells nothing; the longest phrase says so.
  const auto tense = [&](uint32_t t) {
    // "المقررة" is a form of its own, though it holds "المقرر".
    bool found = false;
    if (scan.HasKind(t, KindBit(RuleKind::kTime))) {
      for (const TimeWord& word :
           scan.Words(t, {TimeRole::kFuture, TimeRole::kUntold})) {
        if (word.role == TimeRole::kUntold) return found ? 1 : 0;
        if (word.kind == "before" && t >= token) continue;
        // "could turn on Friday", not "on Friday, what he could do"
        if (word.kind == "near") {
          if (word.limit_token > token ||
              token - word.limit_token > kNearReach) {
            continue;
          }
          // "was preparing to land on Friday"
          if (t > from && scan.IsTold(t - 1)) return -1;
        }
        found = true;
        if (word.kind == "close") {
          const bool near = word.limit_token <= token &&
                            token - word.limit_token <= kCloseReach;
          return near ? 1 : 0;
        }
      }
    }
    if (found) return 1;
    return !open && scan.IsTold(t) ? -1 : 0;
  };
  const auto clause = [&](uint32_t t) {
    if (!scan.HasKind(t, KindBit(RuleKind::kTime))) return false;
    const auto word = scan.Find(t, TimeRole::kClause, true);
    return word && word->kind != "relative";
  };
  const auto told = [&](uint32_t t) {
    const auto word = scan.Find(t, TimeRole::kTold, true);
    return word && word->kind == "day";
  };
  // "كان من المقرر": it was to be, and is over.
  const auto was_to_be = [&](uint32_t t) {
    for (uint32_t back = 1; back <= kCloseReach && t >= from + back; ++back) {
      if (told(t - back)) return true;
    }
    return false;
  };
  // من المقرر أن: the clause is what is to be.
  const auto to_be_before = [&](uint32_t t) -> std::optional<uint32_t> {
    for (uint32_t back = 1; back <= kCloseReach && t >= from + back; ++back) {
      if (!scan.HasKind(t - back, KindBit(RuleKind::kTime))) continue;
      for (const TimeWord& word : scan.Words(t - back)) {
        if (word.role == TimeRole::kFuture && word.limit_token >= t) {
          return t - back;
        }
      }
    }
    return std::nullopt;
  };
  const bool whose = IsPossessive(document, token);
  bool verb = false;  // one that begins as verbs of the future do
  for (uint32_t t = token; t-- > from;) {
    // "said Friday's vote will be close": what is said begins with the day.
    if (whose && t + 1 == token && scan.IsSpeech(t)) break;
    const int says = tense(t);
    if (says > 0) return !was_to_be(t);
    if (clause(t)) {
      if (const auto phrase = to_be_before(t)) return !was_to_be(*phrase);
      break;
    }
    if (scan.BeginsFuture(t)) verb = true;
    if (const auto who = scan.Find(t, TimeRole::kClause, true);
        verb && who && who->kind == "relative") {
      return true;
    }
    // "التي أقيمت الأحد": it is over.
    if (!verb && says < 0) return false;
    // "He went on: Saturday's match will be …": what is said begins behind it.
    if (scan.Text(t) == ":" && SpeaksBefore(scan, t, from)) break;
    // "قال ستبرغ الجمعة": a name, without "that" before it.
    if (scan.IsSpeech(t)) return verb && scan.Text(t + 1) == "\"";
  }
  if (verb) return true;
  for (uint32_t t = token; t < to; ++t) {
    if (clause(t)) break;  // "asked on Monday that the summit be held"
    const int says = tense(t);
    if (says > 0 || scan.BeginsFuture(t)) return true;
    if ((says < 0 && !told(t)) || scan.IsSpeech(t)) break;
  }
  return false;
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

void MoveToAfternoon(ClockParts& first, const ClockParts& last) {
  if (first.minutes < kHalfDay && last.minutes >= kHalfDay &&
      first.minutes + kHalfDay < last.minutes) {
    first.minutes += kHalfDay;
  }
}

std::optional<DateParts> MomentParser::Read(uint32_t token) const {
  auto date = dates_.Read(token);
  if (!date) date = DaypartFirst(token);
  if (date) {
    return date->IsDay() ? DayFirst(std::move(*date)) : std::move(date);
  }
  if (auto clock = ClockFirst(token)) return clock;
  return BareHourFirst(token);
}

std::optional<DateParts> MomentParser::DayFirst(DateParts date) const {
  // "Monday morning", أمس مساء; an hour may follow either.
  if (const auto part = scan_.Find(date.limit_token, TimeRole::kDaypart);
      part && part->kind != "clock" && !part->weak) {
    date.limit_token = part->limit_token;
    date.suffix_bytes = 0;
    date.daypart = DaypartOf(*part);
  }
  uint32_t at = date.limit_token;
  if (scan_.IsComma(at) || scan_.Is(at, "t")) ++at;
  const auto preposition = scan_.Find(at, TimeRole::kAt);
  if (preposition) at = preposition->limit_token;
  if (!scan_.Has(at)) return date;
  auto clock = ReadClock(scan_, at);
  if (!clock && preposition && preposition->value == 0 &&
      BareHourMayFollow(date, at)) {
    clock = ReadBareHour(scan_, at);
  }
  if (clock) {
    date.day_limit_token = date.limit_token;
    date.clock = clock->clock;
    date.limit_token = clock->limit_token;
    date.suffix_bytes = 0;
    AddRules(*clock, date);
    Settle(date);
  }
  return date;
}

// "tonight at 11", "Friday at 9", but not "closed on Friday at 22".
bool MomentParser::BareHourMayFollow(const DateParts& date, uint32_t at) const {
  const auto number = scan_.Number(at);
  if (!number || number->ordinal || number->value < 1) return false;
  const bool sure = date.daypart || date.day_shift;
  if (number->value > (sure ? 24 : 12)) return false;
  const uint32_t next = number->limit_token;
  if (!scan_.Has(next)) return true;
  const Token& token = scan_.At(next);
  if (token.kind == TokenKind::kWord) {
    // "Saturday at three rallies"
    for (TimeRole role : {TimeRole::kDaypart, TimeRole::kZone, TimeRole::kIn,
                          TimeRole::kAt, TimeRole::kBound, TimeRole::kOf}) {
      if (scan_.Find(next, role)) return true;
    }
    return false;
  }
  // "9.5", "9-7", "9%"
  return !token.glued || !(scan_.Has(next + 1) && scan_.At(next + 1).glued);
}

const std::optional<ClockReading>& MomentParser::ClockAt(uint32_t token) const {
  if (clock_token_ != token) {
    clock_ = ReadClock(scan_, token);
    clock_token_ = token;
  }
  return clock_;
}

std::optional<DateParts> MomentParser::ClockFirst(uint32_t token) const {
  const std::optional<ClockReading>& clock = ClockAt(token);
  if (!clock) return std::nullopt;
  DateParts alone = Clocked(token, *clock);
  const auto day = DayAfter(clock->limit_token);
  if (!day) return alone;
  DateParts both = OnDay(*day, alone);
  both.limit_token = day->limit_token;
  both.suffix_bytes = day->suffix_bytes;
  return both;
}

// The day behind a clock time: "on Thursday", ", 5 May", "tomorrow morning".
std::optional<DateParts> MomentParser::DayAfter(uint32_t token) const {
  uint32_t at = token;
  if (scan_.IsComma(at)) ++at;
  at = scan_.Skip(at, {TimeRole::kAt, TimeRole::kOf, TimeRole::kArticle});
  if (!scan_.Has(at)) return std::nullopt;
  auto day = dates_.Read(at);
  if (!day) day = DaypartFirst(at);
  if (!day || !day->IsDay()) return std::nullopt;
  if (const auto part = scan_.Find(day->limit_token, TimeRole::kDaypart);
      part && part->kind != "clock" && !part->weak) {
    day->limit_token = part->limit_token;
    day->suffix_bytes = 0;
    day->daypart = DaypartOf(*part);
  }
  return day;
}

// صباح الاثنين, "the morning of 5 January", "in the morning of the 3rd".
std::optional<DateParts> MomentParser::DaypartFirst(uint32_t token) const {
  const auto part = scan_.Find(token, TimeRole::kDaypart, true);
  if (!part || part->kind == "clock") return std::nullopt;
  const uint32_t at =
      scan_.Skip(part->limit_token, {TimeRole::kOf, TimeRole::kArticle});
  if (!scan_.Has(at)) return std::nullopt;
  auto date = dates_.Read(at);
  if (!date && at > part->limit_token) {
    const auto number = scan_.Number(at);
    if (number && number->ordinal && number->value >= 1 &&
        number->value <= 31 && !IsWord(scan_.document(), number->limit_token)) {
      date.emplace();
      date->day = number->value;
      date->limit_token = number->limit_token;
    }
  }
  if (!date || !date->IsDay()) return std::nullopt;
  date->first_token = token;
  date->daypart = DaypartOf(*part);
  date->rules.insert(date->rules.begin(), scan_.Id(*part));
  return date;
}

// "8 tonight", "at 8 this evening": a bare hour before a part of a day.
std::optional<DateParts> MomentParser::BareHourFirst(uint32_t token) const {
  const auto clock = ReadBareHour(scan_, token);
  if (!clock || clock->clock.minutes > kHalfDay) return std::nullopt;
  if (!scan_.Has(clock->limit_token)) return std::nullopt;
  auto day = dates_.Read(clock->limit_token);
  if (!day || !day->day_shift || !day->daypart) return std::nullopt;
  const bool placed =
      scan_.FindBefore(token, TimeRole::kAt) ||
      scan_.FindBefore(token, TimeRole::kBound) ||
      (token > 0 && !scan_.At(token).starts_line &&
       scan_.HasKind(token - 1, KindBit(RuleKind::kModality))) ||
      scan_.IsAlone(token, day->limit_token);
  if (!placed) return std::nullopt;
  const uint32_t limit = day->limit_token;
  DateParts both = OnDay(*day, Clocked(token, *clock));
  both.limit_token = limit;
  return both;
}

std::optional<MomentParser::Hours> MomentParser::HoursAt(uint32_t at,
                                                         bool and_joins) const {
  std::optional<ClockReading> first = ClockAt(at);
  const bool bare_first = !first;
  if (!first) first = ReadBareHour(scan_, at);
  if (!first) return std::nullopt;
  const uint32_t from = first->limit_token;
  std::optional<uint32_t> link = scan_.RangeWord(from, "to");
  bool dash = false;
  if (!link && (link = scan_.RangeWord(from, "dash"))) dash = true;
  if (!link) {
    if (const auto until = scan_.Find(from, TimeRole::kBound);
        until && until->kind == "at_most" && until->value == 1) {
      link = until->limit_token;
    }
  }
  if (!link && and_joins) {
    link = scan_.RangeWord(from, "and");
    if (!link && scan_.Has(from) && scan_.HasProclitic(from, kCliticAnd)) {
      link = from;
    }
  }
  if (!link || !scan_.Has(*link)) return std::nullopt;
  if (dash && scan_.At(*link).glued != scan_.At(from).glued) {
    return std::nullopt;
  }
  auto last = ReadClock(scan_, *link);
  // "from 9:30 to 11", but two bare hours are a range of numbers.
  const bool bare_last = !last;
  if (!last) last = ReadBareHour(scan_, *link);
  if (!last || (bare_first && bare_last)) return std::nullopt;
  // "3-1 on Saturday evening" is a score: a dash wants "3-4 p.m.".
  if (bare_first && dash && !last->clock.has_minutes && !last->am_or_pm) {
    return std::nullopt;
  }
  if (!first->clock.settled && last->clock.settled) {
    MoveToAfternoon(first->clock, last->clock);
  }
  // One zone holds for both.
  if (first->clock.zone.empty()) first->clock.zone = last->clock.zone;
  Hours hours{Clocked(at, *first), Clocked(*link, *last)};
  return hours;
}

std::optional<MomentParser::Hours> MomentParser::ReadHours(
    uint32_t token) const {
  auto hours = HoursAt(token, scan_.OpensRange(token));
  if (!hours) return std::nullopt;
  if (const auto day = DayAfter(hours->last.limit_token)) {
    hours->first = OnDay(*day, hours->first);
    hours->last = OnDay(*day, hours->last);
    hours->last.limit_token = day->limit_token;
    hours->last.suffix_bytes = day->suffix_bytes;
  }
  return hours;
}

// "Thursday from 9:30 to 11", "tomorrow, 3-4 p.m."
std::optional<MomentParser::Hours> MomentParser::HoursOn(
    const DateParts& day) const {
  // "Thursday 9:30 - 11:00": the first hour was read with the day.
  uint32_t at = day.clock ? day.day_limit_token : day.limit_token;
  if (at == 0) return std::nullopt;
  if (scan_.IsComma(at)) ++at;
  const auto open = scan_.RangeWord(at, "open");
  at = open ? *open : scan_.Skip(at, {TimeRole::kAt});
  if (!scan_.Has(at)) return std::nullopt;
  auto hours = HoursAt(at, open.has_value());
  if (!hours) return std::nullopt;
  hours->first = OnDay(day, hours->first);
  hours->first.first_token = day.first_token;
  hours->first.day_limit_token = 0;
  hours->last = OnDay(day, hours->last);
  return hours;
}

}  // namespace crosscheck
