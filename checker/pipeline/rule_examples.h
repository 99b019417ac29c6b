#ifndef CROSSCHECK_CHECKER_PIPELINE_RULE_EXAMPLES_H_
#define CROSSCHECK_CHECKER_PIPELINE_RULE_EXAMPLES_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/quantity.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// An example that did not read as its rule file says.
struct ExampleFailure {
  std::string rule;
  std::string text;
  std::string wanted;
  std::string got;
};

struct ExampleResults {
  size_t run = 0;
  std::vector<ExampleFailure> failures;  // in rule order
};

// The rule by which a line is no article text; nullopt: it is text.
using SiteLine = std::function<std::optional<uint32_t>(std::string_view)>;

// Runs the examples of all rules, or of those whose ids are given: an
// `examples` text must read as its `reads` with the rule taking part, a `not`
// text must be read without the rule (and as its `reads`, where it has one).
// `site_line` judges "furniture". The grammar of `reads` is in rules/README.md.
ExampleResults RunRuleExamples(const Rulebook& rules, const SiteLine& site_line,
                               const std::vector<std::string>& only);

// A figure in the grammar of `reads`: "about 5600000 USD", "date 2024-05",
// "range 5/7 percent".
std::string ReadsAs(const Quantity& figure, const std::string& counted_noun);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_RULE_EXAMPLES_H_
