#include "checker/intake/article_text.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace crosscheck {
namespace {

// How far back a cut looks for the end of a line.
constexpr size_t kNearLine = 64 << 10;

bool IsVerbatim(const SourcePiece& piece) {
  return piece.text_length == piece.source_length;
}

// The source of a record: the values of its fields one after another.
void KeepFieldsAside(Article& article) {
  article.field_begin.assign(article.fields.size(), 0);
  std::string source;
  for (size_t field = 0; field < article.fields.size(); ++field) {
    article.field_begin[field] = static_cast<uint32_t>(source.size());
    for (const SourcePiece& piece : article.pieces) {
      if (piece.field == field) {
        source.append(article.text, piece.text_begin, piece.text_length);
      }
    }
  }
  article.source = std::move(source);
}

// A blank at the front (or the back) of `text`: its length in bytes, else 0.
size_t BlankBytes(std::string_view text, bool at_back) {
  if (text.empty()) return 0;
  const char c = at_back ? text.back() : text.front();
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  const auto is = [&](std::string_view mark) {
    if (text.size() < mark.size()) return false;
    return (at_back ? text.substr(text.size() - mark.size())
                    : text.substr(0, mark.size())) == mark;
  };
  if (is("\xC2\xA0")) return 2;
  if (is("\xEF\xBB\xBF") || is("\xE2\x80\xAF")) return 3;
  return 0;
}

}  // namespace

void SourcedText::Copy(uint32_t begin, uint32_t end, uint8_t field) {
  if (begin >= end) return;
  const uint32_t length = end - begin;
  if (!pieces_.empty()) {
    SourcePiece& last = pieces_.back();
    if (IsVerbatim(last) && last.field == field &&
        last.text_begin + last.text_length == size() &&
        last.source_begin + last.source_length == begin) {
      last.text_length += length;
      last.source_length += length;
      text_.append(source_, begin, length);
      return;
    }
  }
  pieces_.push_back({size(), length, begin, length, field});
  text_.append(source_, begin, length);
}

void SourcedText::Put(std::string_view text, uint32_t begin, uint32_t end) {
  pieces_.push_back(
      {size(), static_cast<uint32_t>(text.size()), begin, end - begin, 0});
  text_ += text;
}

void SourcedText::Cut(uint32_t size) {
  text_.resize(size);
  while (!pieces_.empty() && pieces_.back().text_begin >= size) {
    pieces_.pop_back();
  }
  if (pieces_.empty()) return;
  SourcePiece& last = pieces_.back();
  if (IsVerbatim(last) && last.text_begin + last.text_length > size) {
    last.text_length = last.source_length = size - last.text_begin;
  }
}

void SourcedText::MoveTo(Article& article) {
  article.text = std::move(text_);
  article.pieces = std::move(pieces_);
}

void KeepSpans(Article& article, const std::vector<Span>& kept) {
  if (article.pieces.empty()) {
    const auto size = static_cast<uint32_t>(article.text.size());
    article.pieces.push_back({0, size, 0, size, 0});
  }
  if (article.source.empty()) {
    if (article.is_record) {
      if (article.field_begin.empty()) KeepFieldsAside(article);
    } else {
      article.source = article.text;
    }
  }
  std::string text;
  text.reserve(article.text.size());
  std::vector<SourcePiece> pieces;
  const Span title = article.title_span;
  Span new_title;
  bool title_begun = false;
  auto piece = article.pieces.begin();
  for (const Span& span : kept) {
    const auto at = static_cast<uint32_t>(text.size());
    text += Cut(article.text, span);
    if (!IsEmpty(title) && Overlaps(span, title)) {
      if (!title_begun) {
        new_title.begin = at + (std::max(span.begin, title.begin) - span.begin);
        title_begun = true;
      }
      new_title.end = at + (std::min(span.end, title.end) - span.begin);
    }
    while (piece != article.pieces.end() &&
           piece->text_begin + piece->text_length <= span.begin) {
      ++piece;
    }
    for (auto p = piece; p != article.pieces.end() && p->text_begin < span.end;
         ++p) {
      SourcePiece slice = *p;
      if (IsVerbatim(*p)) {
        const uint32_t begin = std::max(p->text_begin, span.begin);
        const uint32_t end = std::min(p->text_begin + p->text_length, span.end);
        slice.source_begin += begin - p->text_begin;
        slice.text_begin = begin;
        slice.text_length = slice.source_length = end - begin;
      }
      slice.text_begin = at + (slice.text_begin - span.begin);
      piece = p;
      if (!pieces.empty() && IsVerbatim(slice) && IsVerbatim(pieces.back()) &&
          pieces.back().field == slice.field &&
          pieces.back().text_begin + pieces.back().text_length ==
              slice.text_begin &&
          pieces.back().source_begin + pieces.back().source_length ==
              slice.source_begin) {
        pieces.back().text_length += slice.text_length;
        pieces.back().source_length += slice.source_length;
      } else {
        pieces.push_back(slice);
      }
    }
  }
  article.text = std::move(text);
  article.pieces = std::move(pieces);
  article.title_span = new_title;
}

Span InSource(const Article& article, const Span& span) {
  if (article.pieces.empty()) return span;
  const auto place = [&](uint32_t at, bool is_end) {
    auto piece = std::upper_bound(article.pieces.begin(), article.pieces.end(),
                                  is_end ? at - 1 : at,
                                  [](uint32_t wanted, const SourcePiece& p) {
                                    return wanted < p.text_begin;
                                  });
    if (piece == article.pieces.begin()) return at;
    --piece;
    const uint32_t inside =
        std::min(at - piece->text_begin, piece->text_length);
    if (IsVerbatim(*piece)) return piece->source_begin + inside;
    return piece->source_begin + (is_end ? piece->source_length : 0);
  };
  if (IsEmpty(span))
    return {place(span.begin, false), place(span.begin, false)};
  const uint32_t begin = place(span.begin, false);
  return {begin, std::max(begin, place(span.end, true))};
}

bool Lines::Next() {
  if (next_ >= text_.size()) return false;
  line_.begin = next_;
  const void* end =
      std::memchr(text_.data() + next_, '\n', text_.size() - next_);
  if (end == nullptr) {
    line_.end = next_ = static_cast<uint32_t>(text_.size());
  } else {
    line_.end =
        static_cast<uint32_t>(static_cast<const char*>(end) - text_.data());
    next_ = line_.end + 1;
  }
  return true;
}

Span Trimmed(std::string_view text) {
  size_t begin = 0;
  while (const size_t blank = BlankBytes(text.substr(begin), false)) {
    begin += blank;
  }
  size_t end = text.size();
  while (end > begin) {
    const size_t blank = BlankBytes(text.substr(begin, end - begin), true);
    if (blank == 0) break;
    end -= blank;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

std::string_view Trim(std::string_view text) {
  return Cut(text, Trimmed(text));
}

size_t CutPlace(std::string_view text, size_t limit) {
  if (text.size() <= limit) return text.size();
  size_t at = limit;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  const size_t newline = text.substr(0, at).rfind('\n');
  if (newline != std::string_view::npos && at - newline < kNearLine) {
    return newline + 1;
  }
  return at;
}

}  // namespace crosscheck
