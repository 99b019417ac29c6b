#ifndef CROSSCHECK_REPORTS_JSON_JSON_TEXT_H_
#define CROSSCHECK_REPORTS_JSON_JSON_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

// Appends `text` as a JSON string, quotes included. UTF-8 stays as it is;
// escaped are the quote, the backslash and what a terminal, a <script> or an
// editor would obey instead of show: the control characters (C0, DEL, C1),
// U+2028 and U+2029, and the bidirectional embeddings, overrides and isolates
// (U+202A..202E, U+2066..2069).
//
// `text` is valid UTF-8 (intake sees to it). Cost: one pass, runs that need
// no escape are copied whole.
//
//   AppendQuoted("say \"5%\"\n", out)   // "say \"5%\"\n" as JSON writes it
//   AppendQuoted("٥٫٦ مليون", out)      // the same bytes between quotes
void AppendQuoted(std::string_view text, std::string& out);

// Appends the digits of `number`.
void AppendNumber(uint64_t number, std::string& out);

// The same into memory of the caller, which has room for
// QuotedRoom(text.size()) or kNumberRoom bytes; the place behind what was
// written.
constexpr size_t kMostOfByte = 6;  // what one byte may become: "\\u0007"
constexpr size_t QuotedRoom(size_t size) { return kMostOfByte * size + 10; }
constexpr size_t kNumberRoom = 20;
char* PutQuoted(std::string_view text, char* to);
char* PutNumber(uint64_t number, char* to);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_JSON_JSON_TEXT_H_
