#include "checker/evaluate/trade_off.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <iterator>
#include <set>
#include <string_view>

#include "checker/evaluate/table.h"

namespace crosscheck {
namespace {

constexpr int kBelow = 120, kAbove = 150, kStep = 15;  // points

// What a threshold comes to for the stories of one language; "" is all.
struct Rates {
  int64_t clear = 0, clear_found = 0;  // conflicts
  int64_t found = 0, alarms = 0;       // of any strength
  int64_t others = 0, fact_alarms = 0;

  int64_t Recall() const { return PerMille(clear_found, clear); }
  int64_t Precision() const { return PerMille(found, found + alarms); }
};

Rates RatesOf(const StoryScores& scores, std::string_view language) {
  Rates out;
  for (const ScoredFact& fact : scores.facts) {
    if (!language.empty() && fact.language != language) continue;
    const bool said = fact.outcome == FactOutcome::kConflict;
    if (fact.verdict == "conflict") {
      out.found += said ? 1 : 0;
      if (fact.strength != "clear") continue;
      ++out.clear;
      out.clear_found += said ? 1 : 0;
    } else {
      ++out.others;
      out.fact_alarms += said ? 1 : 0;
    }
  }
  out.alarms = out.fact_alarms;
  for (const ExtraAlarm& extra : scores.extras) {
    if (language.empty() || extra.language == language) ++out.alarms;
  }
  return out;
}

struct Line {
  std::string_view colour;
  std::string_view dashes;
};
// Told apart without colour too.
constexpr std::array<Line, 4> kLines = {{{"#1a1a1a", ""},
                                         {"#0b6e99", "6 3"},
                                         {"#b3541e", "2 3"},
                                         {"#5b3e96", "9 3 2 3"}}};

// The plot's inside, in units of the SVG.
constexpr int kLeft = 70, kTop = 30, kWidth = 560, kHeight = 400;

double X(int64_t tenths) { return kLeft + kWidth * tenths / 1000.0; }
double Y(int64_t tenths) { return kTop + kHeight - kHeight * tenths / 1000.0; }

std::string Axes() {
  std::string out;
  for (int64_t tenths = 0; tenths <= 1000; tenths += 200) {
    out += fmt::format(
        "<line x1=\"{0:.1f}\" y1=\"{1}\" x2=\"{0:.1f}\" y2=\"{2}\" "
        "class=\"grid\"/>\n"
        "<text x=\"{0:.1f}\" y=\"{3}\" text-anchor=\"middle\">{4} %</text>\n",
        X(tenths), kTop, kTop + kHeight, kTop + kHeight + 18, tenths / 10);
    out += fmt::format(
        "<line x1=\"{0}\" y1=\"{1:.1f}\" x2=\"{2}\" y2=\"{1:.1f}\" "
        "class=\"grid\"/>\n"
        "<text x=\"{3}\" y=\"{4:.1f}\" text-anchor=\"end\">{5} %</text>\n",
        kLeft, Y(tenths), kLeft + kWidth, kLeft - 8, Y(tenths) + 4,
        tenths / 10);
  }
  out += fmt::format(
      "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">recall of clear "
      "conflicts</text>\n"
      "<text transform=\"translate(18 {}) rotate(-90)\" "
      "text-anchor=\"middle\">precision of conflict findings</text>\n",
      kLeft + kWidth / 2, kTop + kHeight + 40, kTop + kHeight / 2);
  return out;
}

std::string Curve(const TradeOff& trade_off, std::string_view language,
                  const Line& line) {
  std::string path, dots;
  for (const TradeOff::Point& point : trade_off.points) {
    const Rates rates = RatesOf(point.scores, language);
    if (rates.found + rates.alarms == 0) continue;
    const double x = X(rates.Recall()), y = Y(rates.Precision());
    path += fmt::format("{}{:.1f},{:.1f}", path.empty() ? "" : " ", x, y);
    dots += fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\" fill=\"{}\"><title>"
        "{} points: recall {} %, precision {} %</title></circle>\n",
        x, y, line.colour, point.threshold,
        PercentText(rates.clear_found, rates.clear),
        PercentText(rates.found, rates.found + rates.alarms));
    if (point.threshold == trade_off.chosen) {
      dots += fmt::format(
          "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"7\" fill=\"none\" "
          "stroke=\"{}\"/>\n",
          x, y, line.colour);
    }
  }
  return fmt::format(
      "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" "
      "stroke-width=\"1.5\" stroke-dasharray=\"{}\"/>\n{}",
      path, line.colour, line.dashes.empty() ? "none" : line.dashes, dots);
}

}  // namespace

absl::StatusOr<TradeOff> ScoreTradeOff(const std::vector<std::string>& paths,
                                       const Rulebook& rules,
                                       const PipelineOptions& options,
                                       int jobs) {
  TradeOff out;
  out.chosen = Pipeline(rules, options).least_points();
  for (int t = out.chosen - kBelow; t <= out.chosen + kAbove; t += kStep) {
    PipelineOptions other = options;
    other.least_points = t;
    auto scores = ScoreStories(paths, Pipeline(rules, other), jobs);
    if (!scores.ok()) return scores.status();
    out.points.push_back({t, *std::move(scores)});
  }
  return out;
}

std::string ToText(const TradeOff& trade_off) {
  Table table({"threshold", "clear", "found", "recall", "precision", "not one",
               "alarms", "of these"});
  for (const TradeOff::Point& point : trade_off.points) {
    const Rates rates = RatesOf(point.scores, "");
    table.Row(
        {fmt::format("{:>4}{}", point.threshold,
                     point.threshold == trade_off.chosen ? " chosen" : ""),
         std::to_string(rates.clear), std::to_string(rates.clear_found),
         PercentText(rates.clear_found, rates.clear),
         PercentText(rates.found, rates.found + rates.alarms),
         std::to_string(rates.others), std::to_string(rates.fact_alarms),
         PercentText(rates.fact_alarms, rates.others)});
  }
  return table.ToText();
}

std::string ToSvg(const TradeOff& trade_off) {
  std::set<std::string> languages = {""};
  if (!trade_off.points.empty()) {
    for (const ScoredFact& fact : trade_off.points[0].scores.facts) {
      languages.insert(fact.language);
    }
  }
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" "
      "font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n"
      "<title>Recall and precision by threshold</title>\n"
      "<style>.grid {{ stroke: #ddd; }}</style>\n"
      "<rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n{2}",
      kLeft + kWidth + 30, kTop + kHeight + 60, Axes());
  size_t n = 0;
  for (const std::string& language : languages) {
    const Line& line = kLines[n % kLines.size()];
    out += Curve(trade_off, language, line);
    const int y = kTop + 16 + static_cast<int>(n) * 18;
    out += fmt::format(
        "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" "
        "stroke-width=\"1.5\" stroke-dasharray=\"{}\"/>\n"
        "<text x=\"{}\" y=\"{}\">{}</text>\n",
        kLeft + kWidth - 130, y - 4, kLeft + kWidth - 100, y - 4, line.colour,
        line.dashes.empty() ? "none" : line.dashes, kLeft + kWidth - 92, y,
        language.empty() ? "all stories" : language);
    ++n;
  }
  out += fmt::format(
      "<text x=\"{}\" y=\"{}\" fill=\"#555\">ringed: the threshold in use, {} "
      "points</text>\n</svg>\n",
      kLeft + 8, kTop + kHeight - 8, trade_off.chosen);
  return out;
}

}  // namespace crosscheck
