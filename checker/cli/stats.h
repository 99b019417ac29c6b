#ifndef CROSSCHECK_CHECKER_CLI_STATS_H_
#define CROSSCHECK_CHECKER_CLI_STATS_H_

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "checker/pipeline/step_times.h"

namespace crosscheck {

// What --stats prints on standard error: where a run's time and memory went.
//
//   stats: 22.9 MB of text, 87015 figures
//     step        seconds     MB/s         (over all threads)
//     text           0.61     37.5
//     …
//     phase       seconds     MB/s   MB resident
//     read           4.20      5.5         41.0
//     …
//     peak of memory: 47.3 MB
class RunStats {
 public:
  RunStats();

  // To be handed to the pipeline.
  StepTimes* times() { return &times_; }
  // A part of the run ends here: "read", "link and compare", "write".
  void EndPhase(std::string name);
  void Print() const;

 private:
  struct Phase {
    std::string name;
    double seconds = 0;
    double resident_mb = 0;
  };

  StepTimes times_;
  std::chrono::steady_clock::time_point begin_;
  std::vector<Phase> phases_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_STATS_H_
