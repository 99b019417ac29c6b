#include "checker/text/fold_text.h"

#include <cstring>

namespace crosscheck {
namespace {

// Marks that sit on the letter before them.
bool IsCombining(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || c == 0x0640 ||
         (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) ||
         c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED) ||
         (c >= 0x08D3 && c <= 0x08FF) || (c >= 0xFE00 && c <= 0xFE0F);
}

}  // namespace

FoldedText FoldText(std::string_view raw, const FoldTable& table) {
  FoldedText out;
  std::vector<FoldedText::Run>& runs = out.runs;
  // Written by hand, since it is done for every byte there is.
  std::string& text = out.text;
  text.resize(raw.size() + FoldTable::kMaxBytes);
  char* to = text.data();
  const auto room_for = [&](size_t left) {
    const auto used = static_cast<size_t>(to - text.data());
    if (text.size() - used >= left) return;
    text.resize(2 * text.size() + left);
    to = text.data() + used;
  };
  const auto folded_at = [&] {
    return static_cast<uint32_t>(to - text.data());
  };
  bool open = false;    // does the last run go on with the next character?
  bool letter = false;  // was the last character one that marks may sit on?
  for (size_t at = 0; at < raw.size();) {
    const size_t begin = at;
    // Characters as long as what they fold to.
    const uint32_t folded_begin = folded_at();
    while (at < raw.size()) {
      const size_t plain = table.FoldPlain(raw.substr(at), to);
      to += plain;
      at += plain;
      if (at == raw.size()) break;
      const auto [c, length] = DecodeUtf8(raw, at);
      const FoldTable::Cell& cell = table.Get(c);
      if (cell.length >= 0 && !(cell.length == length && cell.single)) break;
      const char* const from = cell.length < 0 ? raw.data() + at : cell.bytes;
      for (int i = 0; i < length; ++i) *to++ = from[i];
      at += static_cast<size_t>(length);
    }
    if (at > begin) {
      if (!open) {
        runs.push_back({folded_begin, static_cast<uint32_t>(begin), 0, false});
      }
      runs.back().raw_end = static_cast<uint32_t>(at);
      open = letter = true;
      continue;
    }
    const auto [c, length] = DecodeUtf8(raw, at);
    const FoldTable::Cell& cell = table.Get(c);
    at += static_cast<size_t>(length);
    open = false;
    if (cell.length > 0) {
      runs.push_back({folded_begin, static_cast<uint32_t>(begin),
                      static_cast<uint32_t>(at), true});
      letter = true;
      // The rest may need as many bytes as there are, and this one's.
      room_for(static_cast<size_t>(cell.length) + raw.size() - at +
               FoldTable::kMaxBytes);
      std::memcpy(to, cell.bytes, static_cast<size_t>(cell.length));
      to += cell.length;
    } else if (!IsCombining(c)) {
      letter = false;
    } else if (letter) {
      runs.back().raw_end = static_cast<uint32_t>(at);
    }
  }
  const uint32_t size = folded_at();
  text.resize(size);
  const auto raw_size = static_cast<uint32_t>(raw.size());
  runs.push_back({size, raw_size, raw_size, true});
  return out;
}

Span WayBack::RawSpanOfAny(uint32_t begin, uint32_t end) {
  while (LimitOf(at_) <= begin) ++at_;
  const FoldedText::Run& first = runs_[at_];
  limit_ = first.whole ? 0 : LimitOf(at_);
  offset_ = first.raw_begin - first.folded_begin;
  Span raw;
  raw.begin = first.raw_begin + (first.whole ? 0 : begin - first.folded_begin);
  size_t run = at_;
  while (LimitOf(run) < end) ++run;
  const FoldedText::Run& last = runs_[run];
  const bool to_its_end = last.whole || LimitOf(run) == end;
  raw.end =
      to_its_end ? last.raw_end : last.raw_begin + (end - last.folded_begin);
  return raw;
}

void SetOddCapitals(std::string_view raw_word, const FoldTable& table,
                    Token& token) {
  int letters = 0, capitals = 0;
  for (size_t at = 0; at < raw_word.size();) {
    const auto [c, length] = DecodeUtf8(raw_word, at);
    const bool upper =
        (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
        (c >= 0x100 && c <= 0x24F && (c & 1) == 0 && table.Get(c).length > 0) ||
        (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
    if (at == 0) token.capital = upper;
    if (c != '.' && c != '\'' && c != '&') {
      ++letters;
      capitals += upper;
    }
    at += length;
  }
  token.all_capitals = letters >= 2 && capitals == letters;
}

}  // namespace crosscheck
