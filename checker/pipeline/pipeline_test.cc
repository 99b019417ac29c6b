#include "checker/pipeline/pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "checker/pipeline/article_parts.h"
#include "checker/pipeline/in_order.h"
#include "checker/testing/read_text.h"

namespace crosscheck {
namespace {

const Pipeline& ThePipeline() {
  static const Pipeline* const kPipeline = new Pipeline(BuiltInRules(), {});
  return *kPipeline;
}

Article Named(std::string id, std::string outlet, std::string_view text) {
  Article article = ArticleOf(text);
  article.id = article.path = std::move(id);
  article.outlet = std::move(outlet);
  article.fields = {""};
  return article;
}

TEST(Check, FindsTheSameWhateverTheOrder) {
  std::vector<Article> articles = {
      Named("a.txt", "A", "The Calder ferry cost $40 million to build."),
      Named("b.txt", "B", "The Calder ferry cost $90 million to build."),
      // "Building the Calder ferry cost 41 million dollars."
      Named("c.txt", "C", "كلف بناء عبارة كالدر 41 مليون دولار."),
      Named("d.txt", "D", "A calm day without a figure."),
  };
  const Report first = ThePipeline().Check(articles);
  ASSERT_FALSE(first.findings.empty());
  EXPECT_EQ(first.findings[0].verdict, Verdict::kConflict);
  EXPECT_EQ(first.coverage.figures, 3u);
  do {
    EXPECT_EQ(ThePipeline().Check(articles), first);
  } while (std::next_permutation(
      articles.begin(), articles.end(),
      [](const Article& x, const Article& y) { return x.id < y.id; }));
}

// The verdict on an article, its headline held against the rest of it; agree
// where nothing is found.
Verdict OfHeadline(const std::string& headline, const std::string& rest,
                   bool is_headline = true) {
  Article article = Named("a.txt", "A", headline + "\n" + rest);
  if (is_headline) {
    article.title = headline;
    article.title_span = {0, static_cast<uint32_t>(headline.size())};
  }
  const Report report = ThePipeline().Check({article});
  return report.findings.empty() ? Verdict::kAgree : report.findings[0].verdict;
}

// Of one article that says two things, only the headline is held lightly
// against the rest.
TEST(Check, HoldsAHeadlineAgainstItsArticle) {
  const std::string headline = "Blast in Calder kills 13 workers.";
  const std::string rest =
      "A blast at a plant in Calder killed 15 workers on Monday, officials "
      "said.";
  EXPECT_EQ(OfHeadline(headline, rest), Verdict::kConflict);
  EXPECT_EQ(OfHeadline(headline, rest, false), Verdict::kAgree);
  // That the text says its own figure twice, or its headline once more, changes
  // nothing.
  EXPECT_EQ(OfHeadline(headline, rest + "\n" + headline + "\n" + rest),
            Verdict::kConflict);
  // What the text gives as well is not held against another figure of it.
  EXPECT_NE(OfHeadline("Calder gives a million doses of vaccine",
                       "Calder has given 1.04 million doses of the vaccine, it "
                       "said. It expects 650,000 doses in April."),
            Verdict::kConflict);
}

// A sentence over and over, longer than one part.
std::string LongText() {
  std::string text;
  while (text.size() < 3 * kPartBytes) {
    text += "The town spent $5 million on bridge number 12 in 2024. ";
  }
  return text;
}

TEST(Parts, CoverTheTextAndCutNoSentence) {
  const std::string text = LongText();
  uint32_t next = 0;
  const std::vector<Span> parts = PartsOf(text);
  EXPECT_GE(parts.size(), 4u);
  for (const Span& part : parts) {
    EXPECT_EQ(part.begin, next);
    EXPECT_LE(Length(part), kPartBytes);
    EXPECT_EQ(text.substr(part.begin, 8), "The town");
    next = part.end;
  }
  EXPECT_EQ(next, text.size());
  // Of nothing there is one, of nothing.
  EXPECT_EQ(PartsOf("").size(), 1u);
  // A text without a place to cut is cut between characters.
  std::string letters;
  while (letters.size() < 2 * kPartBytes) letters += "ب";
  for (const Span& part : PartsOf(letters)) {
    EXPECT_NE(static_cast<unsigned char>(letters[part.begin]) & 0xC0, 0x80);
  }
}

TEST(Parts, AreReadAsOneText) {
  const Article article = Named("a.txt", "A", LongText());
  const std::vector<ReportClaim> claims = ThePipeline().Extract(article).claims;
  EXPECT_GT(claims.size(), 20000u);
  uint32_t end = 0;
  for (const ReportClaim& claim : claims) {
    ASSERT_EQ(article.text.substr(claim.begin_byte,
                                  claim.end_byte - claim.begin_byte),
              claim.quote);
    ASSERT_GE(claim.begin_byte, end);
    end = claim.end_byte;
    ASSERT_EQ(claim.column, claim.begin_byte + 1);
  }
  // Part by part, the same figures.
  Article again = article;
  size_t next = 0;
  for (const ArticlePart& part : SplitArticle(std::move(again))) {
    ThePipeline().Extract(part, [&](ReportClaim claim) {
      ASSERT_LT(next, claims.size());
      claim.id = claims[next].id;
      EXPECT_EQ(claim, claims[next]);
      ++next;
    });
  }
  EXPECT_EQ(next, claims.size());
}

TEST(Read, CountsFiguresBeyondTheLimit) {
  const Article article = Named("a.txt", "A", LongText());
  const ArticleReading reading = ThePipeline().Read(article);
  EXPECT_EQ(reading.made.claims.size(), kMostFiguresOfArticle);
  EXPECT_EQ(reading.places.size(), kMostFiguresOfArticle);
  EXPECT_EQ(
      std::count_if(
          reading.skipped.begin(), reading.skipped.end(),
          [](const ReportSkip& skip) { return skip.reason == "beyond-limit"; }),
      static_cast<std::ptrdiff_t>(ThePipeline().Extract(article).claims.size() -
                                  kMostFiguresOfArticle));
}

TEST(InOrder, GivesResultsInTheOrderOfItems) {
  for (const int jobs : {1, 2, 3, 16}) {
    std::vector<int> results;
    InOrder<int, int> squares(
        jobs,
        [](int& item) {
          // Some take longer than others.
          volatile int spin = 0;
          for (int i = 0; i < item % 7 * 1000; ++i) spin = spin + 1;
          return item * item;
        },
        [&](int&& result) { results.push_back(result); });
    for (int i = 0; i < 1000; ++i)
      squares.Add(int{i}, i % 3 == 0 ? 100'000 : 1);
    squares.Finish();
    ASSERT_EQ(results.size(), 1000u);
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(results[i], i * i);
  }
}

TEST(InOrder, OfNothingGivesNothing) {
  InOrder<int, int> none(
      4, [](int& item) { return item; }, [](int&&) { FAIL(); });
  none.Finish();
}

}  // namespace
}  // namespace crosscheck
