#ifndef CROSSCHECK_CHECKER_CLI_COMMANDS_H_
#define CROSSCHECK_CHECKER_CLI_COMMANDS_H_

#include "checker/cli/flags.h"

namespace crosscheck {

// One function a command; each returns the exit code.
int RunCheck(const Flags& flags);
int RunExtract(const Flags& flags);
int RunCompare(const Flags& flags);
int RunReport(const Flags& flags);
int RunExplain(const Flags& flags);
int RunRules(const Flags& flags);
int RunEval(const Flags& flags);
int RunIndex(const Flags& flags);
int RunGate(const Flags& flags);
int RunLedger(const Flags& flags);
int RunOccurrences(const Flags& flags);
int RunBaseline(const Flags& flags);
int RunExportCases(const Flags& flags);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_COMMANDS_H_
