#ifndef CROSSCHECK_CHECKER_EVALUATE_CHECKED_ARTICLES_H_
#define CROSSCHECK_CHECKER_EVALUATE_CHECKED_ARTICLES_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/article.h"
#include "checker/model/report.h"
#include "checker/model/span.h"

namespace crosscheck {

// How much a verdict says, for taking the most that was said of a fact:
// undecided 0, agree 1, compatible 2, update 3, conflict 4.
int VerdictRank(Verdict verdict);

// Articles with the report on them, asked by place: which claims lie over some
// bytes, which findings hold two places. The articles must outlive it.
class CheckedArticles {
 public:
  CheckedArticles(const std::vector<Article>& articles, Report report);

  const Report& report() const { return report_; }
  // The article of that id; null when there is none.
  const Article* Find(std::string_view id) const;
  // Claims (indexes) whose bytes overlap the span, in reading order.
  std::vector<uint32_t> ClaimsOver(const std::string& article,
                                   const Span& span) const;
  // Findings (indexes) that hold a claim of `a` and another one of `b`.
  std::set<uint32_t> Holding(const std::vector<uint32_t>& a,
                             const std::vector<uint32_t>& b) const;
  // The line of the article around a place, cut to a size one can read.
  std::string Around(const std::string& article, const Span& span) const;

  // JSON, for the lines of --errors.
  std::string ShowFigures(const std::vector<uint32_t>& claims) const;
  std::string ShowFinding(uint32_t finding) const;

 private:
  const std::vector<Article>& articles_;
  Report report_;
  std::map<std::string, std::vector<uint32_t>> by_article_;
  std::vector<std::vector<uint32_t>> holders_;  // findings of each claim
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_CHECKED_ARTICLES_H_
