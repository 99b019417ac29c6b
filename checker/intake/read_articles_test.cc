#include "checker/intake/read_articles.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <fstream>

#include "checker/intake/round_trip.h"

namespace crosscheck {
namespace {

const Rulebook& Rules() {
  static const Rulebook* const kRules = new Rulebook(*Rulebook::BuiltIn());
  return *kRules;
}

IntakeResult ReadBytes(std::string_view path, const std::string& bytes,
                       const IntakeOptions& options = {}) {
  IntakeResult result = ReadArticleBytes(path, bytes, options, Rules());
  for (const Article& article : result.articles) {
    EXPECT_EQ(RoundTripFault(article, bytes), "") << article.id;
  }
  return result;
}

std::string Gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string Zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(
      ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

TEST(PlainText, TakesAFirstLineForAHeadlineWhereItLooksLikeOne) {
  const struct {
    std::string_view text, headline;
  } kRows[] = {
      {"Ferry sinks\n\nA ferry sank on Monday.\n", "Ferry sinks"},
      {"Ferry sinks\nA ferry sank off the coast on Monday.\n", "Ferry sinks"},
      {"\n\n  Ferry sinks  \n\nA ferry sank.\n", "Ferry sinks"},
      {"Did the ferry sink?\n\nIt did.\n", "Did the ferry sink?"},
      {"A ferry sank on Monday.\n\nTwelve died.\n", ""},  // a sentence
      {"Ferry sinks\n", ""},                              // all there is
      {"one\ntwo\n", ""},                                 // a list
      // "Ferry sinks" / "A ferry sank on Monday off the port"
      {"غرق عبارة\n\nغرقت عبارة يوم الاثنين.\n", "غرق عبارة"},
  };
  for (const auto& row : kRows) {
    const IntakeResult read = ReadBytes("a.txt", std::string(row.text));
    ASSERT_EQ(read.articles.size(), 1u) << row.text;
    const Article& article = read.articles[0];
    EXPECT_EQ(Cut(article.text, article.title_span), row.headline) << row.text;
    EXPECT_EQ(article.title, row.headline);
  }
}

TEST(PlainText, DropsCarriageReturns) {
  const IntakeResult read =
      ReadBytes("a.txt", "Ferry sinks\r\n\r\nIt cost $5.\r\n");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text, "Ferry sinks\n\nIt cost $5.\n");
}

TEST(PlainText, LeavesSiteLinesOut) {
  const IntakeResult read =
      ReadBytes("a.txt",
                "Ferry sinks\n\nA ferry sank.\nRead more: 7 ferries that sank\n"
                "It cost $5.\n3 comments\n");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text,
            "Ferry sinks\n\nA ferry sank.\nIt cost $5.\n");
  EXPECT_EQ(read.articles[0].furniture.size(), 2u);
  // "Ferry sinks", "A ferry sank", "Read also: 7 ferries", "It cost 5 dollars"
  const IntakeResult arabic = ReadBytes(
      "b.txt",
      "غرق عبارة\n\nغرقت عبارة.\nاقرأ أيضا: 7 عبارات\nكلفت 5 دولارات.\n");
  EXPECT_EQ(arabic.articles[0].text,
            "غرق عبارة\n\nغرقت عبارة.\nكلفت 5 دولارات.\n");
  IntakeOptions options;
  options.keep_furniture = true;
  EXPECT_NE(ReadBytes("a.txt", "A ferry sank.\nRead more: 7 ferries\n", options)
                .articles[0]
                .text.find("Read more"),
            std::string::npos);
}

TEST(Language, IsToldByTheTextWhereNothingSaysIt) {
  // "The cost of the bridge reached five million dollars, the ministry said"
  const std::string arabic =
      "بلغت كلفة الجسر خمسة ملايين دولار، وفق ما قالت الوزارة.\n";
  EXPECT_EQ(ReadBytes("a.txt", arabic).articles[0].language, "ar");
  EXPECT_EQ(ReadBytes("a.txt", "The bridge cost five million dollars.\n")
                .articles[0]
                .language,
            "en");
  IntakeOptions options;
  options.language = "ar";
  EXPECT_EQ(ReadBytes("a.txt", "5\n", options).articles[0].language, "ar");
}

TEST(Markdown, ReadsWhatAReaderReads) {
  const IntakeResult read = ReadBytes(
      "a.md",
      "---\ntitle: Ferry sinks\ndate: 2025-01-28\noutlet: Post\nlang: en\n"
      "url: https://post.example/1\n---\n\n# Ferry sinks\n\nIt cost **$5.6** "
      "[million](https://x.example/12).\n\n- 12 dead\n- 30 hurt\n\n"
      "```\nx = 99\n```\n\n~~It cost $7.~~ | AT&amp;T\n");
  ASSERT_EQ(read.articles.size(), 1u);
  const Article& article = read.articles[0];
  EXPECT_EQ(article.title, "Ferry sinks");
  EXPECT_EQ(article.outlet, "Post");
  EXPECT_EQ(article.published_text, "2025-01-28");
  EXPECT_EQ(article.url, "https://post.example/1");
  EXPECT_NE(article.text.find("It cost $5.6 million."), std::string::npos)
      << article.text;
  EXPECT_NE(article.text.find("12 dead\n30 hurt\n"), std::string::npos)
      << article.text;
  EXPECT_NE(article.text.find("AT&T"), std::string::npos) << article.text;
  EXPECT_EQ(article.text.find("99"), std::string::npos) << article.text;
  EXPECT_EQ(article.text.find("$7"), std::string::npos) << article.text;
  EXPECT_EQ(article.text.find("x.example"), std::string::npos) << article.text;
}

TEST(Records, ReadTheirFields) {
  const IntakeResult read = ReadBytes(
      "n.jsonl",
      "{\"id\": \"r1\", \"title\": \"Ferry\", \"text\": \"It cost "
      "\\u00245.\", \"source\": \"Wire\", \"lang\": \"en\", \"published\": "
      "\"2025-01-28\", \"url\": \"u\", \"other\": [1]}\n\n"
      "{\"text\": \"No id here.\"}\n");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_TRUE(read.problems.empty());
  const Article& article = read.articles[0];
  EXPECT_EQ(article.id, "r1");
  EXPECT_EQ(article.text, "Ferry\nIt cost $5.");
  EXPECT_EQ(article.outlet, "Wire");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.published_text, "2025-01-28");
  EXPECT_TRUE(article.is_record);
  EXPECT_EQ(read.articles[1].id, "n.jsonl:3");
}

