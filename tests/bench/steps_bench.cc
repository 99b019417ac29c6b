// Bytes of article text a second, step by step and end to end, on one thread.
// Run with -c opt:
//   bazel build -c opt //tests/bench:steps_bench
//   .bazel/bin/tests/bench/steps_bench

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

#include "checker/claim/make_claims.h"
#include "checker/compare/find_findings.h"
#include "checker/compare/settings.h"
#include "checker/link/link_claims.h"
#include "checker/pipeline/pipeline.h"
#include "checker/quantity/find_quantities.h"
#include "checker/rulebook/rulebook.h"
#include "checker/text/read_document.h"
#include "reports/json/json_report.h"
#include "tests/bench/sample_articles.h"

namespace crosscheck {
namespace {

constexpr size_t kSampleBytes = 4 << 20;  // of text, a language

const Rulebook& Rules() {
  static const Rulebook* rules = new Rulebook(*Rulebook::BuiltIn());
  return *rules;
}

// The sample of one language with what every step makes of it.
struct Sample {
  std::vector<Article> articles;
  int64_t bytes = 0;
  std::vector<Document> documents;
  std::vector<QuantityReading> figures;
  std::vector<ArticleProfile> profiles;
  std::vector<Claim> claims;
};

const char* Language(const benchmark::State& state) {
  return state.range(0) == 0 ? "ar" : "en";
}

const Sample& SampleOf(const std::string& language) {
  static std::map<std::string, Sample>* samples =
      new std::map<std::string, Sample>;
  const auto [at, is_new] = samples->try_emplace(language);
  Sample& sample = at->second;
  if (!is_new) return sample;
  sample.articles = SampleArticles(language, kSampleBytes);
  const QuantityFinder finder(Rules());
  const ClaimMaker maker(Rules());
  for (uint32_t i = 0; i < sample.articles.size(); ++i) {
    const Article& article = sample.articles[i];
    sample.bytes += static_cast<int64_t>(article.text.size());
    sample.documents.push_back(ReadDocument(article, Rules()));
    sample.figures.push_back(finder.Find(article, sample.documents.back()));
    ArticleClaims made =
        maker.Make(article, sample.documents.back(), sample.figures.back(), i);
    for (Claim& claim : made.claims) sample.claims.push_back(std::move(claim));
    sample.profiles.push_back(std::move(made.profile));
  }
  return sample;
}

// The sample, or null with the benchmark skipped where there is no corpus.
const Sample* Ready(benchmark::State& state) {
  const Sample& sample = SampleOf(Language(state));
  if (sample.articles.empty()) {
    state.SkipWithError("no corpus: set CROSSCHECK_SHARED to its folder");
    return nullptr;
  }
  return &sample;
}

void Count(benchmark::State& state, const Sample& sample) {
  const auto rounds = static_cast<int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * sample.bytes);
  state.SetItemsProcessed(rounds *
                          static_cast<int64_t>(sample.articles.size()));
  state.SetLabel(Language(state));
}

void BM_Text(benchmark::State& state) {
  const Sample* sample = Ready(state);
  if (sample == nullptr) return;
  for (auto _ : state) {
    for (const Article& article : sample->articles) {
      benchmark::DoNotOptimize(ReadDocument(article, Rules()));
    }
  }
  Count(state, *sample);
}

void BM_Quantity(benchmark::State& state) {
  const Sample* sample = Ready(state);
  if (sample == nullptr) return;
  const QuantityFinder finder(Rules());
  for (auto _ : state) {
    for (size_t i = 0; i < sample->articles.size(); ++i) {
      benchmark::DoNotOptimize(
          finder.Find(sample->articles[i], sample->documents[i]));
    }
  }
  Count(state, *sample);
}

void BM_Claim(benchmark::State& state) {
  const Sample* sample = Ready(state);
  if (sample == nullptr) return;
  const ClaimMaker maker(Rules());
  for (auto _ : state) {
    for (uint32_t i = 0; i < sample->articles.size(); ++i) {
      benchmark::DoNotOptimize(maker.Make(
          sample->articles[i], sample->documents[i], sample->figures[i], i));
    }
  }
  Count(state, *sample);
}

void BM_LinkAndCompare(benchmark::State& state) {
  const Sample* sample = Ready(state);
  if (sample == nullptr) return;
  const ClaimLinker linker(Rules());
  const CompareSettings settings = ReadCompareSettings(Rules(), {}, {});
  std::vector<LinkArticle> link_articles;
  std::vector<CompareArticle> compare_articles;
  for (size_t i = 0; i < sample->articles.size(); ++i) {
    const Article& article = sample->articles[i];
    std::optional<DayRange> days;
    if (article.published) days = article.published->days;
    link_articles.push_back({&sample->profiles[i], article.outlet,
                             article.language, article.text,
                             days ? days->first : std::nullopt});
    compare_articles.push_back({article.id, article.url, article.outlet,
                                article.text, article.published});
  }
  const auto claims_of = [&](uint32_t article, std::vector<Claim> claims) {
    claims.clear();
    for (const Claim& claim : sample->claims) {
      if (claim.article == article) claims.push_back(claim);
    }
    return claims;
  };
  for (auto _ : state) {
    const LinkResult links = linker.Link(link_articles, claims_of);
    const auto are_copies = [&](uint32_t a, uint32_t b) {
      return links.copies.Are(a, b);
    };
    benchmark::DoNotOptimize(FindFindings(sample->claims, links.links,
                                          compare_articles, are_copies,
                                          settings, false));
  }
  Count(state, *sample);
}

void BM_Extract(benchmark::State& state) {
  const Sample* sample = Ready(state);
  if (sample == nullptr) return;
  PipelineOptions options;
  options.jobs = 1;
  const Pipeline pipeline(Rules(), options);
  std::vector<ArticlePart> parts;
  for (Article article : sample->articles) {
    for (ArticlePart& part : SplitArticle(std::move(article))) {
      parts.push_back(std::move(part));
    }
  }
  for (auto _ : state) {
    std::string lines;
    for (const ArticlePart& part : parts) {
      lines.clear();
      pipeline.Extract(part, [&](const ReportClaim& claim) {
        AppendClaimAfterId(claim, lines);
      });
      benchmark::DoNotOptimize(lines);
    }
  }
  Count(state, *sample);
}

void BM_Json(benchmark::State& state) {
  const Sample* sample = Ready(state);
  if (sample == nullptr) return;
  const Report report = Pipeline(Rules(), {}).Check(sample->articles);
  for (auto _ : state) benchmark::DoNotOptimize(ToJson(report));
  Count(state, *sample);
}

void BM_Start(benchmark::State& state) {
  for (auto _ : state) {
    const auto rules = Rulebook::BuiltIn();
    benchmark::DoNotOptimize(Pipeline(*rules, {}));
  }
}

void BM_Check(benchmark::State& state) {
  const Sample* sample = Ready(state);
  if (sample == nullptr) return;
  PipelineOptions options;
  options.jobs = 1;
  const Pipeline pipeline(Rules(), options);
  for (auto _ : state) {
    benchmark::DoNotOptimize(pipeline.Check(sample->articles));
  }
  Count(state, *sample);
}

// How the cost of linking grows with the archive: 1, 2, 4 MB of text.
void BM_CheckGrowth(benchmark::State& state) {
  std::vector<Article> articles =
      SampleArticles("en", static_cast<size_t>(state.range(0)) << 20);
  if (articles.empty()) {
    state.SkipWithError("no corpus: set CROSSCHECK_SHARED to its folder");
    return;
  }
  PipelineOptions options;
  options.jobs = 1;
  const Pipeline pipeline(Rules(), options);
  int64_t bytes = 0;
  for (const Article& article : articles) {
    bytes += static_cast<int64_t>(article.text.size());
  }
  for (auto _ : state) benchmark::DoNotOptimize(pipeline.Check(articles));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * bytes);
}

BENCHMARK(BM_Text)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Quantity)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Claim)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_LinkAndCompare)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Extract)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Json)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Start)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Check)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_CheckGrowth)
    ->RangeMultiplier(2)
    ->Range(1, 16)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crosscheck
