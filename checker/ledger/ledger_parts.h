#ifndef CROSSCHECK_CHECKER_LEDGER_LEDGER_PARTS_H_
#define CROSSCHECK_CHECKER_LEDGER_LEDGER_PARTS_H_

#include <cstdint>
#include <cstring>
#include <map>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "checker/ledger/ledger.h"
#include "checker/ledger/sqlite.h"
#include "checker/model/collection.h"

// What the parts of Ledger share: the queries of a gate's look-ups, prepared
// statements, and what a batch changes. For ledger*.cc alone.
namespace crosscheck {

// SQLite's integers have a sign; a key is the same 64 bits.
inline int64_t Signed(uint64_t key) {
  int64_t out;
  std::memcpy(&out, &key, sizeof out);
  return out;
}

inline constexpr std::string_view kFindDocument =
    "SELECT id, document, path, first_day, content, form FROM article "
    "WHERE document = ?";
inline constexpr std::string_view kFindContent =
    "SELECT id, document, path, first_day, content, form FROM article "
    "WHERE content = ? ORDER BY id";
inline constexpr std::string_view kEach =
    "SELECT id, document, path, first_day, content, form FROM article "
    "ORDER BY document";
inline constexpr std::string_view kLoad =
    "SELECT reading.bytes, article.path FROM article JOIN reading "
    "ON reading.article = article.id WHERE article.id = ?";
inline constexpr std::string_view kPublished =
    "SELECT first_day FROM article WHERE id = ?";
inline constexpr std::string_view kFeature =
    "SELECT articles, sentences, holders FROM feature WHERE key = ?";
inline constexpr std::string_view kMeasure =
    "SELECT claims, 0, holders FROM measure WHERE key = ?";
inline constexpr std::string_view kClaimKey =
    "SELECT article FROM claim_key WHERE key = ? ORDER BY article";
inline constexpr std::string_view kFindingKey =
    "SELECT finding.line FROM finding_key JOIN finding "
    "ON finding.id = finding_key.finding WHERE finding_key.key = ?";

// The row of an article, of the columns kFindDocument names.
StoredArticle RowOf(const Statement& row, int64_t form);

// What a batch adds to one row, and who.
struct Change {
  int64_t articles = 0;  // of a measure: claims
  int64_t sentences = 0;
  std::vector<ArticleNumber> added, removed;
};

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

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_LEDGER_PARTS_H_
