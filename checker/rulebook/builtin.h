#ifndef CROSSCHECK_CHECKER_RULEBOOK_BUILTIN_H_
#define CROSSCHECK_CHECKER_RULEBOOK_BUILTIN_H_

#include <string_view>

namespace crosscheck {

// The compiled rules embedded in this program, aligned to eight bytes. Empty
// in programs linked without //checker/rulebook:builtin_rules.
std::string_view BuiltInRuleBytes();

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_BUILTIN_H_
