#ifndef CROSSCHECK_CHECKER_MODEL_FOR_EACH_H_
#define CROSSCHECK_CHECKER_MODEL_FOR_EACH_H_

#include <cstddef>
#include <functional>

#include "absl/functional/function_ref.h"

namespace crosscheck {

// How many like tasks are done: calls `work` for 0 .. count - 1, in any order,
// perhaps several at once, and returns when all are done. Who gives a step its
// threads hands it one of these; the step's results must not depend on which.
using ForEach =
    std::function<void(size_t count, absl::FunctionRef<void(size_t)> work)>;

// One after another, in the thread that asks.
inline void InTurn(size_t count, absl::FunctionRef<void(size_t)> work) {
  for (size_t i = 0; i < count; ++i) work(i);
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_FOR_EACH_H_
