#ifndef CROSSCHECK_CHECKER_CLI_CONFIG_H_
#define CROSSCHECK_CHECKER_CLI_CONFIG_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/model/finding.h"

namespace crosscheck {

// A newsroom's settings, `.crosscheck.yaml`. Every key is optional; flags win
// over it. Relative paths count from the file's folder.
//
//   paths: [articles]            what `check` reads when no path is given
//   rules: [house]               rule folders, as with --rules
//   levels:                      finding rule -> error | warning | note | none
//     compare.rounding: none
//   tolerances:                  see rules/shared/compare.yaml
//     round_slack: 1
//   ignored_fields: [page_views] metrics no finding is made of
//   fail_on: warning
//   baseline: accepted.jsonl     discrepancies accepted; so dispositions
//   facts: facts.yaml            the newsroom's checked facts
//   ledger: archive.db           what index, gate and ledger work on
struct Config {
  std::string path;  // empty: there is none
  std::vector<std::string> paths;
  std::vector<std::string> rules;
  std::map<std::string, Level> levels;
  std::map<std::string, std::string> tolerances;
  std::vector<std::string> ignored_fields;
  std::optional<Level> fail_on;
  std::vector<std::string> baselines;
  std::vector<std::string> dispositions;
  std::vector<std::string> facts;
  std::string ledger;
};

// Reads the text of a configuration file. All faults of it at once, a line
// each, in one InvalidArgument: "x.yaml:3:1: unknown key "path"; did you mean
// "paths"?". `tolerance_names` and `rule_names` are what those maps may name.
absl::StatusOr<Config> ReadConfig(
    const std::string& path, std::string_view text,
    const std::vector<std::string_view>& tolerance_names,
    const std::vector<std::string_view>& rule_names);

// The file to use: `flag`, else CROSSCHECK_CONFIG, else the nearest
// `.crosscheck.yaml` from `folder` upwards; nullopt when there is none.
std::optional<std::string> FindConfig(const std::string& flag,
                                      const std::string& folder);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_CONFIG_H_
