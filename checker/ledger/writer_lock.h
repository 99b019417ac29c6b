#ifndef CROSSCHECK_CHECKER_LEDGER_WRITER_LOCK_H_
#define CROSSCHECK_CHECKER_LEDGER_WRITER_LOCK_H_

#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"

namespace crosscheck {

// The right to write a file, held by one process at a time: an advisory lock on
// "<path>-lock", which says who holds it. The system takes it back when the
// process ends, however it ends; the file stays.
class WriterLock {
 public:
  // Waits up to `wait_seconds`; `purpose` is what a later one is told.
  // Failure: Unavailable, "archive.db: written by process 4711 (crosscheck
  // index); …"; PermissionDenied where the lock file cannot be made.
  static absl::StatusOr<WriterLock> Take(const std::string& path,
                                         int wait_seconds,
                                         std::string_view purpose);
  WriterLock(WriterLock&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)) {}
  WriterLock& operator=(WriterLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~WriterLock();

 private:
  explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_WRITER_LOCK_H_
