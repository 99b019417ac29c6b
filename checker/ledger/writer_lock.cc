#include "checker/ledger/writer_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

namespace crosscheck {
namespace {

// What the holder wrote, on one line; never longer than a screen's.
std::string HolderOf(int descriptor) {
  char text[200];
  const ssize_t size = pread(descriptor, text, sizeof text, 0);
  std::string out(text, size > 0 ? static_cast<size_t>(size) : 0);
  out = out.substr(0, out.find('\n'));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out.empty() ? "another process" : out;
}

}  // namespace

absl::StatusOr<WriterLock> WriterLock::Take(const std::string& path,
                                            int wait_seconds,
                                            std::string_view purpose) {
  const std::string name = path + "-lock";
  const int descriptor = open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return absl::PermissionDeniedError(
        fmt::format("{}: {}; the folder must be there and writable", name,
                    std::strerror(errno)));
  }
  WriterLock lock(descriptor);
  using Clock = std::chrono::steady_clock;
  const auto limit = Clock::now() + std::chrono::seconds(wait_seconds);
  while (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      return absl::UnavailableError(
          fmt::format("{}: cannot be locked ({}); keep it on a disk that has "
                      "locks",
                      name, std::strerror(errno)));
    }
    if (Clock::now() >= limit) {
      return absl::UnavailableError(fmt::format(
          "{}: being written by {}; waited {} seconds; try again when it is "
          "done, or stop it",
          path, HolderOf(descriptor), wait_seconds));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const std::string holder =
      fmt::format("process {} ({})\n", getpid(), purpose);
  // Who holds it is a help to others, not what holds it: a full disk is no
  // reason to stop here.
  if (ftruncate(descriptor, 0) == 0) {
    [[maybe_unused]] const ssize_t written =
        pwrite(descriptor, holder.data(), holder.size(), 0);
  }
  return lock;
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace crosscheck
