#include "checker/intake/furniture.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <bit>
#include <bitset>
#include <charconv>
#include <cstring>
#include <utility>

#include "absl/strings/string_view.h"
#include "checker/intake/article_text.h"

namespace crosscheck {
namespace {

constexpr std::string_view kNumber = "#";

bool IsLetterOrMark(char32_t c) {
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NO_MASK)) != 0;
}

// Those of two bytes and less, Arabic among them, are asked about once.
constexpr char32_t kTableSize = 0x800;
const std::bitset<kTableSize>& SmallWordCharacters() {
  static const std::bitset<kTableSize> table = [] {
    std::bitset<kTableSize> all;
    for (char32_t c = 0x80; c < kTableSize; ++c) all[c] = IsLetterOrMark(c);
    return all;
  }();
  return table;
}

bool IsOtherWordCharacter(char32_t c) {
  return c < kTableSize ? SmallWordCharacters()[c] : IsLetterOrMark(c);
}
inline bool IsWordCharacter(char32_t c) {
  return c < 0x80 ? (c | 0x20) - 'a' < 26 : IsOtherWordCharacter(c);
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A mark: one character that is no letter and no number.
bool IsMark(std::string_view word) {
  if (word == kNumber || word.empty() || IsDigit(word[0])) return false;
  return !IsWordCharacter(DecodeUtf8(word, 0).first);
}

bool WordMeets(std::string_view form, std::string_view word) {
  return form == word || (form == kNumber && IsDigit(word[0]));
}

bool IsTitle(std::string_view line, std::string_view title) {
  return !title.empty() && Trim(line) == Trim(title);
}

}  // namespace

Furniture::Furniture(const Rulebook& rules) : fold_(&rules.fold()) {
  for (const uint32_t rule : rules.OfKind(RuleKind::kFurniture)) {
    const std::string_view where = rules.Attribute(rule, "where");
    if (where == "class" || where == "class_if_small") {
      for (const std::string_view form : rules.Forms(rule)) {
        (where == "class" ? out_ : out_if_small_).emplace_back(form);
      }
      continue;
    }
    Form form;
    form.rule = rule;
    form.where = where == "start"      ? Where::kStart
                 : where == "end"      ? Where::kEnd
                 : where == "contains" ? Where::kContains
                                       : Where::kWhole;
    const std::string_view limit = rules.Attribute(rule, "limit_words");
    std::from_chars(limit.data(), limit.data() + limit.size(),
                    form.limit_words);
    for (const std::string_view written : rules.Forms(rule)) {
      Cutting cutting;
      CutWords(written, cutting);
      // Marks at the ends of a line do not count, so those of a form do not
      // where it meets an end; a colon behind a start does.
      while (form.where != Where::kStart && cutting.words.size() > 1 &&
             IsMark(cutting.words.back())) {
        cutting.words.pop_back();
      }
      while (form.where == Where::kWhole && cutting.words.size() > 1 &&
             IsMark(cutting.words.front())) {
        cutting.words.erase(cutting.words.begin());
      }
      if (cutting.words.empty()) continue;
      form.words.assign(cutting.words.begin(), cutting.words.end());
      auto& index = form.where == Where::kEnd ? by_last_ : by_first_;
      index[form.where == Where::kEnd ? form.words.back() : form.words.front()]
          .push_back(static_cast<uint32_t>(forms_.size()));
      // A line has no more words than bytes.
      const size_t most = std::min(kLineBytes, form.where == Where::kWhole
                                                   ? form.words.size()
                                                   : size_t{form.limit_words});
      if (form.where == Where::kEnd || form.where == Where::kContains) {
        most_words_of_any_ = std::max(most_words_of_any_, most);
      }
      some_contain_ |= form.where == Where::kContains;
      if (form.where != Where::kEnd) {
        uint16_t& of_looks = most_words_[LooksOf(form.words.front())];
        of_looks = std::max(of_looks, static_cast<uint16_t>(most));
      }
      forms_.push_back(form);
    }
  }
  std::sort(out_.begin(), out_.end());
  std::sort(out_if_small_.begin(), out_if_small_.end());
}

