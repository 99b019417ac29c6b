#ifndef CROSSCHECK_CHECKER_EVALUATE_SUITE_UNITS_H_
#define CROSSCHECK_CHECKER_EVALUATE_SUITE_UNITS_H_

#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

// Third-party suites name units each in its own way ("kilometre", "Kilometer",
// "km") and print the value in a unit of their choice (grams for "2 kg").
// These names are conventions of test data, no language knowledge: they stand
// here, not in rules/.

// Are the two amounts equal? Units are compared by name, else by converting
// both to one unit where this table knows them. False where either number is
// none, or the units measure different things.
//   SameMeasure("2", "KG", "2000", "gram")   // true
bool SameMeasure(std::string_view value_a, std::string_view unit_a,
                 std::string_view value_b, std::string_view unit_b);

// One spelling for a unit's name: "Cubic metre" -> "cubic-meter".
std::string PlainUnit(std::string_view unit);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_SUITE_UNITS_H_
