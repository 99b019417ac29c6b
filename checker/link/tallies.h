#ifndef CROSSCHECK_CHECKER_LINK_TALLIES_H_
#define CROSSCHECK_CHECKER_LINK_TALLIES_H_

#include <cstdint>
#include <string>

#include "absl/types/span.h"
#include "checker/model/claim.h"

namespace crosscheck {

// What the other figures of two claims' sentences say of the two. Claims are
// given by index; those of one sentence stand in a row. Cost: the figures of
// the two sentences.

// Figures of one sentence are different facts, said side by side.
bool SameSentence(const Claim& a, const Claim& b);

// Do both sentences give another figure of the same tally, and the same one?
// Then they speak of one moment.
bool SameTally(absl::Span<const Claim> claims, uint32_t a, uint32_t b);

// Do the articles of the two, whose claims are given, both give one larger
// figure of the same tally, neither of them vague? Cost: the claims of both.
bool SameTotal(absl::Span<const Claim> claims, uint32_t a, uint32_t b,
               absl::Span<const uint32_t> of_article_a,
               absl::Span<const uint32_t> of_article_b);

// Does another figure of its sentence, or do all of its kind together, make
// `part` up to `whole`, or to what its wording allows ("nearly 140")? Then says
// how: "128 and 12 make 140"; else "".
std::string PartOf(absl::Span<const Claim> claims, uint32_t part,
                   uint32_t whole);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_TALLIES_H_
