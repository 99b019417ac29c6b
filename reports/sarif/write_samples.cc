// Writes the sample reports as SARIF files into the folder given, in every
// state a finding can have: what schema_test validates.
#include <cstdio>
#include <string>

#include "reports/sarif/sarif_report.h"
#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

bool Write(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool whole =
      std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && whole;
}

Report GatedReport() {
  Report report = SampleReport();
  report.articles[0].is_new = true;
  report.articles[2].record_line = 12;
  report.against = "archive.db";
  report.findings[0].state = FindingState::kReopened;
  report.findings[1].state = FindingState::kDismissed;
  report.findings[1].disposition = {"superseded", "corrected", "desk",
                                    "archive.db", true};
  report.findings[2].state = FindingState::kKnown;
  report.resolved = {{"00ff", "compare.disjoint", "a toll", "archive.db"},
                     {"00fe", "other.rule", "[x](1)", "archive.db"}};
  return report;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  using namespace crosscheck;  // NOLINT: a main of its own
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  const bool good =
      Write(folder + "/sample.sarif", ToSarif(SampleReport())) &&
      Write(folder + "/hostile.sarif", ToSarif(HostileReport())) &&
      Write(folder + "/clean.sarif", ToSarif(CleanReport())) &&
      Write(folder + "/gated.sarif", ToSarif(GatedReport())) &&
      Write(folder + "/cut.sarif",
            ToSarif(SampleReport(), {.most_results = 1}));
  return good ? 0 : 1;
}
