#include "checker/pipeline/pipeline.h"

#include <fmt/format.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <mutex>
#include <numeric>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "checker/claim/make_claims.h"
#include "checker/compare/find_findings.h"
#include "checker/compare/settings.h"
#include "checker/link/link_claims.h"
#include "checker/pipeline/article_parts.h"
#include "checker/pipeline/on_threads.h"
#include "checker/pipeline/run_claims.h"
#include "checker/pipeline/show_claim.h"
#include "checker/quantity/find_quantities.h"
#include "checker/text/read_document.h"

namespace crosscheck {

struct Pipeline::Steps {
  Steps(const Rulebook& book, PipelineOptions given)
      : rules(book),
        options(std::move(given)),
        documents(book),
        quantities(book),
        claims(book),
        linker(book, options.least_points),
        settings(ReadCompareSettings(book, options.tolerances,
                                     options.rule_levels)) {}
  const Rulebook& rules;
  PipelineOptions options;
  DocumentReader documents;
  QuantityFinder quantities;
  ClaimMaker claims;
  ClaimLinker linker;
  CompareSettings settings;
};

Pipeline::Pipeline(const Rulebook& rules, PipelineOptions options)
    : steps_(std::make_unique<const Steps>(rules, std::move(options))) {}
Pipeline::~Pipeline() = default;
int Pipeline::least_points() const { return steps_->linker.least_points(); }

namespace {

// What one part of an article (or all of it) holds, as bytes of the whole.
struct PartReading {
  ArticleClaims made;
  std::vector<SkippedFigure> skipped;
  PartOffsets after;  // of the next part
};

template <typename Steps>
PartReading ReadPart(const Steps& steps, const Article& article,
                     const Span& span, const PartOffsets& before,
                     ClaimUse use) {
  const bool is_all = Length(span) == article.text.size();
  const Article cut = is_all ? Article{} : CutPart(article, span);
  const Article& part = is_all ? article : cut;
  StepTimes* const times = steps.options.times;
  const Document document = [&] {
    const StepTimer timer(times, Step::kText);
    return steps.documents.Read(part);
  }();
  QuantityReading figures = [&] {
    const StepTimer timer(times, Step::kQuantity);
    return steps.quantities.Find(part, document);
  }();
  PartReading out;
  {
    const StepTimer timer(times, Step::kClaim);
    out.made = steps.claims.Make(part, document, figures, 0, use);
  }
  if (times != nullptr) {
    times->text_bytes += static_cast<int64_t>(part.text.size());
    times->figures += static_cast<int64_t>(figures.quantities.size());
  }
  out.skipped = std::move(figures.skipped);
  out.after = {
      span.end, before.tokens + static_cast<uint32_t>(document.tokens.size()),
      before.sentences + static_cast<uint32_t>(document.sentences.size()),
      before.figures + static_cast<uint32_t>(figures.quantities.size())};
  if (!is_all) Shift(before, out.made.claims, out.skipped);
  return out;
}

// What was freed in many places the system gets back only when asked. Worth its
// time in a run so large that its memory matters.
void GiveBackMemory(size_t figures) {
#ifdef __GLIBC__
  constexpr size_t kMany = 10000;
  if (figures >= kMany) malloc_trim(0);
#endif
}

// Says of two articles whether one copies the other; a reference into `links`.
auto CopiesAmong(const LinkResult& links) {
  return [&links](uint32_t a, uint32_t b) { return links.copies.Are(a, b); };
}

}  // namespace

std::vector<ArticlePart> SplitArticle(Article&& article) {
  const auto whole = std::make_shared<const Article>(std::move(article));
  const std::vector<Span> spans = PartsOf(whole->text);
  std::shared_ptr<const SourceIndex> index;
  if (spans.size() > 1) index = std::make_shared<const SourceIndex>(*whole);
  std::vector<ArticlePart> parts;
  for (const Span& span : spans) parts.push_back({whole, index, span});
  return parts;
}

void Pipeline::Extract(
    const ArticlePart& part,
    const std::function<void(const ReportClaim&)>& take) const {
  const Article& article = *part.article;
  const PartReading read = ReadPart(
      *steps_, article, part.span, {.bytes = part.span.begin}, ClaimUse::kShow);
  if (read.made.claims.empty()) return;
  const StepTimer timer(steps_->options.times, Step::kShow);
  const ReportArticle shown = ShowArticle(article);
  std::optional<SourceIndex> own;
  const SourceIndex& index = part.index ? *part.index : own.emplace(article);
  ClaimShower shower;
  for (const Claim& claim : read.made.claims) {
    take(shower.Show(shown, article.text, PlaceClaim(index, claim), claim));
  }
}

Extraction Pipeline::Extract(const Article& article) const {
  Extraction out;
  out.article = ShowArticle(article);
  const SourceIndex index(article);
  PartOffsets before;
  for (const Span& span : PartsOf(article.text)) {
    const PartReading read =
        ReadPart(*steps_, article, span, before, ClaimUse::kShow);
    before = read.after;
    for (const SkippedFigure& figure : read.skipped) {
      ++out.skipped[std::string(figure.reason)];
    }
    for (const Claim& claim : read.made.claims) {
      out.claims.push_back(ShowClaim(out.article, article.text,
                                     PlaceClaim(index, claim), claim));
      out.claims.back().id = fmt::format("c{}", out.claims.size());
    }
  }
  return out;
}

ArticleReading Pipeline::Read(const Article& article) const {
  ArticleReading out;
  out.article = ShowArticle(article);
  out.published = article.published;
  out.text = article.text;
  std::vector<Claim>& claims = out.made.claims;
  PartOffsets before;
  for (const Span& span : PartsOf(article.text)) {
    PartReading read =
        ReadPart(*steps_, article, span, before, ClaimUse::kLink);
    // What an article is about stands at its beginning.
    if (before.bytes == 0) out.made.profile = std::move(read.made.profile);
    before = read.after;
    for (const SkippedFigure& figure : read.skipped) {
      out.skipped.push_back(
          {figure.span.begin, figure.span.end, std::string(figure.reason)});
    }
    // Most articles are one part: its claims are taken as they are, with no
    // room to spare.
    if (claims.empty() && read.made.claims.size() <= kMostFiguresOfArticle) {
      claims = std::move(read.made.claims);
      continue;
    }
    for (Claim& claim : read.made.claims) {
      if (claims.size() < kMostFiguresOfArticle) {
        claims.push_back(std::move(claim));
      } else {
        const Span& figure = claim.quantity.span;
        out.skipped.push_back({figure.begin, figure.end, "beyond-limit"});
      }
    }
  }
  std::sort(out.skipped.begin(), out.skipped.end(),
            [](const ReportSkip& a, const ReportSkip& b) {
              return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
            });
  if (claims.empty()) return out;
  const StepTimer timer(steps_->options.times, Step::kShow);
  const SourceIndex index(article);
  out.places.reserve(claims.size());
  for (const Claim& claim : claims) {
    out.places.push_back(PlaceClaim(index, claim));
  }
  return out;
}

Report Pipeline::Check(const std::vector<Article>& articles) const {
  const PipelineOptions& options = steps_->options;
  std::vector<KeptReading> readings(articles.size());
  std::mutex progress;
  size_t done = 0;
  OnThreads(options.jobs, articles.size(), [&](size_t i) {
    readings[i] = Keep(Read(articles[i]));
    if (options.on_progress) {
      const std::lock_guard<std::mutex> lock(progress);
      options.on_progress(++done, articles.size());
    }
  });
  return CheckReadings(std::move(readings), {});
}

Report Pipeline::CheckReadings(std::vector<KeptReading> given,
                               const CheckScope& scope) const {
  // The order of articles must not show in the findings.
  std::vector<size_t> order(given.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    const KeptReading& x = given[a];
    const KeptReading& y = given[b];
    return std::tie(x.article.id, x.article.path, x.text) <
           std::tie(y.article.id, y.article.path, y.text);
  });
  std::vector<KeptReading> readings;
  readings.reserve(given.size());
  LinkScope link_scope;
  link_scope.collection = scope.collection;
  for (const size_t i : order) {
    readings.push_back(std::move(given[i]));
    if (scope.is_new.empty()) continue;
    link_scope.is_new.push_back(scope.is_new[i]);
    readings.back().article.is_new = scope.is_new[i];
  }
  given = std::vector<KeptReading>();  // = {} would keep the room
  const PipelineOptions& options = steps_->options;
  link_scope.for_each = [&](size_t count,
                            absl::FunctionRef<void(size_t)> work) {
    OnThreads(options.jobs, count, work);
  };
  RunClaims claims(readings);
  steps_->documents.ForgetWords();
  GiveBackMemory(claims.size());
  LinkResult links = [&] {
    const StepTimer timer(options.times, Step::kLink);
    return steps_->linker.Link(claims.link_articles(), claims.claims_of(),
                               link_scope);
  }();
  // What only linking asks for goes before more is made.
  for (KeptReading& reading : readings) reading.profile = ArticleProfile();
  GiveBackMemory(claims.size());
  std::vector<bool> linked(claims.size());
  Findings found = [&] {
    const StepTimer timer(options.times, Step::kCompare);
    const RunClaims::Linked looked_at = claims.TakeLinked(links.links);
    for (const uint32_t c : looked_at.numbers) linked[c] = true;
    Findings out =
        FindFindings(looked_at.claims, links.links, claims.compare_articles(),
                     CopiesAmong(links), steps_->settings,
                     options.keep_agreeing, link_scope.for_each);
    for (Finding& finding : out.findings) {
      for (uint32_t& c : finding.claims) c = looked_at.numbers[c];
    }
    return out;
  }();
  links.links = std::vector<ClaimLink>();
  GiveBackMemory(claims.size());
  Report report;
  report.rules_digest = steps_->rules.digest();
  RunClaims::Shown shown = [&] {
    const StepTimer timer(options.times, Step::kShow);
    return claims.Show(options.jobs, options.keep_texts);
  }();
  report.claims = std::move(shown.claims);
  Coverage& coverage = report.coverage;
  coverage.linked = found.linked;
  coverage.compared = found.compared;
  coverage.agreeing = found.agreeing;
  // Figures seen are those of the articles asked about.
  for (size_t i = 0; i < readings.size(); ++i) {
    if (!link_scope.is_new.empty() && !link_scope.is_new[i]) continue;
    const size_t first = claims.first()[i], limit = claims.first()[i + 1];
    coverage.figures += limit - first;
    for (size_t c = first; c < limit; ++c) {
      // What is linked is about something, though nothing of it shows.
      if (linked[c] || shown.is_named[c] != 0) ++coverage.claims;
    }
    for (const ReportSkip& skip : readings[i].skipped) {
      ++coverage.skipped[skip.reason];
    }
  }
  std::map<uint32_t, uint32_t> first_of_origin;
  for (uint32_t i = 0; i < readings.size(); ++i) {
    ReportArticle& shown = report.articles.emplace_back(readings[i].article);
    const uint32_t first =
        first_of_origin.emplace(links.origin[i], i).first->second;
    if (first != i) shown.copy_of = readings[first].article.id;
    if (options.keep_texts) {
      shown.text = readings[i].text;
      shown.skipped = readings[i].skipped;
    }
  }
  report.findings = std::move(found.findings);
  std::erase_if(report.findings, [&](const Finding& finding) {
    const auto& ignored = options.ignored_fields;
    return std::find(ignored.begin(), ignored.end(), finding.metric) !=
           ignored.end();
  });
  for (size_t f = 0; f < report.findings.size(); ++f) {
    report.findings[f].id = fmt::format("f{}", f + 1);
  }
  return report;
}

