#ifndef CROSSCHECK_CHECKER_CLI_FLAGS_H_
#define CROSSCHECK_CHECKER_CLI_FLAGS_H_

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace crosscheck {

// Exit codes of the contract.
inline constexpr int kExitClean = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitFailed = 2;

// What the command line says; empty means not said.
struct Flags {
  std::vector<std::string> paths;
  std::string config;
  std::string format;
  std::string output_file;
  std::vector<std::string> reports;  // "FORMAT=PATH"
  std::string fail_on;
  std::vector<std::string> rules;
  int jobs = 0;
  std::string color = "auto";
  bool quiet = false;
  bool keep_going = false;
  bool stats = false;  // say where time and memory went
  std::string published;
  std::string language;
  std::string outlet;
  std::string stdin_name;
  std::string input_format = "auto";
  std::string encoding;
  bool texts = false;       // keep the articles' texts in a saved run
  std::string report_lang;  // of the HTML report: "en" (also empty), "ar"
  std::string html_dir;

  // baseline, dispositions
  std::vector<std::string> baselines;
  std::vector<std::string> dispositions;
  std::string write_baseline;
  std::string as_of;   // the day expiry dates are held against
  std::string action;  // of baseline, ledger
  std::string state;   // of an entry; so reason, owner, expires
  std::string reason;
  std::string owner;
  std::string expires;

  // index, gate, ledger, occurrences
  std::string ledger;
  bool reindex = false;
  uint32_t batch_articles = 512;  // of a transaction
  bool prune = false;
  bool update = false;
  int wait_seconds = 60;
  std::vector<std::string> against;
  std::string new_from_rev;
  std::string new_from_merge_base;
  std::string value;
  std::vector<std::string> facts;

  // compare
  std::string statement_a, statement_b;
  // explain
  std::string target;
  std::string run_file;
  // rules
  std::string rules_action;
  // eval
  std::string eval_what;
  std::string errors_file;
  std::string signs_file;
  std::string plot_file;
  std::vector<std::string> background;
};

// Adds the flags every command takes, then those of reading articles.
void AddCommonFlags(CLI::App& command, Flags& flags);
void AddInputFlags(CLI::App& command, Flags& flags);
// Those of judging findings by what was accepted, and of accepting.
void AddAcceptanceFlags(CLI::App& command, Flags& flags);
void AddSigningFlags(CLI::App& command, Flags& flags);
void AddLedgerFlags(CLI::App& command, Flags& flags);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_FLAGS_H_
