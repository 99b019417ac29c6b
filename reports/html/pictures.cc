#include "reports/html/pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "checker/model/time_scope.h"
#include "reports/html/labels.h"
#include "reports/html/scale.h"
#include "reports/wording/figure_words.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

constexpr size_t kMostBars = 12;
constexpr int kRowHeight = 40;
constexpr int kBarTop = 20;
constexpr int kBarHeight = 12;
constexpr int kAxisHeight = 26;
constexpr int kMostLabelColumns = 42;

// 123 of 1000 -> "12.3%"
std::string Percent(int at) { return fmt::format("{}.{}%", at / 10, at % 10); }

// Cut to about what fits a phone; the whole is in the table.
std::string Shortened(std::string_view text, int columns) {
  if (ColumnsOf(text) <= columns) return std::string(text);
  std::string out;
  int used = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = CodePointAt(text, at);
    used += ColumnsOf(c.value);
    if (used >= columns) break;
    out.append(text, at, c.length);
    at += c.length;
  }
  return out + "…";
}

// Isolated from what stands around it: an outlet's name, a value.
std::string Isolated(std::string_view text) {
  return fmt::format("\u2068{}\u2069", Visible(text));
}

void OpenSvg(std::string_view id, std::string_view kind, int height,
             std::string_view title, std::string_view description, Page& page) {
  page.Raw(fmt::format("<svg class=\"pic {}\" role=\"img\" width=\"100%\" "
                       "height=\"{}\" aria-labelledby=\"{}-t {}-d\"><title "
                       "id=\"{}-t\">",
                       kind, height, id, id, id))
      .SvgText(title)
      .Raw(fmt::format("</title><desc id=\"{}-d\">", id))
      .SvgText(description)
      .Raw("</desc>");
}

std::string TickWords(const Context& context, const Tick& tick, bool are_days) {
  return are_days ? context.book.DateWords(tick.value)
                  : NumberWords(tick.value, context.book);
}

// The axis along the bottom: a line, ticks and their words.
void WriteAxis(const Context& context, const Axis& axis, bool are_days, int y,
               Page& page) {
  page.Raw(fmt::format(
      "<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{}\" y2=\"{}\"/>", y, y));
  int last = -1000;
  for (const Tick& tick : axis.ticks()) {
    const std::string at = Percent(tick.at);
    page.Raw(
        fmt::format("<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"0\" "
                    "y2=\"{}\"/>",
                    at, at, y + 5));
    // A phone has room for one label in a fifth of its width.
    if (tick.at - last < 180) continue;
    last = tick.at;
    page.Raw(fmt::format("<text class=\"tick\" x=\"{}\" y=\"{}\" "
                         "text-anchor=\"middle\">",
                         at, y + 19))
        .SvgText(TickWords(context, tick, are_days))
        .Raw("</text>");
  }
}

void WriteBar(const Bar& bar, bool clashes, int top, Page& page) {
  const int middle = top + kBarHeight / 2;
  const std::string_view style = clashes ? "bar clash" : "bar";
  if (bar.end > bar.begin) {
    page.Raw(
        fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" "
                    "height=\"{}\" rx=\"2\"/>",
                    style, Percent(bar.begin), top,
                    Percent(bar.end - bar.begin), kBarHeight));
  }
  const auto arrow = [&](std::string_view x, std::string_view path) {
    page.Raw(fmt::format(
        "<svg x=\"{}\" y=\"{}\" overflow=\"visible\"><path class=\"arrow\" "
        "d=\"{}\"/></svg>",
        x, middle, path));
  };
  if (bar.open_begin) arrow("0", "M10-8 0 0 10 8z");
  if (bar.open_end) arrow("100%", "M-10-8 0 0-10 8z");
  if (bar.value >= 0) {
    page.Raw(fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
                         clashes ? "dot clash" : "dot", Percent(bar.value),
                         middle, bar.end - bar.begin < 12 ? 6 : 4));
  } else if (bar.end - bar.begin < 6) {
    // A day among years would not be seen as a bar.
    page.Raw(fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"6\"/>",
                         clashes ? "dot clash" : "dot",
                         Percent((bar.begin + bar.end) / 2), middle));
  }
}

