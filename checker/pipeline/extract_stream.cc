#include "checker/pipeline/extract_stream.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace crosscheck {
namespace {

// Articles are handed over in batches, so that threads meet seldom.
constexpr size_t kBatchArticles = 64;
constexpr size_t kBatchBytes = size_t{1} << 20;
constexpr size_t kBatchesAThread = 3;

}  // namespace

struct ExtractStream::Queue {
  struct Batch {
    std::vector<Article> articles;
    std::vector<Extraction> done;
    bool is_done = false;
  };

  Queue(const Pipeline& given, int jobs, std::function<void(Extraction&&)> take)
      : pipeline(given), sink(std::move(take)) {
    if (jobs <= 0) jobs = static_cast<int>(std::thread::hardware_concurrency());
    if (jobs <= 1) return;
    limit = static_cast<size_t>(jobs) * kBatchesAThread;
    for (int t = 0; t < jobs; ++t) {
      threads.emplace_back([this] { Work(); });
    }
  }

  void Work() {
    std::unique_lock<std::mutex> lock(mutex);
    while (true) {
      changed.wait(lock,
                   [&] { return closed || next < first + batches.size(); });
      if (next >= first + batches.size()) return;
      Batch& batch = *batches[next++ - first];
      lock.unlock();
      for (const Article& article : batch.articles) {
        batch.done.push_back(pipeline.Extract(article));
      }
      batch.articles.clear();
      lock.lock();
      batch.is_done = true;
      finished.notify_all();
    }
  }

  // Hands the filling batch over; gives finished ones to the sink while there
  // are more than `most` under way.
  void Hand(size_t most) {
    std::unique_lock<std::mutex> lock(mutex);
    if (!filling.articles.empty()) {
      batches.push_back(std::make_unique<Batch>(std::move(filling)));
      filling = {};
      filling_bytes = 0;
      changed.notify_one();
    }
    while (!batches.empty() &&
           (batches.front()->is_done || batches.size() > most)) {
      finished.wait(lock, [&] { return batches.front()->is_done; });
      const std::unique_ptr<Batch> batch = std::move(batches.front());
      batches.pop_front();
      ++first;
      lock.unlock();
      for (Extraction& extraction : batch->done) sink(std::move(extraction));
      lock.lock();
    }
  }

  const Pipeline& pipeline;
  std::function<void(Extraction&&)> sink;
  size_t limit = 0;
  std::mutex mutex;
  std::condition_variable changed, finished;
  std::deque<std::unique_ptr<Batch>> batches;  // in input order
  size_t first = 0;                            // number of batches.front()
  size_t next = 0;                             // the next one to work on
  bool closed = false;
  Batch filling;
  size_t filling_bytes = 0;
  std::vector<std::thread> threads;
};

ExtractStream::ExtractStream(const Pipeline& pipeline, int jobs,
                             std::function<void(Extraction&&)> sink)
    : queue_(std::make_unique<Queue>(pipeline, jobs, std::move(sink))) {}

ExtractStream::~ExtractStream() { Finish(); }

void ExtractStream::Add(Article&& article) {
  Queue& queue = *queue_;
  if (queue.threads.empty()) {
    queue.sink(queue.pipeline.Extract(article));
    return;
  }
  queue.filling_bytes += article.text.size();
  queue.filling.articles.push_back(std::move(article));
  if (queue.filling.articles.size() < kBatchArticles &&
      queue.filling_bytes < kBatchBytes) {
    return;
  }
  queue.Hand(queue.limit);
}

void ExtractStream::Finish() {
  Queue& queue = *queue_;
  if (queue.threads.empty()) return;
  queue.Hand(0);
  {
    const std::lock_guard<std::mutex> lock(queue.mutex);
    queue.closed = true;
  }
  queue.changed.notify_all();
  for (std::thread& thread : queue.threads) thread.join();
  queue.threads.clear();
}

}  // namespace crosscheck
