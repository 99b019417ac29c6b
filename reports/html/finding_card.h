#ifndef CROSSCHECK_REPORTS_HTML_FINDING_CARD_H_
#define CROSSCHECK_REPORTS_HTML_FINDING_CARD_H_

#include <cstdint>

#include "reports/html/page.h"
#include "reports/html/site.h"

namespace crosscheck {

// One finding for an editor, in the order one asks: what is it about; who says
// what, in their own words, side by side; how far apart is that (a picture);
// who else says so; why are these one fact, what clashes, what would settle it;
// a note to send; the full record of the check.
void WriteFindingCard(const Context& context, uint32_t finding, Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_FINDING_CARD_H_
