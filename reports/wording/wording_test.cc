#include <gtest/gtest.h>

#include "reports/wording/excerpt.h"
#include "reports/wording/figure_words.h"
#include "reports/wording/visible_text.h"

namespace crosscheck {
namespace {

const Phrasebook kEnglish("en");
const Phrasebook kArabic("ar");

ReportClaim Figure(std::string kind, std::string value, std::string unit,
                   std::string modality = "exact") {
  ReportClaim claim;
  claim.kind = kind;
  claim.value = value;
  claim.unit = unit;
  claim.modality = modality;
  return claim;
}

TEST(NumberWords, ShortensOnlyWhereNothingIsLost) {
  const struct {
    std::string_view decimal, words;
  } kRows[] = {
      {"5", "5"},
      {"1200", "1,200"},
      {"999999", "999,999"},
      {"1200000000", "1.2 billion"},
      {"5650000", "5.65 million"},
      {"1234567", "1,234,567"},
      {"1234000", "1.234 million"},
      {"2500000000000000", "2,500 trillion"},
      {"-1500000", "-1.5 million"},
      {"-1234.50", "-1,234.5"},
      {"0.05", "0.05"},
      {"0", "0"},
      {"9e999999999", "9e999999999"},
      {"not a number", "not a number"},
      {"", ""},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(NumberWords(row.decimal, kEnglish), row.words);
  }
}

TEST(FigureWords, SaysWhatIsMeant) {
  EXPECT_EQ(FigureWords(Figure("money", "1200000000", "USD"), kEnglish),
            "USD 1.2 billion");
  EXPECT_EQ(FigureWords(Figure("money", "5", "EUR", "at_least"), kEnglish),
            "at least EUR 5");
  EXPECT_EQ(FigureWords(Figure("count", "12", "death", "about"), kEnglish),
            "about 12 deaths");
  EXPECT_EQ(FigureWords(Figure("percent", "18", "percent"), kEnglish), "18%");
  EXPECT_EQ(
      FigureWords(Figure("quantity", "2000000/10000000", "tonne", "range"),
                  kEnglish),
      "2 to 10 million metric tons");
  EXPECT_EQ(FigureWords(Figure("date", "2024-05", ""), kEnglish), "May 2024");
  EXPECT_EQ(FigureWords(Figure("date", "2024-01-01/2024-03-31", ""), kEnglish),
            "1 January 2024 to 31 March 2024");
  EXPECT_EQ(
      FigureWords(Figure("date", "2018-01-01T10:15Z", "", "about"), kEnglish),
      "about 1 January 2018, 10:15 UTC");
  EXPECT_EQ(FigureWords(Figure("date", "T10:15", ""), kEnglish), "10:15");
  EXPECT_EQ(FigureWords(Figure("date", "T<b>", ""), kEnglish), "T<b>");
  EXPECT_EQ(FigureWords(Figure("duration", "P1Y6M", "year"), kEnglish),
            "1 year 6 months");
  EXPECT_EQ(
      FigureWords(Figure("duration", "PT90M", "minute", "more_than"), kEnglish),
      "more than 90 minutes");
  EXPECT_EQ(FigureWords(Figure("duration", "P1", "year"), kEnglish), "P1");
  EXPECT_EQ(FigureWords(Figure("duration", "PX", "year"), kEnglish), "PX");
  EXPECT_EQ(FigureWords(Figure("score", "3/1", ""), kEnglish), "3/1");
  EXPECT_EQ(FigureWords(Figure("ratio", "0.02", "ratio"), kEnglish), "0.02");
  ReportClaim dinars = Figure("money", "40000000", "");
  dinars.unit_candidates = {"KWD", "JOD", "IQD"};
  EXPECT_EQ(FigureWords(dinars, kEnglish), "40 million KWD, JOD or IQD");
  ReportClaim vague = Figure("count", "", "person", "at_least");
  vague.low = "2000";
  EXPECT_EQ(FigureWords(vague, kEnglish), "at least 2,000 people");
  EXPECT_EQ(FigureWords(Figure("count", "1", "person"), kEnglish), "1 person");
  // "12 (persons)": in Arabic the noun would change its form with the number.
  EXPECT_EQ(FigureWords(Figure("count", "12", "person"), kArabic),
            "12 (أشخاص)");
  EXPECT_EQ(FigureWords(Figure("count", "3", "siege"), kEnglish), "3 (siege)");
  EXPECT_EQ(FigureWords(ReportClaim(), kEnglish), "");
}

TEST(RangeWords, SharesTheScale) {
  ReportClaim claim = Figure("money", "1200000000", "USD");
  EXPECT_EQ(RangeWords(claim, kEnglish), "");
  claim.low = "1150000000";
  claim.high = "1250000000";
  EXPECT_EQ(RangeWords(claim, kEnglish), "1.15 to 1.25 billion");
  claim.high_included = false;
  EXPECT_EQ(RangeWords(claim, kEnglish), "1.15 to under 1.25 billion");
  claim.low = "950000000";
  EXPECT_EQ(RangeWords(claim, kEnglish), "950 million to under 1.25 billion");
  claim.high = claim.low;
  EXPECT_EQ(RangeWords(claim, kEnglish), "");
}

TEST(FactWords, LeavesOutWhatIsOpen) {
  EXPECT_EQ(FactWords("DeepSeek", "training_cost", kEnglish),
            "DeepSeek · training cost");
  EXPECT_EQ(FactWords("", "training_cost", kEnglish), "training cost");
  EXPECT_EQ(FactWords("DeepSeek", "", kEnglish), "DeepSeek");
  EXPECT_EQ(FactWords("", "", kEnglish), "");
  // People go without saying.
  EXPECT_EQ(FactWords("Port Salam", "death of person", kEnglish),
            "Port Salam · deaths");
  EXPECT_EQ(FactWords("Port Salam", "death of civilian", kEnglish),
            "Port Salam · deaths of civilian");
  // "deaths"
  EXPECT_EQ(FactWords("", "death of person", kArabic), "وفيات");
}

TEST(Counted, SaysOneOrMany) {
  EXPECT_EQ(Counted(0, "claim"), "0 claims");
  EXPECT_EQ(Counted(1, "claim"), "1 claim");
  EXPECT_EQ(Counted(1234567, "claim"), "1,234,567 claims");
}

TEST(Visible, ShowsWhatWouldBeObeyed) {
  EXPECT_EQ(Visible("5\x1b[31m %"), "5<U+001B>[31m %");
  EXPECT_EQ(Visible("a\n\n\tb"), "a b");
  EXPECT_EQ(Visible("a\r\nb"), "a<U+000D> b");
  EXPECT_EQ(Visible("\xe2\x80\xaex\xe2\x81\xa9"), "<U+202E>x<U+2069>");
  EXPECT_EQ(Visible("\xff"
                    "a\xd8"),
            "\xef\xbf\xbd"
            "a\xef\xbf\xbd");
  // Arabic "percent" with a zero-width non-joiner and RLM, which stay
  EXPECT_EQ(Visible("بالمئة\xe2\x80\x8c\xe2\x80\x8f"),
            "بالمئة\xe2\x80\x8c\xe2\x80\x8f");
}

TEST(DirectionOf, GoesByStrongLetters) {
  EXPECT_EQ(DirectionOf("5% – 7"), Strength::kNone);
  EXPECT_EQ(DirectionOf("٥٫٦"), Strength::kNone);  // digits are weak
  EXPECT_EQ(DirectionOf("5 مليون GPT"), Strength::kRightToLeft);  // "million"
  // "announces its model", after a Latin name
  EXPECT_EQ(DirectionOf("OpenAI تعلن نموذجها"), Strength::kLeftToRight);
  EXPECT_EQ(MainDirectionOf("OpenAI تعلن نموذجها"), Strength::kRightToLeft);
  EXPECT_EQ(MainDirectionOf("été"), Strength::kLeftToRight);
}

ReportClaim Sentence(std::string before, std::string quote, std::string after) {
  ReportClaim claim;
  claim.sentence = before + quote + after;
  claim.quote = quote;
  claim.quote_in_sentence = before.size();
  return claim;
}

TEST(ExcerptOf, CutsAtBlanksAwayFromTheFigure) {
  const ReportClaim claim = Sentence("It cost, after all was done and paid, ",
                                     "$5 million", " in the end");
  Excerpt whole = ExcerptOf(claim);
  EXPECT_EQ(whole.before, "It cost, after all was done and paid, ");
  EXPECT_FALSE(whole.cut_before || whole.cut_after || whole.apart);
  Excerpt cut = ExcerptOf(claim, 24);
  EXPECT_EQ(cut.before, "and paid, ");
  EXPECT_EQ(cut.figure, "$5 million");
  EXPECT_EQ(cut.after, " in the end");
  EXPECT_TRUE(cut.cut_before);
  EXPECT_FALSE(cut.cut_after);
}

TEST(ExcerptOf, CutsNoCharacterInTwo) {
  // Arabic: "word" many times, no blank anywhere
  std::string word;
  for (int i = 0; i < 50; ++i) word += "كلمة";
  const ReportClaim claim = Sentence(word, "5", word);
  for (size_t most = 0; most < 60; ++most) {
    const Excerpt cut = ExcerptOf(claim, most);
    EXPECT_EQ(Visible(cut.before), cut.before);
    EXPECT_EQ(Visible(cut.after), cut.after);
    EXPECT_LE(cut.before.size() + cut.after.size(), 2 * most);
  }
}

TEST(ExcerptOf, FindsAMisplacedQuote) {
  ReportClaim claim = Sentence("It rose ", "5%", " again");
  for (uint32_t at : {0u, 3u, 4000000000u}) {
    claim.quote_in_sentence = at;
    EXPECT_EQ(ExcerptOf(claim).before, "It rose ");
  }
  claim.quote = "6%";
  EXPECT_TRUE(ExcerptOf(claim).apart);
  EXPECT_EQ(ExcerptOf(claim).before, claim.sentence);
  EXPECT_EQ(ExcerptOf(claim).figure, "6%");
}

}  // namespace
}  // namespace crosscheck
