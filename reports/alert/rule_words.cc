#include "reports/alert/rule_words.h"

namespace crosscheck {
namespace {

constexpr std::string_view kCorrect =
    "Check both sentences against their sources and correct the one that is "
    "wrong, or say in the sentence what sets its figure apart (time, place, "
    "scope). If both may stand, dismiss the finding with the reason.";
constexpr std::string_view kSayMore =
    "Say in the sentence what the figure is of, so that it can be compared.";
constexpr std::string_view kNothing = "Nothing needs to be done.";

constexpr RuleWords kRules[] = {
    {"compare.bounds", "a bound or an estimate explains the difference",
     "Two articles print different figures for one fact; \"about\", \"at "
     "least\" and their like leave room for both.",
     kNothing, Level::kNote},
    {"compare.currency", "amounts in two currencies",
     "One fact is given in two currencies, or in one that the wording leaves "
     "open. No exchange rate decides whether they agree.",
     kSayMore, Level::kNote},
    {"compare.dates", "dates that cannot both be right",
     "Two articles date one event differently, also at the coarser of the two "
     "printed granularities.",
     kCorrect, Level::kError},
    {"compare.disjoint", "figures that cannot both stand",
     "Two articles give figures for one fact that no value fits, rounding and "
     "wording allowed for.",
     kCorrect, Level::kError},
    {"compare.durations", "lengths of time that cannot both be right",
     "Two articles give one length of time differently, also at the coarser of "
     "the two printed granularities.",
     kCorrect, Level::kError},
    {"compare.equal", "figures that agree",
     "The articles give the same figure for one fact.", kNothing, Level::kNone},
    {"compare.rounding", "rounding explains the difference",
     "Two articles print different figures for one fact, which meet within "
     "what was rounded.",
     kNothing, Level::kNote},
    {"compare.scope", "a difference of scope",
     "The figures differ, and the wording names a difference of what they are "
     "of (plan and outcome, close and opening), so they are not compared.",
     kNothing, Level::kNote},
    {"compare.score", "a score that may have moved on",
     "The scores differ, and one may be that of the match while it was on.",
     kNothing, Level::kNote},
    {"compare.sum", "a part of the other",
     "The figures differ, and those of one sentence add up to the other.",
     kNothing, Level::kNote},
    {"compare.time", "a difference of time",
     "The figures differ, and the sentences speak of different times.",
     kNothing, Level::kNote},
    {"compare.units", "units that cannot be brought together",
     "One fact is given in units that no exact factor turns into each other.",
     kSayMore, Level::kNote},
    {"compare.unresolved", "a date that stays open",
     "A date hangs on a day that is not known, usually that of publication.",
     "Give the article's publication date.", Level::kNote},
    {"compare.update", "a figure that may have moved on",
     "The figures differ, and the later one may be an update of the earlier "
     "one: a toll, a price, a standing.",
     "Nothing needs to be done, unless the later article repeats a figure that "
     "was out of date.",
     Level::kNote},
    {"facts.conflict", "a figure against the facts register",
     "An article gives a figure that cannot stand beside one the newsroom has "
     "checked.",
     "Correct the article, or the register if it is out of date (facts.yaml).",
     Level::kError},
};

}  // namespace

const RuleWords* WordsOf(std::string_view rule) {
  for (const RuleWords& words : kRules) {
    if (words.id == rule) return &words;
  }
  return nullptr;
}

}  // namespace crosscheck
