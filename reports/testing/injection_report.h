#ifndef CROSSCHECK_REPORTS_TESTING_INJECTION_REPORT_H_
#define CROSSCHECK_REPORTS_TESTING_INJECTION_REPORT_H_

#include <string>
#include <string_view>
#include <vector>

#include "checker/model/report.h"

namespace crosscheck {

// Texts that break out of pages that are written carelessly: tags, ends of
// elements, attributes, URLs with other schemes, SVG and MathML, template and
// comment ends, line separators, bytes that are no UTF-8, bidirectional
// overrides, a word without end.
std::vector<std::string> InjectionCorpus();

// A report of three articles, three claims and two findings in which every text
// a stranger may have written is `text`: titles, outlets, URLs, paths, ids,
// articles, quotes, speakers, subjects, units, messages, reasons, problems.
Report InjectionReport(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_TESTING_INJECTION_REPORT_H_