void Furniture::CutWords(std::string_view text, Cutting& cutting) const {
  // The bytes keep their room from line to line, so their size is counted
  // apart.
  std::string& folded = cutting.bytes;
  size_t size = 0;
  for (size_t at = 0; at < text.size();) {
    if (folded.size() < size + text.size() - at + FoldTable::kMaxBytes) {
      folded.resize(2 * (size + text.size()) + FoldTable::kMaxBytes);
    }
    const size_t run = fold_->FoldPlain(text.substr(at), folded.data() + size);
    size += run;
    at += run;
    if (at == text.size()) break;
    const auto [c, length] = DecodeUtf8(text, at);
    const FoldTable::Cell& cell = fold_->Get(c);
    const char* const from = cell.length < 0 ? text.data() + at : cell.bytes;
    const int count = cell.length < 0 ? length : cell.length;
    for (int i = 0; i < count; ++i) folded[size++] = from[i];
    at += static_cast<size_t>(length);
  }
  cutting.words.clear();
  const std::string_view all(folded.data(), size);
  for (size_t at = 0; at < all.size();) {
    const char c = all[at];
    if (IsBlank(c)) {
      ++at;
      continue;
    }
    size_t end = at + 1;
    if (IsDigit(c)) {
      while (end < all.size() &&
             (IsDigit(all[end]) ||
              ((all[end] == '.' || all[end] == ',') && end + 1 < all.size() &&
               IsDigit(all[end + 1])))) {
        ++end;
      }
    } else {
      const auto [first, length] = DecodeUtf8(all, at);
      end = at + length;
      if (IsWordCharacter(first)) {
        while (end < all.size()) {
          if (static_cast<signed char>(all[end]) >= 0) {
            if (!IsWordCharacter(static_cast<unsigned char>(all[end]))) break;
            ++end;
            continue;
          }
          const auto [next, next_length] = DecodeUtf8(all, end);
          if (!IsWordCharacter(next)) break;
          end += next_length;
        }
      }
    }
    cutting.words.push_back(all.substr(at, end - at));
    at = end;
  }
}

// Does a word or number begin with the character at `at`?
bool Furniture::BeginsWord(std::string_view line, size_t at) const {
  const char plain = fold_->Ascii(line[at]);
  if (plain != 0) {
    return IsWordCharacter(static_cast<unsigned char>(plain)) || IsDigit(plain);
  }
  const char32_t raw = DecodeUtf8(line, at).first;
  const FoldTable::Cell& cell = fold_->Get(raw);
  if (cell.length == 0) return false;
  const char32_t first =
      cell.length < 0
          ? raw
          : DecodeUtf8({cell.bytes, static_cast<size_t>(cell.length)}, 0).first;
  return IsWordCharacter(first) ||
         (first < 0x80 && IsDigit(static_cast<char>(first)));
}

size_t Furniture::MostWords(std::string_view line, Cutting& cutting) const {
  size_t most = most_words_of_any_;
  // Blanks part words, so what stands between them is cut as in the line.
  for (size_t at = 0; at < line.size();) {
    while (at < line.size() && IsBlank(line[at])) ++at;
    size_t end = at;
    while (end < line.size() && !IsBlank(line[end])) ++end;
    CutWords(line.substr(at, end - at), cutting);
    for (const std::string_view word : cutting.words) {
      most = std::max(most, size_t{most_words_[LooksOf(word)]});
      if (IsDigit(word[0])) {
        most = std::max(most, size_t{most_words_[LooksOf(kNumber)]});
      }
      if (!IsMark(word)) return most;
    }
    at = end;
  }
  return most;
}

// Words and numbers between the marks at the ends: no fewer than there are
// letters and digits behind blanks.
bool Furniture::IsTooLong(std::string_view line, size_t most_words) const {
  constexpr uint64_t kEach = 0x0101010101010101;
  constexpr uint64_t kTops = kEach * 0x80;
  size_t words = 0;
  bool after_blank = true;
  size_t at = 0;
  while (at < line.size()) {
    // Eight bytes of none but blanks and what is no control character: a top
    // bit for each blank, then for each byte behind one.
    uint64_t eight = 0;
    if (at + sizeof(eight) <= line.size()) {
      std::memcpy(&eight, line.data() + at, sizeof(eight));
      const uint64_t controls = (eight - kEach * ' ') & ~eight & kTops;
      if (controls == 0) {
        const uint64_t other = eight ^ kEach * ' ';
        const uint64_t blanks = ~(((other & ~kTops) + ~kTops) | other | ~kTops);
        uint64_t begins =
            ~blanks & (blanks << 8 | (after_blank ? 0x80 : 0)) & kTops;
        for (; begins != 0; begins &= begins - 1) {
          const auto byte = static_cast<size_t>(std::countr_zero(begins)) / 8;
          if (BeginsWord(line, at + byte) && ++words > most_words) return true;
        }
        after_blank = (blanks >> 63) != 0;
        at += sizeof(eight);
        continue;
      }
    }
    const size_t end = std::min(line.size(), at + sizeof(eight));
    for (; at < end; ++at) {
      if (IsBlank(line[at])) {
        after_blank = true;
        continue;
      }
      if (after_blank && BeginsWord(line, at) && ++words > most_words) {
        return true;
      }
      after_blank = false;
    }
  }
  return false;
}

