#ifndef CROSSCHECK_CHECKER_QUANTITY_FIGURE_READER_H_
#define CROSSCHECK_CHECKER_QUANTITY_FIGURE_READER_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/unit_reader.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Reads one figure that is no date or duration: a number with its unit,
// currency, percent sign or counted noun, or a range of two. Modality and
// change are ModalityReader's.
class FigureReader {
 public:
  FigureReader(const Rulebook& rules, const NumberReader& numbers,
               const UnitReader& units);

  // The figure that starts at `token` (a number, a sign, a currency symbol, a
  // unit that says two); nullopt when none does.
  std::optional<Quantity> Read(const Document& document, uint32_t token) const;

 private:
  struct Part {  // a number with its unit, one side of a range
    NumberReading number;
    std::optional<UnitReading> unit;
    uint32_t first_token = 0;
    uint32_t limit_token = 0;
    Span raw;
    bool hyphen_unit = false;
  };
  std::optional<Part> ReadPart(const Document& document, uint32_t token) const;
  std::optional<uint32_t> RangeRole(const Document& document, uint32_t token,
                                    std::string_view role) const;
  std::optional<Quantity> ReadRange(const Document& document,
                                    const Part& first) const;
  std::optional<Quantity> ReadRatio(const Document& document,
                                    const Part& part) const;
  Quantity Finish(const Document& document, const Part& part) const;
  void AddMinorUnits(const Document& document, Part& part,
                     Quantity& figure) const;
  void FindNoun(const Document& document, Quantity& figure) const;

  const Rulebook& rules_;
  const NumberReader& numbers_;
  const UnitReader& units_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_FIGURE_READER_H_
