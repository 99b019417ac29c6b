#ifndef CROSSCHECK_CHECKER_PIPELINE_EXTRACT_STREAM_H_
#define CROSSCHECK_CHECKER_PIPELINE_EXTRACT_STREAM_H_

#include <functional>
#include <memory>

#include "checker/model/article.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// Articles in, extractions out in the same order, worked on by several
// threads, with a bounded number under way: memory does not grow with the
// input. `sink` is called from the thread that calls Add and Finish.
//
//   ExtractStream stream(pipeline, 2, print);
//   for (…) stream.Add(std::move(article));
//   stream.Finish();
class ExtractStream {
 public:
  ExtractStream(const Pipeline& pipeline, int jobs,
                std::function<void(Extraction&&)> sink);
  ~ExtractStream();

  void Add(Article&& article);
  void Finish();

 private:
  struct Queue;
  std::unique_ptr<Queue> queue_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_EXTRACT_STREAM_H_
