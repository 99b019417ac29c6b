#include "checker/rulebook/lexicon.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "checker/model/article.h"
#include "checker/rulebook/rules_of.h"
#include "checker/rulebook/stemmer.h"
#include "checker/text/read_document.h"

namespace crosscheck {
namespace {

using Texts = std::vector<std::string>;

// A weaver's rules.
const Rulebook& Rules() {
  static const Rulebook* const kRules = new Rulebook(RulesOf(SourcesIn({
      {"en/units.yaml", R"(
- id: en.unit.bolt
  forms:
    - bolt
- id: en.unit.bolt_of_cloth
  forms:
    - bolt of cloth
- id: en.unit.foot_of_cloth
  forms:
    - foot of cloth
)"},
      {"en/scope.yaml", R"(
- id: en.scope.sold
  forms:
    - bolt of
    - bolt
)"},
      {"en/nouns.yaml", R"(
- id: en.noun.cloth_mender
  forms:
    - cloth mender
)"},
      {"en/metrics.yaml", R"(
- id: en.metric.mending
  forms:
    - torn sleeves
)"},
      {"en/entities.yaml", R"(
- id: en.entity.millbrook
  forms:
    - millbrook
)"},
      {"shared/units.yaml", R"(
- id: shared.unit.ell
  forms:
    - ell
)"},
      // "load"; "ton", whose letters end "homeland", too.
      {"ar/units.yaml", R"(
- id: ar.unit.load
  forms:
    - حمولة
- id: ar.unit.ton
  forms:
    - طن
)"},
      // "and", "by", "and by".
      {"ar/clitics.yaml", R"(
- id: ar.clitic.and
  means: and
  place: before
  keep: 3
  forms:
    - و
- id: ar.clitic.by
  means: by
  place: before
  keep: 3
  forms:
    - ب
- id: ar.clitic.and_by
  means: and by
  place: before
  keep: 3
  forms:
    - وب
)"},
  })));
  return *kRules;
}

Document Read(std::string_view text, std::string_view language) {
  Article article;
  article.id = "a";
  article.language = std::string(language);
  article.text = std::string(text);
  return ReadDocument(article, Rules());
}

constexpr uint64_t kUnits = KindBit(RuleKind::kUnits);
constexpr uint64_t kScope = KindBit(RuleKind::kScope);
constexpr uint64_t kEntities = KindBit(RuleKind::kEntities);

// The phrases of all tokens: "0-3 en.unit.bolt_of_cloth".
Texts PhrasesIn(std::string_view text, std::string_view language,
                uint64_t kinds) {
  const Document document = Read(text, language);
  Texts out;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    for (const PhraseMatch match :
         MatchPhrases(Rules().lexicon(), document, t, kinds)) {
      out.push_back(std::to_string(t) + "-" +
                    std::to_string(match.limit_token) + " " +
                    std::string(Rules().Id(match.rule)));
    }
  }
  return out;
}

TEST(MatchPhrases, GivesTheLongestFirst) {
  const struct {
    std::string_view text, language;
    uint64_t kinds;
    Texts phrases;
  } kRows[] = {
      {"a bolt of cloth",
       "en",
       kUnits | kScope,
       {"1-4 en.unit.bolt_of_cloth", "1-3 en.scope.sold", "1-2 en.scope.sold",
        "1-2 en.unit.bolt"}},
      {"a bolt of cloth",
       "en",
       kUnits,
       {"1-4 en.unit.bolt_of_cloth", "1-2 en.unit.bolt"}},
      // What no phrase begins with begins none, though one goes on with it.
      {"of cloth", "en", kUnits | kScope, {}},
      {"a foot of linen", "en", kUnits, {}},
      {"a foot of cloth", "en", kUnits, {"1-4 en.unit.foot_of_cloth"}},
      // A form is found word by word: "bolts" is another word.
      {"two bolts", "en", kUnits, {}},
      // A phrase ends with its line.
      {"a bolt of\ncloth", "en", kUnits, {"1-2 en.unit.bolt"}},
      {"a foot\nof cloth", "en", kUnits, {}},
      // Each language has its own rules, and all have the shared ones; names
      // are names everywhere.
      {"bolt ell millbrook",
       "en",
       kUnits | kEntities,
       {"0-1 en.unit.bolt", "1-2 shared.unit.ell", "2-3 en.entity.millbrook"}},
      {"bolt ell millbrook",
       "ar",
       kUnits | kEntities,
       {"1-2 shared.unit.ell", "2-3 en.entity.millbrook"}},
      {"bolt ell millbrook", "en", kScope, {"0-1 en.scope.sold"}},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(PhrasesIn(row.text, row.language, row.kinds), row.phrases)
        << row.text << " in " << row.language;
  }
}

TEST(MatchPhrases, GivesTheSameWhenAskedAgain) {
  const Document document = Read("a bolt of cloth", "en");
  const auto count = [&](uint64_t kinds) {
    int n = 0;
    for (const PhraseMatch match :
         MatchPhrases(Rules().lexicon(), document, 1, kinds)) {
      n += match.limit_token > 1;
    }
    return n;
  };
  EXPECT_EQ(count(kUnits), 2);
  EXPECT_EQ(count(kScope), 2);
  EXPECT_EQ(count(kUnits | kScope), 4);
  EXPECT_EQ(count(kUnits), 2);
  EXPECT_TRUE(MatchPhrases(Rules().lexicon(), document, 100, kUnits).empty());
}

TEST(MatchPhrases, TakesCliticsOffTheFirstWord) {
  const struct {
    std::string_view text;
    Texts phrases;
    int proclitics, prefix_bytes;
  } kRows[] = {
      // "load"
      {"حمولة", {"0-1 ar.unit.load"}, 0, 0},
      // "and load"
      {"وحمولة", {"0-1 ar.unit.load"}, kCliticAnd, 2},
      // "and by load"
      {"وبحمولة", {"0-1 ar.unit.load"}, kCliticAnd | kCliticBy, 4},
      // "by and load", which nobody writes
      {"بوحمولة", {}, 0, 0},
      // "homeland": too little would be left for "and" to stand before "ton"
      {"وطن", {}, 0, 0},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(PhrasesIn(row.text, "ar", kUnits), row.phrases) << row.text;
    if (row.phrases.empty()) continue;
    const Document document = Read(row.text, "ar");
    const PhraseMatch match =
        MatchPhrases(Rules().lexicon(), document, 0, kUnits).front();
    EXPECT_EQ(match.proclitics, row.proclitics) << row.text;
    EXPECT_EQ(match.prefix_bytes, row.prefix_bytes) << row.text;
  }
}

// The node of a phrase of stems; kNone where none goes there.
Lexicon::Node NodeOfStems(const Texts& words) {
  const Stemmer stemmer("en");
  const Lexicon& lexicon = Rules().lexicon();
  Lexicon::Node node = Lexicon::kRoot;
  for (const std::string& word : words) {
    if (node == Lexicon::kNone) break;
    node = lexicon.Next(node, lexicon.FindStem(stemmer.Stem(word)));
  }
  return node;
}

TEST(Lexicon, EntersNounsUnderTheirStems) {
  const Lexicon& lexicon = Rules().lexicon();
  const auto entries = lexicon.Entries(NodeOfStems({"cloths", "menders"}));
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(Rules().Id(entries[0].rule), "en.noun.cloth_mender");
  EXPECT_EQ(entries[0].kind, RuleKind::kNouns);
  EXPECT_EQ(NodeOfStems({"menders", "cloths"}), Lexicon::kNone);
  // Not as words, and words not as stems.
  EXPECT_EQ(lexicon.Find("mender"), 0u);
  EXPECT_EQ(lexicon.FindStem("bolt"), 0u);
  EXPECT_NE(lexicon.Find("bolt"), 0u);
}

TEST(Lexicon, EntersOnlyTheWordsOfMetrics) {
  const Lexicon& lexicon = Rules().lexicon();
  const Stemmer stemmer("en");
  // A form is a set of stems, which no walk leads to.
  EXPECT_EQ(NodeOfStems({"torn", "sleeves"}), Lexicon::kNone);
  auto forms = Rules().WordsOfForms(Rules().Find("en.metric.mending").value());
  ASSERT_TRUE(forms.Next());
  EXPECT_EQ(std::vector<WordId>(forms.words().begin(), forms.words().end()),
            (std::vector<WordId>{lexicon.FindStem(stemmer.Stem("torn")),
                                 lexicon.FindStem(stemmer.Stem("sleeve"))}));
  EXPECT_NE(forms.words()[0], 0u);
  EXPECT_FALSE(forms.Next());
}

TEST(Lexicon, SaysWhatAWordBegins) {
  const Lexicon& lexicon = Rules().lexicon();
  const WordId bolt = lexicon.Find("bolt"), of = lexicon.Find("of");
  EXPECT_EQ(lexicon.KindsStartingWith(bolt), kUnits | kScope);
  EXPECT_EQ(lexicon.KindsStartingWith(of), 0u);
  EXPECT_EQ(lexicon.KindsStartingWith(0), 0u);
  EXPECT_EQ(lexicon.First(of), Lexicon::kNone);
  EXPECT_EQ(lexicon.First(bolt), lexicon.Next(Lexicon::kRoot, bolt));
  EXPECT_TRUE(lexicon.GoesOn(lexicon.First(bolt)));
  EXPECT_FALSE(lexicon.GoesOn(lexicon.First(lexicon.Find("ell"))));
  EXPECT_LT(bolt, lexicon.word_count());
}

TEST(Stemmer, MeetsItself) {
  EXPECT_EQ(Stemmer("en").Stem("killings"), "kill");
  EXPECT_EQ(Stemmer("en").Stem("menders"), Stemmer("en").Stem("mender"));
  // A language without a stemmer keeps its words.
  EXPECT_EQ(Stemmer("tlh").Stem("killings"), "killings");
}

}  // namespace
}  // namespace crosscheck
