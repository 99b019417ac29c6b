#include "checker/cli/acceptance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

bool Exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

absl::Status Wrong(std::string message) {
  return absl::InvalidArgumentError(message);
}

}  // namespace

absl::StatusOr<Acceptance> ReadAcceptance(const Flags& flags,
                                          const Config& config) {
  std::vector<std::string> files = flags.baselines;
  files.insert(files.end(), flags.dispositions.begin(),
               flags.dispositions.end());
  if (flags.baselines.empty() && flags.write_baseline.empty()) {
    files.insert(files.end(), config.baselines.begin(), config.baselines.end());
  }
  if (flags.dispositions.empty()) {
    files.insert(files.end(), config.dispositions.begin(),
                 config.dispositions.end());
  }
  Acceptance out;
  for (const std::string& path : files) {
    const auto text = ReadWhole(path);
    if (!text.ok()) return text.status();
    auto entries = ReadAccepted(*text, path);
    if (!entries.ok()) return entries.status();
    out.names.push_back(path);
    std::move(entries->begin(), entries->end(),
              std::back_inserter(out.entries));
  }
  return out;
}

absl::StatusOr<std::vector<CheckedFact>> ReadFactFiles(const Flags& flags,
                                                       const Config& config) {
  std::vector<CheckedFact> out;
  for (const std::string& path :
       flags.facts.empty() ? config.facts : flags.facts) {
    const auto text = ReadWhole(path);
    if (!text.ok()) return text.status();
    auto facts = ReadFacts(*text, path);
    if (!facts.ok()) return facts.status();
    std::move(facts->begin(), facts->end(), std::back_inserter(out));
  }
  return out;
}

absl::StatusOr<Day> AsOf(const Flags& flags) {
  if (flags.as_of.empty()) {
    constexpr int64_t kSecondsADay = 86400;
    return Day{static_cast<int32_t>(std::time(nullptr) / kSecondsADay)};
  }
  const auto day = ParseIsoDate(flags.as_of);
  if (!day || !day->days.first) {
    return Wrong(
        fmt::format("--as-of {}: no date; write 2025-01-28", flags.as_of));
  }
  return *day->days.first;
}

std::vector<SuppressingComment> ReadComments(
    const std::vector<Article>& articles, std::vector<Problem>& warnings) {
  std::vector<SuppressingComment> out;
  for (const Article& article : articles) {
    auto own = ReadComments(article, warnings);
    std::move(own.begin(), own.end(), std::back_inserter(out));
  }
  return out;
}

void Settle(const Acceptance& acceptance, const JudgeOptions& options,
            const std::vector<SuppressingComment>& comments, Report& report,
            std::vector<Problem>& warnings) {
  if (!acceptance.names.empty()) {
    if (!report.against.empty()) report.against += ", ";
    report.against += fmt::format("{}", fmt::join(acceptance.names, ", "));
  }
  Judge(acceptance.entries, options, report);
  std::vector<Problem> said;
  ApplyComments(comments, report, said);
  warnings.insert(warnings.end(), said.begin(), said.end());
  // Worst first, as levels are now.
  std::stable_sort(report.findings.begin(), report.findings.end(),
                   [](const Finding& a, const Finding& b) {
                     return std::tie(a.level, a.severity) >
                            std::tie(b.level, b.severity);
                   });
}

