#include "reports/html/site.h"

#include <fmt/format.h>

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kFactsAPage = 50;
constexpr uint32_t kArticlesAPage = 50;
// Of article texts; the page is some four times as long.
constexpr size_t kTextBytesAPage = 400'000;

}  // namespace

Site Site::Folder(const ReportView& view) {
  Site site;
  site.finding_page_.resize(view.report().findings.size());
  for (uint32_t i = 0; i < view.shown().size(); ++i) {
    site.finding_page_[view.shown()[i]] = i / kFactsAPage;
  }
  site.fact_pages_ = (view.shown().size() + kFactsAPage - 1) / kFactsAPage;
  if (site.fact_pages_ == 0) site.fact_pages_ = 1;
  uint32_t on_page = 0;
  size_t bytes = 0;
  for (const ReportArticle& article : view.report().articles) {
    if (on_page == kArticlesAPage ||
        (on_page > 0 && bytes + article.text.size() > kTextBytesAPage)) {
      ++site.article_pages_;
      on_page = 0;
      bytes = 0;
    }
    site.article_page_.push_back(site.article_pages_);
    ++on_page;
    bytes += article.text.size();
  }
  if (on_page > 0) ++site.article_pages_;
  return site;
}

std::string Site::FactPage(uint32_t page) {
  return fmt::format("facts-{}.html", page + 1);
}
std::string Site::ArticlePage(uint32_t page) {
  return fmt::format("articles-{}.html", page + 1);
}

std::string Context::ToFile(std::string_view file,
                            std::string_view fragment) const {
  if (!site.is_folder() || file == page) return fmt::format("#{}", fragment);
  if (fragment.empty()) return std::string(file);
  return fmt::format("{}#{}", file, fragment);
}

std::string Context::ToFinding(uint32_t finding) const {
  if (!site.is_folder()) return "#" + view.AnchorOf(finding);
  return ToFile(Site::FactPage(site.PageOfFinding(finding)),
                view.AnchorOf(finding));
}

std::string Context::ToArticle(uint32_t article) const {
  if (!site.is_folder()) return "#" + ArticleAnchor(article);
  return ToFile(Site::ArticlePage(site.PageOfArticle(article)),
                ArticleAnchor(article));
}

std::string Context::ToClaim(uint32_t claim) const {
  if (!site.is_folder()) return "#" + ClaimAnchor(claim);
  return ToFile(Site::ArticlePage(site.PageOfArticle(view.ArticleOf(claim))),
                ClaimAnchor(claim));
}

std::string Context::ToMethod(std::string_view fragment) const {
  return ToFile("method.html", fragment);
}

std::string ArticleAnchor(uint32_t article) {
  return fmt::format("a{}", article + 1);
}
std::string ClaimAnchor(uint32_t claim) {
  return fmt::format("c{}", claim + 1);
}
namespace {

std::string AnchorOfName(std::string_view prefix, std::string_view name) {
  constexpr size_t kMostBytes = 80;
  const bool fit = name.size() <= kMostBytes &&
                   std::all_of(name.begin(), name.end(), [](char c) {
                     return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                            (c >= 'A' && c <= 'Z') || c == '.' || c == '_' ||
                            c == '-';
                   });
  if (fit) return fmt::format("{}{}", prefix, name);
  // No name of ours. FNV-1a tells two of them apart.
  uint64_t hash = 0xcbf29ce484222325;
  for (char c : name) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001b3;
  return fmt::format("{}~{:016x}", prefix, hash);
}

}  // namespace

std::string RuleAnchor(std::string_view rule) {
  return AnchorOfName("rule-", rule);
}
std::string ComparisonAnchor(std::string_view rule) {
  return AnchorOfName("how-", rule);
}

}  // namespace crosscheck
