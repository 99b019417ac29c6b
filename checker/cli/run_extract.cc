#include <fmt/format.h>

#include <cstdio>
#include <iterator>
#include <string>

#include "checker/cli/commands.h"
#include "checker/cli/session.h"
#include "checker/cli/stats.h"
#include "checker/pipeline/in_order.h"
#include "checker/pipeline/pipeline.h"
#include "reports/json/json_report.h"

namespace crosscheck {
namespace {

constexpr size_t kFlushBytes = size_t{128} << 10;

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
  RunStats stats;
  PipelineOptions options = session->Options(flags);
  if (flags.stats) options.times = stats.times();
  const Pipeline pipeline(session->rules, options);
  stats.EndPhase("start");
  std::string lines;
  bool good = true;
  size_t count = 0;
  const auto flush = [&] {
    good =
        good && std::fwrite(lines.data(), 1, lines.size(), out) == lines.size();
    lines.clear();
  };
  // Threads write all of a line but its id, which only the order tells.
  const auto read = [&](const ArticlePart& part) {
    constexpr size_t kTimesTheText = 8;
    std::string claims;
    pipeline.Extract(part, [&](const ReportClaim& claim) {
      if (claims.empty()) claims.reserve(kTimesTheText * Length(part.span));
      AppendClaimAfterId(claim, claims);
      claims += '\n';
    });
    return claims;
  };
  const auto write = [&](const std::string& claims) {
    for (size_t at = 0; at < claims.size();) {
      const size_t end = claims.find('\n', at) + 1;
      fmt::format_to(std::back_inserter(lines), "{{\"id\": \"c{}\"", ++count);
      lines.append(claims, at, end - at);
      at = end;
      if (lines.size() >= kFlushBytes) flush();
    }
  };
  InOrder<ArticlePart, std::string> stream(flags.jobs, read, write);
  const IntakeLog log = ReadArticles(
      paths, InputOptions(flags), session->rules, [&](Article&& article) {
        for (ArticlePart& part : SplitArticle(std::move(article))) {
          const size_t bytes = Length(part.span);
          stream.Add(std::move(part), bytes);
        }
      });
  stream.Finish();
  flush();
  good = good && std::fflush(out) == 0;
  if (out != stdout) good = std::fclose(out) == 0 && good;
  stats.EndPhase("read and write");
  if (flags.stats) stats.Print();
  const int exit = Complain(flags, log.problems, log.warnings);
  if (!good) {
    Complain("the output could not be written whole");
    return kExitFailed;
  }
  return exit;
}

}  // namespace crosscheck
