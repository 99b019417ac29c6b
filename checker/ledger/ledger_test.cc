#include "checker/ledger/ledger.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <random>
#include <set>

#include "checker/ledger/claim_keys.h"
#include "checker/ledger/testing/small_world.h"

namespace crosscheck {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class LedgerTest : public testing::Test {
 protected:
  std::unique_ptr<Ledger> Open(bool write, const std::string& made_with = "r1",
                               bool reindex = false) {
    auto ledger = Ledger::Open(path_, {.write = write,
                                       .made_with = made_with,
                                       .reindex = reindex,
                                       .wait_seconds = 0,
                                       .purpose = "a test"});
    EXPECT_TRUE(ledger.ok()) << ledger.status();
    return ledger.ok() ? *std::move(ledger) : nullptr;
  }
  void Store(Ledger& ledger, int first, int last, int version = 0) {
    std::vector<ArticleToStore> batch;
    for (int i = first; i < last; ++i) {
      batch.push_back(world_.ToStore(i, version));
    }
    const auto done = ledger.Store(std::move(batch));
    ASSERT_TRUE(done.ok()) << done;
  }

  // The counts and lists of a ledger must be those of its articles.
  void ExpectCounts(Ledger& ledger, const std::map<int, int>& versions) {
    Collection expected;
    std::map<uint64_t, std::set<ArticleNumber>> holders, measure_holders;
    std::map<uint64_t, std::set<ArticleNumber>> with_key;
    for (const auto& [i, version] : versions) {
      const ArticleReading reading = world_.Read(i, version);
      const CollectionKeys keys =
          KeysOf(reading.made.profile, reading.made.claims);
      Count(keys, 1, expected);
      const auto stored =
          ledger.FindDocument(fmt::format("world/a{:04}.txt", i));
      ASSERT_TRUE(stored.ok() && *stored) << i;
      for (const uint64_t key : keys.article) {
        holders[key].insert((*stored)->number);
      }
      for (const auto& [key, count] : keys.measures) {
        measure_holders[key].insert((*stored)->number);
      }
      for (const uint64_t key : ClaimKeysOf(reading.made.claims)) {
        with_key[key].insert((*stored)->number);
      }
    }
    Collection got;
    ledger.CountTotals(got);
    EXPECT_EQ(got.articles, expected.articles);
    EXPECT_EQ(got.sentences, expected.sentences);
    for (const auto& [key, count] : expected.article_holders) {
      ASSERT_TRUE(ledger.CountFeatures({key}, got).ok());
      EXPECT_EQ(Collection::CountOf(got.article_holders, key), count);
      EXPECT_EQ(Collection::CountOf(got.sentence_holders, key),
                Collection::CountOf(expected.sentence_holders, key));
      const auto list = ledger.HoldersOf(key);
      ASSERT_TRUE(list.ok());
      if (count <= kMostHolders) {
        ASSERT_TRUE(*list) << count;
        EXPECT_EQ(std::set<ArticleNumber>((*list)->begin(), (*list)->end()),
                  holders[key]);
      }
    }
    for (const auto& [key, count] : expected.measures) {
      ASSERT_TRUE(ledger.CountMeasures({key}, got).ok());
      EXPECT_EQ(Collection::CountOf(got.measures, key), count);
      const auto list = ledger.MeasureHolders(key);
      ASSERT_TRUE(list.ok() && *list);
      EXPECT_EQ(std::set<ArticleNumber>((*list)->begin(), (*list)->end()),
                measure_holders[key]);
    }
    for (const auto& [key, numbers] : with_key) {
      const auto list = ledger.WithClaimKey(key);
      ASSERT_TRUE(list.ok());
      EXPECT_EQ(std::set<ArticleNumber>(list->begin(), list->end()), numbers);
    }
    // And nothing else is in it.
    const auto rows = ledger.database().Number("SELECT count(*) FROM feature");
    ASSERT_TRUE(rows.ok());
    std::set<uint64_t> features;
    for (const auto& [key, count] : expected.article_holders) {
      if (count > 0) features.insert(key);
    }
    for (const auto& [key, count] : expected.sentence_holders) {
      if (count > 0) features.insert(key);
    }
    EXPECT_EQ(static_cast<size_t>(**rows), features.size());
  }

