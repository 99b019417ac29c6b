#ifndef CROSSCHECK_CHECKER_INTAKE_DECODE_BYTES_H_
#define CROSSCHECK_CHECKER_INTAKE_DECODE_BYTES_H_

#include <string>
#include <string_view>
#include <vector>

#include "checker/model/article.h"

namespace crosscheck {

// The bytes of a file as UTF-8.
//
// `recoding` leads bytes of `text` back to bytes of the file and is empty when
// they are the same. `fault`, where not empty, says what is wrong, where, and
// what to do; `usable` whether there is text all the same (a file cut off in
// the middle of a character).
struct DecodedBytes {
  std::string text;
  std::vector<SourcePiece> recoding;
  std::string fault;
  bool usable = true;
};

// A byte order mark decides; then bytes that are UTF-8 are read as UTF-8; then
// `declared` (an ICU or web name: "windows-1256"), which for encodings that
// look like ASCII or hold NUL bytes (UTF-16) is asked first. Text with NUL
// characters is no text: a fault.
//
//   DecodeBytes("\xC7\xE1", "windows-1256").text   // "ال", recoding {0,2,0,1}
//                                                  // {2,2,1,1}
//
// Cost: UTF-8 is checked at several gigabytes a second and not copied; other
// encodings cost a piece a character, so they are bounded (kRecodedLimit).
DecodedBytes DecodeBytes(std::string bytes, std::string_view declared);

inline constexpr size_t kRecodedLimit = size_t{32} << 20;

// Whether an encoding of this name can be read.
bool IsEncoding(std::string_view name);

// The first byte at which `text` is not UTF-8; npos: it is.
size_t FindNotUtf8(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_DECODE_BYTES_H_
