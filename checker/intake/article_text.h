#ifndef CROSSCHECK_CHECKER_INTAKE_ARTICLE_TEXT_H_
#define CROSSCHECK_CHECKER_INTAKE_ARTICLE_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/article.h"
#include "checker/model/span.h"

namespace crosscheck {

// Text in the making, with the way back of every byte of it.
//
// Invariant: pieces are in order of text, do not overlap and lie in bounds;
// neighbours that carry on each other are one piece.
class SourcedText {
 public:
  explicit SourcedText(std::string_view source) : source_(source) {}

  // Source bytes [begin, end), word for word.
  void Copy(uint32_t begin, uint32_t end, uint8_t field = 0);
  // `text` for the source bytes [begin, end): an entity, a joined blank.
  void Put(std::string_view text, uint32_t begin, uint32_t end);
  // A character of no source: the newline after a paragraph.
  void Add(char character) { text_ += character; }

  const std::string& text() const { return text_; }
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  // Takes back everything after the first `size` bytes, which is no place
  // inside an indivisible piece.
  void Cut(uint32_t size);
  void MoveTo(Article& article);

 private:
  std::string_view source_;
  std::string text_;
  std::vector<SourcePiece> pieces_;
};

// Leaves only `kept` (in order, apart) of the article's text: text, pieces and
// title_span afterwards are those of the kept parts one after another. Where
// the article's text was its source, the source is kept aside first.
void KeepSpans(Article& article, const std::vector<Span>& kept);

// `span` of the article's text as bytes of its source or field.
Span InSource(const Article& article, const Span& span);

// Lines of `text` without their newline. Cost: memchr.
//
//   for (Lines lines(text); lines.Next();) Use(lines.line());
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  bool Next();
  // Without '\n'.
  Span line() const { return line_; }
  // With it, where there is one.
  Span line_with_end() const { return {line_.begin, next_}; }

 private:
  std::string_view text_;
  Span line_;
  uint32_t next_ = 0;
};

// `text` without blanks at either end (ASCII blanks, no-break space, byte
// order marks), as a span of it.
Span Trimmed(std::string_view text);
std::string_view Trim(std::string_view text);

// The longest prefix of `text` of at most `limit` bytes that cuts no
// character, nor, where a newline is near, a line.
size_t CutPlace(std::string_view text, size_t limit);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_ARTICLE_TEXT_H_
