#include "checker/ledger/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cassert>

namespace crosscheck {
namespace {

constexpr int kBusyMilliseconds = 10'000;

std::string PercentEncoded(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement& Statement::Bind(int parameter, int64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter + 1, number);
  return *this;
}
Statement& Statement::Bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter + 1, text.data(), text.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}
Statement& Statement::BindBlob(int parameter, std::string_view bytes) {
  // A blob of no bytes needs a place all the same, else it is NULL.
  sqlite3_bind_blob64(statement_.get(), parameter + 1,
                      bytes.empty() ? "" : bytes.data(), bytes.size(),
                      SQLITE_TRANSIENT);
  return *this;
}
Statement& Statement::BindNull(int parameter) {
  sqlite3_bind_null(statement_.get(), parameter + 1);
  return *this;
}

absl::StatusOr<bool> Statement::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(statement_.get());
  if (code == SQLITE_DONE) return false;
  return database_->Fault(code);
}

absl::Status Statement::Run() {
  const auto row = Step();
  if (!row.ok()) return row.status();
  Reset();
  return absl::OkStatus();
}

void Statement::Reset() { sqlite3_reset(statement_.get()); }

int64_t Statement::Number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
std::string_view Statement::Text(int column) const {
  const auto* text = sqlite3_column_text(statement_.get(), column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text),
          static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))};
}
std::string_view Statement::Blob(int column) const {
  const auto* bytes =
      static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes,
          static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))};
}
bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

absl::StatusOr<std::unique_ptr<Database>> Database::Open(
    const std::string& path, Mode mode) {
  const auto open = [&](const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(path, handle));
    if (code != SQLITE_OK) {
      return absl::StatusOr<std::unique_ptr<Database>>(database->Fault(code));
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
    return absl::StatusOr<std::unique_ptr<Database>>(std::move(database));
  };
  if (mode == Mode::kWrite) {
    return open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  }
  if (access(path.c_str(), F_OK) != 0) {
    return absl::NotFoundError(fmt::format(
        "{}: no such ledger; make one with crosscheck index PATH... --ledger "
        "{}",
        path, path));
  }
  const size_t slash = path.rfind('/');
  const std::string folder =
      slash == std::string::npos ? "." : path.substr(0, slash + 1);
  // Readers of a WAL file share memory through a file beside it. Where that
  // cannot be made nobody writes either, so the file is read as it stands.
  const bool as_it_stands = access(folder.c_str(), W_OK) != 0 &&
                            access((path + "-wal").c_str(), F_OK) != 0;
  return as_it_stands
             ? open(fmt::format("file:{}?immutable=1", PercentEncoded(path)),
                    SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
             : open(path, SQLITE_OPEN_READONLY);
}

Database::~Database() {
  const int code = sqlite3_close(handle_);
  assert(code == SQLITE_OK && "no statement outlives its database");
  (void)code;
}

absl::Status Database::Fault(int code) const {
  const std::string detail = sqlite3_errmsg(handle_);
  const int extended = sqlite3_extended_errcode(handle_);
  const auto say = [&](std::string_view what, std::string_view remedy) {
    return fmt::format("{}: {} ({}); {}", path_, what, detail, remedy);
  };
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return absl::ResourceExhaustedError(
          say("the disk is full",
              "free space and run again; what was written before is kept"));
    case SQLITE_IOERR:
      if (extended == SQLITE_IOERR_WRITE || extended == SQLITE_IOERR_SHMSIZE) {
        return absl::ResourceExhaustedError(
            say("cannot be written to its end",
                "free space or raise the limit and run again; what was written "
                "before is kept"));
      }
      return absl::UnavailableError(
          say("cannot be read or written", "check the disk"));
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return absl::PermissionDeniedError(
          say("read-only", "make the file and its folder writable"));
    case SQLITE_CANTOPEN:
      return absl::PermissionDeniedError(
          say("cannot be opened", "check the path and its permissions"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return absl::UnavailableError(
          say("in use by another program", "try again"));
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return absl::DataLossError(
          say("no ledger, or a broken one",
              "name a ledger, or make it again with crosscheck index"));
    default:
      return absl::InternalError(say(fmt::format("fault {}", extended),
                                     "report it with what you did"));
  }
}

absl::Status Database::Run(const std::string& sql) {
  const int code =
      sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : Fault(code);
}

absl::StatusOr<Statement> Database::Prepare(std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  const int code =
      sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
  if (code != SQLITE_OK) return Fault(code);
  Statement statement;
  statement.statement_.reset(raw);
  statement.database_ = this;
  return statement;
}

absl::StatusOr<std::optional<int64_t>> Database::Number(std::string_view sql) {
  auto statement = Prepare(sql);
  if (!statement.ok()) return statement.status();
  const auto row = statement->Step();
  if (!row.ok()) return row.status();
  if (!*row) return std::optional<int64_t>();
  return std::optional<int64_t>(statement->Number(0));
}

absl::StatusOr<std::string> Database::PlanOf(std::string_view sql) {
  auto statement = Prepare("EXPLAIN QUERY PLAN " + std::string(sql));
  if (!statement.ok()) return statement.status();
  std::string out;
  while (true) {
    const auto row = statement->Step();
    if (!row.ok()) return row.status();
    if (!*row) return out;
    out += std::string(statement->Text(3)) + "\n";
  }
}

}  // namespace crosscheck
