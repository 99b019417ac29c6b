#ifndef CROSSCHECK_CHECKER_QUANTITY_DIGIT_SHAPES_H_
#define CROSSCHECK_CHECKER_QUANTITY_DIGIT_SHAPES_H_

#include <cstdint>

#include "checker/model/document.h"

namespace crosscheck {

// Shapes of digits that no rule and no word is needed for: what is written like
// an address, a telephone number or the number of a list is no figure. Cost:
// at most 64 tokens either side of the digits, each looked at once.

// Tokens [first, limit) without a blank between them.
struct Chain {
  uint32_t first = 0, limit = 0;
};
Chain ChainOf(const Document& document, uint32_t token);

// An address of the net ("a@b.org", "192.168.1.2"), a hashtag, or what runs on
// for over 64 tokens, which no prose does.
bool IsAddress(const Document& document, const Chain& chain);

// "+1-222-2222", "(02) 555-1234": digits at `token` with a plus or a leading
// nought and many of them, or three and more runs joined by hyphens with three
// digits and more each.
bool IsPhone(const Document& document, const Chain& chain, uint32_t token);

// "the 9-9-9 plan", "a 9-2-1 record": three digits that count nothing.
bool IsTriple(const Document& document, uint32_t token);

// The number of a list line: "1.", "2)" or "3-" at its start, a word after it;
// or "3- البيرو" (Peru) in a list that runs on.
bool IsListNumber(const Document& document, uint32_t token);

// Where a number in groups ("1,234,234,…") ends that has more digits than any
// figure; 0 where there is none. What is too long is passed over at once, so
// that no digit is looked at often.
uint32_t EndOfLongGroups(const Document& document, uint32_t token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_DIGIT_SHAPES_H_
