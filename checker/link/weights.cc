#include "checker/link/weights.h"

#include <charconv>
#include <string>

namespace crosscheck {

LinkWeights ReadLinkWeights(const Rulebook& rules) {
  const auto weight = [&](std::string_view name) {
    const auto rule = rules.Find("shared.link." + std::string(name));
    int value = 0;
    if (rule) {
      const std::string_view text = rules.Attribute(*rule, "weight");
      std::from_chars(text.data(), text.data() + text.size(), value);
    }
    return value;
  };
  LinkWeights w;
  w.same_metric = weight("same_metric");
  w.other_metric = weight("other_metric");
  w.same_noun = weight("same_noun");
  w.narrower_noun = weight("narrower_noun");
  w.other_noun = weight("other_noun");
  w.same_facet = weight("same_facet");
  w.other_facet_far = weight("other_facet_far");
  w.one_sided_scope = weight("one_sided_scope");
  w.same_subject = weight("same_subject");
  w.other_subject = weight("other_subject");
  w.clause_name = weight("clause_name");
  w.sentence_name = weight("sentence_name");
  w.near_name = weight("near_name");
  w.clause_word = weight("clause_word");
  w.sentence_word = weight("sentence_word");
  w.most_names = weight("most_names");
  w.most_words = weight("most_words");
  w.event = weight("event");
  w.same_value = weight("same_value");
  w.planned_differs = weight("planned_differs");
  w.negated_differs = weight("negated_differs");
  w.hypothetical = weight("hypothetical");
  w.same_article = weight("same_article");
  w.title_and_body = weight("title_and_body");
  w.threshold = weight("threshold");
  w.event_least = weight("event_least");
  w.margin = weight("margin");
  return w;
}

}  // namespace crosscheck
