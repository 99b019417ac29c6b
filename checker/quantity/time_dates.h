#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_DATES_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_DATES_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// Reads what dates say: "27 January", "last Friday", مطلع العام المقبل. Which
// days that is comes later (time_resolve.h). A number alone is no date; a year
// alone is one where the words around it make it one.
//
// Cost: a few look-ups for each token of the date; looks at most a dozen
// tokens ahead.
class DateParser {
 public:
  explicit DateParser(const TimeScan& scan) : scan_(scan) {}

  // The longest date that starts at `token`; nullopt when none does.
  std::optional<DateParts> Read(uint32_t token) const;
  // The end of a range: also a bare number that can only be a day, month or
  // year of the other end.
  std::optional<DateParts> ReadEnd(uint32_t token) const;

  // Is the decade at `token` one of a life ("in his 40s", "in her 70s or 80s")?
  bool IsDecadeOfLife(uint32_t token) const;

 private:
  std::optional<DateParts> Core(uint32_t token, bool inside) const;
  void ByWord(uint32_t token, const TimeWord& word, bool inside,
              std::optional<DateParts>& best) const;
  std::optional<DateParts> WeekdayFirst(uint32_t token,
                                        const TimeWord& word) const;
  std::optional<DateParts> UnitFirst(uint32_t token, const TimeWord& word,
                                     bool inside) const;
  std::optional<DateParts> SideFirst(uint32_t token, const TimeWord& word,
                                     TimeSide side) const;
  std::optional<DateParts> RelativeDay(uint32_t token,
                                       const TimeWord& word) const;
  std::optional<DateParts> DecadeFirst(uint32_t token,
                                       const TimeWord& word) const;
  std::optional<DateParts> NumberFirst(uint32_t token) const;
  std::optional<DateParts> QuarterAfterYear(const DateParts& year) const;
  std::optional<DateParts> YearFirst(uint32_t token, bool inside) const;
  std::optional<DateParts> ShortYear(uint32_t token) const;

  DateParts PartOfThis(uint32_t token, const TimeWord& word,
                       TimeUnit unit) const;
  DateParts Feast(uint32_t token, const TimeWord& word) const;
  bool YearsFollow(uint32_t token) const;
  bool TakePeriodOf(DateParts& parts) const;
  bool IsOfOther(const DateParts& part, TimeUnit unit) const;
  std::optional<DateParts> LastPartOfYear(const DateParts& named,
                                          TimeUnit unit) const;
  std::optional<DateParts> LastOf(const DateParts& named) const;
  void NthFirst(const SmallNumber& number, const DateParts& parts,
                std::optional<DateParts>& best) const;
  void TakeDayOfMonth(const SmallNumber& number, const DateParts& parts,
                      std::optional<DateParts>& best) const;
  // The weekday that may follow a week, "this week (on the day) Friday".
  void TakeWeekdayOfWeek(DateParts& parts) const;

  const TimeScan& scan_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_DATES_H_
