#include "checker/model/article.h"

#include <algorithm>

namespace crosscheck {
namespace {

std::string_view SourceOf(const Article& article) {
  return article.source.empty() ? std::string_view(article.text)
                                : std::string_view(article.source);
}

// The piece that holds byte `at` of the text, or the last one before it.
const SourcePiece* PieceAt(const Article& article, uint32_t at) {
  const auto after =
      std::upper_bound(article.pieces.begin(), article.pieces.end(), at,
                       [](uint32_t wanted, const SourcePiece& p) {
                         return wanted < p.text_begin;
                       });
  if (after == article.pieces.begin()) return nullptr;
  return &*(after - 1);
}

uint32_t ToSource(const SourcePiece& piece, uint32_t at, bool is_end) {
  const uint32_t inside = std::min(at - piece.text_begin, piece.text_length);
  if (piece.text_length == piece.source_length) {
    return piece.source_begin + inside;
  }
  const bool whole = is_end ? inside > 0 : inside >= piece.text_length;
  return piece.source_begin + (whole ? piece.source_length : 0);
}

}  // namespace

SourceIndex::SourceIndex(const Article& article) : article_(article) {
  if (article.is_record) return;  // fields are indexed as they are asked for
  const std::string_view source = SourceOf(article);
  line_starts_.push_back(0);
  for (size_t at = source.find('\n'); at != std::string_view::npos;
       at = source.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<uint32_t>(at + 1));
  }
}

SourcePlace SourceIndex::Find(const Span& span) const {
  SourcePlace place;
  uint32_t begin = span.begin, end = span.end;
  uint8_t field = 0;
  if (!article_.pieces.empty()) {
    if (const SourcePiece* piece = PieceAt(article_, span.begin)) {
      begin = ToSource(*piece, span.begin, false);
      field = piece->field;
    }
    const SourcePiece* last =
        PieceAt(article_, span.end > 0 ? span.end - 1 : 0);
    end = last != nullptr ? ToSource(*last, span.end, true) : begin;
    if (end < begin) end = begin;
  }
  place.begin_byte = begin;
  place.end_byte = end;
  if (field < article_.fields.size()) place.field = article_.fields[field];

  std::string_view source = SourceOf(article_);
  uint32_t line_start = 0;
  if (article_.is_record) {
    // The field's own text is the part of Article::text its pieces cover.
    uint32_t field_text = 0;
    for (const SourcePiece& piece : article_.pieces) {
      if (piece.field == field) {
        field_text = piece.text_begin - piece.source_begin;
        break;
      }
    }
    source = std::string_view(article_.text)
                 .substr(std::min<size_t>(field_text, article_.text.size()));
    const std::string_view before = source.substr(0, begin);
    place.line = 1 + static_cast<uint32_t>(
                         std::count(before.begin(), before.end(), '\n'));
    const size_t newline = before.rfind('\n');
    line_start = newline == std::string_view::npos
                     ? 0
                     : static_cast<uint32_t>(newline + 1);
  } else {
    const auto after =
        std::upper_bound(line_starts_.begin(), line_starts_.end(), begin);
    place.line = static_cast<uint32_t>(after - line_starts_.begin());
    line_start = *(after - 1);
  }
  place.column = 1;
  for (uint32_t at = line_start; at < begin && at < source.size(); ++at) {
    if ((static_cast<unsigned char>(source[at]) & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace crosscheck
