#include "checker/intake/decode_bytes.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "checker/rulebook/fold_table.h"

namespace crosscheck {
namespace {

constexpr size_t kUtf16Block = 1 << 14;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct Mark {
  std::string_view bytes, encoding;
};
// UTF-32 before UTF-16, whose mark it begins with.
constexpr Mark kMarks[] = {
    {{"\xEF\xBB\xBF", 3}, "UTF-8"},
    {{"\xFF\xFE\x00\x00", 4}, "UTF-32LE"},
    {{"\x00\x00\xFE\xFF", 4}, "UTF-32BE"},
    {{"\xFF\xFE", 2}, "UTF-16LE"},
    {{"\xFE\xFF", 2}, "UTF-16BE"},
};

Converter Open(std::string_view encoding) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(encoding).c_str(), &error));
  if (U_FAILURE(error)) return nullptr;
  // Stop at what is none of the encoding rather than replace it.
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr,
                      nullptr, nullptr, &error);
  return converter;
}

// Whether text in this encoding may look like UTF-8 without being it.
bool LooksLikeAscii(UConverter* converter) {
  switch (ucnv_getType(converter)) {
    case UCNV_UTF16:
    case UCNV_UTF16_BigEndian:
    case UCNV_UTF16_LittleEndian:
    case UCNV_UTF32:
    case UCNV_UTF32_BigEndian:
    case UCNV_UTF32_LittleEndian:
    case UCNV_ISO_2022:
    case UCNV_HZ:
    case UCNV_UTF7:
      return true;
    default:
      return false;
  }
}

void AddPiece(uint32_t text_length, uint32_t begin, uint32_t end,
              DecodedBytes& decoded) {
  const auto at = static_cast<uint32_t>(decoded.text.size());
  if (!decoded.recoding.empty()) {
    SourcePiece& last = decoded.recoding.back();
    if (text_length == end - begin && text_length == 1 &&
        last.text_length == last.source_length &&
        last.source_begin + last.source_length == begin) {
      ++last.text_length;
      ++last.source_length;
      return;
    }
  }
  decoded.recoding.push_back({at, text_length, begin, end - begin, 0});
}

// Converts bytes from `begin` on.
DecodedBytes Convert(UConverter* converter, std::string_view bytes,
                     size_t begin, std::string_view encoding) {
  DecodedBytes decoded;
  decoded.text.reserve(bytes.size() * 2);
  std::array<UChar, kUtf16Block> units;
  std::array<int32_t, kUtf16Block> offsets;
  const char* source = bytes.data() + begin;
  const char* const limit = bytes.data() + bytes.size();
  // A character waits for the offset of the next one, which is its end.
  UChar32 waiting = -1;
  uint32_t waiting_begin = 0;
  const auto flush = [&](uint32_t end) {
    if (waiting < 0) return;
    std::string utf8;
    AppendUtf8(static_cast<char32_t>(waiting), utf8);
    AddPiece(static_cast<uint32_t>(utf8.size()), waiting_begin, end, decoded);
    decoded.text += utf8;
    waiting = -1;
  };
  UChar lead = 0;
  uint32_t lead_begin = 0;
  for (;;) {
    UErrorCode error = U_ZERO_ERROR;
    UChar* out = units.data();
    const auto base = static_cast<uint32_t>(source - bytes.data());
    ucnv_toUnicode(converter, &out, units.data() + units.size(), &source, limit,
                   offsets.data(), /*flush=*/true, &error);
    const auto count = static_cast<size_t>(out - units.data());
    uint32_t last_begin = base;
    for (size_t i = 0; i < count; ++i) {
      const uint32_t at = offsets[i] >= 0
                              ? base + static_cast<uint32_t>(offsets[i])
                              : last_begin;
      last_begin = at;
      if (U16_IS_LEAD(units[i])) {
        flush(at);
        lead = units[i];
        lead_begin = at;
        continue;
      }
      if (U16_IS_TRAIL(units[i]) && lead != 0) {
        waiting = U16_GET_SUPPLEMENTARY(lead, units[i]);
        waiting_begin = lead_begin;
        lead = 0;
        continue;
      }
      flush(at);
      waiting = units[i];
      waiting_begin = at;
    }
    if (error == U_BUFFER_OVERFLOW_ERROR) continue;
    flush(static_cast<uint32_t>(source - bytes.data()));
    if (U_FAILURE(error)) {
      std::array<char, 32> bad;
      int8_t bad_length = bad.size();
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter, bad.data(), &bad_length, &ignored);
      decoded.fault = fmt::format(
          "byte {}: not {}; convert it to UTF-8, or declare its encoding "
          "(--encoding)",
          source - bytes.data() - bad_length, encoding);
      decoded.usable = false;
    }
    return decoded;
  }
}

