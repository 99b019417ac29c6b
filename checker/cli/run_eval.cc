#include <string>
#include <vector>

#include "checker/cli/commands.h"
#include "checker/cli/session.h"
#include "checker/evaluate/extraction.h"
#include "checker/evaluate/labelled_pairs.h"
#include "checker/evaluate/pairs.h"
#include "checker/evaluate/seeds.h"
#include "checker/evaluate/stories.h"
#include "checker/evaluate/trade_off.h"

namespace crosscheck {
namespace {

absl::Status WriteLines(const std::string& path,
                        const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line;
    text += '\n';
  }
  return WriteOutput(path, text);
}

// Prints the tables, and `more` after them, and writes the errors, if asked
// for; the exit code.
template <typename Scores>
int Show(const Flags& flags, const absl::StatusOr<Scores>& scores,
         const std::string& more = "") {
  if (!scores.ok()) {
    Complain(std::string(scores.status().message()));
    return kExitFailed;
  }
  if (!flags.errors_file.empty()) {
    const auto done = WriteLines(flags.errors_file, scores->errors);
    if (!done.ok()) {
      Complain(std::string(done.message()));
      return kExitFailed;
    }
  }
  if (const auto done = WriteOutput(flags.output_file, ToText(*scores) + more);
      !done.ok()) {
    Complain(std::string(done.message()));
    return kExitFailed;
  }
  return kExitClean;
}

}  // namespace

int RunEval(const Flags& flags) {
  const auto session = OpenSession(flags);
  if (!session.ok()) {
    Complain(std::string(session.status().message()));
    return kExitFailed;
  }
  PipelineOptions options = session->Options(flags);
  options.keep_agreeing = true;
  // Each article, pair or story is small: the threads are over those.
  options.jobs = 1;
  const Pipeline pipeline(session->rules, options);
  if (flags.eval_what == "extraction") {
    return Show(flags, ScoreExtraction(flags.paths, pipeline, flags.jobs));
  }
  if (flags.eval_what == "pairs") {
    return Show(flags, ScorePairs(flags.paths, pipeline, flags.jobs));
  }
  if (flags.eval_what == "stories") {
    if (!flags.signs_file.empty()) {
      auto lines = LabelledPairs(flags.paths, pipeline, flags.jobs);
      if (lines.ok() && !flags.background.empty()) {
        const IntakeResult archive =
            ReadArticles(flags.background, InputOptions(flags), session->rules);
        Complain(flags, archive.problems, archive.warnings);
        for (std::string& line : BackgroundPairs(archive.articles, pipeline)) {
          lines->push_back(std::move(line));
        }
      }
      const auto done =
          lines.ok() ? WriteLines(flags.signs_file, *lines) : lines.status();
      if (!done.ok()) {
        Complain(std::string(done.message()));
        return kExitFailed;
      }
    }
    std::string curve;
    if (!flags.plot_file.empty()) {
      const auto trade_off =
          ScoreTradeOff(flags.paths, session->rules, options, flags.jobs);
      const auto done = trade_off.ok()
                            ? WriteOutput(flags.plot_file, ToSvg(*trade_off))
                            : trade_off.status();
      if (!done.ok()) {
        Complain(std::string(done.message()));
        return kExitFailed;
      }
      curve = "\n" + ToText(*trade_off);
    }
    return Show(flags, ScoreStories(flags.paths, pipeline, flags.jobs), curve);
  }
  if (flags.paths.size() != 2) {
    Complain(
        "eval seeds: name two folders, the labels and the articles: eval seeds "
        "gold/seeds seeds");
    return kExitFailed;
  }
  return Show(flags, ScoreSeeds(flags.paths[0], flags.paths[1], pipeline));
}

}  // namespace crosscheck
