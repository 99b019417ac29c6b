#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "absl/container/flat_hash_set.h"
#include "checker/cli/archive.h"
#include "checker/cli/commands.h"
#include "checker/cli/session.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

// Articles of a transaction (--batch): enough that it costs little, few enough
// that what a kill loses is soon made again.
constexpr size_t kBatchBytes = size_t{16} << 20;
constexpr size_t kPrunedAtOnce = 512;

// Reads articles and stores them, a batch at a time, while the next is read.
// Everything but Add and Finish happens on one other thread.
class Indexer {
 public:
  Indexer(const Pipeline& pipeline, Ledger& ledger, const Flags& flags)
      : pipeline_(pipeline), ledger_(ledger), flags_(flags) {}
  ~Indexer() { Join(); }

  void Add(Article&& article) {
    bytes_ += article.text.size() + article.source.size();
    filling_.push_back(std::move(article));
    if (filling_.size() >= flags_.batch_articles || bytes_ >= kBatchBytes)
      Hand();
  }

  absl::Status Finish() {
    Hand();
    Join();
    return status_;
  }

  struct Counts {
    uint64_t added = 0, changed = 0, unchanged = 0, moved = 0, twice = 0;
  };
  const Counts& counts() const { return counts_; }
  std::vector<Problem> TakeWarnings() { return std::move(warnings_); }
  bool HasSeen(ArticleNumber number) const { return seen_.contains(number); }

 private:
  void Join() {
    if (worker_.joinable()) worker_.join();
  }

  void Hand() {
    Join();
    if (filling_.empty()) return;
    under_way_ = std::move(filling_);
    filling_.clear();
    bytes_ = 0;
    if (!status_.ok()) return;
    worker_ = std::thread([this] { status_ = Work(); });
  }

  absl::Status Work() {
    std::vector<Article> to_read;
    absl::flat_hash_set<std::string> in_batch;
    for (Article& article : under_way_) {
      const std::string document = LedgerDocument(article);
      if (!in_batch.insert(document).second) {
        Twice(article, document);
        continue;
      }
      const auto old = ledger_.FindDocument(document);
      if (!old.ok()) return old.status();
      if (*old && seen_.contains((*old)->number)) {
        Twice(article, document);
        continue;
      }
      if (*old && (*old)->is_current &&
          (*old)->content == ContentHash(article)) {
        const std::string path = NormalPath(article.path);
        if ((*old)->path != path) {
          auto moved = ledger_.Move((*old)->number, document, path);
          if (!moved.ok()) return moved;
        }
        ++counts_.unchanged;
        seen_.insert((*old)->number);
        continue;
      }
      if (!*old) {
        const auto moved = MoveHere(article, document);
        if (!moved.ok()) return moved.status();
        if (*moved) continue;
      }
      ++(*old ? counts_.changed : counts_.added);
      to_read.push_back(std::move(article));
    }
    std::vector<ArticleReading> readings =
        ReadAll(pipeline_, to_read, flags_.jobs);
    std::vector<ArticleToStore> batch;
    for (size_t i = 0; i < to_read.size(); ++i) {
      batch.push_back(ToStore(to_read[i], std::move(readings[i])));
    }
    std::vector<std::string> documents;
    for (const ArticleToStore& article : batch) {
      documents.push_back(article.document);
    }
    if (!batch.empty()) {
      if (auto done = ledger_.Store(std::move(batch)); !done.ok()) return done;
    }
    for (const std::string& document : documents) {
      const auto stored = ledger_.FindDocument(document);
      if (!stored.ok()) return stored.status();
      if (*stored) seen_.insert((*stored)->number);
    }
    done_ += under_way_.size();
    if (!flags_.quiet && IsTerminal(2)) {
      fmt::print(stderr, "\r{} articles", done_);
      std::fflush(stderr);
    }
    return absl::OkStatus();
  }

  void Twice(const Article& article, const std::string& document) {
    ++counts_.twice;
    warnings_.push_back(
        {article.path,
         fmt::format("{}: a second article \"{}\" in this run, left out; give "
                     "each a URL or an id of its own",
                     article.path, document)});
  }

