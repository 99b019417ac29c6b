#include "checker/cli/flags.h"

#include <CLI/CLI.hpp>

namespace crosscheck {

void AddCommonFlags(CLI::App& command, Flags& flags) {
  command.add_option("-c,--config", flags.config,
                     "configuration file (else CROSSCHECK_CONFIG, else the "
                     "nearest .crosscheck.yaml upwards)");
  command
      .add_option("--rules", flags.rules,
                  "folder of rule files on top of the built-in ones")
      ->allow_extra_args(false);
  command.add_option("-o,--output-file", flags.output_file,
                     "write results there instead of standard output");
  command.add_option("-j,--jobs", flags.jobs,
                     "threads over articles (0: one a core)");
  command.add_option("--color", flags.color, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  command.add_flag("-q,--quiet", flags.quiet,
                   "no progress and no warnings on standard error");
}

void AddInputFlags(CLI::App& command, Flags& flags) {
  command.add_option("--published", flags.published,
                     "publication day of articles that do not say (ISO 8601)");
  command.add_option("--lang", flags.language,
                     "language of articles that do not say (en, ar)");
  command.add_option("--outlet", flags.outlet,
                     "outlet of articles that do not say");
  command.add_option("--stdin-filename", flags.stdin_name,
                     "what to call standard input");
  command
      .add_option("--input-format", flags.input_format,
                  "auto, text, markdown, html or jsonl")
      ->check(CLI::IsMember({"auto", "text", "markdown", "html", "jsonl"}));
  command.add_option("--encoding", flags.encoding,
                     "what input that is not UTF-8 is written in "
                     "(windows-1256)");
  command.add_flag("--keep-going", flags.keep_going,
                   "bad input is a warning and leaves the exit code alone");
  command.add_flag("--stats", flags.stats,
                   "print where time and memory went on standard error");
}

void AddAcceptanceFlags(CLI::App& command, Flags& flags) {
  command
      .add_option("--baseline", flags.baselines,
                  "accepted discrepancies (JSON Lines); may be repeated")
      ->allow_extra_args(false);
  command
      .add_option("--dispositions", flags.dispositions,
                  "dismissed findings (JSON Lines); may be repeated")
      ->allow_extra_args(false);
  command
      .add_option("--facts", flags.facts,
                  "the newsroom's checked facts (YAML); may be repeated")
      ->allow_extra_args(false);
  command.add_option("--as-of", flags.as_of,
                     "day that expiry dates are held against (default: today)");
}

void AddLedgerFlags(CLI::App& command, Flags& flags) {
  command.add_option("--ledger", flags.ledger,
                     "the ledger of what was published (a file)");
  command.add_option("--wait", flags.wait_seconds,
                     "seconds to wait for another program that writes it");
}

void AddSigningFlags(CLI::App& command, Flags& flags) {
  command.add_option("--reason", flags.reason, "why it may stand");
  command.add_option("--owner", flags.owner, "who says so");
  command.add_option("--expires", flags.expires,
                     "last day it may stand (ISO 8601)");
}

}  // namespace crosscheck
