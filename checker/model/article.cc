#include "checker/model/article.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace crosscheck {
namespace {

// Characters are counted once a block, so that a column in a line of megabytes
// costs no more than one in a short line.
constexpr uint32_t kBlockBytes = 64;

bool StartsCodePoint(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}
// First byte of a character of four, which UTF-16 writes as two units.
bool StartsBeyondBmp(char byte) {
  return static_cast<unsigned char>(byte) >= 0xF0;
}

// How many of the bytes start a character, and one of four bytes. Eight at a
// time: the upper bits of each byte say it, and each byte of a sum counts its
// own.
struct Starts {
  uint32_t code_points = 0;
  uint32_t beyond_bmp = 0;
};
Starts CountStarts(std::string_view bytes) {
  assert(bytes.size() <= kBlockBytes && "a byte counts as far as 255");
  constexpr uint64_t kEach = 0x0101010101010101;
  uint64_t inner = 0, beyond_bmp = 0;
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & kEach << 7) == 0) continue;
    const uint64_t first = word >> 7, second = word >> 6;
    inner += first & ~second & kEach;
    beyond_bmp += first & second & word >> 5 & word >> 4 & kEach;
  }
  Starts starts;
  starts.code_points = static_cast<uint32_t>(at - (inner * kEach >> 56));
  starts.beyond_bmp = static_cast<uint32_t>(beyond_bmp * kEach >> 56);
  for (; at < bytes.size(); ++at) {
    starts.code_points += StartsCodePoint(bytes[at]);
    starts.beyond_bmp += StartsBeyondBmp(bytes[at]);
  }
  return starts;
}

// The piece that holds byte `at` of the text, or the last one before it.
const SourcePiece* PieceAt(const std::vector<SourcePiece>& pieces,
                           uint32_t at) {
  const auto after =
      std::upper_bound(pieces.begin(), pieces.end(), at,
                       [](uint32_t wanted, const SourcePiece& p) {
                         return wanted < p.text_begin;
                       });
  if (after == pieces.begin()) return nullptr;
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

// Leads [begin, end) through `pieces`; the field is that of its first byte.
uint8_t Lead(const std::vector<SourcePiece>& pieces, uint32_t& begin,
             uint32_t& end) {
  if (pieces.empty()) return 0;
  const SourcePiece* first = PieceAt(pieces, begin);
  const SourcePiece* last = PieceAt(pieces, end > 0 ? end - 1 : 0);
  const uint8_t field = first != nullptr ? first->field : 0;
  if (first != nullptr) begin = ToSource(*first, begin, false);
  end = last != nullptr ? ToSource(*last, end, true) : begin;
  if (end < begin) end = begin;
  return field;
}

}  // namespace

SourceIndex::SourceIndex(const Article& article)
    : article_(article),
      base_(article.source.empty() ? article.text : article.source) {
  line_starts_.push_back(0);
  for (size_t at = base_.find('\n'); at != std::string_view::npos;
       at = base_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<uint32_t>(at + 1));
  }
  Counts counts;
  for (uint32_t at = 0; at < base_.size(); at += kBlockBytes) {
    counts_.push_back(counts);
    const Starts starts = CountStarts(base_.substr(at, kBlockBytes));
    counts.code_points += starts.code_points;
    counts.beyond_bmp += starts.beyond_bmp;
  }
  counts_.push_back(counts);
  if (!article.is_record) return;
  field_base_ = article.field_begin;
  if (!field_base_.empty()) return;
  // Fields stand word for word in the text, where their first pieces say.
  field_base_.resize(article.fields.size(), 0);
  for (auto piece = article.pieces.rbegin(); piece != article.pieces.rend();
       ++piece) {
    if (piece->field < field_base_.size() &&
        piece->text_begin >= piece->source_begin) {
      field_base_[piece->field] = piece->text_begin - piece->source_begin;
    }
  }
}

SourceIndex::Counts SourceIndex::CountsBefore(uint32_t at) const {
  const uint32_t limit =
      std::min<uint32_t>(at, static_cast<uint32_t>(base_.size()));
  const uint32_t block = limit / kBlockBytes;
  Counts counts = block < counts_.size() ? counts_[block] : Counts{};
  const uint32_t begin = block * kBlockBytes;
  const Starts starts = CountStarts(base_.substr(begin, limit - begin));
  counts.code_points += starts.code_points;
  counts.beyond_bmp += starts.beyond_bmp;
  return counts;
}

Column SourceIndex::ColumnOf(uint32_t at, uint32_t line_start) const {
  const Counts here = CountsBefore(at), start = CountsBefore(line_start);
  Column column;
  column.code_points += here.code_points - start.code_points;
  column.utf16_units +=
      here.code_points - start.code_points + here.beyond_bmp - start.beyond_bmp;
  column.bytes += std::max(at, line_start) - line_start;
  return column;
}

Span SourceIndex::FindBytes(const Span& span) const {
  uint32_t begin = span.begin, end = span.end;
  Lead(article_.pieces, begin, end);
  Lead(article_.recoding, begin, end);
  return {begin, end};
}

SourcePlace SourceIndex::Find(const Span& span) const {
  SourcePlace place;
  uint32_t begin = span.begin, end = span.end;
  const uint8_t field = Lead(article_.pieces, begin, end);
  if (field < article_.fields.size()) place.field = article_.fields[field];

  const uint32_t base =
      field < field_base_.size() ? field_base_[field] : uint32_t{0};
  const auto line_of = [&](uint32_t at) {
    return std::upper_bound(line_starts_.begin(), line_starts_.end(), at) - 1;
  };
  const auto first_line = line_of(base);
  const auto line = line_of(base + begin);
  place.line = 1 + static_cast<uint32_t>(line - first_line);
  place.begin = ColumnOf(base + begin, std::max(*line, base));
  // A span that ends with a newline ends in the line it closes.
  const auto end_line = line_of(base + std::max(begin + 1, end) - 1);
  place.end_line = 1 + static_cast<uint32_t>(end_line - first_line);
  place.end = ColumnOf(base + end, std::max(*end_line, base));

  Lead(article_.recoding, begin, end);
  place.begin_byte = begin;
  place.end_byte = end;
  return place;
}

}  // namespace crosscheck
