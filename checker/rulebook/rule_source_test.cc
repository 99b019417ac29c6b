#include "checker/rulebook/rule_source.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "checker/rulebook/rules_of.h"

namespace crosscheck {
namespace {

using Texts = std::vector<std::string>;
using Attributes = std::vector<std::pair<std::string, std::string>>;

Texts Shown(const std::vector<RuleFault>& faults) {
  Texts out;
  for (const RuleFault& fault : faults) out.push_back(ToString(fault));
  return out;
}

Texts IdsOf(const std::vector<SourceRule>& rules) {
  Texts out;
  for (const SourceRule& rule : rules) out.push_back(rule.id);
  return out;
}

TEST(ReadRuleFile, ReadsWhatARuleSays) {
  const RuleSources read = ReadRuleFile("rules/en/units.yaml", R"(
- id: en.unit.bolt
  means: length.bolt
  quantity: length
  forms:
    - bolt
    - bolts
  factor: 36.576
  source: a draper's table
  examples:
    - text: forty bolts of silk
      reads: 40 length.bolt
      published: 2024-05-01
  not:
    - text: a bolt from the blue
      why: weather
)");
  ASSERT_EQ(Shown(read.faults), Texts{});
  ASSERT_EQ(IdsOf(read.rules), Texts{"en.unit.bolt"});
  const SourceRule& rule = read.rules[0];
  EXPECT_EQ(rule.means, "length.bolt");
  EXPECT_EQ(rule.kind, RuleKind::kUnits);
  EXPECT_EQ(rule.language, "en");
  EXPECT_EQ(rule.retired, "");
  EXPECT_EQ(rule.path, "rules/en/units.yaml");
  EXPECT_EQ(std::pair(rule.line, rule.column), std::pair(2, 3));
  // In file order; where a rule was found is no matter of the program's.
  EXPECT_EQ(rule.attributes, (Attributes{{"quantity", "length"},
                                         {"forms", "bolt\nbolts"},
                                         {"factor", "36.576"}}));
  ASSERT_EQ(rule.examples.size(), 2u);
  EXPECT_FALSE(rule.examples[0].negative);
  EXPECT_EQ(rule.examples[0].text, "forty bolts of silk");
  EXPECT_EQ(rule.examples[0].reads, "40 length.bolt");
  EXPECT_EQ(rule.examples[0].published, "2024-05-01");
  EXPECT_TRUE(rule.examples[1].negative);
  EXPECT_EQ(rule.examples[1].why, "weather");
}

TEST(ReadRuleFile, SaysWhereAFaultIsAndWhatToDo) {
  const struct {
    std::string_view path, text;
    Texts faults;
  } kRows[] = {
      {"en/unts.yaml",
       "",
       {"en/unts.yaml:1:1: no such kind of rules as \"unts\"; did you mean "
        "\"units\"?"}},
      {"en/limericks.yaml",
       "",
       {"en/limericks.yaml:1:1: no such kind of rules as \"limericks\"; see "
        "rules/README.md"}},
      {"en/units.silk.yaml",
       "- id: en.unit.bolt\n  means: bolt\n  forms:\n    - bolt\n",
       {}},
      {"en/limericks.units.yaml",
       "",
       {"en/limericks.units.yaml:1:1: no such kind of rules as "
        "\"limericks\"; see rules/README.md"}},
      {"en/units.yaml",
       "id: en.unit.bolt\n",
       {"en/units.yaml:1:1: a rule file is a list; start each rule with \"- "
        "id:\""}},
      {"en/units.yaml",
       "- bolt\n",
       {"en/units.yaml:1:3: a rule is a mapping; start it with \"- id:\""}},
      {"en/units.yaml",
       "- means: length.bolt\n",
       {"en/units.yaml:1:3: a rule without \"id\"; name it"}},
      {"en/units.yaml",
       "- id: en.noun.bolt\n",
       {"en/units.yaml:1:7: id \"en.noun.bolt\" must start with \"en.unit.\"; "
        "rename it"}},
      // The folder is the language, and part of each id.
      {"ar/units.yaml",
       "- id: en.unit.bolt\n",
       {"ar/units.yaml:1:7: id \"en.unit.bolt\" must start with \"ar.unit.\"; "
        "rename it"}},
      {"en/units.yaml",
       "- id: en.unit.Bolt\n",
       {"en/units.yaml:1:7: id \"en.unit.Bolt\": use lower-case letters, "
        "digits, \"_\", \"-\" and dots"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  fctor: 3\n",
       {"en/units.yaml:2:3: unknown key \"fctor\"; did you mean \"factor\"?"}},
      // A key of another kind of rules is none of this one.
      {"en/units.yaml",
       "- id: en.unit.bolt\n  weekday: 3\n",
       {"en/units.yaml:2:3: unknown key \"weekday\"; see rules/README.md"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  factor: a dozen\n",
       {"en/units.yaml:2:11: \"factor\" is no number: \"a dozen\"; write one "
        "like 0.3048"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  means: [a, b]\n",
       {"en/units.yaml:2:10: \"means\" must be a text; quote it"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  forms:\n    - bolt\n    - bale\n    - bolt\n",
       {"en/units.yaml:3:5: form \"bolt\" twice; delete one"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  forms:\n    - ''\n    - bolt\n    - \"\"\n",
       {"en/units.yaml:3:7: an empty item of \"forms\"; delete it",
        "en/units.yaml:5:7: an empty item of \"forms\"; delete it"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  examples: forty bolts\n",
       {"en/units.yaml:2:13: \"examples\" must be a list of texts; start each "
        "with \"- text:\""}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  examples:\n    - text: forty bolts\n",
       {"en/units.yaml:3:7: an example without \"reads\"; say what it must "
        "read as"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  not:\n    - why: weather\n",
       {"en/units.yaml:3:7: an example without \"text\"; write one"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  not:\n    - text: a bolt\n      wyh: weather\n",
       {"en/units.yaml:4:7: unknown key \"wyh\"; did you mean \"why\"?"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  means: length\xE2\x80\x8E.bolt\n",
       {"en/units.yaml:2:16: invisible character U+200E; delete it"}},
      {"en/units.yaml",
       "- id: en.unit.bolt\n  means: \xFF\n",
       {"en/units.yaml:2:10: not UTF-8; save the file as UTF-8"}},
      // "bolt of cloth", "bolts": columns are characters, not bytes.
      {"ar/units.yaml",
       "- id: ar.unit.bolt\n  forms: [ثوب, [أثواب]]\n",
       {"ar/units.yaml:2:16: \"forms\" must be a text; quote it"}},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(Shown(ReadRuleFile(row.path, row.text).faults), row.faults)
        << row.text;
  }
}

TEST(ReadRuleFile, SaysWhereYamlBreaksOff) {
  const RuleSources read =
      ReadRuleFile("en/units.yaml", "- id: en.unit.bolt\n  forms: [bolt\n");
  EXPECT_EQ(IdsOf(read.rules), Texts{});
  ASSERT_EQ(read.faults.size(), 1u);
  EXPECT_EQ(read.faults[0].line, 3);
  EXPECT_TRUE(read.faults[0].message.starts_with("not YAML: "));
  EXPECT_TRUE(read.faults[0].message.ends_with("; mend the syntax"));
}

TEST(ReadRuleFile, FindsAllFaultsInFileOrder) {
  const RuleSources read = ReadRuleFile("en/units.yaml",
                                        "- id: en.unit.bolt\n"
                                        "  fctor: 3\n"
                                        "- means: x\xE2\x80\x8Ey\n"
                                        "- id: en.unit.bale\n"
                                        "- id: en.unit.reel\n"
                                        "  factor: some\n");
  EXPECT_EQ(
      Shown(read.faults),
      (Texts{
          "en/units.yaml:2:3: unknown key \"fctor\"; did you mean \"factor\"?",
          "en/units.yaml:3:3: a rule without \"id\"; name it",
          "en/units.yaml:3:11: invisible character U+200E; delete it",
          "en/units.yaml:6:11: \"factor\" is no number: \"some\"; write one "
          "like 0.3048"}));
  // The one without fault is read all the same.
  EXPECT_EQ(IdsOf(read.rules), Texts{"en.unit.bale"});
}

class ReadRuleFolderTest : public testing::Test {
 protected:
  ReadRuleFolderTest()
      : folder_(testing::TempDir() +
                testing::UnitTest::GetInstance()->current_test_info()->name()) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~ReadRuleFolderTest() override { std::filesystem::remove_all(folder_); }

  std::string Write(const std::string& name, std::string_view text) {
    const std::filesystem::path path = folder_ + "/" + name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
    return path.string();
  }

  const std::string folder_;
};

TEST_F(ReadRuleFolderTest, ReadsEachLanguagesFiles) {
  Write("en/units.yaml", "- id: en.unit.bolt\n");
  Write("ar/units.yaml", "- id: ar.unit.bolt\n");
  Write("notes.txt", "not a rule\n");
  const RuleSources read = ReadRuleFolder(folder_);
  EXPECT_EQ(Shown(read.faults), Texts{});
  EXPECT_EQ(IdsOf(read.rules), (Texts{"ar.unit.bolt", "en.unit.bolt"}));
}

TEST_F(ReadRuleFolderTest, RefusesAnIdTwice) {
  const std::string file =
      Write("en/units.yaml",
            "- id: en.unit.bolt\n  means: first\n- id: en.unit.bolt\n");
  const std::string other = Write("more/en/units.yaml", "- id: en.unit.bolt\n");
  const RuleSources read = ReadRuleFolder(folder_);
  const std::string fault =
      "id \"en.unit.bolt\" is taken by " + file + ":1; rename one";
  EXPECT_EQ(Shown(read.faults),
            (Texts{file + ":3:3: " + fault, other + ":1:3: " + fault}));
  ASSERT_EQ(read.rules.size(), 1u);
  EXPECT_EQ(read.rules[0].means, "first");
}

TEST_F(ReadRuleFolderTest, WantsAFolderWithRules) {
  EXPECT_EQ(
      Shown(ReadRuleFolder(folder_).faults),
      Texts{folder_ + ":1:1: no rule files (<language>/<kind>.yaml) here; name "
                      "another folder"});
  EXPECT_EQ(
      Shown(ReadRuleFolder(folder_ + "/none").faults),
      Texts{folder_ + "/none:1:1: No such file or directory; name a readable "
                      "folder"});
}

TEST(MergeRules, ReplacesById) {
  const std::vector<SourceRule> merged =
      MergeRules(SourcesIn({{"en/units.yaml",
                             "- id: en.unit.bolt\n  means: length.bolt\n"
                             "- id: en.unit.bale\n  means: mass.bale\n"}}),
                 SourcesIn({{"house/en/units.yaml",
                             "- id: en.unit.reel\n  means: length.reel\n"
                             "- id: en.unit.bolt\n  means: count.bolt\n"}}));
  ASSERT_EQ(IdsOf(merged),
            (Texts{"en.unit.bolt", "en.unit.bale", "en.unit.reel"}));
  EXPECT_EQ(merged[0].means, "count.bolt");
  EXPECT_EQ(merged[0].path, "house/en/units.yaml");
  EXPECT_EQ(merged[1].means, "mass.bale");
}

TEST(CheckRoles, RefusesARoleThatNoStepReads) {
  const Rulebook known = RulesOf(SourcesIn(
      {{"en/numbers.yaml", "- id: en.number.gross\n  role: cardinal\n"}}));
  const auto faults_of = [&](std::string_view role) {
    const std::string text =
        "- id: en.number.score\n  role: " + std::string(role) + "\n";
    return Shown(CheckRoles(known, SourcesIn({{"en/numbers.yaml", text}})));
  };
  EXPECT_EQ(faults_of("cardinal"), Texts{});
  EXPECT_EQ(faults_of("cardnal"),
            Texts{"en/numbers.yaml:1:3: role \"cardnal\" is none of numbers; "
                  "did you mean \"cardinal\"?"});
  EXPECT_EQ(faults_of("zither"),
            Texts{"en/numbers.yaml:1:3: role \"zither\" is none of numbers; "
                  "see the rules that are there"});
}

TEST(NearestWord, IsNearEnoughToBeMeant) {
  const std::vector<std::string_view> known = {"example", "text", "factor"};
  EXPECT_EQ(NearestWord("exmple", known), "example");
  EXPECT_EQ(NearestWord("tetx", known), "text");
  EXPECT_EQ(NearestWord("factor", known), "factor");
  EXPECT_EQ(NearestWord("harbour", known), "");
  EXPECT_EQ(NearestWord("text", {}), "");
}

}  // namespace
}  // namespace crosscheck
