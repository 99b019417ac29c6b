#include "checker/gate/archive_check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "checker/ledger/testing/small_world.h"

namespace crosscheck {
namespace {

// What a finding tells, without the numbers of the run.
std::vector<std::string> Told(const Report& report) {
  std::vector<std::string> out;
  for (const Finding& finding : report.findings) {
    std::string text = finding.fingerprint + "\n" + finding.message;
    for (const std::string& line : finding.explanation) text += "\n" + line;
    for (const uint32_t c : finding.claims) {
      text += "\n" + report.claims[c].article + " " + report.claims[c].quote;
    }
    out.push_back(std::move(text));
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The twin: all pairs of a new article and any other, nothing looked up.
TEST(CheckAgainstLedger, FindsWhatComparingWithAllFinds) {
  size_t found = 0;
  for (const uint32_t seed : {1u, 2u, 3u}) {
    for (const int size : {30, 150, 400}) {
      const SmallWorld world(seed);
      const std::string path = NewLedgerPath("archive_check.db");
      auto ledger = Ledger::Open(path, {.write = true, .made_with = "r"});
      ASSERT_TRUE(ledger.ok()) << ledger.status();
      std::vector<ArticleToStore> batch;
      for (int i = 0; i < size; ++i) batch.push_back(world.ToStore(i));
      ASSERT_TRUE((*ledger)->Store(std::move(batch)).ok());
      // Two articles nobody has, and a new version of one that is there.
      std::set<ArticleNumber> left_out = {
          (*(*ledger)->FindDocument("world/a0007.txt"))->number};
      std::vector<ArticleReading> news, archive;
      news.push_back(world.Read(size));
      news.push_back(world.Read(size + 1));
      news.push_back(world.Read(7, 1));
      for (int i = 0; i < size; ++i) {
        if (i != 7) archive.push_back(world.Read(i));
      }
      const Report whole =
          CheckAgainstReadings(world.pipeline(), std::move(archive), news);
      const auto looked_up = CheckAgainstLedger(world.pipeline(), **ledger,
                                                std::move(news), left_out);
      ASSERT_TRUE(looked_up.ok()) << looked_up.status();
      EXPECT_EQ(Told(*looked_up), Told(whole)) << seed << " " << size;
      EXPECT_LE(looked_up->articles.size(), whole.articles.size());
      found += whole.findings.size();
    }
  }
  EXPECT_GT(found, 20u);
}

// The whole archive asked about again: every list has lost its holders.
TEST(CheckAgainstLedger, AllOfItNew) {
  const SmallWorld world(4);
  auto ledger = Ledger::Open(NewLedgerPath("all_new.db"),
                             {.write = true, .made_with = "r"});
  ASSERT_TRUE(ledger.ok());
  std::vector<ArticleToStore> batch;
  std::vector<ArticleReading> news, again;
  for (int i = 0; i < 200; ++i) {
    batch.push_back(world.ToStore(i));
    if (i < 150) news.push_back(world.Read(i, i % 2));
  }
  again = news;
  ASSERT_TRUE((*ledger)->Store(std::move(batch)).ok());
  std::set<ArticleNumber> left_out;
  for (int i = 0; i < 150; ++i) left_out.insert(i + 1);
  std::vector<ArticleReading> archive;
  for (int i = 150; i < 200; ++i) archive.push_back(world.Read(i));
  const auto looked_up =
      CheckAgainstLedger(world.pipeline(), **ledger, std::move(news), left_out);
  ASSERT_TRUE(looked_up.ok()) << looked_up.status();
  EXPECT_EQ(Told(*looked_up),
            Told(CheckAgainstReadings(world.pipeline(), std::move(archive),
                                      std::move(again))));
}

}  // namespace
}  // namespace crosscheck
