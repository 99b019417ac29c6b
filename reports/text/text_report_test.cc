#include "reports/text/text_report.h"

#include <gtest/gtest.h>

#include <regex>

#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

std::string Replaced(std::string text, std::string_view from,
                     std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos;
       at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// Isolates are invisible; goldens show them as ⟨ ⟩.
std::string Show(const std::string& text) {
  return Replaced(Replaced(text, "\xe2\x81\xa8", "⟨"), "\xe2\x81\xa9", "⟩");
}

size_t Count(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = 0; (at = text.find(part, at)) != std::string_view::npos;
       at += part.size()) {
    ++count;
  }
  return count;
}

TEST(ToText, ShowsTheSentencesSideBySide) {
  EXPECT_EQ(
      Show(ToText(SampleReport(), {})),
      R"text(error[f1]: Marsa Nour plant · construction cost                  conflict · high
  The Harbour Post puts the construction cost of the Marsa Nour plant at $1.2
  billion, ⟨صحيفة الشاطئ⟩ at about $12 billion.

  ╭ The Harbour Post · 2025-03-02 · examples/01-harbour-post.md:3:63
  │ The plant, built over four years on reclaimed land, will cost «$1.2
  │ billion», the water ministry said on Sunday.
  │ = USD 1.2 billion (1.15 to under 1.25 billion) · says the water ministry ·
  │   planned
  │
  ├ ⟨صحيفة الشاطئ⟩ · 2025-03-03 · examples/02-sahifa.txt:5:60
  │ ⟨وقالت الوزارة إن كلفة محطة مرسى نور لتحلية مياه البحر تبلغ «نحو 12 مليار⟩
  │ ⟨دولار»، وتموّلها أربعة مصارف خليجية.⟩
  │ = about USD 12 billion (11.4 to 12.6 billion) · says ⟨الوزارة⟩
  ╰
  why   Both name the Marsa Nour plant and state its construction cost.
        "$1.2 billion" allows 1.15 to 1.25 billion USD (rounding); "⟨نحو 12 مليار⟩
        ⟨دولار⟩" allows 11.4 to 12.6 billion USD (about).
        The ranges share no value.
  slip  a factor of 10
  more  crosscheck explain f1 (compare.disjoint)

warning[f2]: pilot plant · opened on                           conflict · medium
  The pilot plant opened in 2022, or in 2024.

  ╭ Coast Wire · 2025-03-06 · examples/03-wire.txt:7:24
  │ The pilot plant opened «in 2022» and has run without a stop since.
  │ = 2022
  │
  ├ ⟨صحيفة الشاطئ⟩ · 2025-03-03 · examples/02-sahifa.txt:9:26
  │ ⟨افتُتحت المحطة التجريبية «قبل عام» فقط.⟩
  │ = 2024
  ╰
  why   "⟨قبل عام⟩", written on 2025-03-03, is 2024.
        Both are printed as years; the years differ.
  more  crosscheck explain f2 (compare.dates)

note[f3]: storm · deaths                                            update · low
  The toll of the storm rises from at least 12 to 17.
  │ The Harbour Post · 2025-03-02 · examples/01-harbour-post.md:3:1
  │   «At least 12 people» = at least 12 deaths
  │ Coast Wire · 2025-03-06 · examples/03-wire.txt:5:37
  │   «17» = 17 deaths
  │ ⟨خبر اليوم⟩ · examples/04-khabar.txt:7:5
  │   ⟨«تسعة أشخاص»⟩ = 9 deaths

note[f4]: Marsa Nour plant · daily output                             compatible
  5.6 million litres lies under "no more than 6 million".
  │ The Harbour Post · 2025-03-02 · examples/01-harbour-post.md:9:14
  │   «5.6 million litres» = 5.6 million liters
  │ ⟨صحيفة الشاطئ⟩ · 2025-03-03 · examples/02-sahifa.txt:3:13
  │   ⟨«لا يتجاوز 6 ملايين لتر»⟩ = at most 6 million liters

────────────────────────────────────────────────────────────────────────────────
1 error, 1 warning, 2 notes  (not shown: 1 agreeing, 1 known)
4 articles · 1,041 figures read · 12 claims · 12 linked · 10 compared
left out: 14 name, 2 phone, 1 list-number
2 problems:
  examples/05-scan.txt: byte 17: not UTF-8; convert it, or declare its encoding
  examples/06.html: no text found; check that it is an article
crosscheck 0.1.0 · rules 3f1e5a90c2d4b687
)text");
}

TEST(ToText, SaysSoWhenNothingIsWrong) {
  EXPECT_EQ(ToText(CleanReport(), {.width = 40}),
            "────────────────────────────────────────\n"
            "no discrepancy found\n"
            "4 articles · 1,041 figures read · 12\n"
            "  claims · 12 linked · 10 compared\n"
            "left out: 14 name, 2 phone, 1\n"
            "  list-number\n"
            "crosscheck 0.1.0 · rules\n"
            "  3f1e5a90c2d4b687\n");
}

