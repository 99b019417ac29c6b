#include "checker/intake/read_text.h"

#include <string>

#include "checker/intake/article_text.h"
#include "checker/rulebook/fold_table.h"

namespace crosscheck {
namespace {

constexpr int kHeadlineCharacters = 160;

int CountCharacters(std::string_view text) {
  int count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
  }
  return count;
}

// Ends like a sentence, or leads on to the next line. Closing quotes and
// brackets may follow the mark. A question may well be a headline.
bool EndsSentence(std::string_view line) {
  for (;;) {
    bool stripped = false;
    for (const std::string_view closing :
         {"\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"}) {
      if (line.size() > closing.size() &&
          line.substr(line.size() - closing.size()) == closing) {
        line.remove_suffix(closing.size());
        stripped = true;
      }
    }
    if (!stripped) break;
  }
  // Full stop, colon, semicolon, comma, the same in Arabic, ideographic stop.
  for (const std::string_view mark : {".", ":", ";", ",", "\xD8\x8C",
                                      "\xD8\x9B", "\xDB\x94", "\xE3\x80\x82"}) {
    if (line.size() >= mark.size() &&
        line.substr(line.size() - mark.size()) == mark) {
      return true;
    }
  }
  return false;
}

}  // namespace

void FindHeadline(std::string_view title, Article& article) {
  if (!IsEmpty(article.title_span)) return;
  Lines lines(article.text);
  Span first;
  while (lines.Next()) {
    const Span trimmed = Trimmed(Cut(article.text, lines.line()));
    if (IsEmpty(trimmed)) continue;
    first = {lines.line().begin + trimmed.begin,
             lines.line().begin + trimmed.end};
    break;
  }
  if (IsEmpty(first) || !lines.Next()) return;
  const std::string_view headline = Cut(article.text, first);
  const std::string_view second = Trim(Cut(article.text, lines.line()));
  // An article of one line is its own body, whatever its title says.
  if (second.empty() &&
      Trim(std::string_view(article.text).substr(lines.line().end)).empty()) {
    return;
  }
  const bool is_title = !title.empty() && Trim(title) == headline;
  if (!is_title) {
    // A first line of megabytes is not counted through.
    if (headline.size() > 4 * kHeadlineCharacters ||
        CountCharacters(headline) > kHeadlineCharacters ||
        EndsSentence(headline)) {
      return;
    }
    if (!second.empty() && second.size() <= headline.size()) return;
  }
  article.title_span = first;
  if (article.title.empty()) article.title = std::string(headline);
}

}  // namespace crosscheck
