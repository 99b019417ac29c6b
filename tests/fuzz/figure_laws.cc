#include "tests/fuzz/figure_laws.h"

#include <fmt/format.h>

#include "checker/quantity/find_quantities.h"
#include "checker/testing/read_text.h"
#include "checker/text/read_document.h"

namespace crosscheck {
namespace {

bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The length of the character at `at`; 0 where none is well formed.
size_t CharacterAt(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const size_t size = lead < 0x80   ? 1
                      : lead < 0xC2 ? 0
                      : lead < 0xE0 ? 2
                      : lead < 0xF0 ? 3
                      : lead < 0xF5 ? 4
                                    : 0;
  if (size == 0 || at + size > text.size()) return 0;
  for (size_t i = 1; i < size; ++i) {
    if (!IsContinuation(text[at + i])) return 0;
  }
  // Overlong forms, surrogates, beyond U+10FFFF.
  const unsigned char second =
      size > 2 ? static_cast<unsigned char>(text[at + 1]) : 0x80;
  if (lead == 0xE0 && second < 0xA0) return 0;
  if (lead == 0xED && second > 0x9F) return 0;
  if (lead == 0xF0 && second < 0x90) return 0;
  if (lead == 0xF4 && second > 0x8F) return 0;
  return size;
}

std::string_view WellFormed(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const size_t size = CharacterAt(text, at);
    if (size == 0) break;
    at += size;
  }
  return text.substr(0, at);
}

bool OnBoundaries(std::string_view text, const Span& span) {
  const auto boundary = [&](uint32_t at) {
    return at == text.size() || (at < text.size() && !IsContinuation(text[at]));
  };
  return span.begin <= span.end && span.end <= text.size() &&
         boundary(span.begin) && boundary(span.end);
}

std::string_view BrokenBy(const Article& article, const Document& document,
                          const Quantity& figure) {
  if (!OnBoundaries(article.text, figure.span)) return "its span";
  if (!OnBoundaries(article.text, figure.core)) return "its core";
  if (figure.span.begin == figure.span.end) return "an empty span";
  if (figure.core.begin < figure.span.begin ||
      figure.core.end > figure.span.end) {
    return "a core outside its span";
  }
  if (figure.first_token >= figure.limit_token ||
      figure.limit_token > document.tokens.size()) {
    return "its tokens";
  }
  const auto& [low, high, low_in, high_in] = figure.range;
  if (low && high && *low > *high) return "low above high";
  const bool plain = figure.modality == Modality::kExact && !figure.vague;
  if (plain && figure.value &&
      ((low && *figure.value < *low) || (high && *figure.value > *high))) {
    return "a value outside its range";
  }
  const DayRange& days = figure.days;
  if (days.first && days.last && *days.last < *days.first) {
    return "days that end before they begin";
  }
  if (figure.noun_first_token > figure.noun_limit_token ||
      figure.noun_limit_token > document.tokens.size()) {
    return "the tokens of its noun";
  }
  return "";
}

}  // namespace

std::string BrokenLaw(std::string_view text) {
  static const DocumentReader reader(BuiltInRules());
  static const QuantityFinder finder(BuiltInRules());
  const Article article = ArticleOf(WellFormed(text));
  const Document document = reader.Read(article);
  const QuantityReading reading = finder.Find(article, document);
  uint32_t end = 0;
  for (const Quantity& figure : reading.quantities) {
    std::string_view broken = BrokenBy(article, document, figure);
    if (broken.empty() && figure.span.begin < end) broken = "overlapping spans";
    if (!broken.empty()) {
      return fmt::format("{} at bytes {} to {} of: {}", broken,
                         figure.span.begin, figure.span.end, article.text);
    }
    end = figure.span.end;
  }
  for (const SkippedFigure& skipped : reading.skipped) {
    if (!OnBoundaries(article.text, skipped.span)) {
      return fmt::format("the span of what is no figure ({}) of: {}",
                         skipped.rule, article.text);
    }
  }
  return "";
}

}  // namespace crosscheck
