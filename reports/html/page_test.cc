#include "reports/html/page.h"

#include <gtest/gtest.h>

#include "reports/html/sha256.h"

namespace crosscheck {
namespace {

std::string TextOf(std::string_view text) {
  Page page;
  page.Text(text);
  return std::move(page).Take();
}

TEST(Page, EscapesTextAndNamesWhatIsHidden) {
  const struct {
    std::string_view text, html;
  } kRows[] = {
      {"a < b & \"c\" > 'd'", "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;"},
      {"one\ntwo\tthree", "one two three"},
      {"a\xe2\x80\xae"
       "b",
       "a<span class=\"ctl\">U+202E</span>b"},
      {std::string_view("a\0b", 3), "a<span class=\"ctl\">U+0000</span>b"},
      {"\xc0\xbc", "\xef\xbf\xbd\xef\xbf\xbd"},  // an overlong "<"
      // "dollar", with its vowel marks
      {"دُولَار", "دُولَار"},
  };
  for (const auto& row : kRows) EXPECT_EQ(TextOf(row.text), row.html);
}

TEST(Page, AttributesHoldNoElements) {
  Page page;
  page.Attribute("\"\xe2\x80\xae<");
  EXPECT_EQ(std::move(page).Take(), "&quot;[U+202E]&lt;");
}

TEST(Page, PatternsTakeNamesAsTextAndMarkupAsItIs) {
  Page page;
  page.Pattern("{a} < {b} {c}", {{"a", "<i>"}, {"b", "<b>x</b>", true}});
  EXPECT_EQ(std::move(page).Take(), "<bdi>&lt;i&gt;</bdi> &lt; <b>x</b> ");
}

TEST(Page, IsolatesWhatCouldRunTheOtherWay) {
  Page page;
  page.Name("Coast Wire").RunFromLeft();
  // "Coast"
  page.Name("Coast <Wire>").Name("ساحل");
  page.Name("Océan · coast");
  page.RunFromRight();
  page.Name("Coast").Name("ساحل").Name("ساحل 12");
  EXPECT_EQ(std::move(page).Take(),
            "<bdi>Coast Wire</bdi>Coast &lt;Wire&gt;<bdi>ساحل</bdi>"
            "Océan · coast<bdi>Coast</bdi>ساحل<bdi>ساحل 12</bdi>");
}

TEST(Page, SaysWhichLanguageAQuoteIsIn) {
  const auto of = [](std::string_view text, std::string_view language) {
    Page page;
    page.LanguageOf(text, language);
    return std::move(page).Take();
  };
  EXPECT_EQ(of("twelve", "en"), " lang=\"en\" dir=\"ltr\"");
  // "twelve"
  EXPECT_EQ(of("اثنا عشر", "ar"), " lang=\"ar\" dir=\"rtl\"");
  EXPECT_EQ(of("twelve", "\" onclick=\"x"), " dir=\"ltr\"");
}

TEST(SafeUrl, LeadsOnlyToTheWeb) {
  const struct {
    std::string_view url, safe;
  } kRows[] = {
      {"https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"},
      {"HTTP://a.example/", "HTTP://a.example/"},
      {"https://shati.example/أ", "https://shati.example/%D8%A3"},
      {"javascript:alert(1)", ""},
      {" javascript:alert(1)", ""},
      {"java\nscript:alert(1)", ""},
      {"data:text/html,x", ""},
      {"//a.example/", ""},
      {"/a", ""},
      {"", ""},
  };
  for (const auto& row : kRows) EXPECT_EQ(SafeUrl(row.url), row.safe);
}

TEST(TextFragment, FindsTheRightOneOfTwo) {
  EXPECT_EQ(TextFragment("https://a.example/",
                         {"The plant will cost ", "$1.2 billion",
                          " the ministry said on Monday"}),
            "#:~:text=plant%20will%20cost-,%241.2%20billion,-the%20ministry%20"
            "said");
  // A URL with a fragment keeps it; a dash of the text is no mark of ours.
  EXPECT_EQ(TextFragment("https://a.example/#top", {"", "a-b", ""}),
            ":~:text=a%2Db");
}

TEST(Sha256Base64, IsThatOfTheStandard) {
  // FIPS 180-2, appendix B.1.
  EXPECT_EQ(Sha256Base64("abc"),
            "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  EXPECT_EQ(Sha256Base64(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

}  // namespace
}  // namespace crosscheck
