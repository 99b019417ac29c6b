// Articles stored, replaced and taken out, and the lists of who holds what.
#include <algorithm>
#include <string>

#include "checker/ledger/claim_keys.h"
#include "checker/ledger/holder_list.h"
#include "checker/ledger/ledger_parts.h"

namespace crosscheck {
namespace {

// Lists are kept up to twice what look-ups ask for, so that one that shrinks by
// a few need not be made again from all readings.
constexpr size_t kMostKeptHolders = 2 * kMostHolders;
constexpr size_t kMostKeptMeasures = 2 * kMostOfOneMeasure;

}  // namespace

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

}  // namespace crosscheck
