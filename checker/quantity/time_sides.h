#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_SIDES_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_SIDES_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"
#include "checker/quantity/time_words.h"

namespace crosscheck {

// Sides of now: "this", "last", "next", "that", before or behind what they
// belong to, and how many steps they go. Cost: the words at one token.

// The side a word says; nullopt where it says none.
std::optional<TimeSide> SideOf(const TimeWord& word);

// How many periods `word`, of this side, goes from now: "last" -1, "next" 1,
// "the week before last" -2, "this" 0.
int Steps(const TimeWord& word, TimeSide side);

// What a side before one of a unit makes of it.
enum class PeriodSense : uint8_t {
  kCalendar,  // "last year": that of the calendar
  kLength,    // "over the past year", "in the next decade": a length, up to or
              // from now
  kTold,      // "the next year", "the previous month": beside what is told
  kNone       // "in his last year", "the last year of the war", "the next day"
};

// The sense of `side`, at `token`, before the word `unit`. A definite article
// tells: English has it where no calendar is meant. Cost: the words around.
PeriodSense SenseOf(const TimeScan& scan, uint32_t token, const TimeWord& side,
                    const TimeWord& unit);

// A side behind what it belongs to: الماضي, المقبل ("last", "next").
struct SideWord {
  TimeSide side = TimeSide::kNone;
  int shift = 0;
  TimeWord word;
};
std::optional<SideWord> SideAfter(const TimeScan& scan, uint32_t token);

// The same at the end of `parts`, which become of that side.
//   "الاثنين" + "الماضي" (Monday, the past one)   side kLast, shift -1
bool TakeSideAfter(const TimeScan& scan, DateParts& parts);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_SIDES_H_
