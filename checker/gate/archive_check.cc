#include "checker/gate/archive_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "checker/link/link_claims.h"
#include "checker/model/collection.h"

namespace crosscheck {
namespace {

// The feature keys linking may ask the counts of.
void AddFeatureKeys(const ArticleReading& reading,
                    absl::flat_hash_set<uint64_t>& keys) {
  for (const uint64_t key : reading.made.profile.keys) keys.insert(key);
  for (const Claim& claim : reading.made.claims) {
    for (const Feature& feature : claim.features) keys.insert(feature.key);
  }
}

std::vector<uint64_t> Sorted(const absl::flat_hash_set<uint64_t>& keys) {
  std::vector<uint64_t> out(keys.begin(), keys.end());
  // The order of the table (keys are signed there): neighbours share pages.
  std::sort(out.begin(), out.end(), [](uint64_t a, uint64_t b) {
    return static_cast<int64_t>(a) < static_cast<int64_t>(b);
  });
  return out;
}

std::optional<Day> DayOf(const ArticleReading& reading) {
  return reading.published ? reading.published->days.first : std::nullopt;
}

// An id that is taken by another article of the run gives way to the place.
void MakeIdsUnique(std::vector<ArticleReading>& readings) {
  absl::flat_hash_set<std::string> taken;
  for (ArticleReading& reading : readings) {
    ReportArticle& article = reading.article;
    const std::string id = article.id;
    for (int n = 0; !taken.insert(article.id).second; ++n) {
      article.id = n == 0 && !article.path.empty() && article.path != id
                       ? article.path
                       : fmt::format("{}#{}", id, n + 1);
    }
  }
}

class Comparison {
 public:
  Comparison(const Pipeline& pipeline, Ledger& ledger,
             std::vector<ArticleReading> news,
             const std::set<ArticleNumber>& left_out)
      : pipeline_(pipeline),
        ledger_(ledger),
        readings_(std::move(news)),
        news_(readings_.size()),
        left_out_(left_out) {}

  absl::StatusOr<Report> Run() {
    if (auto done = CountNews(); !done.ok()) return done;
    if (auto done = FindCandidates(); !done.ok()) return done;
    if (auto done = LoadCandidates(); !done.ok()) return done;
    MakeIdsUnique(readings_);
    CheckScope scope;
    scope.is_new.assign(readings_.size(), false);
    std::fill_n(scope.is_new.begin(), news_, true);
    scope.collection = &collection_;
    return pipeline_.CheckReadings(Keep(std::move(readings_)), scope);
  }

 private:
  // The counts of all keys the new articles hold, over the archive without
  // what is left out and with the new articles.
  absl::Status CountNews() {
    absl::flat_hash_set<uint64_t> features, measures;
    std::vector<CollectionKeys> added, removed;
    const auto add = [&](const ArticleReading& reading,
                         std::vector<CollectionKeys>& list) {
      AddFeatureKeys(reading, features);
      list.push_back(KeysOf(reading.made.profile, reading.made.claims));
      for (const auto& [key, count] : list.back().measures) {
        measures.insert(key);
      }
    };
    for (const ArticleReading& reading : readings_) add(reading, added);
    for (const ArticleNumber number : left_out_) {
      TextPool pool;
      const auto reading = ledger_.Load(number, pool);
      if (!reading.ok()) return reading.status();
      add(*reading, removed);
    }
    ledger_.CountTotals(collection_);
    auto done = ledger_.CountFeatures(Sorted(features), collection_);
    if (!done.ok()) return done;
    done = ledger_.CountMeasures(Sorted(measures), collection_);
    if (!done.ok()) return done;
    for (const CollectionKeys& keys : removed) Count(keys, -1, collection_);
    for (const CollectionKeys& keys : added) Count(keys, 1, collection_);
    return absl::OkStatus();
  }

  void Take(ArticleNumber number) {
    if (!left_out_.contains(number)) candidates_.insert(number);
  }

  absl::Status FindCandidates() {
    if (collection_.articles <= kWeighAllUpTo) {
      const auto all = ledger_.AllArticles();
      if (!all.ok()) return all.status();
      for (const ArticleNumber number : *all) Take(number);
      return absl::OkStatus();
    }
    if (auto done = FindHolders(); !done.ok()) return done;
    if (auto done = FindByFeatures(); !done.ok()) return done;
    return FindByMeasures();
  }

