#include "checker/intake/find_files.h"

#include <dirent.h>
#include <fmt/format.h>
#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <string_view>
#include <utility>

namespace crosscheck {
namespace {

constexpr size_t kNamedLeftOut = 3;

using Inode = std::pair<dev_t, ino_t>;

FoundFile MakeFile(std::string path) {
  FoundFile file;
  const size_t slash = path.rfind('/');
  file.folder =
      slash == std::string::npos ? "" : path.substr(0, slash == 0 ? 1 : slash);
  file.name = slash == std::string::npos ? path : path.substr(slash + 1);
  file.format = FormatOfFileName(file.name);
  file.path = std::move(path);
  return file;
}

bool IsIgnored(const std::vector<std::string>& patterns,
               const std::string& path, const std::string& name) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) {
                       return fnmatch(pattern.c_str(), path.c_str(), 0) == 0 ||
                              fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
                     });
}

class Walk {
 public:
  Walk(const std::vector<std::string>& ignored, bool any_kind)
      : ignored_(ignored), any_kind_(any_kind) {}

  void Take(const std::string& path) {
    if (path == "-") {
      FoundFile file;
      file.path = file.name = path;
      found_.files.push_back(std::move(file));
      return;
    }
    // What is still to be looked at, the next one last; no recursion, however
    // deep the folders.
    std::vector<std::string> waiting = {path};
    const size_t seen_before = Seen();
    bool given = true;
    while (!waiting.empty()) {
      std::string next = std::move(waiting.back());
      waiting.pop_back();
      struct stat facts;
      if (stat(next.c_str(), &facts) != 0) {
        Fault(next, std::strerror(errno));
      } else if (S_ISDIR(facts.st_mode)) {
        if (folders_.insert({facts.st_dev, facts.st_ino}).second) {
          Open(std::move(next), waiting);
        } else if (given) {
          ++files_seen_;  // named twice
        }
      } else {
        TakeFile(std::move(next), {facts.st_dev, facts.st_ino}, given);
      }
      given = false;
    }
    if (Seen() == seen_before) {
      found_.warnings.push_back(
          {path,
           fmt::format("{}: no article in it; name another folder", path)});
    }
  }

  FoundFiles Done() {
    if (!left_out_.empty()) {
      std::string names;
      for (size_t i = 0; i < std::min(kNamedLeftOut, left_out_.size()); ++i) {
        names += fmt::format("{}{}", i > 0 ? ", " : "", left_out_[i]);
      }
      if (left_out_.size() > kNamedLeftOut) names += ", …";
      found_.warnings.push_back(
          {left_out_[0],
           fmt::format("{}: {} of no known kind left out; name a file, or set "
                       "--input-format, to have it read",
                       names,
                       left_out_.size() == 1
                           ? "1 file"
                           : fmt::format("{} files", left_out_.size()))});
    }
    return std::move(found_);
  }

 private:
  // All that a path came to: files, files left out, faults.
  size_t Seen() const {
    return files_seen_ + left_out_.size() + found_.problems.size();
  }

  void Fault(const std::string& path, const char* what) {
    found_.problems.push_back(
        {path, fmt::format("{}: cannot be opened ({}); check the path and its "
                           "permissions",
                           path, what)});
  }

  void TakeFile(std::string path, const Inode& inode, bool given) {
    FoundFile file = MakeFile(std::move(path));
    if (!given) {
      if (!file.format && !any_kind_) {
        left_out_.push_back(file.path);
        return;
      }
    }
    ++files_seen_;
    if (!files_.insert(inode).second) return;
    found_.files.push_back(std::move(file));
  }

  // Puts a folder's entries on `waiting`, last name first.
  void Open(std::string path, std::vector<std::string>& waiting) {
    DIR* folder = opendir(path.c_str());
    if (folder == nullptr) {
      Fault(path, std::strerror(errno));
      return;
    }
    if (path.back() != '/') path += '/';
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = readdir(folder)) {
      std::string name = entry->d_name;
      if (name[0] == '.' || name == "sources.json") continue;
      // Settings, facts and CI jobs stand beside articles and are none.
      const std::string_view kind =
          std::string_view(name).substr(std::min(name.rfind('.'), name.size()));
      if (!any_kind_ && (kind == ".yaml" || kind == ".yml")) {
        continue;
      }
      if (IsIgnored(ignored_, path + name, name)) continue;
      names.push_back(std::move(name));
    }
    if (errno != 0) Fault(path, std::strerror(errno));
    closedir(folder);
    std::sort(names.begin(), names.end(), std::greater<>());
    for (const std::string& name : names) waiting.push_back(path + name);
  }

  const std::vector<std::string>& ignored_;
  bool any_kind_;
  FoundFiles found_;
  std::set<Inode> folders_, files_;
  std::vector<std::string> left_out_;
  size_t files_seen_ = 0;  // also those listed before
};

}  // namespace

FoundFiles FindFiles(const std::vector<std::string>& paths,
                     const std::vector<std::string>& ignored, bool any_kind) {
  Walk walk(ignored, any_kind);
  for (const std::string& path : paths) walk.Take(path);
  return walk.Done();
}

}  // namespace crosscheck
