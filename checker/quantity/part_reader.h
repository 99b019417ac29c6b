#ifndef CROSSCHECK_CHECKER_QUANTITY_PART_READER_H_
#define CROSSCHECK_CHECKER_QUANTITY_PART_READER_H_

#include <cstdint>
#include <optional>

#include "checker/model/document.h"
#include "checker/quantity/figure_part.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/part_behind.h"
#include "checker/quantity/smaller_units.h"
#include "checker/quantity/unit_reader.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Reads a number with the unit before it ("$5", "USD 5", "%5") or after it,
// glued, behind a blank, a hyphen or an "of": "5kg", "10-gallon", "عدة ملايين
// من الدولارات", "three-tenths of a mile"; with smaller units that follow:
// "7 feet 10 inches", "20 dollars and 43 cents" (smaller_units.h); with a half
// behind the unit: "3 miles and a half", أمتار ونصف المتر (part_behind.h); a
// unit that says one or two by itself: "a mile", كيلومترين.
class PartReader {
 public:
  PartReader(const Rulebook& rules, const NumberReader& numbers,
             const UnitReader& units);

  std::optional<FigurePart> Read(const Document& document,
                                 uint32_t token) const;

 private:
  std::optional<FigurePart> ReadUnitFirst(const Document& document,
                                          uint32_t token) const;
  std::optional<FigurePart> ReadImpliedOne(const Document& document,
                                           uint32_t token) const;
  std::optional<FigurePart> OneOfUnit(const Document& document,
                                      const UnitReading& unit) const;
  void MakePart(const Document& document, FigurePart& part) const;
  std::optional<uint32_t> SaidBehind(const Document& document,
                                     const Decimal& value,
                                     uint32_t token) const;
  FigurePart Dual(const Document& document, const UnitReading& unit) const;
  void AddUnitAfter(const Document& document, FigurePart& part) const;
  bool UnitStands(const Document& document, const FigurePart& part,
                  const UnitReading& unit) const;
  bool SkipOf(const Document& document, uint32_t& token) const;

  const Rulebook& rules_;
  const NumberReader& numbers_;
  const UnitReader& units_;
  const NumberWords& words_;
  const SmallerUnits smaller_;
  const PartBehind behind_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_PART_READER_H_