// A label over a bar, beginning where lines of the page begin.
void WriteRowLabel(const Context& context, std::string_view text, int y,
                   bool clashes, Page& page) {
  const bool right_to_left = context.book.direction() == "rtl";
  page.Raw(fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\"{}>",
                       clashes ? "row clash" : "row",
                       right_to_left ? "100%" : "0", y,
                       right_to_left ? " direction=\"rtl\"" : ""))
      .Raw(text)
      .Raw("</text>");
}

// "USD 1.2 billion – The Harbour Post, Coast Wire +3", escaped.
std::string RowLabel(const Context& context, const ValueGroup& group) {
  const std::string value = Shortened(
      FigureWords(context.view.Claim(group.claims[0]), context.book), 26);
  std::string outlets = OutletsOf(context, group, 2);
  outlets =
      Shortened(outlets, std::max(12, kMostLabelColumns - ColumnsOf(value)));
  Page text;
  text.Raw("<tspan class=\"val\">\u2068")
      .SvgText(value)
      .Raw("\u2069</tspan> <tspan class=\"who\">\u2068")
      .SvgText(outlets)
      .Raw("\u2069</tspan>");
  return std::move(text).Take();
}

// The band between two clashing ranges, or what all clashing ranges share.
struct Band {
  int begin = 0;
  int end = 0;
  bool is_gap = false;
};

std::optional<Band> BandOf(const std::vector<ValueGroup>& groups,
                           const std::vector<Bar>& bars) {
  int highest_begin = 0, lowest_end = kScaleWidth;
  int clashing = 0;
  for (size_t i = 0; i < bars.size(); ++i) {
    if (!groups[i].clashes) continue;
    ++clashing;
    highest_begin = std::max(highest_begin, bars[i].begin);
    lowest_end = std::min(lowest_end, bars[i].end);
  }
  if (clashing < 2) return std::nullopt;
  if (lowest_end < highest_begin) return Band{lowest_end, highest_begin, true};
  return Band{highest_begin, lowest_end, false};
}

void WriteBand(const Band& band, int height, Page& page) {
  const int width = std::max(band.end - band.begin, 2);
  page.Raw(
      fmt::format("<rect class=\"{}\" x=\"{}\" y=\"0\" width=\"{}\" "
                  "height=\"{}\" fill=\"url(#{})\"/>",
                  band.is_gap ? "gap" : "overlap", Percent(band.begin),
                  Percent(width), height, band.is_gap ? "hatch" : "dots"));
}

// "The Harbour Post: USD 1.2 billion, allows …; …": the picture in words.
std::string Describe(const Context& context,
                     const std::vector<ValueGroup>& groups) {
  std::string out;
  for (const ValueGroup& group : groups) {
    const ReportClaim& claim = context.view.Claim(group.claims[0]);
    if (!out.empty()) out += context.book.Say(Phrase::kSemicolon);
    out += Isolated(OutletsOf(context, group, 2)) + ": ";
    out += Isolated(FigureWords(claim, context.book));
    const std::string range = AllowedWords(context, claim);
    if (!range.empty()) {
      out += context.book.Say(Phrase::kAllowsAside, {{"range", range}});
    }
  }
  return out;
}

// Where what is drawn leaves something out, that is said below it.
void WriteLeftOut(const Context& context, size_t left_out, Page& page) {
  if (left_out == 0) return;
  page.Raw("<p class=\"fine\">")
      .Text(context.book.Count(Phrase::kMoreInTable, left_out))
      .Raw("</p>");
}

}  // namespace

