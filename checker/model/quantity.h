#ifndef CROSSCHECK_CHECKER_MODEL_QUANTITY_H_
#define CROSSCHECK_CHECKER_MODEL_QUANTITY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/decimal.h"
#include "checker/model/interval.h"
#include "checker/model/span.h"
#include "checker/model/time_scope.h"
#include "checker/model/unit.h"

namespace crosscheck {

enum class QuantityKind : uint8_t {
  kMoney,
  kCount,
  kPercent,
  kRatio,
  kQuantity,
  kDate,
  kDuration,
  kOrdinal,
  kAge,
  kScore,
};
std::string_view ToString(QuantityKind kind);  // "money", "count", …

enum class Modality : uint8_t {
  kExact,
  kAbout,
  kAtLeast,
  kAtMost,
  kMoreThan,
  kLessThan,
  kRange,
};
std::string_view ToString(Modality modality);  // "exact", "at_least", …

// The part a figure plays in a change: "rose *by* 3% *to* 20 *from* 17".
enum class ChangeRole : uint8_t { kNone, kFrom, kTo, kBy };
enum class Direction : uint8_t { kNone, kUp, kDown };

// A figure as printed, read exactly: where it stands, its value, the range of
// values the wording allows, its unit, and the rules that read it.
//
// Bytes: `span` covers the figure with its unit and modality words ("about
// $5.6 million", "لا تتجاوز 6 ملايين دولار"); `core` covers number and unit
// alone ("$5.6 million"). Both are bytes of Article::text, on character
// boundaries. Tokens [first_token, limit_token) of the Document are those of
// `span`.
//
// Numbers: `value` is in the printed unit with scales applied (5.6 million ->
// 5600000, exponent kept: 5.6e6 is coefficient 56, exponent 5). `range` is in
// the same unit; for an exact figure it is its rounding interval. A range ("5
// to 7", "several million") has modality kRange, value absent and both ends
// in `range`. Vague plurals ("thousands") are kAtLeast and `vague`.
//
// Dates: `days` are the days meant (absent until resolved, with `unresolved`
// true and the reason in `doubt`), `granularity` the printed fineness, `iso`
// the ISO 8601 text at printed precision ("2023", "2024-05", "2025-W04",
// "2025-Q1", "first/last"). value and range are absent/unbounded.
// Durations: value in `unit` (kTime), iso "P18M"; range in the printed unit.
//
// Ambiguity survives here: Unit::candidates; several readings of a date are
// in `alternatives` (ISO texts).
struct Quantity {
  Span span;
  Span core;
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  QuantityKind kind = QuantityKind::kCount;
  std::optional<Decimal> value;
  Interval range;
  Unit unit;
  Modality modality = Modality::kExact;
  bool vague = false;        // "thousands", "several": never equal to anything
  bool approximate = false;  // an "about" word stood by, also under a bound
  bool in_words = false;     // no digit printed
  bool implied_one = false;  // "a year", "شهر": a singular noun read as 1
  ChangeRole change = ChangeRole::kNone;
  Direction direction = Direction::kNone;
  // Of what a percent or ratio is taken, or the counted noun: tokens of the
  // Document, empty when absent.
  uint32_t noun_first_token = 0;
  uint32_t noun_limit_token = 0;

  // Dates and times.
  DayRange days;
  Granularity granularity = Granularity::kUnknown;
  std::string iso;
  std::vector<std::string> alternatives;
  bool relative = false;  // hangs on the publication day ("last year")
  bool unresolved = false;
  std::string doubt;  // why it stays open, a plain sentence

  // Index (in the article's list) of the figure that says the same amount in
  // another unit: "10 million yuan ($1.4 million)"; -1 when there is none.
  int32_t same_as = -1;

  // Rule ids in the order applied; views into the Rulebook, which outlives
  // every Quantity.
  std::vector<std::string_view> rules;
};

// The `value` of the contract: a decimal string, "low/high" for a range, an
// ISO text for dates and durations, empty when there is none.
//   5.6 million -> "5600000"; several million -> "2000000/10000000"
std::string ValueText(const Quantity& quantity);

// A date printed with both its ends: "from 1965 to 1981".
inline bool IsSpan(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kDate &&
         quantity.iso.find('/') != std::string::npos;
}

// "rose 0.3 percent": by how much, not to what; prices do so all day.
inline bool IsMoveInPercent(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kPercent &&
         quantity.change == ChangeRole::kBy;
}

// A figure-like place that is no figure, and why: "GPT-4" is a name.
// Counted in coverage by reason, so that nothing is skipped silently.
struct SkippedFigure {
  Span span;
  std::string_view reason;  // "name", "phone", "list-number", "version" …
  std::string_view rule;    // the rule that said so
};

struct QuantityReading {
  std::vector<Quantity> quantities;  // in reading order, not overlapping
  std::vector<SkippedFigure> skipped;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_QUANTITY_H_