absl::Status WriteEntries(const std::string& path,
                          const std::vector<Accepted>& entries) {
  if (path == "-") return WriteOutput(path, ToLines(entries));
  const std::string beside = path + ".new";
  if (auto done = WriteOutput(beside, ToLines(entries)); !done.ok()) {
    std::remove(beside.c_str());
    return done;
  }
  std::error_code error;
  fs::rename(beside, path, error);
  if (error) {
    std::remove(beside.c_str());
    return absl::UnavailableError(fmt::format(
        "{}: {}; name a file that can be written", path, error.message()));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<Accepted>> WriteBaseline(const Flags& flags,
                                                    const Report& report,
                                                    Level fail_on) {
  const std::string& path = flags.write_baseline;
  const bool may_grow = !Exists(path) || path == "-" || !flags.reason.empty();
  std::vector<Accepted> kept;
  Report judged = report;
  if (Exists(path) && path != "-") {
    const auto text = ReadWhole(path);
    if (!text.ok()) return text.status();
    auto old = ReadAccepted(*text, path);
    if (!old.ok()) return old.status();
    Judge(*old, {}, judged);
    std::set<std::string> gone;
    for (const ResolvedFinding& resolved : judged.resolved) {
      gone.insert(resolved.where);
    }
    for (Accepted& entry : *old) {
      if (!gone.contains(entry.where)) kept.push_back(std::move(entry));
    }
  }
  const Level least = fail_on == Level::kNone
                          ? Level::kWarning
                          : std::min(fail_on, Level::kWarning);
  const AcceptedMaker maker(report);
  size_t left_out = 0;
  for (const Finding& finding : judged.findings) {
    if (finding.state == FindingState::kDismissed || finding.level < least) {
      continue;
    }
    if (finding.state == FindingState::kKnown && finding.level < least)
      continue;
    if (!may_grow) {
      ++left_out;
      continue;
    }
    Accepted entry = maker.Make(finding);
    if (Exists(path) && path != "-") {
      if (auto signed_ = Sign(flags, "baseline", entry); !signed_.ok()) {
        return signed_;
      }
    } else {
      entry.reason = flags.reason;
      entry.owner = flags.owner;
      entry.expires = flags.expires;
    }
    kept.push_back(std::move(entry));
  }
  if (left_out > 0 && !flags.quiet) {
    Complain(fmt::format(
        "{}: {} finding{} not in it left out: a baseline grows only with "
        "--reason and --owner",
        path, left_out, left_out == 1 ? "" : "s"));
  }
  if (auto done = WriteEntries(path, kept); !done.ok()) return done;
  // Read again, so that `where` is what a reader will see.
  if (path == "-") return kept;
  return ReadAccepted(ToLines(kept), path);
}

absl::StatusOr<std::vector<const Finding*>> FindFindings(
    const Report& report, const std::vector<std::string>& names) {
  std::vector<const Finding*> out;
  for (const std::string& name : names) {
    const size_t before = out.size();
    for (const Finding& finding : report.findings) {
      const bool is_open = finding.state == FindingState::kNew ||
                           finding.state == FindingState::kReopened;
      if (finding.id == name || finding.fingerprint == name ||
          (name == "all" && is_open && finding.level >= Level::kWarning)) {
        out.push_back(&finding);
      }
    }
    if (out.size() == before && name != "all") {
      return absl::NotFoundError(fmt::format(
          "{}: no such finding in this run; give an id (f1) or a fingerprint",
          name));
    }
  }
  return out;
}

absl::Status Sign(const Flags& flags, std::string_view state, Accepted& entry) {
  entry.state = flags.state.empty() ? std::string(state) : flags.state;
  const auto& states = AcceptedStates();
  if (std::find(states.begin(), states.end(), entry.state) == states.end()) {
    return Wrong(fmt::format("--state {}: no state; use one of {}", entry.state,
                             fmt::join(states, ", ")));
  }
  if (flags.reason.empty() || flags.owner.empty()) {
    return Wrong(
        "no reason or no owner; say --reason WHY and --owner WHO, so that "
        "others can ask");
  }
  if (!flags.expires.empty() && !ParseIsoDate(flags.expires)) {
    return Wrong(
        fmt::format("--expires {}: no date; write 2026-01-28", flags.expires));
  }
  entry.reason = flags.reason;
  entry.owner = flags.owner;
  entry.expires = flags.expires;
  return absl::OkStatus();
}

}  // namespace crosscheck
