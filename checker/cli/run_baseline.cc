#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "checker/cli/acceptance.h"
#include "checker/cli/archive.h"
#include "checker/cli/commands.h"
#include "checker/cli/session.h"

namespace crosscheck {
namespace {

// The run the command is about: a saved one, else a check of the paths.
absl::StatusOr<Report> RunOf(const Flags& flags,
                             const std::vector<std::string>& paths,
                             int& input_exit) {
  if (!flags.run_file.empty()) return ReadRun(flags.run_file);
  auto session = OpenSession(flags);
  if (!session.ok()) return session.status();
  std::vector<std::string> all = paths.empty() ? session->config.paths : paths;
  if (all.empty()) {
    return absl::InvalidArgumentError(
        "no run; name the articles, or a saved run with --run RUN.json");
  }
  std::sort(all.begin(), all.end());
  const IntakeResult input =
      ReadArticles(all, InputOptions(flags), session->rules);
  input_exit = Complain(flags, input.problems, input.warnings);
  const Pipeline pipeline(session->rules, session->Options(flags));
  return pipeline.Check(input.articles);
}

absl::StatusOr<std::vector<Accepted>> ReadEntries(const std::string& path,
                                                  bool may_be_absent) {
  const auto text = ReadWhole(path);
  if (!text.ok()) {
    if (may_be_absent && absl::IsNotFound(text.status())) {
      return std::vector<Accepted>();
    }
    return text.status();
  }
  return ReadAccepted(*text, path);
}

int Add(const Flags& flags, const std::string& path) {
  if (flags.paths.empty()) {
    return Fail(absl::InvalidArgumentError(
        "baseline add: no finding named; give its id or fingerprint, or all"));
  }
  std::vector<std::string> names = flags.paths, paths;
  if (flags.run_file.empty()) {
    // The first names findings, the rest the articles they are of.
    paths.assign(names.begin() + 1, names.end());
    names.resize(1);
  }
  int input_exit = kExitClean;
  const auto report = RunOf(flags, paths, input_exit);
  if (!report.ok()) return Fail(report.status());
  const auto findings = FindFindings(*report, names);
  if (!findings.ok()) return Fail(findings.status());
  auto entries = ReadEntries(path, true);
  if (!entries.ok()) return Fail(entries.status());
  const AcceptedMaker maker(*report);
  const size_t before = entries->size();
  for (const Finding* finding : *findings) {
    Accepted entry = maker.Make(*finding);
    if (const auto done = Sign(flags, "baseline", entry); !done.ok()) {
      return Fail(done);
    }
    // An entry for the same claims gives way to this one.
    std::erase_if(*entries, [&](const Accepted& old) {
      return old.rule == entry.rule && old.claims == entry.claims;
    });
    entries->push_back(std::move(entry));
  }
  if (const auto done = WriteEntries(path, *entries); !done.ok()) {
    return Fail(done);
  }
  fmt::print("{}: {} added, {} in it (were {})\n", path, findings->size(),
             entries->size(), before);
  return input_exit;
}

int Prune(const Flags& flags, const std::string& path) {
  auto entries = ReadEntries(path, false);
  if (!entries.ok()) return Fail(entries.status());
  const auto today = AsOf(flags);
  if (!today.ok()) return Fail(today.status());
  int input_exit = kExitClean;
  auto report = RunOf(flags, flags.paths, input_exit);
  if (!report.ok()) return Fail(report.status());
  if (input_exit == kExitFailed) {
    return Fail(absl::FailedPreconditionError(
        "baseline prune: not all articles could be read, so an entry that "
        "matches nothing may still hold; mend them, or say --keep-going"));
  }
  Judge(*entries, {}, *report);
  std::map<std::string, bool> gone;
  for (const ResolvedFinding& resolved : report->resolved) {
    gone[resolved.where] = true;
  }
  size_t resolved = 0, expired = 0;
  std::vector<Accepted> kept;
  for (Accepted& entry : *entries) {
    const auto last = ParseIsoDate(entry.expires);
    if (gone.contains(entry.where)) {
      ++resolved;
    } else if (last && last->days.last && *last->days.last < *today) {
      ++expired;
    } else {
      kept.push_back(std::move(entry));
    }
  }
  if (const auto done = WriteEntries(path, kept); !done.ok()) return Fail(done);
  fmt::print("{}: {} resolved and {} expired taken out, {} left\n", path,
             resolved, expired, kept.size());
  return input_exit;
}

int Stats(const Flags& flags, const std::string& path) {
  const auto entries = ReadEntries(path, false);
  if (!entries.ok()) return Fail(entries.status());
  const auto today = AsOf(flags);
  if (!today.ok()) return Fail(today.status());
  std::map<std::string, size_t> states, rules, owners;
  size_t expired = 0, claims = 0;
  for (const Accepted& entry : *entries) {
    ++states[entry.state];
    ++rules[entry.rule];
    ++owners[entry.owner.empty() ? "nobody" : entry.owner];
    claims += entry.claims.size();
    const auto last = ParseIsoDate(entry.expires);
    if (last && last->days.last && *last->days.last < *today) ++expired;
  }
  fmt::print("entries  {}\nclaims   {}\nexpired  {}\n", entries->size(), claims,
             expired);
  const auto show = [](const char* what,
                       const std::map<std::string, size_t>& counts) {
    for (const auto& [name, count] : counts) {
      fmt::print("{} {}  {}\n", what, name, count);
    }
  };
  show("state", states);
  show("rule", rules);
  show("owner", owners);
  return kExitClean;
}

}  // namespace

int RunBaseline(const Flags& flags) {
  if (flags.baselines.size() != 1) {
    Complain("baseline: name one file with --baseline FILE");
    return kExitFailed;
  }
  const std::string& path = flags.baselines[0];
  if (flags.action == "add") return Add(flags, path);
  if (flags.action == "prune") return Prune(flags, path);
  return Stats(flags, path);
}

}  // namespace crosscheck
