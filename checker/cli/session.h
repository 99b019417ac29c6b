#ifndef CROSSCHECK_CHECKER_CLI_SESSION_H_
#define CROSSCHECK_CHECKER_CLI_SESSION_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "checker/cli/config.h"
#include "checker/cli/flags.h"
#include "checker/intake/read_articles.h"
#include "checker/model/finding.h"
#include "checker/model/report.h"
#include "checker/pipeline/pipeline.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

extern const char kVersion[];

// What every command needs: configuration and rules, read once.
struct Session {
  Config config;
  Rulebook rules;
  Level fail_on = Level::kError;  // kNone: never

  PipelineOptions Options(const Flags& flags) const;
};

// Failure: the message holds all faults found, a line each.
absl::StatusOr<Session> OpenSession(const Flags& flags);

// The paths of the command line, else those of the configuration.
std::vector<std::string> InputPaths(const Flags& flags, const Config& config);
IntakeOptions InputOptions(const Flags& flags);

// "crosscheck: x.txt: empty; …" on standard error.
void Complain(const std::string& message);
// Problems and, unless quiet, warnings; the exit code they call for.
int Complain(const Flags& flags, const std::vector<Problem>& problems,
             const std::vector<Problem>& warnings);

// The bytes of a file ("-": standard input); a run saved as JSON.
absl::StatusOr<std::string> ReadWhole(const std::string& path);
absl::StatusOr<Report> ReadRun(const std::string& path);

bool UseColor(const Flags& flags);
bool IsTerminal(int descriptor);

// Writes to the file, or to standard output when `path` is empty or "-".
absl::Status WriteOutput(const std::string& path, const std::string& text);
// The same of a text that is handed over part by part.
absl::Status WriteOutputInParts(
    const std::string& path,
    absl::FunctionRef<void(absl::FunctionRef<void(std::string_view)>)> write);

// A bar on standard error for runs long enough to wait for; on a terminal
// only. To be called after each article, with how much is read of how much.
// An empty function where there is none to draw.
std::function<void(size_t, size_t)> ProgressBar(const Flags& flags);
// Wipes the bar.
void EndProgress(const Flags& flags);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_SESSION_H_
