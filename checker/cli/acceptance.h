#ifndef CROSSCHECK_CHECKER_CLI_ACCEPTANCE_H_
#define CROSSCHECK_CHECKER_CLI_ACCEPTANCE_H_

#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/cli/flags.h"
#include "checker/cli/session.h"
#include "checker/gate/accepted.h"
#include "checker/gate/comments.h"
#include "checker/gate/facts.h"
#include "checker/gate/judge.h"

namespace crosscheck {

// What was accepted before, from every side the command line and configuration
// name: baselines and dispositions files. A file that is not there is a
// failure, except the one --write-baseline will make.
struct Acceptance {
  std::vector<Accepted> entries;
  std::vector<std::string> names;  // of the files, for Report::against
};
absl::StatusOr<Acceptance> ReadAcceptance(const Flags& flags,
                                          const Config& config);

// The facts registers of --facts, else of the configuration.
absl::StatusOr<std::vector<CheckedFact>> ReadFactFiles(const Flags& flags,
                                                       const Config& config);

// The day expiry dates are held against: --as-of, else today.
absl::StatusOr<Day> AsOf(const Flags& flags);

// Comments of all articles.
std::vector<SuppressingComment> ReadComments(
    const std::vector<Article>& articles, std::vector<Problem>& warnings);

// Judges the report by the entries, then by the comments. What has to be said
// (comments that cover nothing) goes to `warnings` and the report's problems.
void Settle(const Acceptance& acceptance, const JudgeOptions& options,
            const std::vector<SuppressingComment>& comments, Report& report,
            std::vector<Problem>& warnings);

// Writes --write-baseline FILE: a new file gets every finding of level warning
// and above (or that fails by `fail_on`); one that is there only loses entries
// that nothing matches, unless --reason and --owner say why it may grow.
// The entries as they are then.
absl::StatusOr<std::vector<Accepted>> WriteBaseline(const Flags& flags,
                                                    const Report& report,
                                                    Level fail_on);

// Writes the whole file beside itself first, so that it is never half there.
absl::Status WriteEntries(const std::string& path,
                          const std::vector<Accepted>& entries);

// The findings named by id or fingerprint; "all" names those that are open and
// of level warning or above. Failure: one that is not there.
absl::StatusOr<std::vector<const Finding*>> FindFindings(
    const Report& report, const std::vector<std::string>& names);

// Sets state, reason, owner and expiry from the flags. Failure: no reason or no
// owner, a state that is none, a date that is none.
absl::Status Sign(const Flags& flags, std::string_view state, Accepted& entry);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_ACCEPTANCE_H_
