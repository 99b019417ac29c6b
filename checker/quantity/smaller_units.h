#ifndef CROSSCHECK_CHECKER_QUANTITY_SMALLER_UNITS_H_
#define CROSSCHECK_CHECKER_QUANTITY_SMALLER_UNITS_H_

#include <cstdint>

#include "checker/model/document.h"
#include "checker/quantity/figure_part.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/unit_reader.h"

namespace crosscheck {

// A second number in a smaller unit behind a figure, joined to it. Each adds
// what it finds to `part` (value, unit, bytes) and leaves the rest as it is;
// sums are exact, in the smaller unit where that divides the larger. Built
// once; thread-safe. Cost: one number and one unit read at most for each that
// stands there.
//
//   AddMarks            5'11            71 inches
//   AddHyphenedInches   "5-foot-8"      68 inches
//   AddSmaller          "7 feet" + "10 inches"           94 inches
//                       "2 yards" + ", 7 feet and 10 inches"
//   AddMinorMoney       "seven dollars" + "and ten cents"   7.10 dollars
//                       "20 rupees" + "43"                  20.43 rupees
class SmallerUnits {
 public:
  // Both must outlive it.
  SmallerUnits(const NumberReader& numbers, const UnitReader& units)
      : numbers_(numbers), units_(units), words_(numbers.words()) {}

  void AddMarks(const Document& document, FigurePart& part) const;
  // `foot` was read behind the number's hyphen. True: inches stand behind it.
  bool AddHyphenedInches(const Document& document, const UnitReading& foot,
                         FigurePart& part) const;
  void AddSmaller(const Document& document, FigurePart& part) const;
  void AddMinorMoney(const Document& document, FigurePart& part) const;

 private:
  bool AddInches(const Unit& foot, const NumberReading& inches,
                 FigurePart& part) const;

  const NumberReader& numbers_;
  const UnitReader& units_;
  const NumberWords& words_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_SMALLER_UNITS_H_
