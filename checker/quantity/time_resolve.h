#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_RESOLVE_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_RESOLVE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/quantity.h"
#include "checker/model/time_scope.h"
#include "checker/quantity/time_parts.h"

namespace crosscheck {

// Why a date stays open, where more than one file finds it so.
inline constexpr std::string_view kNoPublished =
    "it hangs on the publication date, which is not given";

// What dates hang on.
struct TimeContext {
  std::optional<IsoDate> published;  // the publication day, or month
  std::optional<IsoDate> anchor;     // the date last written
  bool future = false;               // the sentence speaks of what is to come
  bool past = false;                 // "since": it lies behind publication
  bool coming = false;  // it is of what is still to come, however far
  bool open = false;    // "by", "until", "from": it may be far to come
  bool told = false;    // its clause tells what was: it is not far to come
  bool joined = false;  // "October and November": beside the date last written
};

// The days a date means, with its ISO text at printed precision.
struct ResolvedDate {
  DayRange days;
  Granularity granularity = Granularity::kUnknown;
  std::string iso;
  std::vector<std::string> alternatives;
  bool relative = false;
  bool unresolved = false;
  bool disordered = false;  // a range that ends before it begins
  std::string doubt;
};

// How what is not printed is found:
// - a month or day without a year: the one nearest the publication day (the
//   coming one where the sentence speaks of the future);
// - a bare weekday: the last one up to the publication day, or the coming
//   one; "last", "next" and their like say which;
// - a bare quarter, half or season: the one running or the last;
// - weeks begin on Monday and are counted as in ISO 8601;
// - early, middle and late are thirds; the start and end of a year are its
//   first and last month; seasons are whole months of the northern year.
// Never guesses without a publication day: `unresolved`, with the reason.
ResolvedDate Resolve(const DateParts& parts, const TimeContext& context);

// Does the date say neither year nor side, so that the tense of its sentence
// matters?
bool NeedsTense(const DateParts& parts);

void SetDate(ResolvedDate date, Quantity& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_RESOLVE_H_
