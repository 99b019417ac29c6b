#ifndef CROSSCHECK_CHECKER_EVALUATE_EXPECTED_MATCH_H_
#define CROSSCHECK_CHECKER_EVALUATE_EXPECTED_MATCH_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "checker/evaluate/gold.h"
#include "checker/model/report.h"

namespace crosscheck {

// How far a figure of ours meets an expected one. Each level holds those
// before it.
enum class MatchLevel : uint8_t {
  kNone,   // no figure of ours lies over it
  kFound,  // one does
  kValue,  // with the right value, whatever its unit and kind
  kRight,  // and with the right unit and kind
};

// Suites differ in what they call a thing; what counts as the right kind:
// - number: any kind. "$5" and "May 2009" hold the numbers 5 and 2009;
// - money, percent, ordinal, date: the same kind here;
// - quantity: quantity; "unnamed" amounts and "4.4x": any number;
// - duration: duration or age;
// - range: a figure with that range or bound, of any kind that fits the unit;
//   whether its ends are included is not scored (suites take "between" to
//   exclude the upper end, the contract does not say).
// A suite's latent readings ("five" as money) need only the value.
// Where `values_asserted` is false (cases flagged ignore_resolution, which
// their own projects do not resolve), the right kind suffices for kRight.
MatchLevel Match(const ReportClaim& claim, const ExpectedFigure& expected,
                 bool latent, bool values_asserted);

// The kind under which `suite` would list a figure of ours, when it lists all
// of that sort, so that one it does not expect is a false hit. Money suites
// list money, date suites dates; range suites ("range") figures with a range
// or bound; number suites ("number") every figure but dates and ordinals.
std::optional<std::string> ListedKind(std::string_view suite,
                                      const ReportClaim& claim);

// A place the contract does not speak of ("the last one", "a small percent":
// no number; "7" meant as an hour): neither scored nor held against us.
bool IsOutOfScope(const ExpectedFigure& expected, bool latent);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_EXPECTED_MATCH_H_
