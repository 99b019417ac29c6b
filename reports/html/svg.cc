#include "reports/html/svg.h"

#include <fmt/format.h>

#include "reports/wording/figure_words.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {

std::string Percent(int at) { return fmt::format("{}.{}%", at / 10, at % 10); }

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

std::string Isolated(std::string_view text) {
  Page page;
  page.Raw("\u2068").SvgText(text).Raw("\u2069");
  return std::move(page).Take();
}

std::string_view DirectionOf(const Context& context) {
  return context.book.direction() == "rtl" ? " direction=\"rtl\"" : "";
}

void OpenSvg(std::string_view id, std::string_view kind, int height,
             std::string_view title, std::string_view description, Page& page) {
  page.Raw(fmt::format("<svg class=\"pic {}\" role=\"img\" width=\"100%\" "
                       "height=\"{}\" aria-labelledby=\"{}-t {}-d\"><title "
                       "id=\"{}-t\">",
                       kind, height, id, id, id))
      .SvgText(title)
      .Raw(fmt::format("</title><desc id=\"{}-d\">", id))
      .Raw(description)
      .Raw("</desc>");
}

namespace {

std::string TickWords(const Context& context, const Tick& tick, bool are_days) {
  return are_days ? context.book.DateWords(tick.value)
                  : NumberWords(tick.value, context.book);
}

}  // namespace

void WriteAxis(const Context& context, const Axis& axis, bool are_days, int y,
               Page& page) {
  page.Raw(fmt::format(
      "<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{}\" y2=\"{}\"/>", y, y));
  constexpr int kEdge = 100, kShortLabel = 8;
  const bool runs_right = DirectionOf(context).empty();
  int last = -1000;
  for (const Tick& tick : axis.ticks()) {
    const std::string at = Percent(tick.at);
    page.Raw(
        fmt::format("<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"0\" "
                    "y2=\"{}\"/>",
                    at, at, y + 5));
    // A long label at an edge runs inwards.
    const std::string words = TickWords(context, tick, are_days);
    const bool is_long = ColumnsOf(words) > kShortLabel;
    const bool at_left = is_long && tick.at < kEdge;
    const bool at_right = is_long && tick.at > kScaleWidth - kEdge;
    // A phone has room for one label in a fifth of its width, or in a third.
    const int room = is_long ? 330 : 180;
    const int middle = at_left    ? room / 2
                       : at_right ? kScaleWidth - room / 2
                                  : tick.at;
    if (middle - last < room) continue;
    last = middle;
    page.Raw(fmt::format("<text class=\"tick\" x=\"{}\" y=\"{}\" "
                         "text-anchor=\"{}\"{}>",
                         at_left    ? Percent(0)
                         : at_right ? Percent(kScaleWidth)
                                    : at,
                         y + 19,
                         !at_left && !at_right   ? "middle"
                         : at_left == runs_right ? "start"
                                                 : "end",
                         DirectionOf(context)))
        .SvgText(words)
        .Raw("</text>");
  }
}

void WriteRowLabel(const Context& context, std::string_view text, int y,
                   bool clashes, Page& page) {
  const bool right_to_left = context.book.direction() == "rtl";
  page.Raw(fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\"{}>",
                       clashes ? "row clash" : "row",
                       right_to_left ? "100%" : "0", y, DirectionOf(context)))
      .Raw(text)
      .Raw("</text>");
}

void WriteLeftOut(const Context& context, size_t left_out, Page& page) {
  if (left_out == 0) return;
  page.Raw("<p class=\"fine\">")
      .Text(context.book.Count(Phrase::kMoreInTable, left_out))
      .Raw("</p>");
}

}  // namespace crosscheck
