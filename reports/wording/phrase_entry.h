#ifndef CROSSCHECK_REPORTS_WORDING_PHRASE_ENTRY_H_
#define CROSSCHECK_REPORTS_WORDING_PHRASE_ENTRY_H_

#include <string_view>

namespace crosscheck {

// The tables make_phrases writes from phrases.yaml and terms.yaml.

// One wording by plural form: zero, one, two, few, many, other. A phrase that
// counts nothing has only the last.
struct PhraseForms {
  std::string_view forms[6];
};

struct PhraseLanguage {
  std::string_view tag;        // "ar"
  std::string_view direction;  // "rtl"
  const PhraseForms* phrases;  // by Phrase
};

struct PhraseTerm {
  std::string_view id;
  const std::string_view* names;  // by language; empty: none
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_WORDING_PHRASE_ENTRY_H_
