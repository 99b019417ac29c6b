#include "checker/cli/config.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace crosscheck {
namespace {

const std::vector<std::string_view> kTolerances = {"round_slack", "high_gap"};
const std::vector<std::string_view> kRules = {"compare.disjoint",
                                              "compare.dates"};

TEST(ReadConfig, ReadsEveryKey) {
  const auto config = ReadConfig("newsroom/.crosscheck.yaml",
                                 "paths: [articles, /srv/wire]\n"
                                 "rules: [house]\n"
                                 "levels:\n"
                                 "  compare.disjoint: warning\n"
                                 "  compare.dates: none\n"
                                 "tolerances:\n"
                                 "  round_slack: 1.5\n"
                                 "ignored_fields: [page_views]\n"
                                 "fail_on: note\n",
                                 kTolerances, kRules);
  ASSERT_TRUE(config.ok()) << config.status().message();
  // Relative paths count from the file.
  EXPECT_EQ(config->paths,
            (std::vector<std::string>{"newsroom/articles", "/srv/wire"}));
  EXPECT_EQ(config->rules, (std::vector<std::string>{"newsroom/house"}));
  EXPECT_EQ(config->levels.at("compare.disjoint"), Level::kWarning);
  EXPECT_EQ(config->levels.at("compare.dates"), Level::kNone);
  EXPECT_EQ(config->tolerances.at("round_slack"), "1.5");
  EXPECT_EQ(config->ignored_fields, (std::vector<std::string>{"page_views"}));
  EXPECT_EQ(config->fail_on, Level::kNote);
}

TEST(ReadConfig, AnEmptyFileSaysNothing) {
  const auto config = ReadConfig("x.yaml", "# later\n", kTolerances, kRules);
  ASSERT_TRUE(config.ok());
  EXPECT_TRUE(config->paths.empty());
  EXPECT_EQ(config->fail_on, std::nullopt);
}

TEST(ReadConfig, NamesEveryFaultWithItsPlaceAndARemedy) {
  const struct {
    std::string_view text, fault;
  } kRows[] = {
      {"pahts: [x]\n",
       "x.yaml:1:1: unknown key \"pahts\"; did you mean \"paths\"?"},
      {"levels:\n  compare.dats: note\n",
       "x.yaml:2:3: unknown key \"compare.dats\"; did you mean "
       "\"compare.dates\"?"},
  };
  for (const auto& row : kRows) {
    const auto config = ReadConfig("x.yaml", row.text, kTolerances, kRules);
    ASSERT_FALSE(config.ok()) << row.text;
    EXPECT_EQ(std::string(config.status().message()), row.fault);
  }
  // All at once, a line each.
  const auto config = ReadConfig(
      "x.yaml", "pahts: [x]\nfail_on: loud\ntolerances:\n  round_slack: much\n",
      kTolerances, kRules);
  ASSERT_FALSE(config.ok());
  const std::string message(config.status().message());
  EXPECT_EQ(std::count(message.begin(), message.end(), '\n'), 2) << message;
}

TEST(FindConfig, WalksUp) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(std::getenv("TEST_TMPDIR")) / "newsroom";
  fs::create_directories(root / "desk" / "today");
  std::ofstream(root / ".crosscheck.yaml") << "fail_on: never\n";
  const std::string found = (root / ".crosscheck.yaml").string();
  EXPECT_EQ(FindConfig("", (root / "desk" / "today").string()), found);
  EXPECT_EQ(FindConfig("", root.string()), found);
  EXPECT_EQ(FindConfig("", (root / "desk" / ".").string()), found);
  EXPECT_EQ(FindConfig("other.yaml", root.string()), "other.yaml");
  setenv("CROSSCHECK_CONFIG", "named.yaml", 1);
  EXPECT_EQ(FindConfig("", root.string()), "named.yaml");
  EXPECT_EQ(FindConfig("other.yaml", root.string()), "other.yaml");
  unsetenv("CROSSCHECK_CONFIG");
}

}  // namespace
}  // namespace crosscheck
