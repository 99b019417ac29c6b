#include "checker/testing/read_text.h"

#include <algorithm>

#include "checker/claim/make_claims.h"
#include "checker/quantity/find_quantities.h"
#include "checker/text/read_document.h"

namespace crosscheck {

const Rulebook& BuiltInRules() {
  static const Rulebook* const kRules = new Rulebook(*Rulebook::BuiltIn());
  return *kRules;
}

std::string LanguageOf(std::string_view text) {
  const bool is_arabic = std::any_of(text.begin(), text.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u >= 0xD8 && u <= 0xDB;  // leads U+0600 to U+06FF
  });
  return is_arabic ? "ar" : "en";
}

Article ArticleOf(std::string_view text) {
  Article article;
  article.id = article.path = "a.txt";
  article.language = LanguageOf(text);
  article.published = ParseIsoDate("2025-01-28");
  article.text = std::string(text);
  return article;
}

TextReading ReadText(std::string_view text) {
  static const QuantityFinder* const kFinder =
      new QuantityFinder(BuiltInRules());
  static const ClaimMaker* const kMaker = new ClaimMaker(BuiltInRules());
  TextReading out;
  out.article = ArticleOf(text);
  out.document = ReadDocument(out.article, BuiltInRules());
  out.figures = kFinder->Find(out.article, out.document);
  out.made = kMaker->Make(out.article, out.document, out.figures, 0);
  return out;
}

}  // namespace crosscheck
