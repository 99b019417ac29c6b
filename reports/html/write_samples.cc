// Writes the reports the browser tests and the screenshots open:
//   write_samples FOLDER [RUN.json]
// sample, hostile, clean and large ones, in English and Arabic, as one page and
// as a folder; and RUN.json rendered in both languages.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "reports/html/html_report.h"
#include "reports/json/json_report.h"
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
  return 0;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::Main(argc, argv); }
