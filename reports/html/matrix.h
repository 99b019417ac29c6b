#ifndef CROSSCHECK_REPORTS_HTML_MATRIX_H_
#define CROSSCHECK_REPORTS_HTML_MATRIX_H_

#include <cstdint>
#include <vector>

#include "reports/html/page.h"
#include "reports/html/report_view.h"
#include "reports/html/site.h"

namespace crosscheck {

// Which article says what about which fact: facts down, articles across, copies
// of one text folded into one column. Cut into tables of a size to be read; a
// table shows only the articles its facts are about. `findings` are those to
// show, in order.
void WriteMatrix(const Context& context, const std::vector<uint32_t>& findings,
                 Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_MATRIX_H_
