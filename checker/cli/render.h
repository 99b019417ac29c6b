#ifndef CROSSCHECK_CHECKER_CLI_RENDER_H_
#define CROSSCHECK_CHECKER_CLI_RENDER_H_

#include <string>

#include "absl/status/status.h"
#include "checker/cli/flags.h"
#include "checker/model/report.h"

namespace crosscheck {

// Are the formats named all known? Asked before the work begins.
absl::Status CheckFormats(const Flags& flags);

// Must the run keep the articles' texts? For a report that shows them.
bool NeedsTexts(const Flags& flags);

// Writes the report in --format to standard output or --output-file, and in
// each format of --report to its file. `fallback` is the format when none is
// named; `fail_on` is what formats that know failures go by. Failure names the
// format or file.
absl::Status RenderAll(const Report& report, const Flags& flags,
                       const std::string& fallback, Level fail_on);

// The worst level among findings that are new, against `fail_on`.
int ExitFor(const Report& report, Level fail_on);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_RENDER_H_
