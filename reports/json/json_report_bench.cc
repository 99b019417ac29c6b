#include <benchmark/benchmark.h>

#include "reports/json/json_report.h"
#include "reports/testing/sample_report.h"

namespace crosscheck {
namespace {

// A run of 100,000 claims, the sample's again and again under other ids.
Report LargeReport() {
  Report sample = SampleReport();
  Report report = sample;
  report.claims = {};
  for (int i = 0; i < 100000; ++i) {
    ReportClaim claim = sample.claims[i % sample.claims.size()];
    claim.id = "c" + std::to_string(i + 1);
    report.claims.push_back(std::move(claim));
  }
  return report;
}

void BM_ToJson(benchmark::State& state) {
  Report report = LargeReport();
  size_t bytes = 0;
  for (auto _ : state) {
    std::string json = ToJson(report);
    bytes += json.size();
    benchmark::DoNotOptimize(json);
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(BM_ToJson)->Unit(benchmark::kMillisecond);

void BM_FromJson(benchmark::State& state) {
  std::string json = ToJson(LargeReport());
  for (auto _ : state) {
    benchmark::DoNotOptimize(FromJson(json, "run.json"));
  }
  state.SetBytesProcessed(state.iterations() * json.size());
}
BENCHMARK(BM_FromJson)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crosscheck
