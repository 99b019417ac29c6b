#ifndef CROSSCHECK_CHECKER_LEDGER_SQLITE_H_
#define CROSSCHECK_CHECKER_LEDGER_SQLITE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

struct sqlite3;
struct sqlite3_stmt;

namespace crosscheck {

// An SQLite statement, prepared once and run many times. Columns and
// parameters count from 0. Text and Blob are views until the next Step or
// Reset.
class Statement {
 public:
  Statement() = default;

  Statement& Bind(int parameter, int64_t number);
  Statement& Bind(int parameter, std::string_view text);
  Statement& BindBlob(int parameter, std::string_view bytes);
  Statement& BindNull(int parameter);

  // True: there is a row; false: done, and the statement is reset.
  absl::StatusOr<bool> Step();
  // Runs a statement that has no rows.
  absl::Status Run();
  void Reset();

  int64_t Number(int column) const;
  std::string_view Text(int column) const;
  std::string_view Blob(int column) const;
  bool IsNull(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  const class Database* database_ = nullptr;
};

// An open SQLite file. Faults become Status "archive.db: disk full; …". Not for
// two threads at once. Statements must not outlive it.
class Database {
 public:
  enum class Mode { kRead, kWrite };

  // kWrite makes the file where there is none. A file that cannot be written,
  // nor its folder, is read as it stands.
  static absl::StatusOr<std::unique_ptr<Database>> Open(const std::string& path,
                                                        Mode mode);
  ~Database();

  // Several statements, none with rows or parameters.
  absl::Status Run(const std::string& sql);
  absl::StatusOr<Statement> Prepare(std::string_view sql);
  // The first column of the first row; nullopt when there is no row.
  absl::StatusOr<std::optional<int64_t>> Number(std::string_view sql);
  // The rows of EXPLAIN QUERY PLAN, a line each.
  absl::StatusOr<std::string> PlanOf(std::string_view sql);

  const std::string& path() const { return path_; }
  absl::Status Fault(int code) const;

 private:
  Database(std::string path, sqlite3* handle)
      : path_(std::move(path)), handle_(handle) {}
  std::string path_;
  sqlite3* handle_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_SQLITE_H_