// No article was read: that is no good news.
TEST(ToText, SaysSoWhenNothingWasChecked) {
  const std::string text = ToText(Report(), {});
  EXPECT_NE(text.find("nothing was checked\n0 articles"), std::string::npos);
  EXPECT_EQ(text.find("no discrepancy"), std::string::npos);
}

TEST(ToText, IsTheSameEveryTime) {
  EXPECT_EQ(ToText(SampleReport(), {.color = true}),
            ToText(SampleReport(), {.color = true}));
}

TEST(ToText, CountsWhatItDoesNotShow) {
  Report report = SampleReport();
  report.findings[0].state = FindingState::kDismissed;
  report.findings[1].level = Level::kNone;
  const std::string text = ToText(report, {});
  EXPECT_EQ(text.find("[f1]"), std::string::npos);
  EXPECT_EQ(text.find("[f2]"), std::string::npos);
  EXPECT_NE(text.find("no discrepancy found, 2 notes  (not shown: 1 agreeing, "
                      "1 known, 1 dismissed, 1 of level none)\n"),
            std::string::npos);
}

TEST(ToText, ListsMembersBeyondTheClashInShort) {
  Report report = SampleReport();
  report.findings[0].claims = {0, 1, 11};
  for (int i = 0; i < 10; ++i) report.findings[0].claims.push_back(7);
  const std::string text = ToText(report, {});
  EXPECT_NE(
      text.find("  ├ also\n"
                "  │ Coast Wire · 2025-03-06 · examples/03-wire.txt:3:63\n"
                "  │   «$1.2 billion» = USD 1.2 billion\n"),
      std::string::npos);
  EXPECT_NE(text.find("  │ and 3 more: --format json lists them\n"),
            std::string::npos);
}

TEST(ToText, ShortensALongSentenceAroundItsFigure) {
  Report report = SampleReport();
  ReportClaim claim = report.claims[0];
  const std::string much(2000, 'x');
  // Arabic: "word after word"
  std::string words;
  for (int i = 0; i < 200; ++i) words += "كلمة بعد كلمة ";
  claim.sentence = words + claim.quote + " " + much;
  claim.quote_in_sentence = words.size();
  report.claims.Set(0, claim);
  const std::string text = ToText(report, {});
  EXPECT_EQ(text.find(much), std::string::npos);
  EXPECT_NE(text.find("«$1.2 billion»"), std::string::npos);
  EXPECT_NE(text.find("…كلمة"), std::string::npos);
}

TEST(ToText, ColoursTheFigureAndClosesEveryLine) {
  const std::string text = ToText(SampleReport(), {.color = true});
  EXPECT_NE(text.find("\x1b[4;1;31m$1.2 billion\x1b[0m"), std::string::npos);
  EXPECT_EQ(text.find("«"), std::string::npos);
  // The Arabic figure is broken over two lines, each closes what it opens.
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    EXPECT_EQ(Count(line, "\x1b["), 2 * Count(line, "\x1b[0m")) << line;
    at = end + 1;
  }
}

// Without its colours the coloured report holds the same words.
TEST(ToText, SaysTheSameInColour) {
  const std::string plain =
      std::regex_replace(ToText(SampleReport(), {.color = true, .width = 300}),
                         std::regex("\x1b\\[[0-9;]*m"), "");
  std::string marked = ToText(SampleReport(), {.width = 300});
  EXPECT_EQ(plain, Replaced(Replaced(marked, "«", ""), "»", ""));
}

TEST(ToText, LetsNoArticleSpeakToTheTerminal) {
  const Report report = HostileReport();
  for (bool color : {false, true}) {
    for (int width : {0, 40, 80, 200}) {
      const std::string text =
          std::regex_replace(ToText(report, {.color = color, .width = width}),
                             std::regex("\x1b\\[(0|1|2|(4;)?1;3[1236])m"), "");
      for (char c : text) {
        EXPECT_TRUE(c == '\n' || static_cast<uint8_t>(c) >= 0x20);
        EXPECT_NE(c, '\x7f');
      }
      for (std::string_view obeyed :
           {"\xc2\x9b", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaa",
            "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x81\xa7"}) {
        EXPECT_EQ(Count(text, obeyed), 0u);
      }
      EXPECT_NE(text.find("<U+001B>[2J"), std::string::npos);
      EXPECT_NE(text.find("<U+202E>desrever"), std::string::npos);
      for (size_t at = 0; at < text.size();) {
        const size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        EXPECT_EQ(Count(line, "\xe2\x81\xa8"), Count(line, "\xe2\x81\xa9"));
        at = end + 1;
      }
    }
  }
}

TEST(ToText, KeepsRightToLeftLettersInOrder) {
  const std::string text = ToText(SampleReport(), {.width = 300});
  // Arabic: "The ministry said that the cost of the Marsa Nour plant …"
  EXPECT_NE(
      Show(text).find("  │ ⟨وقالت الوزارة إن كلفة محطة مرسى نور لتحلية مياه "
                      "البحر تبلغ «نحو 12 مليار دولار»، وتموّلها أربعة مصارف "
                      "خليجية.⟩\n"),
      std::string::npos);
}

}  // namespace
}  // namespace crosscheck
