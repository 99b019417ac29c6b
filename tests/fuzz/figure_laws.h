#ifndef CROSSCHECK_TESTS_FUZZ_FIGURE_LAWS_H_
#define CROSSCHECK_TESTS_FUZZ_FIGURE_LAWS_H_

#include <string>
#include <string_view>

namespace crosscheck {

// Reads the figures of a text and says which law of theirs is broken; empty
// where none is. The laws hold for any text, sense or not:
// - spans lie in the text, on character boundaries, the core in the span;
// - figures stand in reading order and do not overlap;
// - low <= value <= high, and the first day is not after the last;
// - an exact figure lies in its own range.
// Text that is no UTF-8 is cut before the first byte that is not.
std::string BrokenLaw(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_FUZZ_FIGURE_LAWS_H_
