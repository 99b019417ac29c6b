#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_LENGTHS_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_LENGTHS_H_

#include <cstdint>
#include <optional>

#include "checker/quantity/modality_words.h"
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
  std::optional<ModalityWord> BoundBetween(uint32_t token) const;
  std::optional<LengthParts> UnitFirst(uint32_t token) const;
  std::optional<LengthParts> SideFirst(uint32_t token) const;
  uint32_t TakeSideBetween(uint32_t token, LengthParts& parts) const;
  uint32_t SkipAdjective(uint32_t token) const;
  bool IsOrdinalToo(uint32_t token, const TimeWord& unit) const;
  std::optional<LengthParts> QuartersFirst(uint32_t token) const;
  bool AsksForLength(uint32_t token) const;
  std::optional<uint32_t> BetweenBefore(uint32_t token) const;
  void TakeOtherEnd(LengthParts& parts) const;

  const TimeScan& scan_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_LENGTHS_H_
