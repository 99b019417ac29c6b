#ifndef CROSSCHECK_CHECKER_LINK_FIGURE_KEYS_H_
#define CROSSCHECK_CHECKER_LINK_FIGURE_KEYS_H_

#include <cstdint>

#include "checker/model/claim.h"

namespace crosscheck {

// A figure as keys, which are 0 where it has no value: `value` alone, and
// `figure` with what it counts, equal where two articles give the same figure
// for such a thing.
struct FigureKeys {
  uint64_t value = 0;
  uint64_t figure = 0;
};
FigureKeys KeysOfFigure(const Claim& claim);

// What a claim counts or measures, and what is said of it, as one key: equal
// for such figures of a thing as one article may give several of. A known
// metric is a key of its own, whatever else is said. `has_clock`: its figure is
// a time of day (ClockOf), which is no day.
uint64_t ThingKey(const Claim& claim, bool has_clock);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_FIGURE_KEYS_H_
