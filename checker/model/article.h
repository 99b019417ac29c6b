#ifndef CROSSCHECK_CHECKER_MODEL_ARTICLE_H_
#define CROSSCHECK_CHECKER_MODEL_ARTICLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/span.h"
#include "checker/model/time_scope.h"

namespace crosscheck {

// Leads bytes of Article::text back to bytes of the file as read. Pieces are
// in order of text and do not overlap; a piece whose two lengths are equal is
// a verbatim copy, so offsets inside it carry over; any other piece (an
// entity such as &amp;, a joined blank) is indivisible.
//
//   text:   A T & T         pieces: {0,1, 10,1} {1,1, ...}
//   file:   A T &amp; T
struct SourcePiece {
  uint32_t text_begin = 0;
  uint32_t text_length = 0;
  uint32_t source_begin = 0;
  uint32_t source_length = 0;
  uint8_t field = 0;  // index into Article::fields
};

// One article as read, its own text only: no navigation, no comments.
//
// `text` is valid UTF-8: the headline (where there is one), a newline, then
// the body, paragraphs separated by newlines. `title_span` is the headline in
// `text` (empty when there is none). `pieces` lead home; `source` is the raw
// file when it differs from `text` (HTML, Markdown) and empty otherwise, so
// SourceOf() is always what the file offsets index. For JSON Lines a piece's
// `field` says which field ("text", "title") the offsets count in, and they
// count UTF-8 bytes of that field's decoded value.
//
// `published` is the day as far as known (a month is a range of days);
// absent: relative dates stay unresolved.
struct Article {
  std::string id;    // unique in a run: file name, or the JSONL record id
  std::string path;  // as given on the command line; "-" for stdin
  std::string outlet;
  std::string url;
  std::string language;  // BCP 47: "ar", "en"
  std::string title;
  std::string published_text;  // ISO 8601, for showing
  std::optional<IsoDate> published;
  std::string text;
  Span title_span;
  std::string source;
  std::vector<SourcePiece> pieces;
  std::vector<std::string> fields;  // {""} for files; {"title","text"} JSONL
  bool is_record = false;           // a JSON Lines record
  uint32_t record_line = 0;         // where it stands in its file, from 1
  std::vector<std::string> notes;   // what intake had to do ("cut at …")

  // Site lines ("Read more: …") left out of `text`, as bytes of the source; of
  // the field "text" for a record.
  std::vector<Span> furniture;
  // For a record whose `text` is not its fields word for word: `source` holds
  // the values of the fields one after another, field i from field_begin[i].
  // Empty otherwise.
  std::vector<uint32_t> field_begin;
  // For a file that was not UTF-8: leads bytes of its decoded form (`source`,
  // or `text` where that is empty), which lines and columns count in, back to
  // bytes of the file. Empty otherwise.
  std::vector<SourcePiece> recoding;
};

// A place in a line, from 1, in each of the units that programs count in.
// "ab", an emoji, "c": the c is code point 4, UTF-16 unit 5, byte 7.
struct Column {
  uint32_t code_points = 1;
  uint32_t utf16_units = 1;
  uint32_t bytes = 1;

  friend bool operator==(const Column&, const Column&) = default;
};

// Where a span of Article::text stands in the file. Lines count from 1; `end`
// is the column after the last character, in the line `end_line`.
struct SourcePlace {
  uint32_t begin_byte = 0;
  uint32_t end_byte = 0;
  std::string_view field;  // empty for plain files
  uint32_t line = 1;
  Column begin;
  uint32_t end_line = 1;
  Column end;
};

// Cost: one pass over the source to build; a look-up is O(log pieces + log
// lines), however long the lines.
class SourceIndex {
 public:
  explicit SourceIndex(const Article& article);
  SourcePlace Find(const Span& span) const;
  // Only the bytes of the file.
  Span FindBytes(const Span& span) const;

 private:
  struct Counts {
    uint32_t code_points = 0;
    uint32_t beyond_bmp = 0;  // two UTF-16 units each
  };
  Counts CountsBefore(uint32_t at) const;
  Column ColumnOf(uint32_t at, uint32_t line_start) const;

  const Article& article_;
  std::string_view base_;              // what lines are counted in
  std::vector<uint32_t> line_starts_;  // in base_
  std::vector<uint32_t> field_base_;   // where each field begins in base_
  std::vector<Counts> counts_;         // before each block of base_
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_ARTICLE_H_
