#ifndef CROSSCHECK_CHECKER_CLI_RUN_GATE_H_
#define CROSSCHECK_CHECKER_CLI_RUN_GATE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/cli/flags.h"
#include "checker/cli/session.h"
#include "checker/model/report.h"

namespace crosscheck {

// What `gate` finds about the articles, settled and worst first. `input_exit`
// is kExitFailed where some could not be read.
absl::StatusOr<Report> GateReport(const Flags& flags, const Session& session,
                                  const std::vector<std::string>& paths,
                                  int& input_exit);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_RUN_GATE_H_
