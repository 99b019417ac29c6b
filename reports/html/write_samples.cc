// Writes the reports the browser tests and the screenshots open:
//   write_samples FOLDER [RUN.json]
// sample, hostile, clean and large ones in English and Arabic, as one page and
// as a folder, and one for each text of the injection corpus. With RUN.json,
// that run alone.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "reports/html/html_report.h"
#include "reports/json/json_report.h"
#include "reports/testing/injection_report.h"
#include "reports/testing/large_report.h"
#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

void WriteFile(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

void WritePage(const fs::path& folder, const std::string& name,
               const Report& report) {
  for (const char* lang : {"en", "ar"}) {
    WriteFile(folder / fmt::format("{}.{}.html", name, lang),
              ToHtml(report, {.lang = lang}));
  }
}

void WriteFolder(const fs::path& folder, const Report& report,
                 const char* lang) {
  const auto done = ToHtmlFolder(report, {.lang = lang},
                                 [&](std::string_view name, std::string bytes) {
                                   WriteFile(folder / std::string(name), bytes);
                                   return absl::OkStatus();
                                 });
  if (!done.ok()) std::cerr << done << "\n";
}

// Checked against a ledger: one finding of every state, one resolved.
Report GateReport() {
  Report report = SampleReportWithTexts();
  report.against = "archive.db";
  report.articles[0].is_new = true;
  constexpr FindingState kStates[] = {FindingState::kReopened,
                                      FindingState::kNew, FindingState::kKnown,
                                      FindingState::kDismissed};
  for (size_t i = 0; i < std::min(std::size(kStates), report.findings.size());
       ++i) {
    report.findings[i].state = kStates[i];
  }
  report.findings[0].disposition = {"baseline", "accepted for the archive",
                                    "the desk", "archive.db", false};
  report.findings[3].disposition = {"different-definition",
                                    "one counts the pilot plant, one does not",
                                    "Ada", "draft.md:12", true};
  report.resolved = {{"00aa11", "compare.disjoint",
                      "Tell Amal, deaths: 12 against 21; no longer found",
                      "archive.db"}};
  return report;
}

int Main(int argc, char** argv) {
  if (argc < 2) return 2;
  const fs::path out = argv[1];
  if (argc > 2) {
    std::ifstream file(argv[2], std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const auto report = FromJson(text.str(), argv[2]);
    if (!report.ok()) {
      std::cerr << report.status() << "\n";
      return 1;
    }
    WritePage(out, "run", *report);
    WriteFolder(out / "run", *report, "en");
    return 0;
  }
  WritePage(out, "sample", SampleReportWithTexts());
  WritePage(out, "no-texts", SampleReport());
  WritePage(out, "hostile", HostileReport());
  WritePage(out, "clean", CleanReport());
  WritePage(out, "empty", Report());
  WritePage(out, "gate", GateReport());
  const std::vector<std::string> corpus = InjectionCorpus();
  for (size_t i = 0; i < corpus.size(); ++i) {
    const char* lang = i % 2 == 0 ? "en" : "ar";
    WriteFile(out / fmt::format("inject-{:02}.{}.html", i, lang),
              ToHtml(InjectionReport(corpus[i]), {.lang = lang}));
  }
  WriteFolder(out / "inject", InjectionReport(corpus[1]), "en");
  // Two pages of findings, two of articles.
  const Report small = LargeReport(60, 54);
  for (const char* lang : {"en", "ar"}) {
    const fs::path folder = out / fmt::format("folder.{}", lang);
    WriteFolder(folder, small, lang);
    WriteFile(folder / "signpost.html",
              ToHtmlSignpost("index.html", {.lang = lang}));
  }
  // What the times of the others are measured against.
  WriteFile(out / "blank.html", "<!doctype html><title>blank</title>");
  WritePage(out, "medium", LargeReport(500, 450));
  const Report large = LargeReport(10'000, 9'000);
  WriteFolder(out / "large", large, "en");
  WriteFile(out / "large.json", ToJson(large, {.texts = true}));
  return 0;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::Main(argc, argv); }
