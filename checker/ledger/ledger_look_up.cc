// Articles and their claims, looked up.
#include <fmt/format.h>

#include <string>

#include "checker/ledger/holder_list.h"
#include "checker/ledger/ledger_parts.h"

namespace crosscheck {

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

}  // namespace crosscheck