std::optional<uint32_t> Furniture::Match(const Cutting& cutting) const {
  const std::vector<std::string_view>& words = cutting.words;
  size_t begin = 0, end = words.size();
  while (begin < end && IsMark(words[begin])) ++begin;
  while (end > begin && IsMark(words[end - 1])) --end;
  if (begin == end) return std::nullopt;

  const auto stands_at = [&](const Form& form, size_t at) {
    if (at + form.words.size() > words.size()) return false;
    for (size_t i = 0; i < form.words.size(); ++i) {
      if (!WordMeets(form.words[i], words[at + i])) return false;
    }
    return true;
  };
  const auto look = [&](size_t at, std::string_view key,
                        bool at_start) -> std::optional<uint32_t> {
    const auto found =
        by_first_.find(absl::string_view(key.data(), key.size()));
    if (found == by_first_.end()) return std::nullopt;
    for (const uint32_t index : found->second) {
      const Form& form = forms_[index];
      const bool may = form.where == Where::kWhole
                           ? at_start && form.words.size() == end - begin
                           : (form.where == Where::kContains || at_start) &&
                                 end - begin <= form.limit_words;
      if (may && stands_at(form, at)) return form.rule;
    }
    return std::nullopt;
  };
  // Marks may begin a form ("© 2024"), so a line's are looked at too.
  for (size_t at = 0; at < end; ++at) {
    const bool at_start = at <= begin;
    if (!at_start && !some_contain_) break;
    if (most_words_[LooksOf(words[at])] > 0) {
      if (const auto rule = look(at, words[at], at_start)) return rule;
    }
    if (IsDigit(words[at][0])) {
      if (const auto rule = look(at, kNumber, at_start)) return rule;
    }
  }
  const auto ends = by_last_.find(
      absl::string_view(words[end - 1].data(), words[end - 1].size()));
  if (ends != by_last_.end()) {
    for (const uint32_t index : ends->second) {
      const Form& form = forms_[index];
      if (end - begin <= form.limit_words && end >= form.words.size() &&
          stands_at(form, end - form.words.size())) {
        return form.rule;
      }
    }
  }
  return std::nullopt;
}

std::optional<uint32_t> Furniture::IsSiteLine(std::string_view line) const {
  if (line.size() > kLineBytes || forms_.empty()) return std::nullopt;
  thread_local Cutting cutting;
  if (IsTooLong(line, MostWords(line, cutting))) return std::nullopt;
  CutWords(line, cutting);
  return Match(cutting);
}

Furniture::PagePart Furniture::PartOfPage(std::string_view word) const {
  const auto is_in = [&](const std::vector<std::string>& words) {
    return std::binary_search(words.begin(), words.end(), word);
  };
  if (is_in(out_)) return PagePart::kOut;
  return is_in(out_if_small_) ? PagePart::kOutIfSmall : PagePart::kMayBeArticle;
}

namespace {

// Lone carriage returns end lines, as on very old machines.
void ReturnsToNewlines(std::string& text) {
  for (size_t at = text.find('\r'); at != std::string::npos;
       at = text.find('\r', at + 1)) {
    text[at] = '\n';
  }
}

void TakeOut(const Furniture* furniture, std::string_view title,
             Article& article) {
  const bool has_returns = article.text.find('\r') != std::string::npos;
  std::vector<Span> kept;
  const auto keep = [&](uint32_t begin, uint32_t end) {
    if (!kept.empty() && kept.back().end == begin) {
      kept.back().end = end;
    } else {
      kept.push_back({begin, end});
    }
  };
  std::vector<Span> taken;
  for (Lines lines(article.text); lines.Next();) {
    const Span line = lines.line();
    const Span whole = lines.line_with_end();
    const std::string_view text = Cut(article.text, line);
    if (furniture != nullptr && !Overlaps(line, article.title_span) &&
        !IsTitle(text, title) && furniture->IsSiteLine(text)) {
      taken.push_back(line);
      continue;
    }
    if (line.end < whole.end && line.end > line.begin &&
        article.text[line.end - 1] == '\r') {
      keep(line.begin, line.end - 1);
      keep(line.end, whole.end);
    } else {
      keep(line.begin, whole.end);
    }
  }
  for (const Span& line : taken) {
    const Span trimmed = Trimmed(Cut(article.text, line));
    article.furniture.push_back(InSource(
        article, {line.begin + trimmed.begin, line.begin + trimmed.end}));
  }
  const auto size = static_cast<uint32_t>(article.text.size());
  const bool all = kept.size() == 1 && kept[0] == Span{0, size};
  if (!all && size > 0) KeepSpans(article, kept);
  if (has_returns && article.text.find('\r') != std::string::npos) {
    if (article.source.empty() && !article.is_record) {
      KeepSpans(article, {{0, static_cast<uint32_t>(article.text.size())}});
    }
    ReturnsToNewlines(article.text);
  }
}

}  // namespace

void TakeOutFurniture(const Furniture& furniture, std::string_view title,
                      Article& article) {
  TakeOut(&furniture, title, article);
}

void TakeOutReturns(Article& article) { TakeOut(nullptr, {}, article); }

}  // namespace crosscheck
