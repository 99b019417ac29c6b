#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_LENGTHS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_LENGTHS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "checker/model/quantity.h"
#include "checker/quantity/time_parts.h"
#include "checker/quantity/time_scan.h"

namespace crosscheck {

// Reads lengths of time: "three years", "a year and a half", عام ونصف, "the
// past two years", السنوات الثلاث الماضية, "5-7 days", "1 hour and 45 minutes".
// A bare unit is one only after a word that asks for a length ("for a year",
// لمدة عام): "$5 a day" is a rate.
//
// Cost: as DateParser.
class LengthParser {
 public:
  explicit LengthParser(const TimeScan& scan) : scan_(scan) {}

  std::optional<LengthParts> Read(uint32_t token) const;

 private:
  std::optional<LengthParts> NumberFirst(uint32_t token) const;
  std::optional<LengthParts> UnitFirst(uint32_t token) const;
  std::optional<LengthParts> SideFirst(uint32_t token) const;
  bool TakeUnit(uint32_t token, LengthParts& parts) const;
  void TakeHalf(LengthParts& parts) const;
  void TakeMore(LengthParts& parts) const;
  bool TakePart(LengthParts& parts) const;
  uint32_t TakeFractionOf(uint32_t token, LengthParts& parts) const;
  uint32_t TakeSideBetween(uint32_t token, LengthParts& parts) const;
  uint32_t SkipAdjective(uint32_t token) const;
  bool IsOrdinalToo(uint32_t token, const TimeWord& unit) const;
  bool TakeOrMore(LengthParts& parts) const;
  std::optional<LengthParts> QuartersFirst(uint32_t token) const;
  void TakeSideAfter(LengthParts& parts) const;
  bool AsksForLength(uint32_t token) const;

  const TimeScan& scan_;
};

// ISO 8601: P18M, PT1H45M; "low/high" for a range; empty for a vague length.
std::string IsoLength(const LengthParts& parts);
// `value` of `unit` in ISO 8601.
//   IsoLength(Decimal(15, -1), TimeUnit::kYear)   // "P18M"
std::string IsoLength(const Decimal& value, TimeUnit unit);

// kDuration with value, range, unit and iso; `days` where the length ends or
// begins at the publication day ("the past two years").
Quantity ToQuantity(const TimeScan& scan, const LengthParts& parts,
                    const std::optional<IsoDate>& published);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_LENGTHS_H_
