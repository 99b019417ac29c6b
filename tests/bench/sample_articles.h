#ifndef CROSSCHECK_TESTS_BENCH_SAMPLE_ARTICLES_H_
#define CROSSCHECK_TESTS_BENCH_SAMPLE_ARTICLES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "checker/model/article.h"

namespace crosscheck {

// The folder of corpora, gold data and evals: $CROSSCHECK_SHARED, else
// /work/shared.
std::string SharedFolder();

// The first articles of corpora/news_<language>.jsonl.gz, as many as fit in
// `limit_bytes` of text. Empty where the corpus is absent: the caller says so
// and goes without. Aborts on a corpus that is there and broken.
std::vector<Article> SampleArticles(const std::string& language,
                                    size_t limit_bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_BENCH_SAMPLE_ARTICLES_H_
