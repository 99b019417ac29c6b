#ifndef CROSSCHECK_CHECKER_QUANTITY_BARE_YEARS_H_
#define CROSSCHECK_CHECKER_QUANTITY_BARE_YEARS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/quantity/modality_words.h"
#include "checker/quantity/nouns.h"
#include "checker/quantity/number_words.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Four digits that were read as a count and are a year by what stands around
// them, though no word asks for one.

// The first of the digits of a figure that counts nothing and is a year by its
// shape: "the 2014 return", "it was 2016", "from 2007 through 2014", "the 1986
// rules", near the day of publication also "2016 donors" and "around 2014";
// nullopt where it is none. Round hundreds are as well amounts. `before`: the
// figures before it in the document.
std::optional<uint32_t> YearToken(
    const NounFinder& nouns, const ModalityWords& modality,
    const Rulebook& rules, const NumberWords& words, const Document& document,
    const std::optional<IsoDate>& published, const Quantity& figure,
    const std::vector<Quantity>& before);

// "ICRA 2024": an acronym and its year name a meeting or a test.
bool IsNamedYear(const Document& document, const Quantity& figure);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_BARE_YEARS_H_
