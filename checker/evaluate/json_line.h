#ifndef CROSSCHECK_CHECKER_EVALUATE_JSON_LINE_H_
#define CROSSCHECK_CHECKER_EVALUATE_JSON_LINE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/report.h"

namespace crosscheck {

// A JSON string with its quotes. Bytes past ASCII stay as they are: give it
// valid UTF-8.
//   JsonText("a \"b\"")   // "a \"b\"" in quotes, the inner ones escaped
std::string JsonText(std::string_view text);
// [a,b,c] of elements that are JSON already.
std::string JsonList(const std::vector<std::string>& elements);
std::string JsonTexts(const std::vector<std::string>& texts);

// One JSON object, keys in the order given, on one line.
//
//   JsonObject().Text("id", "x").Number("n", 3).Take()   // {"id":"x","n":3}
class JsonObject {
 public:
  JsonObject& Text(std::string_view key, std::string_view value);
  // Leaves the key out when the value is empty.
  JsonObject& TextIfAny(std::string_view key, std::string_view value);
  JsonObject& Number(std::string_view key, int64_t value);
  JsonObject& Flag(std::string_view key, bool value);
  // `json` is JSON already.
  JsonObject& Raw(std::string_view key, std::string_view json);
  std::string Take() const { return body_ + "}"; }

 private:
  void Key(std::string_view key);

  std::string body_ = "{";
};

// What was read at a place, short: for the lines of --errors.
std::string ShowFigure(const ReportClaim& claim);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_JSON_LINE_H_
