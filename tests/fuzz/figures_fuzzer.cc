// The entry point of libFuzzer, for a night of its own:
//   bazel build --config=fuzz //tests/fuzz:figures_fuzzer
// The same laws hold in figures_fuzz_test for a fixed number of inputs.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/fuzz/figure_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string broken =
      crosscheck::BrokenLaw({reinterpret_cast<const char*>(data), size});
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
