#include "checker/ledger/ledger.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <map>

#include "checker/ledger/claim_keys.h"
#include "checker/ledger/holder_list.h"
#include "checker/ledger/schema.h"

namespace crosscheck {
namespace {

// Lists are kept up to twice what look-ups ask for, so that one that shrinks by
// a few need not be made again from all readings.
constexpr size_t kMostKeptHolders = 2 * kMostHolders;
constexpr size_t kMostKeptMeasures = 2 * kMostOfOneMeasure;
constexpr int64_t kPageBytes = 8192;

// SQLite's integers have a sign; a key is the same 64 bits.
int64_t Signed(uint64_t key) {
  int64_t out;
  std::memcpy(&out, &key, sizeof out);
  return out;
}

constexpr std::string_view kFindDocument =
    "SELECT id, document, path, first_day, content, form FROM article "
    "WHERE document = ?";
constexpr std::string_view kFindContent =
    "SELECT id, document, path, first_day, content, form FROM article "
    "WHERE content = ? ORDER BY id";
constexpr std::string_view kEach =
    "SELECT id, document, path, first_day, content, form FROM article "
    "ORDER BY document";
constexpr std::string_view kLoad =
    "SELECT reading.bytes, article.path FROM article JOIN reading "
    "ON reading.article = article.id WHERE article.id = ?";
constexpr std::string_view kPublished =
    "SELECT first_day FROM article WHERE id = ?";
constexpr std::string_view kFeature =
    "SELECT articles, sentences, holders FROM feature WHERE key = ?";
constexpr std::string_view kMeasure =
    "SELECT claims, 0, holders FROM measure WHERE key = ?";
constexpr std::string_view kClaimKey =
    "SELECT article FROM claim_key WHERE key = ? ORDER BY article";
constexpr std::string_view kFindingKey =
    "SELECT finding.line FROM finding_key JOIN finding "
    "ON finding.id = finding_key.finding WHERE finding_key.key = ?";

// What a batch adds to one row, and who.
struct Change {
  int64_t articles = 0;  // of a measure: claims
  int64_t sentences = 0;
  std::vector<ArticleNumber> added, removed;
};

}  // namespace

struct Ledger::Delta {
  int64_t articles = 0;
  int64_t sentences = 0;
  absl::flat_hash_map<uint64_t, Change> features, measures;

  void Count(const CollectionKeys& keys, ArticleNumber number, int times) {
    articles += times;
    sentences += times * int64_t{keys.sentence_count};
    const auto list = [&](Change& change) -> std::vector<ArticleNumber>& {
      return times > 0 ? change.added : change.removed;
    };
    for (const uint64_t key : keys.article) {
      Change& change = features[key];
      change.articles += times;
      list(change).push_back(number);
    }
    for (const auto& [key, count] : keys.sentences) {
      features[key].sentences += times * int64_t{count};
    }
    for (const auto& [key, count] : keys.measures) {
      Change& change = measures[key];
      change.articles += times * int64_t{count};
      list(change).push_back(number);
    }
  }
};

// Prepared when first used.
struct Ledger::Statements {
  explicit Statements(Database& database) : database(database) {}

  absl::StatusOr<Statement*> Get(std::string_view sql) {
    const auto at = prepared.find(sql);
    if (at != prepared.end()) {
      at->second.Reset();
      return &at->second;
    }
    auto statement = database.Prepare(sql);
    if (!statement.ok()) return statement.status();
    return &prepared.emplace(sql, *std::move(statement)).first->second;
  }

  // Runs a statement with no rows; `bind` binds its parameters.
  template <typename Bind>
  absl::Status Run(std::string_view sql, const Bind& bind) {
    const auto statement = Get(sql);
    if (!statement.ok()) return statement.status();
    bind(**statement);
    return (*statement)->Run();
  }
  // Calls `take` for each row.
  template <typename Bind, typename Take>
  absl::Status Each(std::string_view sql, const Bind& bind, const Take& take) {
    const auto statement = Get(sql);
    if (!statement.ok()) return statement.status();
    bind(**statement);
    while (true) {
      const auto row = (*statement)->Step();
      if (!row.ok()) return row.status();
      if (!*row) return absl::OkStatus();
      take(**statement);
    }
  }

