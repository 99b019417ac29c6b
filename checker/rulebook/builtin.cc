#include "checker/rulebook/builtin.h"

// Weak: the rule compiler itself links this library without the table.
extern "C" {
__attribute__((weak)) extern const char crosscheck_rules_begin[];
__attribute__((weak)) extern const char crosscheck_rules_end[];
}

namespace crosscheck {

std::string_view BuiltInRuleBytes() {
  if (crosscheck_rules_begin == nullptr) return {};
  return {crosscheck_rules_begin,
          static_cast<size_t>(crosscheck_rules_end - crosscheck_rules_begin)};
}

}  // namespace crosscheck
