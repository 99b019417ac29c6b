#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "checker/cli/commands.h"
#include "checker/cli/session.h"
#include "checker/intake/furniture.h"
#include "checker/pipeline/rule_examples.h"
#include "checker/rulebook/compile_rules.h"
#include "checker/rulebook/rule_source.h"

namespace crosscheck {
namespace {

// Rule files and folders of the command line, read and faulted.
RuleSources ReadGiven(const std::vector<std::string>& paths) {
  RuleSources all;
  for (const std::string& path : paths) {
    RuleSources one;
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
      one = ReadRuleFolder(path);
    } else if (const auto text = ReadWhole(path); text.ok()) {
      one = ReadRuleFile(path, *text);
    } else {
      one.faults.push_back({path, 1, 1, std::string(text.status().message())});
    }
    all.rules.insert(all.rules.end(), one.rules.begin(), one.rules.end());
    all.faults.insert(all.faults.end(), one.faults.begin(), one.faults.end());
  }
  return all;
}

int Check(const Flags& flags) {
  RuleSources given = ReadGiven(flags.paths);
  auto built_in = Rulebook::BuiltIn();
  if (!built_in.ok()) {
    Complain(std::string(built_in.status().message()));
    return kExitFailed;
  }
  const size_t count = given.rules.size();
  for (RuleFault& fault : CheckRoles(*built_in, given.rules)) {
    given.faults.push_back(std::move(fault));
  }
  if (given.faults.empty()) {
    CompiledRules compiled =
        CompileRules(MergeRules(SourcesOf(*built_in), std::move(given.rules)));
    given.faults = std::move(compiled.faults);
  }
  std::string out;
  for (const RuleFault& fault : given.faults) out += ToString(fault) + "\n";
  out += fmt::format("{} rule{}, {} fault{}\n", count, count == 1 ? "" : "s",
                     given.faults.size(), given.faults.size() == 1 ? "" : "s");
  WriteOutput(flags.output_file, out).IgnoreError();  // said by the exit code
  return given.faults.empty() ? kExitClean : kExitFailed;
}

int Test(const Flags& flags) {
  RuleSources given = ReadGiven(flags.paths);
  for (const RuleFault& fault : given.faults) Complain(ToString(fault));
  if (!given.faults.empty()) return kExitFailed;
  auto session = OpenSession(flags);
  if (!session.ok()) {
    Complain(std::string(session.status().message()));
    return kExitFailed;
  }
  std::vector<std::string> only;
  for (const SourceRule& rule : given.rules) only.push_back(rule.id);
  Rulebook* rules = &session->rules;
  absl::StatusOr<Rulebook> merged = absl::UnknownError("not merged");
  if (!given.rules.empty()) {
    CompiledRules compiled = CompileRules(
        MergeRules(SourcesOf(session->rules), std::move(given.rules)));
    for (const RuleFault& fault : compiled.faults) Complain(ToString(fault));
    merged = Rulebook::FromBytes(std::move(compiled.bytes));
    if (!compiled.faults.empty() || !merged.ok()) return kExitFailed;
    rules = &*merged;
  }
  const Furniture furniture(*rules);
  const ExampleResults results = RunRuleExamples(
      *rules, [&](std::string_view line) { return furniture.IsSiteLine(line); },
      only);
  std::string out;
  for (const ExampleFailure& failure : results.failures) {
    out += fmt::format("{}: \"{}\"\n  wanted {}\n  got    {}\n", failure.rule,
                       failure.text, failure.wanted, failure.got);
  }
  out += fmt::format("{} examples, {} failed\n", results.run,
                     results.failures.size());
  WriteOutput(flags.output_file, out).IgnoreError();  // said by the exit code
  return results.failures.empty() ? kExitClean : kExitFindings;
}

int List(const Flags& flags) {
  auto session = OpenSession(flags);
  if (!session.ok()) {
    Complain(std::string(session.status().message()));
    return kExitFailed;
  }
  const Rulebook& rules = session->rules;
  std::string out;
  for (uint32_t rule = 0; rule < rules.size(); ++rule) {
    const std::string id(rules.Id(rule));
    if (!flags.paths.empty() &&
        std::none_of(flags.paths.begin(), flags.paths.end(),
                     [&](const std::string& start) {
                       return id.compare(0, start.size(), start) == 0;
                     })) {
      continue;
    }
    out += fmt::format("{}\t{}\t{}\n", id, ToString(rules.Kind(rule)),
                       rules.Means(rule));
  }
  return WriteOutput(flags.output_file, out).ok() ? kExitClean : kExitFailed;
}

}  // namespace

int RunRules(const Flags& flags) {
  if (flags.rules_action == "check") return Check(flags);
  if (flags.rules_action == "test") return Test(flags);
  return List(flags);
}

}  // namespace crosscheck
