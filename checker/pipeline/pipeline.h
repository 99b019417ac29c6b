#ifndef CROSSCHECK_CHECKER_PIPELINE_PIPELINE_H_
#define CROSSCHECK_CHECKER_PIPELINE_PIPELINE_H_

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "checker/model/article.h"
#include "checker/model/claim.h"
#include "checker/model/claim_link.h"
#include "checker/model/collection.h"
#include "checker/model/finding.h"
#include "checker/model/reading.h"
#include "checker/model/report.h"
#include "checker/pipeline/kept_reading.h"
#include "checker/pipeline/step_times.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

struct PipelineOptions {
  int jobs = 0;  // threads over articles; 0: one a core
  // From the configuration; all optional.
  std::map<std::string, Level> rule_levels;       // finding rule id -> level
  std::map<std::string, std::string> tolerances;  // see compare/settings.h
  std::vector<std::string> ignored_fields;  // metrics no finding is made of
  bool keep_texts = false;     // fill ReportArticle::text and ::skipped
  bool keep_agreeing = false;  // keep findings that are no news (for eval)
  // What figures that do not meet need to be one fact, in place of the rules'
  // threshold (for eval).
  std::optional<int> least_points;
  // Called after each article with how many are done; from any thread, one
  // call at a time. For a progress bar.
  std::function<void(size_t done, size_t all)> on_progress;
  StepTimes* times = nullptr;  // filled where given; must live on
};

// One article's figures, as the contract shows them.
struct Extraction {
  ReportArticle article;
  std::vector<ReportClaim> claims;
  std::map<std::string, uint64_t> skipped;
};

// As much of an article as is read at once: all of it, unless it is longer than
// any article anyone wrote (see article_parts.h).
struct ArticlePart {
  std::shared_ptr<const Article> article;
  std::shared_ptr<const SourceIndex> index;  // shared by parts; null: the whole
  Span span;                                 // of Article::text
};
std::vector<ArticlePart> SplitArticle(Article&& article);

// An article's figures beyond this many are not linked or compared, since every
// two of one unit would be; they are counted as skipped ("beyond-limit").
inline constexpr size_t kMostFiguresOfArticle = 2000;

// Which findings to look for, where the articles given are not all there is.
struct CheckScope {
  // Only those with a claim of a new article; empty: all articles are new.
  std::vector<bool> is_new;
  // Counts over the archive and the new articles together; null: the articles
  // given are all there is.
  const Collection* collection = nullptr;
};

// All pairs of claims linking would weigh, for fitting its weights.
struct Weighing {
  std::vector<ReportClaim> claims;
  std::vector<LinkCandidate> candidates;  // a, b index `claims`
  std::vector<Verdict> verdicts;  // of each candidate, if it were linked
};

// Two statements compared: `label` is consistent, contradiction or unrelated;
// `verdict` that of the worst finding, empty where nothing is comparable.
struct StatementVerdict {
  std::string label;
  std::string verdict;
  std::vector<std::string> explanation;
  std::vector<ReportClaim> claims_a;
  std::vector<ReportClaim> claims_b;
};

// The steps in their order: text, quantity, claim, link, compare. Built once
// from the rules, which must outlive it; every call is pure: the same articles
// give the same Report, whatever `jobs` is and in whatever order they are
// given. Thread-safe.
//
//   Pipeline pipeline(rules, {});
//   Report report = pipeline.Check(articles);
class Pipeline {
 public:
  Pipeline(const Rulebook& rules, PipelineOptions options);
  ~Pipeline();
  int least_points() const;  // in force

  // Claim ids are c1, c2 … in reading order.
  Extraction Extract(const Article& article) const;
  // The same of a part, figure by figure; the ids are left empty.
  void Extract(const ArticlePart& part,
               const std::function<void(const ReportClaim&)>& take) const;
  // Articles are taken in the order of their ids; claims are numbered through.
  Report Check(const std::vector<Article>& articles) const;
  // Check in two parts, so that readings can be kept: of articles read before,
  // perhaps by another run with the same rules. A reading's rule ids and facets
  // are views into the rules or into where it was kept; they must live on.
  ArticleReading Read(const Article& article) const;
  Report CheckReadings(std::vector<KeptReading> readings,
                       const CheckScope& scope) const;
  Weighing Weigh(const std::vector<Article>& articles) const;
  // Taken to speak of one event unless nothing in them meets.
  StatementVerdict Compare(const Article& a, const Article& b) const;

 private:
  struct Steps;
  std::unique_ptr<const Steps> steps_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_PIPELINE_PIPELINE_H_
