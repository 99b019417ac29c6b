#include "reports/html/html_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "reports/json/json_report.h"
#include "reports/testing/injection_report.h"
#include "reports/testing/large_report.h"
#include "reports/testing/markup.h"
#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using Files = std::map<std::string, std::string>;

Files FolderOf(const Report& report, const char* lang = "en") {
  Files files;
  const auto done = ToHtmlFolder(report, {.lang = lang},
                                 [&](std::string_view name, std::string bytes) {
                                   files[std::string(name)] = std::move(bytes);
                                   return absl::OkStatus();
                                 });
  EXPECT_TRUE(done.ok()) << done;
  return files;
}

// Every element closed, every id once, every link of ours leading somewhere,
// and no link or source from elsewhere but http(s).
void ExpectSound(const Files& files) {
  std::map<std::string, Markup> pages;
  for (const auto& [name, html] : files) pages[name] = ReadMarkup(html);
  for (const auto& [name, page] : pages) {
    EXPECT_THAT(page.faults, IsEmpty()) << name;
    for (const std::string& id : page.ids) {
      EXPECT_EQ(page.ids.count(id), 1u) << name << ": " << id;
    }
    for (const auto& [element, attribute] : page.kinds) {
      EXPECT_NE(attribute.substr(0, 2), "on") << name << ": " << element;
      EXPECT_NE(attribute, "src") << name << ": " << element;
      EXPECT_NE(attribute, "style") << name << ": " << element;
    }
    for (const std::string& link : page.links) {
      if (link.rfind("https://", 0) == 0 || link.rfind("http://", 0) == 0) {
        continue;
      }
      const size_t hash = link.find('#');
      const std::string file = hash == 0 ? name : link.substr(0, hash);
      const auto found = pages.find(file);
      ASSERT_NE(found, pages.end()) << name << " leads to " << link;
      if (hash == std::string::npos) continue;
      EXPECT_EQ(found->second.ids.count(link.substr(hash + 1)), 1u)
          << name << " leads to " << link;
    }
  }
}

TEST(ToHtml, IsSoundForEveryKindOfReport) {
  for (const char* lang : {"en", "ar"}) {
    for (const Report& report :
         {Report(), CleanReport(), SampleReport(), SampleReportWithTexts(),
          HostileReport(), LargeReport(30, 20)}) {
      ExpectSound({{"", ToHtml(report, {.lang = lang})}});
      ExpectSound(FolderOf(report, lang));
    }
  }
}

TEST(ToHtml, KeepsTheShapeWhateverTheTextsHold) {
  const std::vector<std::string> corpus = InjectionCorpus();
  const Markup plain = ReadMarkup(ToHtml(InjectionReport(corpus[0]), {}));
  for (const std::string& text : corpus) {
    const std::string html = ToHtml(InjectionReport(text), {});
    ExpectSound({{"", html}});
    const Markup page = ReadMarkup(html);
    for (const auto& [element, count] : page.elements) {
      // Chips for hidden characters, isolated runs and links to addresses that
      // are addresses differ; nothing else may.
      if (element == "span" || element == "bdi" || element == "a") continue;
      EXPECT_EQ(count, plain.elements.count(element) > 0
                           ? plain.elements.at(element)
                           : 0)
          << element << " for " << text;
    }
    EXPECT_THAT(html, Not(HasSubstr("\xe2\x80\xae")));
    EXPECT_THAT(html, Not(HasSubstr("\x1b")));
  }
}

TEST(ToHtml, LetsNothingIn) {
  const std::string html = ToHtml(SampleReport(), {});
  EXPECT_THAT(html, HasSubstr("content=\"default-src 'none'; style-src "
                              "'sha256-"));
  EXPECT_THAT(html, Not(HasSubstr("unsafe")));
  EXPECT_EQ(ReadMarkup(html).elements["script"], 1);
}

TEST(ToHtml, IsTheSameForARunReadBack) {
  const Report report = SampleReportWithTexts();
  const auto saved = FromJson(ToJson(report, {.texts = true}), "run.json");
  ASSERT_TRUE(saved.ok()) << saved.status();
  EXPECT_EQ(ToHtml(report, {.lang = "ar"}), ToHtml(*saved, {.lang = "ar"}));
  EXPECT_EQ(FolderOf(report), FolderOf(*saved));
}

TEST(ToHtml, ShowsStatesOfAGate) {
  Report report = SampleReport();
  report.against = "archive.db";
  report.findings[0].state = FindingState::kReopened;
  report.findings[1].state = FindingState::kDismissed;
  report.findings[1].disposition = {"superseded", "the later count stands",
                                    "Ada", "archive.db", false};
  report.resolved = {{"00aa", "compare.disjoint", "one and two", "base:3"}};
  const std::string html = ToHtml(report, {});
  for (const char* text : {"reopened", "dismissed", "the later count stands",
                           "Ada", "one and two", "base:3", "archive.db"}) {
    EXPECT_THAT(html, HasSubstr(text));
  }
}

TEST(ToHtmlWithin, GivesUpWhereAPageIsTooLarge) {
  const Report report = SampleReport();
  const std::string html = ToHtml(report, {});
  EXPECT_EQ(ToHtmlWithin(report, {}, html.size()), html);
  EXPECT_EQ(ToHtmlWithin(report, {}, html.size() - 1), std::nullopt);
  EXPECT_EQ(ToHtmlWithin(report, {}, 10), std::nullopt);
}

TEST(ToHtmlSignpost, SaysItInTheLanguageOfTheReport) {
  const std::string html = ToHtmlSignpost("a%20b/index.html", {.lang = "ar"});
  EXPECT_THAT(ReadMarkup(html).faults, IsEmpty());
  EXPECT_THAT(html, HasSubstr("<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_THAT(html, HasSubstr("href=\"a%20b/index.html\""));
}

TEST(ToHtmlFolder, HoldsEveryFindingAndArticle) {
  const Report report = LargeReport(230, 200);
  const Files files = FolderOf(report);
  std::string all;
  for (const auto& [name, html] : files) all += html;
  for (const Finding& finding : report.findings) {
    if (finding.verdict == Verdict::kAgree) continue;
    EXPECT_THAT(all, HasSubstr("id=\"f-" + finding.fingerprint + "\""));
  }
  for (const ReportArticle& article : report.articles) {
    EXPECT_THAT(all, HasSubstr(article.path));
  }
  EXPECT_LT(files.at("index.html").size(), 2'000'000u);
}

TEST(ToHtmlFolder, StopsAtAFileThatCannotBeWritten) {
  int asked = 0;
  const auto done = ToHtmlFolder(LargeReport(120, 90), {},
                                 [&](std::string_view, std::string) {
                                   ++asked;
                                   return absl::UnavailableError("disk: full");
                                 });
  EXPECT_EQ(done.message(), "disk: full");
  EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace crosscheck
