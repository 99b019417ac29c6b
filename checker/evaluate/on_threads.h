#ifndef CROSSCHECK_CHECKER_EVALUATE_ON_THREADS_H_
#define CROSSCHECK_CHECKER_EVALUATE_ON_THREADS_H_

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace crosscheck {

// Calls work(i) for every i < count on `jobs` threads (0: one a core), in any
// order; returns when all are done.
template <typename Work>
void OnThreads(size_t count, int jobs, const Work& work) {
  if (jobs <= 0) jobs = static_cast<int>(std::thread::hardware_concurrency());
  const size_t wanted = std::min(static_cast<size_t>(std::max(jobs, 1)), count);
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    for (size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> threads;
  for (size_t t = 1; t < wanted; ++t) threads.emplace_back(run);
  run();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_ON_THREADS_H_
