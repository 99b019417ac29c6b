#include "checker/cli/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include "checker/model/document_id.h"

namespace crosscheck {

namespace fs = std::filesystem;

std::string LedgerPath(const Flags& flags, const Config& config) {
  return flags.ledger.empty() ? config.ledger : flags.ledger;
}

absl::StatusOr<std::unique_ptr<Ledger>> OpenLedger(const Flags& flags,
                                                   const Config& config,
                                                   bool write,
                                                   std::string made_with,
                                                   const char* purpose) {
  const std::string path = LedgerPath(flags, config);
  if (path.empty()) {
    return absl::InvalidArgumentError(fmt::format(
        "{}: no ledger named; say --ledger archive.db, or set ledger in "
        ".crosscheck.yaml",
        purpose));
  }
  LedgerOptions options;
  options.write = write;
  options.made_with = std::move(made_with);
  options.reindex = flags.reindex;
  options.wait_seconds = flags.wait_seconds;
  options.purpose = purpose;
  return Ledger::Open(path, options);
}

std::string NormalPath(const std::string& path) {
  if (path.empty() || path == "-") return path;
  std::error_code error;
  const fs::path here = fs::current_path(error);
  if (error) return fs::path(path).lexically_normal().string();
  const fs::path whole = (here / path).lexically_normal();
  const fs::path inside = whole.lexically_relative(here);
  return inside.empty() || *inside.begin() == ".." ? whole.string()
                                                   : inside.string();
}

std::string LedgerDocument(const Article& article) {
  if (!article.url.empty()) return CanonicalUrl(article.url);
  if (!article.is_record) return NormalPath(article.path);
  const std::string name = article.path.substr(article.path.rfind('/') + 1);
  // A record without an id of its own is known by its place.
  if (article.id == fmt::format("{}:{}", name, article.record_line)) {
    return fmt::format("{}:{}", NormalPath(article.path), article.record_line);
  }
  return article.id;
}

std::vector<ArticleReading> ReadAll(const Pipeline& pipeline,
                                    const std::vector<Article>& articles,
                                    int jobs) {
  std::vector<ArticleReading> out(articles.size());
  if (jobs <= 0) jobs = static_cast<int>(std::thread::hardware_concurrency());
  const size_t threads =
      std::min(static_cast<size_t>(std::max(jobs, 1)), articles.size());
  std::atomic<size_t> next{0};
  const auto work = [&] {
    for (size_t i = next++; i < articles.size(); i = next++) {
      out[i] = pipeline.Read(articles[i]);
    }
  };
  std::vector<std::thread> pool;
  for (size_t t = 1; t < threads; ++t) pool.emplace_back(work);
  work();
  for (std::thread& thread : pool) thread.join();
  return out;
}

ArticleToStore ToStore(const Article& article, ArticleReading reading) {
  return {LedgerDocument(article), NormalPath(article.path),
          ContentHash(article), std::move(reading)};
}

int Fail(const absl::Status& status) {
  Complain(std::string(status.message()));
  return kExitFailed;
}

}  // namespace crosscheck
