#ifndef CROSSCHECK_REPORTS_RDJSONL_RDJSONL_REPORT_H_
#define CROSSCHECK_REPORTS_RDJSONL_RDJSONL_REPORT_H_

#include <string>

#include "checker/model/report.h"

namespace crosscheck {

// A run in reviewdog's diagnostic format, one JSON object a line, worst first.
// Source of the fields: reviewdog's reviewdog.proto (rdf.Diagnostic). Columns
// count UTF-8 bytes from 1, ends are exclusive; a record of JSON Lines has only
// its line. The other sources are named in the message and, with their places,
// in relatedLocations.
std::string ToRdjsonl(const Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_RDJSONL_RDJSONL_REPORT_H_
