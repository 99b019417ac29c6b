#ifndef CROSSCHECK_CHECKER_MODEL_UNIT_H_
#define CROSSCHECK_CHECKER_MODEL_UNIT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "checker/model/decimal.h"

namespace crosscheck {

// What kind of thing a unit measures. Figures of different dimensions are
// never compared.
enum class Dimension : uint8_t {
  kNone,     // a bare number
  kMoney,    // id: ISO 4217
  kPercent,  // id: "percent", "percentage-point", "basis-point", "permille"
  kRatio,    // id: "ratio" ("half", "1/50", "twofold")
  kCounted,  // id: the counted noun, a concept where one is known
  kMeasure,  // id: CLDR unit, "kilometer-per-hour"
  kTime,     // durations: "year", "day", "second" …
  kDate,
};

// A unit as read. `candidates` holds more than one id when the wording does
// not settle it (bare "dinar"); then `id` is the first choice of the rules in
// the article's context, or empty when none is preferred.
// For kMeasure, `quantity` is the CLDR quantity ("length", "speed") and
// value x factor + offset is the value in the quantity's base unit, exactly.
//
//   {kMoney, "USD", {"USD"}}             $5 in an American article
//   {kMeasure, "kilometer", {}, "length", 1000}
struct Unit {
  Dimension dimension = Dimension::kNone;
  std::string id;
  std::vector<std::string> candidates;
  std::string quantity;
  Decimal factor = 1;
  Decimal offset = 0;

  friend bool operator==(const Unit&, const Unit&) = default;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_UNIT_H_
