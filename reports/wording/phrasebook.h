#ifndef CROSSCHECK_REPORTS_WORDING_PHRASEBOOK_H_
#define CROSSCHECK_REPORTS_WORDING_PHRASEBOOK_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/wording/phrase_table.h"

namespace crosscheck {

// What stands for the {names} of a pattern.
using Fillings = std::vector<std::pair<std::string_view, std::string_view>>;

// The pattern with every {name} replaced; a name without a filling stays.
//
//   Fill("{x} of {y}", {{"x", "3"}, {"y", "5"}})   // "3 of 5"
std::string Fill(std::string_view pattern, const Fillings& fillings);

// All that a report says of itself, in one language: the phrases of
// phrases.yaml (enum Phrase, made from it) and the names of terms.yaml. A new
// language is a column in those two files and nothing else.
//
// Texts are plain; whoever writes them to a page escapes them. Cost: a look-up;
// plural forms, units and currencies ask ICU once and remember, so that one
// Phrasebook serves one thread.
class Phrasebook {
 public:
  // A language tag the catalogue has ("ar", "ar-EG"); any other is English.
  explicit Phrasebook(std::string_view language = "en");
  ~Phrasebook();

  std::string_view language() const;   // "ar"
  std::string_view direction() const;  // "rtl"

  std::string_view Say(Phrase phrase) const;
  std::string Say(Phrase phrase, const Fillings& fillings) const;

  // A phrase in the plural form of `n`; {n} is its grouped digits.
  //   English: Count(Phrase::kArticles, 1)      // "1 article"
  //   Arabic:  Count(Phrase::kArticles, 3)      // "3 مقالات"
  std::string Count(Phrase phrase, uint64_t n) const;
  // The same for a number with a fraction ("1.5").
  std::string Count(Phrase phrase, std::string_view number) const;

  // The name of "verdict.conflict"; empty where terms.yaml has none.
  std::string_view Term(std::string_view id) const;
  // The name of `prefix` + `id`, else `id` with blanks for underscores.
  std::string TermOr(std::string_view prefix, std::string_view id) const;

  // "2025-03-02" -> "2 March 2025", "2025-03" -> "March 2025", with a time of
  // day "2025-03-02T10:15Z" -> "2 March 2025, 10:15 UTC", "T10:15" -> "10:15";
  // anything else as it is.
  std::string DateWords(std::string_view iso) const;

  // The name of a CLDR unit beside a number ("tonne", "1200000" ->
  // "metric tons"); empty for what is no unit of CLDR.
  const std::string& UnitName(const std::string& unit,
                              std::string_view number) const;
  // A currency beside a number, as the language names it in news: by its code
  // or by its name ("USD" -> "دولار أمريكي").
  const std::string& CurrencyName(const std::string& code,
                                  std::string_view number) const;

 private:
  enum PluralForm : uint8_t { kZero, kOne, kTwo, kFew, kMany, kOther };
  PluralForm FormOf(std::string_view number) const;
  std::string_view PatternFor(Phrase phrase, std::string_view number) const;

  struct Icu;
  size_t language_ = 0;
  std::unique_ptr<Icu> icu_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_WORDING_PHRASEBOOK_H_
