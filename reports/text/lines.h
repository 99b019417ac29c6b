#ifndef CROSSCHECK_REPORTS_TEXT_LINES_H_
#define CROSSCHECK_REPORTS_TEXT_LINES_H_

#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// Marks around a figure in a text that Visible() has been through, which leaves
// no control character: the places of colour, without width.
inline constexpr char kMarkBegin = '\x01';
inline constexpr char kMarkEnd = '\x02';

// Breaks at blanks into lines of at most `width` columns; a longer word has a
// line of its own. Never empty: at least one line.
std::vector<std::string> Wrap(std::string_view text, int width);

// Our own sentence with right-to-left names or quotes in it: each run of them,
// or the quotation it stands in, becomes an isolate, so that the figures
// beside it stay where they belong.
//
//   The \"نحو 12 مليار دولار\" of … -> the text between the quotes isolated
std::string IsolateRuns(std::string_view text);

// A name: isolated whole when it holds right-to-left letters.
std::string IsolateName(std::string_view text);

// A line of a quoted text whose main direction is as given; isolated when
// right-to-left letters are about, its direction fixed by a mark where the
// first letter would mislead.
std::string IsolateLine(std::string_view line, bool right_to_left);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_TEXT_LINES_H_
