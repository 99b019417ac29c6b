#ifndef CROSSCHECK_CHECKER_CLAIM_PREFIXES_H_
#define CROSSCHECK_CHECKER_CLAIM_PREFIXES_H_

#include <algorithm>
#include <string>
#include <vector>

#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// A clitic that stands before words, folded.
struct Prefix {
  std::string text;
  bool is_and = false;
};

// Those of each language, by its index, shortest first.
inline std::vector<std::vector<Prefix>> PrefixesByLanguage(
    const Rulebook& rules) {
  std::vector<std::vector<Prefix>> all(rules.languages().size());
  for (uint32_t rule : rules.OfKind(RuleKind::kClitics)) {
    const uint8_t language = rules.Language(rule);
    if (language >= all.size() || rules.Attribute(rule, "place") == "after") {
      continue;
    }
    const bool is_and = rules.Means(rule).starts_with("and");
    for (std::string_view form : rules.Forms(rule)) {
      all[language].push_back({rules.fold().Fold(form), is_and});
    }
  }
  for (auto& prefixes : all) {
    std::sort(
        prefixes.begin(), prefixes.end(), [](const Prefix& a, const Prefix& b) {
          return a.text.size() != b.text.size() ? a.text.size() < b.text.size()
                                                : a.text < b.text;
        });
  }
  return all;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_PREFIXES_H_
