#ifndef CROSSCHECK_CHECKER_RULEBOOK_RULES_OF_H_
#define CROSSCHECK_CHECKER_RULEBOOK_RULES_OF_H_

#include <gtest/gtest.h>

#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/rulebook/compile_rules.h"
#include "checker/rulebook/rule_source.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// A rule file of a test: where it would stand, and its text.
struct TestFile {
  std::string_view path, text;
};

// The rules of these files, which must be without fault.
inline std::vector<SourceRule> SourcesIn(
    std::initializer_list<TestFile> files) {
  std::vector<SourceRule> all;
  for (const TestFile& file : files) {
    RuleSources one = ReadRuleFile(file.path, file.text);
    for (const RuleFault& fault : one.faults) ADD_FAILURE() << ToString(fault);
    std::move(one.rules.begin(), one.rules.end(), std::back_inserter(all));
  }
  return all;
}

// What they compile to, which must be without fault, too.
inline Rulebook RulesOf(std::vector<SourceRule> sources) {
  CompiledRules compiled = CompileRules(std::move(sources));
  for (const RuleFault& fault : compiled.faults) {
    ADD_FAILURE() << ToString(fault);
  }
  return *Rulebook::FromBytes(std::move(compiled.bytes));
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_RULES_OF_H_
