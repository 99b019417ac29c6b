#ifndef CROSSCHECK_REPORTS_HTML_METHOD_H_
#define CROSSCHECK_REPORTS_HTML_METHOD_H_

#include "reports/html/page.h"
#include "reports/html/site.h"

namespace crosscheck {

// How the run was made and what it covers: the verdicts, the comparisons and
// the reading rules that findings link to, the way of figures from reading to
// comparing, what was left out and why, inputs with problems, how to repeat it.
void WriteMethod(const Context& context, Page& page);

// Findings accepted before that are found no more; nothing where there are
// none.
void WriteResolved(const Context& context, Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_METHOD_H_