  // A file known by its path that is no more there, with the same content: it
  // was renamed.
  absl::StatusOr<bool> MoveHere(const Article& article,
                                const std::string& document) {
    if (article.is_record || !article.url.empty()) return false;
    const auto same = ledger_.FindContent(ContentHash(article));
    if (!same.ok()) return same.status();
    for (const StoredArticle& old : *same) {
      std::error_code error;
      if (!old.is_current || old.document != old.path ||
          seen_.contains(old.number) || fs::exists(old.path, error)) {
        continue;
      }
      const auto done =
          ledger_.Move(old.number, document, NormalPath(article.path));
      if (!done.ok()) return done;
      ++counts_.moved;
      seen_.insert(old.number);
      return true;
    }
    return false;
  }

  const Pipeline& pipeline_;
  Ledger& ledger_;
  const Flags& flags_;
  std::vector<Article> filling_, under_way_;
  size_t bytes_ = 0;
  std::thread worker_;
  absl::Status status_;
  Counts counts_;
  uint64_t done_ = 0;
  std::vector<Problem> warnings_;
  absl::flat_hash_set<ArticleNumber> seen_;  // this run
};

bool IsBeneath(const std::string& path, const std::string& folder) {
  return path == folder || folder == "." ||
         (path.size() > folder.size() && path.rfind(folder, 0) == 0 &&
          (folder.empty() || folder.back() == '/' ||
           path[folder.size()] == '/'));
}

// Takes out what was read from the paths before and was not met now.
absl::StatusOr<uint64_t> Prune(Ledger& ledger, const Indexer& indexer,
                               const std::vector<std::string>& paths) {
  std::vector<std::string> folders;
  for (const std::string& path : paths) folders.push_back(NormalPath(path));
  std::vector<ArticleNumber> gone;
  const auto done = ledger.ForEachArticle([&](const StoredArticle& article) {
    const bool asked = std::any_of(
        folders.begin(), folders.end(),
        [&](const auto& folder) { return IsBeneath(article.path, folder); });
    if (asked && !indexer.HasSeen(article.number)) {
      gone.push_back(article.number);
    }
    return absl::OkStatus();
  });
  if (!done.ok()) return done;
  for (size_t i = 0; i < gone.size(); i += kPrunedAtOnce) {
    const auto removed = ledger.Remove(absl::MakeConstSpan(gone).subspan(
        i, std::min(kPrunedAtOnce, gone.size() - i)));
    if (!removed.ok()) return removed;
  }
  return gone.size();
}

}  // namespace

int RunIndex(const Flags& flags) {
  auto session = OpenSession(flags);
  if (!session.ok()) return Fail(session.status());
  std::vector<std::string> paths = InputPaths(flags, session->config);
  if (paths.empty()) {
    return Fail(absl::InvalidArgumentError(
        "index: no articles named; give files, folders or -"));
  }
  std::sort(paths.begin(), paths.end());
  auto ledger =
      OpenLedger(flags, session->config, true,
                 MadeWith(session->rules.digest()), "crosscheck index");
  if (!ledger.ok()) return Fail(ledger.status());
  const Pipeline pipeline(session->rules, session->Options(flags));
  Indexer indexer(pipeline, **ledger, flags);
  const IntakeLog log =
      ReadArticles(paths, InputOptions(flags), session->rules,
                   [&](Article&& article) { indexer.Add(std::move(article)); });
  const absl::Status done = indexer.Finish();
  EndProgress(flags);
  std::vector<Problem> warnings = log.warnings;
  for (Problem& warning : indexer.TakeWarnings()) {
    warnings.push_back(std::move(warning));
  }
  const int exit = Complain(flags, log.problems, warnings);
  if (!done.ok()) return Fail(done);
  uint64_t pruned = 0;
  if (flags.prune) {
    // An article that could not be read is not one that was deleted.
    if (!log.problems.empty() && !flags.keep_going) {
      Complain("nothing pruned: not everything could be read");
    } else {
      const auto count = Prune(**ledger, indexer, paths);
      if (!count.ok()) return Fail(count.status());
      pruned = *count;
    }
  }
  if (const auto whole = (*ledger)->Checkpoint(); !whole.ok()) {
    return Fail(whole);
  }
  const Indexer::Counts& counts = indexer.counts();
  std::string text =
      fmt::format("{}: {} added, {} changed, {} unchanged", (*ledger)->path(),
                  counts.added, counts.changed, counts.unchanged);
  if (counts.moved > 0) text += fmt::format(", {} moved", counts.moved);
  if (flags.prune) text += fmt::format(", {} pruned", pruned);
  text += fmt::format("; {} articles in it\n", (*ledger)->article_count());
  if (const auto written = WriteOutput(flags.output_file, text);
      !written.ok()) {
    return Fail(written);
  }
  return exit;
}

}  // namespace crosscheck
