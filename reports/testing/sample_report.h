#ifndef CROSSCHECK_REPORTS_TESTING_SAMPLE_REPORT_H_
#define CROSSCHECK_REPORTS_TESTING_SAMPLE_REPORT_H_

#include "checker/model/report.h"

namespace crosscheck {

// Reports made by hand, for the tests of every format.

// A small story package about an invented desalination plant, two articles in
// English and two in Arabic, with a finding of every verdict: f1 conflict
// (high), f2 conflict (medium), f3 update, f4 compatible, f5 undecided, f6
// agree. Two problems, figures skipped for three reasons.
Report SampleReport();

// The same with the articles' texts: headline, one sentence a line, and a phone
// number that is left out. The third article is marked as a copy of the first.
Report SampleReportWithTexts();

// The same shape with texts that try to break out of wherever they are put:
// tags, attributes, URLs with other schemes, line separators, bidirectional
// overrides, terminal escapes, and quotes that do not stand in their sentence.
Report HostileReport();

// Nothing found, nothing wrong.
Report CleanReport();

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_TESTING_SAMPLE_REPORT_H_
