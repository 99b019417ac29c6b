#ifndef CROSSCHECK_CHECKER_INTAKE_ROUND_TRIP_H_
#define CROSSCHECK_CHECKER_INTAKE_ROUND_TRIP_H_

#include <string>
#include <string_view>

#include "checker/model/article.h"

namespace crosscheck {

// Whether every byte of an article's text leads home, for tests: pieces in
// order, apart and in bounds; each stands for what the source has there
// (references replaced, blanks for blanks); and random spans are found where
// the pieces say, on the line and column a slow count gives. `file` is the
// file as it is on disk (for a record, of no use: empty). Empty: all is well;
// else the first fault.
std::string RoundTripFault(const Article& article, std::string_view file);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_ROUND_TRIP_H_
