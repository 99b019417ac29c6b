#ifndef CROSSCHECK_CHECKER_INTAKE_LANGUAGE_H_
#define CROSSCHECK_CHECKER_INTAKE_LANGUAGE_H_

#include <string>
#include <string_view>

namespace crosscheck {

// The language of a text, as a tag ("ar", "en", "fa"): what CLD2 says of its
// first few kilobytes; where that is not sure, the language CLDR holds
// likeliest for the script most of its letters are in. Empty for a text
// without letters. Cost: a few kilobytes, however long the text.
//
//   DetectLanguage("بلغت الكلفة خمسة ملايين")   // "ar"
std::string DetectLanguage(std::string_view text);

// Whether the script most letters of `text` are in is one CLDR knows for
// `language`. True where either is not known.
//
//   MayBeWrittenIn("en", "بلغت الكلفة")   // false
bool MayBeWrittenIn(const std::string& language, std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_LANGUAGE_H_
