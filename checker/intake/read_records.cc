#include "checker/intake/read_records.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/intake/article_text.h"
#include "checker/intake/decode_bytes.h"

namespace crosscheck {
namespace {

constexpr size_t kBlock = size_t{2} << 20;
constexpr uint8_t kTitleField = 0, kTextField = 1;

// Lines of a stream, each followed by readable padding for simdjson.
class LineReader {
 public:
  LineReader(ByteStream& stream, uint64_t limit)
      : stream_(stream), limit_(limit), buffer_(kBlock) {}

  // False at the end. A line past the limit comes back cut and `too_long`.
  bool Next() {
    too_long_ = false;
    size_t searched = begin_;
    for (;;) {
      const void* newline =
          std::memchr(buffer_.data() + searched, '\n', end_ - searched);
      if (newline != nullptr) {
        const size_t at = static_cast<const char*>(newline) - buffer_.data();
        SetLine(begin_, at);
        begin_ = at + 1;
        return true;
      }
      if (at_end_) {
        if (begin_ == end_ && !too_long_) return false;
        SetLine(begin_, end_);
        begin_ = end_;
        return true;
      }
      if (end_ - begin_ > limit_) {
        too_long_ = true;
        begin_ = end_;  // forget what came of it
      }
      searched = Fill();
    }
  }
  std::string_view line() const { return line_; }
  bool too_long() const { return too_long_; }

 private:
  void SetLine(size_t begin, size_t end) {
    if (end > begin && buffer_[end - 1] == '\r') --end;
    line_ = {buffer_.data() + begin, end - begin};
    too_long_ |= line_.size() > limit_;
  }

  // Reads a block behind the unfinished line; returns where the new bytes are.
  size_t Fill() {
    const size_t held = end_ - begin_;
    if (begin_ > 0) {
      // The bytes before an unfinished line are done with.
      std::memmove(buffer_.data(), buffer_.data() + begin_, held);
      begin_ = 0;
      end_ = held;
    }
    const size_t needed = held + kBlock / 2 + simdjson::SIMDJSON_PADDING;
    if (buffer_.size() < needed) {
      buffer_.resize(std::max(needed, 2 * buffer_.size()));
    }
    const size_t count =
        stream_.Read(buffer_.data() + end_,
                     buffer_.size() - end_ - simdjson::SIMDJSON_PADDING);
    at_end_ = count == 0;
    end_ += count;
    return held;
  }

  ByteStream& stream_;
  uint64_t limit_;
  std::vector<char> buffer_;
  size_t begin_ = 0, end_ = 0;
  std::string_view line_;
  bool at_end_ = false, too_long_ = false;
};

struct Member {
  std::string_view value;
  bool is_given = false;  // a string
  bool is_other = false;  // neither string nor null
};

struct Record {
  Member id, url, outlet, language, published, title, text;

