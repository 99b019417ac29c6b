#ifndef CROSSCHECK_CHECKER_RULEBOOK_COMPILE_RULES_H_
#define CROSSCHECK_CHECKER_RULEBOOK_COMPILE_RULES_H_

#include <string>
#include <vector>

#include "checker/rulebook/rule_source.h"

namespace crosscheck {

// Rules -> the bytes a Rulebook maps: texts once each, rules by id, the
// lexicon's hash tables ready made. The same rules give the same bytes.
// Faults found on the way (a form that folds to nothing, a fold table that is
// not idempotent) are added to `faults` of the result.
struct CompiledRules {
  std::string bytes;
  std::vector<RuleFault> faults;
};
CompiledRules CompileRules(std::vector<SourceRule> rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_COMPILE_RULES_H_
