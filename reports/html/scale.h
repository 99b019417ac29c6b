#ifndef CROSSCHECK_REPORTS_HTML_SCALE_H_
#define CROSSCHECK_REPORTS_HTML_SCALE_H_

#include <optional>
#include <string>
#include <vector>

#include "checker/model/decimal.h"
#include "checker/model/report.h"

namespace crosscheck {

inline constexpr int kScaleWidth = 1000;

// A mark on an axis and what it stands for: a number in plain digits, or a
// date at the precision of its step ("2024", "2024-03", "2024-03-05").
struct Tick {
  int at = 0;
  std::string value;
};

// Numbers, or days since 1970, laid along 0 .. kScaleWidth with some room at
// either end. Positions are whole numbers got by exact arithmetic, so that a
// page is the same on every machine.
class Axis {
 public:
  enum class Kind { kLinear, kLogarithmic, kDays };

  // Of `points`, at least one (and of zero, where the least is small). nullopt
  // where all are one point or too far apart to be placed exactly. Numbers are
  // laid out logarithmically where all are positive and the largest is over
  // fifty times the smallest.
  static std::optional<Axis> Over(const std::vector<Decimal>& points,
                                  bool are_days);

  // Of a number between the least and the most of the points.
  int Place(const Decimal& number) const;
  bool is_logarithmic() const { return kind_ == Kind::kLogarithmic; }
  // Two to six round values.
  const std::vector<Tick>& ticks() const { return ticks_; }

 private:
  Axis() = default;
  void AddNumberTicks();
  void AddPowerTicks();
  void AddDayTicks();
  void AddTick(const Decimal& at, std::string value);

  Kind kind_ = Kind::kLinear;
  Decimal least_, most_, span_;
  int64_t log_least_ = 0, log_span_ = 1;
  std::vector<Tick> ticks_;
};

// Where a claim's range lies on an axis. An open end has no mark of its own:
// the bar runs on to the edge.
struct Bar {
  int begin = 0;
  int end = 0;
  bool open_begin = false;
  bool open_end = false;
  int value = -1;  // the stated value; -1: none
};

// The ranges of several claims on one axis.
struct Scale {
  Axis axis;
  std::vector<Bar> bars;  // one a claim, in the order given
};

// Can the two be drawn on one axis: both dates, both counts, or of one unit?
bool ShareAxis(const ReportClaim& a, const ReportClaim& b);

// nullopt where there is nothing to compare by eye: fewer than two claims, two
// that share no axis, a claim without any end, or all at one point.
std::optional<Scale> ScaleOf(const std::vector<const ReportClaim*>& claims);

// The stated value of a claim as a number, else the middle of what it allows.
std::optional<Decimal> PointOf(const ReportClaim& claim);
// The day a claim speaks of where that is one day, else of its publication. The
// day beside a count is that of the event ("on Monday killed 34"): it holds for
// the day it was published.
std::optional<Decimal> DayOf(const ReportClaim& claim);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_SCALE_H_