TEST(Records, DoNotRepeatATitleTheTextBeginsWith) {
  const IntakeResult read =
      ReadBytes("n.jsonl",
                "{\"title\": \"Ferry sinks\", \"text\": \"Ferry sinks\\n\\nIt "
                "sank off the port on Monday.\"}\n");
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text.find("Ferry sinks"),
            read.articles[0].text.rfind("Ferry sinks"));
}

TEST(Records, NameALineThatIsNone) {
  const struct {
    std::string_view line, what;
  } kRows[] = {
      {"{\"text\": \"x\"", "n.jsonl:2: not JSON"},
      {"[1]", "n.jsonl:2: not a JSON object"},
      {"{\"title\": \"x\"}", "n.jsonl:2: "},
      {"{\"text\": 5}", "n.jsonl:2: "},
      {"{\"text\": \"\"}", "n.jsonl:2: "},
      {"\xff", "n.jsonl:2: "},
  };
  for (const auto& row : kRows) {
    const IntakeResult read = ReadBytes(
        "n.jsonl", "{\"text\": \"Good 1.\"}\n" + std::string(row.line) +
                       "\n{\"text\": \"Good 3.\"}\n");
    EXPECT_EQ(read.articles.size(), 2u) << row.line;
    ASSERT_EQ(read.problems.size(), 1u) << row.line;
    EXPECT_EQ(read.problems[0].message.rfind(row.what, 0), 0u)
        << read.problems[0].message;
    EXPECT_NE(read.problems[0].message.find("; "), std::string::npos)
        << "no remedy: " << read.problems[0].message;
  }
}

TEST(Records, RefuseALineThatIsTooLong) {
  IntakeOptions options;
  options.limit_line_bytes = 100;
  const IntakeResult read = ReadBytes(
      "n.jsonl",
      "{\"text\": \"" + std::string(200, 'x') + "\"}\n{\"text\": \"Good.\"}\n",
      options);
  EXPECT_EQ(read.articles.size(), 1u);
  ASSERT_EQ(read.problems.size(), 1u);
  EXPECT_EQ(read.problems[0].message.rfind("n.jsonl:1: ", 0), 0u);
}

TEST(Compression, IsToldByTheFirstBytes) {
  const std::string records = "{\"text\": \"It cost $5.\"}\n";
  for (const auto& [name, bytes] :
       {std::pair{"n.jsonl.gz", Gzip(records)},
        std::pair{"n.jsonl.zst", Zstd(records)},
        std::pair{"n.jsonl", Gzip(records)},
        // Two members one after another are one stream.
        std::pair{"n.jsonl.gz",
                  Gzip(records.substr(0, 9)) + Gzip(records.substr(9))}}) {
    const IntakeResult read = ReadArticleBytes(name, bytes, {}, Rules());
    ASSERT_EQ(read.articles.size(), 1u) << name;
    EXPECT_EQ(read.articles[0].text, "It cost $5.");
    EXPECT_TRUE(read.problems.empty());
  }
}

TEST(Compression, GivesWhatCameBeforeTheCut) {
  std::string records;
  for (int i = 0; i < 30000; ++i) {
    records += "{\"id\": \"r" + std::to_string(i) +
               "\", \"text\": \"It cost $" + std::to_string(i * 7919 % 10007) +
               ".\"}\n";
  }
  for (const std::string& whole : {Gzip(records), Zstd(records)}) {
    const IntakeResult read = ReadArticleBytes(
        "n.jsonl.gz", whole.substr(0, whole.size() / 2), {}, Rules());
    EXPECT_GT(read.articles.size(), 0u);
    EXPECT_LT(read.articles.size(), 30000u);
    ASSERT_FALSE(read.problems.empty());
    EXPECT_NE(read.problems.back().message.find("get the file whole"),
              std::string::npos);
  }
}

