#ifndef CROSSCHECK_CHECKER_QUANTITY_FIGURE_READER_H_
#define CROSSCHECK_CHECKER_QUANTITY_FIGURE_READER_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/quantity/modality_words.h"
#include "checker/quantity/nouns.h"
#include "checker/quantity/part_reader.h"
#include "checker/quantity/range_words.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Reads one figure that is no date or duration: a number with its unit,
// currency, percent sign or counted noun; a range, ratio or score of two; a
// dual noun. Modality and change are ModalityReader's and ChangeReader's.
class FigureReader {
 public:
  FigureReader(const Rulebook& rules, const PartReader& parts,
               const NumberReader& numbers, const RangeWords& ranges,
               const ModalityWords& modality, const NounFinder& nouns);

  // The figure that starts at `token` (a number, a sign, a currency symbol, a
  // unit or noun that says two); nullopt when none does.
  std::optional<Quantity> Read(const Document& document, uint32_t token) const;

 private:
  struct Link {  // what joins two parts to a range
    RangeRole role = RangeRole::kNone;
    uint32_t second_token = 0;
    std::optional<RangeWord> open;
    bool glued_dash = false;
    bool suspended = false;     // a hyphen before: "4- to 6-point"
    bool after_change = false;  // "grew 2 to 3 percent"
  };
  std::optional<Link> FindLink(const Document& document,
                               const FigurePart& first) const;
  std::optional<Quantity> ReadRange(const Document& document,
                                    const FigurePart& first) const;
  bool SidesAgree(const Document& document, const Link& link,
                  const FigurePart& first, const FigurePart& second) const;
  std::optional<Quantity> ReadScore(const Document& document, const Link& link,
                                    const FigurePart& first,
                                    const FigurePart& second) const;
  std::optional<Quantity> ReadRatio(const Document& document,
                                    const FigurePart& part) const;
  std::optional<Quantity> ReadDual(const Document& document,
                                   uint32_t token) const;
  bool IsPartOfRow(const Document& document, const FigurePart& part) const;
  bool IsNoDual(const Document& document, uint32_t token) const;
  bool IsDefiniteOrdinal(const Document& document,
                         const NumberReading& number) const;
  Quantity Finish(const Document& document, const FigurePart& part) const;
  void AddNoun(const Document& document, Quantity& figure) const;
  bool IsTimeUnit(const Document& document, uint32_t token) const;
  bool IsDefiniteWord(const Document& document, uint32_t token) const;
  bool RangesBefore(const Document& document, uint32_t token) const;
  bool ChangesBefore(const Document& document, uint32_t token) const;
  bool ScoresNear(const Document& document, uint32_t first,
                  uint32_t limit) const;

  const Rulebook& rules_;
  const PartReader& parts_;
  const NumberReader& numbers_;
  const RangeWords& ranges_;
  const ModalityWords& modality_;
  const NounFinder& nouns_;
  const NumberWords& words_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_FIGURE_READER_H_
