// A fixed number of texts, made of sentences of ours by a generator with a
// fixed seed: pieces cut, doubled, swapped between sentences, signs and digits
// of all conventions put anywhere. Not one may break a law of figures.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/figure_laws.h"

namespace crosscheck {
namespace {

constexpr uint32_t kSeed = 20251127;
constexpr int kTexts = 6000;
constexpr size_t kLongest = 600;  // bytes of a text

constexpr std::string_view kSentences[] = {
    "The port lost 12 of its 40 cranes and $5.6 million on 3 March 2024.",
    "Between 9:30 a.m. and 11 on Thursday, about 1,200 people left.",
    "Profits rose from 3.5% to 7 percent in the third quarter of 2023.",
    "He is 34 years old and ran 42.195 km in 2 hours, 5 minutes and 6 seconds.",
    "Two Sundays ago the well gave 5-7 litres per square metre at 8 tonight.",
    "The second Monday after Easter 2025, a week from Tuesday, by EOM.",
    "Twenty-one thousand three hundred and five ships, half a dozen docks.",
    "It cost 12,000 won, 120 MEUR, 7\xC2\xBD pence and \xE2\x82\xAC"
    "9bn.",
    "GPT-4 and F-16 met at 16h05 in Room 101, +44 20 7946 0000.",
    "At least three in ten, no more than 1/50, from -5 to +5 degrees.",
    // A ship carried 1,200 tonnes of wheat on 3 March 2024.
    "حملت السفينة ١٬٢٠٠ طن من القمح في 3 مارس/آذار 2024.",
    // Between 9:30 and eleven on Thursday some 40 people left.
    "بين الساعة 9:30 والحادية عشرة صباح الخميس غادر نحو 40 شخصا.",
    // Profits rose from 3.5 to 7 percent in the third quarter.
    "ارتفعت الأرباح من ٣٫٥ إلى 7 في المئة في الربع الثالث من العام الماضي.",
    // Two million and eight hundred thousand dollars, and a half.
    "دفعت مليونين وثمانمئة ألف دولار ونصف المليون قبل عامين.",
    // The 21st century, a kilometre and a half, five to seven men.
    "في القرن الحادي والعشرين سار كيلومترا ونصف من خمسة إلى سبعة رجال.",
    // The last Monday of the third month, a quarter to twelve.
    "الاثنين الأخير من شهر ثلاثة، الساعة الثانية عشرة إلا ربعا هذا الصباح.",
};

constexpr std::string_view kPieces[] = {"0",
                                        "1",
                                        "9",
                                        "12",
                                        "2024",
                                        "٣",
                                        "۴",
                                        ",",
                                        ".",
                                        "٬",
                                        "٫",
                                        "،",
                                        "-",
                                        "–",
                                        "—",
                                        "+",
                                        "±",
                                        "/",
                                        ":",
                                        "%",
                                        "٪",
                                        "$",
                                        "€",
                                        "(",
                                        ")",
                                        "'",
                                        "\"",
                                        "½",
                                        "²",
                                        " ",
                                        "\n",
                                        "\xC2\xA0",
                                        "\xE2\x80\xAF",
                                        "\xE2\x80\x8F",
                                        "\xE2\x80\x8E",
                                        "\xD9\x8E",
                                        "\xCC\x81",
                                        "و",
                                        "ال",
                                        "بـ",
                                        "e",
                                        "x",
                                        "h",
                                        "th",
                                        "s",
                                        "bn",
                                        " million ",
                                        " and ",
                                        " to ",
                                        " of ",
                                        " the ",
                                        " مليون ",
                                        " من ",
                                        " إلى ",
                                        " الساعة ",
                                        " ago ",
                                        " Monday ",
                                        " half ",
                                        " quarter ",
                                        " ونصف ",
                                        "\xF0\x9F\x9A\xA2"};

// Numerical Recipes' linear congruential generator: the same on any machine.
class Dice {
 public:
  explicit Dice(uint32_t seed) : state_(seed) {}
  uint32_t Below(uint32_t limit) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<uint32_t>((uint64_t{state_} * limit) >> 32);
  }
  template <size_t count>
  std::string_view OneOf(const std::string_view (&those)[count]) {
    return those[Below(count)];
  }

 private:
  uint32_t state_;
};

// A place between two characters.
size_t Place(const std::string& text, Dice& dice) {
  size_t at = dice.Below(static_cast<uint32_t>(text.size()) + 1);
  while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
  return at;
}

void Change(std::string& text, Dice& dice) {
  size_t a = Place(text, dice), b = Place(text, dice);
  if (a > b) std::swap(a, b);
  switch (dice.Below(6)) {
    case 0:
      text.erase(a, b - a);
      break;
    case 1:
      text.insert(a, text.substr(a, b - a));
      break;
    case 2: {  // the end of another sentence
      std::string other(dice.OneOf(kSentences));
      text = text.substr(0, a) + other.substr(Place(other, dice));
      break;
    }
    default:
      text.insert(a, dice.OneOf(kPieces));
      break;
  }
  if (text.size() > kLongest) text.erase(Place(text, dice));
}

TEST(FiguresOfAnyText, BreakNoLaw) {
  Dice dice(kSeed);
  for (int n = 0; n < kTexts; ++n) {
    std::string text(dice.OneOf(kSentences));
    for (uint32_t changes = dice.Below(12); changes > 0; --changes) {
      Change(text, dice);
    }
    ASSERT_EQ(BrokenLaw(text), "") << "text " << n << " of seed " << kSeed;
  }
}

TEST(FiguresOfAnyText, StandInOurSentences) {
  for (std::string_view sentence : kSentences) {
    EXPECT_EQ(BrokenLaw(sentence), "");
  }
}

// A text may end anywhere: nothing behind its last word is looked at.
TEST(FiguresOfAnyText, StandInWhatIsCutOff) {
  for (std::string_view sentence : kSentences) {
    for (size_t blank = sentence.find(' '); blank != sentence.npos;
         blank = sentence.find(' ', blank + 1)) {
      EXPECT_EQ(BrokenLaw(sentence.substr(0, blank)), "");
    }
  }
}

// What is no UTF-8 is cut off before it is read.
TEST(FiguresOfAnyText, TakeAnyBytes) {
  EXPECT_EQ(BrokenLaw("12 ships\xFF 13 ships"), "");
  EXPECT_EQ(BrokenLaw("12 \xED\xA0\x80"), "");
}

}  // namespace
}  // namespace crosscheck
