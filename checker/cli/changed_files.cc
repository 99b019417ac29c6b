#include "checker/cli/changed_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <set>

#include "checker/cli/archive.h"
#include "checker/cli/session.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

// What git prints; nullopt where it fails. No shell in between.
absl::StatusOr<std::optional<std::string>> Git(
    const std::vector<std::string>& arguments) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    return absl::UnavailableError(fmt::format(
        "git: no pipe ({}); close other programs", std::strerror(errno)));
  }
  std::vector<const char*> argv = {"git"};
  for (const std::string& argument : arguments)
    argv.push_back(argument.c_str());
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
    execvp("git", const_cast<char* const*>(argv.data()));
    _exit(127);
  }
  close(ends[1]);
  std::string out;
  char block[1 << 16];
  while (child > 0) {
    const ssize_t size = read(ends[0], block, sizeof block);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) break;
    out.append(block, static_cast<size_t>(size));
  }
  close(ends[0]);
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (child < 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 127)) {
    return absl::UnavailableError("git: cannot be run; install it");
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return std::optional<std::string>();
  }
  return std::optional<std::string>(std::move(out));
}

// A line of output without its end; Failure `what` where git fails.
absl::StatusOr<std::string> GitLine(const std::vector<std::string>& arguments,
                                    const std::string& what) {
  auto out = Git(arguments);
  if (!out.ok()) return out.status();
  if (!*out) return absl::FailedPreconditionError(what);
  std::string line = **std::move(out);
  while (!line.empty() && line.back() == '\n') line.pop_back();
  return line;
}

std::vector<std::string> Fields(const std::string& text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\0', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

absl::StatusOr<ChangedFiles> FindChangedFiles(
    const std::vector<std::string>& paths, const std::string& revision,
    bool merge_base) {
  ChangedFiles out;
  auto root = GitLine({"rev-parse", "--show-toplevel"},
                      "not a git working tree; run in one, or leave out "
                      "--new-from-rev and --new-from-merge-base");
  if (!root.ok()) return root.status();
  out.root = *std::move(root);
  auto commit = GitLine({"rev-parse", "--verify", "--quiet", "--end-of-options",
                         revision + "^{commit}"},
                        fmt::format("git: no commit \"{}\"; fetch it (a CI "
                                    "checkout may be too shallow), or name "
                                    "another",
                                    revision));
  if (!commit.ok()) return commit.status();
  if (merge_base) {
    commit = GitLine({"merge-base", *commit, "HEAD"},
                     fmt::format("git: \"{}\" and HEAD have no common commit; "
                                 "fetch more history (fetch-depth: 0)",
                                 revision));
    if (!commit.ok()) return commit.status();
  }
  out.commit = *std::move(commit);

  std::vector<std::string> diff = {
      "-C", out.root, "diff",          "--name-status",
      "-z", "-M",     "--no-ext-diff", out.commit,
      "--"};
  std::vector<std::string> others = {
      "-C", out.root, "ls-files", "-z", "--others", "--exclude-standard", "--"};
  std::error_code error;
  for (const std::string& path : paths) {
    const std::string whole =
        (fs::current_path(error) / path).lexically_normal().string();
    diff.push_back(whole);
    others.push_back(whole);
  }
  const auto changed = Git(diff);
  if (!changed.ok()) return changed.status();
  const auto unknown = Git(others);
  if (!unknown.ok()) return unknown.status();
  if (!*changed || !*unknown) {
    return absl::FailedPreconditionError(fmt::format(
        "git: cannot compare with {}; are all paths in the working tree {}?",
        revision, out.root));
  }
  const auto here = [&](const std::string& path) {
    return NormalPath((fs::path(out.root) / path).string());
  };
  const std::vector<std::string> fields = Fields(**changed);
  for (size_t i = 0; i + 1 < fields.size(); i += 2) {
    const char kind = fields[i].empty() ? 'X' : fields[i][0];
    const std::string& path = fields[i + 1];
    if ((kind == 'R' || kind == 'C') && i + 2 < fields.size()) {
      const std::string& to = fields[++i + 1];
      out.files.push_back(kind == 'R' ? ChangedFile{here(to), here(path), path}
                                      : ChangedFile{here(to), "", ""});
    } else if (kind == 'D') {
      out.files.push_back({"", here(path), path});
    } else if (kind == 'A') {
      out.files.push_back({here(path), "", ""});
    } else {
      out.files.push_back({here(path), here(path), path});
    }
  }
  for (const std::string& path : Fields(**unknown)) {
    out.files.push_back({here(path), "", ""});
  }
  return out;
}

absl::StatusOr<FilesBefore> FilesBefore::Make(const ChangedFiles& changed) {
  std::error_code error;
  std::string pattern =
      (fs::temp_directory_path(error) / "crosscheck-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    return absl::UnavailableError(
        fmt::format("{}: {}; set TMPDIR to a folder that can be written",
                    pattern, std::strerror(errno)));
  }
  FilesBefore out(pattern);
  std::set<std::string> wanted;
  for (const ChangedFile& file : changed.files) {
    if (file.git_path.empty()) continue;
    wanted.insert(file.git_path);
    const fs::path folder = fs::path(file.git_path).parent_path();
    wanted.insert((folder / "sources.json").string());
  }
  for (const std::string& path : wanted) {
    // Absent (a folder without sources.json): nothing to write.
    const auto bytes = Git(
        {"-C", changed.root, "cat-file", "blob", changed.commit + ":" + path});
    if (!bytes.ok()) return bytes.status();
    if (!*bytes) continue;
    const fs::path file = fs::path(out.folder_) / path;
    fs::create_directories(file.parent_path(), error);
    if (auto done = WriteOutput(file.string(), **bytes); !done.ok()) {
      return done;
    }
  }
  return out;
}

FilesBefore::FilesBefore(FilesBefore&& other) noexcept
    : folder_(std::move(other.folder_)) {
  other.folder_.clear();
}

FilesBefore::~FilesBefore() {
  std::error_code error;
  if (!folder_.empty()) fs::remove_all(folder_, error);
}

}  // namespace crosscheck
