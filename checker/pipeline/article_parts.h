#ifndef CROSSCHECK_CHECKER_PIPELINE_ARTICLE_PARTS_H_
#define CROSSCHECK_CHECKER_PIPELINE_ARTICLE_PARTS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "checker/model/article.h"
#include "checker/model/claim.h"
#include "checker/model/quantity.h"
#include "checker/model/span.h"

namespace crosscheck {

// A text longer than this is read in parts, so that what is held of it does not
// grow with it. No article anyone wrote is; whole books and logs are.
inline constexpr size_t kPartBytes = size_t{128} << 10;

// The parts of a text, in order, without gaps: cut at a newline, else after a
// full stop, else at a blank, else between two characters.
std::vector<Span> PartsOf(std::string_view text);

// The part as an article that stands alone (without pieces and source).
Article CutPart(const Article& article, const Span& part);

// What was before a part: its claims count on from there.
struct PartOffsets {
  uint32_t bytes = 0;
  uint32_t tokens = 0;
  uint32_t sentences = 0;
  uint32_t figures = 0;
};

// Makes what was read in a part of the whole article's.
void Shift(const PartOffsets& by, std::vector<Claim>& claims,
           std::vector<SkippedFigure>& skipped);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_ARTICLE_PARTS_H_
