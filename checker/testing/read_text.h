#ifndef CROSSCHECK_CHECKER_TESTING_READ_TEXT_H_
#define CROSSCHECK_CHECKER_TESTING_READ_TEXT_H_

#include <string>
#include <string_view>

#include "checker/model/article.h"
#include "checker/model/claim.h"
#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The built-in rules, opened once.
const Rulebook& BuiltInRules();

// "ar" where the text holds an Arabic letter, else "en".
std::string LanguageOf(std::string_view text);

// An article of this text alone, published on 28 January 2025. It has no
// headline.
Article ArticleOf(std::string_view text);

// What the steps before a step make of a sentence, for that step's test.
struct TextReading {
  Article article;
  Document document;
  QuantityReading figures;
  ArticleClaims made;
};
TextReading ReadText(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_TESTING_READ_TEXT_H_
