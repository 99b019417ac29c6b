#ifndef CROSSCHECK_CHECKER_LEDGER_LEDGER_H_
#define CROSSCHECK_CHECKER_LEDGER_LEDGER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "checker/ledger/reading_bytes.h"
#include "checker/ledger/sqlite.h"
#include "checker/ledger/writer_lock.h"
#include "checker/model/article.h"
#include "checker/model/collection.h"
#include "checker/model/reading.h"

namespace crosscheck {

// The row of an article.
using ArticleNumber = int64_t;

struct LedgerOptions {
  bool write = false;
  // What readings are made with (MadeWith). Readings of others are not compared
  // with; empty: it does not matter which they are.
  std::string made_with;
  bool reindex = false;   // take `made_with` for the ledger's own
  int wait_seconds = 60;  // for another writer
  std::string purpose;    // told to one who waits: "crosscheck index"
};

// A document as the ledger has it.
struct StoredArticle {
  ArticleNumber number = 0;
  std::string document;
  std::string path;
  std::optional<Day> published;
  std::string content;      // ContentHash
  bool is_current = false;  // read with the ledger's rules
};

// An article to be stored under its document, in place of what is there.
struct ArticleToStore {
  std::string document;
  std::string path;
  std::string content;
  ArticleReading reading;
};

struct LedgerStatistics {
  uint64_t articles = 0, current_articles = 0, claims = 0, sentences = 0;
  uint64_t features = 0, measures = 0, bytes = 0, reading_bytes = 0;
  std::vector<std::pair<std::string, uint64_t>> languages, outlets, findings;
  std::optional<Day> first_day, last_day;
  std::string made_with;
  int64_t schema = 0;
};

// Everything published before, as claims to compare with: one SQLite file (WAL,
// STRICT). One writer at a time, who holds a lock that names it; any number of
// readers meanwhile, who see the ledger as it was when they opened it. A batch
// is one transaction: a writer killed at any moment leaves a valid ledger, and
// going on from there gives the same one.
//
// Numbers of articles follow the order they were stored in; nothing a reader is
// shown depends on them. Not for two threads at once.
//
//   auto ledger = Ledger::Open("archive.db", {.write = true, …});
//   (*ledger)->Store(batch);
class Ledger {
 public:
  using HolderLists = absl::flat_hash_map<uint64_t, std::vector<ArticleNumber>>;

  // Failure: no such file (reading), not writable, not a ledger, held by
  // another writer (named), readings of other rules (FailedPrecondition).
  static absl::StatusOr<std::unique_ptr<Ledger>> Open(
      const std::string& path, const LedgerOptions& options);
  ~Ledger();

  const std::string& path() const { return database_->path(); }
  const std::string& made_with() const { return made_with_; }
  // Articles whose reading is of the ledger's rules.
  uint64_t article_count() const { return articles_; }

  absl::StatusOr<std::optional<StoredArticle>> FindDocument(
      std::string_view document);
  absl::StatusOr<std::vector<StoredArticle>> FindContent(
      std::string_view content);
  // In order of documents.
  absl::Status ForEachArticle(
      const std::function<absl::Status(const StoredArticle&)>& take);

  // One transaction each.
  absl::Status Store(std::vector<ArticleToStore> batch);
  absl::Status Remove(absl::Span<const ArticleNumber> numbers);
  // A file that moved: what it says stays what it was.
  absl::Status Move(ArticleNumber number, std::string_view document,
                    std::string_view path);

  // Claims to compare with. The reading's texts live as long as `pool`.
  absl::StatusOr<ArticleReading> Load(ArticleNumber number, TextPool& pool);
  absl::StatusOr<std::optional<Day>> PublishedOf(ArticleNumber number);
  // Sets the counts of those keys in `collection` that are not in it yet.
  absl::Status CountFeatures(absl::Span<const uint64_t> keys,
                             Collection& collection);
  absl::Status CountMeasures(absl::Span<const uint64_t> keys,
                             Collection& collection);
  void CountTotals(Collection& collection) const;
  // The articles that hold a feature, sorted; nullopt where they are too many
  // to be kept (more than kMostHolders; so measures, kMostOfOneMeasure).
  absl::StatusOr<std::optional<std::vector<ArticleNumber>>> HoldersOf(
      uint64_t feature);
  absl::StatusOr<std::optional<std::vector<ArticleNumber>>> MeasureHolders(
      uint64_t measure);
  // The same for lists that are not kept: reads every article's claims.
  absl::Status ScanFeatureHolders(HolderLists& lists);
  // The articles with a claim key (claim_keys.h), sorted.
  absl::StatusOr<std::vector<ArticleNumber>> WithClaimKey(uint64_t key);
  absl::StatusOr<std::vector<ArticleNumber>> AllArticles();

  // What was accepted: lines as of a baseline, found by keys of their
  // sentences, documents and facts. One transaction.
  absl::Status AddFinding(std::string_view state, std::string_view rule,
                          std::string_view line,
                          absl::Span<const uint64_t> keys);
  // True if there was such a line.
  absl::StatusOr<bool> RemoveFinding(std::string_view line);
  // Each once, sorted.
  absl::StatusOr<std::vector<std::string>> FindingsWith(
      absl::Span<const uint64_t> keys);
  absl::StatusOr<std::vector<std::string>> AllFindings();

  absl::StatusOr<LedgerStatistics> Statistics();
  // Moves what was committed into the main file, so that it stands alone, and
  // tells SQLite's planner what is in it. Readers may keep it from all of it.
  absl::Status Checkpoint();

  // Every query the look-ups of a gate use, for EXPLAIN QUERY PLAN.
  static std::vector<std::string_view> LookUpQueries();
  Database& database() { return *database_; }

 private:
  struct Statements;
  struct Delta;
  enum class Table : uint8_t { kFeature, kMeasure };

  Ledger(std::unique_ptr<Database> database, LedgerOptions options);
  absl::Status Begin();
  absl::Status ReadMeta();
  absl::Status WriteMeta();
  absl::Status Reindex();
  absl::Status InTransaction(const std::function<absl::Status()>& work);
  absl::Status Forget(const StoredArticle& article, Delta& delta);
  absl::Status StoreOne(ArticleToStore& article, Delta& delta);
  absl::Status Apply(Delta& delta);
  absl::Status ApplyTo(Table table, Delta& delta);
  absl::Status Scan(Table table, HolderLists& lists);
  absl::Status Refill(Table table, HolderLists& lists);
  absl::StatusOr<std::optional<std::vector<ArticleNumber>>> HoldersIn(
      Statement& statement, uint64_t key);

  LedgerOptions options_;
  std::optional<WriterLock> lock_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Statements> statements_;
  uint64_t articles_ = 0;
  uint64_t sentences_ = 0;
  int64_t form_ = 1;  // goes up with every Reindex
  std::string made_with_;
};

// Hash of what an article's claims are made and shown from: its metadata, text
// and source. 16 bytes.
std::string ContentHash(const Article& article);

// What says that two readings can be compared: the rules' digest and the form
// readings are stored in.
std::string MadeWith(std::string_view rules_digest);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_LEDGER_H_