  // The lists of all features a new article is looked up by.
  absl::Status FindHolders() {
    Ledger::HolderLists not_kept;
    for (size_t i = 0; i < news_; ++i) {
      look_up_.push_back(LookUpKeys(readings_[i].made.profile, collection_));
      for (const uint64_t key : look_up_.back()) {
        if (holders_.contains(key)) continue;
        auto holders = ledger_.HoldersOf(key);
        if (!holders.ok()) return holders.status();
        if (*holders) {
          holders_.emplace(key, **std::move(holders));
        } else {
          // So many of them are left out that the others are few again.
          not_kept.emplace(key, std::vector<ArticleNumber>());
          holders_.emplace(key, std::vector<ArticleNumber>());
        }
      }
    }
    if (not_kept.empty()) return absl::OkStatus();
    if (auto done = ledger_.ScanFeatureHolders(not_kept); !done.ok()) {
      return done;
    }
    for (auto& [key, list] : not_kept) holders_[key] = std::move(list);
    return absl::OkStatus();
  }

  absl::Status FindByFeatures() {
    absl::flat_hash_map<ArticleNumber, uint32_t> shared;
    absl::flat_hash_map<ArticleNumber, std::optional<Day>> days;
    for (size_t i = 0; i < news_; ++i) {
      shared.clear();
      for (const uint64_t key : look_up_[i]) {
        for (const ArticleNumber number : holders_[key]) ++shared[number];
      }
      const std::optional<Day> day = DayOf(readings_[i]);
      for (const auto& [number, count] : shared) {
        if (count < kLeastShared || left_out_.contains(number) ||
            candidates_.contains(number)) {
          continue;
        }
        const auto [at, is_new] = days.emplace(number, std::nullopt);
        if (is_new) {
          const auto published = ledger_.PublishedOf(number);
          if (!published.ok()) return published.status();
          at->second = *published;
        }
        if (day && at->second &&
            std::abs(day->number - at->second->number) > kMostDaysApart) {
          continue;
        }
        Take(number);
      }
    }
    return absl::OkStatus();
  }

  // "Founded in 2023" is one fact in whatever story it stands.
  absl::Status FindByMeasures() {
    absl::flat_hash_set<uint64_t> measures;
    for (size_t i = 0; i < news_; ++i) {
      for (const Claim& claim : readings_[i].made.claims) {
        const uint64_t key = MeasureKey(claim);
        if (key == 0 || Collection::CountOf(collection_.measures, key) >
                            kMostOfOneMeasure) {
          continue;
        }
        measures.insert(key);
      }
    }
    for (const uint64_t key : Sorted(measures)) {
      const auto holders = ledger_.MeasureHolders(key);
      if (!holders.ok()) return holders.status();
      if (*holders) {
        for (const ArticleNumber number : **holders) Take(number);
        continue;
      }
      // So many are left out that the others are few again.
      const auto all = ledger_.AllArticles();
      if (!all.ok()) return all.status();
      for (const ArticleNumber number : *all) Take(number);
    }
    return absl::OkStatus();
  }

  absl::Status LoadCandidates() {
    absl::flat_hash_set<uint64_t> features;
    for (const ArticleNumber number : candidates_) {
      auto reading = ledger_.Load(number, pool_);
      if (!reading.ok()) return reading.status();
      AddFeatureKeys(*reading, features);
      readings_.push_back(*std::move(reading));
    }
    // Those of the new articles are counted already and stay as they are.
    return ledger_.CountFeatures(Sorted(features), collection_);
  }

  const Pipeline& pipeline_;
  Ledger& ledger_;
  TextPool pool_;
  std::vector<ArticleReading> readings_;  // the new ones first
  const size_t news_;
  const std::set<ArticleNumber>& left_out_;
  Collection collection_;
  std::vector<std::vector<uint64_t>> look_up_;  // of each new article
  Ledger::HolderLists holders_;
  std::set<ArticleNumber> candidates_;
};

}  // namespace

absl::StatusOr<Report> CheckAgainstLedger(
    const Pipeline& pipeline, Ledger& ledger, std::vector<ArticleReading> news,
    const std::set<ArticleNumber>& left_out) {
  return Comparison(pipeline, ledger, std::move(news), left_out).Run();
}

Report CheckAgainstReadings(const Pipeline& pipeline,
                            std::vector<ArticleReading> archive,
                            std::vector<ArticleReading> news) {
  CheckScope scope;
  scope.is_new.assign(news.size(), true);
  scope.is_new.resize(news.size() + archive.size(), false);
  std::move(archive.begin(), archive.end(), std::back_inserter(news));
  MakeIdsUnique(news);
  return pipeline.CheckReadings(Keep(std::move(news)), scope);
}

}  // namespace crosscheck