Weighing Pipeline::Weigh(const std::vector<Article>& articles) const {
  std::vector<KeptReading> readings;
  for (const Article& article : articles) {
    readings.push_back(Keep(Read(article)));
  }
  RunClaims run(readings);
  Weighing out;
  out.candidates =
      steps_->linker.Candidates(run.link_articles(), run.claims_of());
  const std::vector<Claim> claims = run.All();
  for (const LinkCandidate& candidate : out.candidates) {
    ClaimLink link;
    link.a = candidate.a;
    link.b = candidate.b;
    out.verdicts.push_back(CompareClaims(claims[link.a], claims[link.b], link,
                                         run.compare_articles(),
                                         steps_->settings)
                               .verdict);
  }
  const ReportClaims shown = run.Show(1, false).claims;
  out.claims.assign(shown.begin(), shown.end());
  return out;
}

StatementVerdict Pipeline::Compare(const Article& a, const Article& b) const {
  std::vector<KeptReading> readings;
  readings.push_back(Keep(Read(a)));
  readings.push_back(Keep(Read(b)));
  RunClaims run(readings);
  const LinkResult links =
      steps_->linker.LinkStatements(run.link_articles(), run.claims_of());
  const Findings found =
      FindFindings(run.All(), links.links, run.compare_articles(),
                   CopiesAmong(links), steps_->settings, true);
  StatementVerdict out;
  const ReportClaims shown = run.Show(1, false).claims;
  out.claims_a.assign(shown.begin(), shown.end());
  const auto first_b =
      out.claims_a.begin() + static_cast<ptrdiff_t>(run.first()[1]);
  out.claims_b.assign(first_b, out.claims_a.end());
  out.claims_a.erase(first_b, out.claims_a.end());
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
