#include "checker/ledger/ledger.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <string>

#include "checker/ledger/ledger_parts.h"
#include "checker/ledger/schema.h"

namespace crosscheck {
namespace {

constexpr int64_t kPageBytes = 8192;

}  // namespace

Ledger::Ledger(std::unique_ptr<Database> database, LedgerOptions options)
    : options_(std::move(options)),
      database_(std::move(database)),
      statements_(std::make_unique<Statements>(*database_)) {}

Ledger::~Ledger() { statements_.reset(); }

absl::StatusOr<std::unique_ptr<Ledger>> Ledger::Open(
    const std::string& path, const LedgerOptions& options) {
  std::optional<WriterLock> lock;
  if (options.write) {
    auto taken = WriterLock::Take(path, options.wait_seconds, options.purpose);
    if (!taken.ok()) return taken.status();
    lock = *std::move(taken);
  }
  auto database = Database::Open(
      path, options.write ? Database::Mode::kWrite : Database::Mode::kRead);
  if (!database.ok()) return database.status();
  std::unique_ptr<Ledger> ledger(new Ledger(*std::move(database), options));
  ledger->lock_ = std::move(lock);
  if (auto begun = ledger->Begin(); !begun.ok()) return begun;
  return ledger;
}

absl::Status Ledger::Begin() {
  if (options_.write) {
    const auto tables = database_->Number("SELECT count(*) FROM sqlite_schema");
    if (!tables.ok()) return tables.status();
    if (**tables == 0) {
      if (auto done =
              database_->Run(fmt::format("PRAGMA page_size = {}", kPageBytes));
          !done.ok()) {
        return done;
      }
    }
    // NORMAL: a batch that was committed may be lost with the power, never
    // half of one.
    if (auto done = database_->Run(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
            "PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 4000");
        !done.ok()) {
      return done;
    }
    if (auto done = Migrate(*database_); !done.ok()) return done;
  } else {
    // One transaction: all is read as it is now, whatever a writer does.
    if (auto done = database_->Run("PRAGMA mmap_size = 1099511627776; BEGIN");
        !done.ok()) {
      return done;
    }
    if (auto good = CheckSchema(*database_); !good.ok()) return good;
  }
  if (auto read = ReadMeta(); !read.ok()) return read;
  if (options_.made_with.empty() || made_with_ == options_.made_with) {
    return absl::OkStatus();
  }
  if (options_.write && (articles_ == 0 || options_.reindex)) return Reindex();
  return absl::FailedPreconditionError(fmt::format(
      "{}: made with other rules ({}; now {}), so its claims cannot be "
      "compared; read its articles again with crosscheck index PATH... "
      "--ledger {} --reindex",
      path(), made_with_, options_.made_with, path()));
}

absl::Status Ledger::ReadMeta() {
  return statements_->Each(
      "SELECT name, value FROM meta", [](Statement&) {},
      [&](Statement& row) {
        const std::string_view name = row.Text(0);
        const std::string value(row.Text(1));
        const auto number = std::strtoll(value.c_str(), nullptr, 10);
        if (name == "articles") articles_ = static_cast<uint64_t>(number);
        if (name == "sentences") sentences_ = static_cast<uint64_t>(number);
        if (name == "form") form_ = number;
        if (name == "made_with") made_with_ = value;
      });
}

absl::Status Ledger::WriteMeta() {
  const std::pair<std::string_view, std::string> rows[] = {
      {"articles", std::to_string(articles_)},
      {"sentences", std::to_string(sentences_)},
      {"form", std::to_string(form_)},
      {"made_with", made_with_}};
  for (const auto& [name, value] : rows) {
    const auto done = statements_->Run(
        "UPDATE meta SET value = ? WHERE name = ?",
        [&, n = name, v = std::string_view(value)](Statement& statement) {
          statement.Bind(0, v).Bind(1, n);
        });
    if (!done.ok()) return done;
  }
  return absl::OkStatus();
}

absl::Status Ledger::InTransaction(const std::function<absl::Status()>& work) {
  if (auto begun = database_->Run("BEGIN IMMEDIATE"); !begun.ok()) return begun;
  const uint64_t articles = articles_, sentences = sentences_;
  absl::Status done = work();
  if (done.ok()) done = WriteMeta();
  if (done.ok()) done = database_->Run("COMMIT");
  if (done.ok()) return done;
  for (auto& [sql, statement] : statements_->prepared) statement.Reset();
  database_->Run("ROLLBACK").IgnoreError();  // the first fault is told
  articles_ = articles;
  sentences_ = sentences;
  return done;
}

// Counts begin again; readings stay until their article is stored again, and
// are not compared with until then.
absl::Status Ledger::Reindex() {
  return InTransaction([&] {
    for (const char* table : {"feature", "measure", "claim_key"}) {
      if (auto done = database_->Run(fmt::format("DELETE FROM {}", table));
          !done.ok()) {
        return done;
      }
    }
    articles_ = sentences_ = 0;
    ++form_;
    made_with_ = options_.made_with;
    return absl::OkStatus();
  });
}

absl::StatusOr<LedgerStatistics> Ledger::Statistics() {
  LedgerStatistics out;
  out.made_with = made_with_;
  out.sentences = sentences_;
  out.current_articles = articles_;
  absl::Status done = statements_->Each(
      "SELECT count(*), coalesce(sum(claims), 0), min(first_day), "
      "max(first_day), (SELECT coalesce(sum(length(bytes)), 0) FROM reading), "
      "(SELECT count(*) FROM feature), (SELECT count(*) FROM measure), "
      "(SELECT user_version FROM pragma_user_version) FROM article",
      [](Statement&) {},
      [&](Statement& row) {
        out.articles = static_cast<uint64_t>(row.Number(0));
        out.claims = static_cast<uint64_t>(row.Number(1));
        if (!row.IsNull(2)) {
          out.first_day = Day{static_cast<int32_t>(row.Number(2))};
          out.last_day = Day{static_cast<int32_t>(row.Number(3))};
        }
        out.reading_bytes = static_cast<uint64_t>(row.Number(4));
        out.features = static_cast<uint64_t>(row.Number(5));
        out.measures = static_cast<uint64_t>(row.Number(6));
        out.schema = row.Number(7);
      });
  if (!done.ok()) return done;
  const auto count = [&](std::string_view sql, auto& counts) {
    return statements_->Each(
        sql, [](Statement&) {},
        [&](Statement& row) {
          counts.emplace_back(row.Text(0),
                              static_cast<uint64_t>(row.Number(1)));
        });
  };
  done = count(
      "SELECT language, count(*) FROM article GROUP BY language ORDER BY 1",
      out.languages);
  if (!done.ok()) return done;
  done = count(
      "SELECT outlet, count(*) FROM article GROUP BY outlet "
      "ORDER BY 2 DESC, 1 LIMIT 20",
      out.outlets);
  if (!done.ok()) return done;
  done =
      count("SELECT state, count(*) FROM finding GROUP BY state ORDER BY state",
            out.findings);
  if (!done.ok()) return done;
  for (const char* suffix : {"", "-wal"}) {
    struct stat file;
    if (stat((path() + suffix).c_str(), &file) == 0) {
      out.bytes += static_cast<uint64_t>(file.st_size);
    }
  }
  return out;
}

absl::Status Ledger::Checkpoint() {
  return database_->Run("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::vector<std::string_view> Ledger::LookUpQueries() {
  return {kFindDocument, kFindContent, kLoad,     kPublished,
          kFeature,      kMeasure,     kClaimKey, kFindingKey};
}

std::string ContentHash(const Article& article) {
  XXH3_state_t* const state = XXH3_createState();
  XXH3_128bits_reset(state);
  const auto add = [&](std::string_view text) {
    const uint64_t size = text.size();
    XXH3_128bits_update(state, &size, sizeof size);
    XXH3_128bits_update(state, text.data(), text.size());
  };
  for (const std::string* field :
       {&article.outlet, &article.url, &article.language,
        &article.published_text, &article.title, &article.text,
        &article.source}) {
    add(*field);
  }
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state));
  XXH3_freeState(state);
  return std::string(reinterpret_cast<const char*>(canonical.digest),
                     sizeof canonical.digest);
}

std::string MadeWith(std::string_view rules_digest) {
  return fmt::format("{}/{}", rules_digest, kReadingForm);
}

}  // namespace crosscheck
