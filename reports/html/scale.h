#ifndef CROSSCHECK_REPORTS_HTML_SCALE_H_
#define CROSSCHECK_REPORTS_HTML_SCALE_H_

#include <optional>
#include <string>
#include <vector>

#include "checker/model/report.h"

namespace crosscheck {

// Where a claim's range lies on a scale of 0 .. kScaleWidth. An open end has
// no mark of its own: the bar runs on to the edge.
struct Bar {
  int begin = 0;
  int end = 0;
  bool open_begin = false;
  bool open_end = false;
  int value = -1;  // the stated value; -1: none
};

inline constexpr int kScaleWidth = 1000;

// The ranges of several claims on one scale, as a picture needs them.
// Positions are whole numbers got by exact arithmetic, so that a page is the
// same on every machine.
struct Scale {
  bool logarithmic = false;
  std::vector<Bar> bars;  // one a claim, in the order given
};

// nullopt where there is nothing to compare by eye: fewer than two claims, two
// units, a claim without any end, or all at one point. Logarithmic where the
// largest end is over fifty times the smallest.
std::optional<Scale> ScaleOf(const std::vector<const ReportClaim*>& claims);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_SCALE_H_
