#ifndef CROSSCHECK_CHECKER_RULEBOOK_RULE_SOURCE_H_
#define CROSSCHECK_CHECKER_RULEBOOK_RULE_SOURCE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/rulebook/rule_kind.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// A rule as its YAML file has it, before compiling.
struct SourceExample {
  bool negative = false;
  std::string text, reads, why, language, published;
};

struct SourceRule {
  std::string id;
  std::string means;
  RuleKind kind = RuleKind::kNumbers;
  std::string language;  // "shared", "ar", …
  std::string retired;   // "use X"; such a rule is kept out of the tables
  // Forms under key "forms"; list values have one item a line.
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<SourceExample> examples;
  std::string path;  // where it stands, for messages
  int line = 0;
  int column = 0;
};

// A fault of a rule file: "rules/ar/units.yaml:14:3: unknown key "exmple"; did
// you mean "example"?". Lines and columns from 1, columns in code points.
struct RuleFault {
  std::string path;
  int line = 0;
  int column = 0;
  std::string message;
};
std::string ToString(const RuleFault& fault);

struct RuleSources {
  std::vector<SourceRule> rules;
  std::vector<RuleFault> faults;  // all that one pass finds, in file order
};

// Reads one file's text. `path` names it in messages; its last folder is the
// language ("ar") and its stem the kind ("units"). Faults do not stop the
// reading: the rules without fault are returned too.
RuleSources ReadRuleFile(std::string_view path, std::string_view text);

// Reads every <language>/<kind>.yaml under `folder`, in sorted order, and
// checks ids across files (an id twice is a fault). A folder or file that
// cannot be read is a fault.
RuleSources ReadRuleFolder(const std::string& folder);

// A fault for each rule whose `role` no rule of its kind in `known` has: no
// step would read it.
std::vector<RuleFault> CheckRoles(const Rulebook& known,
                                  const std::vector<SourceRule>& rules);

// `base` with the rules of `over` added, replacing those of the same id.
std::vector<SourceRule> MergeRules(std::vector<SourceRule> base,
                                   std::vector<SourceRule> over);

// The rules of a compiled rulebook, as they came from their files.
std::vector<SourceRule> SourcesOf(const Rulebook& rules);

// The nearest of `known` to `word` by edit distance, where one is near enough
// to be meant; empty otherwise.
//   NearestWord("exmple", {"example", "text"})   // "example"
std::string_view NearestWord(std::string_view word,
                             const std::vector<std::string_view>& known);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_RULE_SOURCE_H_
