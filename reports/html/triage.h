#ifndef CROSSCHECK_REPORTS_HTML_TRIAGE_H_
#define CROSSCHECK_REPORTS_HTML_TRIAGE_H_

#include <cstdint>
#include <vector>

#include "reports/html/page.h"
#include "reports/html/site.h"

namespace crosscheck {

// The result in one look: how many discrepancies, of what kind, new or known;
// what was read; what could not be.
void WriteVerdictBar(const Context& context, Page& page);

// Facts by severity, articles by findings: two pictures.
void WriteOverview(const Context& context, Page& page);

// A search that leads to the page with all findings; a link there without
// scripts.
void WriteSearchAll(const Context& context, Page& page);

// Search, filters and order; shown only where scripts run. `id` is the list
// they work on.
void WriteControls(const Context& context, std::string_view id, Page& page);

// One row a finding: what about, which values, how far apart, a likely slip,
// who, its state. A row carries what sorting and filtering need.
void WriteTriageList(const Context& context, std::string_view id,
                     const std::vector<uint32_t>& findings, Page& page);

// The same in one short line each, for lists of thousands.
void WriteLines(const Context& context, std::string_view id,
                const std::vector<uint32_t>& findings, Page& page);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_TRIAGE_H_
