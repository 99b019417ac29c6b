#include "checker/cli/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>

#include "checker/rulebook/compile_rules.h"
#include "checker/rulebook/rule_source.h"
#include "reports/json/json_report.h"

namespace crosscheck {

const char kVersion[] = "0.1.0";

namespace {

// The finding rules a configuration may set levels for.
const std::vector<std::string_view> kFindingRules = {
    "compare.equal", "compare.rounding",   "compare.bounds", "compare.disjoint",
    "compare.dates", "compare.durations",  "compare.update", "compare.currency",
    "compare.scope", "compare.score",      "compare.sum",    "compare.time",
    "compare.units", "compare.unresolved", "facts.conflict"};

absl::StatusOr<Rulebook> LoadRules(const std::vector<std::string>& folders) {
  auto built_in = Rulebook::BuiltIn();
  if (!built_in.ok() || folders.empty()) return built_in;
  std::vector<SourceRule> rules = SourcesOf(*built_in);
  std::vector<RuleFault> faults;
  for (const std::string& folder : folders) {
    RuleSources own = ReadRuleFolder(folder);
    faults.insert(faults.end(), own.faults.begin(), own.faults.end());
    for (RuleFault& fault : CheckRoles(*built_in, own.rules)) {
      faults.push_back(std::move(fault));
    }
    rules = MergeRules(std::move(rules), std::move(own.rules));
  }
  CompiledRules compiled = CompileRules(std::move(rules));
  faults.insert(faults.end(), compiled.faults.begin(), compiled.faults.end());
  if (faults.empty()) return Rulebook::FromBytes(std::move(compiled.bytes));
  std::string message;
  for (const RuleFault& fault : faults) {
    if (!message.empty()) message += '\n';
    message += ToString(fault);
  }
  return absl::InvalidArgumentError(message);
}

}  // namespace

PipelineOptions Session::Options(const Flags& flags) const {
  PipelineOptions options;
  options.jobs = flags.jobs;
  options.rule_levels = config.levels;
  options.tolerances = config.tolerances;
  options.ignored_fields = config.ignored_fields;
  return options;
}

absl::StatusOr<Session> OpenSession(const Flags& flags) {
  Config config;
  std::vector<std::string> folders = flags.rules;
  if (const auto path = FindConfig(flags.config, ".")) {
    const auto text = ReadWhole(*path);
    if (!text.ok()) return text.status();
    auto built_in = Rulebook::BuiltIn();
    if (!built_in.ok()) return built_in.status();
    std::vector<std::string_view> tolerances;
    constexpr std::string_view kPrefix = "shared.compare.";
    for (uint32_t rule : built_in->OfKind(RuleKind::kCompare)) {
      tolerances.push_back(built_in->Id(rule).substr(kPrefix.size()));
    }
    auto read = ReadConfig(*path, *text, tolerances, kFindingRules);
    if (!read.ok()) return read.status();
    config = *std::move(read);
    folders.insert(folders.begin(), config.rules.begin(), config.rules.end());
  }
  auto rules = LoadRules(folders);
  if (!rules.ok()) return rules.status();
  Session session{std::move(config), *std::move(rules), Level::kError};
  if (session.config.fail_on) session.fail_on = *session.config.fail_on;
  if (flags.fail_on == "never") {
    session.fail_on = Level::kNone;
  } else if (const auto level = ParseLevel(flags.fail_on)) {
    session.fail_on = *level;
  }
  return session;
}

std::vector<std::string> InputPaths(const Flags& flags, const Config& config) {
  return flags.paths.empty() ? config.paths : flags.paths;
}

IntakeOptions InputOptions(const Flags& flags) {
  IntakeOptions options;
  options.input_format = flags.input_format;
  options.language = flags.language;
  options.published = flags.published;
  options.outlet = flags.outlet;
  options.stdin_name = flags.stdin_name;
  options.encoding = flags.encoding;
  return options;
}

void Complain(const std::string& message) {
  // One prefix a line, so that every line can be told from results.
  std::stringstream lines(message);
  for (std::string line; std::getline(lines, line);) {
    fmt::print(stderr, "crosscheck: {}\n", line);
  }
}

int Complain(const Flags& flags, const std::vector<Problem>& problems,
             const std::vector<Problem>& warnings) {
  for (const Problem& problem : problems) {
    Complain((flags.keep_going ? "warning: " : "error: ") + problem.message);
  }
  if (!flags.quiet) {
    for (const Problem& warning : warnings) {
      Complain("warning: " + warning.message);
    }
  }
  return problems.empty() || flags.keep_going ? kExitClean : kExitFailed;
}

absl::StatusOr<std::string> ReadWhole(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return absl::NotFoundError(fmt::format(
        "{}: {}; name a file that can be read", path, std::strerror(errno)));
  }
  std::string text;
  char block[1 << 16];
  size_t count;
  while ((count = std::fread(block, 1, sizeof block, file)) > 0) {
    text.append(block, count);
  }
  const bool failed = std::ferror(file) != 0;
  if (file != stdin) std::fclose(file);
  if (failed) {
    return absl::UnavailableError(
        fmt::format("{}: cannot be read to its end; is it a folder?", path));
  }
  return text;
}

