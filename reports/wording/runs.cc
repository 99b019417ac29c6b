#include "reports/wording/runs.h"

#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

// From the first right-to-left letter at `at` to the last before a
// left-to-right one. A bracket goes whole with the run or not at all.
size_t RunEnd(std::string_view text, size_t at) {
  size_t end = at;
  size_t before_bracket = 0;  // the end where one is open, else 0
  while (at < text.size() && text[at] != '"') {
    const CodePoint c = CodePointAt(text, at);
    const Strength strength = StrengthOf(c.value);
    if (strength == Strength::kLeftToRight) break;
    // A bracket with a figure is one of ours: "(outlet, 2025)".
    if (before_bracket != 0 && c.value >= U'0' && c.value <= U'9') break;
    at += c.length;
    if (c.value == U'(' && before_bracket == 0) {
      before_bracket = end;
    } else if (c.value == U')') {
      if (before_bracket == 0) break;
      before_bracket = 0;
      end = at;
    } else if (strength == Strength::kRightToLeft) {
      end = at;
    }
  }
  return before_bracket == 0 ? end : before_bracket;
}

}  // namespace

std::vector<Run> RunsOf(std::string_view sentence) {
  std::vector<Run> runs;
  size_t plain = 0;  // where the text that is not yet in `runs` begins
  const auto isolate = [&](size_t begin, size_t end) {
    if (begin > plain) {
      runs.push_back({sentence.substr(plain, begin - plain), false});
    }
    runs.push_back({sentence.substr(begin, end - begin), true});
    plain = end;
  };
  // Past this mark no quotation closes; keeps stray marks from costing a
  // search each.
  size_t last_mark = sentence.rfind('"');
  for (size_t at = 0; at < sentence.size();) {
    if (sentence[at] == '"' && at < last_mark) {
      const size_t close = sentence.find('"', at + 1);
      if (HasRightToLeft(sentence.substr(at + 1, close - at - 1))) {
        isolate(at + 1, close);
      }
      at = close + 1;
      continue;
    }
    const CodePoint c = CodePointAt(sentence, at);
    if (StrengthOf(c.value) != Strength::kRightToLeft) {
      at += c.length;
      continue;
    }
    const size_t end = RunEnd(sentence, at);
    isolate(at, end);
    at = end;
  }
  if (plain < sentence.size()) runs.push_back({sentence.substr(plain), false});
  return runs;
}

}  // namespace crosscheck