  SmallWorld world_{3};
  std::string path_ = NewLedgerPath("ledger_test.db");
};

TEST_F(LedgerTest, CountsAreThoseOfItsArticles) {
  auto ledger = Open(true);
  std::map<int, int> versions;
  std::mt19937 chance(5);
  // 160 articles, so that some features have too many holders to be listed.
  for (int i = 0; i < 160; i += 40) Store(*ledger, i, i + 40);
  for (int i = 0; i < 160; ++i) versions[i] = 0;
  ExpectCounts(*ledger, versions);
  for (int round = 0; round < 3; ++round) {
    const int first = static_cast<int>(chance() % 150);
    Store(*ledger, first, first + 10, round + 1);
    for (int i = first; i < first + 10; ++i) versions[i] = round + 1;
  }
  ExpectCounts(*ledger, versions);
  // Most go: lists that were too long are short again.
  std::vector<ArticleNumber> gone;
  for (int i = 0; i < 130; ++i) {
    const auto stored =
        ledger->FindDocument(fmt::format("world/a{:04}.txt", i));
    gone.push_back((*stored)->number);
    versions.erase(i);
  }
  ASSERT_TRUE(ledger->Remove(gone).ok());
  ExpectCounts(*ledger, versions);
}

TEST_F(LedgerTest, TheSameDocumentTwiceInABatchIsTheLater) {
  auto ledger = Open(true);
  std::vector<ArticleToStore> batch;
  batch.push_back(world_.ToStore(1, 0));
  batch.push_back(world_.ToStore(1, 1));
  ASSERT_TRUE(ledger->Store(std::move(batch)).ok());
  ExpectCounts(*ledger, {{1, 1}});
}

TEST_F(LedgerTest, ReadersSeeWhatWasThereWhenTheyOpenedIt) {
  auto writer = Open(true);
  Store(*writer, 0, 10);
  auto reader = Open(false);
  EXPECT_EQ(reader->article_count(), 10u);
  Store(*writer, 10, 20);
  EXPECT_EQ(reader->AllArticles()->size(), 10u);
  auto later = Open(false);
  EXPECT_EQ(later->AllArticles()->size(), 20u);
}

TEST_F(LedgerTest, ASecondWriterIsToldWhoHoldsIt) {
  auto writer = Open(true);
  const auto second =
      Ledger::Open(path_, {.write = true, .wait_seconds = 0, .purpose = "b"});
  ASSERT_FALSE(second.ok());
  EXPECT_THAT(std::string(second.status().message()),
              testing::AllOf(HasSubstr(path_), HasSubstr("(a test)"),
                             HasSubstr(std::to_string(getpid()))));
  writer.reset();
  EXPECT_NE(Open(true), nullptr);
}

TEST_F(LedgerTest, OtherRulesAreRefusedUntilReindexed) {
  {
    auto ledger = Open(true);
    Store(*ledger, 0, 5);
  }
  for (const bool write : {false, true}) {
    const auto other = Ledger::Open(path_, {.write = write, .made_with = "r2"});
    ASSERT_FALSE(other.ok());
    EXPECT_THAT(std::string(other.status().message()),
                testing::AllOf(HasSubstr("other rules"), HasSubstr("r1"),
                               HasSubstr("r2"), HasSubstr("--reindex")));
  }
  auto ledger = Open(true, "r2", true);
  EXPECT_EQ(ledger->article_count(), 0u);
  EXPECT_FALSE((*ledger->FindDocument("world/a0001.txt"))->is_current);
  Store(*ledger, 1, 3);
  EXPECT_EQ(ledger->article_count(), 2u);
  ExpectCounts(*ledger, {{1, 0}, {2, 0}});
  EXPECT_EQ(ledger->Statistics()->articles, 5u);
  EXPECT_EQ(ledger->Statistics()->current_articles, 2u);
}

TEST_F(LedgerTest, MovedArticleIsTheSameElsewhere) {
  auto ledger = Open(true);
  Store(*ledger, 0, 3);
  const auto stored = ledger->FindDocument("world/a0001.txt");
  ASSERT_TRUE(ledger->Move((*stored)->number, "new/x.txt", "new/x.txt").ok());
  EXPECT_FALSE(ledger->FindDocument("world/a0001.txt")->has_value());
  TextPool pool;
  EXPECT_EQ(ledger->Load((*stored)->number, pool)->article.path, "new/x.txt");
}

TEST_F(LedgerTest, FindingsAreMetByTheirKeys) {
  auto ledger = Open(true);
  ASSERT_TRUE(ledger->AddFinding("accepted", "r", "one", {{1, 2}}).ok());
  ASSERT_TRUE(ledger->AddFinding("accepted", "r", "two", {{2, 3}}).ok());
  ASSERT_TRUE(ledger->AddFinding("accepted", "r", "two", {{2, 3}}).ok());
  EXPECT_THAT(*ledger->FindingsWith({{1}}), testing::ElementsAre("one"));
  EXPECT_THAT(*ledger->FindingsWith({{2, 3}}),
              testing::ElementsAre("one", "two"));
  EXPECT_TRUE(*ledger->RemoveFinding("one"));
  EXPECT_FALSE(*ledger->RemoveFinding("one"));
  EXPECT_THAT(*ledger->FindingsWith({{1}}), IsEmpty());
}

// However many articles there are, a look-up reads a few pages.
TEST_F(LedgerTest, LookUpsGoByIndex) {
  auto ledger = Open(true);
  Store(*ledger, 0, 3);
  for (const std::string_view query : Ledger::LookUpQueries()) {
    const auto plan = ledger->database().PlanOf(query);
    ASSERT_TRUE(plan.ok()) << plan.status();
    EXPECT_THAT(*plan, HasSubstr("SEARCH")) << query;
    EXPECT_THAT(*plan, testing::Not(HasSubstr("SCAN"))) << query;
    EXPECT_THAT(*plan, testing::Not(HasSubstr("TEMP B-TREE"))) << query;
  }
}

TEST_F(LedgerTest, NoLedgerIsTold) {
  const auto none = Ledger::Open(NewLedgerPath("none.db"), {});
  EXPECT_TRUE(absl::IsNotFound(none.status())) << none.status();
  const std::string path = NewLedgerPath("text.db");
  std::FILE* file = std::fopen(path.c_str(), "w");
  for (int i = 0; i < 100; ++i) std::fputs("no database, a text\n", file);
  std::fclose(file);
  for (const bool write : {false, true}) {
    const auto text = Ledger::Open(path, {.write = write});
    ASSERT_FALSE(text.ok());
    EXPECT_THAT(std::string(text.status().message()), HasSubstr(path));
  }
}

}  // namespace
}  // namespace crosscheck