TEST(Long, ArticlesAreCutWithAWarning) {
  IntakeOptions options;
  options.limit_article_bytes = 60;
  const IntakeResult read =
      ReadArticleBytes("a.txt", "It cost $5.\n" + std::string(200, 'x') + "\n",
                       options, Rules());
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_LE(read.articles[0].text.size(), 60u);
  ASSERT_EQ(read.warnings.size(), 1u);
  EXPECT_NE(read.warnings[0].message.find("longer than 60 bytes"),
            std::string::npos);
}

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/" +
              testing::UnitTest::GetInstance()->current_test_info()->name();
    mkdir(folder_.c_str(), 0700);
  }
  void Write(const std::string& name, const std::string& bytes) {
    const size_t slash = name.rfind('/');
    if (slash != std::string::npos) {
      mkdir((folder_ + "/" + name.substr(0, slash)).c_str(), 0700);
    }
    std::ofstream(folder_ + "/" + name) << bytes;
  }
  IntakeResult Read(const std::vector<std::string>& names,
                    const IntakeOptions& options = {}) {
    std::vector<std::string> paths;
    for (const std::string& name : names) paths.push_back(folder_ + name);
    return ReadArticles(paths, options, Rules());
  }
  static std::vector<std::string> Ids(const IntakeResult& result) {
    std::vector<std::string> ids;
    for (const Article& article : result.articles) ids.push_back(article.id);
    return ids;
  }
  std::string folder_;
};

using Strings = std::vector<std::string>;

TEST_F(Folder, IsWalkedInTheOrderOfNames) {
  Write("b.txt", "It cost $5.\n");
  Write("a/z.md", "It cost $6.\n");
  Write("a/c.jsonl", "{\"id\": \"r1\", \"text\": \"It cost $7.\"}\n");
  Write(".hidden.txt", "It cost $8.\n");
  Write("sources.json", "{\"articles\": {}}");
  Write("picture.png", "\x89PNG");
  const IntakeResult read = Read({""});
  EXPECT_EQ(Ids(read), (Strings{"r1", "z.md", "b.txt"}));
  EXPECT_TRUE(read.problems.empty());
  ASSERT_EQ(read.warnings.size(), 1u);
  EXPECT_NE(read.warnings[0].message.find("picture.png"), std::string::npos);
}

TEST_F(Folder, NamedTwiceIsReadOnce) {
  Write("b.txt", "It cost $5.\n");
  EXPECT_EQ(Ids(Read({"", "/b.txt", "/./b.txt"})), Strings{"b.txt"});
}

TEST_F(Folder, LeavesIgnoredPathsOut) {
  Write("b.txt", "It cost $5.\n");
  Write("drafts/c.txt", "It cost $5.\n");
  IntakeOptions options;
  options.ignored = {"*/drafts"};
  EXPECT_EQ(Ids(Read({""}, options)), Strings{"b.txt"});
}

TEST_F(Folder, WithoutArticlesIsSaid) {
  const IntakeResult read = Read({""});
  EXPECT_TRUE(read.problems.empty());
  ASSERT_EQ(read.warnings.size(), 1u);
  EXPECT_NE(read.warnings[0].message.find("no article in it"),
            std::string::npos);
}

TEST_F(Folder, SidecarFillsWhatTheArticleLeavesOpen) {
  Write("a.md", "---\noutlet: Own\n---\nIt cost $5.\n");
  Write("sources.json",
        R"({"articles": {"a.md": {"outlet": "Sidecar", "published":
        "2025-01-28"}}})");
  IntakeOptions flags;
  flags.outlet = "Flag";
  flags.published = "2020-01-01";
  flags.language = "en";
  const IntakeResult read = Read({""}, flags);
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].outlet, "Own");
  EXPECT_EQ(read.articles[0].published_text, "2025-01-28");
  EXPECT_EQ(read.articles[0].language, "en");
}

TEST_F(Folder, TwoFilesOfOneNameAreToldApartByTheirPaths) {
  Write("a/x.txt", "It cost $5.\n");
  Write("b/x.txt", "It cost $6.\n");
  EXPECT_EQ(Ids(Read({""})),
            (Strings{folder_ + "/a/x.txt", folder_ + "/b/x.txt"}));
}

TEST_F(Folder, OfTwoArticlesWithOneIdTheFirstIsKept) {
  Write("n.jsonl",
        "{\"id\": \"s\", \"text\": \"It cost $5.\"}\n"
        "{\"id\": \"s\", \"text\": \"It cost $6.\"}\n");
  const IntakeResult read = Read({"/n.jsonl"});
  ASSERT_EQ(read.articles.size(), 1u);
  EXPECT_EQ(read.articles[0].text, "It cost $5.");
  ASSERT_EQ(read.problems.size(), 1u);
  EXPECT_NE(read.problems[0].message.find(":2: a second article \"s\""),
            std::string::npos)
      << read.problems[0].message;
}

}  // namespace
}  // namespace crosscheck
