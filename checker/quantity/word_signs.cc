#include "checker/quantity/word_signs.h"

#include <string_view>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::pair<std::string_view, WordSign> kRoles[] = {
    {"plural_ending", WordSign::kShownPlural},
    {"singular_ending", WordSign::kSingular},
    {"adjective_ending", WordSign::kAdjective},
    {"noun_ending", WordSign::kNoun},
    {"shows_plural_ending", WordSign::kPlural},
    {"sure_plural_ending", WordSign::kPlural},
    {"sure_plural_ending", WordSign::kSurePlural},
    {"pronoun_ending", WordSign::kPronoun},
    {"verb_ending", WordSign::kVerb},
    {"relative_ending", WordSign::kRelative},
    {"feminine_ending", WordSign::kFeminine},
    {"present_beginning", WordSign::kPresent},
    {"governed_beginning", WordSign::kGoverned},
    {"own_first_letter", WordSign::kOwnLetter},
};

bool Begins(WordSign sign) {
  return sign == WordSign::kPresent || sign == WordSign::kGoverned ||
         sign == WordSign::kOwnLetter;
}

}  // namespace

WordSigns::WordSigns(const Rulebook& rules)
    : by_language_(rules.languages().size()) {
  for (uint32_t rule : rules.OfKind(RuleKind::kNumbers)) {
    if (rules.Language(rule) >= by_language_.size()) continue;
    const std::string_view role = rules.Attribute(rule, "role");
    for (const auto& [name, sign] : kRoles) {
      if (role != name) continue;
      for (std::string_view form : rules.Forms(rule)) {
        by_language_[rules.Language(rule)][static_cast<size_t>(sign)].push_back(
            rules.fold().Fold(form));
      }
    }
  }
}

size_t WordSigns::ShownBytes(const Document& document, uint32_t token,
                             WordSign sign, size_t least) const {
  if (document.language_index >= by_language_.size()) return 0;
  const std::string_view word = document.Folded(token);
  const auto& forms =
      by_language_[document.language_index][static_cast<size_t>(sign)];
  for (const std::string& form : forms) {
    if (word.size() >= form.size() + least &&
        (Begins(sign) ? word.starts_with(form) : word.ends_with(form))) {
      return form.size();
    }
  }
  return 0;
}

}  // namespace crosscheck
