#ifndef CROSSCHECK_CHECKER_LINK_WEIGHTS_H_
#define CROSSCHECK_CHECKER_LINK_WEIGHTS_H_

#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The points of rules/shared/link.yaml; what each is for stands there. A rule
// that is missing counts nothing.
struct LinkWeights {
  int same_metric = 0, other_metric = 0;
  int same_noun = 0, narrower_noun = 0, other_noun = 0;
  int same_facet = 0, other_facet_far = 0, one_sided_scope = 0;
  int same_subject = 0, other_subject = 0;
  int clause_name = 0, sentence_name = 0, near_name = 0;
  int clause_word = 0, sentence_word = 0;
  int most_names = 0, most_words = 0;
  int event = 0;
  int same_value = 0;
  int planned_differs = 0, negated_differs = 0, hypothetical = 0;
  int same_article = 0, title_and_body = 0;
  int threshold = 0, event_least = 0, margin = 0;
};
LinkWeights ReadLinkWeights(const Rulebook& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_WEIGHTS_H_
