#ifndef CROSSCHECK_CHECKER_PIPELINE_ON_THREADS_H_
#define CROSSCHECK_CHECKER_PIPELINE_ON_THREADS_H_

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "absl/functional/function_ref.h"
#include "checker/model/for_each.h"

namespace crosscheck {

// Calls `work` for 0 .. count - 1 on `jobs` threads (0: one a core) and returns
// when all are done; the order is any.
inline void OnThreads(int jobs, size_t count,
                      absl::FunctionRef<void(size_t)> work) {
  if (jobs <= 0) jobs = static_cast<int>(std::thread::hardware_concurrency());
  const size_t threads = std::min<size_t>(std::max(jobs, 1), count);
  if (threads <= 1) return InTurn(count, work);
  std::atomic<size_t> next{0};
  std::vector<std::thread> pool;
  for (size_t t = 0; t < threads; ++t) {
    pool.emplace_back([&] {
      for (size_t i = next++; i < count; i = next++) work(i);
    });
  }
  for (std::thread& thread : pool) thread.join();
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_ON_THREADS_H_
