#include "checker/pipeline/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <numeric>
#include <thread>
#include <tuple>

#include "checker/claim/make_claims.h"
#include "checker/compare/find_findings.h"
#include "checker/compare/settings.h"
#include "checker/link/link_claims.h"
#include "checker/pipeline/show_claim.h"
#include "checker/quantity/find_quantities.h"
#include "checker/text/read_document.h"

namespace crosscheck {

struct Pipeline::Steps {
  Steps(const Rulebook& book, PipelineOptions given)
      : rules(book),
        options(std::move(given)),
        quantities(book),
        claims(book),
        linker(book),
        settings(ReadCompareSettings(book, options.tolerances,
                                     options.rule_levels)) {}
  const Rulebook& rules;
  PipelineOptions options;
  QuantityFinder quantities;
  ClaimMaker claims;
  ClaimLinker linker;
  CompareSettings settings;
};

namespace {

// What a step of reading leaves behind for linking and for the report.
struct Reading {
  ArticleClaims made;
  std::map<std::string, uint64_t> skipped;
  std::vector<SkippedFigure> skipped_figures;  // with keep_texts
};

// Runs `work` for 0 .. count-1 on `jobs` threads; the order is any.
template <typename Work>
void ForEach(size_t count, int jobs, const Work& work) {
  if (jobs <= 0) jobs = static_cast<int>(std::thread::hardware_concurrency());
  const size_t threads = std::min<size_t>(std::max(jobs, 1), count);
  if (threads <= 1) {
    for (size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<size_t> next{0};
  std::vector<std::thread> pool;
  for (size_t t = 0; t < threads; ++t) {
    pool.emplace_back([&] {
      for (size_t i = next++; i < count; i = next++) work(i);
    });
  }
  for (std::thread& thread : pool) thread.join();
}

}  // namespace

Pipeline::Pipeline(const Rulebook& rules, PipelineOptions options)
    : steps_(std::make_unique<const Steps>(rules, std::move(options))) {}
Pipeline::~Pipeline() = default;

namespace {

template <typename Steps>
Reading Read(const Steps& steps, const Article& article, uint32_t index) {
  const Document document = ReadDocument(article, steps.rules);
  const QuantityReading figures = steps.quantities.Find(article, document);
  Reading out;
  out.made = steps.claims.Make(article, document, figures, index);
  for (const SkippedFigure& skipped : figures.skipped) {
    ++out.skipped[std::string(skipped.reason)];
  }
  if (steps.options.keep_texts) out.skipped_figures = figures.skipped;
  return out;
}

// Claims of all articles in a row, and what linking needs beside them.
struct Gathered {
  std::vector<Claim> claims;
  std::vector<LinkArticle> link_articles;
  std::vector<CompareArticle> compare_articles;
};

Gathered Gather(const std::vector<const Article*>& articles,
                std::vector<Reading>& readings) {
  Gathered out;
  for (size_t i = 0; i < articles.size(); ++i) {
    const Article& article = *articles[i];
    for (Claim& claim : readings[i].made.claims) {
      out.claims.push_back(std::move(claim));
    }
    readings[i].made.claims = {};
    out.link_articles.push_back({&readings[i].made.profile, article.outlet,
                                 article.language, article.text,
                                 article.published ? article.published->days.first
                                                   : std::nullopt});
    out.compare_articles.push_back(
        {article.id, article.url, article.outlet, article.text,
         article.published});
  }
  return out;
}

}  // namespace

Extraction Pipeline::Extract(const Article& article) const {
  Reading reading = Read(*steps_, article, 0);
  Extraction out;
  out.article = ShowArticle(article);
  out.skipped = std::move(reading.skipped);
  if (reading.made.claims.empty()) return out;
  const SourceIndex index(article);
  for (const Claim& claim : reading.made.claims) {
    out.claims.push_back(ShowClaim(article, index, claim));
    out.claims.back().id = fmt::format("c{}", out.claims.size());
  }
  return out;
}

Report Pipeline::Check(const std::vector<Article>& given) const {
  std::vector<const Article*> articles;
  for (const Article& article : given) articles.push_back(&article);
  std::stable_sort(articles.begin(), articles.end(),
                   [](const Article* a, const Article* b) {
                     return std::tie(a->id, a->path, a->text) <
                            std::tie(b->id, b->path, b->text);
                   });
  const PipelineOptions& options = steps_->options;
  std::vector<Reading> readings(articles.size());
  std::mutex progress;
  size_t done = 0;
  ForEach(articles.size(), options.jobs, [&](size_t i) {
    readings[i] = Read(*steps_, *articles[i], static_cast<uint32_t>(i));
    if (options.on_progress) {
      const std::lock_guard<std::mutex> lock(progress);
      options.on_progress(++done, articles.size());
    }
  });
  Gathered all = Gather(articles, readings);
  const LinkResult links = steps_->linker.Link(all.link_articles, all.claims);
  Findings found =
      FindFindings(all.claims, links.links, links.origin, all.compare_articles,
                   steps_->settings, options.keep_agreeing);

  Report report;
  report.rules_digest = steps_->rules.digest();
  report.articles.reserve(articles.size());
  std::vector<size_t> first_claim(articles.size() + 1);
  for (const Claim& claim : all.claims) ++first_claim[claim.article + 1];
  std::partial_sum(first_claim.begin(), first_claim.end(), first_claim.begin());
  std::map<uint32_t, uint32_t> first_of_origin;
  for (uint32_t i = 0; i < articles.size(); ++i) {
    ReportArticle& shown =
        report.articles.emplace_back(ShowArticle(*articles[i]));
    const uint32_t first =
        first_of_origin.emplace(links.origin[i], i).first->second;
    if (first != i) shown.copy_of = articles[first]->id;
    if (options.keep_texts) {
      KeepText(*articles[i], readings[i].skipped_figures, shown);
    }
  }
  report.claims.resize(all.claims.size());
  ForEach(articles.size(), options.jobs, [&](size_t i) {
    if (first_claim[i] == first_claim[i + 1]) return;
    const SourceIndex index(*articles[i]);
    for (size_t c = first_claim[i]; c < first_claim[i + 1]; ++c) {
      report.claims[c] = ShowClaim(*articles[i], index, all.claims[c]);
      report.claims[c].id = fmt::format("c{}", c + 1);
    }
  });
  report.findings = std::move(found.findings);
  std::erase_if(report.findings, [&](const Finding& finding) {
    const auto& ignored = options.ignored_fields;
    return std::find(ignored.begin(), ignored.end(), finding.metric) !=
           ignored.end();
  });
  for (size_t f = 0; f < report.findings.size(); ++f) {
    report.findings[f].id = fmt::format("f{}", f + 1);
  }
  Coverage& coverage = report.coverage;
  coverage.figures = all.claims.size();
  for (const Claim& claim : all.claims) {
    if (!claim.metric.empty() || !claim.subject.empty()) ++coverage.claims;
  }
  coverage.linked = found.linked;
  coverage.compared = found.compared;
  for (const Reading& reading : readings) {
    for (const auto& [reason, count] : reading.skipped) {
      coverage.skipped[reason] += count;
    }
  }
  return report;
}

Weighing Pipeline::Weigh(const std::vector<Article>& given) const {
  std::vector<const Article*> articles;
  std::vector<Reading> readings;
  for (const Article& article : given) {
    readings.push_back(
        Read(*steps_, article, static_cast<uint32_t>(articles.size())));
    articles.push_back(&article);
  }
  const Gathered all = Gather(articles, readings);
  Weighing out;
  out.candidates = steps_->linker.Candidates(all.link_articles, all.claims);
  std::unique_ptr<SourceIndex> index;
  for (size_t c = 0; c < all.claims.size(); ++c) {
    const Article& article = *articles[all.claims[c].article];
    if (c == 0 || all.claims[c].article != all.claims[c - 1].article) {
      index = std::make_unique<SourceIndex>(article);
    }
    out.claims.push_back(ShowClaim(article, *index, all.claims[c]));
  }
  return out;
}

StatementVerdict Pipeline::Compare(const Article& a, const Article& b) const {
  const std::vector<const Article*> articles = {&a, &b};
  std::vector<Reading> readings;
  readings.push_back(Read(*steps_, a, 0));
  readings.push_back(Read(*steps_, b, 1));
  Gathered all = Gather(articles, readings);
  const LinkResult links =
      steps_->linker.LinkStatements(all.link_articles, all.claims);
  const Findings found =
      FindFindings(all.claims, links.links, links.origin, all.compare_articles,
                   steps_->settings, true);
  StatementVerdict out;
  const SourceIndex index_a(a), index_b(b);
  for (const Claim& claim : all.claims) {
    auto& list = claim.article == 0 ? out.claims_a : out.claims_b;
    list.push_back(ShowClaim(*articles[claim.article],
                             claim.article == 0 ? index_a : index_b, claim));
    list.back().id =
        fmt::format("c{}", out.claims_a.size() + out.claims_b.size());
  }
  out.label = "unrelated";
  for (const Finding& finding : found.findings) {
    if (finding.verdict == Verdict::kConflict) {
      out.label = "contradiction";
    } else if (out.label == "unrelated" &&
               (finding.verdict == Verdict::kAgree ||
                finding.verdict == Verdict::kCompatible)) {
      out.label = "consistent";
    }
    if (out.verdict.empty()) out.verdict = ToString(finding.verdict);
    out.explanation.push_back(finding.message);
    for (const std::string& line : finding.explanation) {
      out.explanation.push_back(line);
    }
  }
  return out;
}

}  // namespace crosscheck
