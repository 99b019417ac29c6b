#include "checker/quantity/time_hints.h"

#include <gtest/gtest.h>

#include "checker/testing/read_text.h"

namespace crosscheck {
namespace {

struct Row {
  std::string_view text, begins;
  bool has;
};

constexpr Row kRows[] = {
    {"The blast killed 15 people near the port.", "15", false},
    {"It was said that 15 people left.", "15", false},
    {"They asked for 15 more days to answer.", "15", true},
    {"They waited five painstaking hours.", "five", true},
    {"It rose 5.6 percent over what was hoped.", "5", false},
    {"The plan of 2014 was dropped.", "2014", true},
    {"They met at 10:15 by the gate.", "10", true},
    {"The fair opens on 3/4/2031 there.", "3", true},
    {"The rider, aged about 24, fell.", "24", true},
    {"He was 81.", "81", true},
    {"He turned about 81.", "81", true},
    {"Lena Hart, 34, said nothing.", "34", true},
    {"Born in nineteen eighty-four, she left.", "nineteen", true},
    {"This long Sunday was calm.", "this", true},
    // killed 15 people
    {"قتل 15 شخصا قرب الميناء", "15", false},
    // after 15 days
    {"وصلوا بعد 15 يوما", "15", true},
    // half past three, with no word for the hour
    {"وصلوا في الثالثة والنصف", "الثالثه", true},
};

TEST(TimeHints, TellNumbersThatArePartOfNoTime) {
  const NumberReader numbers(BuiltInRules());
  const TimeHints hints(BuiltInRules(), numbers);
  for (const Row& row : kRows) {
    const TextReading read = ReadText(row.text);
    uint32_t token = 0;
    while (token < read.document.tokens.size() &&
           read.document.Folded(token) != row.begins) {
      ++token;
    }
    ASSERT_LT(token, read.document.tokens.size()) << row.text;
    EXPECT_EQ(hints.Has(read.document, token), row.has) << row.text;
  }
}

}  // namespace
}  // namespace crosscheck
