#ifndef CROSSCHECK_CHECKER_LINK_TALLIES_H_
#define CROSSCHECK_CHECKER_LINK_TALLIES_H_

#include <cstddef>
#include <string>

#include "absl/types/span.h"
#include "checker/model/claim.h"

namespace crosscheck {

// What the other figures of two claims' sentences say of the two. Cost: the
// figures of the two sentences.

// A claim among those of its article; those of one sentence stand in a row.
struct ClaimOfArticle {
  absl::Span<const Claim> claims;
  size_t index = 0;

  const Claim& claim() const { return claims[index]; }
};

// Figures of one sentence are different facts, said side by side.
bool SameSentence(const Claim& a, const Claim& b);

// Do both sentences give another figure of the same tally, and the same one?
// Then they speak of one moment.
bool SameTally(const ClaimOfArticle& a, const ClaimOfArticle& b);

// Do the articles of the two both give one larger figure of the same tally,
// neither of them vague? Cost: the claims of both.
bool SameTotal(const ClaimOfArticle& a, const ClaimOfArticle& b);

// Does another figure of its sentence, or do all of its kind together, make
// `part` up to `whole`, or to what its wording allows ("nearly 140")? Then says
// how: "128 and 12 make 140"; else "".
std::string PartOf(const ClaimOfArticle& part, const Claim& whole);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_TALLIES_H_
