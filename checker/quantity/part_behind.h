#ifndef CROSSCHECK_CHECKER_QUANTITY_PART_BEHIND_H_
#define CROSSCHECK_CHECKER_QUANTITY_PART_BEHIND_H_

#include <cstdint>
#include <optional>

#include "checker/model/document.h"
#include "checker/quantity/figure_part.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/unit_reader.h"

namespace crosscheck {

// The part behind a unit: "3 miles and a half", ثلاثة أمتار ونصف, the unit
// maybe said again: ونصف المتر. What goes on is of something else: "3 miles and
// half of the road", ونصف المسافة. Built once; thread-safe. Cost: one number.
class PartBehind {
 public:
  // Both must outlive it.
  PartBehind(const NumberReader& numbers, const UnitReader& units)
      : numbers_(numbers), units_(units), words_(numbers.words()) {}

  // The fraction that stands at `token`, behind `unit`; below 1.
  //   "and a half", behind a mile   0.5
  std::optional<NumberReading> Read(const Document& document,
                                    const UnitReading& unit,
                                    uint32_t token) const;
  // Adds it to `part`, where that is a whole number with its unit behind it.
  void AddTo(const Document& document, FigurePart& part) const;

 private:
  const NumberReader& numbers_;
  const UnitReader& units_;
  const NumberWords& words_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_PART_BEHIND_H_
