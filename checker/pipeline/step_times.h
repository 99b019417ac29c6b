#ifndef CROSSCHECK_CHECKER_PIPELINE_STEP_TIMES_H_
#define CROSSCHECK_CHECKER_PIPELINE_STEP_TIMES_H_

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace crosscheck {

// The steps that are timed, in the order of the data.
enum class Step : uint8_t {
  kText,
  kQuantity,
  kClaim,
  kShow,  // places in the file, texts of claims
  kLink,
  kCompare,
};
inline constexpr size_t kStepCount = 6;

// How long the steps took, over all threads together, and over how much. For
// people to look at: nothing of a result hangs on it.
struct StepTimes {
  std::array<std::atomic<int64_t>, kStepCount> nanoseconds{};
  std::atomic<int64_t> text_bytes{0};
  std::atomic<int64_t> figures{0};
};

// Adds the time of its life to a step; does nothing where `times` is null.
class StepTimer {
 public:
  StepTimer(StepTimes* times, Step step) : times_(times), step_(step) {
    if (times_ != nullptr) begin_ = std::chrono::steady_clock::now();
  }
  ~StepTimer() {
    if (times_ == nullptr) return;
    const auto taken = std::chrono::steady_clock::now() - begin_;
    times_->nanoseconds[static_cast<size_t>(step_)] +=
        std::chrono::duration_cast<std::chrono::nanoseconds>(taken).count();
  }
  StepTimer(const StepTimer&) = delete;
  StepTimer& operator=(const StepTimer&) = delete;

 private:
  StepTimes* times_;
  Step step_;
  std::chrono::steady_clock::time_point begin_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_STEP_TIMES_H_
