#ifndef CROSSCHECK_CHECKER_GATE_LEDGER_ENTRIES_H_
#define CROSSCHECK_CHECKER_GATE_LEDGER_ENTRIES_H_

#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "checker/gate/accepted.h"
#include "checker/ledger/ledger.h"
#include "checker/model/report.h"

namespace crosscheck {

// Entries kept in a ledger: what `ledger dismiss` let stand.

// Adds one; an older one of the same rule and claims gives way to it.
absl::Status AddEntry(Ledger& ledger, const Accepted& entry);

// Those that could meet a finding of the report, or are about one of the
// documents. `where` names the ledger. Cost: a few look-ups a claim.
absl::StatusOr<std::vector<Accepted>> EntriesFor(
    Ledger& ledger, const Report& report,
    const std::set<std::string>& documents);

absl::StatusOr<std::vector<Accepted>> AllEntries(Ledger& ledger);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_GATE_LEDGER_ENTRIES_H_
