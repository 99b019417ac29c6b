#ifndef CROSSCHECK_CHECKER_LINK_SURVEY_H_
#define CROSSCHECK_CHECKER_LINK_SURVEY_H_

#include <cstdint>
#include <map>
#include <vector>

#include "absl/types/span.h"
#include "checker/link/figure_table.h"
#include "checker/link/link_claims.h"
#include "checker/model/collection.h"
#include "checker/model/for_each.h"

namespace crosscheck {

// What is asked of the claims of all articles of a run, whichever are at hand:
// how often what they hold occurs, which figures they give, and which of them
// are of a known measure that has one date for good (a founding, a birth).
struct Survey {
  Collection collection;
  FigureTable figures;
  // MeasureKey -> the claims of it, by number.
  std::map<uint64_t, std::vector<uint32_t>> lasting;
};

// Asks for the claims of every article once. The same whatever `for_each` is.
Survey SurveyArticles(absl::Span<const LinkArticle> articles,
                      const ClaimsOf& claims_of, const ForEach& for_each);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_SURVEY_H_
