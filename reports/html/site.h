#ifndef CROSSCHECK_REPORTS_HTML_SITE_H_
#define CROSSCHECK_REPORTS_HTML_SITE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/html/report_view.h"
#include "reports/wording/phrasebook.h"

namespace crosscheck {

// Which page every finding and article is on, and so what a link to it says.
// One page: links are fragments alone.
class Site {
 public:
  // All on one page.
  Site() = default;
  // Facts and articles on pages of their own.
  static Site Folder(const ReportView& view);

  bool is_folder() const { return fact_pages_ > 0; }
  uint32_t fact_pages() const { return fact_pages_; }
  uint32_t article_pages() const { return article_pages_; }
  uint32_t PageOfFinding(uint32_t f) const { return finding_page_[f]; }
  uint32_t PageOfArticle(uint32_t a) const { return article_page_[a]; }

  static std::string FactPage(uint32_t page);     // "facts-1.html" for 0
  static std::string ArticlePage(uint32_t page);  // "articles-1.html" for 0

 private:
  uint32_t fact_pages_ = 0;
  uint32_t article_pages_ = 0;
  std::vector<uint32_t> finding_page_;
  std::vector<uint32_t> article_page_;
};

// What the parts of a page are written from: the run, the words, the links,
// and which page this is.
struct Context {
  const ReportView& view;
  const Phrasebook& book;
  const Site& site;
  std::string page;  // file name in a folder; empty on the one page

  std::string ToFinding(uint32_t finding) const;
  std::string ToArticle(uint32_t article) const;
  std::string ToClaim(uint32_t claim) const;
  std::string ToMethod(std::string_view fragment) const;  // "rule-x", …
  std::string ToFile(std::string_view file, std::string_view fragment) const;
};

std::string ArticleAnchor(uint32_t article);  // "a1" for 0
std::string ClaimAnchor(uint32_t claim);      // "c1" for 0
// Of a rule that read a figure ("rule-en.number.digits") and of one that
// compared two ("how-compare.disjoint"). An id that is none of ours is hashed.
std::string RuleAnchor(std::string_view rule);
std::string ComparisonAnchor(std::string_view rule);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_SITE_H_
