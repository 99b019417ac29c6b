#include <gtest/gtest.h>

#include "checker/intake/html_entity.h"
#include "checker/intake/html_tree.h"
#include "checker/intake/read_articles.h"
#include "checker/intake/round_trip.h"

namespace crosscheck {
namespace {

const Rulebook& Rules() {
  static const Rulebook* const kRules = new Rulebook(*Rulebook::BuiltIn());
  return *kRules;
}

Article ReadPage(const std::string& page) {
  IntakeResult result = ReadArticleBytes("a.html", page, {}, Rules());
  if (result.articles.empty()) return {};
  EXPECT_EQ(RoundTripFault(result.articles[0], page), "");
  return std::move(result.articles[0]);
}

TEST(ReadEntity, ReplacesReferences) {
  const struct {
    std::string_view text, decoded;
  } kRows[] = {
      {"AT&amp;T", "AT&T"},
      {"&#1634;&#x665;", "٢٥"},  // "25"
      {"5&nbsp;%", "5\u00a0%"},
      {"&pound;5", "£5"},
      {"&#128;5", "€5"},  // Windows-1252's own, as on the web
      {"&#0; &#xD800; &#x110000;", "\uFFFD \uFFFD \uFFFD"},
      {"R&D, Q&A; &unknown; &", "R&D, Q&A; &unknown; &"},
      {"&#; &#x;", "&#; &#x;"},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(DecodeEntities(row.text), row.decoded) << row.text;
  }
}

TEST(FindAttribute, ReadsTagsAsPeopleWriteThem) {
  const std::string_view tag = " a=1 b='two 2' C=\"x&amp;y\" hidden d = 4";
  EXPECT_EQ(FindAttribute(tag, "a"), "1");
  EXPECT_EQ(FindAttribute(tag, "b"), "two 2");
  EXPECT_EQ(FindAttribute(tag, "c"), "x&amp;y");
  EXPECT_EQ(Attribute(tag, "c"), "x&y");
  EXPECT_EQ(FindAttribute(tag, "hidden"), "");
  EXPECT_EQ(FindAttribute(tag, "d"), "4");
  EXPECT_EQ(FindAttribute(tag, "e"), std::nullopt);
}

TEST(Page, LeavesTheArticleAlone) {
  const Article article = ReadPage(
      "<html><head><title>Ferry sinks | Post</title>"
      "<style>p {width: 12px}</style></head><body>"
      "<nav><a href=/>Home</a> <a href=/5>5 tips</a></nav>"
      "<article><h1>Ferry sinks</h1>"
      "<p>It cost <b>$5.6</b>&nbsp;million<sup>1</sup>.</p>"
      "<script>var cost = 99;</script>"
      "<div class=share>12 shares</div>"
      "<p hidden>It cost $7.</p>"
      "<p style=\"display:none\">It cost $8.</p>"
      "<ul><li>12 dead<li>30 hurt</ul>"
      "<aside><a href=/x>7 ferries that sank</a></aside></article>"
      "<section class=comments><p>I paid $3 for it.</p></section>"
      "<footer>&copy; 2025 Post</footer></body></html>");
  EXPECT_EQ(Cut(article.text, article.title_span), "Ferry sinks");
  for (const char* kept : {"$5.6\u00a0million", "12 dead\n", "30 hurt"}) {
    EXPECT_NE(article.text.find(kept), std::string::npos) << kept << "\n"
                                                          << article.text;
  }
  for (const char* left_out :
       {"5 tips", "99", "12 shares", "$7", "$8", "7 ferries", "$3", "2025"}) {
    EXPECT_EQ(article.text.find(left_out), std::string::npos)
        << left_out << "\n"
        << article.text;
  }
}

TEST(Page, TakesMetadataInOrderOfTrust) {
  const Article ld = ReadPage(
      "<html lang=ar><head><title>T | Site</title>"
      "<meta property=og:site_name content=OG>"
      "<meta property=article:published_time content=2020-01-01>"
      "<link rel=canonical href=https://site.example/1>"
      "<script type=application/ld+json>{\"@type\": \"NewsArticle\", "
      "\"headline\": \"LD headline\", \"datePublished\": \"2025-01-28\", "
      "\"publisher\": {\"name\": \"LD\"}, \"inLanguage\": \"en\"}</script>"
      "</head><body><p>The ferry cost five million dollars.</p></body></html>");
  EXPECT_EQ(ld.outlet, "LD");
  EXPECT_EQ(ld.published_text, "2025-01-28");
  EXPECT_EQ(ld.language, "en");
  EXPECT_EQ(ld.url, "https://site.example/1");
  const Article og = ReadPage(
      "<html lang=en><head><title>T</title>"
      "<meta property=og:site_name content=OG>"
      "<meta property=article:published_time content=2020-01-01T10:00:00Z>"
      "</head><body><p>The ferry cost five million dollars.</p></body></html>");
  EXPECT_EQ(og.outlet, "OG");
  EXPECT_EQ(og.published_text.substr(0, 10), "2020-01-01");
}

TEST(Page, DoesNotBelieveALanguageInAnotherScript) {
  // "The cost of the bridge reached five million dollars, the ministry said"
  const Article article = ReadPage(
      "<html lang=en><body><p>بلغت كلفة الجسر خمسة ملايين دولار، وفق ما قالت "
      "الوزارة.</p></body></html>");
  EXPECT_EQ(article.language, "ar");
}

TEST(Page, BadDateIsAProblemUnlessAnotherIsGood) {
  const IntakeResult bad = ReadArticleBytes(
      "a.html",
      "<meta property=article:published_time content=soon><p>It cost $5.</p>",
      {}, Rules());
  ASSERT_EQ(bad.problems.size(), 1u);
  EXPECT_NE(bad.problems[0].message.find("soon"), std::string::npos);
  EXPECT_EQ(bad.articles.size(), 1u);
}

TEST(Page, TakesAnyBytes) {
  const std::string kPieces[] = {"<",
                                 "</",
                                 "<p",
                                 "<p ",
                                 "<p a=",
                                 "<p a='",
                                 "<!--",
                                 "<!",
                                 "<![CDATA[",
                                 "<script>",
                                 "<title>",
                                 "<textarea>",
                                 "&",
                                 "&#",
                                 "&#x",
                                 "&amp",
                                 ">",
                                 "\"",
                                 "<b><i></b></i>",
                                 "</p></p></p>",
                                 "<table><tr><td>",
                                 "<a href=x>5</a>",
                                 "5",
                                 "\xd8\xa7"};
  // All pairs of beginnings, and some third behind each.
  size_t third = 0;
  for (const std::string& a : kPieces) {
    for (const std::string& b : kPieces) {
      const std::string& c = kPieces[third++ * 7 % std::size(kPieces)];
      ReadPage("<p>It cost $5.</p>" + a + b + c);
    }
  }
}

TEST(Page, CostsTheSameHoweverDeep) {
  for (const char* tag :
       {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<a>"}) {
    std::string page;
    for (int i = 0; i < 100'000; ++i) page += tag;
    page += "<p>It cost $5.</p>";
    const Article article = ReadPage(page);
    EXPECT_NE(article.text.find("It cost $5."), std::string::npos) << tag;
  }
}

}  // namespace
}  // namespace crosscheck
