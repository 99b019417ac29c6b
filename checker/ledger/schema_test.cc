#include "checker/ledger/schema.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "checker/ledger/ledger.h"

namespace crosscheck {
namespace {

using testing::HasSubstr;

// A saved ledger of an older version, to be changed.
std::string CopyOf(int version) {
  const std::string to =
      fmt::format("{}/older-v{}.db", std::getenv("TEST_TMPDIR"), version);
  std::filesystem::copy_file(
      fmt::format("checker/ledger/testdata/v{}.db", version), to,
      std::filesystem::copy_options::overwrite_existing);
  std::filesystem::permissions(to, std::filesystem::perms::owner_write,
                               std::filesystem::perm_options::add);
  return to;
}

TEST(Migrate, BringsEveryOlderFileUpToDate) {
  for (int version = 1; version < kSchemaVersion; ++version) {
    SCOPED_TRACE(version);
    const std::string path = CopyOf(version);
    // A reader cannot, and says who can.
    const auto reader = Ledger::Open(path, {});
    ASSERT_FALSE(reader.ok());
    EXPECT_THAT(std::string(reader.status().message()),
                HasSubstr("crosscheck index"));
    auto ledger = Ledger::Open(path, {.write = true});
    ASSERT_TRUE(ledger.ok()) << ledger.status();
    EXPECT_EQ(**(*ledger)->database().Number("PRAGMA user_version"),
              kSchemaVersion);
    // What was in it is in it still.
    const auto article = (*ledger)->FindDocument("https://harbour.example/a");
    ASSERT_TRUE(article.ok() && *article);
    EXPECT_EQ((*article)->path, "a.md");
    EXPECT_EQ((*ledger)->made_with(), "old rules/1");
    EXPECT_EQ((*ledger)->article_count(), 1u);
    EXPECT_THAT(**(*ledger)->HoldersOf(42), testing::ElementsAre(1));
    if (version >= 2) {
      EXPECT_THAT(*(*ledger)->FindingsWith({{7}}),
                  testing::ElementsAre("a line"));
    }
    // And the tables are those of a new one.
    auto fresh = Ledger::Open(
        fmt::format("{}/fresh{}.db", std::getenv("TEST_TMPDIR"), version),
        {.write = true});
    ASSERT_TRUE(fresh.ok());
    const char* kTables =
        "SELECT count(*) FROM sqlite_schema WHERE sql IS NOT NULL";
    EXPECT_EQ(**(*ledger)->database().Number(kTables),
              **(*fresh)->database().Number(kTables));
    EXPECT_TRUE((*ledger)
                    ->AddFinding("accepted", "r", "another", {{uint64_t{9}}})
                    .ok());
    EXPECT_EQ((*ledger)->WithClaimKey(1)->size(), 0u);
  }
}

TEST(Migrate, RefusesALaterFile) {
  const std::string path = CopyOf(1);
  auto database = Database::Open(path, Database::Mode::kWrite);
  ASSERT_TRUE((*database)->Run("PRAGMA user_version = 999").ok());
  const auto done = Migrate(**database);
  EXPECT_THAT(std::string(done.message()),
              testing::AllOf(HasSubstr("999"), HasSubstr("later")));
}

TEST(Migrate, RefusesAnotherProgramsFile) {
  const std::string path =
      fmt::format("{}/other.db", std::getenv("TEST_TMPDIR"));
  auto database = Database::Open(path, Database::Mode::kWrite);
  ASSERT_TRUE((*database)->Run("CREATE TABLE t(x)").ok());
  EXPECT_THAT(std::string(Migrate(**database).message()),
              HasSubstr("no ledger"));
}

}  // namespace
}  // namespace crosscheck