bool WriteScale(const Context& context, uint32_t finding,
                const std::vector<ValueGroup>& all, Page& page) {
  if (all.size() < 2) return false;
  std::vector<ValueGroup> groups;
  std::vector<const ReportClaim*> claims;
  const ReportClaim& first = context.view.Claim(all[0].claims[0]);
  for (const ValueGroup& group : all) {
    const ReportClaim& claim = context.view.Claim(group.claims[0]);
    if (groups.size() < kMostBars && ShareAxis(first, claim) &&
        (!claim.low.empty() || !claim.high.empty())) {
      groups.push_back(group);
      claims.push_back(&claim);
    }
  }
  const auto scale = ScaleOf(claims);
  if (!scale) return false;
  const bool are_days = first.kind == "date";
  const int axis = static_cast<int>(groups.size()) * kRowHeight + 4;
  const std::string id = context.view.AnchorOf(finding) + "-s";
  const auto band = BandOf(groups, scale->bars);
  const Finding& it = context.view.FindingAt(finding);
  const bool clash = it.verdict == Verdict::kConflict && band && band->is_gap;
  page.Raw("<figure class=\"picture\"><figcaption>")
      .Text(context.book.Say(are_days ? Phrase::kTimelineCaption
                                      : Phrase::kScaleCaption));
  if (scale->axis.is_logarithmic()) {
    page.Raw(" <span class=\"fine\">")
        .Text(context.book.Say(Phrase::kLogarithmic))
        .Raw("</span>");
  }
  page.Raw("</figcaption>");
  OpenSvg(
      id, "scale", axis + kAxisHeight,
      context.book.Say(are_days ? Phrase::kTimelineTitle : Phrase::kScaleTitle,
                       {{"fact", FactText(context, it)}}),
      Describe(context, groups), page);
  if (band) WriteBand(*band, axis, page);
  WriteAxis(context, scale->axis, are_days, axis, page);
  for (size_t i = 0; i < groups.size(); ++i) {
    const int top = static_cast<int>(i) * kRowHeight;
    const bool clashes = groups[i].clashes && clash;
    WriteRowLabel(context, RowLabel(context, groups[i]), top + 14, clashes,
                  page);
    WriteBar(scale->bars[i], clashes, top + kBarTop, page);
  }
  page.Raw("</svg>");
  if (band) {
    page.Raw(
            "<p class=\"fine key\"><svg class=\"swatch\" "
            "aria-hidden=\"true\"><rect width=\"100%\" height=\"100%\" "
            "class=\"")
        .Raw(band->is_gap ? "gap\" fill=\"url(#hatch)"
                          : "overlap\" "
                            "fill=\"url(#dots)")
        .Raw("\"/></svg> ")
        .Text(context.book.Say(band->is_gap ? Phrase::kGapKey
                                            : Phrase::kOverlapKey))
        .Raw("</p>");
  }
  WriteLeftOut(context, all.size() - groups.size(), page);
  page.Raw("</figure>");
  return true;
}

