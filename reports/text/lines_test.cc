#include "reports/text/lines.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"
#define RLM "\xe2\x80\x8f"
#define LRM "\xe2\x80\x8e"

using Strings = std::vector<std::string>;

TEST(Wrap, BreaksAtBlanks) {
  EXPECT_EQ(Wrap("", 10), Strings{""});
  EXPECT_EQ(Wrap("one two three", 7), (Strings{"one two", "three"}));
  EXPECT_EQ(Wrap("incomprehensible word", 7),
            (Strings{"incomprehensible", "word"}));
  EXPECT_EQ(Wrap("  a  b ", 7), Strings{"a b"});
  // Arabic with vowel marks, which take no column: "it opened"
  EXPECT_EQ(Wrap("افتُتِحَت ثم", 9), Strings{"افتُتِحَت ثم"});
  EXPECT_EQ(Wrap("表 表", 4), (Strings{"表", "表"}));
}

TEST(IsolateRuns, KeepsFiguresWhereTheyBelong) {
  const struct {
    std::string_view text, isolated;
  } kRows[] = {
      {"plain, 5%", "plain, 5%"},
      // "the coast": a name followed by a figure of ours
      {"الساحل 12, then", FSI "الساحل" PDI " 12, then"},
      // "12 billion dollars" in quotation marks: the 12 belongs to it
      {"\"12 مليار دولار\" allows 12",
       "\"" FSI "12 مليار دولار" PDI "\" allows 12"},
      {"\"$5\" and \"open", "\"$5\" and \"open"},
      // "he said", "five" around a Latin word
      {"قال OK خمسة", FSI "قال" PDI " OK " FSI "خمسة" PDI},
      // "12 persons" of "The Coast": a bracket of ours stays outside
      {"12 شخصا (الساحل, 2025)",
       "12 " FSI "شخصا" PDI " (" FSI "الساحل" PDI ", 2025)"},
      // "the agency (the coast) said": a bracket of theirs goes with it
      {"الوكالة (الساحل) قالت 5", FSI "الوكالة (الساحل) قالت" PDI " 5"},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(IsolateRuns(row.text), row.isolated);
  }
}

TEST(IsolateLine, FixesTheDirection) {
  EXPECT_EQ(IsolateLine("all English", false), "all English");
  // "it costs"
  EXPECT_EQ(IsolateLine("تبلغ 5", true), FSI "تبلغ 5" PDI);
  EXPECT_EQ(IsolateLine("GPT-4 تبلغ", true), FSI RLM "GPT-4 تبلغ" PDI);
  EXPECT_EQ(IsolateLine("تبلغ, he said", false), FSI LRM "تبلغ, he said" PDI);
}

}  // namespace
}  // namespace crosscheck
