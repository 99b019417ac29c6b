#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_HINTS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_HINTS_H_

#include <cstdint>
#include <vector>

#include "checker/model/document.h"
#include "checker/quantity/number_reader.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Tells numbers that are part of no date, clock time, length or age before all
// the parsers of these try them in turn: most numbers of news. A number is part
// of one by a word of time near it ("three years", "aged about 24") or by its
// shape ("2014", "3/4/2020", "10:15", "Smith, 34,"). Words that begin a time
// and make none ("this", "a", "early") are told likewise.
//
// May say yes where nothing is read, never no where something is: a new shape
// must be added here, whereas a new role of time words counts unless it is
// listed as one that only stands beside others.
//
//   "killed 15 people": no;  "for 15 more days": yes
//
// Built once; thread-safe. Cost: a look at some twenty tokens.
class TimeHints {
 public:
  TimeHints(const Rulebook& rules, const NumberReader& numbers);

  // Is there one for what begins at `token`?
  bool Has(const Document& document, uint32_t token) const;

 private:
  // By WordId: does it tell of a phrase that makes a time, and does it end one
  // that makes a time of a number right behind it ("aged")?
  static constexpr uint8_t kMakes = 1;
  static constexpr uint8_t kBefore = 2;
  bool IsTimeWord(const Document& document, uint32_t token,
                  uint8_t bits = kMakes) const;
  bool HasBehind(const Document& document, uint32_t token) const;

  const NumberReader& numbers_;
  std::vector<uint8_t> words_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_HINTS_H_
