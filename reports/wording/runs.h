#ifndef CROSSCHECK_REPORTS_WORDING_RUNS_H_
#define CROSSCHECK_REPORTS_WORDING_RUNS_H_

#include <string_view>
#include <vector>

namespace crosscheck {

// A part of a sentence of ours: as it is, or right-to-left and to be isolated
// (FSI … PDI at a terminal, <bdi> on a page).
struct Run {
  std::string_view text;
  bool isolated = false;

  friend bool operator==(const Run&, const Run&) = default;
};

// Cuts our own sentence, which may hold right-to-left names and quotations, so
// that the figures beside them stay where they belong. Isolated are runs from
// the first right-to-left letter to the last before a left-to-right one (a
// bracket goes whole with a run or not at all), and the whole text between
// quotation marks that holds such a letter. The texts, one after another, are
// the sentence. Cost: one pass.
//
//   "12 مليار دولار" allows 12   ->  {"}, {12 مليار دولار, isolated},
//                                    {" allows 12}
std::vector<Run> RunsOf(std::string_view sentence);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_WORDING_RUNS_H_