  Member* Find(std::string_view key) {
    if (key == "text") return &text;
    if (key == "title") return &title;
    if (key == "id") return &id;
    if (key == "url") return &url;
    if (key == "outlet") return &outlet;
    if (key == "language") return &language;
    if (key == "published") return &published;
    return nullptr;
  }
};

std::string String(const Member& member) { return std::string(member.value); }

void LayOut(const Record& record, uint64_t limit, Draft& draft) {
  Article& article = draft.article;
  article.is_record = true;
  article.fields = {"title", "text"};
  std::string_view title = record.title.value;
  std::string_view text = record.text.value;
  if (const size_t cut = CutPlace(text, limit); cut < text.size()) {
    article.notes.push_back(fmt::format(
        "cut at byte {} of field text: longer than {} bytes", cut, limit));
    draft.warnings.push_back(article.notes.back());
    text = text.substr(0, cut);
  }
  title = title.substr(0, CutPlace(title, limit));
  article.title = std::string(title);
  article.text.reserve(title.size() + text.size() + 1);
  uint32_t at = 0;
  const Span trimmed = Trimmed(title);
  const std::string_view first_line = text.substr(0, text.find('\n'));
  const bool repeated = !IsEmpty(trimmed) && first_line.size() < text.size() &&
                        Trim(first_line) == Cut(title, trimmed);
  if (!IsEmpty(trimmed) && !repeated) {
    article.text += title;
    at = static_cast<uint32_t>(title.size());
    article.pieces.push_back({0, at, 0, at, kTitleField});
    article.title_span = trimmed;
    article.text += '\n';
    ++at;
  } else if (repeated) {
    const Span headline = Trimmed(first_line);
    article.title_span = headline;
  }
  article.text += text;
  const auto size = static_cast<uint32_t>(text.size());
  article.pieces.push_back({at, size, 0, size, kTextField});
}

}  // namespace

void ReadRecords(
    ByteStream& stream, const RecordLimits& limits,
    const std::function<void(Draft&&, uint64_t line)>& take,
    const std::function<void(uint64_t line, std::string what)>& fault) {
  LineReader lines(stream, limits.line_bytes);
  simdjson::dom::parser parser;
  for (uint64_t number = 1; lines.Next(); ++number) {
    if (lines.too_long()) {
      fault(number, fmt::format("longer than {} bytes; split the record",
                                limits.line_bytes));
      continue;
    }
    std::string_view line = lines.line();
    if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") {
      line.remove_prefix(3);
    }
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    simdjson::dom::element root;
    // The buffer goes on behind the line, so simdjson need not copy it.
    auto code = parser.parse(line.data(), line.size(), false).get(root);
    if (code == simdjson::UTF8_ERROR && !limits.encoding.empty()) {
      const DecodedBytes decoded =
          DecodeBytes(std::string(line), limits.encoding);
      if (!decoded.usable) {
        fault(number, decoded.fault);
        continue;
      }
      code = parser.parse(decoded.text).get(root);
    }
    if (code == simdjson::UTF8_ERROR) {
      fault(number, fmt::format("byte {} of the line: not UTF-8; convert the "
                                "file, or declare its encoding (--encoding)",
                                FindNotUtf8(line)));
      continue;
    }
    if (code) {
      fault(number, fmt::format("not JSON ({}); mend or remove the line",
                                simdjson::error_message(code)));
      continue;
    }
    simdjson::dom::object object;
    if (root.get(object)) {
      fault(number, "not a JSON object; write {\"id\": …, \"text\": …}");
      continue;
    }
    Record record;
    Member source, lang;  // other names of outlet and language
    std::string numeric_id;
    for (const auto& [key, value] : object) {
      Member* member = record.Find(key);
      if (member == nullptr) {
        member = key == "source" ? &source : key == "lang" ? &lang : nullptr;
      }
      if (member == nullptr || member->is_given || value.is_null()) continue;
      member->is_given = !value.get(member->value);
      member->is_other = !member->is_given;
      if (member == &record.id && member->is_other) {
        int64_t id = 0;
        if (!value.get(id)) {
          numeric_id = fmt::format("{}", id);
          member->value = numeric_id;
          member->is_other = false;
        }
      }
    }
    if (record.text.is_other) {
      fault(number, "\"text\" is no string; write the article's text there");
      continue;
    }
    if (!record.text.is_given) {
      fault(number, "no \"text\"; write the article's text there");
      continue;
    }
    const auto has_nul = [](const Member& member) {
      return member.value.find('\0') != std::string_view::npos;
    };
    if (has_nul(record.text) || has_nul(record.title)) {
      fault(number, "holds a NUL character, so it is no text; remove it");
      continue;
    }
    Draft draft;
    draft.article.id = String(record.id);
    draft.metadata.url = String(record.url);
    draft.metadata.outlet =
        String(record.outlet.is_given ? record.outlet : source);
    draft.metadata.language =
        String(record.language.is_given ? record.language : lang);
    draft.metadata.published = String(record.published);
    draft.metadata.title = String(record.title);
    if (record.published.is_other) {
      draft.problems.push_back(
          "\"published\" is no string; write \"2025-01-28\"");
    }
    LayOut(record, limits.article_bytes, draft);
    take(std::move(draft), number);
  }
}

}  // namespace crosscheck
