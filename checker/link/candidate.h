#ifndef CROSSCHECK_CHECKER_LINK_CANDIDATE_H_
#define CROSSCHECK_CHECKER_LINK_CANDIDATE_H_

#include <cstdint>

#include "checker/link/pair_signs.h"

namespace crosscheck {

// Two comparable claims of two articles, or of one, by index among those of
// the run, and what speaks for their being one fact. `meets`: their figures
// share a value. `points` are those of `signs`, once all of them are read.
struct Candidate {
  uint32_t a = 0;
  uint32_t b = 0;
  bool meets = false;
  int points = 0;
  PairSigns signs;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_CANDIDATE_H_
