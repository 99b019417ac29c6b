#include "checker/cli/stats.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string_view>
#include <utility>

namespace crosscheck {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kMega = 1e6;
constexpr std::string_view kStepNames[kStepCount] = {
    "text", "quantity", "claim", "show", "link", "compare"};

double ResidentMegabytes() {
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) return 0;
  long size = 0, resident = 0;
  const bool read = std::fscanf(file, "%ld %ld", &size, &resident) == 2;
  std::fclose(file);
  if (!read) return 0;
  return static_cast<double>(resident) *
         static_cast<double>(sysconf(_SC_PAGESIZE)) / kMega;
}

// Not getrusage's: that counts what the program was started from too.
double PeakMegabytes() {
  std::FILE* file = std::fopen("/proc/self/status", "r");
  if (file == nullptr) return 0;
  char line[256];
  long kilobytes = 0;
  while (std::fgets(line, sizeof(line), file) != nullptr) {
    if (std::sscanf(line, "VmHWM: %ld kB", &kilobytes) == 1) break;
  }
  std::fclose(file);
  return static_cast<double>(kilobytes) * 1024 / kMega;
}

}  // namespace

RunStats::RunStats() : begin_(Clock::now()) {}

void RunStats::EndPhase(std::string name) {
  const auto now = Clock::now();
  phases_.push_back({std::move(name),
                     std::chrono::duration<double>(now - begin_).count(),
                     ResidentMegabytes()});
  begin_ = now;
}

void RunStats::Print() const {
  const double megabytes = static_cast<double>(times_.text_bytes) / kMega;
  const auto speed = [&](double seconds) {
    return seconds > 0 ? megabytes / seconds : 0;
  };
  fmt::print(stderr, "stats: {:.1f} MB of text, {} figures\n", megabytes,
             times_.figures.load());
  fmt::print(stderr, "  {:<18}{:>9}{:>9}   over all threads\n", "step",
             "seconds", "MB/s");
  for (size_t i = 0; i < kStepCount; ++i) {
    const double seconds = static_cast<double>(times_.nanoseconds[i]) / 1e9;
    if (seconds == 0) continue;
    fmt::print(stderr, "  {:<18}{:>9.3f}{:>9.1f}\n", kStepNames[i], seconds,
               speed(seconds));
  }
  fmt::print(stderr, "  {:<18}{:>9}{:>9}   MB resident at its end\n", "phase",
             "seconds", "MB/s");
  for (const Phase& phase : phases_) {
    fmt::print(stderr, "  {:<18}{:>9.3f}{:>9.1f}{:>9.1f}\n", phase.name,
               phase.seconds, speed(phase.seconds), phase.resident_mb);
  }
  fmt::print(stderr, "  peak of memory: {:.1f} MB\n", PeakMegabytes());
}

}  // namespace crosscheck
