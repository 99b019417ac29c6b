#include "checker/ledger/schema.h"

#include <fmt/format.h>

#include <string>

namespace crosscheck {
namespace {

// "ccLg": tells a ledger from other SQLite files.
constexpr int64_t kApplicationId = 0x63634C67;

constexpr const char* kMigrations[kSchemaVersion] = {
    // 1: articles, their claims, and what they are looked up by.
    R"sql(
CREATE TABLE meta(
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE article(
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  outlet TEXT NOT NULL,
  language TEXT NOT NULL,
  first_day INTEGER,
  content BLOB NOT NULL,
  form INTEGER NOT NULL,
  claims INTEGER NOT NULL
) STRICT;
CREATE INDEX article_content ON article(content);
CREATE TABLE reading(
  article INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE feature(
  key INTEGER PRIMARY KEY,
  articles INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  holders BLOB
) STRICT;
CREATE TABLE measure(
  key INTEGER PRIMARY KEY,
  claims INTEGER NOT NULL,
  holders BLOB
) STRICT;
INSERT INTO meta VALUES
  ('articles', '0'), ('sentences', '0'), ('form', '1'), ('made_with', '');
)sql",
    // 2: what was accepted.
    R"sql(
CREATE TABLE finding(
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL,
  rule TEXT NOT NULL,
  line TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX finding_state ON finding(state, rule);
CREATE TABLE finding_key(
  key INTEGER NOT NULL,
  finding INTEGER NOT NULL,
  PRIMARY KEY(key, finding)
) STRICT, WITHOUT ROWID;
)sql",
    // 3: asking by subject and value.
    R"sql(
CREATE TABLE claim_key(
  key INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY(key, article)
) STRICT, WITHOUT ROWID;
)sql",
};

absl::StatusOr<int64_t> VersionOf(Database& database) {
  const auto application = database.Number("PRAGMA application_id");
  if (!application.ok()) return application.status();
  const auto version = database.Number("PRAGMA user_version");
  if (!version.ok()) return version.status();
  const auto tables = database.Number("SELECT count(*) FROM sqlite_schema");
  if (!tables.ok()) return tables.status();
  if (**tables == 0) return 0;
  if (**application != kApplicationId) {
    return absl::FailedPreconditionError(
        fmt::format("{}: an SQLite file, but no ledger; name another file",
                    database.path()));
  }
  if (**version > kSchemaVersion) {
    return absl::FailedPreconditionError(
        fmt::format("{}: a ledger of version {}, this crosscheck knows up to "
                    "{}; use a later one",
                    database.path(), **version, kSchemaVersion));
  }
  return **version;
}

}  // namespace

absl::Status Migrate(Database& database) {
  auto version = VersionOf(database);
  if (!version.ok()) return version.status();
  if (*version == kSchemaVersion) return absl::OkStatus();
  if (auto done = database.Run("BEGIN IMMEDIATE"); !done.ok()) return done;
  // Another may have done it while we waited.
  version = VersionOf(database);
  absl::Status done = version.status();
  for (int64_t v = done.ok() ? *version : kSchemaVersion;
       v < kSchemaVersion && done.ok(); ++v) {
    done = database.Run(kMigrations[v]);
  }
  if (done.ok()) {
    done = database.Run(fmt::format(
        "PRAGMA user_version = {}; PRAGMA application_id = {}; COMMIT",
        kSchemaVersion, kApplicationId));
  }
  if (!done.ok()) {
    database.Run("ROLLBACK").IgnoreError();  // the first fault is told
  }
  return done;
}

absl::Status CheckSchema(Database& database) {
  const auto version = VersionOf(database);
  if (!version.ok()) return version.status();
  if (*version == kSchemaVersion) return absl::OkStatus();
  return absl::FailedPreconditionError(
      fmt::format("{}: a ledger of version {}, {} is needed; run crosscheck "
                  "index on it once to bring it up to date",
                  database.path(), *version, kSchemaVersion));
}

}  // namespace crosscheck
