#include "checker/rulebook/compile_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "checker/rulebook/rules_of.h"

namespace crosscheck {
namespace {

constexpr TestFile kUnits = {"en/units.yaml", R"(
- id: en.unit.bolt
  means: length.bolt
  factor: 36.576
  forms:
    - bolt
    - bolt of cloth
  examples:
    - text: forty bolts of silk
      reads: 40 length.bolt
  not:
    - text: a bolt from the blue
      why: weather
- id: en.unit.bale
  means: mass.bale
  forms:
    - bale
)"};
constexpr TestFile kFold = {"shared/fold.yaml", R"(
- id: shared.fold.letters
  pairs:
    - 'B b'
    - 'é e'
  drop:
    - U+0640
)"};

std::vector<std::string> FaultsOf(std::initializer_list<TestFile> files) {
  std::vector<std::string> out;
  for (const RuleFault& fault : CompileRules(SourcesIn(files)).faults) {
    out.push_back(ToString(fault));
  }
  return out;
}

TEST(CompileRules, TellsARuleAsItsFileDoes) {
  const Rulebook rules = RulesOf(SourcesIn({kUnits}));
  ASSERT_EQ(rules.size(), 2u);
  // By id, whatever the order of the file.
  EXPECT_EQ(rules.Id(0), "en.unit.bale");
  EXPECT_EQ(rules.Id(1), "en.unit.bolt");
  EXPECT_EQ(rules.Find("en.unit.bolt"), 1u);
  EXPECT_EQ(rules.Find("en.unit.reel"), std::nullopt);
  EXPECT_EQ(rules.Means(1), "length.bolt");
  EXPECT_EQ(rules.Kind(1), RuleKind::kUnits);
  EXPECT_EQ(rules.Attribute(1, "factor"), "36.576");
  EXPECT_EQ(rules.Attribute(1, "offset"), "");
  EXPECT_EQ(rules.Forms(1),
            (std::vector<std::string_view>{"bolt", "bolt of cloth"}));
  const std::vector<RuleExample> examples = rules.Examples();
  ASSERT_EQ(examples.size(), 2u);
  EXPECT_EQ(examples[0].rule, 1u);
  EXPECT_EQ(examples[0].reads, "40 length.bolt");
  EXPECT_TRUE(examples[1].negative);
}

TEST(CompileRules, GivesTheSameBytesInAnyOrder) {
  std::vector<SourceRule> sources = SourcesIn({kUnits, kFold});
  const std::string bytes = CompileRules(sources).bytes;
  std::reverse(sources.begin(), sources.end());
  EXPECT_EQ(CompileRules(sources).bytes, bytes);
  // As they come out of a rulebook they go in again.
  EXPECT_EQ(CompileRules(SourcesOf(RulesOf(sources))).bytes, bytes);
}

TEST(CompileRules, GivesOtherRulesAnotherDigest) {
  std::vector<SourceRule> sources = SourcesIn({kUnits});
  const Rulebook before = RulesOf(sources);
  EXPECT_EQ(before.digest().size(), 16u);
  sources[0].means = "length.ell";
  EXPECT_NE(RulesOf(sources).digest(), before.digest());
}

TEST(CompileRules, LeavesOutWhatIsRetired) {
  const Rulebook rules = RulesOf(MergeRules(
      SourcesIn({kUnits}),
      SourcesIn({{"house/en/units.yaml",
                  "- id: en.unit.bale\n  retired: use en.unit.bolt\n"}})));
  EXPECT_EQ(rules.Find("en.unit.bale"), std::nullopt);
  EXPECT_EQ(rules.lexicon().Find("bale"), 0u);
  EXPECT_NE(rules.lexicon().Find("bolt"), 0u);
}

TEST(CompileRules, TakesTheHousesWordForOurs) {
  const Rulebook rules = RulesOf(
      MergeRules(SourcesIn({kUnits}), SourcesIn({{"house/en/units.yaml", R"(
- id: en.unit.bolt
  means: count.bolt
  forms:
    - rivet
)"}})));
  ASSERT_EQ(rules.size(), 2u);
  const uint32_t bolt = rules.Find("en.unit.bolt").value();
  EXPECT_EQ(rules.Means(bolt), "count.bolt");
  // Nothing of the rule it replaces is left.
  EXPECT_EQ(rules.Attribute(bolt, "factor"), "");
  EXPECT_TRUE(rules.Examples().empty());
  EXPECT_EQ(rules.lexicon().Find("bolt"), 0u);
  EXPECT_NE(rules.lexicon().Find("rivet"), 0u);
  EXPECT_NE(rules.lexicon().Find("bale"), 0u);
}

TEST(CompileRules, FoldsForms) {
  const Rulebook rules = RulesOf(SourcesIn(
      {kFold,
       {"en/units.yaml", "- id: en.unit.bale\n  forms:\n    - Balé\n"}}));
  EXPECT_EQ(rules.fold().Fold("Balé"), "bale");
  EXPECT_NE(rules.lexicon().Find("bale"), 0u);
  EXPECT_EQ(rules.lexicon().Find("Balé"), 0u);
}

TEST(CompileRules, RefusesFormsThatCouldNotMatch) {
  EXPECT_EQ(FaultsOf({kFold,
                      {"ar/units.yaml",
                       // A tatweel, which folding drops.
                       "- id: ar.unit.dash\n  forms:\n    - 'ـ'\n"}}),
            std::vector<std::string>{
                "ar/units.yaml:1:3: form \"ـ\" folds to nothing; change it"});
  const std::string twelve = "a b c d e f g h i j k l";
  const auto unit_of = [](const std::string& form) {
    return "- id: en.unit.alphabet\n  forms:\n    - " + form + "\n";
  };
  const std::string fits = unit_of(twelve), long_one = unit_of(twelve + " m");
  EXPECT_EQ(FaultsOf({{"en/units.yaml", fits}}), std::vector<std::string>{});
  EXPECT_EQ(FaultsOf({{"en/units.yaml", long_one}}),
            std::vector<std::string>{"en/units.yaml:1:3: form \"" + twelve +
                                     " m\" has over 12 words; change it"});
}

TEST(CompileRules, RefusesFoldsThatFoldAgain) {
  EXPECT_EQ(FaultsOf({{"shared/fold.yaml",
                       "- id: shared.fold.chain\n"
                       "  pairs:\n    - 'x y'\n    - 'y z'\n"}}),
            std::vector<std::string>{
                "shared/fold.yaml:1:3: \"x y\": what it becomes folds again; "
                "name the last form"});
  EXPECT_EQ(
      FaultsOf({{"shared/fold.yaml",
                 "- id: shared.fold.odd\n  drop:\n    - every vowel\n"}}),
      std::vector<std::string>{
          "shared/fold.yaml:1:3: \"every vowel\" cannot be read; write \"A B\" "
          "or \"U+0000..U+0000\""});
}

TEST(Rulebook, KnowsALanguageWhateverTheCountry) {
  const Rulebook rules = RulesOf(
      SourcesIn({kUnits, kFold, {"ar/units.yaml", "- id: ar.unit.bolt\n"}}));
  ASSERT_EQ(rules.languages(), (std::vector<std::string_view>{"ar", "en"}));
  EXPECT_EQ(rules.LanguageIndex("en"), 1);
  EXPECT_EQ(rules.LanguageIndex("ar-EG"), 0);
  EXPECT_EQ(rules.LanguageIndex("de"), std::nullopt);
  EXPECT_EQ(rules.Language(*rules.Find("en.unit.bale")), 1);
  EXPECT_EQ(rules.Language(*rules.Find("shared.fold.letters")), kShared);
}

TEST(Rulebook, HoldsTheBuiltInRulesById) {
  const Rulebook rules = *Rulebook::BuiltIn();
  ASSERT_GT(rules.size(), 0u);
  for (uint32_t r = 1; r < rules.size(); ++r) {
    ASSERT_LT(rules.Id(r - 1), rules.Id(r));
  }
  size_t of_kinds = 0;
  for (int k = 0; k < kRuleKindCount; ++k) {
    for (const uint32_t rule : rules.OfKind(static_cast<RuleKind>(k))) {
      ASSERT_EQ(rules.Kind(rule), static_cast<RuleKind>(k));
      ASSERT_EQ(rules.Find(rules.Id(rule)), rule);
      ++of_kinds;
    }
  }
  EXPECT_EQ(of_kinds, rules.size());
  // What --rules starts from is what was compiled into the program.
  EXPECT_EQ(RulesOf(SourcesOf(rules)).digest(), rules.digest());
}

TEST(Rulebook, RefusesBytesThatAreNoRules) {
  const std::string bytes = CompileRules(SourcesIn({kUnits})).bytes;
  const auto refusal = [](std::string given) {
    return std::string(
        Rulebook::FromBytes(std::move(given)).status().message());
  };
  EXPECT_EQ(refusal(bytes), "");
  EXPECT_EQ(refusal(""), "compiled rules: too short; build again");
  EXPECT_EQ(refusal(bytes.substr(0, bytes.size() - 1)),
            "compiled rules: cut short; build again");
  std::string other = bytes;
  other[0] = static_cast<char>(~other[0]);
  EXPECT_EQ(refusal(other), "compiled rules: not of this version; build again");
}

}  // namespace
}  // namespace crosscheck
