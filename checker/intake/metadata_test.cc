#include "checker/intake/metadata.h"

#include <gtest/gtest.h>

#include "checker/intake/file_format.h"
#include "checker/intake/front_matter.h"
#include "checker/intake/json_ld.h"

namespace crosscheck {
namespace {

std::string Days(const std::optional<IsoDate>& date) {
  if (!date) return "(none)";
  const std::string first = ToIsoDate(*date->days.first);
  const std::string last = ToIsoDate(*date->days.last);
  return first == last ? first : first + ".." + last;
}

TEST(ReadPublished, ReadsDatesAsSitesWriteThem) {
  const struct {
    std::string_view text, days;
  } kRows[] = {
      {"2025-01-28", "2025-01-28"},
      {" 2025-01-28 ", "2025-01-28"},
      {"2025-01-28T10:15:00+03:00", "2025-01-28"},
      {"2025-01-28 10:15", "2025-01-28"},
      {"2025-01", "2025-01-01..2025-01-31"},
      {"2025", "2025-01-01..2025-12-31"},
      {"20250128", "2025-01-28"},
      {"2025/1/28 10:15", "2025-01-28"},
      {"2025.01.28", "2025-01-28"},
      {"Tue, 28 Jan 2025 10:00:00 GMT", "2025-01-28"},
      {"28 Jan 2025", "2025-01-28"},
      {"2024-02-29", "2024-02-29"},
      {"2025-02-29", "(none)"},  // no leap year
      {"2025-13-45", "(none)"},
      {"28/01/2025", "(none)"},  // or is it 01/28? nobody knows
      {"yesterday", "(none)"},
      {"2025-01-28 or so", "(none)"},
      {"", "(none)"},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(Days(ReadPublished(row.text)), row.days) << row.text;
  }
}

TEST(Apply, ShowsIsoDatesOnly) {
  const struct {
    std::string_view written, shown;
    bool good;
  } kRows[] = {
      {"2025-01-28T10:15:00Z", "2025-01-28T10:15:00Z", true},
      {"2025-01", "2025-01", true},
      {"Tue, 28 Jan 2025 10:00:00 GMT", "2025-01-28", true},
      {"2025-02-30", "", false},
      {"", "", true},
  };
  for (const auto& row : kRows) {
    Metadata metadata;
    metadata.published = row.written;
    Article article;
    EXPECT_EQ(Apply(metadata, article), row.good) << row.written;
    EXPECT_EQ(article.published_text, row.shown);
    EXPECT_EQ(article.published.has_value(), !row.shown.empty());
  }
}

TEST(FillFrom, KeepsWhatIsThere) {
  Metadata metadata{"Own", "", "", "2025-01-28", ""};
  FillFrom({"Other", "https://x.example", "ar", "2020-01-01", "T"}, metadata);
  EXPECT_EQ(metadata.outlet, "Own");
  EXPECT_EQ(metadata.url, "https://x.example");
  EXPECT_EQ(metadata.language, "ar");
  EXPECT_EQ(metadata.published, "2025-01-28");
  EXPECT_EQ(metadata.title, "T");
}

TEST(ReadLanguageTag, PutsTagsInOneForm) {
  const struct {
    std::string_view text, tag;
  } kRows[] = {
      {"AR_eg", "ar-EG"},           {"en", "en"}, {" en-us ", "en-US"},
      {"ar-Arab-EG", "ar-Arab-EG"}, {"", ""},     {"?", ""},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(ReadLanguageTag(row.text), row.tag) << row.text;
  }
}

TEST(ReadSidecarBytes, ReadsEntriesAndNamesFaults) {
  const Sidecar good = ReadSidecarBytes(
      "a/sources.json",
      R"({"articles": {"x.txt": {"outlet": "Post", "url": "u", "language":
      "ar", "published": "2025-01-28", "title": "t", "more": 5}}})");
  EXPECT_TRUE(good.problems.empty());
  ASSERT_TRUE(good.articles.contains("x.txt"));
  const Metadata& entry = good.articles.at("x.txt");
  EXPECT_EQ(entry.outlet, "Post");
  EXPECT_EQ(entry.published, "2025-01-28");
  EXPECT_EQ(entry.language, "ar");

  for (const char* bad :
       {"", "{", "[]", R"({"articles": []})", R"({"articles": {"x.txt": 5}})",
        R"({"articles": {"x.txt": {"outlet": 5}}})"}) {
    const Sidecar sidecar = ReadSidecarBytes("a/sources.json", bad);
    ASSERT_FALSE(sidecar.problems.empty()) << bad;
    EXPECT_EQ(sidecar.problems[0].message.rfind("a/sources.json: ", 0), 0)
        << sidecar.problems[0].message;
    EXPECT_NE(sidecar.problems[0].message.find("; "), std::string::npos)
        << "no remedy: " << sidecar.problems[0].message;
  }
}

