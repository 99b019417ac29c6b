#include "checker/intake/round_trip.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <random>

#include "checker/intake/html_entity.h"

namespace crosscheck {
namespace {

constexpr int kSpans = 300;

bool IsBlankText(std::string_view text) {
  return text.find_first_not_of(" \t\n\r\f\v") == std::string_view::npos;
}

// Byte for byte, a blank for a blank.
bool IsCopy(std::string_view from, std::string_view to) {
  return from.size() == to.size() &&
         std::equal(from.begin(), from.end(), to.begin(), [](char a, char b) {
           return a == b || (IsBlankText({&a, 1}) && IsBlankText({&b, 1}));
         });
}

// Where byte `at` of the text stands, by walking all pieces.
uint32_t SlowPlace(const Article& article, uint32_t at, bool is_end) {
  uint32_t place = is_end ? 0 : at;
  for (const SourcePiece& piece : article.pieces) {
    const uint32_t end = piece.text_begin + piece.text_length;
    if (is_end ? piece.text_begin < at : piece.text_begin <= at) {
      const uint32_t inside = std::min(at, end) - piece.text_begin;
      place = piece.source_begin +
              (piece.text_length == piece.source_length ? inside
               : is_end || inside == piece.text_length  ? piece.source_length
                                                        : 0);
    }
  }
  return place;
}

}  // namespace

std::string RoundTripFault(const Article& article, std::string_view file) {
  if (!simdjson::validate_utf8(article.text.data(), article.text.size())) {
    return "the text is not UTF-8";
  }
  const std::string_view text = article.text;
  const std::string_view base = article.source.empty()
                                    ? std::string_view(article.text)
                                    : std::string_view(article.source);
  uint32_t end = 0;
  for (const SourcePiece& piece : article.pieces) {
    const std::string at = fmt::format("piece at byte {}", piece.text_begin);
    if (piece.text_begin < end) return at + ": not behind the last one";
    end = piece.text_begin + piece.text_length;
    if (end > text.size()) return at + ": past the text";
    // A record without a source of its own holds its fields word for word.
    if (article.is_record && article.source.empty()) continue;
    const uint32_t field =
        article.field_begin.empty() ? 0 : article.field_begin[piece.field];
    if (field + piece.source_begin + piece.source_length > base.size()) {
      return at + ": past the source";
    }
    const std::string_view from =
        base.substr(field + piece.source_begin, piece.source_length);
    const std::string_view to =
        text.substr(piece.text_begin, piece.text_length);
    if (IsCopy(from, to) || DecodeEntities(from) == to) continue;
    if (IsBlankText(to) && IsBlankText(DecodeEntities(from))) continue;
    return fmt::format("{}: \"{}\" stands for \"{}\"", at, to.substr(0, 80),
                       from.substr(0, 80));
  }
  if (text.empty()) return "";

  std::mt19937 random(20250128);
  const SourceIndex index(article);
  for (int i = 0; i < kSpans; ++i) {
    uint32_t begin = random() % static_cast<uint32_t>(text.size());
    uint32_t limit = std::min<uint32_t>(static_cast<uint32_t>(text.size()),
                                        begin + 1 + random() % 40);
    const auto inside = [&](uint32_t at) {
      return at < text.size() &&
             (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    while (inside(begin)) --begin;
    while (inside(limit)) ++limit;
    const SourcePlace place = index.Find({begin, limit});
    uint32_t from = begin, to = limit;
    if (!article.pieces.empty()) {
      from = SlowPlace(article, begin, false);
      to = std::max(from, SlowPlace(article, limit, true));
    }
    if (article.recoding.empty()) {
      if (place.begin_byte != from || place.end_byte != to) {
        // A span over two fields of a record ends where its last field does.
        if (!article.is_record) {
          return fmt::format("span {}..{}: found at {}..{}, is at {}..{}",
                             begin, limit, place.begin_byte, place.end_byte,
                             from, to);
        }
        continue;
      }
    } else if (place.begin_byte > place.end_byte ||
               place.end_byte > file.size()) {
      return fmt::format("span {}..{}: found at {}..{}, outside the file",
                         begin, limit, place.begin_byte, place.end_byte);
    }
    if (article.is_record) continue;
    const std::string_view before = base.substr(0, from);
    const auto line = static_cast<uint32_t>(
        1 + std::count(before.begin(), before.end(), '\n'));
    const size_t line_begin = before.rfind('\n') + 1;
    const auto column = static_cast<uint32_t>(
        1 +
        std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_begin),
                      before.end(), [](char c) {
                        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
                      }));
    if (place.line != line || place.begin.code_points != column) {
      return fmt::format("span {}..{}: found at {}:{}, is at {}:{}", begin,
                         limit, place.line, place.begin.code_points, line,
                         column);
    }
  }
  return "";
}

}  // namespace crosscheck
