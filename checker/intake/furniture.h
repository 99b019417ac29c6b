#ifndef CROSSCHECK_CHECKER_INTAKE_FURNITURE_H_
#define CROSSCHECK_CHECKER_INTAKE_FURNITURE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "checker/model/article.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The site lines that are no article text ("Read more: …", "3 comments"), from
// rules/*/furniture.yaml. Both languages' rules hold for every article: sites
// mix them.
//
// Forms and lines are folded and cut into words, numbers and marks; `#` in a
// form stands for any number. A rule's `where`:
//   whole     the line is the form, marks around it aside
//   start     the line begins with it, marks before it aside
//   end       the line ends with it, marks after it aside
//   contains  it stands anywhere in the line
//   class     no line: a word of an HTML class or id that names such a part
//   class_if_small  so, where less than half of the page's text is in it
// `limit_words` (start, end, contains): a longer line is left alone, so that
// prose that happens to begin alike stays. 25 where nothing is said.
//
// Thread-safe. Cost: lines longer than kLineBytes are not looked at.
//
//   "اقرأ أيضا: …"     -> rule ar.furniture.read_also
class Furniture {
 public:
  explicit Furniture(const Rulebook& rules);

  // The rule that says so; nullopt: it is text.
  std::optional<uint32_t> IsSiteLine(std::string_view line) const;
  // What a word of a class or id says of its part of a page: nothing, that it
  // is none of the article, or that it is none where less than half of the
  // page's text is in it.
  enum class PagePart : uint8_t { kMayBeArticle, kOutIfSmall, kOut };
  PagePart PartOfPage(std::string_view word) const;

  static constexpr size_t kLineBytes = 400;

 private:
  enum class Where : uint8_t { kWhole, kStart, kEnd, kContains };
  struct Form {
    std::vector<std::string> words;
    Where where = Where::kWhole;
    uint32_t rule = 0;
    uint32_t limit_words = 25;
  };
  // A line cut into words; `bytes` is the folded line they are views of.
  struct Cutting {
    std::string bytes;
    std::vector<std::string_view> words;
  };
  void CutWords(std::string_view text, Cutting& cutting) const;
  // The most words of a line that a form may meet, told by the line's first
  // words: most prose begins like no form.
  size_t MostWords(std::string_view line, Cutting& cutting) const;
  // Has the line surely more words than that?
  bool IsTooLong(std::string_view line, size_t most_words) const;
  bool BeginsWord(std::string_view line, size_t at) const;
  std::optional<uint32_t> Match(const Cutting& cutting) const;

  const FoldTable* fold_;
  // How a word looks: a few of its bytes. Others may look alike.
  static size_t LooksOf(std::string_view word) {
    const auto byte = [&](size_t at) {
      return size_t{static_cast<unsigned char>(word[at])};
    };
    return (byte(0) * 31 + byte(word.size() / 2) * 7 + byte(word.size() - 1) +
            word.size() * 1021) %
           kLooks;
  }
  static constexpr size_t kLooks = 4096;

  std::vector<Form> forms_;
  // The most words of a line that a form may meet which begins with a word
  // that looks so, 0 where none does, and of one that begins like no form.
  std::array<uint16_t, kLooks> most_words_{};
  size_t most_words_of_any_ = 0;
  bool some_contain_ = false;
  // First word (for kEnd: last word) -> forms.
  absl::flat_hash_map<std::string, std::vector<uint32_t>> by_first_, by_last_;
  std::vector<std::string> out_, out_if_small_;  // class words, sorted
};

// Takes site lines out of the article's text and notes them in
// Article::furniture; with them carriage returns, which are no text either. A
// line that is the headline (`title`, or in Article::title_span) stays.
void TakeOutFurniture(const Furniture& furniture, std::string_view title,
                      Article& article);
// Carriage returns only.
void TakeOutReturns(Article& article);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_FURNITURE_H_