bool WriteTally(const Context& context, uint32_t finding,
                const std::vector<ValueGroup>& groups, Page& page) {
  constexpr int kHeight = 170;
  constexpr size_t kMostPoints = 60;
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
  if (points.size() < 3) return false;
  const auto across = Axis::Over(days, true);
  const auto up = Axis::Over(values, false);
  if (!across || !up) return false;
  const Finding& it = context.view.FindingAt(finding);
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
      context.view.AnchorOf(finding) + "-y", "tally", kHeight + kAxisHeight,
      context.book.Say(Phrase::kTallyTitle, {{"fact", FactText(context, it)}}),
      description, page);
  for (const Tick& tick : up->ticks()) {
    const int y = y_of(tick.at);
    page.Raw(fmt::format("<line class=\"grid\" x1=\"0\" x2=\"100%\" "
                         "y1=\"{}\" y2=\"{}\"/><text class=\"tick\" "
                         "x=\"0\" y=\"{}\">",
                         y, y, y - 4))
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

void WriteBars(const Context& context, std::string_view id,
               std::string_view title, std::string_view label_heading,
               const std::vector<CountBar>& bars, Page& page) {
  uint64_t most = 1;
  for (const CountBar& bar : bars) most = std::max(most, bar.count);
  std::string description;
  for (const CountBar& bar : bars) {
    if (!description.empty()) {
      description += context.book.Say(Phrase::kSemicolon);
    }
    description += Isolated(bar.label) + ": " + GroupedDigits(bar.count);
  }
  const bool right_to_left = context.book.direction() == "rtl";
  constexpr int kHeight = 34;
  page.Raw("<figure class=\"picture\"><figcaption>")
      .Text(title)
      .Raw("</figcaption>");
  OpenSvg(id, "bars", static_cast<int>(bars.size()) * kHeight, title,
          description, page);
  for (size_t i = 0; i < bars.size(); ++i) {
    const CountBar& bar = bars[i];
    const int top = static_cast<int>(i) * kHeight;
    // Up to 85 % across; the number stands behind the bar's end.
    const int width =
        static_cast<int>(std::max<uint64_t>(bar.count * 850 / most, 1));
    WriteRowLabel(
        context,
        [&] {
          Page text;
          text.Raw("\u2068")
              .SvgText(Shortened(bar.label, kMostLabelColumns))
              .Raw("\u2069");
          return std::move(text).Take();
        }(),
        top + 12, false, page);
    if (bar.count > 0) {
      page.Raw(fmt::format(
          "<rect class=\"count {}\" x=\"{}\" y=\"{}\" width=\"{}\" "
          "height=\"11\" rx=\"1\"/>",
          bar.style, Percent(right_to_left ? kScaleWidth - width : 0), top + 17,
          Percent(width)));
    }
    const int shown = bar.count > 0 ? width : 0;
    page.Raw(fmt::format(
        "<svg x=\"{}\" y=\"{}\" overflow=\"visible\"><text class=\"num\" "
        "x=\"{}\" text-anchor=\"{}\">{}</text></svg>",
        Percent(right_to_left ? kScaleWidth - shown : shown), top + 27,
        right_to_left ? -6 : 6, right_to_left ? "end" : "start",
        GroupedDigits(bar.count)));
  }
  page.Raw("</svg><details class=\"behind\"><summary>")
      .Text(context.book.Say(Phrase::kSameAsTable))
      .Raw("</summary><table><caption class=\"vh\">")
      .Text(title)
      .Raw("</caption><thead><tr><th scope=\"col\">")
      .Text(label_heading)
      .Raw("</th><th scope=\"col\">")
      .Text(context.book.Say(Phrase::kNumberHeading))
      .Raw("</th></tr></thead><tbody>");
  for (const CountBar& bar : bars) {
    page.Raw("<tr><th scope=\"row\">");
    if (!bar.href.empty()) {
      page.Raw("<a href=\"").Attribute(bar.href).Raw("\">");
    }
    page.Name(bar.label)
        .Raw(bar.href.empty() ? "</th><td>" : "</a></th><td>")
        .Number(bar.count)
        .Raw("</td></tr>");
  }
  page.Raw("</tbody></table></details></figure>");
}

void WriteSymbols(Page& page) {
  page.Raw(
      "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"symbols\">"
      "<defs>"
      "<pattern id=\"hatch\" width=\"6\" height=\"6\" "
      "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
      "<line class=\"hatch-line\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/>"
      "</pattern>"
      "<pattern id=\"dots\" width=\"6\" height=\"6\" "
      "patternUnits=\"userSpaceOnUse\"><circle class=\"dot-mark\" cx=\"2\" "
      "cy=\"2\" r=\"1.2\"/></pattern></defs>"
      "<symbol id=\"i-conflict\" viewBox=\"0 0 16 16\"><path d=\"M3 3l10 "
      "10M13 3L3 13\"/></symbol>"
      "<symbol id=\"i-update\" viewBox=\"0 0 16 16\"><path d=\"M8 14V3M3.5 "
      "7.5L8 3l4.500 4.500\"/></symbol>"
      "<symbol id=\"i-compatible\" viewBox=\"0 0 16 16\"><path d=\"M2 6c2-3 "
      "4-3 6 0s4 3 6 0M2 11c2-3 4-3 6 0s4 3 6 0\"/></symbol>"
      "<symbol id=\"i-undecided\" viewBox=\"0 0 16 16\"><path d=\"M5 5.500C5 "
      "2 11 2 11 5.500 11 8 8 7.500 8 10M8 13v.6\"/></symbol>"
      "<symbol id=\"i-agree\" viewBox=\"0 0 16 16\"><path d=\"M2.500 "
      "8.500l3.500 "
      "3.500L13.500 4\"/></symbol></svg>");
}

void WriteIcon(std::string_view name, Page& page) {
  page.Raw("<svg class=\"i\" aria-hidden=\"true\"><use href=\"#i-")
      .Raw(name)
      .Raw("\"/></svg>");
}

}  // namespace crosscheck
