#include <fmt/format.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <CLI/CLI.hpp>

#include "checker/cli/commands.h"
#include "checker/cli/session.h"

namespace crosscheck {
namespace {

// Adds the commands; each tells its function by `run`.
void AddCommands(CLI::App& app, Flags& flags, int (*&run)(const Flags&)) {
  const auto add = [&](const char* name, const char* what,
                       int (*function)(const Flags&)) {
    CLI::App* command = app.add_subcommand(name, what);
    AddCommonFlags(*command, flags);
    command->callback([&run, function] { run = function; });
    return command;
  };
  const auto add_formats = [&](CLI::App* command) {
    command->add_option("--format", flags.format,
                        "text, json, jsonl, html, sarif, junit, github, "
                        "github-summary, gitlab or rdjsonl");
    command
        ->add_option("--report", flags.reports,
                     "also write FORMAT=PATH; may be repeated")
        ->allow_extra_args(false);
    command
        ->add_option("--report-lang", flags.report_lang,
                     "language of the HTML report's own words: en or ar")
        ->check(CLI::IsMember({"en", "ar"}));
    command->add_option("--html-dir", flags.html_dir,
                        "write the HTML report as a folder of pages");
    command->add_flag("--texts", flags.texts,
                      "keep the articles' texts in JSON, for article pages of "
                      "an HTML report made from it later");
  };

  CLI::App* check = add("check", "articles in, findings out", RunCheck);
  AddInputFlags(*check, flags);
  add_formats(check);
  check
      ->add_option("--fail-on", flags.fail_on,
                   "exit 1 from this level on: error, warning, note, never")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
  AddAcceptanceFlags(*check, flags);
  AddSigningFlags(*check, flags);
  check->add_option("--write-baseline", flags.write_baseline,
                    "accept what is found: write it to FILE; one that is there "
                    "loses what is no more, and grows only with --reason and "
                    "--owner");
  check->add_option("PATH", flags.paths, "articles, folders, or -");

  CLI::App* index =
      add("index", "add articles to a ledger of what was published", RunIndex);
  AddInputFlags(*index, flags);
  AddLedgerFlags(*index, flags);
  index->add_flag("--reindex", flags.reindex,
                  "read them with the rules of now, where the ledger was made "
                  "with others");
  index->add_option("--batch", flags.batch_articles,
                    "articles of a transaction");
  index->add_flag("--prune", flags.prune,
                  "take out articles of these paths that are no more there");
  index->add_option("PATH", flags.paths, "articles, folders, or -");

  CLI::App* gate =
      add("gate", "new articles against what was published before", RunGate);
  AddInputFlags(*gate, flags);
  add_formats(gate);
  gate->add_option("--fail-on", flags.fail_on,
                   "exit 1 from this level on: error, warning, note, never")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
  AddAcceptanceFlags(*gate, flags);
  AddLedgerFlags(*gate, flags);
  gate->add_option("--against", flags.against,
                   "articles to compare with, where there is no ledger; may be "
                   "repeated")
      ->allow_extra_args(false);
  gate->add_option("--new-from-rev", flags.new_from_rev,
                   "new are the articles that changed in git since REV");
  gate->add_option("--new-from-merge-base", flags.new_from_merge_base,
                   "the same since this branch left REV");
  gate->add_flag("--update", flags.update,
                 "add the articles to the ledger if they pass");
  gate->add_option("PATH", flags.paths, "articles, folders, or -");

  CLI::App* ledger =
      add("ledger", "count, ask, dismiss in or export a ledger", RunLedger);
  AddInputFlags(*ledger, flags);
  AddAcceptanceFlags(*ledger, flags);
  AddSigningFlags(*ledger, flags);
  AddLedgerFlags(*ledger, flags);
  ledger->add_option("--state", flags.state,
                     "dismiss: superseded, attributed-dispute, "
                     "different-definition, correction-issued, "
                     "false-positive-extraction, false-positive-link or "
                     "accepted (also when none is given)");
  ledger->add_option("--run", flags.run_file, "dismiss: a run saved as JSON");
  ledger->add_option("--format", flags.format, "text, json or jsonl")
      ->check(CLI::IsMember({"text", "json", "jsonl"}));
  ledger->add_option("ACTION", flags.action, "stats, history, dismiss, export")
      ->required()
      ->check(CLI::IsMember({"stats", "history", "dismiss", "export"}));
  ledger->add_option("ARGUMENT", flags.paths,
                     "history: \"subject, metric\"; dismiss: a finding (or, "
                     "with --run, several), then the new articles it is in");

  CLI::App* occurrences =
      add("occurrences", "every archived article that carries a figure",
          RunOccurrences);
  AddInputFlags(*occurrences, flags);
  AddLedgerFlags(*occurrences, flags);
  occurrences->add_option("--run", flags.run_file, "a run saved as JSON");
  occurrences->add_option("--value", flags.value,
                          "only this value (digits: 5600000)");
  occurrences->add_option("--format", flags.format, "text, json or jsonl")
      ->check(CLI::IsMember({"text", "json", "jsonl"}));
  occurrences
      ->add_option("TARGET", flags.target,
                   "a finding of --run, or \"subject, metric\"")
      ->required();

  CLI::App* extract =
      add("extract", "articles in, one JSON line a figure out", RunExtract);
  AddInputFlags(*extract, flags);
  extract->add_option("PATH", flags.paths, "articles, folders, or -");

  CLI::App* compare =
      add("compare", "two statements in, a verdict out", RunCompare);
  compare->add_option("--a", flags.statement_a, "one statement");
  compare->add_option("--b", flags.statement_b, "the other");
  compare->add_option("--published", flags.published, "their publication day");
  compare->add_option("--lang", flags.language, "their language");
  compare->add_option("PAIRS", flags.paths, "JSON Lines of {id, a, b}");

  CLI::App* report = add("report", "render a saved run", RunReport);
  add_formats(report);
  report->add_option("RUN", flags.run_file, "a run saved as JSON")->required();

  CLI::App* explain =
      add("explain", "how a figure was read, why a finding is one", RunExplain);
  AddInputFlags(*explain, flags);
  explain->add_option("--run", flags.run_file, "a run saved as JSON");
  explain->add_option("TARGET", flags.target, "PATH:LINE[:COL] or a finding id")
      ->required();
  explain->add_option("PATH", flags.paths,
                      "the articles the finding came from");

  CLI::App* rules = add("rules", "check, test or list rules", RunRules);
  rules->add_option("ACTION", flags.rules_action, "check, test or list")
      ->required()
      ->check(CLI::IsMember({"check", "test", "list"}));
  rules->add_option("FILE", flags.paths, "rule files or folders");

  CLI::App* baseline =
      add("baseline", "add to, prune or count accepted findings", RunBaseline);
  AddInputFlags(*baseline, flags);
  AddAcceptanceFlags(*baseline, flags);
  AddSigningFlags(*baseline, flags);
  baseline->add_option("--state", flags.state,
                       "baseline, superseded, attributed-dispute, "
                       "different-definition, correction-issued, "
                       "false-positive-extraction or false-positive-link");
  baseline->add_option("--run", flags.run_file, "a run saved as JSON");
  baseline->add_option("ACTION", flags.action, "add, prune or stats")
      ->required()
      ->check(CLI::IsMember({"add", "prune", "stats"}));
  baseline->add_option("ARGUMENT", flags.paths,
                       "add: a finding (or, with --run, several), then the "
                       "articles; prune: the articles");

  CLI::App* cases =
      add("export-cases", "false positives as regression cases, for eval pairs",
          RunExportCases);
  AddAcceptanceFlags(*cases, flags);
  AddLedgerFlags(*cases, flags);
  cases->add_option("FILE", flags.paths, "dispositions files");

  CLI::App* eval = add("eval", "score against labelled data", RunEval);
  eval->add_option("WHAT", flags.eval_what, "extraction, pairs, stories, seeds")
      ->required()
      ->check(CLI::IsMember({"extraction", "pairs", "stories", "seeds"}));
  eval->add_option("GOLD", flags.paths, "labelled files or folders")
      ->required();
  eval->add_option("--errors", flags.errors_file,
                   "write every miss and false hit there, as JSON Lines");
  CLI::Option* signs = eval->add_option(
      "--signs", flags.signs_file,
      "stories: write every pair of claims linking weighs, with "
      "its signs and label, for fitting the weights");
  eval->add_option("--plot", flags.plot_file,
                   "stories: write the trade-off of recall and precision by "
                   "threshold there, as SVG, and print its table");
  eval->add_option("--background", flags.background,
                   "with --signs: articles of an archive without labels, whose "
                   "clashing pairs are hardly ever of one fact")
      ->needs(signs);
}

}  // namespace

int Main(int argc, char** argv) {
  CLI::App app("crosscheck: finds numeric claims that cannot both stand");
  app.set_version_flag("--version", std::string("crosscheck ") + kVersion);
  app.require_subcommand(1);
  Flags flags;
  int (*run)(const Flags&) = nullptr;
  AddCommands(app, flags, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int exit = app.exit(error);
    return exit == 0 ? kExitClean : kExitFailed;
  }
  return run(flags);
}

}  // namespace crosscheck

int main(int argc, char** argv) {
#ifdef __GLIBC__
  // What an article leaves is what the next one takes: giving it back to the
  // system in between took a twelfth of the time.
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
  return crosscheck::Main(argc, argv);
}
