#include <cstdio>
#include <string>

#include "checker/cli/commands.h"
#include "checker/cli/session.h"
#include "checker/pipeline/extract_stream.h"
#include "reports/json/json_report.h"

namespace crosscheck {
namespace {

constexpr size_t kFlushBytes = size_t{1} << 20;

}  // namespace

int RunExtract(const Flags& flags) {
  auto session = OpenSession(flags);
  if (!session.ok()) {
    Complain(std::string(session.status().message()));
    return kExitFailed;
  }
  const std::vector<std::string> paths = InputPaths(flags, session->config);
  if (paths.empty()) {
    Complain("extract: no articles named; give files, folders or -");
    return kExitFailed;
  }
  std::FILE* out = stdout;
  if (!flags.output_file.empty() && flags.output_file != "-") {
    out = std::fopen(flags.output_file.c_str(), "wb");
    if (out == nullptr) {
      Complain(flags.output_file +
               ": cannot be written; name another --output-file");
      return kExitFailed;
    }
  }
  const Pipeline pipeline(session->rules, session->Options(flags));
  std::string lines;
  bool good = true;
  size_t count = 0;
  const auto flush = [&] {
    good =
        good && std::fwrite(lines.data(), 1, lines.size(), out) == lines.size();
    lines.clear();
  };
  const auto write = [&](Extraction&& extraction) {
    for (ReportClaim& claim : extraction.claims) {
      claim.id = "c" + std::to_string(++count);
      lines += ClaimToJson(claim);
      lines += '\n';
    }
    if (lines.size() >= kFlushBytes) flush();
  };
  ExtractStream stream(pipeline, flags.jobs, write);
  const IntakeLog log =
      ReadArticles(paths, InputOptions(flags), session->rules,
                   [&](Article&& article) { stream.Add(std::move(article)); });
  stream.Finish();
  flush();
  good = good && std::fflush(out) == 0;
  if (out != stdout) good = std::fclose(out) == 0 && good;
  const int exit = Complain(flags, log.problems, log.warnings);
  if (!good) {
    Complain("the output could not be written whole");
    return kExitFailed;
  }
  return exit;
}

}  // namespace crosscheck
