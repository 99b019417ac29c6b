#include "reports/html/pictures.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/html/svg.h"
#include "reports/wording/figure_words.h"

namespace crosscheck {
namespace {

// Labels are cut by the picture's edge; this only bounds their bytes.
constexpr int kMostLabelColumns = 120;

}  // namespace

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
  constexpr int kHeight = 40;
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
    WriteRowLabel(context, Isolated(Shortened(bar.label, kMostLabelColumns)),
                  top + 16, false, page);
    if (bar.count > 0) {
      page.Raw(fmt::format(
          "<rect class=\"count {}\" x=\"{}\" y=\"{}\" width=\"{}\" "
          "height=\"11\" rx=\"1\"/>",
          bar.style, Percent(right_to_left ? kScaleWidth - width : 0), top + 22,
          Percent(width)));
    }
    const int shown = bar.count > 0 ? width : 0;
    page.Raw(fmt::format(
        "<svg x=\"{}\" y=\"{}\" overflow=\"visible\"><text class=\"num\" "
        "x=\"{}\" text-anchor=\"{}\">{}</text></svg>",
        Percent(right_to_left ? kScaleWidth - shown : shown), top + 32,
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
      "cy=\"2\" r=\"1.2\"/></pattern></defs></svg>");
}

}  // namespace crosscheck
