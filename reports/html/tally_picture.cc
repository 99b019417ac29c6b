#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "checker/model/time_scope.h"
#include "reports/html/labels.h"
#include "reports/html/pictures.h"
#include "reports/html/scale.h"
#include "reports/html/svg.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {

bool WriteTally(const Context& context, uint32_t finding,
                const std::vector<ValueGroup>& groups, Page& page) {
  constexpr int kHeight = 170;
  constexpr size_t kMostPoints = 60;
  constexpr size_t kMostNamed = 8;  // more would stand in each other's way
  struct Point {
    Decimal day, value;
    bool clashes;
    size_t group;
  };
  std::vector<Point> points;
  std::vector<Decimal> days, values;
  std::set<std::pair<std::string, std::string>> seen;
  size_t left_out = 0;
  const ReportClaim& first = context.view.Claim(groups[0].claims[0]);
  for (size_t g = 0; g < groups.size(); ++g) {
    for (uint32_t c : groups[g].claims) {
      const ReportClaim& claim = context.view.Claim(c);
      const auto day = DayOf(claim);
      const auto value = PointOf(claim);
      if (!day || !value || !ShareAxis(first, claim)) {
        ++left_out;
        continue;
      }
      // Many articles of one day may print one value: one dot.
      if (!seen.emplace(day->ToString(), value->ToString()).second) continue;
      if (points.size() == kMostPoints) {
        ++left_out;
        continue;
      }
      points.push_back({*day, *value, groups[g].clashes, g});
      days.push_back(*day);
      values.push_back(*value);
    }
  }
  const Finding& it = context.view.FindingAt(finding);
  const size_t fewest = it.verdict == Verdict::kUpdate ? 2 : 3;
  if (points.size() < fewest) return false;
  const auto across = Axis::Over(days, true);
  const auto up = Axis::Over(values, false);
  if (!across || !up) return false;
  const bool clash = it.verdict == Verdict::kConflict;
  // 0 .. kScaleWidth upwards -> pixels downwards.
  const auto y_of = [&](int at) {
    return kHeight - at * kHeight / kScaleWidth;
  };
  std::stable_sort(
      points.begin(), points.end(),
      [](const Point& a, const Point& b) { return a.day < b.day; });
  std::string description;
  for (const Point& point : points) {
    if (!description.empty()) {
      description += context.book.Say(Phrase::kSemicolon);
    }
    const ReportClaim& claim =
        context.view.Claim(groups[point.group].claims[0]);
    const auto day = point.day.ToInt64();
    description += Isolated(context.book.DateWords(
        ToIsoDate(Day{static_cast<int32_t>(day.value_or(0))})));
    description += ": " + Isolated(FigureWords(claim, context.book));
  }
  page.Raw("<figure class=\"picture\"><figcaption>")
      .Text(context.book.Say(Phrase::kTallyCaption))
      .Raw("</figcaption>");
  OpenSvg(
      fmt::format("y{}", context.view.NumberOf(finding)), "tally",
      kHeight + kAxisHeight,
      context.book.Say(Phrase::kTallyTitle, {{"fact", FactText(context, it)}}),
      description, page);
  const bool are_named = points.size() <= kMostNamed;
  for (const Tick& tick : up->ticks()) {
    const int y = y_of(tick.at);
    page.Raw(
        fmt::format("<line class=\"grid\" x1=\"0\" x2=\"100%\" "
                    "y1=\"{}\" y2=\"{}\"/>",
                    y, y));
    if (are_named) continue;
    page.Raw(fmt::format("<text class=\"tick\" x=\"0\" y=\"{}\" "
                         "text-anchor=\"{}\"{}>",
                         y - 4, DirectionOf(context).empty() ? "start" : "end",
                         DirectionOf(context)))
        .SvgText(NumberWords(tick.value, context.book))
        .Raw("</text>");
  }
  WriteAxis(context, *across, true, kHeight, page);
  for (const Point& point : points) {
    page.Raw(fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"6\"/>",
                         point.clashes && clash ? "dot clash" : "dot",
                         Percent(across->Place(point.day)),
                         y_of(up->Place(point.value))));
  }
  if (are_named) {
    for (const Point& point : points) {
      const int x = across->Place(point.day), y = y_of(up->Place(point.value));
      page.Raw(fmt::format("<text class=\"num\" x=\"{}\" y=\"{}\" "
                           "text-anchor=\"{}\"{}>",
                           Percent(x), y < 24 ? y + 22 : y - 11, "middle",
                           DirectionOf(context)))
          .SvgText(NumberWords(point.value.ToShortString(), context.book))
          .Raw("</text>");
    }
  }
  page.Raw("</svg>");
  if (clash) {
    page.Raw(
            "<p class=\"fine key\"><svg class=\"swatch round\" "
            "aria-hidden=\"true\"><circle class=\"dot clash\" cx=\"50%\" "
            "cy=\"50%\" r=\"5\"/></svg> ")
        .Text(context.book.Say(Phrase::kTallyKey))
        .Raw("</p>");
  }
  WriteLeftOut(context, left_out, page);
  page.Raw("</figure>");
  return true;
}

}  // namespace crosscheck
