#ifndef CROSSCHECK_CHECKER_LEDGER_LEDGER_H_
#define CROSSCHECK_CHECKER_LEDGER_LEDGER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "checker/ledger/reading_bytes.h"
#include "checker/ledger/sqlite.h"
#include "checker/ledger/writer_lock.h"
#include "checker/model/collection.h"
#include "checker/model/reading.h"

namespace crosscheck {

// What one article adds to or has in the ledger.
using ArticleNumber = int64_t;

struct LedgerOptions {
  bool write = false;
  // What readings are made with: the rules' digest. Others are not compared.
  std::string made_with;
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
// readers meanwhile, who see the last batch that was committed. A batch is one
// transaction: a writer killed at any moment leaves a valid ledger, and going
// on from there gives the same one.
//
// Numbers of articles follow the order they were stored in; nothing a reader is
// shown depends on them. Not for two threads at once.
//
//   auto ledger = Ledger::Open("archive.db", {.write = true, …});
//   (*ledger)->Store(batch);
class Ledger {
 public:
  // Failure: no such file (reading), not writable, not a ledger, held by
  // another writer (named), readings of other rules (FailedPrecondition; see
  // Reindex).
  static absl::StatusOr<std::unique_ptr<Ledger>> Open(
      const std::string& path, const LedgerOptions& options);
  ~Ledger();

  // Is every reading of the rules in use? With none it is.
  bool IsCurrent() const { return made_with_ == options_.made_with; }
  const std::string& made_with() const { return made_with_; }
  // Takes the rules in use for the ledger's own: counts begin again, readings
  // stay until their article is stored again, and are not compared until then.
  absl::Status Reindex();

  uint64_t article_count() const { return articles_; }

  absl::StatusOr<std::optional<StoredArticle>> FindDocument(
      std::string_view document);
  absl::StatusOr<std::vector<StoredArticle>> FindContent(
      std::string_view content);
  absl::Status ForEachArticle(
      const std::function<void(const StoredArticle&)>& take);

  // One transaction.
  absl::Status Store(std::vector<ArticleToStore> batch);
  absl::Status Remove(absl::Span<const ArticleNumber> numbers);
  // A file that moved: the document stays what it was.
  absl::Status Move(ArticleNumber number, std::string_view document,
                    std::string_view path);

  // Claims to compare with. The reading's texts live as long as `pool`.
  absl::StatusOr<ArticleReading> Load(ArticleNumber number, TextPool& pool);
  // Adds the counts of the keys to `collection` (articles and sentences too
  // when `totals`).
  absl::Status CountFeatures(absl::Span<const uint64_t> keys,
                             Collection& collection);
  absl::Status CountMeasures(absl::Span<const uint64_t> keys,
                             Collection& collection);
  void CountTotals(Collection& collection) const;
  // The articles that hold a feature, while at most kMostHolders do; so
  // measures, while at most kMostOfOneMeasure claims are of it.
  absl::StatusOr<std::vector<ArticleNumber>> HoldersOf(uint64_t feature);
  absl::StatusOr<std::vector<ArticleNumber>> MeasureHolders(uint64_t measure);
  // The articles with a claim key (claim_keys.h).
  absl::StatusOr<std::vector<ArticleNumber>> WithClaimKey(uint64_t key);
  absl::StatusOr<std::vector<ArticleNumber>> AllArticles();
  absl::StatusOr<std::optional<Day>> PublishedOf(ArticleNumber number);

  // What was accepted: lines as of a baseline, found by keys of their
  // sentences, documents and facts.
  absl::Status AddFinding(std::string_view state, std::string_view rule,
                          std::string_view line,
                          absl::Span<const uint64_t> keys);
  absl::Status RemoveFinding(std::string_view line);
  absl::StatusOr<std::vector<std::string>> FindingsWith(
      absl::Span<const uint64_t> keys);
  absl::StatusOr<std::vector<std::string>> AllFindings();

  absl::StatusOr<LedgerStatistics> Statistics();
  // Moves what was committed into the main file, so that it stands alone.
  absl::Status Checkpoint();

  // Every query used by the look-ups of a gate, for EXPLAIN QUERY PLAN.
  static std::vector<std::string_view> LookUpQueries();
  Database& database() { return *database_; }

 private:
  struct Statements;
  struct Delta;
  Ledger(std::unique_ptr<Database> database, LedgerOptions options);
  absl::Status Begin(const std::string& path);
  absl::Status ReadMeta();
  absl::Status WriteMeta();
  absl::Status InTransaction(const std::function<absl::Status()>& work);
  absl::Status Forget(ArticleNumber number, Delta& delta);
  absl::Status StoreOne(ArticleToStore& article, Delta& delta);
  absl::Status Apply(const Delta& delta);
  absl::Status Restore(const std::vector<uint64_t>& features);

  LedgerOptions options_;
  std::optional<WriterLock> lock_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Statements> statements_;
  uint64_t articles_ = 0;
  uint64_t sentences_ = 0;
  int64_t form_ = 1;
  std::string made_with_;
};

// Hash of what an article's claims are made from: its text, language, dates.
// 16 bytes.
std::string ContentHash(const Article& article);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_LEDGER_H_
