#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "reports/html/labels.h"
#include "reports/html/pictures.h"
#include "reports/html/scale.h"
#include "reports/html/svg.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

constexpr size_t kMostBars = 12;
constexpr int kRowHeight = 40;
constexpr int kBarTop = 20;
constexpr int kBarHeight = 12;

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

// "USD 1.2 billion – The Harbour Post, Coast Wire +3", escaped.
std::string RowLabel(const Context& context, const ValueGroup& group) {
  const std::string value = Shortened(
      FigureWords(context.view.Claim(group.claims[0]), context.book), 40);
  return fmt::format("{} <tspan class=\"who\">{}</tspan>", Isolated(value),
                     OutletsOf(context, group, 4));
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
    out += OutletsOf(context, group, 2) + ": ";
    out += Isolated(FigureWords(claim, context.book));
    const std::string range = AllowedWords(context, claim);
    if (!range.empty()) {
      out +=
          context.book.Say(Phrase::kAllowsAside, {{"range", Isolated(range)}});
    }
  }
  return out;
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
  const std::string id = fmt::format("s{}", context.view.NumberOf(finding));
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
    page.Raw(band->is_gap
                 ? "<p class=\"fine key\"><span class=\"swatch gap\"></span> "
                 : "<p class=\"fine key\"><span class=\"swatch "
                   "overlap\"></span> ")
        .Text(context.book.Say(band->is_gap ? Phrase::kGapKey
                                            : Phrase::kOverlapKey))
        .Raw("</p>");
  }
  WriteLeftOut(context, all.size() - groups.size(), page);
  page.Raw("</figure>");
  return true;
}

}  // namespace crosscheck
