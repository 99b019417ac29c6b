#include "checker/link/weights.h"

#include <charconv>
#include <string>

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, kLinkSigns> kNames = {
    "count",
    "money",
    "percent",
    "measure",
    "date",
    "clock",
    "duration",
    "age",
    "other_kind",
    "same_noun",
    "kin_noun",
    "other_noun",
    "sister_noun",
    "unknown_noun",
    "same_facet",
    "same_facet_far",
    "other_facet_far",
    "one_sided_facet",
    "same_metric",
    "single_metric",
    "period_metric",
    "dated_metric",
    "age_of_one",
    "same_subject",
    "other_subject",
    "other_near_name",
    "one_near_name",
    "other_clause_name",
    "words_alike",
    "words_shared",
    "near_words_alike",
    "names_alike",
    "names_shared",
    "figures_shared",
    "edited_sentence",
    "event",
    "across_languages",
    "same_article",
    "both_in_title",
    "title_and_body",
    "one_leads",
    "planned_differs",
    "one_part",
    "one_past",
    "same_value",
    "close_value",
    "near_value",
    "far_value",
    "same_digits",
    "swapped_digits",
    "shared_end",
    "small_value",
    "large_value",
    "vague",
    "elsewhere_one",
    "elsewhere_both",
    "elsewhere_loose",
    "third_gives_both",
    "thirds_give_one",
    "siblings",
    "rivals",
    "open_rivals",
};

}  // namespace

std::string_view NameOf(LinkSign sign) {
  return kNames[static_cast<size_t>(sign)];
}

LinkWeights ReadLinkWeights(const Rulebook& rules) {
  const auto points = [&](std::string_view name) {
    const auto rule = rules.Find("shared.link." + std::string(name));
    int value = 0;
    if (rule) {
      const std::string_view text = rules.Attribute(*rule, "points");
      std::from_chars(text.data(), text.data() + text.size(), value);
    }
    return value;
  };
  LinkWeights weights;
  for (size_t i = 0; i < kLinkSigns; ++i) weights.points[i] = points(kNames[i]);
  weights.threshold = points("threshold");
  weights.threshold_telling = points("threshold_telling");
  weights.threshold_apart = points("threshold_apart");
  weights.threshold_within = points("threshold_within");
  weights.threshold_title = points("threshold_title");
  weights.threshold_headline = points("threshold_headline");
  weights.threshold_statements = points("threshold_statements");
  weights.event_least = points("event_least");
  weights.event_apart = points("event_apart");
  weights.event_across = points("event_across");
  weights.event_undated = points("event_undated");
  weights.days_apart = points("days_apart");
  weights.days_close = points("days_close");
  weights.event_loose = points("event_loose");
  for (const uint32_t rule : rules.OfKind(RuleKind::kLink)) {
    for (const std::string_view axis : rules.List(rule, "axes")) {
      weights.recurring.push_back({axis, rules.List(rule, "kinds")});
    }
  }
  weights.margin = points("margin");
  return weights;
}

}  // namespace crosscheck
