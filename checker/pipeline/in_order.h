#ifndef CROSSCHECK_CHECKER_PIPELINE_IN_ORDER_H_
#define CROSSCHECK_CHECKER_PIPELINE_IN_ORDER_H_

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace crosscheck {

// Items in, results out in the same order, worked on by several threads, with a
// bounded number under way: memory does not grow with the input, and whoever
// adds reads on while others work. `work` is called from any thread, several
// at once; `sink` from the one that calls Add and Finish. With one job all of
// it happens in Add.
//
//   InOrder<Article, Line> lines(2, read, print);
//   for (…) lines.Add(std::move(article), article_bytes);
//   lines.Finish();
template <typename Item, typename Result>
class InOrder {
 public:
  using Work = std::function<Result(Item&)>;
  using Sink = std::function<void(Result&&)>;

  // jobs 0: one a core.
  InOrder(int jobs, Work work, Sink sink)
      : work_(std::move(work)), sink_(std::move(sink)) {
    if (jobs <= 0) jobs = static_cast<int>(std::thread::hardware_concurrency());
    if (jobs <= 1) return;
    limit_ = static_cast<size_t>(jobs) * kBatchesAThread;
    for (int t = 0; t < jobs; ++t) threads_.emplace_back([this] { Run(); });
  }
  ~InOrder() { Finish(); }

  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  // `bytes`: how large the item is, for handing over large ones sooner.
  void Add(Item&& item, size_t bytes) {
    if (threads_.empty()) {
      sink_(work_(item));
      return;
    }
    filling_bytes_ += bytes;
    filling_.items.push_back(std::move(item));
    if (filling_.items.size() >= kBatchItems || filling_bytes_ >= kBatchBytes) {
      Hand(limit_);
    }
  }

  void Finish() {
    if (threads_.empty()) return;
    Hand(0);
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      closed_ = true;
    }
    begun_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  // Handed over in batches, so that threads meet seldom.
  static constexpr size_t kBatchItems = 64;
  static constexpr size_t kBatchBytes = size_t{256} << 10;
  static constexpr size_t kBatchesAThread = 3;

  struct Batch {
    std::vector<Item> items;
    std::vector<Result> results;
    bool is_done = false;
  };

  void Run() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (true) {
      begun_.wait(lock,
                  [&] { return closed_ || next_ < first_ + batches_.size(); });
      if (next_ >= first_ + batches_.size()) return;
      Batch& batch = *batches_[next_++ - first_];
      lock.unlock();
      batch.results.reserve(batch.items.size());
      for (Item& item : batch.items) batch.results.push_back(work_(item));
      batch.items.clear();
      lock.lock();
      batch.is_done = true;
      done_.notify_all();
    }
  }

  // Hands the filling batch over; gives finished ones to the sink, and waits
  // while more than `most` are under way.
  void Hand(size_t most) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (!filling_.items.empty()) {
      batches_.push_back(std::make_unique<Batch>(std::move(filling_)));
      filling_ = {};
      filling_bytes_ = 0;
      begun_.notify_one();
    }
    while (!batches_.empty() &&
           (batches_.front()->is_done || batches_.size() > most)) {
      done_.wait(lock, [&] { return batches_.front()->is_done; });
      const std::unique_ptr<Batch> batch = std::move(batches_.front());
      batches_.pop_front();
      ++first_;
      lock.unlock();
      for (Result& result : batch->results) sink_(std::move(result));
      lock.lock();
    }
  }

  const Work work_;
  const Sink sink_;
  size_t limit_ = 0;
  std::mutex mutex_;
  std::condition_variable begun_, done_;
  std::deque<std::unique_ptr<Batch>> batches_;  // in order
  size_t first_ = 0;                            // number of batches_.front()
  size_t next_ = 0;                             // the next one to work on
  bool closed_ = false;
  Batch filling_;
  size_t filling_bytes_ = 0;
  std::vector<std::thread> threads_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_IN_ORDER_H_
