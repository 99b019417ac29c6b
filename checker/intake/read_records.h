#ifndef CROSSCHECK_CHECKER_INTAKE_READ_RECORDS_H_
#define CROSSCHECK_CHECKER_INTAKE_READ_RECORDS_H_

#include <cstdint>
#include <functional>
#include <string>

#include "checker/intake/byte_stream.h"
#include "checker/intake/draft.h"

namespace crosscheck {

struct RecordLimits {
  uint64_t article_bytes = 0;
  uint64_t line_bytes = 0;
  std::string encoding;  // of lines that are not UTF-8; empty: they are faults
};

// Reads JSON Lines: an object a line, of which "text" is needed and "id",
// "url", "outlet" (or "source"), "language" (or "lang"), "published" and
// "title" are looked at. Blank lines are passed over. `take` is given each
// record with its line (from 1); `fault` a line that is none, with what is
// wrong and what to do. A fault of the stream itself is the caller's to see.
//
// The text of a record is the title, a newline and the text; a title that the
// text begins with is not repeated. Offsets count in the decoded fields.
//
//   {"title": "مقتل 12", "text": "قالت …"}
//     text  "مقتل 12\nقالت …", fields {"title", "text"}
//
// Memory: one block, or the longest line.
void ReadRecords(
    ByteStream& stream, const RecordLimits& limits,
    const std::function<void(Draft&&, uint64_t line)>& take,
    const std::function<void(uint64_t line, std::string what)>& fault);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_READ_RECORDS_H_
