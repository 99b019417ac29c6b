#ifndef CROSSCHECK_REPORTS_HTML_SVG_H_
#define CROSSCHECK_REPORTS_HTML_SVG_H_

#include <string>
#include <string_view>

#include "reports/html/page.h"
#include "reports/html/scale.h"
#include "reports/html/site.h"

namespace crosscheck {

// What the pictures are made of. What lies across is in percent of the width,
// what lies down in pixels.

inline constexpr int kAxisHeight = 26;

// 123 of 1000 -> "12.3%"
std::string Percent(int at);

// Cut to so many columns; the whole is in the table.
std::string Shortened(std::string_view text, int columns);

// Escaped for SVG, and isolated from what stands around it: a name, a value.
std::string Isolated(std::string_view text);

// ` direction="rtl"` on a page that runs that way: pictures run from the left.
std::string_view DirectionOf(const Context& context);

// <svg> with its title and description; `description` is escaped.
void OpenSvg(std::string_view id, std::string_view kind, int height,
             std::string_view title, std::string_view description, Page& page);

// The axis along the bottom: a line, ticks and their words.
void WriteAxis(const Context& context, const Axis& axis, bool are_days, int y,
               Page& page);

// A label over a bar, beginning where lines of the page begin; `text` is
// escaped.
void WriteRowLabel(const Context& context, std::string_view text, int y,
                   bool clashes, Page& page);

// Where what is drawn leaves something out, that is said below it.
void WriteLeftOut(const Context& context, size_t left_out, Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_SVG_H_