bool IsCutOff(std::string_view bytes, size_t at) {
  if (bytes.size() - at > 3) return false;
  const auto first = static_cast<unsigned char>(bytes[at]);
  const size_t length = first >= 0xF0   ? 4
                        : first >= 0xE0 ? 3
                        : first >= 0xC2 ? 2
                                        : 0;
  if (bytes.size() - at >= length) return false;
  return std::all_of(
      bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1, bytes.end(),
      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; });
}

void LookForNul(DecodedBytes& decoded) {
  const size_t nul = decoded.text.find('\0');
  if (nul == std::string::npos || !decoded.usable) return;
  decoded.fault = fmt::format(
      "byte {}: a NUL byte, so it is no text; convert it, or declare its "
      "encoding (--encoding utf-16le)",
      nul);
  decoded.usable = false;
}

}  // namespace

bool IsEncoding(std::string_view name) { return Open(name) != nullptr; }

size_t FindNotUtf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) {
    return std::string_view::npos;
  }
  const auto size = static_cast<int64_t>(text.size());
  for (int64_t at = 0; at < size;) {
    const int64_t begin = at;
    UChar32 c;
    U8_NEXT(text.data(), at, size, c);
    if (c < 0) return static_cast<size_t>(begin);
  }
  return std::string_view::npos;
}

DecodedBytes DecodeBytes(std::string bytes, std::string_view declared) {
  DecodedBytes decoded;
  size_t begin = 0;
  std::string encoding(declared);
  bool is_marked = false;
  for (const Mark& mark : kMarks) {
    if (std::string_view(bytes).substr(0, mark.bytes.size()) == mark.bytes) {
      begin = mark.bytes.size();
      encoding = mark.encoding;
      is_marked = true;
      break;
    }
  }
  Converter converter;
  if (!encoding.empty() && encoding != "UTF-8" && encoding != "utf-8") {
    converter = Open(encoding);
  }
  const bool must_convert =
      converter != nullptr && (is_marked || LooksLikeAscii(converter.get()));
  size_t wrong = std::string_view::npos;
  if (!must_convert) {
    wrong = FindNotUtf8(bytes);
    if (wrong == std::string_view::npos || IsCutOff(bytes, wrong)) {
      if (wrong != std::string_view::npos) {
        decoded.fault = fmt::format(
            "byte {}: ends in the middle of a character; the file is cut off, "
            "get it whole",
            wrong);
        bytes.resize(wrong);
      }
      if (begin > 0) {
        bytes.erase(0, begin);
        const auto size = static_cast<uint32_t>(bytes.size());
        decoded.recoding.push_back(
            {0, size, static_cast<uint32_t>(begin), size, 0});
      }
      decoded.text = std::move(bytes);
      LookForNul(decoded);
      return decoded;
    }
  }
  if (converter == nullptr) {
    decoded.usable = false;
    const size_t nul = std::string_view(bytes).find('\0');
    decoded.fault = nul != std::string::npos
                        ? fmt::format(
                              "byte {}: a NUL byte, so it is no text; leave it "
                              "out, or declare its encoding (--encoding)",
                              nul)
                        : fmt::format(
                              "byte {}: not UTF-8; convert it, or declare its "
                              "encoding (--encoding windows-1256)",
                              wrong);
    return decoded;
  }
  if (bytes.size() > kRecodedLimit) {
    decoded.usable = false;
    decoded.fault =
        fmt::format("not UTF-8 and longer than {} bytes; convert it to UTF-8",
                    kRecodedLimit);
    return decoded;
  }
  decoded = Convert(converter.get(), bytes, begin, encoding);
  LookForNul(decoded);
  return decoded;
}

}  // namespace crosscheck
