#ifndef CROSSCHECK_CHECKER_GATE_JUDGE_H_
#define CROSSCHECK_CHECKER_GATE_JUDGE_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checker/gate/accepted.h"
#include "checker/model/report.h"
#include "checker/model/time_scope.h"

namespace crosscheck {

struct JudgeOptions {
  std::optional<Day> today;  // for entries that expire; none: they do not
  // Entries about other documents than these are not resolved when nothing
  // matches them; they were not looked at. Absent: all were.
  std::optional<std::set<std::string>> documents;
};

// What of a report was accepted before. Sets state, level and disposition of
// every finding, and adds to Report::resolved the entries that nothing matches.
//
// A claim is the same when its sentence and value are, or its document and
// value. A finding and an entry meet when they are of one rule, and either name
// the same fact and share a claim (or all values), or share a sentence and
// another claim of another value (or all the entry's documents).
// Then
//   every claim is in an entry              known (a note), or dismissed
//   a claim is new, its value is not        known, at most a warning: an
//                                           accepted figure was repeated
//   a value is new                          reopened, its level kept
//   the entry has expired                   reopened
// A finding no entry meets is new.
//
//   accepted: A 5, B 6.   found: A 5, B 6       -> known
//                         found: A 5, B 6, C 5  -> known, warning
//                         found: A 7, B 6       -> reopened
//                         found: A 5, B 6, C 9  -> reopened
void Judge(const std::vector<Accepted>& accepted, const JudgeOptions& options,
           Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_GATE_JUDGE_H_
