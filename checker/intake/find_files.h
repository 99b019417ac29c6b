#ifndef CROSSCHECK_CHECKER_INTAKE_FIND_FILES_H_
#define CROSSCHECK_CHECKER_INTAKE_FIND_FILES_H_

#include <optional>
#include <string>
#include <vector>

#include "checker/intake/file_format.h"
#include "checker/model/report.h"

namespace crosscheck {

struct FoundFile {
  std::string path;    // as given, or the folder given plus the way down
  std::string folder;  // where its sources.json would be
  std::string name;    // the last part of the path
  std::optional<FileFormat> format;  // by name; nullopt: look inside
};

struct FoundFiles {
  std::vector<FoundFile> files;
  std::vector<Problem> problems;  // a folder that cannot be read, no such file
  std::vector<Problem> warnings;  // files of no known kind, left out
};

// The files that `paths` name, folders walked: entries sorted by name as
// bytes, without dot files, sources.json, those that `ignored` (shell patterns
// of a path or a name) names and those of no known kind. A file reached twice
// is listed once, a folder that holds itself by a link is walked once.
// `any_kind` takes files of no known kind too.
FoundFiles FindFiles(const std::vector<std::string>& paths,
                     const std::vector<std::string>& ignored, bool any_kind);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_FIND_FILES_H_