TEST(FormatOfFileName, LooksThroughCompression) {
  const struct {
    std::string_view name;
    std::optional<FileFormat> format;
  } kRows[] = {
      {"a.txt", FileFormat::kText},
      {"A.TXT", FileFormat::kText},
      {"a.md", FileFormat::kMarkdown},
      {"a.markdown", FileFormat::kMarkdown},
      {"a.htm", FileFormat::kHtml},
      {"a.html.gz", FileFormat::kHtml},
      {"a.jsonl", FileFormat::kRecords},
      {"a.ndjson.zst", FileFormat::kRecords},
      {"a.jpg", std::nullopt},
      {"a", std::nullopt},
      {"txt", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(FormatOfFileName(row.name), row.format) << row.name;
  }
}

TEST(FormatOfContent, GoesByTheBeginning) {
  const struct {
    std::string_view text;
    FileFormat format;
  } kRows[] = {
      {"<!doctype html><p>x", FileFormat::kHtml},
      {"\n <HTML lang=en>", FileFormat::kHtml},
      {"{\"text\": \"x\"}\n", FileFormat::kRecords},
      {"Plain words.\n", FileFormat::kText},
      {"", FileFormat::kText},
      // "In the name": Arabic prose
      {"باسم المجلس", FileFormat::kText},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(FormatOfContent(row.text), row.format) << row.text;
  }
}

TEST(ReadFrontMatter, ReadsWhatTheArticleSaysOfItself) {
  const std::string_view text =
      "---\ntitle: \"Ferry sinks\"\npublishDate: 2025-01-28\nsource: Post\n"
      "tags: [a, b]\n---\nBody.\n";
  const FrontMatter front = ReadFrontMatter(text);
  EXPECT_EQ(front.fault, "");
  EXPECT_EQ(front.metadata.title, "Ferry sinks");
  EXPECT_EQ(Cut(text, front.title), "Ferry sinks");
  EXPECT_EQ(front.metadata.published, "2025-01-28");
  EXPECT_EQ(front.metadata.outlet, "Post");
  EXPECT_EQ(text.substr(front.end), "Body.\n");
}

TEST(ReadFrontMatter, TellsARuleAcrossThePageFromFrontMatter) {
  EXPECT_EQ(ReadFrontMatter("---\nJust a rule above.\n").end, 0u);
  EXPECT_EQ(ReadFrontMatter("No front matter.\n---\nx\n---\n").end, 0u);
  EXPECT_EQ(ReadFrontMatter("").end, 0u);
  const FrontMatter broken = ReadFrontMatter("---\ntitle: [x\n---\nBody.\n");
  EXPECT_NE(broken.fault.find("front matter: not YAML"), std::string::npos);
  EXPECT_GT(broken.end, 0u);
}

TEST(ReadJsonLd, FindsTheArticleWhereverItStands) {
  const auto plain = ReadJsonLd(
      R"({"@type": "NewsArticle", "headline": "H", "datePublished":
      "2025-01-28", "inLanguage": "ar", "publisher": {"name": "Post"}})");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->title, "H");
  EXPECT_EQ(plain->published, "2025-01-28");
  EXPECT_EQ(plain->language, "ar");
  EXPECT_EQ(plain->outlet, "Post");

  const auto graph = ReadJsonLd(
      R"({"@graph": [{"@type": "WebSite", "name": "S"}, {"@type":
      ["Thing", "ReportageNewsArticle"], "headline": "H"}]})");
  ASSERT_TRUE(graph);
  EXPECT_EQ(graph->title, "H");

  const auto list =
      ReadJsonLd(R"([{"@type": "BlogPosting", "headline": "H"}])");
  ASSERT_TRUE(list);

  for (const char* none :
       {"", "{", "null", "5", R"({"@type": "Recipe", "headline": "H"})",
        R"({"@type": 5})"}) {
    EXPECT_FALSE(ReadJsonLd(none)) << none;
  }
}

}  // namespace
}  // namespace crosscheck