absl::StatusOr<Report> ReadRun(const std::string& path) {
  const auto text = ReadWhole(path);
  if (!text.ok()) return text.status();
  return FromJson(*text, path);
}

bool IsTerminal(int descriptor) { return isatty(descriptor) == 1; }

bool UseColor(const Flags& flags) {
  if (flags.color == "always") return true;
  if (flags.color == "never") return false;
  if (const char* no = std::getenv("NO_COLOR"); no != nullptr && *no != '\0') {
    return false;
  }
  return flags.output_file.empty() && IsTerminal(STDOUT_FILENO);
}

absl::Status WriteOutput(const std::string& path, const std::string& text) {
  return WriteOutputInParts(
      path, [&](absl::FunctionRef<void(std::string_view)> put) { put(text); });
}

absl::Status WriteOutputInParts(
    const std::string& path,
    absl::FunctionRef<void(absl::FunctionRef<void(std::string_view)>)> write) {
  const bool to_stdout = path.empty() || path == "-";
  std::FILE* file = to_stdout ? stdout : std::fopen(path.c_str(), "wb");
  bool good = file != nullptr;
  int error = errno;
  if (good) {
    write([&](std::string_view part) {
      if (!good) return;
      good = std::fwrite(part.data(), 1, part.size(), file) == part.size();
      error = errno;
    });
  }
  if (to_stdout) {
    if (good && std::fflush(file) == 0) return absl::OkStatus();
    return absl::UnavailableError(
        fmt::format("standard output: {}; the result is cut short",
                    std::strerror(good ? errno : error)));
  }
  if (file != nullptr && std::fclose(file) != 0 && good) {
    good = false;
    error = errno;
  }
  if (good) return absl::OkStatus();
  return absl::UnavailableError(fmt::format(
      "{}: {}; name a file that can be written", path, std::strerror(error)));
}

std::function<void(size_t, size_t)> ProgressBar(const Flags& flags) {
  if (flags.quiet || !IsTerminal(STDERR_FILENO)) return {};
  return [articles = size_t{0}](size_t done, size_t all) mutable {
    constexpr size_t kFewest = 200;
    constexpr size_t kWidth = 30;
    if (++articles < kFewest || articles % 64 != 0) return;
    const size_t filled = all == 0 ? 0 : std::min(done, all) * kWidth / all;
    fmt::print(stderr, "\r[{}{}] {} articles", std::string(filled, '='),
               std::string(kWidth - filled, ' '), articles);
    std::fflush(stderr);
  };
}

void EndProgress(const Flags& flags) {
  if (flags.quiet || !IsTerminal(STDERR_FILENO)) return;
  fmt::print(stderr, "\r\033[K");
}

}  // namespace crosscheck
