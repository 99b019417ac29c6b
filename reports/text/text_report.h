#ifndef CROSSCHECK_REPORTS_TEXT_TEXT_REPORT_H_
#define CROSSCHECK_REPORTS_TEXT_TEXT_REPORT_H_

#include <string>

#include "checker/model/report.h"

namespace crosscheck {

struct TextOptions {
  bool color = false;  // ANSI colours; else the figure stands in « »
  int width = 80;      // columns; less than 40 counts as 40
};

// A run for people at a terminal. Errors first, then warnings, each with its
// sentences side by side, the figure marked and its value below; then notes in
// short; last what was read, linked, compared and left out, and the problems.
// Findings that agree, have level none or were dismissed are only counted.
//
//   error[f1]: Marsa Nour plant · construction cost             conflict · high
//     …
//     ╭ The Harbour Post · 2025-03-02 · examples/01-harbour-post.md:3:63
//     │ The plant will cost «$1.2 billion», the water ministry said.
//     │ = USD 1.2 billion (1.15 to under 1.25 billion)
//
// Right-to-left text keeps the order of its letters; each line of it stands in
// an isolate (U+2068 … U+2069), so that a terminal that reorders does so
// within it. What a text holds of control characters and bidirectional
// controls is shown as "<U+001B>": no escape of an article's reaches the
// terminal. The same Report and options give the same bytes.
std::string ToText(const Report& report, const TextOptions& options);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_TEXT_TEXT_REPORT_H_
