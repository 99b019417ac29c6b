#ifndef CROSSCHECK_REPORTS_JSON_JSON_WRITER_H_
#define CROSSCHECK_REPORTS_JSON_JSON_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/json/json_text.h"

namespace crosscheck {

// JSON being written, commas and indentation kept right: objects and arrays
// that are opened with kLines have an item a line, the others stand in one.
//
//   JsonWriter json;
//   json.BeginObject().Member("line", 3).Member("path", "a.md").EndObject();
//   json.Take()   // {"line": 3, "path": "a.md"}
class JsonWriter {
 public:
  enum Layout : uint8_t { kOneLine, kLines };

  JsonWriter& BeginObject(Layout layout = kOneLine) {
    return Open('{', '}', layout);
  }
  JsonWriter& EndObject() { return Close(); }
  JsonWriter& BeginArray(Layout layout = kOneLine) {
    return Open('[', ']', layout);
  }
  JsonWriter& EndArray() { return Close(); }

  // Within an object, before each value.
  JsonWriter& Key(std::string_view key) {
    Separate();
    AppendQuoted(key, out_);
    out_ += ": ";
    after_key_ = true;
    return *this;
  }
  JsonWriter& Text(std::string_view text) {
    Separate();
    AppendQuoted(text, out_);
    return *this;
  }
  JsonWriter& Number(uint64_t number) {
    Separate();
    AppendNumber(number, out_);
    return *this;
  }
  JsonWriter& Truth(bool truth) {
    Separate();
    out_ += truth ? "true" : "false";
    return *this;
  }

  JsonWriter& Member(std::string_view key, std::string_view text) {
    return Key(key).Text(text);
  }
  JsonWriter& Member(std::string_view key, const char* text) {
    return Key(key).Text(text);
  }
  JsonWriter& Member(std::string_view key, uint64_t number) {
    return Key(key).Number(number);
  }

  size_t size() const { return out_.size(); }
  std::string Take() { return std::move(out_); }

 private:
  struct Level {
    char close;
    Layout layout;
    bool is_empty = true;
  };

  JsonWriter& Open(char open, char close, Layout layout) {
    Separate();
    out_ += open;
    levels_.push_back({close, layout});
    return *this;
  }
  JsonWriter& Close() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.layout == kLines && !level.is_empty) NewLine();
    out_ += level.close;
    return *this;
  }
  void Separate() {
    if (after_key_) {
      after_key_ = false;
      return;
    }
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.is_empty) out_ += ',';
    if (level.layout == kLines) {
      NewLine();
    } else if (!level.is_empty) {
      out_ += ' ';
    }
    level.is_empty = false;
  }
  void NewLine() {
    out_ += '\n';
    out_.append(2 * levels_.size(), ' ');
  }

  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_JSON_JSON_WRITER_H_
