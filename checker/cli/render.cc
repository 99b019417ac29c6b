#include "checker/cli/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <functional>
#include <string>
#include <system_error>
#include <vector>

#include "checker/cli/session.h"
#include "checker/rulebook/rule_source.h"
#include "reports/github/github_report.h"
#include "reports/gitlab/gitlab_report.h"
#include "reports/html/html_report.h"
#include "reports/json/json_report.h"
#include "reports/junit/junit_report.h"
#include "reports/rdjsonl/rdjsonl_report.h"
#include "reports/sarif/sarif_report.h"
#include "reports/text/text_report.h"

namespace crosscheck {
namespace {

const std::vector<std::string_view> kFormats = {
    "text",  "json",   "jsonl",          "html",   "sarif",
    "junit", "github", "github-summary", "gitlab", "rdjsonl"};

std::string Render(const Report& report, const std::string& format, bool color,
                   Level fail_on) {
  if (format == "text") return ToText(report, {.color = color});
  if (format == "jsonl") return ToJsonLines(report);
  if (format == "junit") return ToJunit(report, {.fail_on = fail_on});
  if (format == "github") return ToGithub(report);
  if (format == "github-summary") return ToGithubSummary(report);
  if (format == "gitlab") return ToGitlab(report);
  if (format == "rdjsonl") return ToRdjsonl(report);
  const bool gated =
      std::any_of(report.articles.begin(), report.articles.end(),
                  [](const ReportArticle& article) { return article.is_new; });
  return ToSarif(report, {.automation_id = gated ? "crosscheck/gate/"
                                                 : "crosscheck/check/"});
}

absl::Status CheckFormat(const std::string& format) {
  if (std::find(kFormats.begin(), kFormats.end(), format) != kFormats.end()) {
    return absl::OkStatus();
  }
  const std::string_view near = NearestWord(format, kFormats);
  return absl::InvalidArgumentError(
      near.empty() ? fmt::format("unknown format \"{}\"; use one of {}", format,
                                 fmt::join(kFormats, ", "))
                   : fmt::format("unknown format \"{}\"; did you mean \"{}\"?",
                                 format, near));
}

}  // namespace

absl::Status CheckFormats(const Flags& flags) {
  if (!flags.format.empty()) {
    if (auto known = CheckFormat(flags.format); !known.ok()) return known;
  }
  for (const std::string& wanted : flags.reports) {
    const size_t equals = wanted.find('=');
    if (equals == std::string::npos || equals + 1 == wanted.size()) {
      return absl::InvalidArgumentError(fmt::format(
          "--report {}: no path; write --report html=findings.html", wanted));
    }
    if (auto known = CheckFormat(wanted.substr(0, equals)); !known.ok()) {
      return known;
    }
  }
  return absl::OkStatus();
}

namespace {

std::string LanguageOf(const Flags& flags) {
  return flags.report_lang.empty() ? "en" : flags.report_lang;
}

// The pages of the report in `folder`, which is made where it is missing.
absl::Status WriteFolder(const Report& report, const HtmlOptions& options,
                         const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return absl::UnavailableError(fmt::format(
        "{}: {}; name a folder that can be made", folder, error.message()));
  }
  return ToHtmlFolder(
      report, options, [&](std::string_view name, std::string bytes) {
        return WriteOutput(folder + "/" + std::string(name), bytes);
      });
}

// One page, or, where it is too large to open well, a folder of pages beside it
// and a page that leads there; says so.
absl::Status WriteHtml(const Report& report, const Flags& flags,
                       const std::string& path) {
  const HtmlOptions options{.lang = LanguageOf(flags)};
  if (path.empty() || path == "-") {
    return WriteOutput(path, ToHtml(report, options));
  }
  const auto page = ToHtmlWithin(report, options, kMostBytesOfOnePage);
  if (page) return WriteOutput(path, *page);
  const std::string folder = path + ".pages";
  if (const auto done = WriteFolder(report, options, folder); !done.ok()) {
    return done;
  }
  Complain(fmt::format("{}: the report is large; its pages are in {}", path,
                       folder));
  // A file's name may hold any character.
  std::string name;
  for (const unsigned char c :
       std::filesystem::path(folder).filename().string()) {
    name += std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_'
                ? std::string(1, static_cast<char>(c))
                : fmt::format("%{:02X}", c);
  }
  return WriteOutput(path, ToHtmlSignpost(name + "/index.html", options));
}

}  // namespace

absl::Status RenderAll(const Report& report, const Flags& flags,
                       const std::string& fallback, Level fail_on) {
  const auto write = [&](const std::string& format, const std::string& path,
                         bool color) {
    if (format == "html") return WriteHtml(report, flags, path);
    if (format == "json") {
      return WriteOutputInParts(
          path, [&](absl::FunctionRef<void(std::string_view)> put) {
            WriteJson(report, {.texts = flags.texts}, put);
          });
    }
    return WriteOutput(path, Render(report, format, color, fail_on));
  };
  for (const std::string& wanted : flags.reports) {
    const size_t equals = wanted.find('=');
    const auto done =
        write(wanted.substr(0, equals), wanted.substr(equals + 1), false);
    if (!done.ok()) return done;
  }
  if (!flags.html_dir.empty()) {
    const auto done =
        WriteFolder(report, {.lang = LanguageOf(flags)}, flags.html_dir);
    if (!done.ok()) return done;
  }
  return write(flags.format.empty() ? fallback : flags.format,
               flags.output_file, UseColor(flags));
}

bool NeedsTexts(const Flags& flags) {
  const auto is_html = [](const std::string& wanted) {
    return wanted.rfind("html=", 0) == 0;
  };
  return flags.texts || flags.format == "html" || !flags.html_dir.empty() ||
         std::any_of(flags.reports.begin(), flags.reports.end(), is_html);
}

int ExitFor(const Report& report, Level fail_on) {
  if (fail_on == Level::kNone) return kExitClean;
  for (const Finding& finding : report.findings) {
    const bool is_open = finding.state == FindingState::kNew ||
                         finding.state == FindingState::kReopened;
    if (is_open && finding.level >= fail_on) {
      return kExitFindings;
    }
  }
  return kExitClean;
}

}  // namespace crosscheck
