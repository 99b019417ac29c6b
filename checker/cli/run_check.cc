#include <algorithm>

#include "checker/cli/acceptance.h"
#include "checker/cli/archive.h"
#include "checker/cli/commands.h"
#include "checker/cli/render.h"
#include "checker/cli/session.h"
#include "checker/cli/stats.h"
#include "checker/gate/comments.h"
#include "checker/pipeline/in_order.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

int RunCheck(const Flags& flags) {
  if (const auto known = CheckFormats(flags); !known.ok()) {
    Complain(std::string(known.message()));
    return kExitFailed;
  }
  auto session = OpenSession(flags);
  if (!session.ok()) {
    Complain(std::string(session.status().message()));
    return kExitFailed;
  }
  std::vector<std::string> paths = InputPaths(flags, session->config);
  if (paths.empty()) {
    Complain(
        "check: no articles named; give files, folders or -, or set paths in "
        ".crosscheck.yaml");
    return kExitFailed;
  }
  // The order of arguments means nothing: of two files with one id the same
  // one is kept whichever was named first.
  std::sort(paths.begin(), paths.end());
  auto acceptance = ReadAcceptance(flags, session->config);
  const auto today = AsOf(flags);
  for (const absl::Status& status : {acceptance.status(), today.status()}) {
    if (status.ok()) continue;
    Complain(std::string(status.message()));
    return kExitFailed;
  }
  PipelineOptions options = session->Options(flags);
  options.keep_texts = NeedsTexts(flags);
  RunStats stats;
  if (flags.stats) options.times = stats.times();
  const Pipeline pipeline(session->rules, options);
  const auto facts = ReadFactFiles(flags, session->config);
  if (!facts.ok()) return Fail(facts.status());
  stats.EndPhase("start");
  // Articles are let go as they are read: of each only its reading is kept.
  std::vector<Problem> said;
  std::vector<SuppressingComment> comments;
  std::vector<KeptReading> readings;
  InOrder<Article, KeptReading> reader(
      flags.jobs,
      [&](Article& article) { return Keep(pipeline.Read(article)); },
      [&](KeptReading&& reading) { readings.push_back(std::move(reading)); });
  IntakeOptions input_options = InputOptions(flags);
  input_options.on_bytes = ProgressBar(flags);
  const IntakeLog input = ReadArticles(
      paths, input_options, session->rules, [&](Article&& article) {
        const auto own = ReadComments(article, said);
        comments.insert(comments.end(), own.begin(), own.end());
        const size_t bytes = article.text.size();
        reader.Add(std::move(article), bytes);
      });
  reader.Finish();
  EndProgress(flags);
  stats.EndPhase("read");
  const int input_exit = Complain(flags, input.problems, input.warnings);
  Report report;
  if (facts->empty()) {
    report = pipeline.CheckReadings(std::move(readings), {});
  } else {
    report = pipeline.CheckReadings(readings, {});
    CheckFacts(pipeline, *facts, readings, *today, options.rule_levels, report);
  }
  stats.EndPhase("link and compare");
  report.tool_version = kVersion;
  if (!flags.write_baseline.empty()) {
    Report commented = report;  // what a comment lets stand needs no entry
    std::vector<Problem> unused;
    ApplyComments(comments, commented, unused);
    auto written = WriteBaseline(flags, commented, session->fail_on);
    if (!written.ok()) {
      Complain(std::string(written.status().message()));
      return kExitFailed;
    }
    acceptance->names.push_back(flags.write_baseline);
    acceptance->entries.insert(acceptance->entries.end(), written->begin(),
                               written->end());
  }
  Settle(*acceptance, {.today = *today}, comments, report, said);
  Complain(flags, {}, said);
  report.problems = input.problems;
  report.problems.insert(report.problems.end(), input.warnings.begin(),
                         input.warnings.end());
  report.problems.insert(report.problems.end(), said.begin(), said.end());
  if (const auto done = RenderAll(report, flags, "text", session->fail_on);
      !done.ok()) {
    Complain(std::string(done.message()));
    return kExitFailed;
  }
  stats.EndPhase("write");
  if (flags.stats) stats.Print();
  return std::max(input_exit, ExitFor(report, session->fail_on));
}

int RunReport(const Flags& flags) {
  if (const auto known = CheckFormats(flags); !known.ok()) {
    Complain(std::string(known.message()));
    return kExitFailed;
  }
  if (flags.run_file.empty()) {
    Complain(
        "report: no run named; save one with check --format json "
        "--output-file run.json");
    return kExitFailed;
  }
  const auto report = ReadRun(flags.run_file);
  if (!report.ok()) {
    Complain(std::string(report.status().message()));
    return kExitFailed;
  }
  if (const auto done = RenderAll(*report, flags, "text", Level::kError);
      !done.ok()) {
    Complain(std::string(done.message()));
    return kExitFailed;
  }
  return kExitClean;
}

}  // namespace crosscheck
