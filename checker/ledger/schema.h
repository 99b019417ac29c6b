#ifndef CROSSCHECK_CHECKER_LEDGER_SCHEMA_H_
#define CROSSCHECK_CHECKER_LEDGER_SCHEMA_H_

#include "absl/status/status.h"
#include "checker/ledger/sqlite.h"

namespace crosscheck {

// The tables of a ledger, made by numbered migrations that are run once each,
// in order, in one transaction. PRAGMA user_version is the number of the last.
// A migration that was ever released is never changed; a new one is added, with
// a saved file of the version before it in testdata/.
//
//   article   what was read: one row a document
//   reading   its claims, packed (reading_bytes.h)
//   feature   how many articles and sentences hold a feature; which articles,
//             while they are few
//   measure   the same of known measures of known subjects
//   claim_key subjects and values -> articles, for asking by them
//   finding   what was accepted: a line of JSON as in a baseline
//   finding_key  its sentences, documents and fact -> findings
//   meta      counts, and what the readings were made with
inline constexpr int kSchemaVersion = 3;

// Brings the file to kSchemaVersion. Failure: a file of a later version, or one
// that is no ledger.
absl::Status Migrate(Database& database);

// FailedPrecondition unless the file is of kSchemaVersion: for readers, who
// cannot migrate.
absl::Status CheckSchema(Database& database);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_SCHEMA_H_