  Database& database;
  std::map<std::string_view, Statement> prepared;  // keys are constants
};

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

namespace {

StoredArticle RowOf(const Statement& row, int64_t form) {
  StoredArticle out;
  out.number = row.Number(0);
  out.document = row.Text(1);
  out.path = row.Text(2);
  if (!row.IsNull(3)) out.published = Day{static_cast<int32_t>(row.Number(3))};
  out.content = row.Blob(4);
  out.is_current = row.Number(5) == form;
  return out;
}

}  // namespace

absl::StatusOr<std::optional<StoredArticle>> Ledger::FindDocument(
    std::string_view document) {
  std::optional<StoredArticle> out;
  const auto done = statements_->Each(
      kFindDocument, [&](Statement& s) { s.Bind(0, document); },
      [&](Statement& row) { out = RowOf(row, form_); });
  if (!done.ok()) return done;
  return out;
}

absl::StatusOr<std::vector<StoredArticle>> Ledger::FindContent(
    std::string_view content) {
  std::vector<StoredArticle> out;
  const auto done = statements_->Each(
      kFindContent, [&](Statement& s) { s.BindBlob(0, content); },
      [&](Statement& row) { out.push_back(RowOf(row, form_)); });
  if (!done.ok()) return done;
  return out;
}

absl::Status Ledger::ForEachArticle(
    const std::function<absl::Status(const StoredArticle&)>& take) {
  // Not Statements::Each: `take` may stop it.
  const auto statement = statements_->Get(kEach);
  if (!statement.ok()) return statement.status();
  while (true) {
    const auto row = (*statement)->Step();
    if (!row.ok()) return row.status();
    if (!*row) return absl::OkStatus();
    if (auto done = take(RowOf(**statement, form_)); !done.ok()) {
      (*statement)->Reset();
      return done;
    }
  }
}

absl::Status Ledger::Store(std::vector<ArticleToStore> batch) {
  return InTransaction([&] {
    Delta delta;
    for (ArticleToStore& article : batch) {
      if (auto done = StoreOne(article, delta); !done.ok()) return done;
    }
    return Apply(delta);
  });
}

absl::Status Ledger::Remove(absl::Span<const ArticleNumber> numbers) {
  return InTransaction([&] {
    Delta delta;
    for (const ArticleNumber number : numbers) {
      std::optional<StoredArticle> article;
      auto done = statements_->Each(
          "SELECT id, document, path, first_day, content, form FROM article "
          "WHERE id = ?",
          [&](Statement& s) { s.Bind(0, number); },
          [&](Statement& row) { article = RowOf(row, form_); });
      if (!done.ok()) return done;
      if (!article) continue;
      if (done = Forget(*article, delta); !done.ok()) return done;
      for (const std::string_view sql :
           {std::string_view("DELETE FROM reading WHERE article = ?"),
            std::string_view("DELETE FROM article WHERE id = ?")}) {
        done = statements_->Run(sql, [&](Statement& s) { s.Bind(0, number); });
        if (!done.ok()) return done;
      }
    }
    return Apply(delta);
  });
}

absl::Status Ledger::Move(ArticleNumber number, std::string_view document,
                          std::string_view path) {
  return InTransaction([&] {
    return statements_->Run(
        "UPDATE article SET document = ?, path = ? WHERE id = ?",
        [&](Statement& s) {
          s.Bind(0, document).Bind(1, path).Bind(2, number);
        });
  });
}

// Takes an article's part out of the counts; its rows stay.
absl::Status Ledger::Forget(const StoredArticle& article, Delta& delta) {
  if (!article.is_current) return absl::OkStatus();  // it counts nowhere
  TextPool pool;
  const auto reading = Load(article.number, pool);
  if (!reading.ok()) return reading.status();
  delta.Count(KeysOf(reading->made.profile, reading->made.claims),
              article.number, -1);
  for (const uint64_t key : ClaimKeysOf(reading->made.claims)) {
    const auto done = statements_->Run(
        "DELETE FROM claim_key WHERE key = ? AND article = ?",
        [&](Statement& s) { s.Bind(0, Signed(key)).Bind(1, article.number); });
    if (!done.ok()) return done;
  }
  return absl::OkStatus();
}

absl::Status Ledger::StoreOne(ArticleToStore& article, Delta& delta) {
  const auto old = FindDocument(article.document);
  if (!old.ok()) return old.status();
  if (*old) {
    if (auto done = Forget(**old, delta); !done.ok()) return done;
  }
  const ArticleReading& reading = article.reading;
  const auto day =
      reading.published ? reading.published->days.first : std::nullopt;
  int64_t number = 0;
  absl::Status done = statements_->Each(
      *old ? "UPDATE article SET document = ?, path = ?, outlet = ?, "
             "language = ?, first_day = ?, content = ?, form = ?, claims = ? "
             "WHERE id = ? RETURNING id"
           : "INSERT INTO article(document, path, outlet, language, first_day, "
             "content, form, claims) VALUES(?, ?, ?, ?, ?, ?, ?, ?) "
             "RETURNING id",
      [&](Statement& s) {
        s.Bind(0, article.document)
            .Bind(1, article.path)
            .Bind(2, reading.article.outlet)
            .Bind(3, reading.article.language);
        if (day) {
          s.Bind(4, int64_t{day->number});
        } else {
          s.BindNull(4);
        }
        s.BindBlob(5, article.content)
            .Bind(6, form_)
            .Bind(7, static_cast<int64_t>(reading.made.claims.size()));
        if (*old) s.Bind(8, (*old)->number);
      },
      [&](Statement& row) { number = row.Number(0); });
  if (!done.ok()) return done;
  done = statements_->Run(
      "INSERT OR REPLACE INTO reading(article, bytes) VALUES(?, ?)",
      [&](Statement& s) {
        s.Bind(0, number).BindBlob(1, PackReading(reading));
      });
  if (!done.ok()) return done;
  delta.Count(KeysOf(reading.made.profile, reading.made.claims), number, 1);
  for (const uint64_t key : ClaimKeysOf(reading.made.claims)) {
    done = statements_->Run(
        "INSERT OR IGNORE INTO claim_key(key, article) VALUES(?, ?)",
        [&](Statement& s) { s.Bind(0, Signed(key)).Bind(1, number); });
    if (!done.ok()) return done;
  }
  return absl::OkStatus();
}

absl::Status Ledger::Apply(Delta& delta) {
  articles_ += delta.articles;
  sentences_ += delta.sentences;
  if (auto done = ApplyTo(Table::kFeature, delta); !done.ok()) return done;
  return ApplyTo(Table::kMeasure, delta);
}

absl::Status Ledger::ApplyTo(Table table, Delta& delta) {
  const bool is_feature = table == Table::kFeature;
  auto& changes = is_feature ? delta.features : delta.measures;
  const size_t most_kept = is_feature ? kMostKeptHolders : kMostKeptMeasures;
  const size_t most_asked = is_feature ? kMostHolders : kMostOfOneMeasure;
  std::vector<uint64_t> keys;
  for (const auto& [key, change] : changes) keys.push_back(key);
  // In the order of the table: neighbours share pages.
  std::sort(keys.begin(), keys.end(),
            [](uint64_t a, uint64_t b) { return Signed(a) < Signed(b); });
  HolderLists short_again;
  for (const uint64_t key : keys) {
    Change& change = changes[key];
    int64_t articles = 0, sentences = 0;
    bool is_there = false, has_list = true;
    std::vector<ArticleNumber> holders;
    absl::Status done = statements_->Each(
        is_feature ? kFeature : kMeasure,
        [&](Statement& s) { s.Bind(0, Signed(key)); },
        [&](Statement& row) {
          is_there = true;
          articles = row.Number(0);
          sentences = row.Number(1);
          has_list = !row.IsNull(2);
          if (has_list) holders = UnpackHolders(row.Blob(2));
        });
    if (!done.ok()) return done;
    articles += change.articles;
    sentences += change.sentences;
    if (articles <= 0 && sentences <= 0) {
      if (!is_there) continue;
      done = statements_->Run(is_feature ? "DELETE FROM feature WHERE key = ?"
                                         : "DELETE FROM measure WHERE key = ?",
                              [&](Statement& s) { s.Bind(0, Signed(key)); });
      if (!done.ok()) return done;
      continue;
    }
    if (has_list) {
      ChangeHolders(change.added, change.removed, holders);
      has_list = holders.size() <= most_kept;
    } else if (articles <= static_cast<int64_t>(most_asked)) {
      short_again.emplace(key, std::vector<ArticleNumber>());
    }
    const std::string packed = has_list ? PackHolders(holders) : "";
    done = statements_->Run(
        is_feature ? "INSERT OR REPLACE INTO feature(key, articles, sentences, "
                     "holders) VALUES(?1, ?2, ?3, ?4)"
                   : "INSERT OR REPLACE INTO measure(key, claims, holders) "
                     "VALUES(?1, ?2, ?4)",
        [&](Statement& s) {
          s.Bind(0, Signed(key)).Bind(1, articles);
          if (is_feature) s.Bind(2, sentences);
          if (has_list) {
            s.BindBlob(3, packed);
          } else {
            s.BindNull(3);
          }
        });
    if (!done.ok()) return done;
  }
  return short_again.empty() ? absl::OkStatus() : Refill(table, short_again);
}

absl::Status Ledger::Scan(Table table, HolderLists& lists) {
  const auto numbers = AllArticles();
  if (!numbers.ok()) return numbers.status();
  for (const ArticleNumber number : *numbers) {
    TextPool pool;
    const auto reading = Load(number, pool);
    if (!reading.ok()) return reading.status();
    const CollectionKeys keys =
        KeysOf(reading->made.profile, reading->made.claims);
    const auto add = [&](uint64_t key) {
      const auto at = lists.find(key);
      if (at != lists.end()) at->second.push_back(number);
    };
    if (table == Table::kFeature) {
      for (const uint64_t key : keys.article) add(key);
    } else {
      for (const auto& [key, count] : keys.measures) add(key);
    }
  }
  return absl::OkStatus();
}

absl::Status Ledger::ScanFeatureHolders(HolderLists& lists) {
  return Scan(Table::kFeature, lists);
}

// Makes the lists of keys whose holders had become too many and are few again.
// Rare: dozens of holders have to go first.
absl::Status Ledger::Refill(Table table, HolderLists& lists) {
  if (auto done = Scan(table, lists); !done.ok()) return done;
  for (const auto& [key, holders] : lists) {
    const auto done = statements_->Run(
        table == Table::kFeature
            ? "UPDATE feature SET holders = ? WHERE key = ?"
            : "UPDATE measure SET holders = ? WHERE key = ?",
        [&, k = key, packed = PackHolders(holders)](Statement& s) {
          s.BindBlob(0, packed).Bind(1, Signed(k));
        });
    if (!done.ok()) return done;
  }
  return absl::OkStatus();
}

absl::StatusOr<ArticleReading> Ledger::Load(ArticleNumber number,
                                            TextPool& pool) {
  absl::StatusOr<ArticleReading> out = absl::DataLossError(
      fmt::format("{}: article {} has no claims; make the ledger again with "
                  "crosscheck index --reindex",
                  path(), number));
  const auto done = statements_->Each(
      kLoad, [&](Statement& s) { s.Bind(0, number); },
      [&](Statement& row) {
        out = UnpackReading(row.Blob(0), pool);
        // A file that moved since is where it is now.
        if (out.ok()) out->article.path = row.Text(1);
      });
  if (!done.ok()) return done;
  if (!out.ok()) {
    return absl::Status(
        out.status().code(),
        fmt::format("{}: {}", path(), std::string(out.status().message())));
  }
  return out;
}

absl::StatusOr<std::optional<Day>> Ledger::PublishedOf(ArticleNumber number) {
  std::optional<Day> out;
  const auto done = statements_->Each(
      kPublished, [&](Statement& s) { s.Bind(0, number); },
      [&](Statement& row) {
        if (!row.IsNull(0)) out = Day{static_cast<int32_t>(row.Number(0))};
      });
  if (!done.ok()) return done;
  return out;
}

absl::Status Ledger::CountFeatures(absl::Span<const uint64_t> keys,
                                   Collection& collection) {
  for (const uint64_t key : keys) {
    const auto [at, is_new] = collection.article_holders.emplace(key, 0);
    if (!is_new) continue;
    const auto done = statements_->Each(
        kFeature, [&](Statement& s) { s.Bind(0, Signed(key)); },
        [&, a = &at->second](Statement& row) {
          *a = static_cast<uint32_t>(row.Number(0));
          collection.sentence_holders[key] =
              static_cast<uint32_t>(row.Number(1));
        });
    if (!done.ok()) return done;
  }
  return absl::OkStatus();
}

absl::Status Ledger::CountMeasures(absl::Span<const uint64_t> keys,
                                   Collection& collection) {
  for (const uint64_t key : keys) {
    const auto [at, is_new] = collection.measures.emplace(key, 0);
    if (!is_new) continue;
    const auto done = statements_->Each(
        kMeasure, [&](Statement& s) { s.Bind(0, Signed(key)); },
        [a = &at->second](Statement& row) {
          *a = static_cast<uint32_t>(row.Number(0));
        });
    if (!done.ok()) return done;
  }
  return absl::OkStatus();
}

void Ledger::CountTotals(Collection& collection) const {
  collection.articles += articles_;
  collection.sentences += sentences_;
}

absl::StatusOr<std::optional<std::vector<ArticleNumber>>> Ledger::HoldersIn(
    Statement& statement, uint64_t key) {
  statement.Bind(0, Signed(key));
  std::optional<std::vector<ArticleNumber>> out(std::in_place);
  while (true) {
    const auto row = statement.Step();
    if (!row.ok()) return row.status();
    if (!*row) return out;
    if (statement.IsNull(2)) {
      out.reset();
    } else {
      out = UnpackHolders(statement.Blob(2));
    }
  }
}

absl::StatusOr<std::optional<std::vector<ArticleNumber>>> Ledger::HoldersOf(
    uint64_t feature) {
  const auto statement = statements_->Get(kFeature);
  if (!statement.ok()) return statement.status();
  return HoldersIn(**statement, feature);
}

absl::StatusOr<std::optional<std::vector<ArticleNumber>>>
Ledger::MeasureHolders(uint64_t measure) {
  const auto statement = statements_->Get(kMeasure);
  if (!statement.ok()) return statement.status();
  return HoldersIn(**statement, measure);
}

absl::StatusOr<std::vector<ArticleNumber>> Ledger::WithClaimKey(uint64_t key) {
  std::vector<ArticleNumber> out;
  const auto done = statements_->Each(
      kClaimKey, [&](Statement& s) { s.Bind(0, Signed(key)); },
      [&](Statement& row) { out.push_back(row.Number(0)); });
  if (!done.ok()) return done;
  return out;
}

absl::StatusOr<std::vector<ArticleNumber>> Ledger::AllArticles() {
  std::vector<ArticleNumber> out;
  const auto done = statements_->Each(
      "SELECT id FROM article WHERE form = ? ORDER BY id",
      [&](Statement& s) { s.Bind(0, form_); },
      [&](Statement& row) { out.push_back(row.Number(0)); });
  if (!done.ok()) return done;
  return out;
}

absl::Status Ledger::AddFinding(std::string_view state, std::string_view rule,
                                std::string_view line,
                                absl::Span<const uint64_t> keys) {
  return InTransaction([&]() -> absl::Status {
    std::optional<int64_t> number;
    auto done = statements_->Each(
        "INSERT INTO finding(state, rule, line) VALUES(?, ?, ?) "
        "ON CONFLICT(line) DO NOTHING RETURNING id",
        [&](Statement& s) { s.Bind(0, state).Bind(1, rule).Bind(2, line); },
        [&](Statement& row) { number = row.Number(0); });
    if (!done.ok() || !number) return done;
    for (const uint64_t key : keys) {
      done = statements_->Run(
          "INSERT OR IGNORE INTO finding_key(key, finding) VALUES(?, ?)",
          [&](Statement& s) { s.Bind(0, Signed(key)).Bind(1, *number); });
      if (!done.ok()) return done;
    }
    return absl::OkStatus();
  });
}

absl::StatusOr<bool> Ledger::RemoveFinding(std::string_view line) {
  bool was_there = false;
  const auto done = InTransaction([&]() -> absl::Status {
    std::optional<int64_t> number;
    auto gone = statements_->Each(
        "DELETE FROM finding WHERE line = ? RETURNING id",
        [&](Statement& s) { s.Bind(0, line); },
        [&](Statement& row) { number = row.Number(0); });
    if (!gone.ok() || !number) return gone;
    was_there = true;
    return statements_->Run("DELETE FROM finding_key WHERE finding = ?",
                            [&](Statement& s) { s.Bind(0, *number); });
  });
  if (!done.ok()) return done;
  return was_there;
}

absl::StatusOr<std::vector<std::string>> Ledger::FindingsWith(
    absl::Span<const uint64_t> keys) {
  std::vector<std::string> out;
  for (const uint64_t key : keys) {
    const auto done = statements_->Each(
        kFindingKey, [&](Statement& s) { s.Bind(0, Signed(key)); },
        [&](Statement& row) { out.emplace_back(row.Text(0)); });
    if (!done.ok()) return done;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

absl::StatusOr<std::vector<std::string>> Ledger::AllFindings() {
  std::vector<std::string> out;
  const auto done = statements_->Each(
      "SELECT line FROM finding ORDER BY line", [](Statement&) {},
      [&](Statement& row) { out.emplace_back(row.Text(0)); });
  if (!done.ok()) return done;
  return out;
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
