#ifndef CROSSCHECK_CHECKER_CLI_CHANGED_FILES_H_
#define CROSSCHECK_CHECKER_CLI_CHANGED_FILES_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace crosscheck {

// A file that git says was added, changed, renamed or deleted since a commit.
struct ChangedFile {
  std::string now;       // NormalPath; empty: deleted
  std::string before;    // its NormalPath then; empty: there was none
  std::string git_path;  // `before` as git calls it
};

struct ChangedFiles {
  std::string commit;  // what was compared with, in full
  std::string root;    // of the working tree
  std::vector<ChangedFile> files;
};

// What of `paths` differs between the working tree and `revision`, or, with
// `merge_base`, the commit where HEAD left it. Files git does not know yet are
// added, ignored ones are not. Runs git, which must be installed. Failure: no
// working tree, no such revision.
absl::StatusOr<ChangedFiles> FindChangedFiles(
    const std::vector<std::string>& paths, const std::string& revision,
    bool merge_base);

// Files as they were, in a folder of their own that goes away with this: each
// at <folder>/<git_path>, with the sources.json that was beside it.
class FilesBefore {
 public:
  static absl::StatusOr<FilesBefore> Make(const ChangedFiles& changed);
  FilesBefore(FilesBefore&& other) noexcept;
  FilesBefore& operator=(FilesBefore&& other) = delete;
  ~FilesBefore();

  const std::string& folder() const { return folder_; }

 private:
  explicit FilesBefore(std::string folder) : folder_(std::move(folder)) {}
  std::string folder_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_CHANGED_FILES_H_
